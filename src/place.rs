//! A span of a document as people and other programs count it.

use serde::{Deserialize, Serialize};

use crate::source::{Source, Span};

/// A span with its lines and columns, as every JSON of plainsong gives it. Lines and columns are
/// counted from 1, columns in Unicode scalar values, the end exclusive; `start` and `end` are bytes of
/// the file as read.
///
/// ```
/// use plainsong::{Place, Source, Span};
///
/// let source = Source::new("minutes.md", "# Minutes\n\nThe panel met.");
/// let place = Place::of(Span::new(15, 20), &source);
/// assert_eq!((place.line, place.column, place.end_column), (3, 5, 10));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Place {
    /// The line of the first character.
    pub line: usize,
    /// The column of the first character.
    pub column: usize,
    /// The line of the character after the last.
    pub end_line: usize,
    /// The column of the character after the last.
    pub end_column: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Place {
    /// Where a span of a source is.
    #[must_use]
    pub fn of(span: Span, source: &Source) -> Self {
        let (start, end) = source.positions(span);
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column, start: span.start, end: span.end }
    }
}
