//! The text a document is read from, and places in it.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::hash::sha256;
use crate::text::places_of;

/// A stretch of a source, in bytes, the end exclusive.
///
/// ```
/// use plainsong::Span;
///
/// let span = Span::new(4, 9);
/// assert_eq!(&"The panel met."[span.range()], "panel");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, and without, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The span as a range, to slice with.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// The shortest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether `other` lies within this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A line and a column, both counted from 1. Columns are Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1. A byte order mark has no width.
    pub column: usize,
}

/// A named text, as it was read: byte order mark and line endings included, so that every span is
/// also a place in the file.
///
/// ```
/// use plainsong::Source;
///
/// let source = Source::new("minutes.md", "# Minutes\n\nThe panel met.");
/// let place = source.position(15);
/// assert_eq!((place.line, place.column), (3, 5));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
    /// How many characters begin before every so many bytes. Whole documents stand on one line, and
    /// counting each column from the start of it would take a time that grows with the square.
    characters_before: Vec<usize>,
    /// How many lines begin before every so many bytes, so that a line is looked for among few.
    lines_before: Vec<usize>,
}

/// How many bytes lie between two counts of characters, and of lines.
const COUNTED: usize = 256;

const BYTE_ORDER_MARK: char = '\u{feff}';

impl Source {
    /// A source from text that is already in memory.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = line_starts(&text);
        let characters_before = characters_before(&text);
        let lines_before = lines_before(&line_starts, text.len());
        Self { name: name.into(), text, line_starts, characters_before, lines_before }
    }

    /// A source from the bytes of a file.
    ///
    /// # Errors
    ///
    /// [`Error::NotUtf8`], with the offset of the first byte that is not UTF-8.
    ///
    /// ```
    /// use plainsong::{Error, Source};
    ///
    /// let error = Source::from_bytes("minutes.md", b"caf\xe9".to_vec()).unwrap_err();
    /// assert!(matches!(error, Error::NotUtf8 { offset: 3, .. }));
    /// ```
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Error> {
        let name = name.into();
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(name, text)),
            Err(error) => Err(Error::NotUtf8 { name, offset: error.utf8_error().valid_up_to() }),
        }
    }

    /// The name it was given: for a file, its path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The last part of the name, without folders or ending: `papers/item 4.md` is `item 4`.
    ///
    /// ```
    /// # use plainsong::Source;
    /// assert_eq!(Source::new("papers/item 4.md", "").stem(), "item 4");
    /// ```
    #[must_use]
    pub fn stem(&self) -> &str {
        let file = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        match file.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => file,
        }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the text proper begins: after a byte order mark, if there is one.
    #[must_use]
    pub fn body_start(&self) -> usize {
        if self.text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 }
    }

    /// The text of a span; empty if the span is not one of this source.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The line and column of a byte. A byte past the end is taken as the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.lines_up_to(offset);
        let line_start = self.line_starts[line - 1].max(self.body_start());
        let column = if offset <= line_start + COUNTED {
            self.text.as_bytes().get(line_start..offset).map_or(0, characters_in)
        } else {
            self.characters_up_to(offset) - self.characters_up_to(line_start)
        };
        Position { line, column: column + 1 }
    }

    /// Where a span begins and ends. Most are short and lie within a line: then the end is found from the start.
    pub(crate) fn positions(&self, span: Span) -> (Position, Position) {
        let start = self.position(span.start);
        let is_within = self.line_starts.get(start.line).is_none_or(|&next| span.end < next) && span.start >= self.body_start();
        let between = self.text.as_bytes().get(span.range()).filter(|between| is_within && between.len() <= COUNTED);
        let end = between.map(|between| Position { line: start.line, column: start.column + characters_in(between) });
        (start, end.unwrap_or_else(|| self.position(span.end)))
    }

    /// The line that holds a byte, without what ends it.
    pub(crate) fn line_of(&self, offset: usize) -> Span {
        let after = self.lines_up_to(offset);
        let start = after.checked_sub(1).and_then(|at| self.line_starts.get(at)).copied().unwrap_or_default();
        let end = self.line_starts.get(after).copied().unwrap_or(self.text.len());
        self.without_line_end(start, end)
    }

    /// The lines from a byte on, without what ends them.
    pub(crate) fn lines_from(&self, offset: usize) -> impl Iterator<Item = Span> + '_ {
        let after = self.line_starts.partition_point(|&start| start <= offset);
        let next = self.line_starts.get(after..).unwrap_or_default().iter().copied();
        let starts = std::iter::once(offset).chain(next.clone());
        starts.zip(next.chain([self.text.len()])).map(|(start, end)| self.without_line_end(start, end))
    }

    fn without_line_end(&self, start: usize, end: usize) -> Span {
        let line = self.slice(Span::new(start, end)).trim_end_matches(['\n', '\r']);
        Span::new(start, start + line.len())
    }

    /// How many lines begin up to a byte, at it included.
    fn lines_up_to(&self, offset: usize) -> usize {
        let count = offset / COUNTED;
        let before = self.lines_before.get(count).copied().unwrap_or_default();
        let near = before..self.lines_before.get(count + 1).copied().unwrap_or(self.line_starts.len());
        before + self.line_starts.get(near).map_or(0, |near| near.partition_point(|&start| start <= offset))
    }

    /// How many characters begin before a byte.
    fn characters_up_to(&self, offset: usize) -> usize {
        let count = offset / COUNTED;
        let counted = self.characters_before.get(count).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(count * COUNTED..offset).unwrap_or_default();
        counted + characters_in(rest)
    }

    /// The first 12 hexadecimal digits of the SHA-256 of the source's bytes: enough for two people
    /// with two formats to tell that they hold the same version.
    ///
    /// ```
    /// # use plainsong::Source;
    /// assert_eq!(Source::new("a.md", "Bus routes").short_hash(), Source::new("b.md", "Bus routes").short_hash());
    /// ```
    #[must_use]
    pub fn short_hash(&self) -> String {
        short_hash(self.text.as_bytes())
    }
}

/// The first 12 hexadecimal digits of the SHA-256 of bytes.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    let mut hash = sha256(bytes);
    hash.truncate(12);
    hash
}

fn lines_before(line_starts: &[usize], length: usize) -> Vec<usize> {
    let mut lines = line_starts.iter().peekable();
    let mut before = 0;
    let counts = (0..=length / COUNTED).map(|count| {
        while lines.next_if(|&&start| start < count * COUNTED).is_some() {
            before += 1;
        }
        before
    });
    counts.collect()
}

fn characters_before(text: &str) -> Vec<usize> {
    let mut before = 0;
    let counts = text.as_bytes().chunks(COUNTED).map(|bytes| {
        before += characters_in(bytes);
        before
    });
    std::iter::once(0).chain(counts).collect()
}

/// How many characters begin in these bytes of UTF-8: all bytes do but the continuing ones, 10xxxxxx. A byte is
/// enough to count up to 255, and lets the compiler count many at once.
fn characters_in(bytes: &[u8]) -> usize {
    let begins = |byte: &u8| u8::from(*byte & 0b1100_0000 != 0b1000_0000);
    bytes.chunks(usize::from(u8::MAX)).map(|some| usize::from(some.iter().map(begins).sum::<u8>())).sum()
}

/// Lines end at LF, CR LF or a lone CR, as in CommonMark.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_end = |at: &usize| bytes.get(*at) == Some(&b'\n') || bytes.get(at + 1) != Some(&b'\n');
    let ends = places_of(text, b'\n', b'\r').filter(is_end);
    std::iter::once(0).chain(ends.map(|end| end + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, offset: usize) -> (usize, usize) {
        let position = Source::new("t", text).position(offset);
        (position.line, position.column)
    }

    #[test]
    fn columns_count_scalar_values() {
        assert_eq!(place("Tŷ'r ŵyl", 6), (1, 6));
    }

    #[test]
    fn columns_of_a_long_line_are_exact() {
        let text = format!("\u{feff}{}\n{}", "ŷ".repeat(1000), "a€".repeat(1000));
        assert_eq!(place(&text, 3 + 2 * 999), (1, 1000));
        assert_eq!(place(&text, 3 + 2000 + 1 + 4 * 700 + 1), (2, 1402));
    }

    #[test]
    fn both_ends_of_a_span_are_where_each_of_them_is() {
        let text = format!("\u{feff}a\u{175}\r\n{}\n\u{20ac}", "\u{177}b".repeat(400));
        let source = Source::new("t", text.as_str());
        for start in (0..text.len()).step_by(7) {
            for end in (start..=text.len()).step_by(31) {
                let expected = (source.position(start), source.position(end));
                assert_eq!(source.positions(Span::new(start, end)), expected, "{start}..{end}");
            }
        }
        assert_eq!(source.position(text.len()), Position { line: 3, column: 2 });
    }

    #[test]
    fn every_kind_of_line_ending_ends_a_line() {
        assert_eq!(place("a\r\nb\rc\nd", 3), (2, 1));
        assert_eq!(place("a\r\nb\rc\nd", 5), (3, 1));
        assert_eq!(place("a\r\nb\rc\nd", 7), (4, 1));
    }

    #[test]
    fn a_line_is_without_what_ends_it() {
        let source = Source::new("t", "a\r\nbc\rd\n\ne");
        let lines: Vec<&str> = [0, 1, 3, 5, 6, 8, 9].iter().map(|&offset| source.slice(source.line_of(offset))).collect();
        assert_eq!(lines, ["a", "a", "bc", "bc", "d", "", "e"]);
        let lines: Vec<&str> = source.lines_from(4).map(|line| source.slice(line)).collect();
        assert_eq!(lines, ["c", "d", "", "e"]);
        assert_eq!(Source::new("t", "").line_of(7), Span::new(0, 0));
    }

    #[test]
    fn a_byte_order_mark_has_no_width_but_has_bytes() {
        let source = Source::new("t", "\u{feff}Bus");
        assert_eq!(source.body_start(), 3);
        assert_eq!(place("\u{feff}Bus", 3), (1, 1));
        assert_eq!(place("\u{feff}Bus", 4), (1, 2));
    }

    #[test]
    fn past_the_end_is_the_end() {
        assert_eq!(place("ab", 99), (1, 3));
        assert_eq!(place("", 0), (1, 1));
    }

    #[test]
    fn a_hidden_file_keeps_its_name() {
        assert_eq!(Source::new("folder/.md", "").stem(), ".md");
    }
}
