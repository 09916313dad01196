//! What cannot be read or written: a clear sentence, nothing half-written, and the rest is done.

use super::{files, folder, plainsong, run};

#[test]
fn a_file_that_is_not_utf8_has_its_offset_and_the_others_are_done() {
    let folder = folder(&[("a.md", b"Good."), ("b.md", b"caf\xe9"), ("c.md", b"Good.")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", ".", "--to", "text"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("b.md") && stderr.contains("UTF-8") && stderr.contains("offset 3"), "{stderr}");
    assert_eq!(files(&folder), ["a.md", "a.txt", "b.md", "c.md", "c.txt"]);
}

#[test]
fn a_missing_file_is_named_and_the_others_are_done() {
    let folder = folder(&[("a.md", b"Good.")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "gone.md", "a.md", "--to", "text"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("gone.md") && stderr.contains("no file or folder"), "{stderr}");
    assert_eq!(files(&folder), ["a.md", "a.txt"]);
}

#[test]
fn a_folder_without_documents_is_named() {
    let folder = folder(&[("papers/a.txt", b"Good.")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "papers"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("papers") && stderr.contains("*.md"), "{stderr}");
}

#[test]
fn an_output_that_cannot_be_written_leaves_nothing_behind() {
    let folder = folder(&[("a.md", b"Good."), ("b.md", b"Good."), ("a.txt/in-the-way", b""), ("file", b"")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "b.md", "--to", "text"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("a.txt: this file cannot be written"), "{stderr}");
    assert_eq!(files(&folder), ["a.md", "a.txt/in-the-way", "b.md", "b.txt", "file"]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "--output", "file"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("file: this folder cannot be made"), "{stderr}");
}

#[test]
fn an_empty_file_is_an_empty_document() {
    let folder = folder(&[("empty.md", b"")]);
    plainsong(&folder).args(["convert", "empty.md"]).assert().code(0);
    plainsong(&folder).args(["check", "empty.md"]).assert().code(0);
    // The document, the page, the EPUB, the text, two PDFs and the five files of the DAISY book.
    assert_eq!(files(&folder).len(), 11);
}

#[cfg(unix)]
#[test]
fn a_reader_that_wants_no_more_is_not_a_failure() {
    let words: String = (0..20_000).map(|number| format!("We asked Q{}.\n\n", letters(number))).collect();
    let folder = folder(&[("a.md", words.as_bytes())]);
    let program = plainsong(&folder).get_program().to_owned();
    let mut child = std::process::Command::new(program)
        .args(["check", "--format", "github", "a.md"])
        .current_dir(folder.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(1), ""));
}

/// A number in capital letters, so that each is another short form.
fn letters(mut number: u32) -> String {
    let mut letters = String::new();
    for _ in 0..4 {
        letters.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
    }
    letters
}
