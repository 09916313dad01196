//! Tables that fit: widths from what the columns hold, each cell's words wrapped within it. A table
//! too wide for the page becomes records.

use std::rc::Rc;

use super::super::colours::Shade;
use super::super::flow::galley::{Ink, Paint, Strip, height, keep_together, merge};
use super::super::flow::lines::{self, Passage, Run};
use super::super::flow::shape::Face;
use super::super::report::Report;
use super::super::tags::{NodeId, Numbering, Role, Scope, Tree};
use super::grid::{Placed, Wish, groups, placed, shares};
use super::{Column, Composer};
use crate::model::{Block, BlockKind, CellRole, Prose, Table, walk};

impl Composer<'_, '_> {
    pub(super) fn table(&mut self, table: &Table, column: Column, parent: NodeId) -> Vec<Strip> {
        let grid = table.grid();
        let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
        let cells = placed(&grid, columns);
        let wishes = self.wishes(&cells, columns);
        let Some(widths) = shares(&wishes, column.width) else {
            return self.records(table, &grid, column, parent);
        };
        // Cells that nothing heads are no table to a screen reader (ISO 14289-1, 7.5): their rows are
        // told as a list, though they are drawn as a grid.
        let is_headed = cells.iter().any(|placed| placed.role() != CellRole::Data);
        let node = self.tree.open(if is_headed { Role::Table } else { Role::List(Numbering::Other) }, parent);
        let mut strips = self.caption(table, column, node);
        let edges: Vec<f32> = std::iter::once(column.x)
            .chain(widths.iter().scan(column.x, |x, width| Some(std::mem::replace(x, *x + width) + width)))
            .collect();
        let set = Setting { cells, edges, head: table.head.len(), is_headed };
        let mut cells = set.cells.iter().peekable();
        let head = (!table.head.is_empty() && !table.body.is_empty() && is_headed).then(|| self.tree.open(Role::TableHead, node));
        let body = if is_headed { self.tree.open(Role::TableBody, node) } else { node };
        let mut heading_rows: Option<Rc<Vec<Strip>>> = None;
        let mut limit = self.style.column_height();
        let mut head_strips = Vec::new();
        for group in groups(&set.cells, grid.len()) {
            let in_head = group.start < set.head;
            let own: Vec<&Placed<'_>> = std::iter::from_fn(|| cells.next_if(|placed| placed.row < group.end)).collect();
            let section = if in_head { head.unwrap_or(body) } else { body };
            let mut rows = self.rows(&own, group.clone(), &set, section, limit);
            if in_head {
                keep_together(&mut rows);
                head_strips.append(&mut rows);
                continue;
            }
            if !head_strips.is_empty() {
                for strip in &mut head_strips {
                    strip.keep_with_next = true;
                }
                let space = height(&head_strips);
                if space < self.style.column_height() / 3.0 {
                    limit -= space;
                    heading_rows = Some(Rc::new(head_strips.clone()));
                }
                strips.append(&mut head_strips);
            }
            for row in &mut rows {
                row.heading_rows.clone_from(&heading_rows);
            }
            strips.append(&mut rows);
        }
        strips.append(&mut head_strips);
        if let Some(first) = strips.first_mut() {
            first.gap = self.style.paragraph_gap();
        }
        strips
    }

    /// The caption, above the table.
    pub(super) fn caption(&mut self, table: &Table, column: Column, parent: NodeId) -> Vec<Strip> {
        if table.caption.is_empty() {
            return Vec::new();
        }
        let node = self.tree.open(Role::Caption, parent);
        let passage = self.passage(&table.caption, node, Face::Bold);
        let mut strips = self.set(&passage, self.style.size, column);
        for strip in &mut strips {
            strip.keep_with_next = true;
        }
        strips
    }

    /// What each column asks for. Words are measured in bold, the wider face.
    fn wishes(&mut self, cells: &[Placed<'_>], columns: usize) -> Vec<Wish> {
        let mut wishes = vec![Wish::default(); columns];
        let padding = 2.0 * self.style.cell_padding();
        for placed in cells {
            let mut wish = self.wish(placed.blocks());
            wish.least += padding;
            wish.most += padding;
            let Some(spanned) = wishes.get_mut(placed.column..placed.column + placed.columns) else { continue };
            #[allow(clippy::cast_precision_loss, reason = "a row has far fewer than 2^23 columns")]
            let count = spanned.len() as f32;
            let (least, most) = spanned.iter().fold((0.0, 0.0), |(least, most), wish| (least + wish.least, most + wish.most));
            for column in spanned {
                column.least += (wish.least - least).max(0.0) / count;
                column.most += (wish.most - most).max(0.0) / count;
            }
        }
        wishes
    }

    fn wish(&mut self, blocks: &[Block]) -> Wish {
        let mut indent = 0.0_f32;
        walk::blocks(blocks, &mut |block| {
            if matches!(block.kind, BlockKind::List(_) | BlockKind::Quote(_)) {
                indent += self.style.indent();
            }
        });
        let mut texts = Vec::new();
        walk::passages(blocks, &mut |passage| {
            let number = passage.number.map_or(String::new(), |number| format!("{} ", number.text));
            texts.push(number + Prose::of(passage.content).text());
        });
        let mut wish = self.wish_of_pictures(blocks);
        for text in texts {
            let mut unheard = Report::default();
            let text = super::super::characters::drawn(&text, None, |character| self.shaper.can_draw(character), &mut unheard);
            let run = Run { range: 0..text.len(), node: Tree::ROOT, face: Face::Bold, link: None, marked: false };
            let (least, most) = lines::widths(&Passage { text, runs: vec![run], ..Passage::default() }, self.style.size, self.shaper);
            wish.least = wish.least.max(least + indent.min(self.style.indent() * 2.0));
            wish.most = wish.most.max(most + indent);
        }
        wish
    }

    /// Rows that cells bind together, as strips: one, unless they are higher than a page.
    fn rows(&mut self, cells: &[&Placed<'_>], rows: std::ops::Range<usize>, set: &Setting<'_>, section: NodeId, limit: f32) -> Vec<Strip> {
        let padding = self.style.cell_padding();
        let nodes: Vec<NodeId> = rows.clone().map(|_| self.row(set, section)).collect();
        let mut heights = vec![self.style.line() + 2.0 * padding; rows.len()];
        let mut composed = Vec::with_capacity(cells.len());
        for &placed in cells {
            let row = placed.row - rows.start;
            let Some(&node) = nodes.get(row) else { continue };
            let strips = self.cell(placed, set, node);
            let needed = height(&strips) + 2.0 * padding;
            let before: f32 = heights.iter().skip(row).take(placed.rows - 1).sum();
            if let Some(last) = heights.get_mut(row + placed.rows - 1) {
                *last = last.max(needed - before);
            }
            composed.push(SetCell { placed, strips });
        }
        if rows.len() == 1 || heights.iter().sum::<f32>() <= limit {
            return self.lay(composed, rows.start, &heights, set, limit);
        }
        // Rows that fit no page together part: a cell of several stands beside the first of them.
        let mut strips = Vec::new();
        let mut left = composed.into_iter().peekable();
        for row in rows {
            let own: Vec<SetCell<'_>> = std::iter::from_fn(|| left.next_if(|cell| cell.placed.row == row)).collect();
            let needed = own.iter().map(|cell| height(&cell.strips)).fold(self.style.line(), f32::max) + 2.0 * padding;
            strips.append(&mut self.lay(own, row, &[needed], set, limit));
        }
        underline(&mut strips, set);
        strips
    }

    /// Lays the cells of rows of these heights beside and below each other.
    fn lay(&self, cells: Vec<SetCell<'_>>, first_row: usize, heights: &[f32], set: &Setting<'_>, limit: f32) -> Vec<Strip> {
        let padding = self.style.cell_padding();
        // Where each row begins, and where the last ends.
        let mut edges = vec![0.0];
        edges.extend(heights.iter().scan(0.0, |edge, height| {
            *edge += height;
            Some(*edge)
        }));
        let end = edges.last().copied().unwrap_or(0.0);
        let edge = |row: usize| edges.get(row).copied();
        let mut ink = Vec::new();
        let mut laid = Vec::with_capacity(cells.len());
        for SetCell { placed, mut strips } in cells {
            let row = placed.row - first_row;
            strips.insert(0, Strip { height: edge(row).unwrap_or(end) + padding, ..Strip::default() });
            laid.push(strips);
            // A cell that goes on below these rows has no line under it yet.
            let Some(bottom) = edge(row + placed.rows) else { continue };
            let (x, end) = set.span(placed);
            let thickness = if placed.row < set.head { 2.0 } else { 1.0 };
            ink.push(Ink { x, y: bottom - thickness, width: end - x, height: thickness, paint: Paint::Fill(Shade::Line) });
        }
        let (mut first, mut rest) = merge(laid, limit);
        let mut strips = Vec::new();
        if rest.iter().all(Vec::is_empty) {
            first.height = end.max(first.height);
            first.ink.append(&mut ink);
            return vec![first];
        }
        strips.push(first);
        while rest.iter().any(|strips| !strips.is_empty()) {
            let (next, left) = merge(rest, limit);
            strips.push(next);
            rest = left;
        }
        if let Some(last) = strips.last_mut() {
            last.height += padding;
        }
        underline(&mut strips, set);
        strips
    }

    fn row(&mut self, set: &Setting<'_>, section: NodeId) -> NodeId {
        if set.is_headed {
            return self.tree.open(Role::TableRow, section);
        }
        let entry = self.tree.open(Role::ListItem, section);
        self.tree.open(Role::ListBody, entry)
    }

    fn cell(&mut self, placed: &Placed<'_>, set: &Setting<'_>, row: NodeId) -> Vec<Strip> {
        let (columns, rows) = (count(placed.columns), count(placed.rows));
        let role = match placed.role() {
            CellRole::ColumnHeading => Role::HeaderCell { scope: Scope::Column, columns, rows },
            CellRole::RowHeading => Role::HeaderCell { scope: Scope::Row, columns, rows },
            CellRole::Data => Role::DataCell { columns, rows },
        };
        let node = if set.is_headed { self.tree.open(role, row) } else { row };
        let padding = self.style.cell_padding();
        let (x, end) = set.span(placed);
        let face = match placed.role() {
            CellRole::ColumnHeading | CellRole::RowHeading => Face::Bold,
            CellRole::Data => self.face,
        };
        let outer = std::mem::replace(&mut self.face, face);
        let mut strips = self.blocks(placed.blocks(), Column { x: x + padding, width: end - x - 2.0 * padding }, node);
        self.face = outer;
        if let Some(first) = strips.first_mut() {
            first.gap = 0.0;
        }
        strips
    }
}

/// A cell whose words are set.
struct SetCell<'a> {
    placed: &'a Placed<'a>,
    strips: Vec<Strip>,
}

/// Where the cells of a table stand.
struct Setting<'a> {
    cells: Vec<Placed<'a>>,
    /// Where each column begins, and where the last ends.
    edges: Vec<f32>,
    /// How many rows hold headings.
    head: usize,
    /// Whether any cell heads others.
    is_headed: bool,
}

impl Setting<'_> {
    /// Where a cell begins and ends.
    fn span(&self, placed: &Placed<'_>) -> (f32, f32) {
        let edge = |index: usize| self.edges.get(index).or(self.edges.last()).copied().unwrap_or(0.0);
        (edge(placed.column), edge(placed.column + placed.columns))
    }
}

/// Draws a line under the last strip, from the first column to the last.
fn underline(strips: &mut [Strip], set: &Setting<'_>) {
    if let (Some(last), [x, .., end]) = (strips.last_mut(), set.edges.as_slice()) {
        last.ink.push(Ink { x: *x, y: last.height - 1.0, width: end - x, height: 1.0, paint: Paint::Fill(Shade::Line) });
    }
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
