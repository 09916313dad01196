//! The formats for the ear: plain text and DAISY books.

use super::{files, folder, plainsong, run};

const MINUTES: &[u8] = b"# Minutes\n\nCllr Rees came at 7.30pm.\n\n| Day | Place |\n|---|---|\n| Monday | Hall |\n";

#[test]
fn a_book_is_a_folder_or_one_file() {
    let folder = folder(&[("Cofnodion t\u{177}.md", MINUTES)]);
    plainsong(&folder).args(["convert", ".", "--to", "daisy", "--output", "out"]).assert().code(0);
    plainsong(&folder).args(["convert", ".", "--to", "daisy", "--output", "out", "--zip"]).assert().code(0);
    let written: Vec<String> = files(&folder).into_iter().filter(|file| file.starts_with("out")).collect();
    let book = |name| format!("out/Cofnodion t\u{177}.daisy/{name}");
    let mut expected = vec!["out/Cofnodion t\u{177}.daisy.zip".to_owned()];
    expected.extend(["book-1.smil", "book.ncx", "book.opf", "book.res", "book.xml"].map(book));
    assert_eq!(written, expected);
}

#[test]
fn a_book_that_is_made_again_replaces_the_old_one_and_nothing_else() {
    let folder = folder(&[("a.md", MINUTES), ("b.md", MINUTES), ("b.daisy/mine.txt", b"mine")]);
    let convert = || run(plainsong(&folder).args(["convert", "a.md", "b.md", "--to", "daisy"]));
    let (code, _, stderr) = convert();
    assert_eq!(code, 2);
    assert!(stderr.contains("b.daisy: this folder holds \"mine.txt\""), "{stderr}");
    let first = files(&folder);
    assert!(first.contains(&"a.daisy/book.opf".to_owned()) && !first.contains(&"b.daisy/book.opf".to_owned()), "{first:?}");
    std::fs::write(folder.path().join("a.md"), "# New\n").unwrap();
    convert();
    assert_eq!(files(&folder), first);
    assert!(std::fs::read_to_string(folder.path().join("a.daisy/book.xml")).unwrap().contains("<doctitle"));
    assert!(std::fs::read_to_string(folder.path().join("a.daisy/book.ncx")).unwrap().contains("<docTitle><text>New</text>"));
}

#[test]
fn standard_output_takes_a_book_as_one_file() {
    let folder = folder(&[("a.md", MINUTES)]);
    let output = plainsong(&folder).args(["convert", "a.md", "--to", "daisy", "--output", "-"]).output().unwrap();
    assert!(output.status.success() && output.stdout.starts_with(b"PK"));
    assert_eq!(files(&folder), ["a.md"]);
}

#[test]
fn flags_say_how_plain_text_is_written() {
    let folder = folder(&[("a.md", MINUTES)]);
    let text = |flags: &[&str]| run(plainsong(&folder).args(["convert", "a.md", "--to", "text", "--output", "-"]).args(flags)).1;
    assert!(text(&[]).contains("Heading level 1: Minutes\n\nCllr Rees came at 7.30pm.\n"));
    assert!(text(&["--spoken"]).contains("Councillor Rees came at 7:30 pm."));
    assert!(text(&["--line-ends", "crlf"]).contains("Minutes\r\n\r\nCllr"));
    assert!(text(&["--byte-order-mark"]).starts_with('\u{feff}'));
    assert!(text(&["--headings", "plain"]).starts_with("Minutes\n"));
    assert!(text(&["--tables", "rows"]).contains("Headings. Day. Place.\nRow 1. Monday. Hall."));
    assert!(text(&["--wrap", "12"]).contains("Cllr Rees\ncame at\n7.30pm.\n"));
}

#[test]
fn a_file_says_it_for_every_time_and_a_flag_for_once() {
    let settings = b"[convert]\nspoken = true\nzip = true\n[text]\nline-ending = \"crlf\"\ntables = \"rows\"\n";
    let folder = folder(&[("a.md", MINUTES), ("plainsong.toml", settings)]);
    plainsong(&folder).args(["convert", "a.md", "--to", "text,daisy"]).assert().code(0);
    let text = std::fs::read_to_string(folder.path().join("a.txt")).unwrap();
    assert!(text.contains("Councillor Rees came at 7:30 pm.\r\n") && text.contains("Headings."), "{text}");
    assert!(files(&folder).contains(&"a.daisy.zip".to_owned()));
    plainsong(&folder).args(["convert", "a.md", "--to", "text", "--spoken=false", "--line-ends", "lf"]).assert().code(0);
    let text = std::fs::read_to_string(folder.path().join("a.txt")).unwrap();
    assert!(text.contains("Cllr Rees came at 7.30pm.\n"), "{text}");
}

#[test]
fn what_can_be_read_in_two_ways_is_told() {
    let folder = folder(&[("a.md", b"# T\n\nBy 1/4/26.\n")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "--to", "text", "--spoken", "--strict"]));
    assert_eq!(code, 1);
    assert!(stderr.contains("a.md:3:4: text: \"1/4/26\" can mean 1 April 2026 or 4 January 2026"), "{stderr}");
}
