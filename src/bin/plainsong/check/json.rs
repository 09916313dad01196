//! Findings as JSON: one object a document and line.

use plainsong::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use plainsong::{Place, Source};
use serde::Serialize;

use super::Checked;
use crate::failure::Failure;
use crate::report::Error;

#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Read { path: &'a str, findings: Vec<Finding<'a>> },
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
            Ok(findings) => Line::Read {
                path: &checked.name,
                findings: findings.diagnostics.iter().map(|diagnostic| finding(diagnostic, &findings.source)).collect(),
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

fn fix(fix: &Fix) -> FixJson<'_> {
    let edits = fix.edits.iter().map(|edit| EditJson { start: edit.span.start, end: edit.span.end, text: &edit.text });
    FixJson { applicability: fix.applicability, edits: edits.collect() }
}
