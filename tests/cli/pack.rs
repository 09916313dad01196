//! `plainsong pack` and `plainsong status`.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use super::{files, folder, plainsong, run};

const MINUTES: &[u8] = b"# Minutes of the panel\n\nDate: 5 March 2024\n\n![The bench](bench.png)\n\nThe panel met.\n";
const SETTINGS: &[u8] = b"[contact]\nemail = \"clerk@ambleford.example\"\n";

/// A folder with minutes and their pack in `out`.
fn packed() -> TempDir {
    let folder = folder(&[("may.md", MINUTES), ("plainsong.toml", SETTINGS)]);
    plainsong(&folder).args(["pack", "may.md", "--output", "out"]).assert().code(0);
    folder
}

fn read(folder: &TempDir, file: &str) -> String {
    fs::read_to_string(folder.path().join(file)).unwrap()
}

fn status(folder: &TempDir) -> (i32, Value) {
    let (code, stdout, stderr) = run(plainsong(folder).args(["status", "out", "--format", "json"]));
    assert_eq!(stderr, "");
    (code, serde_json::from_str(&stdout).unwrap())
}

/// The state of a file of the pack.
fn state(status: &Value, path: &str) -> String {
    let files = status["files"].as_array().unwrap();
    files.iter().find(|file| file["path"] == path).unwrap()["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_pack_holds_every_format_for_readers_and_what_belongs_beside_them() {
    let folder = packed();
    let expected = [
        "may.md",
        "out/formats.html",
        "out/manifest.json",
        "out/may.daisy.zip",
        "out/may.easy-read-draft.pdf",
        "out/may.epub",
        "out/may.html",
        "out/may.large-print.pdf",
        "out/may.txt",
        "out/to-check.md",
        "plainsong.toml",
    ];
    assert_eq!(files(&folder), expected);
    assert!(read(&folder, "out/formats.html").contains("mailto:clerk@ambleford.example"));
    assert!(read(&folder, "out/to-check.md").contains("- [ ] may.md:5: bench.png: \"The bench\""));
    let manifest: Value = serde_json::from_str(&read(&folder, "out/manifest.json")).unwrap();
    assert_eq!(manifest["source"]["path"], "../may.md");
    assert_eq!(manifest["beside"][0]["path"], "../bench.png");
    assert_eq!(manifest["beside"][1]["path"], "../plainsong.toml");
    let formats = manifest["formats"].as_array().unwrap();
    let format = |name: &str| formats.iter().find(|format| format["format"] == name).unwrap();
    assert_eq!(format("text")["bytes"], fs::metadata(folder.path().join("out/may.txt")).unwrap().len());
    assert_eq!((&format("large-print")["pages"], &format("text")["pages"]), (&Value::from(1), &Value::Null));
}

#[test]
fn two_packs_of_one_document_are_the_same() {
    let folder = packed();
    plainsong(&folder).args(["pack", "may.md", "--output", "again"]).assert().code(0);
    plainsong(&folder).args(["pack", "may.md", "--output", "again"]).assert().code(0);
    for file in files(&folder).into_iter().filter_map(|file| file.strip_prefix("out/").map(str::to_owned)) {
        let bytes = |pack: &str| fs::read(folder.path().join(pack).join(&file)).unwrap();
        assert!(bytes("out") == bytes("again"), "{file}");
    }
}

#[test]
fn the_flags_of_convert_are_flags_of_pack() {
    let folder = folder(&[("may.md", MINUTES)]);
    let arguments = ["pack", "may.md", "-o", "out", "--to", "text,dtbook", "--line-ends", "crlf"];
    plainsong(&folder).args(arguments).assert().code(0);
    assert_eq!(files(&folder)[1..], ["out/formats.html", "out/manifest.json", "out/may.txt", "out/may.xml", "out/to-check.md"]);
    assert!(read(&folder, "out/may.txt").contains("\r\n"));
    let (code, _, stderr) = run(plainsong(&folder).args(arguments).arg("--strict"));
    assert_eq!(code, 1);
    assert!(stderr.contains("may.md:5:1: dtbook: The picture"), "{stderr}");
}

#[test]
fn what_is_up_to_date_says_so() {
    let folder = packed();
    let (code, status) = status(&folder);
    assert_eq!((code, &status["current"]), (0, &Value::Bool(true)));
    assert_eq!(state(&status, "may.large-print.pdf"), "up-to-date");
    let (code, stdout, _) = run(plainsong(&folder).args(["status", "out"]));
    assert_eq!(code, 0);
    assert!(stdout.starts_with("may.md is as it was") && stdout.ends_with("Every file is up to date.\n"), "{stdout}");
}

#[test]
fn what_is_older_than_its_source_says_so() {
    for (file, bytes) in [("may.md", &b"# Other minutes\n"[..]), ("plainsong.toml", b""), ("bench.png", b"now it is there")] {
        let folder = packed();
        fs::write(folder.path().join(file), bytes).unwrap();
        let (code, status) = status(&folder);
        assert_eq!((code, &status["current"]), (1, &Value::Bool(false)), "{file}");
        assert_eq!(state(&status, "may.txt"), "out-of-date", "{file}");
        let (_, stdout, _) = run(plainsong(&folder).args(["status", "out"]));
        assert!(stdout.contains(&format!("{file} has changed since")) && stdout.contains("plainsong pack"), "{stdout}");
    }
}

#[test]
fn what_others_changed_or_took_says_so() {
    let folder = packed();
    fs::write(folder.path().join("out/may.txt"), "mine").unwrap();
    fs::remove_file(folder.path().join("out/may.daisy.zip")).unwrap();
    let (code, status) = status(&folder);
    assert_eq!(code, 1);
    assert_eq!(state(&status, "may.txt"), "changed-by-hand");
    assert_eq!(state(&status, "may.daisy.zip"), "missing");
    assert_eq!(state(&status, "formats.html"), "up-to-date");
}

#[test]
fn where_nobody_can_tell_status_ends_with_2() {
    let folder = packed();
    fs::rename(folder.path().join("may.md"), folder.path().join("june.md")).unwrap();
    let (code, answer) = status(&folder);
    assert_eq!((code, &answer["current"]), (2, &Value::Null));
    assert_eq!(state(&answer, "may.txt"), "unknown");
    plainsong(&folder).args(["status", "out", "--source", "june.md"]).assert().code(0);
    fs::write(folder.path().join("out/manifest.json"), "{}").unwrap();
    for pack in ["out", "."] {
        let (code, stdout, stderr) = run(plainsong(&folder).args(["status", pack]));
        assert_eq!((code, stdout.as_str()), (2, ""));
        assert!(stderr.contains("manifest.json"), "{stderr}");
    }
}

#[test]
fn a_pack_and_its_document_can_be_moved_together() {
    let before = packed();
    let after = folder(&[]);
    for file in files(&before) {
        fs::create_dir_all(after.path().join("out")).unwrap();
        fs::copy(before.path().join(&file), after.path().join(&file)).unwrap();
    }
    assert_eq!(status(&after).0, 0);
}

#[test]
fn an_older_pack_is_replaced_and_keeps_its_ticks() {
    let folder = packed();
    let list = folder.path().join("out/to-check.md");
    fs::write(&list, read(&folder, "out/to-check.md").replace("- [ ] may.md:5", "- [x] may.md:5")).unwrap();
    fs::write(folder.path().join("may.md"), String::from_utf8_lossy(MINUTES).replace("Date:", "Agreed.\n\nDate:")).unwrap();
    for _ in 0..2 {
        plainsong(&folder).args(["pack", "may.md", "--output", "out"]).assert().code(0);
        assert!(read(&folder, "out/to-check.md").contains("- [x] may.md:7: bench.png"));
    }
    assert_eq!(status(&folder).0, 0);
}

#[test]
fn what_others_wrote_is_never_replaced() {
    for (file, words) in [("out/may.txt", "changed"), ("out/to-check.md", "changed"), ("out/letter.txt", "did not write")] {
        let folder = packed();
        fs::write(folder.path().join(file), "mine").unwrap();
        let before = read(&folder, "out/manifest.json");
        let (code, _, stderr) = run(plainsong(&folder).args(["pack", "may.md", "--output", "out", "--to", "text"]));
        assert_eq!(code, 2);
        assert!(stderr.contains(words) && stderr.contains("left as it is"), "{stderr}");
        assert_eq!((read(&folder, file), read(&folder, "out/manifest.json")), ("mine".to_owned(), before));
    }
    let folder = folder(&[("may.md", MINUTES)]);
    plainsong(&folder).args(["pack", "may.md", "--output", "."]).assert().code(2);
    assert_eq!(files(&folder), ["may.md"]);
}

#[test]
fn what_judges_said_counts_for_those_very_bytes() {
    let folder = packed();
    let manifest: Value = serde_json::from_str(&read(&folder, "out/manifest.json")).unwrap();
    let epub = manifest["formats"].as_array().unwrap().iter().find(|format| format["format"] == "epub").unwrap();
    let hash = epub["sha256"].as_str().unwrap();
    let verdicts = ["EPUBCheck", "Ace by DAISY"].map(|judge| format!(r#"{{"judge":"{judge}","sha256":"{hash}","verdict":"passed"}}"#));
    let stale = r#"{"judge":"veraPDF","sha256":"00","verdict":"passed"}"#;
    fs::write(folder.path().join("verdicts.json"), format!("[{},{},{stale}]", verdicts[0], verdicts[1])).unwrap();
    assert!(!read(&folder, "out/formats.html").contains("passes"));
    let (code, _, stderr) = run(plainsong(&folder).args(["pack", "may.md", "--output", "out", "--verdicts", "verdicts.json"]));
    assert_eq!(code, 0);
    assert!(stderr.contains("veraPDF") && stderr.contains("counts for nothing"), "{stderr}");
    let fragment = read(&folder, "out/formats.html");
    assert_eq!(fragment.matches("passes the automated checks").count(), 1, "{fragment}");
    fs::write(folder.path().join("verdicts.json"), "{}").unwrap();
    let (code, _, stderr) = run(plainsong(&folder).args(["pack", "may.md", "--output", "new", "--verdicts", "verdicts.json"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("verdicts.json: this is no list of verdicts"), "{stderr}");
}

#[test]
fn a_pack_is_of_one_document() {
    let folder = folder(&[("papers/a.md", MINUTES), ("papers/b.md", MINUTES)]);
    let (code, _, stderr) = run(plainsong(&folder).args(["pack", "papers", "--output", "out"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("several documents"), "{stderr}");
    plainsong(&folder).args(["pack", "papers/gone.md", "--output", "out"]).assert().code(2);
    assert_eq!(files(&folder), ["papers/a.md", "papers/b.md"]);
}

#[test]
fn a_document_of_standard_input_can_be_packed() {
    let folder = folder(&[]);
    plainsong(&folder).args(["pack", "-", "-o", "out", "--stdin-filename", "may.md", "--to", "text"]).write_stdin(MINUTES).assert().code(0);
    assert!(files(&folder).contains(&"out/may.txt".to_owned()));
    let (code, stdout, _) = run(plainsong(&folder).args(["status", "out"]));
    assert_eq!(code, 2);
    assert!(stdout.contains("--source"), "{stdout}");
}
