//! Looking for turns of phrase among the words of a sentence, whatever their case.

use std::ops::Range;

use crate::text::words;

/// The words of a sentence, in lower case, and where they stand.
pub(super) struct Words {
    words: Vec<(String, Range<usize>)>,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        Self { words: words(text).map(|range| (text[range.clone()].to_lowercase().replace('\u{2019}', "'"), range)).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at an index; empty past the end.
    pub(super) fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |(word, _)| word)
    }

    /// The bytes of the words in a range of indices.
    pub(super) fn bytes(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.words.get(range.start)?;
        let last = self.words.get(range.end.checked_sub(1)?)?;
        Some(first.1.start..last.1.end)
    }

    /// Whether any word is one of these.
    pub(super) fn any(&self, alternatives: &[&str]) -> bool {
        self.words.iter().any(|(word, _)| alternatives.contains(&word.as_str()))
    }

    /// Where a pattern is first found, as indices of words. A pattern is words with a space between;
    /// `a|b` is either, `a|b?` may be missing, `...` is up to three words of any kind.
    pub(super) fn find(&self, pattern: &str) -> Option<Range<usize>> {
        let parts: Vec<&str> = pattern.split(' ').collect();
        (0..self.words.len()).find_map(|start| self.matches(start, &parts).map(|end| start..end))
    }

    /// Where one of these patterns is found.
    pub(super) fn find_any(&self, patterns: &[&str]) -> Option<Range<usize>> {
        patterns.iter().find_map(|pattern| self.find(pattern))
    }

    /// The words that a pattern takes at the start.
    pub(super) fn begins(&self, pattern: &str) -> Option<usize> {
        self.at(0, pattern)
    }

    /// Where a pattern ends that begins at an index.
    pub(super) fn at(&self, index: usize, pattern: &str) -> Option<usize> {
        self.matches(index, &pattern.split(' ').collect::<Vec<_>>())
    }

    // Patterns are our own and have a handful of parts, so trying the optional ones is bounded.
    fn matches(&self, at: usize, parts: &[&str]) -> Option<usize> {
        let Some((part, rest)) = parts.split_first() else { return Some(at) };
        if *part == "..." {
            return (at..=at + 3).find_map(|next| self.matches(next, rest));
        }
        let (alternatives, optional) = part.strip_suffix('?').map_or((*part, false), |part| (part, true));
        let here = self.words.get(at).is_some_and(|(word, _)| alternatives.split('|').any(|alternative| alternative == word));
        here.then(|| self.matches(at + 1, rest)).flatten().or_else(|| optional.then(|| self.matches(at, rest)).flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_and_what_may_be_missing() {
        let words = Words::of("After discussion it was unanimously AGREED that the bench be mended.");
        assert_eq!(words.find("it was unanimously? agreed|resolved that|to"), Some(2..7));
        assert_eq!(words.find("it was agreed"), None);
        assert_eq!(words.find("discussion ... agreed"), Some(1..6));
        assert_eq!(words.find("after ... agreed"), None);
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
