//! Lists of words that are quick to say no: a step that looks for the small words of a language asks
//! for each word of a document, and few are on its list.

use crate::text::letters_and_digits;

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

    /// Where words of the list stand in a text, with no ASCII letter or digit on either side.
    pub(super) fn places(&self, text: &str) -> Vec<usize> {
        let mut places = Vec::new();
        let mut rest = text.as_bytes();
        while let Some(gap) = rest.iter().position(u8::is_ascii_alphanumeric) {
            let start = text.len() - rest.len() + gap;
            rest = rest.get(gap..).unwrap_or_default();
            let (word, after) = rest.split_at(letters_and_digits(rest));
            rest = after;
            if self.may_begin(beginning(word)) && text.get(start..start + word.len()).is_some_and(|word| self.holds(word)) {
                places.push(start);
            }
        }
        places
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

    #[test]
    fn words_of_a_text_stand_alone() {
        assert_eq!(LIST.places("Mae'r ei, sei eis ei1 t\u{177}ei"), [0, 6, 25]);
    }
}
