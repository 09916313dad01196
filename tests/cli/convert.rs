//! `plainsong convert`.

use serde_json::Value;

use super::{files, folder, plainsong, run};

const MINUTES: &[u8] = b"# Minutes of the panel\n\nThe panel met.\n";

#[test]
fn without_to_every_format_for_readers_is_written_beside_the_document() {
    let folder = folder(&[("papers/minutes.md", MINUTES)]);
    let (code, stdout, _) = run(plainsong(&folder).args(["convert", "papers/minutes.md"]));
    assert_eq!((code, stdout.as_str()), (0, ""));
    let expected = [
        "papers/minutes.daisy/book-1.smil",
        "papers/minutes.daisy/book.ncx",
        "papers/minutes.daisy/book.opf",
        "papers/minutes.daisy/book.res",
        "papers/minutes.daisy/book.xml",
        "papers/minutes.easy-read-draft.pdf",
        "papers/minutes.epub",
        "papers/minutes.html",
        "papers/minutes.large-print.pdf",
        "papers/minutes.md",
        "papers/minutes.txt",
    ];
    assert_eq!(files(&folder), expected);
}

#[test]
fn formats_are_named_with_commas_or_one_by_one() {
    for arguments in [&["--to", "text,dtbook"][..], &["--to", "text", "--to", "dtbook", "--to=text"][..]] {
        let folder = folder(&[("a.md", MINUTES)]);
        plainsong(&folder).args(["convert", "a.md"]).args(arguments).assert().code(0);
        assert_eq!(files(&folder), ["a.md", "a.txt", "a.xml"]);
    }
}

#[test]
fn an_unknown_format_is_answered_with_the_formats() {
    let folder = folder(&[("a.md", MINUTES)]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "--to", "braille"]));
    assert_eq!(code, 2);
    for word in ["braille", "text", "dtbook", "large-print", "easy-read"] {
        assert!(stderr.contains(word), "{stderr}");
    }
}

#[test]
fn a_folder_keeps_its_tree_below_the_output() {
    let files_before: &[(&str, &[u8])] =
        &[("papers/a.md", MINUTES), ("papers/may/b.markdown", MINUTES), ("papers/may/c.txt", MINUTES), ("papers/may/deep/d.MD", MINUTES)];
    let folder = folder(files_before);
    plainsong(&folder).args(["convert", "papers", "--to", "text", "--output", "out/new"]).assert().code(0);
    let written: Vec<String> = files(&folder).into_iter().filter(|file| file.starts_with("out")).collect();
    assert_eq!(written, ["out/new/a.txt", "out/new/may/b.txt", "out/new/may/deep/d.txt"]);
}

#[test]
fn an_output_never_overwrites_its_document() {
    let folder = folder(&[("report.txt", MINUTES), ("other.md", MINUTES)]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "report.txt", "other.md"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("report.txt") && stderr.contains("--output"), "{stderr}");
    assert_eq!(std::fs::read(folder.path().join("report.txt")).unwrap(), MINUTES);
    let of_report: Vec<String> = files(&folder).into_iter().filter(|file| file.starts_with("report")).collect();
    assert_eq!(of_report, ["report.txt"], "nothing may be written for the refused document");
    assert!(files(&folder).contains(&"other.txt".to_owned()), "the other document must be done");
    plainsong(&folder).args(["convert", "report.txt", "--output", "out"]).assert().code(0);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_document_is_not_overwritten() {
    let folder = folder(&[("a.md", MINUTES)]);
    std::os::unix::fs::symlink("a.md", folder.path().join("a.txt")).unwrap();
    plainsong(&folder).args(["convert", "a.md", "--to", "text"]).assert().code(2);
    assert_eq!(std::fs::read(folder.path().join("a.md")).unwrap(), MINUTES);
}

#[test]
fn an_output_never_overwrites_another_document() {
    let folder = folder(&[("a.md", MINUTES), ("a.txt", b"Another paper.")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "./a.txt", "--to", "text"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("a.md: a.txt would be written over the document ./a.txt"), "{stderr}");
    assert_eq!(std::fs::read(folder.path().join("a.txt")).unwrap(), b"Another paper.");
}

#[test]
fn two_documents_are_not_written_to_one_file() {
    let folder = folder(&[("a.md", MINUTES), ("a.markdown", MINUTES), ("b.md", MINUTES)]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "a.markdown", "b.md", "--to", "text"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("a.md: a.markdown would be written to a.txt too"), "{stderr}");
    assert_eq!(files(&folder), ["a.markdown", "a.md", "b.md", "b.txt"]);
}

#[test]
fn standard_input_has_a_name() {
    let folder = folder(&[]);
    plainsong(&folder).args(["convert", "-", "--to", "text"]).write_stdin(MINUTES).assert().code(0);
    plainsong(&folder).args(["convert", "-", "--to", "text", "--stdin-filename", "may.md"]).write_stdin(MINUTES).assert().code(0);
    assert_eq!(files(&folder), ["may.txt", "stdin.txt"]);
}

#[test]
fn one_format_of_one_document_goes_to_standard_output() {
    let folder = folder(&[("a.md", MINUTES), ("b.md", MINUTES)]);
    let (code, stdout, _) = run(plainsong(&folder).args(["convert", "a.md", "--to", "text", "--output", "-"]));
    assert_eq!(code, 0);
    assert!(stdout.contains("The panel met."), "{stdout}");
    for arguments in [&["a.md", "b.md", "--to", "text"][..], &["a.md", "--to", "text,dtbook"][..], &["a.md"][..]] {
        let (code, stdout, stderr) = run(plainsong(&folder).arg("convert").args(arguments).args(["--output", "-"]));
        assert_eq!((code, stdout.as_str()), (2, ""));
        assert!(stderr.contains("one document and one format"), "{stderr}");
    }
    assert_eq!(files(&folder), ["a.md", "b.md"]);
}

#[test]
fn losses_are_told_in_a_line_each_and_fail_only_when_strict() {
    let folder = folder(&[("a.md", b"# Bus routes\n\nThe *\x07bell* rang.\n")]);
    let arguments = ["convert", "a.md", "--to", "dtbook"];
    let (code, _, stderr) = run(plainsong(&folder).args(arguments));
    assert_eq!(code, 0);
    let line = stderr.lines().find(|line| line.ends_with("(forbidden-character)")).unwrap_or_else(|| panic!("{stderr}"));
    assert!(line.starts_with("a.md:3:6: dtbook: "), "{line}");
    let (code, _, strict_stderr) = run(plainsong(&folder).args(arguments).arg("--strict"));
    assert_eq!((code, strict_stderr), (1, stderr));
}

#[test]
fn the_report_has_losses_with_their_places() {
    let folder = folder(&[("a.md", "\u{feff}# T\u{177}\r\n\r\nThe *\u{7}bell* rang.\r\n".as_bytes()), ("b.md", b"caf\xe9")]);
    plainsong(&folder).args(["convert", "a.md", "b.md", "--to", "text,dtbook", "--report", "out/report.json"]).assert().code(2);
    let report: Value = serde_json::from_slice(&std::fs::read(folder.path().join("out/report.json")).unwrap()).unwrap();
    let documents = report["documents"].as_array().unwrap();
    assert_eq!(documents[0]["path"], "a.md");
    assert_eq!(documents[0]["outputs"][0]["format"], "text");
    assert_eq!(documents[0]["outputs"][1]["path"], "a.xml");
    let losses = documents[0]["outputs"][1]["losses"].as_array().unwrap();
    let loss = losses.iter().find(|loss| loss["id"] == "forbidden-character").unwrap();
    assert_eq!(loss["place"]["line"], 3);
    assert_eq!(loss["place"]["column"], 6);
    assert_eq!(loss["place"]["start"], 3 + 5 + 4 + 5);
    assert!(documents[0]["errors"].as_array().unwrap().is_empty());
    assert_eq!(documents[1]["errors"][0]["offset"], 3);
}

#[test]
fn the_report_does_not_overwrite_a_document_or_an_output() {
    let folder = folder(&[("a.md", MINUTES)]);
    for report in ["a.md", "a.txt"] {
        let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "--to", "text", "--report", report]));
        assert_eq!(code, 2);
        assert!(stderr.contains("--report"), "{stderr}");
    }
    assert_eq!(files(&folder), ["a.md"]);
}

#[test]
fn a_date_comes_from_source_date_epoch_where_the_document_states_none() {
    let folder = folder(&[("a.md", MINUTES)]);
    let mut command = plainsong(&folder);
    command.args(["convert", "a.md", "--to", "dtbook", "--output", "-"]);
    let (_, stdout, stderr) = run(command.env("SOURCE_DATE_EPOCH", "1709640000"));
    assert!(stdout.contains("2024-03-05"), "{stdout}");
    assert!(!stderr.contains("date-unknown"), "{stderr}");
    let (_, stdout, stderr) = run(command.env_remove("SOURCE_DATE_EPOCH"));
    assert!(stdout.contains("1970-01-01") && stderr.contains("date-unknown"), "{stderr}");
    let (code, _, stderr) = run(command.env("SOURCE_DATE_EPOCH", "yesterday"));
    assert_eq!(code, 2);
    assert!(stderr.contains("SOURCE_DATE_EPOCH is \"yesterday\""), "{stderr}");
}

#[test]
fn the_same_input_gives_the_same_bytes_and_words() {
    let names: Vec<String> = (0..20).map(|number| format!("{number:02}.md")).collect();
    let documents: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"A bell\x07 rang." as &[u8])).collect();
    let folder = folder(&documents);
    let convert = |out| run(plainsong(&folder).args(["convert", ".", "--to", "dtbook", "--output", out]));
    let (first, second) = (convert("one"), convert("two"));
    assert_eq!(first, second);
    for name in &names {
        let file = name.replace(".md", ".xml");
        let read = |out: &str| std::fs::read(folder.path().join(out).join(&file)).unwrap();
        assert_eq!(read("one"), read("two"));
    }
}

#[test]
fn a_document_named_twice_is_converted_once() {
    let folder = folder(&[("papers/a.md", MINUTES)]);
    plainsong(&folder)
        .args(["convert", "papers/a.md", "papers", "papers/../papers/a.md", "--to", "text", "--output", "out"])
        .assert()
        .code(0);
    let written: Vec<String> = files(&folder).into_iter().filter(|file| file.starts_with("out")).collect();
    assert_eq!(written, ["out/a.txt"]);
}

#[test]
fn a_report_never_overwrites_an_output_however_it_is_named() {
    let folder = folder(&[("a.md", MINUTES)]);
    let arguments = ["convert", "a.md", "--to", "text", "--output", "new", "--report", "./new/../new/a.txt"];
    let (code, _, stderr) = run(plainsong(&folder).args(arguments));
    assert_eq!(code, 2);
    assert!(stderr.contains("--report"), "{stderr}");
    assert_eq!(files(&folder), ["a.md"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_written_through() {
    let folder = folder(&[("a.md", MINUTES), ("real.json", b"old")]);
    std::os::unix::fs::symlink(folder.path().join("real.json"), folder.path().join("link.json")).unwrap();
    plainsong(&folder).args(["convert", "a.md", "--to", "text", "--report", "link.json"]).assert().code(0);
    assert!(folder.path().join("link.json").symlink_metadata().unwrap().is_symlink());
    assert!(std::fs::read_to_string(folder.path().join("real.json")).unwrap().contains("documents"));
}

#[test]
fn what_the_author_should_mend_is_told() {
    let folder = folder(&[("a.md", b"---\ntitle: [open\n---\n\nThe panel met.\n")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "--to", "text"]));
    assert_eq!(code, 0);
    assert!(stderr.contains("a.md:2:1: reading:") && stderr.contains("front-matter-unreadable"), "{stderr}");
}

const DECISION: &[u8] = b"# Minutes\n\nPresent: A. Vane\n\nApologies: None\n\n## Benches\n\nRESOLVED: That the bench be mended.\n";
const NOTICE: &str = "A computer made this list. The minutes are the record.";

#[test]
fn minutes_open_with_lists_where_that_is_asked_for() {
    for (arguments, config, expected) in [
        (&[][..], "", false),
        (&["--summary"][..], "", true),
        (&["--summary=true"][..], "", true),
        (&[][..], "[convert]\nsummary = true\n", true),
        (&["--summary=false"][..], "[convert]\nsummary = true\n", false),
    ] {
        let folder = folder(&[("plainsong.toml", config.as_bytes()), ("a.md", DECISION)]);
        let (code, stdout, _) = run(plainsong(&folder).args(["convert", "a.md", "--to", "text", "-o", "-"]).args(arguments));
        assert_eq!(code, 0);
        assert_eq!(stdout.contains(NOTICE), expected, "{arguments:?} {config:?}: {stdout}");
        assert_eq!(stdout.contains("Item 1 of 1: Benches: RESOLVED: That the bench be mended."), expected, "{stdout}");
    }
}

#[test]
fn easy_read_has_the_lists_unless_told_not_to_and_the_report_says_so() {
    for (arguments, expected) in [(&[][..], 3), (&["--summary=false"][..], 0)] {
        let folder = folder(&[("a.md", DECISION)]);
        let command = ["convert", "a.md", "--to", "easy-read", "--report", "report.json"];
        plainsong(&folder).args(command).args(arguments).assert().code(0);
        let report: Value = serde_json::from_slice(&std::fs::read(folder.path().join("report.json")).unwrap()).unwrap();
        let changes = report["documents"][0]["outputs"][0]["changes"].as_array().unwrap().clone();
        let added: Vec<&Value> = changes.iter().filter(|change| change["id"] == "list-added").collect();
        assert_eq!(added.len(), expected, "{arguments:?}: {changes:?}");
        for change in added {
            // Who came is said before the minutes, what came of them after their last line.
            let after = change["after"].as_str().unwrap();
            let line = if after == "People who came\nA. Vane" { 3 } else { 10 };
            assert_eq!((&change["before"], &change["place"]["line"]), (&Value::from(""), &Value::from(line)));
            assert!(line == 3 || after.contains(NOTICE), "{change}");
        }
    }
}

#[test]
fn a_report_never_opens_with_lists() {
    let report = b"# Report\n\n**REPORT TITLE:** Benches\n\n## RECOMMENDATIONS\n\nThe panel is asked to agree that the bench be mended.\n";
    let folder = folder(&[("a.md", report)]);
    let (_, stdout, _) = run(plainsong(&folder).args(["convert", "a.md", "--to", "text", "-o", "-", "--summary"]));
    assert!(!stdout.contains("What was decided"), "{stdout}");
}

#[test]
fn what_is_not_for_the_public_is_not_made_if_it_is_to_be_public() {
    let marked = b"# Lease of the barn\n\nNOT FOR PUBLICATION\n\nThe rent is low.";
    let folder = folder(&[("marked.md", marked), ("good.md", b"# Buses\n\nThe bus is new.")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "--public", "--to", "text", "marked.md", "good.md"]));
    assert_eq!(code, 1);
    assert!(stderr.contains("marked.md:3: nothing was made, because of --public."), "{stderr}");
    assert!(folder.path().join("good.txt").exists() && !folder.path().join("marked.txt").exists());
    let (code, _, stderr) = run(plainsong(&folder).args(["pack", "--public", "marked.md", "--output", "pack"]));
    assert_eq!(code, 1, "{stderr}");
    assert!(!folder.path().join("pack").exists());
    plainsong(&folder).args(["convert", "--to", "text", "marked.md"]).assert().code(0);
}
