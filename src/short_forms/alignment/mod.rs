//! Which words a short form stands for: the long form that explains its letters best.
//!
//! Each letter is looked for in the long form, in order, and each find has a price. A letter that begins a
//! word is free, one in the midst of a word is dear, and so is a word that gives no letter. The cheapest long
//! form wins, if its price is low for so many letters. The search is that of Schwartz and Hearst (2003); what
//! is cheap is what proved reliable in Ab3P (Sohn and others, 2008).

mod signs;
mod ways;

use std::ops::Range;

use signs::{PART, signs};
use ways::{Skipped, ways};

use super::tokens::begins_and_ends_plainly;

/// Signs around a word that are no part of it.
pub(super) const AROUND: [char; 8] = ['"', '\'', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', ',', '*'];

/// A long form and what it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LongForm {
    pub(super) range: Range<usize>,
    pub(super) price: u32,
}

/// The most that a long form of so many letters may cost.
pub(super) const fn limit(letters: usize) -> u32 {
    match letters {
        0 | 1 => 0,
        2 => 5,
        3 => 13,
        4 => 14,
        count => 3 * count as u32,
    }
}

/// The cheapest long form of these letters at the end of a stretch of text, whatever it costs.
pub(super) fn align(text: &str, within: Range<usize>, letters: &[char]) -> Option<LongForm> {
    if !stand_in_order(letters, &text[within.clone()]) {
        return None;
    }
    let words = words(text, within);
    let last_word = words.last()?;
    if let Some(range) = initials(text, &words, letters) {
        return Some(LongForm { range, price: 0 });
    }
    let signs = signs(text, &words);
    let skipped = Skipped::of(text, &words);
    let ways = ways(letters, &signs, &skipped);
    let starts = signs.iter().zip(ways).filter(|(sign, _)| sign.price <= PART).filter_map(|(sign, way)| Some((sign, way?)));
    // Of two that cost the same, the shorter.
    let (start, way) = starts.rev().min_by_key(|(_, way)| way.price)?;
    let from = start_of_long_form(text, words.get(start.word)?, start.at);
    let last_found = words.get(way.last)?;
    // "Freedom of Information request (FOI)": a name ends with its last capital.
    let is_named = way.last > start.word && [from, last_found.start].iter().all(|at| text[*at..].starts_with(char::is_uppercase));
    let follows = &text[last_found.end..last_word.end];
    if is_named && !follows.contains(char::is_uppercase) {
        return Some(LongForm { range: from..without_possessive(text, last_found).end, price: way.price - skipped.after(way.last) });
    }
    (!follows.contains(',')).then(|| LongForm { range: from..without_possessive(text, last_word).end, price: way.price })
}

/// Whether the letters stand in a text in this order. Most words beside brackets fail here, and need no
/// search. A digit may be written as a word, and is not looked for.
fn stand_in_order(letters: &[char], text: &str) -> bool {
    let mut letters = letters.iter().filter(|letter| letter.is_alphabetic());
    if text.is_ascii() {
        let mut signs = text.bytes();
        return letters.all(|letter| signs.any(|sign| char::from(sign.to_ascii_lowercase()) == *letter));
    }
    let mut signs = text.chars().filter_map(small);
    letters.all(|letter| signs.any(|sign| sign == *letter))
}

/// A letter as a small one.
pub(super) fn small(character: char) -> Option<char> {
    if character.is_ascii() { Some(character.to_ascii_lowercase()) } else { character.to_lowercase().next() }
}

/// The last words of a text, if the first letters of these are all the letters of the short form, one a
/// word. Nothing can be cheaper, so there is no need to look for other ways.
fn initials(text: &str, words: &[Range<usize>], letters: &[char]) -> Option<Range<usize>> {
    let last = words.get(words.len().checked_sub(letters.len())?..)?;
    let first_letter = |word: &Range<usize>| text[word.clone()].char_indices().find(|(_, character)| character.is_alphanumeric());
    let is_initial = |(word, letter): (&Range<usize>, &char)| {
        // A digit may be written as a word.
        letter.is_alphabetic() && first_letter(word).and_then(|(_, character)| small(character)) == Some(*letter)
    };
    if !last.iter().zip(letters).all(is_initial) {
        return None;
    }
    let first = last.first()?;
    let (at, _) = first_letter(first)?;
    Some(first.start + at..without_possessive(text, last.last()?).end)
}

/// "The committee's (GPC)" speaks of the committee.
fn without_possessive(text: &str, word: &Range<usize>) -> Range<usize> {
    let printed = &text[word.clone()];
    let bare = ["'s", "\u{2019}s"].iter().find_map(|ending| printed.strip_suffix(ending)).unwrap_or(printed);
    word.start..word.start + bare.len()
}

/// "6-cyano" and "C57BL" are one word to a reader. "Non-linear" says something of "linear".
fn start_of_long_form(text: &str, word: &Range<usize>, at: usize) -> usize {
    let before = &text[word.start..at];
    if before.contains(|character: char| character.is_ascii_digit()) && !before.contains('/') { word.start } else { at }
}

/// What stands between white space, without the signs around it.
fn words(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let stretch = text.get(within.clone()).unwrap_or_default();
    let mut words = Vec::new();
    let mut at = within.start;
    for part in stretch.split_inclusive(char::is_whitespace) {
        let part_and_signs = part.trim_end();
        if begins_and_ends_plainly(part_and_signs) {
            words.push(at..at + part_and_signs.len());
        } else {
            let word = part_and_signs.trim_matches(AROUND);
            let start = at + (part.len() - part.trim_start_matches(AROUND).len());
            if word.contains(char::is_alphanumeric) {
                words.push(start..start + word.len());
            }
        }
        at += part.len();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long_form(text: &'static str, short: &str) -> Option<(&'static str, u32)> {
        let letters: Vec<char> = short.to_lowercase().chars().collect();
        let found = align(text, 0..text.len(), &letters)?;
        Some((&text[found.range], found.price))
    }

    #[test]
    fn first_letters_of_words_are_free() {
        assert_eq!(long_form("for the Crown Commercial Service", "CCS"), Some(("Crown Commercial Service", 0)));
        assert_eq!(long_form("civil contingencies secretariat", "CCS"), Some(("civil contingencies secretariat", 0)));
    }

    #[test]
    fn small_words_cost_little_and_others_much() {
        assert_eq!(long_form("Department of Health and Social Care", "DHSC").map(|found| found.1), Some(2 * ways::SKIPPED_SMALL));
        assert_eq!(long_form("Institute of Big Excellence", "IE").map(|found| found.1), Some(ways::SKIPPED_SMALL + ways::SKIPPED));
    }

    #[test]
    fn parts_of_words_and_number_words_count() {
        assert_eq!(long_form("the OpenDocument Format", "ODF"), Some(("OpenDocument Format", PART)));
        assert_eq!(long_form("Awards for All", "A4A"), Some(("Awards for All", 0)));
    }

    #[test]
    fn what_follows_a_name_is_no_part_of_it() {
        assert_eq!(long_form("a Freedom of Information request", "FOI"), Some(("Freedom of Information", 0)));
        assert_eq!(long_form("the Parks Committee's", "PC"), Some(("Parks Committee", 0)));
        assert_eq!(long_form("speed indicator signs", "SIDS").map(|found| found.0), Some("speed indicator signs"));
    }

    #[test]
    fn a_letter_that_is_nowhere_gives_no_long_form() {
        assert_eq!(long_form("Stephen Taylor", "SCC"), None);
        assert_eq!(long_form("", "SCC"), None);
    }
}
