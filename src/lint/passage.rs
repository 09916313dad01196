//! A passage as the rules see it: its prose, words, sentences and hard words, made once for all rules.

use std::ops::Range;

use crate::lexicon::{Entry, HARD, Lexicon, Match, WordMap, level};
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
    rare_words: Vec<usize>,
}

/// A sentence of a passage.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// Which words of the passage it has.
    pub(super) words: Range<usize>,
    /// How many words it has as people count them: those with hyphens are one, and so is a number printed
    /// before it, which is read with it.
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
    fn prepare(passage: walk::Passage<'a>, before: Option<Place>, document: &Document, lexicon: &'a Lexicon, rare: &mut RareWords) -> Self {
        let prose = Prose::of(passage.content);
        let lower = prose.text().to_ascii_lowercase();
        let words: Vec<Range<usize>> = words(prose.text()).collect();
        let is_english = passage.lang.unwrap_or(&document.meta.language).is_english();
        let mut hard_words = Vec::new();
        let mut rare_words = Vec::new();
        if is_english {
            rare_words.extend((0..words.len()).filter(|index| lower.get(words[*index].clone()).is_some_and(|word| rare.has(word))));
            lexicon.find_among(&lower, &words, &mut |Match { range, entry }| hard_words.push(HardWord { range, entry }));
        }
        let mut sentences = sentences_of(prose.text(), &words);
        if let Some(first) = sentences.first_mut() {
            first.length += usize::from(passage.number.is_some());
        }
        let walk::Passage { content, place, within, .. } = passage;
        Self { content, place, within, before, is_english, prose, lower, words, sentences, hard_words, rare_words }
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

    /// Which words few learners of English know, by their level; in order. Some of them are in the lexicon, too.
    pub(super) fn rare_words(&self) -> &[usize] {
        &self.rare_words
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
    let mut rare = RareWords::default();
    walk::passages(&document.blocks, &mut |passage| {
        see(&Passage::prepare(passage, before, document, lexicon, &mut rare));
        before = Some(passage.place);
    });
}

/// The words of a document that were looked up, and whether they are rare: most come again and again.
#[derive(Default)]
struct RareWords(WordMap<String, bool>);

/// A shorter word is known, or a short form.
const SHORTEST_RARE: usize = 6;

impl RareWords {
    fn has(&mut self, word: &str) -> bool {
        if word.len() < SHORTEST_RARE {
            return false;
        }
        if let Some(known) = self.0.get(word) {
            return *known;
        }
        let is_rare = level(word).is_some_and(|level| level >= HARD);
        self.0.insert(word.to_owned(), is_rare);
        is_rare
    }
}

fn sentences_of(text: &str, words: &[Range<usize>]) -> Vec<Sentence> {
    let mut next = 0;
    let found = sentences(text).into_iter().flat_map(|range| within_quotation(text, range)).map(|range| {
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

/// A quotation of several sentences is one sentence of the text around it. A reader has to keep each in mind
/// on its own, so they are told apart: the same text without its quotation marks has them.
fn within_quotation(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let whole = text.get(sentence.clone()).unwrap_or_default();
    let ends_within = whole.match_indices(['.', '?', '!']).any(|(at, _)| whole.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')));
    if !ends_within || !whole.contains(QUOTATION_MARKS) {
        return vec![sentence];
    }
    let unquoted: String = whole.chars().flat_map(blanked).collect();
    let mut parts: Vec<Range<usize>> =
        sentences(&unquoted).into_iter().map(|part| sentence.start + part.start..sentence.start + part.end).collect();
    if let Some(last) = parts.last_mut() {
        last.end = sentence.end;
    }
    parts
}

const QUOTATION_MARKS: [char; 6] = ['\'', '"', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'];

/// A sign, or spaces of the same length in its place if it is a quotation mark.
fn blanked(sign: char) -> impl Iterator<Item = char> {
    let (shown, count) = if QUOTATION_MARKS.contains(&sign) { (' ', sign.len_utf8()) } else { (sign, 1) };
    std::iter::repeat_n(shown, count)
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
    fn the_sentences_of_a_quotation_are_told_apart() {
        assert_eq!(lengths("She said: 'It is a meeting of minds. In practice, it works. Then Cllr. Lee came.' "), [8, 4, 4]);
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
