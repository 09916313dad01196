//! Findings as JSON: one object a document and line.

use std::io::Write;

use plainsong::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use plainsong::lint::Suppressed;
use plainsong::{Place, Source, Span};
use serde::{Serialize, Serializer};

use super::Checked;
use crate::report::Error;

#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Read { path: &'a str, findings: Findings<'a>, suppressed: Vec<SuppressedJson<'a>> },
    Unread { path: &'a str, error: Error },
}

/// The findings of a document. They are made one after another: together they take more memory than the document.
struct Findings<'a> {
    diagnostics: &'a [Diagnostic],
    source: &'a Source,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.diagnostics.iter().map(|diagnostic| finding(diagnostic, self.source)))
    }
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
    also: Places<'a>,
}

/// Places, made one after another.
struct Places<'a> {
    spans: &'a [Span],
    source: &'a Source,
}

impl Serialize for Places<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.spans.iter().map(|span| Place::of(*span, self.source)))
    }
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

/// Writes the lines, in the order given. They are many small pieces, so where they go is known beforehand: a
/// call for each takes longer than to make it.
pub(super) fn write(checked: &[Checked], out: &mut impl Write) -> Result<(), std::io::Error> {
    for checked in checked {
        let line = match &checked.result {
            Ok(found) => Line::Read {
                path: &checked.name,
                findings: Findings { diagnostics: &found.diagnostics, source: &found.source },
                suppressed: found.suppressed.iter().map(|suppressed| suppressed_json(suppressed, &found.source)).collect(),
            },
            Err(failure) => Line::Unread { path: &checked.name, error: failure.into() },
        };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
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
        also: Places { spans: &diagnostic.also, source },
    }
}

fn suppressed_json<'a>(suppressed: &'a Suppressed, source: &'a Source) -> SuppressedJson<'a> {
    SuppressedJson { finding: finding(&suppressed.finding, source), reason: suppressed.reason.as_deref() }
}

fn fix(fix: &Fix) -> FixJson<'_> {
    let edits = fix.edits.iter().map(|edit| EditJson { start: edit.span.start, end: edit.span.end, text: &edit.text });
    FixJson { applicability: fix.applicability, edits: edits.collect() }
}
