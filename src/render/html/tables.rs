//! Tables: a caption, headings that say what they head, and in each cell the heading of its column
//! once more, for screens so narrow that the cells stand one below the other.

use super::markup::Attributes;
use super::writer::{Medium, Writer};
use crate::model::{Block, BlockKind, Cell, CellRole, Prose, Row, Table, walk};
use crate::render::announcements;
use crate::render::brief::brief;

/// A table of more columns than this stands row by row on screens that are not so narrow, too.
const FEW_COLUMNS: usize = 4;

/// A table of more columns than this stands row by row on all but the widest screens.
const SOME_COLUMNS: usize = 7;

/// A cell over more columns than this is labelled with the first of them alone.
const LABELLED_COLUMNS: usize = 3;

type Grid<'a> = [Vec<Option<&'a Cell>>];

impl<'a> Writer<'a> {
    pub(super) fn table(&mut self, table: &'a Table) {
        if table.head.is_empty() && table.body.is_empty() {
            if !table.caption.is_empty() {
                self.block_element("p", &[], |writer| writer.inlines(&table.caption));
            }
            return;
        }
        let grid = table.grid();
        let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
        let width = match columns {
            0..=FEW_COLUMNS => "few-columns",
            _ if columns <= SOME_COLUMNS => "some-columns",
            _ => "many-columns",
        };
        let labels = self.labels(table, &grid, columns);
        let are_named = labels.iter().any(|label| announcements::are_named_by(label));
        let around = self.marks.are_named;
        self.marks.are_named |= are_named;
        self.element_on_lines("table", &[("class", Some(width))], |writer| {
            if !table.caption.is_empty() {
                writer.in_heading = true;
                writer.block_element("caption", &[], |writer| writer.inlines(&table.caption));
                writer.in_heading = false;
            }
            let (head, body) = grid.split_at_checked(table.head.len()).unwrap_or((&grid, &[]));
            // No cell may reach from the head into the body, and a head alone is all there is to read.
            if reaches_below(&table.head) || body.is_empty() {
                let rows: Vec<&Row> = table.head.iter().chain(&table.body).collect();
                writer.rows("tbody", &rows, &grid, &[], columns);
                return;
            }
            if !head.is_empty() {
                writer.rows("thead", &table.head.iter().collect::<Vec<_>>(), head, &[], columns);
            }
            writer.rows("tbody", &table.body.iter().collect::<Vec<_>>(), body, &labels, columns);
        });
        self.marks.are_named = around;
    }

    /// What each column is called beside a cell, from the top down.
    fn labels(&self, table: &Table, grid: &Grid<'_>, columns: usize) -> Vec<String> {
        let mut labels = vec![String::new(); columns];
        for places in grid.iter().take(table.head.len()) {
            let mut before: Option<(&Cell, String)> = None;
            for (place, label) in places.iter().zip(&mut labels) {
                let Some(cell) = place else { continue };
                let words = match before.take() {
                    Some((known, words)) if std::ptr::eq(known, *cell) => words,
                    Some(_) | None => brief(words_of(&cell.blocks).trim_end_matches([':', '.', ' '])).to_owned(),
                };
                // A cell that reaches down is its own heading once.
                if !words.is_empty() && !label.ends_with(&words) {
                    if !label.is_empty() {
                        label.push_str(", ");
                    }
                    label.push_str(&words);
                }
                before = Some((cell, words));
            }
        }
        labels.iter_mut().for_each(|label| label.truncate(brief(label).len()));
        labels
    }

    fn rows(&mut self, name: &'static str, rows: &[&'a Row], grid: &Grid<'a>, labels: &[String], columns: usize) {
        self.element_on_lines(name, &[], |writer| {
            for (index, (row, places)) in rows.iter().zip(grid).enumerate() {
                writer.block_element("tr", &[], |writer| {
                    let mut column = 0;
                    for cell in &row.cells {
                        column += places.iter().skip(column).take_while(|place| !is(place.as_ref(), cell)).count();
                        let width = places.iter().skip(column).take_while(|place| is(place.as_ref(), cell)).count().max(1);
                        let rows = usize::from(cell.rows.max(1)).min(rows.len() - index);
                        let reached = column..(column + width.min(LABELLED_COLUMNS));
                        writer.cell(cell, (width, rows), labels.get(reached).unwrap_or_default());
                        column += width;
                    }
                    // Every row is as wide as the table; a cell that is not there says nothing.
                    for _ in places.len()..columns {
                        writer.element("td", &[], |_| {});
                    }
                });
            }
        });
    }

    fn cell(&mut self, cell: &'a Cell, (columns, rows): (usize, usize), labels: &[String]) {
        let span = |count: usize| (count > 1).then(|| count.to_string());
        let (columns, rows) = (span(columns), span(rows));
        let is_empty = cell.blocks.is_empty();
        let (name, scope) = match cell.role {
            // A heading that says nothing heads nothing.
            CellRole::ColumnHeading | CellRole::RowHeading if is_empty => ("td", None),
            CellRole::ColumnHeading => ("th", Some("col")),
            CellRole::RowHeading => ("th", Some("row")),
            CellRole::Data => ("td", None),
        };
        let attributes: Attributes<'_> = &[("scope", scope), ("colspan", columns.as_deref()), ("rowspan", rows.as_deref())];
        let is_heading = name == "th";
        let around = self.in_heading;
        self.element(name, attributes, |writer| {
            writer.in_heading |= is_heading;
            writer.label(labels);
            if writer.is_run_in(&cell.blocks) {
                writer.run_in(None, &cell.blocks);
            } else {
                writer.blocks(&cell.blocks);
            }
        });
        self.in_heading = around;
        self.out.new_line();
    }

    /// Writes what the columns of a cell are called. It is seen only where the cells stand one below
    /// the other; elsewhere the heading stands above.
    fn label(&mut self, labels: &[String]) {
        let mut labels = labels.iter().filter(|label| !label.is_empty()).peekable();
        if self.medium != Medium::Fragment && labels.peek().is_some() {
            self.element("span", &[("class", Some("cell-label"))], |writer| {
                for (index, label) in labels.enumerate() {
                    writer.own_words(if index == 0 { "" } else { ", " });
                    writer.own_words(label);
                }
                writer.own_words(": ");
            });
        }
    }
}

fn is(place: Option<&&Cell>, cell: &Cell) -> bool {
    place.is_some_and(|place| std::ptr::eq(*place, cell))
}

fn reaches_below(rows: &[Row]) -> bool {
    rows.iter().enumerate().any(|(index, row)| row.cells.iter().any(|cell| usize::from(cell.rows) > rows.len() - index))
}

/// All that blocks say, in one line.
fn words_of(blocks: &[Block]) -> String {
    if let [Block { kind: BlockKind::Paragraph { number: None, content }, .. }] = blocks {
        return Prose::text_of(content).replace('\n', " ");
    }
    let mut words: Vec<String> = Vec::new();
    walk::passages(blocks, &mut |passage| {
        let number = passage.number.map(|number| format!("{} ", number.text)).unwrap_or_default();
        words.push((number + &Prose::text_of(passage.content)).replace('\n', " "));
    });
    words.join(", ")
}
