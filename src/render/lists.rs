//! What several formats say of lists and tables.

use crate::model::{Block, BlockKind, List};

/// Whether a list is one numbered line that stands alone, as minutes number their headings: no listener
/// takes that for a list.
pub(super) fn is_numbered_line(list: &List) -> bool {
    let [item] = list.items.as_slice() else { return false };
    let is_one_line = matches!(item.blocks.as_slice(), [] | [Block { kind: BlockKind::Paragraph { .. }, .. }]);
    item.label.is_some() && is_one_line
}

/// A count and its noun: `no rows`, `1 row`, `2 rows`.
pub(super) fn count(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
