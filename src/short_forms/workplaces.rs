//! Short forms that only say where somebody works: "Stephen Taylor (SCC)", "Ann Rees, WCC".

use super::people::{is_title, name_before};
use super::shape::is_thing;
use super::tokens::ending;
use crate::source::Span;
use crate::text::holds_any;

/// The most bytes between a name and where that person works.
const NEAR: usize = 80;

/// Words that lead from a name to a place of work, or stand in its name.
const LEADING: [&str; 10] = ["and", "at", "for", "from", "in", "of", "on", "representing", "the", "to"];

/// Words that begin a sentence, and no name: "In Wexmere, WCC has …".
const BEGINNING: [&str; 16] =
    ["After", "As", "At", "Before", "By", "For", "From", "In", "Near", "Of", "On", "Since", "The", "To", "Under", "With"];

/// Whether what follows this text follows the name of a person, in brackets or after a comma.
pub(super) fn follows_name(before: &str) -> bool {
    let near = ending(before, NEAR);
    let bracket = if holds_any(near, *b"()") { near.bytes().rposition(|byte| matches!(byte, b'(' | b')')) } else { None };
    let in_brackets = &near[bracket.map_or(0, |bracket| bracket + 1)..];
    let outside = before[..before.len() - in_brackets.len()].strip_suffix('(');
    if outside.is_some_and(|before| lead_from_name(in_brackets) && is_after_name(before)) {
        return true;
    }
    let Some(before) = before.trim_end().strip_suffix(',') else { return false };
    match name_before(before).as_slice() {
        [first, last] => !BEGINNING.contains(first) && !is_thing(last),
        [title, _, last] => is_title(title) && !is_thing(last),
        _ => false,
    }
}

/// Whether brackets that open after this text follow the name of a person.
fn is_after_name(before: &str) -> bool {
    name_before(before).last().is_some_and(|last| !is_thing(last))
}

/// Whether a short form stands after somebody in a list of people, where that person works. `before` is the text
/// before it, and the people are in order of place.
pub(super) fn follows_person(span: Span, before: &str, people: &[Span]) -> bool {
    let person = people.partition_point(|person| person.start < span.start).checked_sub(1).and_then(|last| people.get(last));
    person.is_some_and(|person| {
        let length = span.start.checked_sub(person.end).filter(|length| *length <= NEAR);
        let between = length.and_then(|length| before.get(before.len().checked_sub(length)?..));
        // Marks around the name, such as stars, are in the source alone: then the name ends a little later.
        person.contains(span) || between.is_some_and(|between| lead_from_name(between.trim_start_matches(char::is_alphanumeric)))
    })
}

/// Whether what stands between a name and a short form leads from one to the other: ", Director of ". The names of
/// bodies have capitals; what is told of people has not.
fn lead_from_name(between: &str) -> bool {
    let has_capitals = |word: &str| word.chars().find(|character| character.is_alphanumeric()).is_none_or(char::is_uppercase);
    let is_one_clause = !between.contains(['\n', ';']) && !between.contains(". ");
    is_one_clause && between.split_whitespace().all(|word| LEADING.contains(&word) || has_capitals(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_and_commas_follow_names() {
        for name in ["Stephen Taylor (", "Ann Rees (Head of Play, ", "with Ann Rees, ", "asked Cllr Rees, ", "asked Mr Bo Lee, "] {
            assert!(follows_name(name), "{name}");
        }
        for other in [
            "the Pond Group (",
            "Ann Rees (who works for ",
            "Ann Rees (Chair) ",
            "the Care Board, ",
            "In Wexmere, ",
            "We met Rees, ",
            "the Wexmere Pond Summer, ",
            "Ann Rees ",
        ] {
            assert!(!follows_name(other), "{other}");
        }
    }

    #[test]
    fn words_of_a_list_lead_from_a_name_to_a_place_of_work() {
        for between in [", ", " ", " - ", " (", ", Director of ", ", Head of Play at the "] {
            assert!(lead_from_name(between), "{between}");
        }
        for other in [", who spoke of the ", ". ", ";\n", " told the "] {
            assert!(!lead_from_name(other), "{other}");
        }
    }
}
