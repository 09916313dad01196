//! The words of a passage, of which often only some are asked for.

use std::cell::OnceCell;
use std::ops::Range;

use super::words::Words;

/// A part that is no longer than one in so many of a passage is cut into words alone.
const MANY_PARTS: usize = 2;

/// The words of a passage, cut when they are first asked for. They take more room than its text, so whoever
/// looks at a passage more than once keeps them for that time only.
pub(super) struct OnDemand<'a> {
    text: &'a str,
    all: OnceCell<Words<'a>>,
}

impl<'a> OnDemand<'a> {
    pub(super) const fn of(text: &'a str) -> Self {
        Self { text, all: OnceCell::new() }
    }

    /// All of them.
    pub(super) fn all(&self) -> &Words<'a> {
        self.all.get_or_init(|| Words::of(self.text))
    }

    /// Those of a part.
    pub(super) fn part(&self, range: Range<usize>) -> Words<'_> {
        match self.all.get() {
            None if range.len() * MANY_PARTS < self.text.len() => Words::of(self.text.get(range).unwrap_or_default()),
            _ => self.all().within(range),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_same_words_before_and_after_all_are_cut() {
        let words = OnDemand::of("The panel met. It agreed to mend the bench.");
        let agreed = |words: &Words<'_>| (words.len(), words.printed(1).to_owned());
        let before = agreed(&words.part(15..24));
        assert_eq!((before, words.all().len()), ((2, "agreed".to_owned()), 9));
        assert_eq!(agreed(&words.part(15..24)), (2, "agreed".to_owned()));
    }
}
