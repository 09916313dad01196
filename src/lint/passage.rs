//! A passage as the rules see it: its prose, words, sentences and hard words, made once for all rules.

use std::ops::Range;

use super::interest::{Interests, RuleSet};
use super::vocabulary::{Vocabulary, WordFacts};
use crate::lexicon::{Entry, Lexicon, Match};
use crate::model::walk::{self, Place, Within};
use crate::model::{Document, Inline, Prose};
use crate::source::Span;
use crate::text::{each_word, holds_any, sentences};

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
    /// The rules that look at it.
    pub(super) wanted_by: RuleSet,
    prose: Prose,
    lower: String,
    words: Vec<Range<usize>>,
    /// What is known of each word.
    facts: Vec<WordFacts>,
    /// The words that some rule looks for.
    wanted: Vec<(usize, RuleSet)>,
    rare: Vec<usize>,
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
    /// What comes before the first passage.
    fn none() -> Self {
        Self {
            content: &[],
            place: Place::Paragraph,
            within: Within::Flow,
            before: None,
            is_english: false,
            wanted_by: RuleSet::default(),
            prose: Prose::default(),
            lower: String::new(),
            words: Vec::new(),
            facts: Vec::new(),
            wanted: Vec::new(),
            rare: Vec::new(),
            sentences: Vec::new(),
            hard_words: Vec::new(),
        }
    }

    /// Becomes another passage, and keeps the memory that it has.
    fn become_passage(&mut self, passage: walk::Passage<'a>, document: &Document, known: &mut Known<'a>) {
        let walk::Passage { content, place, within, number, lang } = passage;
        (self.content, self.place, self.within) = (content, place, within);
        self.is_english = lang.unwrap_or(&document.meta.language).is_english();
        self.prose = Prose::of(content);
        let text = self.prose.text();
        self.lower.clear();
        self.lower.push_str(text);
        self.lower.make_ascii_lowercase();
        self.words.clear();
        self.facts.clear();
        self.wanted.clear();
        self.rare.clear();
        let mut wanted_by = known.interests.in_passage(content, text);
        let lower = self.lower.as_str();
        each_word(text, |word| {
            let facts = known.vocabulary.facts(lower.get(word.range.clone()).unwrap_or_default());
            if !facts.wanted_by.is_empty() {
                wanted_by.add(facts.wanted_by);
                self.wanted.push((self.words.len(), facts.wanted_by));
            }
            if facts.is_rare && self.is_english {
                self.rare.push(self.words.len());
            }
            self.words.push(word.range);
            self.facts.push(facts);
        });
        self.wanted_by = wanted_by.and(known.interests.in_language(self.is_english));
        self.hard_words.clear();
        if self.is_english {
            let number = |at: usize| self.facts.get(at).and_then(|facts| facts.in_lexicon);
            let add = |Match { range, entry }| self.hard_words.push(HardWord { range, entry });
            known.lexicon.find_among(text, &self.words, number, add);
        }
        self.sentences.clear();
        sentences_of(text, &self.words, &mut self.sentences);
        if let Some(first) = self.sentences.first_mut() {
            first.length += usize::from(number.is_some());
        }
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
        &self.rare
    }

    /// Which words a rule looks for, by where it stands among the rules that run; in order.
    pub(super) fn words_for(&self, rule: usize) -> impl Iterator<Item = usize> {
        self.wanted.iter().filter(move |(_, rules)| rules.has(rule)).map(|(index, _)| *index)
    }

    /// How many syllables some of the words have together.
    pub(super) fn syllables(&self, words: Range<usize>) -> usize {
        self.facts.get(words).unwrap_or_default().iter().map(|facts| facts.syllables as usize).sum()
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

/// What all passages of a document are prepared with.
struct Known<'a> {
    lexicon: &'a Lexicon,
    interests: &'a Interests,
    vocabulary: Vocabulary<'a>,
}

/// Calls `see` with every passage of a document, in reading order.
pub(super) fn passages<'a>(document: &'a Document, lexicon: &'a Lexicon, interests: &'a Interests, see: &mut dyn FnMut(&Passage<'a>)) {
    let mut known = Known { lexicon, interests, vocabulary: Vocabulary::new(lexicon, interests) };
    let mut passage = Passage::none();
    walk::passages(&document.blocks, &mut |next| {
        passage.become_passage(next, document, &mut known);
        see(&passage);
        passage.before = Some(passage.place);
    });
}

fn sentences_of(text: &str, words: &[Range<usize>], found: &mut Vec<Sentence>) {
    let may_quote = holds_any(text, [b'\'', b'"', QUOTATION_MARK_BEGINS]);
    let mut next = 0;
    let mut add = |range: Range<usize>| {
        let first = next;
        let mut length = 0;
        let mut end_before = None;
        while let Some(word) = words.get(next).filter(|word| word.start < range.end) {
            let between = end_before.and_then(|end| text.get(end..word.start));
            length += usize::from(between.is_none_or(|between| between == " " || between.contains(char::is_whitespace)));
            end_before = Some(word.end);
            next += 1;
        }
        found.push(Sentence { range, words: first..next, length });
    };
    for range in sentences(text) {
        match may_quote.then(|| within_quotation(text, &range)).flatten() {
            Some(parts) => parts.into_iter().for_each(&mut add),
            None => add(range),
        }
    }
}

/// A quotation of several sentences is one sentence of the text around it. A reader has to keep each in mind
/// on its own, so they are told apart: the same text without its quotation marks has them. None, if there is
/// no such quotation.
fn within_quotation(text: &str, sentence: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let whole = text.get(sentence.clone()).unwrap_or_default();
    let ends_within = whole.match_indices(['.', '?', '!']).any(|(at, _)| whole.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')));
    if !ends_within || !whole.contains(QUOTATION_MARKS) {
        return None;
    }
    let unquoted: String = whole.chars().flat_map(blanked).collect();
    let mut parts: Vec<Range<usize>> =
        sentences(&unquoted).into_iter().map(|part| sentence.start + part.start..sentence.start + part.end).collect();
    if let Some(last) = parts.last_mut() {
        last.end = sentence.end;
    }
    Some(parts)
}

const QUOTATION_MARKS: [char; 6] = ['\'', '"', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'];
/// The first byte of each that is not ASCII.
const QUOTATION_MARK_BEGINS: u8 = 0xe2;

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
        passages(&document, Lexicon::built_in(), &Interests::of(&[]), &mut |passage| {
            found.extend(passage.sentences().iter().map(|sentence| sentence.length))
        });
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
        passages(&document, Lexicon::built_in(), &Interests::of(&[]), &mut |passage| found.push(passage.is_english));
        assert_eq!(found, [true, true, false]);
    }
}
