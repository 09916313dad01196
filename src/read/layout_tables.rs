//! Tables that only arrange the page. The agendas of ModernGov are one: the number of each item in a
//! cell of its own, and beside it all that the item holds.

use super::lines::span;
use super::stretches::Sections;
use crate::model::{Block, BlockKind, Cell, Inline, InlineKind, Label, Level, Note, NoteKind, Origin, Prose, Row, Table, walk};
use crate::text::words;

/// The first line of an item is its heading if it has no more words than this.
const LONGEST_HEADING: usize = 14;
/// A number as printed is no longer than this.
const LONGEST_NUMBER: usize = 12;

/// Puts what such tables lay out in their place.
pub(super) fn recognise(sections: &mut Sections) {
    let notes = &mut sections.notes;
    walk::block_lists_mut(&mut sections.blocks, &mut |blocks| {
        if !blocks.iter().any(|block| matches!(&block.kind, BlockKind::Table(table) if is_layout(table))) {
            return;
        }
        let mut unfolded = Vec::with_capacity(blocks.len());
        let mut level = Level::TWO;
        for block in blocks.drain(..) {
            match block.kind {
                BlockKind::Table(table) if is_layout(&table) => {
                    if let Some(span) = block.origin.span() {
                        let message = "This table only sets numbers beside their items. It was read as the items, with their numbers.";
                        notes.push(Note::new(NoteKind::LayoutTable, message, span));
                    }
                    unfolded.extend(table.head.into_iter().filter_map(line_of));
                    unfolded.extend(table.body.into_iter().flat_map(|row| item(row, level)));
                }
                kind => {
                    if let BlockKind::Heading { level: above, .. } = &kind {
                        level = Level::clamped(usize::from(above.number()) + 1);
                    }
                    unfolded.push(Block::new(kind, block.origin));
                }
            }
        }
        *blocks = unfolded;
    });
}

/// Whether each row has a number or nothing in its first cell, and some row more in its second than
/// a cell of a table of facts holds.
fn is_layout(table: &Table) -> bool {
    let is_pair = |row: &Row| row.cells.len() == 2 && row.cells.iter().all(|cell| cell.columns == 1 && cell.rows == 1);
    let firsts = || table.body.iter().filter_map(|row| row.cells.first());
    table.caption.is_empty()
        && table.head.iter().chain(&table.body).all(is_pair)
        && firsts().all(|cell| cell.blocks.is_empty() || number(cell).is_some())
        && firsts().any(|cell| number(cell).is_some())
        && table.body.iter().filter_map(|row| row.cells.get(1)).any(|cell| cell.blocks.len() > 1)
}

/// The number that a cell holds and nothing else.
fn number(cell: &Cell) -> Option<Box<Label>> {
    let [Block { kind: BlockKind::Paragraph { number: None, content }, .. }] = cell.blocks.as_slice() else { return None };
    let prose = Prose::of(content);
    let text = prose.text().trim();
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let is_printed = text.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '(' | ')' | '/'));
    if !has_digit || !is_printed || text.len() > LONGEST_NUMBER {
        return None;
    }
    let start = prose.text().len() - prose.text().trim_start().len();
    let origin = match prose.span(start..start + text.len()) {
        Some(span) if span.end - span.start == text.len() => Origin::Literal(span),
        Some(span) => Origin::Decoded(span),
        None => Origin::None,
    };
    Some(Box::new(Label { text: text.to_owned(), origin }))
}

/// The headings of the columns as one line: they head nothing any more, and are words all the same.
fn line_of(row: Row) -> Option<Block> {
    let mut content: Vec<Inline> = Vec::new();
    for cell in &row.cells {
        walk::passages(&cell.blocks, &mut |passage| {
            if !content.is_empty() {
                content.push(Inline::new(InlineKind::SoftBreak, Origin::None));
            }
            content.extend(passage.content.iter().cloned());
        });
    }
    let origin = span(&content).map_or(Origin::None, Origin::Literal);
    (!content.is_empty()).then(|| Block::paragraph(content, origin))
}

/// What a row lays out: the number with the first line, then the rest.
fn item(row: Row, level: Level) -> Vec<Block> {
    let mut cells = row.cells.into_iter();
    let (Some(first), Some(second)) = (cells.next(), cells.next()) else { return Vec::new() };
    let Some(label) = number(&first) else { return second.blocks };
    let mut blocks = second.blocks;
    match blocks.first_mut().map(|block| &mut block.kind) {
        Some(BlockKind::Heading { number: number @ None, .. }) => *number = Some(label),
        Some(kind @ BlockKind::Paragraph { number: None, .. }) => number_line(kind, label, level),
        _ => blocks.splice(0..0, first.blocks).for_each(drop),
    }
    blocks
}

fn number_line(kind: &mut BlockKind, label: Box<Label>, level: Level) {
    let BlockKind::Paragraph { number, content } = kind else { return };
    let prose = Prose::of(content);
    let is_heading = words(prose.text()).count() <= LONGEST_HEADING && !prose.text().trim_end().ends_with(['.', ':', ';']);
    if is_heading {
        *kind = BlockKind::Heading { level, number: Some(label), content: std::mem::take(content) };
    } else {
        *number = Some(label);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    const AGENDA: &str = "# Agenda\n\n<table><tr><th>No.</th><th>Item</th></tr>\n<tr><td><p>4.</p></td>\n<td><p>Heating</p><p>The report was noted.</p></td></tr></table>";

    #[test]
    fn an_item_has_its_number_and_its_heading() {
        let document = parse(&Source::new("t", AGENDA));
        let heading = document.blocks.iter().find_map(|block| match &block.kind {
            BlockKind::Heading { number: Some(number), content, .. } => Some((number.text.clone(), Prose::of(content).text().to_owned())),
            _ => None,
        });
        assert_eq!(heading, Some(("4.".to_owned(), "Heating".to_owned())));
        assert!(document.notes.iter().any(|note| note.kind == NoteKind::LayoutTable));
        let mut lines = Vec::new();
        walk::passages(&document.blocks, &mut |passage| lines.push(Prose::of(passage.content).text().to_owned()));
        assert_eq!(lines, ["Agenda", "No. Item", "Heating", "The report was noted."]);
    }

    #[test]
    fn a_table_of_facts_stays_a_table() {
        let document = parse(&Source::new("t", "| Minute | Action |\n|---|---|\n| 12 | Write |\n| 13 | Send |"));
        assert!(document.blocks.iter().any(|block| matches!(block.kind, BlockKind::Table(_))));
    }
}
