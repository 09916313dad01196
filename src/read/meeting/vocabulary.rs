//! Words as numbers. A word of a document is compared with hundreds of words of ours, so each is turned
//! into a number, ours by the compiler.

use std::ops::Range;

use crate::text::{Cut, eight_from, first_of_eight};

/// What tells a word from every other, whatever its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(u64);

impl Key {
    /// The key of a word of ASCII. Two words share one by a chance of 2⁻⁶⁴, and who brings that about
    /// might as well write the other word.
    pub(super) const fn of(word: &str) -> Self {
        let mut rest = word.as_bytes();
        let mut key = 0;
        while let Some((eight, after)) = rest.split_first_chunk() {
            key = mixed(key, u64::from_le_bytes(*eight));
            rest = after;
        }
        Self(mixed(key, few(rest)))
    }

    /// The key of a word of ASCII that was cut out of a text.
    #[inline(always)]
    pub(super) fn of_cut(text: &str, word: &Cut) -> Self {
        if word.range.end - word.range.start < EIGHT { Self::of_head(word.head) } else { Self::of_long(text, word.range.clone()) }
    }

    /// That of a word of eight bytes or more.
    #[inline(never)]
    fn of_long(text: &str, Range { mut start, end }: Range<usize>) -> Self {
        let mut key = 0;
        while end - start >= EIGHT {
            key = mixed(key, eight_from(text.as_bytes(), start));
            start += EIGHT;
        }
        Self(mixed(key, first_of_eight(eight_from(text.as_bytes(), start), end - start)))
    }

    /// The key of a word of ASCII of less than eight bytes, which are given as one number, the first of them
    /// lowest. The first eight of a longer word have a key too, which is not that of the word.
    #[inline(always)]
    pub(super) const fn of_head(head: u64) -> Self {
        Self(mixed(0, head))
    }

    /// That of the first eight bytes of a word, or of all of a shorter one.
    pub(super) const fn of_head_of(word: &str) -> Self {
        Self::of_head(match word.as_bytes().first_chunk() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => few(word.as_bytes()),
        })
    }

    /// Whether it is the same; `==` is not to be had while the compiler works something out.
    pub(super) const fn is(self, other: Self) -> bool {
        self.0 == other.0
    }

    /// Whether it is one of a few keys.
    #[inline]
    #[expect(clippy::manual_contains, reason = "the compiler calls a function for `contains`, and does this in place")]
    pub(super) fn is_among(self, keys: &[Self]) -> bool {
        keys.iter().any(|key| *key == self)
    }

    /// The highest bits, which are the best mixed.
    pub(super) const fn top(self, bits: u32) -> usize {
        (self.0 >> (u64::BITS - bits)) as usize
    }
}

/// The bit that tells a small letter from a capital one; signs and digits within words have it too.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// So many bytes are read as one number.
const EIGHT: usize = 8;

/// Fewer bytes than eight as the number that they begin.
const fn few(bytes: &[u8]) -> u64 {
    let mut number = 0;
    let mut rest = bytes;
    while let Some((last, before)) = rest.split_last() {
        number = number << u8::BITS | *last as u64;
        rest = before;
    }
    number
}

/// Multiplied by an odd number that the golden ratio gives, as in Fibonacci hashing.
const fn mixed(key: u64, bytes: u64) -> u64 {
    (key.rotate_left(29) ^ (bytes | SMALL)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The keys of some words.
pub(super) const fn keys_of<const COUNT: usize>(words: [&str; COUNT]) -> [Key; COUNT] {
    let mut keys = [Key(0); COUNT];
    let mut at = 0;
    while at < COUNT {
        keys[at] = Key::of(words[at]);
        at += 1;
    }
    keys
}

/// The keys of some words, worked out by the compiler.
macro_rules! keys {
    ($($word:expr),+ $(,)?) => {
        const { &$crate::read::meeting::vocabulary::keys_of([$($word),+]) }
    };
}

pub(super) use keys;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::each_word;

    #[test]
    fn case_makes_no_other_word_and_length_does() {
        assert_eq!(Key::of("RESOLVED"), Key::of("resolved"));
        assert_eq!(Key::of("Councillor's"), Key::of("councillor's"));
        let all = ["a", "b", "ab", "ba", "a'b", "resolved", "resolve", "recommendation", "recommendations", "ecommendationr", ""];
        for (at, word) in all.iter().enumerate() {
            assert!(all[at + 1..].iter().all(|other| Key::of(word) != Key::of(other)), "{word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_word_has_one_key_wherever_it_stands(before in "[a-z ]{0,9}", word in "[a-zA-Z0-9'._]{0,20}", after in "[ ,a]{0,9}") {
            let text = format!("{before}{word}{after}");
            each_word(&text, |cut| assert_eq!(Key::of_cut(&text, &cut), Key::of(&text[cut.range])));
            proptest::prop_assert_eq!(Key::of(&word.to_ascii_uppercase()), Key::of(&word));
        }
    }
}
