//! `plainsong check`.

use serde_json::Value;

use super::{folder, plainsong, run};

const REPORT: &str = "\u{feff}# T\u{177} Gwyn\r\n\r\nT\u{177}: we asked a stakeholder and SCIE.\r\n\r\nEach stakeholder spoke.\r\n";

/// The one line of JSON about a document.
fn findings(text: &str) -> Value {
    let folder = folder(&[("a.md", text.as_bytes())]);
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "--format", "json", "a.md"]));
    serde_json::from_str(&stdout).unwrap()
}

#[test]
fn json_places_are_those_of_the_file_as_read() {
    let line = findings(REPORT);
    assert_eq!(line["path"], "a.md");
    let findings = line["findings"].as_array().unwrap();
    let rules: Vec<&str> = findings.iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["jargon", "undefined-acronym"]);
    for finding in findings {
        let at = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
        assert_eq!(&REPORT[at("start")..at("end")], finding["text"].as_str().unwrap());
    }
    let jargon = &findings[0];
    assert_eq!(jargon["text"], "stakeholder");
    assert_eq!((&jargon["line"], &jargon["column"]), (&3.into(), &16.into()));
    assert_eq!((&jargon["end_line"], &jargon["end_column"]), (&3.into(), &27.into()));
    assert_eq!(jargon["severity"], "warning");
    assert_eq!(jargon["fix"]["applicability"], "suggested");
    assert_eq!(jargon["fix"]["edits"][0]["start"], jargon["start"]);
    assert!(jargon["help"].is_string() && jargon["message"].is_string());
    assert_eq!(jargon["also"][0]["line"], 5);
    assert_eq!(findings[1]["fix"]["applicability"], "suggested");
}

#[test]
fn json_has_a_line_a_document_in_the_order_given() {
    let folder = folder(&[("b.md", b"Good."), ("bad.md", b"caf\xe9"), ("papers/a.md", b"Good.")]);
    let (code, stdout, stderr) = run(plainsong(&folder).args(["check", "--format", "json", "papers", "gone.md", "bad.md", "b.md"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("bad.md"), "{stderr}");
    let lines: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let paths: Vec<&str> = lines.iter().map(|line| line["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["papers/a.md", "gone.md", "bad.md", "b.md"]);
    assert_eq!(lines[0]["findings"], Value::Array(Vec::new()));
    assert_eq!(lines[1]["error"]["offset"], Value::Null);
    assert_eq!(lines[2]["error"]["offset"], 3);
    assert!(lines[2]["error"]["message"].as_str().unwrap().contains("UTF-8"));
    assert_eq!(lines[2]["findings"], Value::Null);
}

#[test]
fn findings_end_with_1_and_none_with_0() {
    let folder = folder(&[("good.md", b"We asked people."), ("bad.md", b"We asked stakeholders.")]);
    plainsong(&folder).args(["check", "good.md"]).assert().code(0);
    plainsong(&folder).args(["check", "good.md", "bad.md"]).assert().code(1);
    plainsong(&folder).args(["check", "bad.md", "gone.md"]).assert().code(2);
}

#[test]
fn people_see_the_line_the_help_and_the_counts_without_colour_codes() {
    let folder = folder(&[("a.md", REPORT.as_bytes()), ("b.md", b"Good.")]);
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "a.md", "b.md"]));
    for part in ["warning[jargon]", "a.md:3:16", "we asked a stakeholder and SCIE", "^^^^^^^^^^^", "help: Write", "also in line 5"] {
        assert!(stdout.contains(part), "no {part:?} in {stdout}");
    }
    assert!(stdout.ends_with("2 warnings in 2 documents.\n"), "{stdout}");
    assert!(!stdout.contains('\u{1b}'), "{stdout}");
}

#[test]
fn a_document_on_one_long_line_has_exact_columns_for_people() {
    let folder = folder(&[("a.md", format!("{}we asked stakeholders", "T\u{177} ".repeat(1000)).as_bytes())]);
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "a.md"]));
    assert!(stdout.contains("a.md:1:3010") && stdout.contains("we asked stakeholders"), "{stdout}");
}

#[test]
fn sarif_is_one_log_with_rules_and_exact_regions() {
    let folder = folder(&[("t\u{177} 1.md", REPORT.as_bytes()), ("bad.md", b"caf\xe9")]);
    let (code, stdout, _) = run(plainsong(&folder).args(["check", "--format", "sarif", "t\u{177} 1.md", "bad.md"]));
    assert_eq!(code, 2);
    let log: Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("## Instead"));
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let start = usize::try_from(region["byteOffset"].as_u64().unwrap()).unwrap();
        let end = start + usize::try_from(region["byteLength"].as_u64().unwrap()).unwrap();
        assert_eq!(&REPORT[start..end], region["snippet"]["text"].as_str().unwrap());
    }
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "t%C5%B7%201.md");
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&3.into(), &16.into()));
    let replacement = &results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["deletedRegion"]["startColumn"], 16);
    assert!(replacement["insertedContent"]["text"].as_str().is_some_and(|text| !text.is_empty()));
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn github_commands_are_escaped() {
    let folder = folder(&[("a,b: 100%.md", b"We asked stakeholders.")]);
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "--format", "github", "a,b: 100%.md"]));
    let start = "::warning file=a%2Cb%3A 100%25.md,line=1,col=10,endLine=1,endColumn=22,title=plainsong%3A jargon::";
    assert!(stdout.starts_with(start), "{stdout}");
    assert_eq!(stdout.lines().count(), 1);
}

#[test]
fn standard_input_is_checked_under_its_name() {
    let folder = folder(&[]);
    for (arguments, name) in [(&["-"][..], "stdin"), (&["-", "--stdin-filename", "papers/a.md"][..], "papers/a.md")] {
        let mut command = plainsong(&folder);
        command.args(["check", "--format", "json"]).args(arguments).write_stdin("We asked stakeholders.");
        let line: Value = serde_json::from_str(&run(&mut command).1).unwrap();
        assert_eq!(line["path"], name);
    }
}
