//! Lists of words that are quick to say no: a step that looks for the small words of a language asks
//! for each word of a document, and few are on its list.

/// Words in small letters.
pub(super) struct WordList<const N: usize> {
    words: [&'static str; N],
    /// For each two signs that a word begins with, the signs that come third, one bit each.
    beginnings: [u32; 1024],
}

impl<const N: usize> WordList<N> {
    pub(super) const fn new(words: [&'static str; N]) -> Self {
        let mut beginnings = [0; 1024];
        let mut index = 0;
        while index < N {
            let word = words[index].as_bytes();
            beginnings[sign(word, 0) << 5 | sign(word, 1)] |= 1 << sign(word, 2);
            index += 1;
        }
        Self { words, beginnings }
    }

    /// Whether a word is on the list. It makes no difference whether ASCII letters are large or small.
    pub(super) fn holds(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        self.may_begin(sign(bytes, 0), sign(bytes, 1), sign(bytes, 2)) && self.words.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Where words of the list stand in a text, with no ASCII letter or digit on either side.
    pub(super) fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let bytes = text.as_bytes();
        let (mut before, mut first, mut second, mut third) = (0, 0, sign(bytes, 0), sign(bytes, 1));
        (0..bytes.len()).filter(move |&at| {
            (before, first, second, third) = (first, second, third, sign(bytes, at + 2));
            (before == 0) & self.may_begin(first, second, third) && word_at(text, at).is_some_and(|word| self.holds(word))
        })
    }

    const fn may_begin(&self, first: usize, second: usize, third: usize) -> bool {
        self.beginnings[first << 5 | second] >> third & 1 == 1
    }
}

/// The ASCII letters and digits from a place on.
fn word_at(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?;
    let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    rest.get(..length)
}

/// A number below 32 for the byte at a place: of a letter its place in the alphabet, of a digit some
/// other than 0, of anything else 0.
const fn sign(bytes: &[u8], at: usize) -> usize {
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
    if at < bytes.len() { SIGNS[bytes[at] as usize] as usize } else { 0 }
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
        assert_eq!(LIST.places("Mae'r ei, sei eis ei1 t\u{177}ei").collect::<Vec<_>>(), [0, 6, 25]);
    }
}
