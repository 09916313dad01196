//! The grid of a table: which places each cell takes, which rows hang together, how wide each column
//! is.

use crate::model::{Block, Cell, CellRole};

/// A cell and the places that it takes in the grid. A place that no cell takes has an empty one: the
/// rows of a table must be of equal length (ISO 14289-1, 7.5).
pub(super) struct Placed<'a> {
    pub(super) cell: Option<&'a Cell>,
    pub(super) row: usize,
    pub(super) rows: usize,
    pub(super) column: usize,
    pub(super) columns: usize,
}

impl Placed<'_> {
    pub(super) fn blocks(&self) -> &[Block] {
        self.cell.map_or(&[], |cell| &cell.blocks)
    }

    pub(super) fn role(&self) -> CellRole {
        self.cell.map_or(CellRole::Data, |cell| cell.role)
    }
}

/// What a column asks for, in points.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wish {
    /// Its widest word.
    pub(super) least: f32,
    /// Its longest line, unbroken.
    pub(super) most: f32,
}

/// The cells of a grid, row by row, each once. A cell of several rows that reaches the last column
/// is repeated in each: not every checker sees that it closes the rows below it, and a reader who
/// turns the page has the value again.
pub(super) fn placed<'a>(grid: &[Vec<Option<&'a Cell>>], columns: usize) -> Vec<Placed<'a>> {
    let at = |row: usize, column: usize| grid.get(row).and_then(|row| row.get(column)).copied().flatten();
    let same = |one: Option<&Cell>, cell: &Cell| one.is_some_and(|one| std::ptr::eq(one, cell));
    let mut cells = Vec::new();
    for row in 0..grid.len() {
        for column in 0..columns {
            let Some(cell) = at(row, column) else {
                cells.push(Placed { cell: None, row, rows: 1, column, columns: 1 });
                continue;
            };
            let is_last = same(at(row, columns - 1), cell);
            let goes_on = column > 0 && same(at(row, column - 1), cell) || row > 0 && same(at(row - 1, column), cell) && !is_last;
            if !goes_on {
                let wide = (column..columns).take_while(|&column| same(at(row, column), cell)).count();
                let high = (row..grid.len()).take_while(|&row| same(at(row, column), cell)).count();
                cells.push(Placed { cell: Some(cell), row, rows: if is_last { 1 } else { high }, column, columns: wide });
            }
        }
    }
    cells
}

/// Ranges of rows that no cell reaches out of.
pub(super) fn groups(cells: &[Placed<'_>], rows: usize) -> Vec<std::ops::Range<usize>> {
    let mut reach: Vec<usize> = (1..=rows).collect();
    for placed in cells {
        if let Some(end) = reach.get_mut(placed.row) {
            *end = (*end).max(placed.row + placed.rows);
        }
    }
    let mut groups = Vec::new();
    let (mut start, mut end) = (0, 0);
    for (row, reaches) in reach.into_iter().enumerate() {
        end = end.max(reaches);
        if end == row + 1 {
            groups.push(start..end);
            start = end;
        }
    }
    groups
}

/// The width of each column, if the widest word of each fits. What is left over is shared so that
/// columns with few words get all they ask for before those with many get more.
pub(super) fn shares(wishes: &[Wish], width: f32) -> Option<Vec<f32>> {
    let mut left = width - wishes.iter().map(|wish| wish.least).sum::<f32>();
    if left < 0.0 {
        return None;
    }
    let mut widths: Vec<f32> = wishes.iter().map(|wish| wish.least).collect();
    let mut by_want: Vec<(usize, f32)> = wishes.iter().map(|wish| wish.most - wish.least).enumerate().collect();
    by_want.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut waiting = by_want.len();
    for (column, want) in by_want {
        #[allow(clippy::cast_precision_loss, reason = "a row has far fewer than 2^23 columns")]
        let share = want.min(left / waiting as f32);
        if let Some(width) = widths.get_mut(column) {
            *width += share;
        }
        left -= share;
        waiting -= 1;
    }
    Some(widths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_wishes_are_met_before_large_ones() {
        let wishes = [Wish { least: 20.0, most: 30.0 }, Wish { least: 30.0, most: 200.0 }];
        assert_eq!(shares(&wishes, 100.0), Some(vec![30.0, 70.0]));
        assert_eq!(shares(&wishes, 300.0), Some(vec![30.0, 200.0]));
        assert_eq!(shares(&wishes, 40.0), None);
    }
}
