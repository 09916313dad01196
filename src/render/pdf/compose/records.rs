//! A table too wide for the page, told row by row: each cell after the heading of its column.

use std::collections::HashMap;

use super::super::flow::galley::Strip;
use super::super::flow::shape::Face;
use super::super::tags::{NodeId, Numbering, Role};
use super::inlines::Look;
use super::{Column, Composer};
use crate::model::{Block, Cell, Table};
use crate::render::brief::brief;
use crate::render::pdf::flow::lines::Passage;

impl Composer<'_, '_> {
    /// The rows of a table as a list, the headings first in a line of their own.
    pub(super) fn records(&mut self, table: &Table, grid: &[Vec<Option<&Cell>>], column: Column, parent: NodeId) -> Vec<Strip> {
        let (head, body) = grid.split_at_checked(table.head.len()).unwrap_or((grid, &[]));
        let mut strips = self.record_caption(table, column, parent);
        let (headings, mut lines) = self.record_headings(head, column, parent);
        strips.append(&mut lines);
        if body.is_empty() {
            return strips;
        }
        let list = self.tree.open(Role::List(Numbering::Other), parent);
        for (index, row) in body.iter().enumerate() {
            let above = index.checked_sub(1).and_then(|above| body.get(above));
            strips.append(&mut self.record(row, above, &headings, column, list));
        }
        strips
    }

    /// The headings in a line, each told in full, and how the heading of each column is told again.
    fn record_headings(&mut self, head: &[Vec<Option<&Cell>>], column: Column, parent: NodeId) -> (Vec<String>, Vec<Strip>) {
        let columns = head.iter().map(Vec::len).max().unwrap_or(0);
        let node = self.tree.open(Role::Paragraph, parent);
        let mut passage = Passage::default();
        let look = Look::new(node, self.face);
        self.add_own(&mut passage, "Columns of the table: ", &Look::new(node, Face::Bold));
        let start = passage.text.len();
        let mut told: HashMap<*const Cell, String> = HashMap::new();
        let mut headings = Vec::with_capacity(columns);
        for index in 0..columns {
            let mut cells: Vec<&Cell> = head.iter().filter_map(|row| row.get(index).copied().flatten()).collect();
            cells.dedup_by(|one, other| std::ptr::eq(*one, *other));
            let mut heading: Vec<String> = Vec::new();
            for cell in cells {
                let before = passage.text.len();
                if before > start {
                    self.add_words(&mut passage, if heading.is_empty() { "; " } else { ", " }, None, &look);
                }
                let words = passage.text.len();
                match told.get(&std::ptr::from_ref(cell)) {
                    Some(again) => self.add_words(&mut passage, again, None, &look),
                    None => self.add_in_line(&mut passage, &cell.blocks, &look),
                }
                if passage.text.len() == words {
                    passage.truncate(before);
                    continue;
                }
                let again = brief(&self.told_since(&passage, words)).to_owned();
                told.insert(std::ptr::from_ref(cell), again.clone());
                if !again.is_empty() {
                    heading.push(again);
                }
            }
            headings.push(brief(&heading.join(", ")).to_owned());
        }
        if passage.text.len() == start {
            return (headings, Vec::new());
        }
        if !passage.text.ends_with('?') {
            self.add_words(&mut passage, ".", None, &look);
        }
        let mut lines = self.set(&passage, self.style.size, column);
        if let Some(last) = lines.last_mut() {
            last.keep_with_next = true;
        }
        (headings, lines)
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
            let sign = if heading.ends_with('?') { "" } else { ":" };
            self.add_words(&mut passage, &format!("{heading}{sign} "), None, &Look::new(node, Face::Bold));
        }
        let rest = self.run_in(&mut passage, blocks, &Look::new(node, self.face));
        let mut strips = if passage.text.is_empty() { Vec::new() } else { self.set(&passage, self.style.size, column) };
        if let Some(label) = strips.last_mut() {
            label.keep_with_next |= !rest.is_empty();
        }
        strips.append(&mut self.blocks(rest, column, parent));
        strips
    }
}
