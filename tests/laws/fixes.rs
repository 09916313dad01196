//! The law of fixes: a finding's own fix removes the finding and adds none.

use std::collections::BTreeSet;

use plainsong::diagnostic::{Diagnostic, Fix};
use plainsong::lint::{self, lint};
use plainsong::{Source, parse};

use crate::{fixtures, no_complaints};

/// A rule and the words that it points at.
type Finding = (&'static str, String);

#[test]
fn a_fix_removes_its_finding_and_adds_none() {
    let mut complaints = Vec::new();
    let mut count = 0;
    for source in fixtures::fixtures() {
        let before = findings(&source);
        let known: BTreeSet<Finding> = before.iter().map(|finding| name(finding, &source)).collect();
        for finding in before.iter().filter(|finding| finding.fix.is_some()) {
            count += 1;
            let mended = mended(&source, finding.fix.as_ref().unwrap());
            let after: BTreeSet<Finding> = findings(&mended).iter().map(|finding| name(finding, &mended)).collect();
            let own = name(finding, &source);
            if after.contains(&own) {
                complaints.push(format!("{}: the fix leaves {own:?}", source.name()));
            }
            complaints.extend(after.difference(&known).map(|new| format!("{}: the fix of {own:?} adds {new:?}", source.name())));
        }
    }
    assert!(count > 50, "only {count} fixes");
    no_complaints(&complaints);
}

fn findings(source: &Source) -> Vec<Diagnostic> {
    lint(&parse(source), source, &lint::Options::default())
}

/// Sentences change when a word in them does; the place of one is its line.
fn name(finding: &Diagnostic, source: &Source) -> Finding {
    let is_long = ["long-sentence", "long-paragraph", "list-not-marked-up"].contains(&finding.rule);
    let words = source.slice(finding.span);
    let line = source.position(finding.span.start).line;
    (finding.rule, if is_long { format!("line {line}, {}", finding.severity.word()) } else { words.to_owned() })
}

fn mended(source: &Source, fix: &Fix) -> Source {
    let mut text = source.text().to_owned();
    for edit in fix.edits.iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    Source::new(source.name(), text)
}
