//! A quick hash for words. Nothing that is kept under it comes out in its order.

use std::hash::{BuildHasherDefault, Hasher};

/// A map from words.
pub(crate) type WordMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// Takes eight bytes at a time, as the compiler of Rust does for its own tables.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, bytes: u64) {
        self.0 = (self.0.rotate_left(5) ^ bytes).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((eight, after)) = rest.split_first_chunk() {
            self.add(u64::from_le_bytes(*eight));
            rest = after;
        }
        // Of four bytes and more, the first four and the last: some may be in both.
        let end = match (rest.first_chunk(), rest.last_chunk()) {
            (Some(first), Some(last)) => u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)),
            _ => rest.iter().fold(0, |end, byte| end << 8 | u64::from(*byte)),
        };
        self.add(end ^ bytes.len() as u64);
    }

    #[inline]
    fn write_u128(&mut self, bytes: u128) {
        self.add(bytes as u64);
        self.add((bytes >> u64::BITS) as u64);
    }

    #[inline]
    fn write_u8(&mut self, _end_of_text: u8) {}

    /// The table goes by the lowest bits and by the highest, and only the highest depend on all letters.
    #[inline]
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::hash::{BuildHasher, RandomState};

    use super::*;

    #[test]
    fn words_that_look_alike_fall_apart() {
        let words: Vec<String> = (0..4096).flat_map(|number| [format!("w{number}"), format!("paragraph-{number:05}")]).collect();
        let hash = |word: &String| BuildHasherDefault::<WordHasher>::default().hash_one(word.as_str());
        let places = |bits: &dyn Fn(u64) -> u64| words.iter().map(|word| bits(hash(word))).collect::<HashSet<u64>>().len();
        // Of 8,192 words in as many places, a perfect hash leaves a good third of the places empty.
        let ideal = words.iter().map(|word| RandomState::new().hash_one(word) % 8192).collect::<HashSet<u64>>().len();
        assert!(places(&|hash| hash % 8192) * 10 > ideal * 8, "{} of {ideal}", places(&|hash| hash % 8192));
        assert_eq!(places(&|hash| hash), words.len());
    }
}
