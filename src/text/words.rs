//! Words; the home of unicode_segmentation.

use std::ops::Range;

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

use super::bytes::{EIGHT, eight_from, first_of_eight, letters_and_digits};

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
    /// Its first eight bytes as one number, the first of them lowest, with zeros after a shorter word.
    pub(crate) head: u64,
    /// Whether it is ASCII all through.
    pub(crate) is_ascii: bool,
}

impl Cut {
    /// Whether a capital may stand in its head after the first byte. Small letters and digits have a bit that
    /// capitals lack.
    #[inline(always)]
    pub(crate) const fn may_hold_second_capital(&self) -> bool {
        const SMALL: u64 = 0x2020_2020_2020_2020;
        first_of_eight(!self.head & SMALL, self.range.end - self.range.start) >> u8::BITS != 0
    }
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
        let range = *start + at..*start + at + word.len();
        let head = first_of_eight(eight_from(word.as_bytes(), 0), word.len());
        Some(Cut { range, head, is_ascii: word.is_ascii() })
    }

    /// The next word, or where it begins if it is not ASCII all through.
    #[inline(always)]
    fn next_ascii(&mut self) -> Option<Result<Cut, usize>> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        loop {
            while kind(*bytes.get(start)?) & (PART | BEYOND) == 0 {
                start += 1;
            }
            let eight = eight_from(bytes, start);
            let mut end = start;
            let mut length = letters_and_digits(eight);
            while length == EIGHT {
                end += EIGHT;
                length = letters_and_digits(eight_from(bytes, end));
            }
            end += length;
            // After most words stands white space.
            if bytes.get(end).is_some_and(|byte| kind(*byte) != OTHER) {
                match past_signs(bytes, start, end) {
                    Past::Word { end: past } => end = past,
                    Past::Signs { end: past } => {
                        start = past;
                        continue;
                    }
                    Past::Beyond => return Some(Err(start)),
                }
            }
            self.at = end;
            return Some(Ok(Cut { range: start..end, head: first_of_eight(eight, end - start), is_ascii: true }));
        }
    }
}

/// What stands where a word goes on with signs, or does not.
enum Past {
    /// A word, and where it ends.
    Word { end: usize },
    /// Signs alone, and where they end.
    Signs { end: usize },
    /// A character that is not ASCII.
    Beyond,
}

/// Goes on from a sign after the letters and digits of a word, or from where it begins with one.
#[inline(never)]
fn past_signs(bytes: &[u8], start: usize, mut end: usize) -> Past {
    let mut holds_letter = end > start;
    // Each turn takes a sign that may join letters and digits to others, and those.
    loop {
        match bytes.get(end).map_or(OTHER, |byte| kind(*byte)) {
            BEYOND => return Past::Beyond,
            UNDERSCORE => end += 1,
            LETTER_OR_DIGIT => {
                holds_letter = true;
                end += 1;
            }
            JOINT => match (bytes.get(end.wrapping_sub(1)), bytes.get(end), bytes.get(end + 1)) {
                (_, _, Some(after)) if !after.is_ascii() => return Past::Beyond,
                (Some(before), Some(sign), Some(after)) if is_joined(*before, *sign, *after) => end += 1,
                _ => break,
            },
            _ => break,
        }
    }
    // Underscores alone are no word.
    if holds_letter { Past::Word { end } } else { Past::Signs { end } }
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
