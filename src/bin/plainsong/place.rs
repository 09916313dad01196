//! A span of a document as every JSON of the command gives it.

use plainsong::{Source, Span};
use serde::Serialize;

/// Lines and columns from 1, columns in Unicode scalar values, the end exclusive; `start` and `end`
/// in bytes of the file as read.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Place {
    pub(crate) fn of(span: Span, source: &Source) -> Self {
        let (start, end) = (source.position(span.start), source.position(span.end));
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column, start: span.start, end: span.end }
    }
}
