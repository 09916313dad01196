//! Words as numbers. A word of a document is compared with hundreds of words of ours, so each is turned
//! into a number once, ours by the compiler.

/// What tells a word from every other, whatever its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
        let mut last = rest.len() as u64;
        while let Some((byte, after)) = rest.split_first() {
            last = last << 8 | *byte as u64;
            rest = after;
        }
        Self(mixed(key, last))
    }

    /// Whether it is the same; `==` is not to be had while the compiler works something out.
    pub(super) const fn is(self, other: Self) -> bool {
        self.0 == other.0
    }

    /// The highest bits, which are the best mixed.
    pub(super) const fn top(self, bits: u32) -> usize {
        (self.0 >> (u64::BITS - bits)) as usize
    }
}

/// The bit that tells a small letter from a capital one; signs and digits within words have it too.
const SMALL: u64 = 0x2020_2020_2020_2020;

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

    #[test]
    fn case_makes_no_other_word_and_length_does() {
        assert_eq!(Key::of("RESOLVED"), Key::of("resolved"));
        assert_eq!(Key::of("Councillor's"), Key::of("councillor's"));
        let all = ["a", "b", "ab", "ba", "a'b", "resolved", "resolve", "recommendation", "recommendations", "ecommendationr", ""];
        for (at, word) in all.iter().enumerate() {
            assert!(all[at + 1..].iter().all(|other| Key::of(word) != Key::of(other)), "{word}");
        }
    }
}
