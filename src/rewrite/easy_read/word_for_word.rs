//! What stays word for word: what a meeting did, and what people wrote for Easy Read.

use crate::model::{Document, Role};
use crate::source::Span;

/// The passages that stay as they are, in order, none within another.
pub(super) struct WordForWord {
    /// Their words stay: what a meeting did, and what people have written.
    pub(super) words: Vec<Span>,
    /// Of these, what stays whole too. Who must do what may be said in two sentences, a decision may not.
    pub(super) whole: Vec<Span>,
}

impl WordForWord {
    pub(super) fn of(document: &Document, written: Vec<Span>) -> Self {
        let marked = |keeps: fn(&Role) -> bool| document.marks.iter().filter(move |mark| keeps(&mark.role)).map(|mark| mark.span);
        Self {
            words: apart(marked(stays_word_for_word).chain(written.iter().copied())),
            whole: apart(marked(stays_whole).chain(written.iter().copied())),
        }
    }
}

/// Whether a place touches one of some others, in order and apart.
pub(super) fn touches(places: &[Span], place: Span) -> bool {
    let near = places.partition_point(|other| other.end <= place.start);
    places.get(near).is_some_and(|other| other.start < place.end)
}

/// Places in order, those that overlap made one.
fn apart(places: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut all: Vec<Span> = places.collect();
    all.sort_unstable();
    let mut spans: Vec<Span> = Vec::new();
    for span in all {
        match spans.last_mut().filter(|last| span.start < last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => spans.push(span),
        }
    }
    spans
}

/// Whether a passage is not even cut into sentences of its own.
fn stays_whole(role: &Role) -> bool {
    match role {
        Role::Attendance { .. }
        | Role::Recommended
        | Role::Moved
        | Role::Seconded
        | Role::Decided
        | Role::Lost
        | Role::Vote { .. }
        | Role::Exclusion
        | Role::Signature => true,
        Role::Declaration
        | Role::Noted
        | Role::Action { .. }
        | Role::NextMeeting
        | Role::Contact
        | Role::OtherFormats
        | Role::Vision
        | Role::Priority
        | Role::Commitment
        | Role::Foreword => false,
    }
}

/// Whether the very words of a passage count, and not only what they mean.
fn stays_word_for_word(role: &Role) -> bool {
    match role {
        Role::Attendance { .. }
        | Role::Declaration
        | Role::Recommended
        | Role::Moved
        | Role::Seconded
        | Role::Decided
        | Role::Lost
        | Role::Noted
        | Role::Vote { .. }
        | Role::Action { .. }
        | Role::Exclusion
        | Role::NextMeeting
        | Role::Signature
        | Role::Contact
        | Role::OtherFormats => true,
        Role::Vision | Role::Priority | Role::Commitment | Role::Foreword => false,
    }
}
