//! A sentence as its words, and which of them must not be touched.

use std::ops::Range;

use crate::text::words;

/// A verb and its "was" have no more adverbs between them.
const MOST_ADVERBS: usize = 4;

/// A sentence of a passage.
pub(super) struct Sentence<'a> {
    /// The passage.
    pub(super) text: &'a str,
    /// The bytes of the sentence.
    pub(super) range: Range<usize>,
    words: Vec<Word>,
}

struct Word {
    range: Range<usize>,
    /// In lower case, with straight apostrophes.
    lower: String,
    /// Whether it may be said in another way.
    is_free: bool,
}

impl<'a> Sentence<'a> {
    /// The sentence in a range of a passage. What is quoted is not free.
    pub(super) fn of(text: &'a str, range: Range<usize>, quoted: &[Range<usize>]) -> Self {
        let mut sentence = Self { text, range: range.clone(), words: Vec::new() };
        let Some(said) = text.get(range.clone()) else { return sentence };
        for word in words(said) {
            let word = range.start + word.start..range.start + word.end;
            let shown = &text[word.clone()];
            let is_first = sentence.words.is_empty();
            let is_name = shown.starts_with(char::is_uppercase) && !is_first || shown.chars().skip(1).any(char::is_uppercase);
            let is_free = !is_name && !is_joined(text, &word) && !is_within(quoted, &word);
            sentence.words.push(Word { lower: shown.to_lowercase().replace('\u{2019}', "'"), range: word, is_free });
        }
        // A name can begin a sentence: "Additional Support Fund".
        if let [first, second, ..] = sentence.words.as_mut_slice() {
            let goes_on = text[second.range.clone()].starts_with(char::is_uppercase);
            first.is_free &= !(goes_on && text[first.range.clone()].starts_with(char::is_uppercase));
        }
        sentence
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at an index, in lower case; empty past the end.
    pub(super) fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.lower.as_str())
    }

    /// As it stands.
    pub(super) fn shown(&self, index: usize) -> &'a str {
        self.words.get(index).and_then(|word| self.text.get(word.range.clone())).unwrap_or("")
    }

    /// Its bytes in the passage.
    pub(super) fn place(&self, index: usize) -> Option<Range<usize>> {
        self.words.get(index).map(|word| word.range.clone())
    }

    /// Whether these words may all be said in another way, and only a space stands between them.
    pub(super) fn is_free(&self, indices: Range<usize>) -> bool {
        let words = self.words.get(indices).unwrap_or_default();
        !words.is_empty() && words.iter().all(|word| word.is_free) && words.windows(2).all(|pair| self.is_space(pair))
    }

    fn is_space(&self, pair: &[Word]) -> bool {
        let [left, right] = pair else { return true };
        self.text.get(left.range.end..right.range.start).is_some_and(|between| between.trim().is_empty() && between.len() <= 2)
    }

    /// The word before an index that is no adverb: "was not formally" leads to "was".
    pub(super) fn before_adverbs(&self, index: usize) -> &str {
        let is_adverb = |word: &str| word.ends_with("ly") || matches!(word, "not" | "also" | "then" | "now" | "already" | "still" | "just");
        (0..index).rev().take(MOST_ADVERBS + 1).map(|before| self.word(before)).find(|word| !is_adverb(word)).unwrap_or("")
    }

    /// The words between two places of the passage, as indices.
    pub(super) fn between(&self, start: usize, end: usize) -> Range<usize> {
        let first = self.words.partition_point(|word| word.range.start < start);
        let last = self.words.partition_point(|word| word.range.end <= end);
        first..last.max(first)
    }
}

/// Whether a word is a part of something longer: of an address, a reference, a compound.
fn is_joined(text: &str, word: &Range<usize>) -> bool {
    let before = text.get(..word.start).and_then(|text| text.chars().next_back());
    let mut after = text.get(word.end..).unwrap_or_default().chars();
    let (next, second) = (after.next(), after.next());
    let joins = |character: Option<char>| {
        character.is_some_and(|character| {
            matches!(character, '-' | '\u{2010}' | '\u{2011}' | '/' | '@' | '_' | '&' | '#' | '\\' | '<' | '>' | '=' | '\u{2019}' | '\'')
        })
    };
    joins(before) || joins(next) || before == Some('.') || next == Some('.') && second.is_some_and(char::is_alphanumeric)
}

/// Whether a place touches one of some ranges, which are in order and apart.
pub(super) fn is_within(ranges: &[Range<usize>], place: &Range<usize>) -> bool {
    ranges.get(ranges.partition_point(|range| range.end <= place.start)).is_some_and(|range| range.start < place.end)
}

/// What a passage quotes, in order, as byte ranges: between curly or straight quotation marks.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut opened: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = characters.peek().map_or(' ', |(_, after)| *after);
        match (opened, character) {
            (None, '\u{201c}') => opened = Some((at, '\u{201d}')),
            (None, '"') => opened = Some((at, '"')),
            (None, '\u{2018}') => opened = Some((at, '\u{2019}')),
            (None, '\'') if !before.is_alphanumeric() && after.is_alphanumeric() => opened = Some((at, '\'')),
            (Some((start, close)), _) if character == close && !(after.is_alphanumeric() && before.is_alphanumeric()) => {
                found.push(start..at + character.len_utf8());
                opened = None;
            }
            _ => {}
        }
        before = character;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_quotations_and_parts_of_longer_things_are_not_free() {
        let text = "Purchase the Annual Purchase, \u{2018}purchase\u{2019}, re-purchase, purchase@a.example and purchase.";
        let sentence = Sentence::of(text, 0..text.len(), &quotations(text));
        let free: Vec<usize> = (0..sentence.len()).filter(|at| sentence.word(*at) == "purchase" && sentence.is_free(*at..at + 1)).collect();
        assert_eq!(free, [0, sentence.len() - 1]);
    }

    #[test]
    fn a_quotation_ends_where_it_is_closed() {
        let text = "He said \u{201c}we don\u{2019}t know\u{201d} and 'it is the council's' today.";
        let quoted: Vec<&str> = quotations(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(quoted, ["\u{201c}we don\u{2019}t know\u{201d}", "'it is the council's'"]);
    }
}
