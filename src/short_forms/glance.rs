//! A glance at a word, before it is looked up among others.

/// How the words of a set begin, and how long they are. Few other words share both with one of them, and only
/// those need to be looked up.
pub(crate) struct Glance {
    /// How long those are that begin with two letters, a bit for each length.
    lengths: [u64; 1024],
}

impl Glance {
    /// Of no word.
    pub(crate) const fn new() -> Self {
        Self { lengths: [0; 1024] }
    }

    pub(crate) fn add(&mut self, word: &[u8]) {
        if let Some(lengths) = self.lengths.get_mut(beginning(word)) {
            *lengths |= length(word);
        }
    }

    /// Whether a word, in capitals or in small letters of ASCII, may be one of the set.
    #[inline]
    pub(crate) fn may_hold(&self, word: &[u8]) -> bool {
        self.lengths.get(beginning(word)).is_some_and(|lengths| lengths & length(word) != 0)
    }
}

/// The places of the first two letters in the alphabet, whatever their case.
#[inline]
fn beginning(word: &[u8]) -> usize {
    let place = |letter: &u8| usize::from(letter & 31);
    match word {
        [first, second, ..] => place(first) << 5 | place(second),
        [only] => place(only),
        [] => 0,
    }
}

#[inline]
fn length(word: &[u8]) -> u64 {
    1 << word.len().min(63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_set_is_never_missed() {
        let mut glance = Glance::new();
        let long = "word".repeat(40);
        for word in ["SCIE", "F&A", "\u{c9}N", "5a", &long] {
            assert!(!glance.may_hold(word.as_bytes()), "{word}");
            glance.add(word.as_bytes());
            assert!(glance.may_hold(word.as_bytes()), "{word}");
        }
        assert!(glance.may_hold(b"scie") && glance.may_hold(b"SCAR") && !glance.may_hold(b"SCI") && !glance.may_hold(b"TCIE"));
    }
}
