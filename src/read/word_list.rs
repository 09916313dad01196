//! Lists of words that are quick to say no: a step that looks for the small words of a language asks
//! for each word of a document, and few are on its list.

/// Words in small letters.
pub(super) struct WordList<const N: usize> {
    words: [&'static str; N],
    /// The three signs that words begin with: for each first two, the third, one bit each.
    beginnings: [u32; 1024],
}

impl<const N: usize> WordList<N> {
    pub(super) const fn new(words: [&'static str; N]) -> Self {
        let mut beginnings = [0; 1024];
        let mut index = 0;
        while index < N {
            let key = beginning(words[index].as_bytes());
            beginnings[key >> 5] |= 1 << (key & 31);
            index += 1;
        }
        Self { words, beginnings }
    }

    /// Whether a word is on the list. It makes no difference whether ASCII letters are large or small.
    pub(super) fn holds(&self, word: &str) -> bool {
        self.may_begin(beginning(word.as_bytes())) && self.words.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    const fn may_begin(&self, beginning: usize) -> bool {
        self.beginnings[beginning >> 5 & 1023] >> (beginning & 31) & 1 == 1
    }
}

/// The first three signs of a word, five bits each.
const fn beginning(bytes: &[u8]) -> usize {
    let mut beginning = 0;
    let mut at = 0;
    while at < 3 {
        beginning = beginning << 5 | if at < bytes.len() { sign(bytes[at]) } else { 0 };
        at += 1;
    }
    beginning
}

/// A number below 32: of a letter its place in the alphabet, of a digit some other than 0, of anything
/// else 0.
const fn sign(byte: u8) -> usize {
    const SIGNS: [u8; 256] = {
        let mut signs = [0; 256];
        let mut byte = 0;
        while byte < 128 {
            if (byte as u8).is_ascii_alphanumeric() {
                signs[byte] = byte as u8 & 31;
            }
            byte += 1;
        }
        signs
    };
    SIGNS[byte as usize] as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: WordList<4> = WordList::new(["y", "mae", "ei", "a\u{2019}r"]);

    #[test]
    fn words_of_the_list_are_told_from_others() {
        assert!(["Y", "mae", "EI", "a\u{2019}r"].iter().all(|word| LIST.holds(word)));
        assert!(!["", "ma", "maes", "either", "a", "a\u{2018}r", "a\u{2019}", "yn"].iter().any(|word| LIST.holds(word)));
    }
}
