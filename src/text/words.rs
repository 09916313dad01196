//! Words; the home of unicode_segmentation.

use std::ops::Range;

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

use super::bytes::letters_and_digits;

/// The words of a text, as byte ranges: Unicode word boundaries (UAX 29), parts without a letter or
/// a digit left out.
///
/// ```
/// let text = "The council's 3 homes.";
/// let words: Vec<&str> = plainsong::text::words(text).map(|range| &text[range]).collect();
/// assert_eq!(words, ["The", "council's", "3", "homes"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    Words { text, at: 0, beyond_ascii: None }.map(|word| word.range)
}

/// A word that was cut out of a text, and what was seen of it on the way.
#[derive(Debug, Clone)]
pub(crate) struct Cut {
    pub(crate) range: Range<usize>,
    /// Whether it is ASCII all through.
    pub(crate) is_ascii: bool,
    /// Whether it may hold anything but letters and digits.
    pub(crate) may_hold_signs: bool,
}

/// Calls `see` with every word of a text, and with what was seen of it. That takes less time than to ask
/// for one after another.
#[inline]
pub(crate) fn each_word(text: &str, mut see: impl FnMut(Cut)) {
    let mut words = Words { text, at: 0, beyond_ascii: None };
    while let Some(found) = words.next_ascii() {
        let mut next = match found {
            Ok(word) => Some(word),
            Err(start) => {
                words.leave_ascii(start);
                words.next_beyond_ascii()
            }
        };
        // `see` stands in one place only, so that the compiler puts it here, and calls nothing for a word.
        while let Some(word) = next {
            see(word);
            next = if words.beyond_ascii.is_some() { words.next_beyond_ascii() } else { None };
        }
    }
}

/// Every step of reading asks for words, and most of them are plain ASCII: those are found byte by
/// byte. What stands beside another character, up to the next white space, is left to the tables of
/// Unicode. Beside ASCII white space there is always a boundary.
struct Words<'a> {
    text: &'a str,
    at: usize,
    /// The words of a stretch with other characters, and where the stretch begins.
    beyond_ascii: Option<(usize, UnicodeWordIndices<'a>)>,
}

impl Iterator for Words<'_> {
    type Item = Cut;

    #[inline]
    fn next(&mut self) -> Option<Cut> {
        loop {
            if self.beyond_ascii.is_some()
                && let Some(word) = self.next_beyond_ascii()
            {
                return Some(word);
            }
            match self.next_ascii()? {
                Ok(word) => return Some(word),
                Err(start) => self.leave_ascii(start),
            }
        }
    }
}

impl Words<'_> {
    #[cold]
    fn leave_ascii(&mut self, start: usize) {
        let stretch = self.text.get(start..).unwrap_or_default();
        let length = stretch.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(stretch.len());
        self.at = start + length;
        self.beyond_ascii = stretch.get(..length).map(|stretch| (start, stretch.unicode_word_indices()));
    }

    #[cold]
    fn next_beyond_ascii(&mut self) -> Option<Cut> {
        let (start, words) = self.beyond_ascii.as_mut()?;
        let Some((at, word)) = words.next() else {
            self.beyond_ascii = None;
            return None;
        };
        Some(Cut { range: *start + at..*start + at + word.len(), is_ascii: word.is_ascii(), may_hold_signs: true })
    }

    /// The next word, or where it begins if it is not ASCII all through.
    #[inline(always)]
    fn next_ascii(&mut self) -> Option<Result<Cut, usize>> {
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        loop {
            while kind(*bytes.get(end)?) & (PART | BEYOND) == 0 {
                end += 1;
            }
            let start = end;
            let mut seen = 0;
            // Each turn reads letters and digits up to a sign that may join them to others.
            loop {
                let length = letters_and_digits(bytes.get(end..).unwrap_or_default());
                seen |= if length > 0 { LETTER_OR_DIGIT } else { 0 };
                end += length;
                match bytes.get(end).map_or(OTHER, |byte| kind(*byte)) {
                    BEYOND => return Some(Err(start)),
                    UNDERSCORE => {
                        seen |= UNDERSCORE;
                        end += 1;
                    }
                    JOINT => match (bytes.get(end - 1), bytes.get(end), bytes.get(end + 1)) {
                        (_, _, Some(after)) if !after.is_ascii() => return Some(Err(start)),
                        (Some(before), Some(sign), Some(after)) if is_joined(*before, *sign, *after) => {
                            seen |= JOINT;
                            end += 1;
                        }
                        _ => break,
                    },
                    _ => break,
                }
            }
            // Underscores alone are no word.
            if seen & LETTER_OR_DIGIT != 0 {
                self.at = end;
                return Some(Ok(Cut { range: start..end, is_ascii: true, may_hold_signs: seen != LETTER_OR_DIGIT }));
            }
        }
    }
}

/// What a byte is to a word: each kind is a bit.
type Kind = u8;
const OTHER: Kind = 0;
const LETTER_OR_DIGIT: Kind = 1;
const UNDERSCORE: Kind = 1 << 1;
/// What words consist of.
const PART: Kind = LETTER_OR_DIGIT | UNDERSCORE;
/// A sign that can stand in a word, between letters or between digits.
const JOINT: Kind = 1 << 2;
/// A part of a character that is not ASCII.
const BEYOND: Kind = 1 << 3;

fn kind(byte: u8) -> Kind {
    const KINDS: [Kind; 256] = {
        let mut kinds = [OTHER; 256];
        let mut byte = 0;
        while byte < 256 {
            kinds[byte] = match byte as u8 {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => LETTER_OR_DIGIT,
                b'_' => UNDERSCORE,
                b'.' | b'\'' | b':' | b',' | b';' => JOINT,
                0x80.. => BEYOND,
                _ => OTHER,
            };
            byte += 1;
        }
        kinds
    };
    KINDS[usize::from(byte)]
}

/// Rules WB6, WB7, WB11 and WB12.
fn is_joined(before: u8, sign: u8, after: u8) -> bool {
    let letters = before.is_ascii_alphabetic() && after.is_ascii_alphabetic() && matches!(sign, b'.' | b'\'' | b':');
    letters || before.is_ascii_digit() && after.is_ascii_digit() && sign != b':'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_those_of_unicode(text in "[a-c0-1 _.'_,:;\\-\n\u{2019}\u{301}\u{e9}\u{5d0}\u{200d}\u{1f469}\u{30ab}\u{e01}\u{a0}\u{1f1ec}]{0,40}") {
            let expected: Vec<Range<usize>> = text.unicode_word_indices().map(|(at, word)| at..at + word.len()).collect();
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), expected);
        }
    }
}
