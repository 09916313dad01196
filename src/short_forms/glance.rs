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

    pub(crate) fn add(&mut self, word: &str) {
        if let Some(lengths) = self.lengths.get_mut(beginning(word)) {
            *lengths |= length(word);
        }
    }

    /// Whether a word, in capitals or in small letters of ASCII, may be one of the set.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        self.lengths.get(beginning(word)).is_some_and(|lengths| lengths & length(word) != 0)
    }
}

/// The places of the first two letters in the alphabet, whatever their case.
fn beginning(word: &str) -> usize {
    word.bytes().take(2).fold(0, |beginning, byte| beginning << 5 | usize::from(byte & 31))
}

fn length(word: &str) -> u64 {
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
            assert!(!glance.may_hold(word), "{word}");
            glance.add(word);
            assert!(glance.may_hold(word), "{word}");
        }
        assert!(glance.may_hold("scie") && glance.may_hold("SCAR") && !glance.may_hold("SCI") && !glance.may_hold("TCIE"));
    }
}
