//! Looking for turns of phrase among the words of a sentence, whatever their case.
//!
//! A meeting's minutes are asked for some two hundred turns of phrase, a sentence at a time. So a
//! pattern is read once, and a sentence that lacks a word it needs is passed over without a search.

use std::ops::Range;

use crate::text::words;

/// The words of a sentence, in lower case, and where they stand.
pub(super) struct Words {
    words: Vec<Word>,
    /// The words in lower case, one after another.
    lower: String,
    seen: Signature,
}

struct Word {
    hash: u32,
    /// Its bytes in the sentence.
    bytes: Range<usize>,
    /// Where it ends in `lower`; it begins where the one before it ends.
    lower_end: usize,
}

/// Which words there may be: a bit is set for each. A bit that is not set is a word that is missing.
#[derive(Debug, Clone, Copy, Default)]
struct Signature(u128);

impl Signature {
    const fn of(hash: u32) -> Self {
        Self(1 << (hash >> 25))
    }

    const fn shares(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut found = Self { words: Vec::new(), lower: String::with_capacity(text.len()), seen: Signature::default() };
        for bytes in words(text) {
            let start = found.lower.len();
            let Some(word) = text.get(bytes.clone()) else { continue };
            if word.is_ascii() {
                found.lower.push_str(word);
                found.lower[start..].make_ascii_lowercase();
            } else {
                found.lower.extend(
                    word.chars().flat_map(char::to_lowercase).map(|character| if character == '\u{2019}' { '\'' } else { character }),
                );
            }
            let hash = hash(&found.lower[start..]);
            found.seen.0 |= Signature::of(hash).0;
            found.words.push(Word { hash, bytes, lower_end: found.lower.len() });
        }
        found
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at an index; empty past the end.
    pub(super) fn word(&self, index: usize) -> &str {
        let start = index.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |before| before.lower_end);
        self.words.get(index).and_then(|word| self.lower.get(start..word.lower_end)).unwrap_or("")
    }

    /// The bytes of the words in a range of indices.
    pub(super) fn bytes(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.words.get(range.start)?;
        let last = self.words.get(range.end.checked_sub(1)?)?;
        Some(first.bytes.start..last.bytes.end)
    }

    /// Whether any word is one of these.
    pub(super) fn any(&self, alternatives: &[&str]) -> bool {
        alternatives.iter().any(|alternative| {
            let wanted = hash(alternative);
            self.seen.shares(Signature::of(wanted))
                && self.words.iter().enumerate().any(|(at, word)| word.hash == wanted && self.word(at) == *alternative)
        })
    }

    /// Where a pattern is first found, as indices of words.
    pub(super) fn find(&self, pattern: &Pattern) -> Option<Range<usize>> {
        if !pattern.may_be_in(self) {
            return None;
        }
        (0..self.words.len()).find_map(|start| pattern.matches(self, start).map(|end| start..end))
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
        if pattern.may_be_in(self) { pattern.matches(self, index) } else { None }
    }
}

/// A turn of phrase: words with a space between. `a|b` is either, `a|b?` may be missing, `...` is up
/// to three words of any kind.
pub(super) struct Pattern {
    parts: Vec<Part>,
    /// For each part that may not be missing, the words it can be.
    needs: Vec<Signature>,
}

enum Part {
    /// One of these words.
    Word { alternatives: Vec<(u32, Box<str>)>, optional: bool },
    /// Up to three words of any kind.
    Gap,
}

/// The most words that a gap stands for.
const WIDEST_GAP: usize = 3;

impl Pattern {
    pub(super) fn of(pattern: &str) -> Self {
        let parts: Vec<Part> = pattern.split(' ').map(Part::of).collect();
        let needs = parts.iter().filter_map(|part| match part {
            Part::Word { alternatives, optional: false } => {
                Some(Signature(alternatives.iter().fold(0, |all, (hash, _)| all | Signature::of(*hash).0)))
            }
            Part::Word { optional: true, .. } | Part::Gap => None,
        });
        Self { needs: needs.collect(), parts }
    }

    fn may_be_in(&self, words: &Words) -> bool {
        self.needs.iter().all(|need| words.seen.shares(*need))
    }

    fn matches(&self, words: &Words, at: usize) -> Option<usize> {
        Self::parts_match(&self.parts, words, at)
    }

    // Patterns are our own and have a handful of parts, so trying the optional ones is bounded.
    fn parts_match(parts: &[Part], words: &Words, at: usize) -> Option<usize> {
        let Some((part, rest)) = parts.split_first() else { return Some(at) };
        match part {
            Part::Gap => (at..=at + WIDEST_GAP).find_map(|next| Self::parts_match(rest, words, next)),
            Part::Word { alternatives, optional } => {
                let here = words.words.get(at).is_some_and(|word| {
                    alternatives.iter().any(|(hash, alternative)| *hash == word.hash && **alternative == *words.word(at))
                });
                here.then(|| Self::parts_match(rest, words, at + 1))
                    .flatten()
                    .or_else(|| optional.then(|| Self::parts_match(rest, words, at)).flatten())
            }
        }
    }
}

impl Part {
    fn of(part: &str) -> Self {
        if part == "..." {
            return Self::Gap;
        }
        let (alternatives, optional) = part.strip_suffix('?').map_or((part, false), |part| (part, true));
        Self::Word { alternatives: alternatives.split('|').map(|word| (hash(word), word.into())).collect(), optional }
    }
}

/// FNV-1a: short words, and no need to withstand an attack, since words that share a hash are compared.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A pattern, read once.
macro_rules! pattern {
    ($pattern:expr) => {{
        static PATTERN: std::sync::LazyLock<$crate::read::meeting::pattern::Pattern> =
            std::sync::LazyLock::new(|| $crate::read::meeting::pattern::Pattern::of(&$pattern));
        &*PATTERN
    }};
}

/// Patterns, read once.
macro_rules! patterns {
    ($($pattern:expr),+ $(,)?) => {{
        static PATTERNS: std::sync::LazyLock<Vec<$crate::read::meeting::pattern::Pattern>> =
            std::sync::LazyLock::new(|| vec![$($crate::read::meeting::pattern::Pattern::of(&$pattern)),+]);
        &*PATTERNS
    }};
}

pub(super) use {pattern, patterns};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_and_what_may_be_missing() {
        let words = Words::of("After discussion it was unanimously AGREED that the bench be mended.");
        assert_eq!(words.find(pattern!("it was unanimously? agreed|resolved that|to")), Some(2..7));
        assert_eq!(words.find(pattern!("it was agreed")), None);
        assert_eq!(words.find(pattern!("discussion ... agreed")), Some(1..6));
        assert_eq!(words.find(pattern!("after ... agreed")), None);
        assert_eq!(words.find_any(patterns!["was it", "the bench"]), Some(7..9));
        assert!(words.any(&["dog", "mended"]) && !words.any(&["dog", "after discussion"]));
    }

    #[test]
    fn bytes_lead_back_to_the_text() {
        let text = "The Clerk\u{2019}s list.";
        let words = Words::of(text);
        assert_eq!(words.word(1), "clerk's");
        assert_eq!(words.bytes(1..3).map(|range| &text[range]), Some("Clerk\u{2019}s list"));
        assert_eq!(words.bytes(3..3), None);
    }
}
