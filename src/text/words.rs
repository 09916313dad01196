//! Words; the home of unicode_segmentation.

use std::ops::Range;

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

use super::bytes::{EIGHT, byte_of, eight_from, first_letters_and_digits, first_of_eight, letters_and_digits};

/// The words of a text, as byte ranges: Unicode word boundaries (UAX 29), parts without a letter or
/// a digit left out.
///
/// ```
/// let text = "The council's 3 homes.";
/// let words: Vec<&str> = plainsong::text::words(text).map(|range| &text[range]).collect();
/// assert_eq!(words, ["The", "council's", "3", "homes"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    cut_words(text).map(|word| word.range)
}

/// The words of a text, with what was seen of each.
pub(crate) fn cut_words(text: &str) -> impl Iterator<Item = Cut> {
    Words { text, at: 0, beyond: None }
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
    /// Whether a word of two letters and more may be all capitals: after the first byte of its head stands one, or
    /// there is more than ASCII. Small letters and digits have a bit that capitals lack.
    #[inline(always)]
    pub(crate) const fn may_be_capitals(&self) -> bool {
        const SMALL: u64 = 0x2020_2020_2020_2020;
        !self.is_ascii || first_of_eight(!self.head & SMALL, self.range.end - self.range.start) >> u8::BITS != 0
    }
}

/// Calls `see` with every word of a text, and with what was seen of it. That takes less time than to ask
/// for one after another.
#[inline]
pub(crate) fn each_word(text: &str, mut see: impl FnMut(Cut)) {
    let mut at = 0;
    let mut beyond: Option<Beyond<'_>> = None;
    loop {
        let word = match beyond.as_mut() {
            None => next_ascii(text.as_bytes(), &mut at),
            Some(stretch) => stretch.next().map(Ok),
        };
        match word {
            // It stands in one place only, so that the compiler puts it here, and calls nothing for a word.
            Some(Ok(word)) => see(word),
            Some(Err(start)) => at = beyond.insert(Beyond::at(text, start)).end,
            None if beyond.take().is_none() => return,
            None => {}
        }
    }
}

/// Every step of reading asks for words, and most of them are plain ASCII: those are found eight bytes at
/// a time. What stands beside another character, up to the next white space, is left to the tables of
/// Unicode. Beside ASCII white space there is always a boundary.
struct Words<'a> {
    text: &'a str,
    at: usize,
    beyond: Option<Beyond<'a>>,
}

impl Iterator for Words<'_> {
    type Item = Cut;

    #[inline]
    fn next(&mut self) -> Option<Cut> {
        loop {
            if let Some(word) = self.beyond.as_mut().and_then(Beyond::next) {
                return Some(word);
            }
            self.beyond = None;
            match next_ascii(self.text.as_bytes(), &mut self.at)? {
                Ok(word) => return Some(word),
                Err(start) => {
                    let stretch = Beyond::at(self.text, start);
                    self.at = stretch.end;
                    self.beyond = Some(stretch);
                }
            }
        }
    }
}

/// The words of a stretch with characters beyond ASCII.
struct Beyond<'a> {
    start: usize,
    end: usize,
    words: UnicodeWordIndices<'a>,
}

impl<'a> Beyond<'a> {
    #[cold]
    fn at(text: &'a str, start: usize) -> Self {
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(rest.len());
        Self { start, end: start + length, words: rest.get(..length).unwrap_or_default().unicode_word_indices() }
    }

    #[cold]
    fn next(&mut self) -> Option<Cut> {
        let (at, word) = self.words.next()?;
        let range = self.start + at..self.start + at + word.len();
        let head = first_of_eight(eight_from(word.as_bytes(), 0), word.len());
        Some(Cut { range, head, is_ascii: word.is_ascii() })
    }
}

/// The next word from a place on, or where it begins if it is not ASCII all through. The place is moved past
/// the word.
#[inline(always)]
fn next_ascii(bytes: &[u8], at: &mut usize) -> Option<Result<Cut, usize>> {
    let mut start = *at;
    loop {
        // Most words are shorter than eight bytes, and after them stands white space: one look is enough.
        let eight = eight_from(bytes, start);
        let (length, head) = first_letters_and_digits(eight);
        let (end, after) = if length < EIGHT { (start + length, byte_of(eight, length)) } else { past_eight(bytes, start) };
        let kind_after = kind(after);
        if kind_after == OTHER && length > 0 {
            *at = end + 1;
            return Some(Ok(Cut { range: start..end, head, is_ascii: true }));
        }
        if kind_after & (UNDERSCORE | BEYOND) != 0 || length > 0 {
            match past_signs(bytes, start, end) {
                Past::Word { end } => {
                    *at = end;
                    return Some(Ok(Cut { range: start..end, head: first_of_eight(eight, end - start), is_ascii: true }));
                }
                Past::Signs { end } => start = end,
                Past::Beyond => return Some(Err(start)),
            }
        } else {
            start += 1;
            while kind(*bytes.get(start)?) & (PART | BEYOND) == 0 {
                start += 1;
            }
        }
    }
}

/// Where letters and digits end that are eight or more, and the byte after them, or zero at the end.
#[inline(never)]
fn past_eight(bytes: &[u8], start: usize) -> (usize, u8) {
    let mut end = start;
    loop {
        end += EIGHT;
        let eight = eight_from(bytes, end);
        let length = letters_and_digits(eight);
        if length < EIGHT {
            return (end + length, byte_of(eight, length));
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
