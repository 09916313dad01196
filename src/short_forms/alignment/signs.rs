//! The letters and digits of the words that are searched, and what it costs to find one there.

use std::ops::Range;

use super::small;

/// The price of a letter that begins a part of a word: after a hyphen, a digit or a small letter.
pub(super) const PART: u32 = 1;
/// The price of a letter elsewhere in a word.
const WITHIN: u32 = 4;

/// A letter or digit of the words that are searched.
pub(super) struct Sign {
    pub(super) at: usize,
    pub(super) character: char,
    /// Which of the words holds it.
    pub(super) word: usize,
    pub(super) price: u32,
}

/// All of them, in order. A word such as "two" has a sign for its digit, too.
pub(super) fn signs(text: &str, words: &[Range<usize>]) -> Vec<Sign> {
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
