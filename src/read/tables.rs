//! Tables that an author made with tabs, or with no-break spaces for tabs.

use super::lines::{TabRun, any_text, between, is_line_end, lines, may_hold_tab, span, tabs, trailing_tabs};
use super::stretches::Sections;
use crate::model::{Block, BlockKind, Cell, CellRole, Inline, Note, NoteKind, Origin, Prose, Row, Table, walk};
use crate::source::Source;
use crate::text::words;

/// A heading of a column is short. Longer, it is a row like the others.
const LONGEST_COLUMN_HEADING: usize = 5;

/// Turns paragraphs whose every line has tabs into tables.
pub(super) fn recognise(sections: &mut Sections, source: &Source) {
    let notes = &mut sections.notes;
    walk::block_lists_mut(&mut sections.blocks, &mut |blocks| {
        for block in blocks {
            let BlockKind::Paragraph { content, .. } = &block.kind else { continue };
            let Some(table) = table(content, source) else { continue };
            if let Some(span) = block.origin.span() {
                notes.push(Note::new(NoteKind::TableFromTabs, "These lines with tabs or runs of spaces were read as a table.", span));
            }
            block.kind = BlockKind::Table(Box::new(table));
        }
    });
}

fn table(content: &[Inline], source: &Source) -> Option<Table> {
    if !content.iter().any(is_line_end) {
        return None;
    }
    let lines = lines(content);
    // Tabs at the end of a line are not in its text.
    if !any_text(content, &may_hold_tab) && lines.iter().all(|line| trailing_tabs(line, source) == 0) {
        return None;
    }
    let mut rows = grid(&lines, source, TabRun::Separate).or_else(|| grid(&lines, source, TabRun::Joined))?;
    let has_head = rows.first().is_some_and(|row| row.cells.iter().all(heads_a_column));
    let body = rows.split_off(usize::from(has_head));
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.role = CellRole::ColumnHeading;
    }
    Some(Table { caption: Vec::new(), head: rows, body })
}

/// The lines as rows of equally many cells; `None` if they are not that.
fn grid(lines: &[&[Inline]], source: &Source, run: TabRun) -> Option<Vec<Row>> {
    let mut rows = Vec::with_capacity(lines.len());
    let mut columns = 0;
    for line in lines {
        let mut cells = between(line, &tabs(&Prose::of(line), run));
        let trailing = trailing_tabs(line, source);
        cells.extend(std::iter::repeat_n(Vec::new(), if run == TabRun::Separate { trailing } else { trailing.min(1) }));
        if cells.len() < 2 || (columns > 0 && cells.len() != columns) {
            return None;
        }
        columns = cells.len();
        let origin = span(line).map_or(Origin::None, Origin::Literal);
        rows.push(Row { cells: cells.into_iter().map(cell).collect(), origin });
    }
    Some(rows)
}

fn cell(content: Vec<Inline>) -> Cell {
    let origin = span(&content).map_or(Origin::None, Origin::Literal);
    let blocks = if content.is_empty() { Vec::new() } else { vec![Block::paragraph(content, origin)] };
    Cell { blocks, role: CellRole::Data, columns: 1, rows: 1, origin }
}

fn heads_a_column(cell: &Cell) -> bool {
    let mut text = String::new();
    walk::passages(&cell.blocks, &mut |passage| text.push_str(Prose::of(passage.content).text()));
    let count = words(&text).count();
    (1..=LONGEST_COLUMN_HEADING).contains(&count) && !text.bytes().any(|byte| byte.is_ascii_digit()) && !text.ends_with(['.', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let document = parse(&Source::new("t", text));
        let Some(BlockKind::Table(table)) =
            document.blocks.into_iter().map(|block| block.kind).find(|kind| matches!(kind, BlockKind::Table(_)))
        else {
            return Vec::new();
        };
        let text = |cell: &Cell| {
            let mut text = String::new();
            walk::passages(&cell.blocks, &mut |passage| text.push_str(Prose::of(passage.content).text()));
            text
        };
        table.head.iter().chain(&table.body).map(|row| row.cells.iter().map(text).collect()).collect()
    }

    #[test]
    fn lines_with_tabs_are_a_table() {
        assert_eq!(cells("Date\tPlace\n4 May\tThe Hall"), [["Date", "Place"], ["4 May", "The Hall"]]);
    }

    #[test]
    fn a_tab_at_the_end_of_a_line_is_an_empty_cell() {
        assert_eq!(cells("Meeting\tDate\nN/A\t"), [["Meeting", "Date"], ["N/A", ""]]);
        assert_eq!(cells("A\tB\nC\t\nD\tE"), [["A", "B"], ["C", ""], ["D", "E"]]);
    }

    #[test]
    fn an_empty_cell_within_a_row_is_kept() {
        assert_eq!(cells("Name\tRole\tVote\nJones\t\tFor"), [["Name", "Role", "Vote"], ["Jones", "", "For"]]);
    }

    #[test]
    fn runs_of_tabs_that_line_up_are_one_step() {
        assert_eq!(cells("Jones\t\tChair 1\nWard-Paterson\tClerk 2"), [["Jones", "Chair 1"], ["Ward-Paterson", "Clerk 2"]]);
    }

    #[test]
    fn no_break_spaces_stand_for_tabs() {
        assert_eq!(cells("Date\u{a0}\u{a0} \u{a0}Place\n4 May\u{a0}\u{a0}\u{a0}The Hall"), [["Date", "Place"], ["4 May", "The Hall"]]);
        assert_eq!(cells("Date&nbsp;&nbsp;&nbsp;Place\n4 May&nbsp;&nbsp;&nbsp;Hall"), [["Date", "Place"], ["4 May", "Hall"]]);
        assert!(cells("One.\u{a0} Two\nThree.\u{a0}\u{a0}Four").is_empty());
    }

    #[test]
    fn one_line_or_an_uneven_grid_is_no_table() {
        assert!(cells("Date\tPlace").is_empty());
        assert!(cells("a\tb\nc").is_empty());
    }

    #[test]
    fn a_first_row_of_values_heads_nothing() {
        let document = parse(&Source::new("t", "4 May\tThe Hall\n5 May\tThe Hall"));
        assert!(
            document
                .blocks
                .iter()
                .any(|block| matches!(&block.kind, BlockKind::Table(table) if table.head.is_empty() && table.body.len() == 2))
        );
    }
}
