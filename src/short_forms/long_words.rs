//! Longer words in capitals: SEND is a short form, and BRIDGE is none if the document has a bridge.

use std::collections::HashSet;
use std::ops::Range;

use super::glance::Glance;
use super::shouting::WORD_LENGTH;
use super::tokens;
use super::uses::{base, is_capitals};

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
                found.glance.add(&word);
                found.words.insert(word);
            }
        }
        found
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Takes out the word that is this one in small letters.
    pub(super) fn take(&mut self, word: &str) -> Option<String> {
        if !self.glance.may_hold(word) && word.is_ascii() || !word.contains(char::is_lowercase) {
            None
        } else if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            self.words.take(word)
        } else {
            self.words.take(word.to_lowercase().as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_taken_once_in_whatever_case() {
        let text = "The BRIDGE, CAF\u{c9}S and a SIGN.";
        let capitals: Vec<Range<usize>> = tokens::stretches_with_capitals(text).collect();
        let mut words = LongWords::of(text, &capitals, |_| true);
        assert_eq!([words.take("BRIDGE"), words.take("bridges"), words.take("signs")], [None, None, None]);
        assert_eq!(words.take("Bridge").as_deref(), Some("bridge"));
        assert_eq!(words.take("bridge"), None);
        assert_eq!(words.take("caf\u{e9}s").as_deref(), Some("caf\u{e9}s"));
        assert!(words.is_empty());
    }
}
