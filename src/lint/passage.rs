//! A passage as the rules see it: its prose, words, sentences and hard words, made once for all rules.

use std::ops::Range;

use crate::lexicon::{Entry, Lexicon, Match};
use crate::model::walk::{self, Place, Within};
use crate::model::{Document, Inline, Prose};
use crate::source::Span;
use crate::text::{sentences, words};

/// A passage, prepared.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    /// Its inlines.
    pub(super) content: &'a [Inline],
    /// What holds it.
    pub(super) place: Place,
    /// What holds the block that holds it.
    pub(super) within: Within,
    /// What held the passage before it.
    pub(super) before: Option<Place>,
    /// Whether it is in English. Rules of words and sentences look at no other.
    pub(super) is_english: bool,
    prose: Prose,
    lower: String,
    words: Vec<Range<usize>>,
    sentences: Vec<Sentence>,
    hard_words: Vec<HardWord<'a>>,
}

/// A sentence of a passage.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// Which words of the passage it has.
    pub(super) words: Range<usize>,
    /// How many words it has as people count them: those with hyphens are one.
    pub(super) length: usize,
}

/// A word of the lexicon in a passage.
#[derive(Debug, Clone)]
pub(super) struct HardWord<'a> {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// What the lexicon says of it.
    pub(super) entry: &'a Entry,
}

impl<'a> Passage<'a> {
    fn prepare(passage: walk::Passage<'a>, before: Option<Place>, document: &Document, lexicon: &'a Lexicon) -> Self {
        let prose = Prose::of(passage.content);
        let lower = prose.text().to_ascii_lowercase();
        let words: Vec<Range<usize>> = words(prose.text()).collect();
        let is_english = passage.lang.unwrap_or(&document.meta.language).is_english();
        let mut hard_words = Vec::new();
        if is_english {
            lexicon.find_among(&lower, &words, &mut |Match { range, entry }| hard_words.push(HardWord { range, entry }));
        }
        let sentences = sentences_of(prose.text(), &words);
        let walk::Passage { content, place, within, .. } = passage;
        Self { content, place, within, before, is_english, prose, lower, words, sentences, hard_words }
    }

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
        &self.sentences
    }

    /// The sentence that holds a byte.
    pub(super) fn sentence_at(&self, at: usize) -> Option<&Sentence> {
        let index = self.sentences.partition_point(|sentence| sentence.range.end <= at);
        self.sentences.get(index)
    }

    /// The words of the lexicon, in order.
    pub(super) fn hard_words(&self) -> &[HardWord<'a>] {
        &self.hard_words
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

/// Calls `see` with every passage of a document, in reading order.
pub(super) fn passages<'a>(document: &'a Document, lexicon: &'a Lexicon, see: &mut dyn FnMut(&Passage<'a>)) {
    let mut before = None;
    walk::passages(&document.blocks, &mut |passage| {
        see(&Passage::prepare(passage, before, document, lexicon));
        before = Some(passage.place);
    });
}

fn sentences_of(text: &str, words: &[Range<usize>]) -> Vec<Sentence> {
    let mut next = 0;
    let found = sentences(text).into_iter().map(|range| {
        let first = next;
        let mut length = 0;
        while let Some(word) = words.get(next).filter(|word| word.start < range.end) {
            let before = next.checked_sub(1).filter(|before| *before >= first).and_then(|before| words.get(before));
            let between = before.and_then(|before| text.get(before.end..word.start));
            length += usize::from(between.is_none_or(|between| between.contains(char::is_whitespace)));
            next += 1;
        }
        Sentence { range, words: first..next, length }
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn lengths(text: &str) -> Vec<usize> {
        let document = parse(&Source::new("t.md", text));
        let mut found = Vec::new();
        passages(&document, Lexicon::built_in(), &mut |passage| found.extend(passage.sentences().iter().map(|sentence| sentence.length)));
        found
    }

    #[test]
    fn a_sentence_has_the_words_that_people_count() {
        assert_eq!(lengths("A well-known rule. It's 3.5 miles, and/or more!"), [3, 5]);
        assert_eq!(lengths("- One two\n- Three"), [2, 1]);
    }

    #[test]
    fn a_passage_in_another_language_is_known() {
        let text = "# Minutes\n\nThe meeting was held in the hall and it was noted that the work had begun.\n\n\
                    Cynhaliwyd y cyfarfod yn Neuadd yr Eglwys, a nodwyd bod y gwaith wedi dechrau.";
        let document = parse(&Source::new("t.md", text));
        let mut found = Vec::new();
        passages(&document, Lexicon::built_in(), &mut |passage| found.push(passage.is_english));
        assert_eq!(found, [true, true, false]);
    }
}
