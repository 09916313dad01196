//! What stays word for word: what a meeting did, and what people wrote for Easy Read.

use crate::model::{Document, Role};
use crate::source::Span;

/// The passages whose very words count, and those that people have written: in order, none within another.
pub(super) fn word_for_word(document: &Document, written: Vec<Span>) -> Vec<Span> {
    let marked = document.marks.iter().filter(|mark| stays_word_for_word(&mark.role)).map(|mark| mark.span);
    let mut all: Vec<Span> = marked.chain(written).collect();
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
