//! What the words of a document mean: the languages that they are in, what short forms stand for, what
//! passages do in a meeting. All of it is found before anything is marked, in words that are put
//! together.

use super::at_once::at_once_if;
use super::meeting::{Passages, Topics};
use super::{acronyms, languages, meeting};
use crate::model::{Document, Texts};

/// Finds what the words of a document mean, and marks it. What of a large document knows nothing of the rest is
/// done at the same time.
pub(super) fn recognise(document: &mut Document, is_large: bool) {
    let (first, second) = document.blocks.split_at(document.blocks.len() / 2);
    let (first, second) = at_once_if(is_large, || Texts::of_first(first, &document.blocks), || Texts::of(second));
    let texts = first.and(second);
    let explain = || acronyms::find(&document.blocks, &texts);
    let see_passages = || {
        let passages = Passages::of(&texts);
        let other_language = languages::find(document, &texts, |passage| passages.may_speak_of(passage, Topics::WELSH));
        (other_language, meeting::find(document, &passages))
    };
    let ((other_language, roles), explained) = at_once_if(is_large, see_passages, explain);
    if let Some(found) = other_language {
        languages::mark(document, found);
    }
    acronyms::mark(document, explained);
    meeting::mark(document, roles);
}
