//! Cells of tables that say nothing.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::rule::{Context, Rule};
use crate::model::{Block, BlockKind, Cell, Table};
use crate::source::Span;

const PAGE: &str = "\
# table-empty-cell

A table with cells that say nothing. One finding for a table, with the row of each empty cell. The
corner over the headings of the rows may be empty.

## Why

Who sees the table sees that nothing is there. Who hears it, cell by cell, hears the heading and then
nothing, and cannot tell whether the value is none, unknown, or lost.

## Example

> | Bus | Cost |
> |---|---|
> | 7 | |

## Instead

> | Bus | Cost |
> |---|---|
> | 7 | not known yet |

## Source

Royal National Institute of Blind People, guidance on tables. UK Association for Accessible Formats,
\"Creating clear print and large print documents\" (G003).
";

static INFO: RuleInfo =
    RuleInfo { name: "table-empty-cell", severity: Severity::Advice, summary: "A table with cells that say nothing.", page: PAGE };

pub(in crate::lint) struct TableEmptyCell;

impl Rule for TableEmptyCell {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn block(&self, block: &Block, context: &Context<'_>, findings: &mut Findings) {
        let BlockKind::Table(table) = &block.kind else { return };
        let mut rows = rows_with_empty_cells(table, context).into_iter();
        let Some(first) = rows.next() else { return };
        let key = first.start.to_string();
        for span in std::iter::once(first).chain(rows) {
            findings.add(Occurrence { rule: INFO.name, key: &key, span, called: Called::Places, replacement: None }, || {
                let message = "A cell of this row says nothing: who hears the table cannot tell whether something is lost.";
                INFO.finding(span, message, "Write \"none\", \"not known\", or whatever is true.")
            });
        }
    }
}

/// The rows of the body that have an empty cell, without the signs around them.
fn rows_with_empty_cells(table: &Table, context: &Context<'_>) -> Vec<Span> {
    let is_empty = |cell: &Cell| cell.blocks.is_empty();
    let rows = table.body.iter().filter(|row| row.cells.iter().any(is_empty) && !row.cells.iter().all(is_empty));
    rows.filter_map(|row| row.origin.span()).map(|span| context.trimmed(span)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn empty_cells_are_one_finding_a_table() {
        let text = "| Bus | Cost |\n|---|---|\n| 7 | |\n| 8 | 2 |\n| | 3 |\n\nText\n\n| A | B |\n|---|---|\n| 1 | |\n";
        assert_eq!(texts_of(&TableEmptyCell, text), ["| 7 | |", "| 1 | |"]);
        assert_eq!(findings_of(&TableEmptyCell, text)[0].also.len(), 1);
    }

    #[test]
    fn full_tables_and_the_empty_corner_are_left_alone() {
        for text in ["| Bus | Cost |\n|---|---|\n| 7 | 0 |\n", "| | Cost |\n|---|---|\n| 7 | 0 |\n"] {
            assert!(texts_of(&TableEmptyCell, text).is_empty(), "{text}");
        }
    }
}
