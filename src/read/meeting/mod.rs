//! What passages do: who came, what was decided, who will do what; in a strategy, what is promised.
//! Marks are added; no block and no word is touched.

mod actions;
mod attendance;
mod decided;
mod decisions;
mod formal;
mod inlines;
mod kind;
mod motion;
mod near;
mod next_meeting;
mod on_demand;
mod outcomes;
mod owner;
mod passages;
mod pattern;
mod recommendations;
mod script;
mod signature;
mod strategy;
mod tables;
mod topics;
mod vocabulary;
mod votes;
mod words;

use super::LARGE;
use super::at_once::in_turn_if;
use crate::model::{Document, Mark, Note, NoteKind};
use crate::source::Span;
use kind::Kind;
pub(super) use passages::Passages;
use script::Entry;
pub(super) use topics::Topics;

/// What the passages of a document do.
pub(super) struct Found {
    marks: Vec<Mark>,
    /// Where lists of people ran into one another.
    run_together: Vec<Span>,
}

/// Finds what the passages of minutes, reports and strategies do. Other documents are left alone.
pub(super) fn find(document: &Document, passages: &Passages<'_>) -> Found {
    let script = passages.script();
    let mut found = match kind::kind(document, &script) {
        Kind::Minutes => in_minutes(document, &script, passages.bytes()),
        Kind::Report => Found::only(recommendations::find(&script)),
        Kind::Strategy => Found::only(strategy::find(&script)),
        Kind::Other => Found::only(Vec::new()),
    };
    found.marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    found
}

/// Finds what the passages of minutes do, whose texts have so many bytes.
fn in_minutes(document: &Document, script: &[Entry<'_>], bytes: usize) -> Found {
    let people = || {
        let mut run_together = Vec::new();
        let marks = attendance::find(script, &document.blocks, &mut run_together);
        Found { marks, run_together }
    };
    // Those that take longest come first, so that none of them is left for the end.
    let finders: [&(dyn Fn() -> Found + Sync); 7] = [
        &people,
        &|| Found::only(decisions::find(script)),
        &|| Found::only(actions::find(script)),
        &|| Found::only(tables::find(&document.blocks)),
        &|| Found::only(votes::find(script)),
        &|| Found::only(formal::find(script)),
        &|| Found::only(next_meeting::find(script)),
    ];
    let mut all = Found::only(Vec::new());
    for found in in_turn_if(bytes >= LARGE, &finders) {
        all.marks.extend(found.marks);
        all.run_together.extend(found.run_together);
    }
    all
}

impl Found {
    const fn only(marks: Vec<Mark>) -> Self {
        Self { marks, run_together: Vec::new() }
    }
}

/// Marks the passages of a document with what they do.
pub(super) fn mark(document: &mut Document, found: Found) {
    let Found { marks, run_together } = found;
    document.marks = marks;
    let message = "Lists of people that stood side by side ran into one another here. Who is on which list is a guess.";
    document.notes.extend(run_together.into_iter().map(|span| Note::new(NoteKind::ColumnsRunTogether, message, span)));
}
