//! Findings as JSON: one object a document and line.

use plainsong::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use plainsong::lint::Suppressed;
use plainsong::{Place, Source};
use serde::Serialize;

use super::Checked;
use crate::failure::Failure;
use crate::report::Error;

#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Read { path: &'a str, findings: Vec<Finding<'a>>, suppressed: Vec<SuppressedJson<'a>> },
    Unread { path: &'a str, error: Error },
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'static str,
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    place: Place,
    text: &'a str,
    help: Option<&'a str>,
    fix: Option<FixJson<'a>>,
    /// The other places of the same finding.
    also: Vec<Place>,
}

/// A finding that a comment in the document asks to leave out, with the reason that it gives.
#[derive(Serialize)]
struct SuppressedJson<'a> {
    #[serde(flatten)]
    finding: Finding<'a>,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct FixJson<'a> {
    applicability: Applicability,
    edits: Vec<EditJson<'a>>,
}

#[derive(Serialize)]
struct EditJson<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// The lines, in the order given.
pub(super) fn report(checked: &[Checked]) -> Result<String, Failure> {
    let mut lines = String::new();
    for checked in checked {
        let line = match &checked.result {
            Ok(found) => Line::Read {
                path: &checked.name,
                findings: found.diagnostics.iter().map(|diagnostic| finding(diagnostic, &found.source)).collect(),
                suppressed: found.suppressed.iter().map(|suppressed| suppressed_json(suppressed, &found.source)).collect(),
            },
            Err(failure) => Line::Unread { path: &checked.name, error: failure.into() },
        };
        lines.push_str(&to_json(&line)?);
        lines.push('\n');
    }
    Ok(lines)
}

/// A value as JSON on one line.
pub(super) fn to_json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::new(format!("the findings cannot be written as JSON: {error}.")))
}

fn finding<'a>(diagnostic: &'a Diagnostic, source: &'a Source) -> Finding<'a> {
    Finding {
        rule: diagnostic.rule,
        severity: diagnostic.severity,
        message: &diagnostic.message,
        place: Place::of(diagnostic.span, source),
        text: source.slice(diagnostic.span),
        help: diagnostic.help.as_deref(),
        fix: diagnostic.fix.as_ref().map(fix),
        also: diagnostic.also.iter().map(|&span| Place::of(span, source)).collect(),
    }
}

fn suppressed_json<'a>(suppressed: &'a Suppressed, source: &'a Source) -> SuppressedJson<'a> {
    SuppressedJson { finding: finding(&suppressed.finding, source), reason: suppressed.reason.as_deref() }
}

fn fix(fix: &Fix) -> FixJson<'_> {
    let edits = fix.edits.iter().map(|edit| EditJson { start: edit.span.start, end: edit.span.end, text: &edit.text });
    FixJson { applicability: fix.applicability, edits: edits.collect() }
}
