//! Longer words in capitals: SEND is a short form, and BRIDGE is none if the document has a bridge.

use std::collections::HashSet;
use std::ops::Range;

use super::glance::Glance;
use super::shouting::WORD_LENGTH;
use super::tokens;
use super::uses::{base, is_capitals};
use crate::text::{each_run, each_word};

/// Longer words that are printed in capitals, in small letters, as long as none was met in small letters.
pub(super) struct LongWords {
    words: HashSet<String>,
    glance: Glance,
}

impl LongWords {
    /// Those that `is_in_doubt`.
    pub(super) fn of(text: &str, capitals: &[Range<usize>], is_in_doubt: impl Fn(&str) -> bool) -> Self {
        let mut found = Self { words: HashSet::new(), glance: Glance::new() };
        let stretches = capitals.iter().filter(|stretch| stretch.len() >= WORD_LENGTH);
        for part in stretches.flat_map(|stretch| tokens::parts(text, stretch.clone())) {
            let word = base(&text[part]);
            if word.chars().count() >= WORD_LENGTH && is_capitals(word) && is_in_doubt(word) {
                let word = word.to_lowercase();
                found.glance.add(word.as_bytes());
                found.words.insert(word);
            }
        }
        found
    }

    /// Those of them that a text also has in small letters.
    pub(super) fn in_small_letters(mut self, text: &str) -> HashSet<String> {
        let mut found = HashSet::new();
        if self.words.is_empty() {
            return found;
        }
        each_run(text, |_, eight| {
            // What has eight letters is too long for a short form.
            let is_of_length = eight & FIFTH != 0 && eight & EIGHTH == 0;
            let capitals = eight & LETTERS & !(eight << 1);
            if is_of_length && capitals != eight & LETTERS {
                let letters = (eight | capitals >> 1).to_le_bytes();
                let letters = &letters[..letters.len() - eight.leading_zeros() as usize / 8];
                if self.glance.may_hold(letters) {
                    found.extend(str::from_utf8(letters).ok().and_then(|word| self.words.take(word)));
                }
            }
        });
        if self.words.iter().any(|word| !word.is_ascii()) {
            each_word(text, |word| {
                let word = text.get(word.range).filter(|word| !word.is_ascii() && word.contains(char::is_lowercase));
                found.extend(word.and_then(|word| self.words.take(word.to_lowercase().as_str())));
            });
        }
        found
    }
}

/// The fifth of eight bytes: the first is the lowest.
const FIFTH: u64 = 0xff << 32;
/// The eighth.
const EIGHTH: u64 = 0xff << 56;
/// The bit of each byte that a letter has and a digit has not. The bit below tells small letters from capitals.
const LETTERS: u64 = 0x4040_4040_4040_4040;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_whatever_case() {
        let text = "The BRIDGE, CAF\u{c9}S, a SIGNS, TOWER and GATES. \u{201c}Bridges\u{201d} and \u{2018}caf\u{e9}s\u{2019}, a Tower, two Gates-heads";
        let capitals = tokens::stretches_with_capitals(text);
        let mut found: Vec<String> = LongWords::of(text, &capitals, |word| word != "GATES").in_small_letters(text).into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, ["caf\u{e9}s", "tower"]);
    }
}
