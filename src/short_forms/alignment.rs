//! Which words a short form stands for: the long form that explains its letters best.
//!
//! Each letter is looked for in the long form, in order, and each find has a price. A letter that begins a
//! word is free, one in the midst of a word is dear, and so is a word that gives no letter. The cheapest long
//! form wins, if its price is low for so many letters. The search is that of Schwartz and Hearst (2003); what
//! is cheap is what proved reliable in Ab3P (Sohn and others, 2008).

use std::ops::Range;

/// The price of a letter that begins a part of a word: after a hyphen, a digit or a small letter.
const PART: u32 = 1;
/// The price of a letter that follows the one before it.
const NEXT: u32 = 2;
/// The price of a letter elsewhere in a word.
const WITHIN: u32 = 4;
/// The price of a word without a letter of the short form.
const SKIPPED: u32 = 5;
/// The price of such a word if short forms leave it out as a rule.
const SKIPPED_SMALL: u32 = 1;

/// Words that short forms leave out as a rule.
const SMALL: [&str; 16] = ["a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// Signs around a word that are no part of it.
pub(super) const AROUND: [char; 8] = ['"', '\'', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', ',', '*'];

/// Whether there are no signs around a text, as around most words.
pub(super) fn begins_and_ends_plainly(text: &str) -> bool {
    matches!(text.as_bytes(), [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric())
}

/// A long form and what it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LongForm {
    pub(super) range: Range<usize>,
    pub(super) price: u32,
}

/// How the long form lies in the words that are searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lies {
    /// It ends with the last of them.
    AtTheEnd,
    /// It begins with the first of them.
    AtTheStart,
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

/// The cheapest long form of these letters in a stretch of text, whatever it costs.
pub(super) fn align(text: &str, within: Range<usize>, letters: &[char], lies: Lies) -> Option<LongForm> {
    if !stand_in_order(letters, &text[within.clone()]) {
        return None;
    }
    let words = words(text, within);
    let last = words.len().checked_sub(1)?;
    if let Some(range) = initials(text, &words, letters).filter(|_| lies == Lies::AtTheEnd) {
        return Some(LongForm { range, price: 0 });
    }
    let signs = signs(text, &words);
    let skipped = Skipped::of(text, &words);
    let mut ways: Vec<Option<Way>> = Vec::new();
    for (index, &letter) in letters.iter().enumerate().rev() {
        let onward = if index + 1 < letters.len() { Onward::From(&ways) } else { Onward::End(lies) };
        ways = step(letter, &signs, &onward, &skipped);
    }
    let is_start = |sign: &Sign| sign.price <= PART && (lies == Lies::AtTheEnd || sign.word == 0);
    let starts = signs.iter().zip(&ways).filter(|(sign, _)| is_start(sign)).filter_map(|(sign, way)| Some((sign, (*way)?)));
    // Of two that cost the same, the shorter.
    let (start, way) = starts.rev().min_by_key(|(_, way)| way.price)?;
    let from = start_of_long_form(text, words.get(start.word)?, start.at);
    let last_found = words.get(way.last)?;
    let last_word = words.get(last)?;
    // "Freedom of Information request (FOI)": a name ends with its last capital.
    let is_named = way.last > start.word && [from, last_found.start].iter().all(|at| text[*at..].starts_with(char::is_uppercase));
    let follows = &text[last_found.end..last_word.end];
    if lies == Lies::AtTheStart || is_named && !follows.contains(char::is_uppercase) {
        return Some(LongForm { range: from..without_possessive(text, last_found).end, price: way.price - skipped.after(way.last, lies) });
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

/// A way to find a letter and all those after it.
#[derive(Debug, Clone, Copy)]
struct Way {
    price: u32,
    /// The word of the last letter.
    last: usize,
}

/// What follows a letter.
enum Onward<'a> {
    /// No letter: words, at most.
    End(Lies),
    /// The ways to find the next one, a sign each.
    From(&'a [Option<Way>]),
}

/// The ways to find a letter, a sign each. From the last sign to the first, the cheapest way on is kept,
/// so each sign is looked at once.
fn step(letter: char, signs: &[Sign], onward: &Onward<'_>, skipped: &Skipped) -> Vec<Option<Way>> {
    let mut ways = vec![None; signs.len()];
    let mut in_later_words: Option<Way> = None;
    let mut in_this_word: Option<Way> = None;
    for (at, sign) in signs.iter().enumerate().rev() {
        if let Some(after) = signs.get(at + 1).filter(|after| after.word != sign.word) {
            let here = in_this_word.take().map(|way| Way { price: way.price + skipped.up_to(after.word), ..way });
            in_later_words = cheaper(in_later_words, here);
        }
        if sign.character == letter {
            let on = match onward {
                Onward::End(lies) => Some(Way { price: skipped.after(sign.word, *lies), last: sign.word }),
                Onward::From(next) => {
                    let later = in_later_words.map(|way| Way { price: way.price - skipped.up_to(sign.word + 1), ..way });
                    let beside = signs.get(at + 1).filter(|after| after.word == sign.word).and_then(|after| {
                        let way = (*next.get(at + 1)?)?;
                        Some(Way { price: way.price - after.price + after.price.min(NEXT), ..way })
                    });
                    cheaper(cheaper(later, in_this_word), beside)
                }
            };
            ways[at] = on.map(|way| Way { price: way.price + sign.price, ..way });
        }
        if let Onward::From(next) = onward {
            in_this_word = cheaper(in_this_word, next.get(at).copied().flatten());
        }
    }
    ways
}

fn cheaper(one: Option<Way>, other: Option<Way>) -> Option<Way> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.price < one.price { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// What words cost that give no letter.
struct Skipped(Vec<u32>);

impl Skipped {
    fn of(text: &str, words: &[Range<usize>]) -> Self {
        let mut sum = 0;
        let sums = words.iter().map(|word| {
            let word = &text[word.clone()];
            sum += if SMALL.iter().any(|small| small.eq_ignore_ascii_case(word)) { SKIPPED_SMALL } else { SKIPPED };
            sum
        });
        Self(std::iter::once(0).chain(sums).collect())
    }

    /// The price of all words before this one.
    fn up_to(&self, word: usize) -> u32 {
        self.0.get(word).copied().unwrap_or_default()
    }

    /// The price of the words after the one that gives the last letter, as far as they are of the long form.
    fn after(&self, word: usize, lies: Lies) -> u32 {
        match lies {
            Lies::AtTheEnd => self.0.last().copied().unwrap_or_default() - self.up_to(word + 1),
            Lies::AtTheStart => 0,
        }
    }
}

/// A letter or digit of the words that are searched.
struct Sign {
    at: usize,
    character: char,
    word: usize,
    price: u32,
}

fn signs(text: &str, words: &[Range<usize>]) -> Vec<Sign> {
    let mut signs = Vec::new();
    for (word, range) in words.iter().enumerate() {
        let mut before: Option<char> = None;
        for (at, character) in text[range.clone()].char_indices() {
            let at = range.start + at;
            if character.is_alphanumeric() {
                let price = match before {
                    None => 0,
                    Some(before) if begins_part(before, character) => PART,
                    Some(_) => WITHIN,
                };
                if price <= PART {
                    signs.extend(digit(&text[at..range.end]).map(|character| Sign { at, character, word, price }));
                }
                signs.extend(small(character).map(|character| Sign { at, character, word, price }));
                before = Some(character);
            } else if before.is_some() {
                before = Some(character);
            }
        }
    }
    signs
}

fn begins_part(before: char, character: char) -> bool {
    !before.is_alphanumeric() || before.is_numeric() != character.is_numeric() || before.is_lowercase() && character.is_uppercase()
}

/// The digit that short forms write for the word at the head of a text: 2 for "two-dimensional", 4 for
/// "for".
fn digit(text: &str) -> Option<char> {
    const WORDS: [(&str, char); 11] = [
        ("one", '1'),
        ("two", '2'),
        ("to", '2'),
        ("three", '3'),
        ("four", '4'),
        ("for", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
    ];
    let word = text.split(|character: char| !character.is_alphabetic()).next()?;
    WORDS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, digit)| *digit)
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
        let found = align(text, 0..text.len(), &letters, Lies::AtTheEnd)?;
        Some((&text[found.range], found.price))
    }

    #[test]
    fn first_letters_of_words_are_free() {
        assert_eq!(long_form("for the Crown Commercial Service", "CCS"), Some(("Crown Commercial Service", 0)));
        assert_eq!(long_form("civil contingencies secretariat", "CCS"), Some(("civil contingencies secretariat", 0)));
    }

    #[test]
    fn small_words_cost_little_and_others_much() {
        assert_eq!(long_form("Department of Health and Social Care", "DHSC").map(|found| found.1), Some(2 * SKIPPED_SMALL));
        assert_eq!(long_form("Institute of Big Excellence", "IE").map(|found| found.1), Some(SKIPPED_SMALL + SKIPPED));
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
