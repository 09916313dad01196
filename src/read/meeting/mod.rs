//! What passages do: who came, what was decided, who will do what; in a strategy, what is promised.
//! Marks are added; no block and no word is touched.

mod actions;
mod attendance;
mod decisions;
mod formal;
mod inlines;
mod kind;
mod motion;
mod next_meeting;
mod owner;
mod passages;
mod pattern;
mod script;
mod strategy;
mod tables;
mod topics;
mod vocabulary;
mod votes;
mod words;

use super::LARGE;
use super::at_once::at_once_if;
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
        Kind::Report => Found::only(decisions::recommendations(&script)),
        Kind::Strategy => Found::only(strategy::find(&script)),
        Kind::Other => Found::only(Vec::new()),
    };
    found.marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    found
}

/// Finds what the passages of minutes do, whose texts have so many bytes.
fn in_minutes(document: &Document, script: &[Entry<'_>], bytes: usize) -> Found {
    // The two parts take much the same time.
    let people_and_actions = || {
        let mut run_together = Vec::new();
        let people = attendance::find(script, &document.blocks, &mut run_together);
        (people, actions::find(script), tables::find(&document.blocks), run_together)
    };
    let decisions_and_others = || {
        let others = [votes::find(script), formal::find(script), next_meeting::find(script)];
        (decisions::find(script), others.concat())
    };
    let (here, there) = at_once_if(bytes >= LARGE, decisions_and_others, people_and_actions);
    let ((decisions, others), (people, actions, in_tables, run_together)) = (here, there);
    Found { marks: [people, decisions, actions, in_tables, others].into_iter().flatten().collect(), run_together }
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
