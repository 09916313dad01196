//! Turns of phrase, to be looked for among the words of a sentence.
//!
//! A meeting's minutes are asked for some two hundred turns of phrase, a sentence at a time. So a
//! pattern is read once, when it is first needed, and a sentence that lacks a word it needs is passed
//! over without a search.

use std::ops::Range;

use super::signature::Signature;
use super::vocabulary::Key;
use super::words::Word;

/// A turn of phrase: words with a space between. `a|b` is either, `a|b?` may be missing, `...` is up
/// to three words of any kind.
pub(super) struct Pattern {
    parts: Vec<Part>,
    /// The words that a part can be, of the parts that may not be missing the [`MOST_NEEDS`] that are the choosiest.
    needs: [Signature; MOST_NEEDS],
    /// The words it can begin with.
    first: Signature,
}

enum Part {
    /// One of these words.
    Word { alternatives: Vec<Key>, optional: bool },
    /// Up to three words of any kind.
    Gap,
}

/// So many parts are looked for before a search.
const MOST_NEEDS: usize = 3;

/// The most words that a gap stands for.
const WIDEST_GAP: usize = 3;

impl Pattern {
    pub(super) fn of(pattern: &str) -> Self {
        let parts: Vec<Part> = pattern.split(' ').map(Part::of).collect();
        let needs = parts.iter().filter_map(|part| match part {
            Part::Word { alternatives, optional: false } => Some(Signature::of(alternatives.iter().copied())),
            Part::Word { optional: true, .. } | Part::Gap => None,
        });
        let first = parts.iter().rev().fold(Signature::ANY, |after, part| match part {
            Part::Word { alternatives, optional } => {
                let here = Signature::of(alternatives.iter().copied());
                if *optional { here.or(after) } else { here }
            }
            Part::Gap => Signature::ANY,
        });
        let mut choosiest: Vec<Signature> = needs.collect();
        choosiest.sort_by_key(|need| need.count());
        let needs = std::array::from_fn(|at| choosiest.get(at).copied().unwrap_or(Signature::ANY));
        Self { needs, first, parts }
    }

    /// Whether words of a signature can hold it.
    pub(super) fn may_be_among(&self, words: &Signature) -> bool {
        self.needs.iter().all(|need| words.shares(need))
    }

    /// Where it is first found, as indices of words.
    pub(super) fn find(&self, words: &[Word]) -> Option<Range<usize>> {
        let starts = words.iter().enumerate().filter(|(_, word)| self.first.holds(word.key)).map(|(start, _)| start);
        { starts }.find_map(|start| Some(start..end(&self.parts, words, start)?))
    }

    /// Where it ends if it begins at an index.
    pub(super) fn end(&self, words: &[Word], at: usize) -> Option<usize> {
        let may_begin = words.get(at).is_none_or(|word| self.first.holds(word.key));
        may_begin.then(|| end(&self.parts, words, at)).flatten()
    }
}

// Patterns are our own and have a handful of parts, so trying the optional ones is bounded.
fn end(parts: &[Part], words: &[Word], at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    match part {
        Part::Gap => (at..=at + WIDEST_GAP).find_map(|next| end(rest, words, next)),
        Part::Word { alternatives, optional } => {
            let here = words.get(at).is_some_and(|word| is_among(alternatives, word.key));
            here.then(|| end(rest, words, at + 1)).flatten().or_else(|| optional.then(|| end(rest, words, at)).flatten())
        }
    }
}

/// Whether a word is one of some; many are in order.
fn is_among(words: &[Key], word: Key) -> bool {
    if words.len() > FEW { words.binary_search(&word).is_ok() } else { words.contains(&word) }
}

/// Up to so many words are looked through one by one.
const FEW: usize = 8;

impl Part {
    fn of(part: &str) -> Self {
        if part == "..." {
            return Self::Gap;
        }
        let (alternatives, optional) = part.strip_suffix('?').map_or((part, false), |part| (part, true));
        let mut alternatives: Vec<Key> = alternatives.split('|').map(Key::of).collect();
        alternatives.sort_unstable();
        Self::Word { alternatives, optional }
    }
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
    use crate::read::meeting::vocabulary::keys;
    use crate::read::meeting::words::Words;

    #[test]
    fn alternatives_and_what_may_be_missing() {
        let words = Words::of("After discussion it was unanimously AGREED that the bench be mended.");
        assert_eq!(words.find(pattern!("it was unanimously? agreed|resolved that|to")), Some(2..7));
        assert_eq!(words.find(pattern!("it was agreed")), None);
        assert_eq!(words.find(pattern!("discussion ... agreed")), Some(1..6));
        assert_eq!(words.find(pattern!("after ... agreed")), None);
        assert_eq!(words.find_any(patterns!["was it", "the bench"]), Some(7..9));
        assert!(words.any(keys!["dog", "mended"]) && !words.any(keys!["dog", "cat"]));
    }
}
