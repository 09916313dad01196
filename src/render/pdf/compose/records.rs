//! A table too wide for the page, told row by row: each cell after the heading of its column.

use super::super::flow::galley::Strip;
use super::super::flow::shape::Face;
use super::super::tags::{NodeId, Role};
use super::inlines::Look;
use super::{Column, Composer};
use crate::model::{Block, BlockKind, Cell, Prose, Table, walk};
use crate::render::pdf::flow::lines::Passage;

impl Composer<'_, '_> {
    /// The rows of a table as a list, the headings first in a line of their own.
    pub(super) fn records(&mut self, table: &Table, grid: &[Vec<Option<&Cell>>], column: Column, parent: NodeId) -> Vec<Strip> {
        let (head, body) = grid.split_at_checked(table.head.len()).unwrap_or((grid, &[]));
        let headings = headings(head);
        let mut strips = self.record_caption(table, column, parent);
        if headings.iter().any(|heading| !heading.is_empty()) {
            let node = self.tree.open(Role::Paragraph, parent);
            let mut passage = Passage::default();
            self.add_words(&mut passage, "Columns of the table: ", None, &Look::new(node, Face::Bold));
            self.add_words(&mut passage, &format!("{}.", headings.join("; ")), None, &Look::new(node, self.face));
            let mut lines = self.set(&passage, self.style.size, column);
            if let Some(last) = lines.last_mut() {
                last.keep_with_next = true;
            }
            strips.append(&mut lines);
        }
        if body.is_empty() {
            return strips;
        }
        let list = self.tree.open(Role::List { numbered: false }, parent);
        for (index, row) in body.iter().enumerate() {
            let above = index.checked_sub(1).and_then(|above| body.get(above));
            strips.append(&mut self.record(row, above, &headings, column, list));
        }
        strips
    }

    fn record_caption(&mut self, table: &Table, column: Column, parent: NodeId) -> Vec<Strip> {
        if table.caption.is_empty() {
            return Vec::new();
        }
        let node = self.tree.open(Role::Paragraph, parent);
        let passage = self.passage(&table.caption, node, Face::Bold);
        self.set(&passage, self.style.size, column)
    }

    /// A row. A cell that reaches down from the row above is not told again.
    fn record(
        &mut self,
        row: &[Option<&Cell>],
        above: Option<&Vec<Option<&Cell>>>,
        headings: &[String],
        column: Column,
        list: NodeId,
    ) -> Vec<Strip> {
        let entry = self.tree.open(Role::ListItem, list);
        let body = self.tree.open(Role::ListBody, entry);
        let mut strips: Vec<Strip> = Vec::new();
        let mut last: Option<&Cell> = None;
        for (index, cell) in row.iter().enumerate() {
            let Some(cell) = *cell else { continue };
            let is_told = |other: Option<&Cell>| other.is_some_and(|other| std::ptr::eq(other, cell));
            if is_told(last) || is_told(above.and_then(|above| above.get(index)).copied().flatten()) || cell.blocks.is_empty() {
                continue;
            }
            last = Some(cell);
            let heading = headings.get(index).map_or("", String::as_str);
            let mut lines = self.record_cell(heading, &cell.blocks, column, body);
            if let Some(first) = lines.first_mut() {
                first.gap = if strips.is_empty() { self.style.paragraph_gap() } else { self.style.item_gap() * 0.4 };
            }
            strips.append(&mut lines);
        }
        strips
    }

    fn record_cell(&mut self, heading: &str, blocks: &[Block], column: Column, parent: NodeId) -> Vec<Strip> {
        let node = self.tree.open(Role::Paragraph, parent);
        let mut passage = Passage::default();
        if !heading.is_empty() {
            self.add_words(&mut passage, &format!("{heading}: "), None, &Look::new(node, Face::Bold));
        }
        let rest = match blocks.split_first() {
            Some((first, rest)) => match &first.kind {
                BlockKind::Paragraph { number: None, content } => {
                    self.add(&mut passage, content, &Look::new(node, self.face));
                    rest
                }
                BlockKind::Paragraph { number: Some(_), .. }
                | BlockKind::Heading { .. }
                | BlockKind::List(_)
                | BlockKind::Definitions(_)
                | BlockKind::Table(_)
                | BlockKind::Quote(_)
                | BlockKind::Code(_)
                | BlockKind::Figure(_)
                | BlockKind::Footnote { .. }
                | BlockKind::Explanation { .. }
                | BlockKind::Break => blocks,
            },
            None => blocks,
        };
        let mut strips = if passage.text.is_empty() { Vec::new() } else { self.set(&passage, self.style.size, column) };
        strips.append(&mut self.blocks(rest, column, parent));
        strips
    }
}

/// The heading of each column; headings above each other are joined.
fn headings(head: &[Vec<Option<&Cell>>]) -> Vec<String> {
    let columns = head.iter().map(Vec::len).max().unwrap_or(0);
    let mut headings = vec![String::new(); columns];
    for (row, places) in head.iter().enumerate() {
        for (column, place) in places.iter().enumerate() {
            let Some(cell) = *place else { continue };
            let above = row.checked_sub(1).and_then(|above| head.get(above)?.get(column).copied().flatten());
            if above.is_some_and(|above| std::ptr::eq(above, cell)) {
                continue;
            }
            if let Some(heading) = headings.get_mut(column) {
                walk::passages(&cell.blocks, &mut |passage| {
                    if !heading.is_empty() {
                        heading.push_str(", ");
                    }
                    heading.push_str(Prose::of(passage.content).text().trim());
                });
            }
        }
    }
    headings
}
