//! What can be a line of a list of people.

use std::borrow::Cow;
use std::ops::Range;

use super::names::{parts, people};
use super::person::{Layout, Sort, person};
use crate::read::meeting::topics::Topics;
use crate::read::meeting::vocabulary::keys;
use crate::read::meeting::words::Words;

/// A line of more words tells something.
const MOST_WORDS_OF_A_LINE: usize = 12;

/// Whether every part of a line could be a person.
pub(super) fn is_list(line: &str) -> bool {
    let line = line.trim();
    if line.is_empty() || line.ends_with(':') {
        return false;
    }
    let mut parts = parts(line, 0..line.len(), Layout::Running).filter(|part| !line[part.clone()].trim().is_empty());
    let one = |part: Range<usize>| person(line, part, Layout::Running);
    // Most lines that hold no list do not begin with somebody.
    let Some(first) = parts.next().and_then(one) else { return false };
    let others: Vec<Range<usize>> = parts.collect();
    let is_several = || !others.is_empty() || Words::of(&line[first.range]).len() > 1;
    let nobody = || others.iter().filter(|part| one((*part).clone()).is_none()).count();
    (first.sort == Sort::Public || is_several()) && !line.contains(": ") && !tells(line) && nobody() * 2 <= others.len() + 1
}

/// Whether a line is a name, a comma and what the person is or does: "Ann Vane, HS2 Ltd, who owns the plan".
pub(super) fn is_name_and_post(line: &str) -> bool {
    let line = line.trim();
    let Some(comma) = line.find(',').filter(|comma| !line[..*comma].contains(':')) else { return false };
    let name = person(line, 0..comma, Layout::OneALine);
    let is_full_name = name.is_some_and(|name| Words::of(&line[name.range]).len() >= 2);
    is_full_name && Words::of(line).len() <= MOST_WORDS_OF_A_LINE && !line.ends_with(['.', ':', '?']) && !tells(line)
}

/// Whether a line of a list is a name and a body with nothing between: "Bo Lee County Records (phone)".
pub(super) fn is_name_and_body(line: &str) -> bool {
    let whole = line.trim();
    let line = whole.split('(').next().unwrap_or_default().trim_end();
    let words = Words::of(line);
    let is_capital = |at: usize| words.printed(at).starts_with(char::is_uppercase) || words.is(at, keys!["of", "and", "the", "for"]);
    (4..=7).contains(&words.len())
        && (0..words.len()).all(is_capital)
        && !whole.ends_with(['.', ':', '?'])
        && !words.speak_of(Topics::NO_NAME)
        && person(line, 0..line.len(), Layout::OneALine).is_some()
}

/// Whether a line is a post or a body and nothing else: "Non-Executive Director".
pub(super) fn is_post(line: &str) -> bool {
    let line = line.trim();
    let words = Words::of(line);
    line.starts_with(char::is_uppercase)
        && words.len() <= MOST_WORDS_OF_A_LINE
        && !line.ends_with(['.', ':', '?'])
        && words.speak_of(Topics::POST.and(Topics::BODY))
        && !words.speak_of(Topics::NO_NAME)
        && !tells(line)
}

/// Whether a line is a sentence about somebody; what stands in brackets does not count.
fn tells(line: &str) -> bool {
    // In capitals it is a name: "Informed Solutions".
    let outside = outside_brackets(line);
    let words = Words::of(&outside);
    (0..words.len()).any(|at| words.speaks_of(at, Topics::TELLING) && words.printed(at).starts_with(char::is_lowercase))
}

/// A line without what stands in brackets.
fn outside_brackets(line: &str) -> Cow<'_, str> {
    if !line.contains('(') {
        return Cow::Borrowed(line);
    }
    let mut depth = 0_usize;
    let is_outside = |character: &char| {
        depth = match character {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        depth == 0
    };
    Cow::Owned(line.chars().filter(is_outside).collect())
}

/// Whether a text holds a list of two people or more.
pub(super) fn is_several(text: &str) -> bool {
    !tells(text) && people(text, Layout::Running).len() > 1
}
