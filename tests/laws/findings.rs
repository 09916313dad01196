//! What holds for the findings of every document: their places are in it, a baseline of a document knows
//! all that is in it, mending stays within what it says, and the page of findings has the whole text.

use plainsong::diagnostic::{Applicability, Diagnostic};
use plainsong::lint::{self, Known, lint};
use plainsong::render::findings::{self, Checked};
use plainsong::{Source, parse};
use proptest::prelude::*;

use crate::hostile::soup;
use crate::word_law::source;
use crate::{documents, no_complaints};

fn found(source: &Source) -> Vec<Diagnostic> {
    lint(&parse(source), source, &lint::Options::default())
}

fn misplaced(source: &Source) -> Vec<String> {
    let mut wrong = Vec::new();
    for finding in found(source) {
        let edits = finding.fix.iter().flat_map(|fix| fix.edits.iter().map(|edit| edit.span));
        for span in std::iter::once(finding.span).chain(finding.also.iter().copied()).chain(edits) {
            if source.text().get(span.range()).is_none() {
                wrong.push(format!("{}: {}: {span:?} is no place", source.name(), finding.rule));
            }
        }
    }
    wrong
}

/// What a baseline of a document does not know in the same document.
fn forgotten(source: &Source) -> Vec<String> {
    let findings = found(source);
    let left = Known::of(&findings, source).new_findings(findings, source);
    left.iter().map(|finding| format!("{}: {} at {:?}", source.name(), finding.rule, finding.span)).collect()
}

/// The text on the page of findings, without marks and numbers.
fn text_of_page(source: &Source, findings: &[Diagnostic]) -> String {
    let document = parse(source);
    let page = findings::render(&[Checked { document: &document, source, findings }]);
    let (_, text) = page.split_once("<div class=\"checked-text\"").unwrap();
    let end = text.rfind("</div>\n<h2>What was found</h2>").or_else(|| text.rfind("</div>\n</main>")).unwrap();
    let mut text = text[..end].replace("</mark>", "");
    for class in ["advice", "warning", "error"] {
        text = text.replace(&format!("<mark class=\"{class}\">"), "").replace(&format!("<mark class=\"{class} long\">"), "");
    }
    let mut plain = String::new();
    for (index, part) in text.split("<sup").enumerate() {
        match part.split_once("</sup>") {
            Some((number, rest)) if index > 0 && number.contains("<span class=\"unseen\">finding </span>") => plain.push_str(rest),
            _ if index > 0 => {
                plain.push_str("<sup");
                plain.push_str(part);
            }
            _ => plain.push_str(part),
        }
    }
    plain
}

fn changed_on_the_page(source: &Source) -> Vec<String> {
    let (with, without) = (text_of_page(source, &found(source)), text_of_page(source, &[]));
    let differ = with.lines().zip(without.lines()).find(|(one, other)| one != other);
    differ.map(|(with, without)| format!("{}:\n{with}\n{without}", source.name())).into_iter().collect()
}

#[test]
fn every_finding_is_in_its_document_and_known_to_its_baseline() {
    let complaints: Vec<String> = documents().iter().flat_map(|source| [misplaced(source), forgotten(source)].concat()).collect();
    no_complaints(&complaints);
}

#[test]
fn the_page_of_findings_has_the_whole_text() {
    let complaints: Vec<String> = documents().iter().flat_map(changed_on_the_page).collect();
    no_complaints(&complaints);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_holds_for_any_text(text in soup(), comment in "plainsong-ignore-(next-line|start|end|file) (jargon|x)") {
        let source = source(&format!("<!-- {comment} -->\n{text}\n<!-- {comment} --> SCIE met stakeholders"));
        let complaints = [misplaced(&source), forgotten(&source), changed_on_the_page(&source)].concat();
        prop_assert!(complaints.is_empty(), "{}", complaints.join("\n"));
        if let Some(fixed) = lint::fix(&source, &found(&source), Applicability::Suggested) {
            prop_assert!(fixed.count > 0 && fixed.text != source.text());
        }
    }
}
