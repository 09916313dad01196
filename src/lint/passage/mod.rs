//! A passage as the rules see it: its prose, words, sentences and hard words, made once for all rules.

mod prepare;
mod sentence;
mod vocabulary;

pub(super) use prepare::passages;
pub(super) use sentence::Sentence;

use std::cell::OnceCell;
use std::ops::Range;

use super::interest::RuleSet;
use crate::lexicon::Entry;
use crate::model::walk::{Place, Within};
use crate::model::{Inline, Prose};
use crate::source::Span;
use sentence::add_sentences;
use vocabulary::WordFacts;

/// A passage, prepared.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    /// Its inlines.
    pub(super) content: &'a [Inline],
    /// What holds it.
    pub(super) place: Place,
    /// What holds the block that holds it.
    pub(super) within: Within,
    /// Whether a number is printed before it.
    is_numbered: bool,
    /// What held the passage before it.
    pub(super) before: Option<Place>,
    /// Whether it is in English. Rules of words and sentences look at no other.
    pub(super) is_english: bool,
    /// How many words of some letters may be all capitals.
    pub(super) capitals: usize,
    /// The rules that look at it.
    pub(super) wanted_by: RuleSet,
    prose: Prose,
    lower: String,
    words: Vec<Range<usize>>,
    /// The words that no white space parts from the one before, with which people count them as one.
    joined: Vec<usize>,
    /// What is known of each word.
    facts: Vec<WordFacts>,
    /// The words that some rule looks for.
    wanted: Vec<(usize, RuleSet)>,
    /// All those rules together.
    words_wanted_by: RuleSet,
    /// The words that a word or phrase of the lexicon begins with.
    beginnings: Vec<usize>,
    rare: Vec<usize>,
    /// The sentences, once a rule has asked for them. Of headings and cells few do.
    sentences: OnceCell<Vec<Sentence>>,
    hard_words: Vec<HardWord<'a>>,
}

/// A word of fewer letters that is all capitals may be a short form.
pub(super) const FEWEST_CAPITALS: usize = 4;

/// A word of the lexicon in a passage.
#[derive(Debug, Clone)]
pub(super) struct HardWord<'a> {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// What the lexicon says of it.
    pub(super) entry: &'a Entry,
}

impl<'a> Passage<'a> {
    /// The text as printed.
    pub(super) fn text(&self) -> &str {
        self.prose.text()
    }

    /// The text with small letters for the capitals of English; every byte stands where it does in the text.
    pub(super) fn lower(&self) -> &str {
        &self.lower
    }

    /// The words, as bytes of the text.
    pub(super) fn words(&self) -> &[Range<usize>] {
        &self.words
    }

    /// A word as printed.
    pub(super) fn printed(&self, index: usize) -> Option<&str> {
        self.words.get(index).and_then(|range| self.text().get(range.clone()))
    }

    /// A word in small letters.
    pub(super) fn word(&self, index: usize) -> Option<&str> {
        self.words.get(index).and_then(|range| self.lower.get(range.clone()))
    }

    /// What stands between a word and the next.
    pub(super) fn after(&self, index: usize) -> &str {
        let end = self.words.get(index + 1).map_or(self.text().len(), |next| next.start);
        self.words.get(index).and_then(|word| self.text().get(word.end..end)).unwrap_or_default()
    }

    /// Whether nothing but spaces stands between a word and the next.
    pub(super) fn goes_on(&self, index: usize) -> bool {
        index + 1 < self.words.len() && self.after(index).chars().all(char::is_whitespace)
    }

    /// The sentences, in order.
    pub(super) fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| {
            let mut sentences = Vec::new();
            add_sentences(self.text(), &self.words, &self.joined, &mut sentences);
            if let Some(first) = sentences.first_mut() {
                first.length += usize::from(self.is_numbered);
            }
            sentences
        })
    }

    /// The sentence that holds a byte.
    pub(super) fn sentence_at(&self, at: usize) -> Option<&Sentence> {
        let sentences = self.sentences();
        sentences.get(sentences.partition_point(|sentence| sentence.range.end <= at))
    }

    /// The words of the lexicon, in order.
    pub(super) fn hard_words(&self) -> &[HardWord<'a>] {
        &self.hard_words
    }

    /// Which words few learners of English know, by their level; in order. Some of them are in the lexicon, too.
    pub(super) fn rare_words(&self) -> &[usize] {
        &self.rare
    }

    /// Which words a rule looks for, by where it stands among the rules that run; in order.
    pub(super) fn words_for(&self, rule: usize) -> impl Iterator<Item = usize> {
        let wanted = if self.words_wanted_by.has(rule) { self.wanted.as_slice() } else { &[] };
        wanted.iter().filter(move |(_, rules)| rules.has(rule)).map(|(index, _)| *index)
    }

    /// How many syllables some of the words have together.
    pub(super) fn syllables(&self, words: Range<usize>) -> usize {
        self.facts.get(words).unwrap_or_default().iter().map(|facts| usize::from(facts.syllables)).sum()
    }

    /// The place in the source of a part of the text; none for code, which is quoted, not said.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        if self.prose.is_code(range.start) { None } else { self.prose.span(range) }
    }

    /// The place in the source of the whole passage.
    pub(super) fn whole(&self) -> Option<Span> {
        self.prose.span(0..self.text().len())
    }

    /// The place in the source of words, from the first to the last.
    pub(super) fn span_of_words(&self, first: usize, last: usize) -> Option<Span> {
        self.span(self.words.get(first)?.start..self.words.get(last)?.end)
    }
}
