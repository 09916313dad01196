//! Lines, and columns of characters in them.

use std::ops::Range;

use crate::source::Span;
use crate::text::{places_of, places_of_sign};

/// A line of the text, without its line end.
#[derive(Debug, Clone, Copy)]
pub(in crate::read) struct Line<'a> {
    pub(in crate::read) text: &'a str,
    /// Where it begins.
    pub(in crate::read) start: usize,
}

impl<'a> Line<'a> {
    /// The lines of a text from a place on, where one begins.
    pub(super) fn all_from(text: &'a str, place: usize) -> impl Iterator<Item = Self> {
        let rest = text.get(place..).unwrap_or_default();
        let last = (!rest.is_empty() && !rest.ends_with('\n')).then_some(rest.len());
        let mut start = place;
        places_of_sign(rest, b'\n').chain(last).map(move |length| {
            let end = place + length;
            let line = Self::of(text, start..end);
            start = end + 1;
            line
        })
    }

    /// The lines that begin with one of two signs of ASCII, blanks before it or not.
    pub(in crate::read) fn beginning_with(text: &'a str, one: u8, other: u8) -> impl Iterator<Item = Self> {
        let line = move |at: usize| {
            let before = text.get(..at)?.trim_end_matches([' ', '\t']);
            let is_first = before.is_empty() || before.ends_with('\n');
            if is_first { Self::all_from(text, before.len()).next() } else { None }
        };
        places_of(text, one, other).filter_map(line)
    }

    fn of(text: &'a str, range: Range<usize>) -> Self {
        let mut line = text.get(range.clone()).unwrap_or_default();
        while let Some(shorter) = line.strip_suffix('\r') {
            line = shorter;
        }
        Self { text: line, start: range.start }
    }

    /// The place after its last sign.
    pub(in crate::read) const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The first sign that is no blank. It shows of nearly every line that nothing is drawn there and that no
    /// code begins.
    pub(super) fn first_sign(&self) -> Option<u8> {
        self.text.bytes().find(|byte| !matches!(byte, b' ' | b'\t'))
    }

    pub(super) fn is_blank(&self) -> bool {
        self.first_sign().is_none()
    }

    pub(super) fn trimmed(&self) -> &'a str {
        let is_word = |byte: &u8| !matches!(byte, b' ' | b'\t');
        let bytes = self.text.as_bytes();
        let start = bytes.iter().position(is_word).unwrap_or(bytes.len());
        let end = bytes.iter().rposition(is_word).map_or(start, |last| last + 1);
        self.text.get(start..end).unwrap_or_default()
    }

    /// How many bytes of white space it begins with.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches([' ', '\t']).len()
    }

    /// From its first sign to its last.
    pub(super) fn span(&self) -> Span {
        let start = self.start + self.indent();
        Span::new(start, start + self.trimmed().len())
    }

    /// The signs that open a block of code.
    pub(in crate::read) fn fence(&self) -> Option<&'a str> {
        let sign = self.first_sign().filter(|first| matches!(first, b'`' | b'~')).map(char::from)?;
        let text = self.trimmed();
        let length = text.bytes().take_while(|byte| char::from(*byte) == sign).count();
        let rest = text.get(length..)?;
        (length >= 3 && !(sign == '`' && rest.contains('`'))).then(|| text.get(..length)).flatten()
    }

    /// Whether it closes the block of code that a fence opened.
    pub(in crate::read) fn closes(&self, fence: &str) -> bool {
        let text = self.trimmed();
        text.starts_with(fence) && text.chars().all(|sign| fence.starts_with(sign))
    }

    /// Where the columns from `from` to `to` stand in the line, in bytes.
    pub(super) fn columns(&self, from: usize, to: usize) -> Range<usize> {
        let mut column = 0;
        let (mut start, mut end) = (None, None);
        for (at, character) in self.text.char_indices() {
            let width = width(character);
            if width > 0 && start.is_none() && column >= from {
                start = Some(at);
            }
            if width > 0 && column >= to {
                end = Some(at);
                break;
            }
            column += width;
        }
        let end = end.unwrap_or(self.text.len());
        start.unwrap_or(end).min(end)..end
    }
}

/// How many columns a character takes in what pandoc draws: none, if it has no width of its own.
pub(super) const fn width(character: char) -> usize {
    match character {
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => 0,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => {
            2
        }
        _ => 1,
    }
}
