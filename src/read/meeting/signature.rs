//! Which words there may be in some text or some list, as bits: quick to compare, and quick to say no.

use super::vocabulary::Key;

/// The bit of a word is told by so many bits of its key. The words of a sentence leave most of those bits free.
const BITS: u32 = 8;

/// A bit is set for each word. A bit that is not set is a word that is missing.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signature([u64; 4]);

impl Signature {
    /// The signature of any word.
    pub(super) const ANY: Self = Self([u64::MAX; 4]);

    /// The signature of words.
    pub(super) fn of(words: impl IntoIterator<Item = Key>) -> Self {
        let mut signature = Self::default();
        for key in words {
            let bit = key.top(BITS);
            signature.0[bit >> 6] |= 1 << (bit & 63);
        }
        signature
    }

    /// The signature of the words of both.
    pub(super) fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] | other.0[at]))
    }

    /// How many bits are set.
    pub(super) fn count(self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    /// Whether a word may be among them.
    #[inline]
    pub(super) fn holds(&self, key: Key) -> bool {
        let bit = key.top(BITS);
        self.0[bit >> 6] >> (bit & 63) & 1 == 1
    }

    /// Whether they may have a word in common.
    #[inline]
    pub(super) fn shares(&self, other: &Self) -> bool {
        let ([first, second, third, fourth], [a, b, c, d]) = (self.0, other.0);
        first & a | second & b | third & c | fourth & d != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::meeting::vocabulary::keys;

    #[test]
    fn a_word_that_is_there_is_never_missing() {
        let words = keys!["the", "panel", "agreed", "to", "mend", "bench"];
        let all = Signature::of(words.iter().copied());
        for word in words {
            assert!(all.holds(*word) && all.shares(&Signature::of([*word])) && Signature::ANY.holds(*word));
        }
        assert!(!all.holds(Key::of("cat")) && !all.shares(&Signature::of([Key::of("cat")])));
        assert_eq!((all.count(), all.or(Signature::of([Key::of("cat")])).count()), (6, 7));
    }
}
