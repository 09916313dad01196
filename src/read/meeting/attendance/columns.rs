//! In which column of a table a passage stands: beside a name stands what the person is.

use crate::model::walk;
use crate::model::{Block, BlockKind};
use crate::read::meeting::script::Entry;
use crate::source::Span;

/// Where each cell stands and its column, in order of place.
pub(super) struct Columns(Vec<(Span, usize)>);

impl Columns {
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut columns = Vec::new();
        walk::blocks(blocks, &mut |block| {
            let BlockKind::Table(table) = &block.kind else { return };
            for row in table.head.iter().chain(&table.body) {
                columns.extend(row.cells.iter().enumerate().filter_map(|(column, cell)| Some((cell.origin.span()?, column))));
            }
        });
        columns.sort_by_key(|(span, _)| span.start);
        Self(columns)
    }

    /// The column of the cell that a passage stands in, from 0.
    pub(super) fn column(&self, entry: &Entry<'_>) -> usize {
        let Some(start) = entry.span(0..entry.text().len()).map(|span| span.start) else { return 0 };
        let after = self.0.partition_point(|(span, _)| span.start <= start);
        after.checked_sub(1).and_then(|at| self.0.get(at)).map_or(0, |(_, column)| *column)
    }
}
