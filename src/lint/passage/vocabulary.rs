//! The words of a document. Most come again and again: each is looked up once.

use std::ops::Range;

use crate::lexicon::{HARD, Lexicon, WordMap, WordNumber, level};
use crate::lint::interest::{Interests, RuleSet};
use crate::text::syllables;

/// The different words met so far.
pub(super) struct Vocabulary<'a> {
    lexicon: &'a Lexicon,
    interests: &'a Interests,
    /// Those that fit into a number. It stands in the table itself, and two are compared in one step.
    short: WordMap<u128, WordFacts>,
    long: WordMap<Box<str>, WordFacts>,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct WordFacts {
    /// The rules that look for it.
    pub(super) wanted_by: RuleSet,
    /// Its number in the lexicon, if it stands there, alone or in a phrase.
    pub(super) in_lexicon: Option<WordNumber>,
    pub(super) syllables: u16,
    /// Whether an entry of the lexicon begins with it.
    pub(super) begins_entry: bool,
    /// Whether few learners of English know it, by its level.
    pub(super) is_rare: bool,
}

/// A shorter word is known, or a short form.
const SHORTEST_RARE: usize = 6;

impl<'a> Vocabulary<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, interests: &'a Interests) -> Self {
        Self { lexicon, interests, short: WordMap::default(), long: WordMap::default() }
    }

    /// What is known of a word of a text in small letters.
    #[inline]
    pub(super) fn facts(&mut self, text: &str, word: &Range<usize>) -> WordFacts {
        let number = as_number(text.as_bytes(), word);
        let known = match number {
            Some(number) => self.short.get(&number),
            None => text.get(word.clone()).and_then(|word| self.long.get(word)),
        };
        known.copied().unwrap_or_else(|| self.learn(text.get(word.clone()).unwrap_or_default(), number))
    }

    #[cold]
    fn learn(&mut self, word: &str, number: Option<u128>) -> WordFacts {
        let in_lexicon = self.lexicon.number(word);
        let facts = WordFacts {
            wanted_by: self.interests.in_word(word),
            in_lexicon,
            syllables: u16::try_from(syllables(word)).unwrap_or(u16::MAX),
            begins_entry: in_lexicon.is_some_and(|number| self.lexicon.is_first(number)),
            is_rare: word.len() >= SHORTEST_RARE && level(word).is_some_and(|level| level >= HARD),
        };
        match number {
            Some(number) => self.short.insert(number, facts),
            None => self.long.insert(word.into(), facts),
        };
        facts
    }
}

/// The most bytes that fit into a number.
const SHORT: usize = size_of::<u128>();

/// The bytes of a word as one number, the first of them lowest, with zeros after a shorter word.
#[inline]
fn as_number(text: &[u8], word: &Range<usize>) -> Option<u128> {
    let unused = SHORT.checked_sub(word.len())?;
    let from_word = text.get(word.start..)?;
    let bytes = from_word.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; SHORT];
        bytes.iter_mut().zip(from_word).for_each(|(byte, letter)| *byte = *letter);
        bytes
    });
    let of_word = u128::MAX.checked_shr(u8::BITS * u32::try_from(unused).ok()?)?;
    Some(u128::from_le_bytes(bytes) & of_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_the_same_number_wherever_it_stands() {
        let number = |text: &str, start, end| as_number(text.as_bytes(), &(start..end));
        assert_eq!(number("the bus", 4, 7), number("bus stops are everywhere", 0, 3));
        assert_ne!(number("buses", 0, 3), number("buses", 0, 5));
        assert!(number("accommodations12", 0, 16).is_some());
        assert_eq!(number("accommodations123", 0, 17), None);
    }

    #[test]
    fn a_word_is_known_again_short_or_long() {
        let interests = Interests::of(&[]);
        let mut vocabulary = Vocabulary::new(Lexicon::built_in(), &interests);
        let text = "stakeholders institutionalisation stakeholders institutionalisation";
        let syllables: Vec<u16> = crate::text::words(text).map(|word| vocabulary.facts(text, &word).syllables).collect();
        assert_eq!(syllables[..2], syllables[2..]);
        assert_ne!(syllables[0], syllables[1]);
        assert_eq!((vocabulary.short.len(), vocabulary.long.len()), (1, 1));
    }
}
