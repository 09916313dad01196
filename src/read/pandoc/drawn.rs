//! A table that is drawn with dashes and bars: where its cells stand, line by line.

use std::ops::Range;

use super::lines::Line;
use crate::source::Span;

/// A drawn table.
#[derive(Debug)]
pub(in crate::read) struct Drawn {
    /// From its first line to its last.
    pub(in crate::read) span: Span,
    pub(in crate::read) head: Vec<DrawnRow>,
    pub(in crate::read) body: Vec<DrawnRow>,
}

/// A row of it.
#[derive(Debug)]
pub(in crate::read) struct DrawnRow {
    pub(in crate::read) span: Span,
    pub(in crate::read) cells: Vec<DrawnCell>,
}

/// A cell: its lines, the blank ones too.
#[derive(Debug)]
pub(in crate::read) struct DrawnCell {
    pub(in crate::read) lines: Vec<Span>,
}

impl Drawn {
    /// Moves every place on.
    pub(super) fn move_by(&mut self, by: usize) {
        let moved = |span: Span| Span::new(span.start + by, span.end + by);
        self.span = moved(self.span);
        for row in self.head.iter_mut().chain(&mut self.body) {
            row.span = moved(row.span);
            for line in row.cells.iter_mut().flat_map(|cell| &mut cell.lines) {
                *line = moved(*line);
            }
        }
    }
}

impl DrawnRow {
    /// The row of these lines, each cut into its cells.
    pub(super) fn of(lines: &[(&Line<'_>, Vec<Range<usize>>)]) -> Option<Self> {
        let columns = lines.first()?.1.len();
        let span = lines.iter().map(|(line, _)| line.span()).reduce(Span::cover)?;
        let cell = |column: usize| {
            let lines = lines.iter().filter_map(|(line, cuts)| {
                let cut = cuts.get(column)?;
                Some(Span::new(line.start + cut.start, line.start + cut.end))
            });
            DrawnCell { lines: lines.collect() }
        };
        Some(Self { span, cells: (0..columns).map(cell).collect() })
    }
}

/// A range of a line without the white space at its end, and without up to `most` blanks before.
pub(super) fn shorn(line: &str, range: Range<usize>, most: usize) -> Range<usize> {
    let text = line.get(range.clone()).unwrap_or_default();
    let end = range.start + text.trim_end_matches([' ', '\t']).len();
    let blanks = text.bytes().take(most).take_while(|byte| *byte == b' ').count();
    (range.start + blanks).min(end)..end
}
