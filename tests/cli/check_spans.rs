//! Every place that `check` gives is exact to the byte, in each format that gives places.

use std::path::Path;

use serde_json::Value;

use super::{folder, plainsong, run};

/// A document with everything that makes counting hard: a byte order mark, letters of two, three and four
/// bytes, accents of their own, entities, markup in words, and all three kinds of line ends.
const HARD: &str = "\u{feff}# T\u{177} Gwyn\r\n\r\nT\u{177}: \u{1f3e0} we asked a **stake**holder &amp; SCI&#69; e\u{301} SCIE.\r\rWe\u{a0}met stakeholders\nin \
    order to utilise\r\nthem, and stakeholders\u{2019} friends \u{20ac}5.\n\n| A | stakeholder |\n|---|---|\n| \u{1f9d1}\u{200d}\u{1f9bc} SCIE | governance |\n";

/// The documents: all fixtures, and the hard one.
fn documents() -> Vec<(String, String)> {
    fn add(folder: &Path, documents: &mut Vec<(String, String)>) {
        let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            match path.extension().and_then(|ending| ending.to_str()) {
                _ if path.is_dir() => add(&path, documents),
                Some("md") => {
                    if let Ok(text) = std::fs::read_to_string(&path) {
                        documents.push((format!("{}.md", documents.len()), text));
                    }
                }
                _ => {}
            }
        }
    }
    let mut documents = vec![("hard.md".to_owned(), HARD.to_owned())];
    add(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"), &mut documents);
    assert!(documents.len() > 10, "only {} documents were found", documents.len());
    documents
}

/// What `check` writes of all documents in a format, each place a finding.
fn checked(documents: &[(String, String)], format: &str) -> String {
    let files: Vec<(&str, &[u8])> = documents.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let folder = folder(&files);
    let names = documents.iter().map(|(name, _)| name);
    run(plainsong(&folder).args(["check", "--every", "--format", format]).args(names)).1
}

/// The byte of a line and a column, both counted from 1: columns in Unicode scalar values, and a byte order
/// mark has no width. Counted here in the plainest way, and not by the library.
fn byte_of(text: &str, line: u64, column: u64) -> usize {
    let (mut at_line, mut at_column) = (1, 1);
    let mut characters = text.char_indices().peekable();
    while let Some((byte, character)) = characters.next() {
        if byte == 0 && character == '\u{feff}' {
            continue;
        }
        if (at_line, at_column) == (line, column) {
            return byte;
        }
        let ends_line = character == '\n' || character == '\r' && characters.peek().is_none_or(|(_, next)| *next != '\n');
        (at_line, at_column) = if ends_line { (at_line + 1, 1) } else { (at_line, at_column + 1) };
    }
    assert_eq!((at_line, at_column), (line, column), "there is no such place");
    text.len()
}

fn number(value: &Value, key: &str) -> u64 {
    value[key].as_u64().unwrap_or_else(|| panic!("no {key} in {value}"))
}

fn bytes(value: &Value, start: &str, end: &str) -> std::ops::Range<usize> {
    usize::try_from(number(value, start)).unwrap()..usize::try_from(number(value, end)).unwrap()
}

#[test]
fn json_places_lines_and_columns_are_those_of_the_text() {
    let documents = documents();
    let mut count = 0;
    for (line, (name, text)) in checked(&documents, "json").lines().zip(&documents) {
        let line: Value = serde_json::from_str(line).unwrap();
        for finding in line["findings"].as_array().unwrap() {
            let range = bytes(finding, "start", "end");
            assert_eq!(&text[range.clone()], finding["text"].as_str().unwrap(), "{name}");
            assert_eq!(byte_of(text, number(finding, "line"), number(finding, "column")), range.start, "{name}: {finding}");
            assert_eq!(byte_of(text, number(finding, "end_line"), number(finding, "end_column")), range.end, "{name}: {finding}");
            for edit in finding["fix"]["edits"].as_array().into_iter().flatten() {
                assert!(text.get(bytes(edit, "start", "end")).is_some(), "{name}: {edit}");
            }
            count += 1;
        }
    }
    assert!(count > 50, "only {count} findings");
}

#[test]
fn sarif_regions_are_those_of_the_text() {
    let documents = documents();
    let log: Value = serde_json::from_str(&checked(&documents, "sarif")).unwrap();
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let place = &result["locations"][0]["physicalLocation"];
        let (_, text) = documents.iter().find(|(name, _)| place["artifactLocation"]["uri"] == name.as_str()).unwrap();
        let region = &place["region"];
        let start = usize::try_from(number(region, "byteOffset")).unwrap();
        let end = start + usize::try_from(number(region, "byteLength")).unwrap();
        assert_eq!(&text[start..end], region["snippet"]["text"].as_str().unwrap());
        assert_eq!(byte_of(text, number(region, "startLine"), number(region, "startColumn")), start, "{region}");
        assert_eq!(byte_of(text, number(region, "endLine"), number(region, "endColumn")), end, "{region}");
    }
}

#[test]
fn github_and_junit_give_the_places_of_json() {
    let documents = documents();
    let mut expected = Vec::new();
    for (line, (name, _)) in checked(&documents, "json").lines().zip(&documents) {
        let line: Value = serde_json::from_str(line).unwrap();
        for finding in line["findings"].as_array().unwrap() {
            let [line, column, end_line, end_column] = ["line", "column", "end_line", "end_column"].map(|key| number(finding, key));
            let github = format!("file={name},line={line},col={column},endLine={end_line},endColumn={end_column},");
            expected
                .push((github, format!("<testcase classname=\"{name}\" name=\"{} {line}:{column}\">", finding["rule"].as_str().unwrap())));
        }
    }
    let github = checked(&documents, "github");
    let junit = checked(&documents, "junit");
    let cases: Vec<&str> = junit.lines().filter(|line| line.contains("<testcase ") && !line.contains("nothing found")).collect();
    assert_eq!((github.lines().count(), cases.len()), (expected.len(), expected.len()));
    for ((line, case), (in_github, in_junit)) in github.lines().zip(cases).zip(&expected) {
        assert!(line.contains(in_github.as_str()), "no {in_github} in {line}");
        assert!(case.contains(in_junit.as_str()), "no {in_junit} in {case}");
    }
}
