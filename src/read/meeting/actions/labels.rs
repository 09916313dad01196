//! Labels of actions: "Action:" before what is to be done, within it, or in brackets behind it.

use std::ops::Range;

use super::owned;
use crate::model::{Certainty, Mark};
use crate::read::meeting::owner;
use crate::read::meeting::script::Entry;
use crate::read::meeting::topics::Topics;
use crate::read::meeting::vocabulary::keys;
use crate::text::sentences;

/// A heading of actions is no longer than this many bytes.
const LONGEST_HEADING: usize = 90;
/// An action label and where what it labels begins.
pub(super) struct Label {
    pub(super) end: usize,
    pub(super) plural: bool,
}

/// "Action:", "ACTION 2 -", "Actions" alone, at the start of a passage.
pub(super) fn label(entry: &Entry<'_>) -> Option<Label> {
    if !entry.may_speak_of(Topics::ACTION) {
        return None;
    }
    let text = entry.text();
    let head = text.find(char::is_alphabetic)?;
    let words = entry.words_in(head..if text.is_char_boundary(head + 24) { head + 24 } else { text.len() });
    let plural = words.is(0, keys!["actions"]);
    if !plural && !words.is(0, keys!["action"]) {
        return None;
    }
    let second = words.printed(1);
    let number = usize::from(!second.is_empty() && second.chars().all(|character| character.is_ascii_digit() || character == '.'));
    let points = usize::from(words.is(1, keys!["points", "point", "items"]));
    // "Actions relating to the bridge" as a heading.
    if plural && words.is(1, keys!["relating", "arising", "from", "agreed"]) && !text.contains(['.', ':']) && text.len() < LONGEST_HEADING {
        return Some(Label { end: text.len(), plural });
    }
    let end = head + words.bytes(0..1 + number + points)?.end;
    let after = text[end..].trim_start_matches([' ', '*', '.']);
    let value = after.trim_start_matches([':', '-', '\u{2013}', ' ', '*', '\u{a0}', '.']);
    let closes = after.is_empty()
        || after.starts_with([':', '-', '\u{2013}'])
        || text[end..].starts_with('.')
        || after.starts_with("for ") && after.ends_with(':');
    let end = if after.starts_with("for ") { text.len() } else { text.len() - value.len() };
    closes.then_some(Label { end, plural: plural || points > 0 })
}

/// "Action:" within a passage; in capitals it needs no colon before an owner.
pub(super) fn label_inside(entry: &Entry<'_>) -> Option<Range<usize>> {
    if !entry.may_speak_of(Topics::ACTION) {
        return None;
    }
    let text = entry.text();
    let closed = ["Action:", "ACTION:", "Actions:", "ACTION -", "ACTION \u{2013}"].iter();
    let closed = closed.filter_map(|label| text.find(label).map(|at| at..at + label.len())).min_by_key(|range| range.start);
    closed.or_else(|| text.rfind("ACTION ").map(|at| at..at + 7).filter(|range| owner::is_owner(&entry.words_in(range.end..text.len()))))
}

/// "The map is late (Action: Clerk).": whoever stands in the brackets is to see to the sentence.
pub(super) fn in_brackets(entry: &Entry<'_>) -> Vec<Mark> {
    let text = entry.text();
    let labels = ["Action: ", "Action ", "ACTION: ", "ACTION "];
    let mut marks = Vec::new();
    if !entry.may_speak_of(Topics::ACTION) || !labels.iter().any(|label| text.contains(label)) {
        return marks;
    }
    let sentences = sentences(text);
    for (open, _) in text.match_indices(['(', '[']) {
        let inside = &text[open + 1..];
        let Some(close) = inside.find([')', ']']) else { break };
        let Some(label) = labels.iter().find(|label| inside.starts_with(**label)) else { continue };
        let owner = open + 1 + label.len()..open + 1 + close;
        // The brackets belong to the sentence that they stand in, or to the one before them.
        let at = sentences.partition_point(|sentence| sentence.start < open);
        let before = sentences.get(..at).and_then(|before| {
            before.iter().rev().take(2).find(|sentence| text[sentence.start..sentence.end.min(open)].contains(char::is_alphanumeric))
        });
        if let Some(before) = before.filter(|_| close > label.len() && owner::is_owner(&entry.words_in(owner.clone()))) {
            marks.extend(owned(entry, before.start..open + close + 2, owner, Certainty::Certain));
        }
    }
    marks
}
