//! What passages do: who came, what was decided, who will do what; in a strategy, what is promised.
//! Marks are added; no block and no word is touched.

mod actions;
mod attendance;
mod decisions;
mod formal;
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

use super::side_by_side::side_by_side;
use crate::model::{Document, Mark, Note, NoteKind};
use crate::source::Span;
use kind::Kind;
pub(super) use passages::Passages;
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
    let mut run_together = Vec::new();
    let mut marks: Vec<Mark> = match kind::kind(document, &script) {
        Kind::Minutes => {
            let people_and_actions = || {
                let mut run_together = Vec::new();
                let people = attendance::find(&script, &document.blocks, &mut run_together);
                (people, actions::find(&script), tables::find(&document.blocks), run_together)
            };
            let decisions = || {
                let others = [votes::find(&script), formal::find(&script), next_meeting::find(&script)];
                (decisions::find(&script), others.concat())
            };
            let ((people, actions, in_tables, labels), (decisions, others)) = side_by_side(passages.bytes(), people_and_actions, decisions);
            run_together = labels;
            [people, decisions, actions, in_tables, others].into_iter().flatten().collect()
        }
        Kind::Report => decisions::recommendations(&script),
        Kind::Strategy => strategy::find(&script),
        Kind::Other => Vec::new(),
    };
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    Found { marks, run_together }
}

/// Marks the passages of a document with what they do.
pub(super) fn mark(document: &mut Document, found: Found) {
    let Found { marks, run_together } = found;
    document.marks = marks;
    let message = "Lists of people that stood side by side ran into one another here. Who is on which list is a guess.";
    document.notes.extend(run_together.into_iter().map(|span| Note::new(NoteKind::ColumnsRunTogether, message, span)));
}
