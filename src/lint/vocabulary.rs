//! The words of a document. Most come again and again: each is looked up once.

use super::interest::{Interests, RuleSet};
use crate::lexicon::{HARD, Lexicon, WordMap, WordNumber, level};
use crate::text::syllables;

/// The different words met so far.
pub(super) struct Vocabulary<'a> {
    lexicon: &'a Lexicon,
    interests: &'a Interests,
    known: WordMap<Box<str>, WordFacts>,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct WordFacts {
    /// The rules that look for it.
    pub(super) wanted_by: RuleSet,
    /// Its number in the lexicon, if it stands there, alone or in a phrase.
    pub(super) in_lexicon: Option<WordNumber>,
    pub(super) syllables: u32,
    /// Whether few learners of English know it, by its level.
    pub(super) is_rare: bool,
}

/// A shorter word is known, or a short form.
const SHORTEST_RARE: usize = 6;

impl<'a> Vocabulary<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, interests: &'a Interests) -> Self {
        Self { lexicon, interests, known: WordMap::default() }
    }

    /// What is known of a word in small letters.
    pub(super) fn facts(&mut self, word: &str) -> WordFacts {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        let facts = WordFacts {
            wanted_by: self.interests.in_word(word),
            in_lexicon: self.lexicon.number(word),
            syllables: u32::try_from(syllables(word)).unwrap_or(u32::MAX),
            is_rare: word.len() >= SHORTEST_RARE && level(word).is_some_and(|level| level >= HARD),
        };
        self.known.insert(word.into(), facts);
        facts
    }
}
