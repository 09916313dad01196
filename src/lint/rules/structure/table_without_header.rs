//! Tables that do not say what their columns hold.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::model::{Block, BlockKind, Cell, CellRole, Table};

const PAGE: &str = "\
# table-without-header

A table of several rows and columns that has no headings.

## Why

Who listens to a table hears cells, one after the other. The heading of the column, said before each
cell, is all that tells a price from a date. In plain text and in large print, where a wide table is
taken apart, each cell stands alone.

## Example

> | | |
> |---|---|
> | 7 | £2 |
> | 8 | £3 |

## Instead

> | Bus | Fare |
> |---|---|
> | 7 | £2 |
> | 8 | £3 |

## Source

Web Content Accessibility Guidelines 2.2, 1.3.1 Info and Relationships, technique H51.
";

static INFO: RuleInfo =
    RuleInfo { name: "table-without-header", severity: Severity::Warning, summary: "A table that has no headings.", page: PAGE };

pub(in crate::lint) struct TableWithoutHeader;

impl Rule for TableWithoutHeader {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn block(&self, block: &Block, _context: &Context<'_>, findings: &mut Findings) {
        let BlockKind::Table(table) = &block.kind else { return };
        let first_row = table.head.iter().chain(&table.body).find_map(|row| row.origin.span());
        if let Some(span) = first_row.or(block.origin.span()).filter(|_| needs_headings(table)) {
            let message = "This table has no headings: who hears it cannot tell what each cell holds.";
            findings.push(INFO.finding(span, message, "Write in a first row what each column holds."));
        }
    }
}

fn needs_headings(table: &Table) -> bool {
    let is_said = |cell: &Cell| cell.role != CellRole::Data && !cell.blocks.is_empty();
    let rows = || table.head.iter().chain(&table.body);
    let is_large = table.body.len() > 1 && rows().any(|row| row.cells.len() > 1);
    is_large && !rows().any(|row| row.cells.iter().any(is_said))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    #[test]
    fn a_table_without_headings_is_reported() {
        for text in
            ["| | |\n|---|---|\n| 7 | 2 |\n| 8 | 3 |\n", "<table><tr><td>7</td><td>2</td></tr><tr><td>8</td><td>3</td></tr></table>\n"]
        {
            assert_eq!(findings_of(&TableWithoutHeader, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn tables_with_headings_of_columns_or_rows_are_left_alone() {
        for text in [
            "| Bus | Fare |\n|---|---|\n| 7 | 2 |\n| 8 | 3 |\n",
            "<table><tr><th>Bus</th><td>2</td></tr><tr><th>Train</th><td>3</td></tr></table>\n",
        ] {
            assert!(findings_of(&TableWithoutHeader, text).is_empty(), "{text}");
        }
    }
}
