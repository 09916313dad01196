//! Longer words in capitals: SEND is a short form, and BRIDGE is none if the document has a bridge.

use std::collections::HashSet;

use super::candidates::LONGEST;
use super::glance::Glance;
use super::shouting::WORD_LENGTH;
use crate::text::{each_run_of, each_word};

/// Longer words that are printed in capitals, in small letters, as long as none was met in small letters.
pub(super) struct LongWords {
    words: HashSet<String>,
    glance: Glance,
}

impl LongWords {
    pub(super) fn of<'a>(in_capitals: impl Iterator<Item = &'a str>) -> Self {
        let words: HashSet<String> = in_capitals.map(str::to_lowercase).collect();
        let mut glance = Glance::new();
        words.iter().for_each(|word| glance.add(word.as_bytes()));
        Self { words, glance }
    }

    /// Those of them that a text also has in small letters.
    pub(super) fn in_small_letters(mut self, text: &str) -> HashSet<String> {
        let mut found = HashSet::new();
        if self.words.is_empty() {
            return found;
        }
        each_run_of::<WORD_LENGTH, LONGEST>(text, |_, eight| {
            let capitals = eight & LETTERS & !(eight << 1);
            let letters = (eight | capitals >> 1).to_le_bytes();
            let letters = &letters[..letters.len() - eight.leading_zeros() as usize / 8];
            if self.glance.may_hold(letters) && capitals != eight & LETTERS {
                found.extend(str::from_utf8(letters).ok().and_then(|word| self.words.take(word)));
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

/// The bit of each byte that a letter has and a digit has not. The bit below tells small letters from capitals.
const LETTERS: u64 = 0x4040_4040_4040_4040;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_whatever_case() {
        let text = "The BRIDGE, CAF\u{c9}S, a SIGNS, TOWER and GATES. \u{201c}Bridges\u{201d} and \u{2018}caf\u{e9}s\u{2019}, a Tower, two Gates-heads";
        let words = ["BRIDGE", "CAF\u{c9}S", "SIGNS", "TOWER"];
        let mut found: Vec<String> = LongWords::of(words.into_iter()).in_small_letters(text).into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, ["caf\u{e9}s", "tower"]);
    }
}
