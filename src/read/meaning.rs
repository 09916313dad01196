//! What the words of a document mean: the languages that they are in, what short forms stand for, what
//! passages do in a meeting. All of it is found before anything is marked, in words that are put together
//! and cut once.

use super::meeting::{Passages, Topics};
use super::{acronyms, languages, meeting};
use crate::model::{Document, Texts};

/// Finds what the words of a document mean, and marks it.
pub(super) fn recognise(document: &mut Document) {
    let texts = Texts::of(&document.blocks);
    let passages = Passages::of(&texts);
    let other_language = languages::find(document, &texts, |passage| passages.may_speak_of(passage, Topics::WELSH));
    let explained = acronyms::find(&document.blocks, &texts);
    let roles = meeting::find(document, &passages);
    if let Some(found) = other_language {
        languages::mark(document, found);
    }
    acronyms::mark(document, explained);
    meeting::mark(document, roles);
}
