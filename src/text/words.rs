//! Words; the home of unicode_segmentation.

use std::ops::Range;

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

/// The words of a text, as byte ranges: Unicode word boundaries (UAX 29), parts without a letter or
/// a digit left out.
///
/// ```
/// let text = "The council's 3 homes.";
/// let words: Vec<&str> = plainsong::text::words(text).map(|range| &text[range]).collect();
/// assert_eq!(words, ["The", "council's", "3", "homes"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    Words { text, at: 0, beyond_ascii: None }
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
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            if let Some((start, words)) = &mut self.beyond_ascii {
                if let Some((at, word)) = words.next() {
                    return Some(*start + at..*start + at + word.len());
                }
                self.beyond_ascii = None;
            }
            match self.next_ascii()? {
                Ok(word) => return Some(word),
                Err(start) => {
                    let bytes = self.text.as_bytes();
                    let end = bytes.get(start..)?.iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |space| start + space);
                    self.at = end;
                    self.beyond_ascii = Some((start, self.text.get(start..end)?.unicode_word_indices()));
                }
            }
        }
    }
}

impl Words<'_> {
    /// The next word, or where it begins if it is not ASCII all through.
    fn next_ascii(&mut self) -> Option<Result<Range<usize>, usize>> {
        let bytes = self.text.as_bytes();
        loop {
            let mut end = self.at;
            let start = loop {
                match kind(*bytes.get(end)?) {
                    Kind::Part => break end,
                    Kind::Beyond => return Some(Err(end)),
                    Kind::Joint | Kind::Other => end += 1,
                }
            };
            let mut is_word = false;
            while let Some(&byte) = bytes.get(end) {
                match kind(byte) {
                    Kind::Part => is_word |= byte != b'_',
                    Kind::Other => break,
                    Kind::Beyond => return Some(Err(start)),
                    Kind::Joint => match (bytes.get(end - 1), bytes.get(end + 1)) {
                        (_, Some(after)) if !after.is_ascii() => return Some(Err(start)),
                        (Some(before), Some(after)) if is_joined(*before, byte, *after) => {}
                        _ => break,
                    },
                }
                end += 1;
            }
            self.at = end;
            // Underscores alone are no word.
            if is_word {
                return Some(Ok(start..end));
            }
        }
    }
}

/// What a byte is to a word.
#[derive(Clone, Copy)]
enum Kind {
    /// A letter, a digit or an underscore.
    Part,
    /// A sign that can stand in a word, between letters or between digits.
    Joint,
    /// A part of a character that is not ASCII.
    Beyond,
    /// Anything else.
    Other,
}

fn kind(byte: u8) -> Kind {
    const KINDS: [Kind; 256] = {
        let mut kinds = [Kind::Other; 256];
        let mut byte = 0;
        while byte < 256 {
            kinds[byte] = match byte as u8 {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => Kind::Part,
                b'.' | b'\'' | b':' | b',' | b';' => Kind::Joint,
                0x80.. => Kind::Beyond,
                _ => Kind::Other,
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
