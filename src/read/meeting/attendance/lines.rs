//! The lines of a list of people: where one begins, and which lines go on with it.

use std::borrow::Cow;
use std::ops::Range;

use super::lists::{is_list, is_name_and_body, is_name_and_post, is_post};
use super::person::begins_with_title;
use super::telling::{apologies_in, senders};
use crate::read::meeting::script::Entry;
use crate::read::meeting::topics::Topics;
use crate::read::meeting::vocabulary::keys;
use crate::read::meeting::words::Words;
use crate::text::sentences;

/// A line of a passage.
pub(super) type Line<'a> = (&'a Entry<'a>, Range<usize>);

/// Whether two columns that ran into one another can be told apart: in the first rows only the people on
/// the right have a body in brackets.
pub(super) fn is_told_by_brackets(people: &[Line<'_>]) -> bool {
    let mut first = people.iter().take(4).enumerate();
    people.len() > 3 && first.all(|(index, (entry, line))| has_body_in_brackets(entry, line) == (index % 2 == 1))
}

pub(super) fn has_body_in_brackets(entry: &Entry<'_>, line: &Range<usize>) -> bool {
    let text = &entry.text()[line.clone()];
    let inside = text.find('(').map_or("", |open| &text[open + 1..]);
    inside.starts_with(char::is_uppercase) && !Words::of(inside).any(keys!["chair", "chairman", "deputy", "apologies"])
}

/// A line cut where a sentence of it begins with a label: "Present: A. Also present: B".
pub(super) fn at_labels<'a>(entry: &'a Entry<'a>, line: Range<usize>, lines: &mut Vec<Line<'a>>) {
    let text = &entry.text()[line.clone()];
    let may_hold_label = entry.may_speak_of(Topics::PEOPLE) && text.contains(':') && text.contains(". ");
    if !(may_hold_label && ["resent", "ttend", "pologies"].iter().any(|stem| text.contains(stem))) {
        lines.push((entry, line));
        return;
    }
    let labelled = |sentence: &Range<usize>| {
        let place = line.start + sentence.start..line.start + sentence.end;
        sentence.start > 0 && text[sentence.clone()].contains(':') && entry.label(&place).is_some()
    };
    let mut start = line.start;
    let is_whole = line == (0..entry.text().len());
    let sentences = if is_whole { Cow::Borrowed(entry.sentences()) } else { Cow::Owned(sentences(text)) };
    for sentence in sentences.iter().filter(|sentence| labelled(sentence)) {
        lines.push((entry, start..line.start + sentence.start));
        start = line.start + sentence.start;
    }
    lines.push((entry, start..line.end));
}

/// Whether a line only tells of the person in the line above it: "Ann Vane" and below "Trust Secretary", or "Ann is
/// the clerk of the panel".
pub(super) fn is_beneath_a_name((entry, line): &Line<'_>, (before, line_before): &Line<'_>, in_list: bool) -> bool {
    let first = |text: &str| text.split_whitespace().next().map(str::to_owned);
    let (text, above) = (&entry.text()[line.clone()], &before.text()[line_before.clone()]);
    let is_told = first(text).is_some() && first(text) == first(above);
    let stands_alone = || !entry.is_heading() && !entry.is_numbered() && entry.label(line).is_none();
    in_list && ((is_told && std::ptr::eq(*entry, *before)) || (stands_alone() && (is_told || is_post(text))))
}

/// Whether a line closes the brackets that the line above it opened: it holds a body that did not fit.
pub(super) fn closes_brackets((entry, line): &Line<'_>, (before, line_before): &Line<'_>) -> bool {
    let (text, above) = (&entry.text()[line.clone()], &before.text()[line_before.clone()]);
    above.rfind('(') > above.rfind(')') && text.contains(')') && !text.contains('(')
}

/// Whether a line goes on with the people of the line before.
pub(super) fn goes_on((entry, line): &Line<'_>, (before, line_before): &Line<'_>, alone: bool, first: bool) -> bool {
    let line = trimmed(entry.text(), line.clone());
    if entry.is_heading() || (entry.is_numbered() && !alone) || entry.label(&line).is_some() || senders(entry, line.clone()).is_some() {
        return false;
    }
    if alone && first && apologies_in(entry, line.clone()).is_some() {
        return true;
    }
    let text = &entry.text()[line];
    let unfinished = before.text()[line_before.clone()].trim_end().ends_with([',', '&']);
    let same_passage = std::ptr::eq(*entry, *before);
    let is_person = || is_list(text) || (alone && (is_name_and_post(text) || is_name_and_body(text)));
    (alone || unfinished || same_passage || begins_with_title(&Words::of(text))) && is_person()
}

/// A part of a text without the white space around it.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}
