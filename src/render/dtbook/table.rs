//! Tables. Every value names the headings of its column and row, for software that reads cell by cell.

use std::collections::HashMap;

use crate::model::{Cell, CellRole, Prose, Row, Table};
use crate::render::lists::count;

use super::paragraphs::class_attribute;
use super::{Book, Group, Id};

/// A value names this many headings of each kind at most. Software has the `scope` of the others.
const NAMED_HEADINGS: usize = 8;

/// The numbers of the cells that are headings, by cell.
type HeadingNumbers = HashMap<*const Cell, usize>;

impl<'a> Book<'a> {
    pub(super) fn table(&mut self, table: &'a Table) {
        if table.head.is_empty() && table.body.is_empty() {
            if !table.caption.is_empty() {
                self.spoken("p", &[], |book| book.inlines(&table.caption));
                self.xml.new_line();
            }
            return;
        }
        let grid = table.grid();
        let numbers = self.number_headings(table);
        let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
        let summary = summary(table, columns);
        let attributes = [("summary", summary.as_str())];
        let fill = |book: &mut Self| {
            book.xml.new_line();
            if !table.caption.is_empty() {
                book.caption(table);
            }
            let (head, body) = grid.split_at(table.head.len().min(grid.len()));
            // `thead` needs a `tbody` beside it, and no cell may reach from the one into the other.
            if head.is_empty() || body.is_empty() || reaches_below(&table.head) {
                let rows: Vec<&Row> = table.head.iter().chain(&table.body).collect();
                book.rows("tbody", &rows, &grid, head, &numbers);
            } else {
                book.rows("thead", &table.head.iter().collect::<Vec<_>>(), head, head, &numbers);
                book.rows("tbody", &table.body.iter().collect::<Vec<_>>(), body, head, &numbers);
            }
        };
        match self.group_id("table") {
            Some(id) => {
                let label = || format!("Table of {}, {}", count(columns, "column"), count(table.body.len(), "row"));
                self.group("table", id, &attributes, || Group::Table(label()), fill);
            }
            None => self.element("table", &attributes, fill),
        }
        self.xml.new_line();
    }

    /// Writes the caption of a table. In the list of tables, the table is called by it.
    fn caption(&mut self, table: &'a Table) {
        self.xml.listen();
        self.in_heading = true;
        self.line_of("caption", |book| book.spoken("p", &[], |book| book.inlines(&table.caption)));
        self.in_heading = false;
        let words = self.xml.heard();
        if let Some(timeline) = self.timeline.as_mut().filter(|_| !words.is_empty()) {
            timeline.label_table(words);
        }
    }

    fn number_headings(&mut self, table: &'a Table) -> HeadingNumbers {
        let mut numbers = HeadingNumbers::new();
        let head = table.head.iter().flat_map(|row| &row.cells);
        let body = table.body.iter().flat_map(|row| &row.cells).filter(|cell| cell.role != CellRole::Data);
        for cell in head.chain(body) {
            self.heading_cells_written += 1;
            numbers.insert(std::ptr::from_ref(cell), self.heading_cells_written);
        }
        numbers
    }

    fn rows(
        &mut self,
        name: &'static str,
        rows: &[&'a Row],
        grid: &[Vec<Option<&'a Cell>>],
        head: &[Vec<Option<&'a Cell>>],
        numbers: &HeadingNumbers,
    ) {
        self.element_on_lines(name, &[], |book| {
            for (index, (row, places)) in rows.iter().zip(grid).enumerate() {
                let rows_left = rows.len() - index;
                let class = book.roles.class(row.origin);
                book.xml.open("tr", &class_attribute(class.as_deref()));
                if row.cells.is_empty() {
                    book.element("td", &[], Self::blank);
                }
                let mut column = 0;
                for cell in &row.cells {
                    column += places.iter().skip(column).take_while(|place| !is(place.as_ref(), cell)).count();
                    let width = usize::from(cell.columns.max(1));
                    book.cell(cell, rows_left, &headers(places, column, width, head, numbers), numbers);
                    column += width;
                }
                book.xml.close();
                book.xml.new_line();
            }
        });
    }

    fn cell(&mut self, cell: &'a Cell, rows_left: usize, headers: &str, numbers: &HeadingNumbers) {
        let columns = cell.columns.to_string();
        // A cell that reaches below its table ends with it.
        let rows = usize::from(cell.rows).min(rows_left);
        let rows_reached = rows.to_string();
        let id = numbers.get(&std::ptr::from_ref(cell)).map(|number| heading_id(*number).to_string());
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        let name = if let Some(id) = &id {
            attributes.push(("id", id));
            attributes.push(("scope", if cell.role == CellRole::RowHeading { "row" } else { "col" }));
            "th"
        } else {
            if !headers.is_empty() {
                attributes.push(("headers", headers));
            }
            "td"
        };
        if cell.columns > 1 {
            attributes.push(("colspan", &columns));
        }
        if rows > 1 {
            attributes.push(("rowspan", &rows_reached));
        }
        self.element(name, &attributes, |book| {
            if cell.blocks.is_empty() {
                book.blank();
            }
            book.blocks(&cell.blocks);
        });
    }
}

/// The ids of the headings of the columns that a cell covers and of the row it stands in.
fn headers(places: &[Option<&Cell>], column: usize, width: usize, head: &[Vec<Option<&Cell>>], numbers: &HeadingNumbers) -> String {
    let of_columns = (column..column + width.min(NAMED_HEADINGS))
        .flat_map(|covered| head.iter().take(NAMED_HEADINGS).filter_map(move |row| *row.get(covered)?))
        .filter_map(|cell| numbers.get(&std::ptr::from_ref(cell)));
    let of_row = places
        .iter()
        .take(NAMED_HEADINGS)
        .flatten()
        .filter(|cell| cell.role == CellRole::RowHeading)
        .filter_map(|cell| numbers.get(&std::ptr::from_ref(*cell)));
    let mut ids: Vec<usize> = of_columns.chain(of_row).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|number| heading_id(number).to_string()).collect::<Vec<_>>().join(" ")
}

const fn heading_id(number: usize) -> Id {
    Id::new("cell", number)
}

fn is(place: Option<&&Cell>, cell: &Cell) -> bool {
    place.is_some_and(|place| std::ptr::eq(*place, cell))
}

fn reaches_below(rows: &[Row]) -> bool {
    rows.iter().enumerate().any(|(index, row)| row.cells.iter().any(|cell| usize::from(cell.rows) > rows.len() - index))
}

/// What a listener wants to know before entering: what the table is called, and its size.
fn summary(table: &Table, columns: usize) -> String {
    let size = format!("Columns: {columns}. Rows: {}.", table.body.len());
    let caption = Prose::of(&table.caption);
    if caption.text().trim().is_empty() { size } else { format!("{}. {size}", caption.text().trim().trim_end_matches('.')) }
}
