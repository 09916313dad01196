//! What makes `check` bearable on papers that are there already: comments, baselines, mending.

use std::fs;

use serde_json::Value;

use super::{files, folder, plainsong, run};

const OLD: &str = "# Plan\n\nWe met stakeholders.\n";

/// The rules of what is found in `a.md`.
fn rules(folder: &tempfile::TempDir, arguments: &[&str]) -> Vec<String> {
    let (_, stdout, stderr) = run(plainsong(folder).args(["check", "--format", "json", "a.md"]).args(arguments));
    let line: Value = serde_json::from_str(&stdout).unwrap_or_else(|_| panic!("{stderr}"));
    line["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

fn text(folder: &tempfile::TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

#[test]
fn a_comment_leaves_out_a_finding_and_its_reason_is_told() {
    let folder = folder(&[("a.md", b"# Plan\n\n<!-- plainsong-ignore-next-line jargon: the group's name -->\nWe met stakeholders.\n")]);
    assert!(!rules(&folder, &[]).contains(&"jargon".to_owned()));
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "--format", "json", "a.md"]));
    let line: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!((&line["suppressed"][0]["rule"], &line["suppressed"][0]["reason"]), (&"jargon".into(), &"the group's name".into()));
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "a.md"]));
    assert!(stdout.ends_with(" in 1 document. 1 finding is left out by comments.\n"), "{stdout}");
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "--format", "sarif", "a.md"]));
    let log: Value = serde_json::from_str(&stdout).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressed = results.iter().find(|result| result["ruleId"] == "jargon").unwrap();
    assert_eq!(suppressed["suppressions"][0]["kind"], "inSource");
    assert_eq!(suppressed["suppressions"][0]["justification"], "the group's name");
    assert!(results.iter().all(|result| result["suppressions"].is_array()), "either all say it or none");
}

#[test]
fn a_comment_is_no_word_of_any_format() {
    let text = "---\ndate: 2024-03-05\n---\n\n# Plan\n\n- One stakeholder.\n\n<!-- plainsong-ignore-next-line jargon: xyzzy -->\n- Two <!-- plainsong-ignore-file jargon: xyzzy -->words.\n";
    let folder = folder(&[("a.md", text.as_bytes())]);
    plainsong(&folder).args(["convert", "--strict", "--to", "text,html,dtbook", "a.md"]).assert().code(0);
    for name in ["a.txt", "a.html", "a.xml"] {
        let output = self::text(&folder, name);
        assert!(output.contains("words") && !output.contains("xyzzy") && !output.contains("plainsong-ignore"), "{name}");
    }
}

#[test]
fn comments_that_are_wrong_or_not_needed_are_found() {
    let folder =
        folder(&[("a.md", b"# Plan\n\n<!-- plainsong-ignore-file jargn -->\n<!-- plainsong-ignore-file jargon -->\nPlain words.\n")]);
    let found = rules(&folder, &[]);
    assert!(found.contains(&"unknown-suppression".to_owned()) && found.contains(&"unused-suppression".to_owned()), "{found:?}");
    for rule in ["unknown-suppression", "unused-suppression"] {
        plainsong(&folder).args(["explain", rule]).assert().code(0);
    }
}

#[test]
fn a_baseline_leaves_only_what_is_new() {
    let folder = folder(&[("papers/a.md", OLD.as_bytes()), ("papers/b.md", OLD.as_bytes())]);
    let (code, stdout, stderr) = run(plainsong(&folder).args(["check", "papers", "--write-baseline", "known.json"]));
    assert_eq!((code, stdout.as_str()), (0, ""), "{stderr}");
    assert!(stderr.contains("known.json: "), "{stderr}");
    assert!(!text(&folder, "known.json").contains("stakeholders"), "words of a paper do not go into the file");
    let check = || run(plainsong(&folder).args(["check", "papers", "--baseline", "known.json"]));
    assert_eq!(check().0, 0);
    fs::write(folder.path().join("papers/a.md"), format!("Words before it.\n\n{OLD}\nGovernance matters.\n")).unwrap();
    let (code, stdout, _) = check();
    assert_eq!(code, 1);
    assert!(stdout.contains("Governance") && !stdout.contains("We met stakeholders"), "{stdout}");
}

#[test]
fn sarif_says_which_findings_a_baseline_knows() {
    let folder = folder(&[("a.md", OLD.as_bytes())]);
    plainsong(&folder).args(["check", "a.md", "--write-baseline", "known.json"]).assert().code(0);
    fs::write(folder.path().join("a.md"), format!("{OLD}\nGovernance matters.\n")).unwrap();
    let states = |arguments: &[&str]| {
        let (_, stdout, stderr) = run(plainsong(&folder).args(["check", "--format", "sarif", "a.md"]).args(arguments));
        let log: Value = serde_json::from_str(&stdout).unwrap_or_else(|_| panic!("{stderr}"));
        let results = log["runs"][0]["results"].as_array().unwrap().iter().filter(|result| result["ruleId"] == "jargon").cloned();
        results.map(|result| (result["baselineState"].clone(), result["suppressions"][0]["kind"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(states(&["--baseline", "known.json"]), [("new".into(), Value::Null), ("unchanged".into(), "external".into())]);
    assert_eq!(states(&[]), [(Value::Null, Value::Null), (Value::Null, Value::Null)]);
}

#[test]
fn a_baseline_is_found_from_any_folder_and_may_stand_in_the_settings() {
    let folder = folder(&[("papers/plainsong.toml", b"[check]\nbaseline = \"known.json\"\n"), ("papers/a.md", OLD.as_bytes())]);
    plainsong(&folder).args(["check", "papers/a.md", "--write-baseline", "papers/known.json"]).assert().code(0);
    plainsong(&folder).args(["check", "papers"]).assert().code(0);
    plainsong(&folder).current_dir(folder.path().join("papers")).args(["check", "a.md"]).assert().code(0);
}

#[test]
fn what_is_no_baseline_of_this_version_is_said_and_nothing_is_run() {
    for (file, words) in [
        (&b"{\"plainsong-baseline\": 2, \"documents\": {}}"[..], "is of version 2, and this plainsong knows version 1"),
        (b"{\"plainsong-baseline\": \"x\"}", "is of version \"x\""),
        (b"[1]", "this is no baseline"),
        (b"{\n,", "known.json:2: this is not JSON"),
        (b"{\"plainsong-baseline\": 1, \"documents\": 3}", "this baseline cannot be read"),
    ] {
        let folder = folder(&[("a.md", OLD.as_bytes()), ("known.json", file)]);
        let (code, stdout, stderr) = run(plainsong(&folder).args(["check", "a.md", "--baseline", "known.json"]));
        assert_eq!((code, stdout.as_str()), (2, ""));
        assert!(stderr.contains(words) && stderr.contains("--write-baseline"), "{stderr}");
    }
    let folder = folder(&[("a.md", OLD.as_bytes())]);
    let (code, _, stderr) = run(plainsong(&folder).args(["check", "a.md", "--baseline", "gone.json"]));
    assert!(code == 2 && stderr.contains("gone.json: this baseline cannot be read. There is no file"), "{stderr}");
}

#[test]
fn no_baseline_is_written_of_documents_that_cannot_be_read() {
    let folder = folder(&[("a.md", OLD.as_bytes()), ("b.md", b"\xff")]);
    plainsong(&folder).args(["check", ".", "--write-baseline", "known.json"]).assert().code(2);
    assert_eq!(files(&folder), ["a.md", "b.md"]);
}

/// A document whose one comment is not needed: what mends that is safe.
const MENDABLE: &str = "\u{feff}# Plan\r\n\r\n<!-- plainsong-ignore-file jargon -->\r\nPlain words.\r\n";
const MENDED: &str = "\u{feff}# Plan\r\n\r\nPlain words.\r\n";

#[test]
fn what_is_safe_is_mended_and_the_rest_of_the_file_stays() {
    let folder = folder(&[("a.md", MENDABLE.as_bytes()), ("b.md", b"Plain words.")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["check", "--fix", "."]));
    assert_eq!(code, 0);
    assert!(stderr.contains("a.md: 1 finding was mended.") && !stderr.contains("b.md"), "{stderr}");
    assert_eq!(text(&folder, "a.md"), MENDED);
    assert_eq!(files(&folder), ["a.md", "b.md"]);
}

#[test]
fn what_is_only_suggested_is_left_until_it_is_asked_for() {
    let folder = folder(&[("a.md", b"# Plan\n\nA stakeholder spoke to a stakeholder.\n")]);
    plainsong(&folder).args(["check", "--fix", "a.md", "--off=undefined-acronym"]).assert().code(1);
    assert!(text(&folder, "a.md").contains("stakeholder"));
    run(plainsong(&folder).args(["check", "--fix-suggested", "a.md"]));
    assert_eq!(text(&folder, "a.md"), "# Plan\n\nA person or group this affects spoke to a person or group this affects.\n");
}

#[test]
fn a_diff_shows_what_would_be_mended_and_writes_nothing() {
    let folder = folder(&[("papers/a.md", MENDABLE.as_bytes()), ("papers/b.md", b"Plain words.\n")]);
    let (code, stdout, _) = run(plainsong(&folder).args(["check", "--diff", "papers"]));
    assert_eq!(code, 1);
    assert!(stdout.starts_with("--- a/papers/a.md\n+++ b/papers/a.md\n@@ "), "{stdout}");
    assert!(stdout.contains("-<!-- plainsong-ignore-file jargon -->\r\n") && !stdout.contains("b.md"), "{stdout}");
    assert_eq!(text(&folder, "papers/a.md"), MENDABLE);
    plainsong(&folder).args(["check", "--diff", "papers/b.md"]).assert().code(0);
    let (code, stdout, _) = run(plainsong(&folder).args(["check", "--diff", "-"]).write_stdin(MENDABLE));
    assert!(code == 1 && stdout.starts_with("--- a/stdin\n"), "{stdout}");
}

#[test]
fn standard_input_cannot_be_mended_in_its_place() {
    let (code, _, stderr) = run(plainsong(&folder(&[])).args(["check", "--fix", "-"]).write_stdin(MENDABLE));
    assert!(code == 2 && stderr.contains("Use --diff"), "{stderr}");
}

#[cfg(unix)]
#[test]
fn a_mended_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.md", MENDABLE.as_bytes())]);
    let path = folder.path().join("a.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    run(plainsong(&folder).args(["check", "--fix", "a.md"]));
    assert_eq!(text(&folder, "a.md"), MENDED);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}
