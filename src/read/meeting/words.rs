//! The words of a passage, cut once, and looked at in parts.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use super::owner::is_initials;
use super::pattern::Pattern;
use super::signature::Signature;
use super::topics::Topics;
use super::vocabulary::Key;
use crate::text::{self, Cut, cut_words, each_word};

/// A word, and where it stands, in bytes from the start of its passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) key: Key,
    start: u32,
    length: u16,
    is_initials: bool,
}

impl Word {
    fn new(key: Key, place: Range<usize>, is_initials: bool) -> Option<Self> {
        let length = u16::try_from(place.end - place.start).ok()?;
        Some(Self { key, start: u32::try_from(place.start).ok()?, length, is_initials })
    }

    /// A word that was cut out of a text.
    #[inline(always)]
    fn of(text: &str, cut: Cut) -> Option<Self> {
        let may_be_initials = !cut.is_ascii || may_be_initials(cut.head);
        let is_initials = may_be_initials && text.get(cut.range.clone()).is_some_and(is_initials);
        Self::new(key_of_cut(text, &cut), cut.range, is_initials)
    }

    /// What it has to do with. Of most words nobody asks.
    #[inline]
    fn topics(self) -> Topics {
        Topics::of(self.key)
    }

    pub(super) const fn start(self) -> usize {
        self.start as usize
    }

    pub(super) const fn end(self) -> usize {
        self.start as usize + self.length as usize
    }
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / BYTES_OF_A_WORD + 1);
    each_word(text, |cut| {
        // `extend` would be a call for each word.
        if let Some(word) = Word::of(text, cut) {
            words.push(word);
        }
    });
    words
}

/// The first word of a text; empty if it has none.
pub(super) fn first_word(text: &str) -> &str {
    text::words(text).next().and_then(|word| text.get(word)).unwrap_or_default()
}

/// There are seldom more words than one in so many bytes.
const BYTES_OF_A_WORD: usize = 5;

/// Whether a word of ASCII can be initials, as far as its first eight bytes tell: two to four letters, and a
/// capital after the first. There are zeros after the end of a word.
#[inline(always)]
pub(super) const fn may_be_initials(head: u64) -> bool {
    // Capitals have this bit, and lack the one below it, which small letters have too.
    const LETTERS_AFTER_THE_FIRST: u64 = 0x4040_4000;
    head >> u32::BITS == 0 && head & !(head << 1) & LETTERS_AFTER_THE_FIRST != 0
}

/// The key of a word that was cut out of a text.
#[inline(always)]
pub(super) fn key_of_cut(text: &str, word: &Cut) -> Key {
    if word.is_ascii { Key::of_cut(text, word) } else { key(text.get(word.range.clone()).unwrap_or_default()) }
}

/// The key of a word.
pub(super) fn key(word: &str) -> Key {
    if word.is_ascii() {
        return Key::of(word);
    }
    let lower = word.chars().flat_map(char::to_lowercase);
    Key::of(&lower.map(|character| if character == '\u{2019}' { '\'' } else { character }).collect::<String>())
}

/// A text and its words.
pub(super) struct Words<'a> {
    text: &'a str,
    /// Where the text begins in its passage.
    start: usize,
    words: Cow<'a, [Word]>,
    signature: OnceCell<Signature>,
}

impl<'a> Words<'a> {
    /// A text, cut into words.
    pub(super) fn of(text: &'a str) -> Self {
        Self::new(text, 0, Cow::Owned(words(text)))
    }

    /// The first words of a text: so many, or all.
    pub(super) fn first(text: &'a str, count: usize) -> Self {
        let mut words = Vec::with_capacity(count);
        for cut in cut_words(text).take(count) {
            words.extend(Word::of(text, cut));
        }
        Self::new(text, 0, Cow::Owned(words))
    }

    fn new(text: &'a str, start: usize, words: Cow<'a, [Word]>) -> Self {
        Self { text, start, words, signature: OnceCell::new() }
    }

    /// A part of the text. It is cut anew only if it begins or ends within a word.
    pub(super) fn within(&self, range: Range<usize>) -> Words<'_> {
        Words::part(self.text, self.start, &self.words, range)
    }

    fn part(text: &'a str, start: usize, words: &'a [Word], range: Range<usize>) -> Self {
        let text = text.get(range.clone()).unwrap_or_default();
        let (start, end) = (start + range.start, start + range.end);
        // Most parts begin where the passage does, or end where it ends.
        let first =
            if words.first().is_some_and(|word| word.end() <= start) { words.partition_point(|word| word.end() <= start) } else { 0 };
        let words = words.get(first..).unwrap_or_default();
        let ends_early = words.last().is_some_and(|word| word.start() >= end);
        let last = if ends_early { words.partition_point(|word| word.start() < end) } else { words.len() };
        let words = words.get(..last).unwrap_or_default();
        let begins_within = words.first().is_some_and(|word| word.start() < start);
        let ends_within = words.last().is_some_and(|word| word.end() > end);
        if !begins_within && !ends_within {
            return Words::new(text, start, Cow::Borrowed(words));
        }
        // Only the words at either end are cut anew.
        let anew = |word: &Word| {
            let place = word.start().max(start)..word.end().min(end);
            let printed = text.get(place.start - start..place.end - start).unwrap_or_default();
            let moved = move |word: Word| Word::new(word.key, place.start + word.start()..place.start + word.end(), word.is_initials);
            self::words(printed).into_iter().filter_map(moved)
        };
        let mut all = Vec::with_capacity(words.len() + 1);
        for word in words {
            if word.start() < start || word.end() > end {
                all.extend(anew(word));
            } else {
                all.push(*word);
            }
        }
        Words::new(text, start, Cow::Owned(all))
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the word at an index is one of these; past the end there is none.
    #[inline]
    pub(super) fn is(&self, index: usize, keys: &[Key]) -> bool {
        self.words.get(index).is_some_and(|word| word.key.is_among(keys))
    }

    /// The word at an index as it is printed; empty past the end.
    pub(super) fn printed(&self, index: usize) -> &'a str {
        self.bytes(index..index + 1).and_then(|bytes| self.text.get(bytes)).unwrap_or_default()
    }

    /// The bytes of the words in a range of indices.
    pub(super) fn bytes(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.words.get(range.start)?;
        let last = self.words.get(range.end.checked_sub(1)?)?;
        Some(first.start() - self.start..last.end() - self.start)
    }

    /// Whether any word is one of these.
    pub(super) fn any(&self, keys: &[Key]) -> bool {
        let signature = self.signature();
        keys.iter().any(|key| signature.holds(*key)) && self.words.iter().any(|word| word.key.is_among(keys))
    }

    /// Whether the word at an index can have to do with a topic.
    pub(super) fn speaks_of(&self, index: usize, topic: Topics) -> bool {
        self.words.get(index).is_some_and(|word| word.topics().has(topic))
    }

    /// Whether the word at an index is somebody's initials.
    pub(super) fn is_initials(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.is_initials)
    }

    /// Whether any word can have to do with a topic.
    pub(super) fn speak_of(&self, topic: Topics) -> bool {
        self.words.iter().any(|word| word.topics().has(topic))
    }

    /// Where a pattern is first found, as indices of words.
    pub(super) fn find(&self, pattern: &Pattern) -> Option<Range<usize>> {
        if pattern.may_be_among(self.signature()) { pattern.find(&self.words) } else { None }
    }

    fn signature(&self) -> &Signature {
        self.signature.get_or_init(|| Signature::of(self.words.iter().map(|word| word.key)))
    }

    /// Where one of these patterns is found: the first that is.
    pub(super) fn find_any(&self, patterns: &[Pattern]) -> Option<Range<usize>> {
        patterns.iter().find_map(|pattern| self.find(pattern))
    }

    /// How many words a pattern takes at the start.
    pub(super) fn begins(&self, pattern: &Pattern) -> Option<usize> {
        self.at(0, pattern)
    }

    /// Where a pattern ends that begins at an index.
    pub(super) fn at(&self, index: usize, pattern: &Pattern) -> Option<usize> {
        pattern.end(&self.words, index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::meeting::vocabulary::keys;

    #[test]
    fn bytes_lead_back_to_the_text() {
        let text = "The Clerk\u{2019}s list.";
        let words = Words::of(text);
        assert!(words.is(1, keys!["clerk's"]));
        assert_eq!(words.bytes(1..3).map(|range| &text[range]), Some("Clerk\u{2019}s list"));
        assert_eq!(words.bytes(3..3), None);
        assert_eq!((words.printed(2), words.printed(3)), ("list", ""));
    }

    proptest::proptest! {
        #[test]
        fn a_part_has_the_words_that_it_has_alone(text in "[a-c0-1 .':\u{2019}\u{e9}]{0,20}", start in 0_usize..20, length in 0_usize..20) {
            let all = Words::of(&text);
            let end = (start + length).min(text.len());
            let Some(part) = text.get(start..end) else { return Ok(()) };
            let (within, alone) = (all.within(start..end), Words::of(part));
            let places = |words: &Words<'_>| (0..words.len()).map(|at| words.bytes(at..at + 1)).collect::<Vec<_>>();
            proptest::prop_assert_eq!((within.text(), places(&within)), (part, places(&alone)));
        }
    }
}
