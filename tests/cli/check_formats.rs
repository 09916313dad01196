//! The formats of `check` for people and for programs that show findings.

use serde_json::Value;

use super::{folder, plainsong, run};

const REPORT: &str = "# T\u{177} Gwyn\n\nT\u{177}: \u{1f3e0} we asked a stakeholder and SCIE <b>&</b> others.\n\nStakeholders spoke.\n";

fn output(format: &str) -> (i32, String) {
    let folder = folder(&[("papers/t\u{177} 1.md", REPORT.as_bytes()), ("bad.md", b"caf\xe9")]);
    let (code, stdout, _) = run(plainsong(&folder).args(["check", "--format", format, "papers", "bad.md"]));
    (code, stdout)
}

/// The text between two columns of a line, columns counted from 1 in Unicode scalar values.
fn between(line: u64, start: u64, end: u64) -> String {
    let line = REPORT.lines().nth(usize::try_from(line).unwrap() - 1).unwrap();
    line.chars().skip(usize::try_from(start).unwrap() - 1).take(usize::try_from(end - start).unwrap()).collect()
}

#[test]
fn sarif_has_what_code_scanning_needs() {
    let log: Value = serde_json::from_str(&output("sarif").1).unwrap();
    let run = &log["runs"][0];
    for result in run["results"].as_array().unwrap() {
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let at = |key: &str| region[key].as_u64().unwrap();
        assert_eq!(at("startLine"), at("endLine"));
        assert_eq!(between(at("startLine"), at("startColumn"), at("endColumn")), region["snippet"]["text"].as_str().unwrap());
        assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "papers/t%C5%B7%201.md");
        assert!(result["partialFingerprints"]["plainsong/v1"].as_str().is_some_and(|print| print.len() == 25));
        assert_eq!(result["suppressions"], Value::Array(Vec::new()));
    }
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn github_columns_are_those_of_the_words() {
    let (_, stdout) = output("github");
    let jargon = stdout.lines().find(|line| line.contains("title=plainsong%3A jargon")).unwrap();
    let number = |key: &str| {
        let (_, rest) = jargon.split_once(&format!("{key}=")).unwrap();
        rest.split([',', ':']).next().unwrap().parse::<u64>().unwrap()
    };
    assert_eq!(between(number("line"), number(",col"), number("endColumn")), "stakeholder");
}

#[test]
fn junit_has_a_case_a_finding_and_counts_them() {
    let (code, xml) = output("junit");
    assert_eq!(code, 2);
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"plainsong\""), "{xml}");
    let count = |part: &str| xml.matches(part).count();
    assert!(
        xml.contains(&format!(
            "<testsuites name=\"plainsong\" tests=\"{}\" failures=\"{}\" errors=\"1\">",
            count("<testcase "),
            count("<failure ")
        )),
        "{xml}"
    );
    assert!(xml.contains("<testcase classname=\"papers/t\u{177} 1.md\" name=\"jargon 3:18\"><failure type=\"warning\""), "{xml}");
    assert!(xml.contains("<error message=\"bad.md: this file is not UTF-8"), "{xml}");
    assert_eq!(count("<testsuite "), count("</testsuite>"));
}

#[test]
fn the_page_has_the_text_the_figures_and_no_script() {
    let (code, page) = output("html");
    assert_eq!(code, 2);
    for part in [
        "<!DOCTYPE html>",
        "<mark class=\"warning\">stakeholder</mark>",
        "<mark class=\"warning\">Stakeholders</mark>",
        "href=\"#finding-1\"",
        "See 1 in the text",
        "The words that cost readers most",
        "<strong>stakeholder</strong>, used 2 times.",
        "Easy Read: 12.9",
        "Easy Read: 20",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
}
