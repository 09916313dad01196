//! Tables, read as records: each row, and in it each value after the heading of its column.

use std::rc::Rc;

use crate::model::{Cell, Row, Table};
use crate::render::brief::brief;
use crate::render::lists::count;

use super::Tables;
use super::script::{Kind, end_sentence, flat, in_one_line};
use super::speaker::Speaker;
use crate::render::announcements::{self, Announcement};

/// A head of more rows than this heads nothing: a listener would wait for each value too long. Its
/// rows are read as rows.
const HEAD_ROWS: usize = 4;

/// A value that reaches over more columns than this is said once, from the first heading to the last.
const REPEATED_COLUMNS: usize = 8;

impl<'a> Speaker<'a> {
    /// Says a table.
    pub(super) fn table(&mut self, table: &'a Table) {
        let grid = table.grid();
        let head_rows = if table.head.len() <= HEAD_ROWS { table.head.len() } else { 0 };
        let (head, body) = grid.split_at(head_rows.min(grid.len()));
        let (caption, mut notes) = self.without_notes(|speaker| speaker.passage(&table.caption));
        let (mut headings, head_notes) = self.without_notes(|speaker| speaker.headings(head));
        notes.extend(head_notes);

        let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
        let size = format!("Table: {}, {}.", count(columns, "column"), count(body.len(), "row"));
        if caption.is_empty() {
            self.utter(Kind::Paragraph, size);
        } else {
            self.utter(Kind::Paragraph, flat(&caption));
            self.utter(Kind::Continued, size);
        }
        self.say_notes(Kind::Continued, notes);

        if self.options.tables == Tables::Rows {
            self.heading_row(&mut headings);
        }
        let heads_name_roles = headings.iter().any(Heading::names_role);
        // What the headings say of each row need not be announced.
        let reach = self.reach;
        self.reach = if heads_name_roles { 0 } else { reach };
        let mut above: Vec<Option<Said<'a>>> = Vec::new();
        let rows = table.head.iter().chain(&table.body).skip(head.len());
        for (index, (places, row)) in body.iter().zip(rows).enumerate() {
            let start = match self.announcement_of(row).filter(|_| !heads_name_roles) {
                Some(words) => format!("Row {}. {words}.", index + 1),
                None => format!("Row {}.", index + 1),
            };
            let row = self.row(start, places, &mut headings, &mut above);
            self.utter(Kind::Continued, row);
        }
        self.reach = reach;
        let left: Vec<&str> = headings.iter().filter(|heading| !heading.said).map(|heading| heading.text.as_str()).collect();
        if !left.is_empty() {
            let mut text = format!("Columns without values: {}", left.join("; "));
            end_sentence(&mut text);
            self.utter(Kind::Continued, text);
        }
        self.utter(Kind::Continued, "End of table.");
    }

    /// The heading of each column: its cells in the head, from the top down.
    fn headings(&mut self, head: &[Vec<Option<&'a Cell>>]) -> Vec<Heading> {
        let mut headings: Vec<Heading> = Vec::new();
        let mut above: Vec<Option<Said<'a>>> = Vec::new();
        for places in head {
            headings.resize_with(headings.len().max(places.len()), Heading::default);
            let mut before: Option<Said<'a>> = None;
            for (column, place) in places.iter().enumerate() {
                let Some(cell) = place else { continue };
                let over = above.get(column).cloned().flatten();
                let reaches_down = over.as_ref().is_some_and(|said| said.is(cell));
                let said = match [over, before].into_iter().flatten().find(|said| said.is(cell)) {
                    Some(said) => said,
                    None => Said::of(cell, self.cell(cell)),
                };
                if let Some(heading) = headings.get_mut(column).filter(|_| !reaches_down) {
                    heading.add(&said.text);
                }
                let again = Said::of(cell, brief(&said.text));
                remember(&mut above, column, again.clone());
                before = Some(again);
            }
        }
        headings.iter_mut().for_each(|heading| heading.said = heading.text.is_empty());
        headings
    }

    /// Says the headings of the columns once, where each value is said without its own.
    fn heading_row(&mut self, headings: &mut Vec<Heading>) {
        let mut text = String::from("Headings.");
        for heading in headings.drain(..).filter(|heading| !heading.text.is_empty()) {
            add_field(&mut text, "", &heading.text);
        }
        if text.len() > "Headings.".len() {
            self.utter(Kind::Continued, text);
        }
    }

    fn row(&mut self, start: String, places: &[Option<&'a Cell>], headings: &mut [Heading], above: &mut Vec<Option<Said<'a>>>) -> String {
        let mut out = start;
        let mut column = 0;
        while let Some(place) = places.get(column) {
            let first = column;
            column += 1;
            let Some(cell) = place else { continue };
            let width = 1 + places.iter().skip(column).take_while(|next| next.is_some_and(|next| std::ptr::eq(next, *cell))).count();
            column = first + width;
            let over = above.get(first).cloned().flatten().filter(|said| said.is(cell));
            let said = over.unwrap_or_else(|| Said::of(cell, self.cell(cell)));
            let again = Said::of(cell, brief(&said.text));
            for covered in first..column {
                remember(above, covered, again.clone());
            }
            if width > REPEATED_COLUMNS {
                let label = range_label(headings, first, column - 1);
                add_field(&mut out, &label, &said.text);
            } else {
                for covered in first..column {
                    let label = headings.get_mut(covered).map(Heading::say).unwrap_or_default();
                    add_field(&mut out, &label, if covered == first { &said.text } else { &again.text });
                }
            }
        }
        out
    }

    /// What announces a row: a passage that takes up more than one of its cells.
    fn announcement_of(&self, row: &Row) -> Option<&'a str> {
        let end_of_cell = |at: usize| {
            let spans = row.cells.iter().filter_map(|cell| cell.origin.span());
            spans.filter(|span| span.start <= at).map(|span| span.end).next_back()
        };
        let is_of_row = |due: &&Announcement| end_of_cell(due.span.start).is_none_or(|end| due.span.end > end);
        self.announced_in(row.origin.span()?).iter().find(is_of_row).map(|due| due.words.as_str())
    }

    /// What a cell says, in one line.
    fn cell(&mut self, cell: &'a Cell) -> String {
        let end = cell.origin.span().map_or(usize::MAX, |span| span.end);
        let reach = self.reach;
        self.reach = reach.min(end);
        let text = in_one_line(&self.apart(|speaker| speaker.blocks(&cell.blocks)));
        self.reach = reach;
        if text.is_empty() { "blank".to_owned() } else { text }
    }
}

/// A cell that has been said, and how it is said again.
#[derive(Clone)]
struct Said<'a> {
    cell: &'a Cell,
    text: Rc<str>,
}

impl<'a> Said<'a> {
    fn of(cell: &'a Cell, text: impl Into<Rc<str>>) -> Self {
        Self { cell, text: text.into() }
    }

    fn is(&self, cell: &Cell) -> bool {
        std::ptr::eq(self.cell, cell)
    }
}

/// The heading of a column.
#[derive(Default)]
struct Heading {
    text: String,
    said: bool,
}

impl Heading {
    /// Whether a listener who hears the heading knows that its values are decisions or actions.
    fn names_role(&self) -> bool {
        announcements::are_named_by(&self.text)
    }

    fn add(&mut self, cell: &str) {
        let cell = cell.trim_end_matches([':', '.', ' ']);
        if cell != "blank" && !cell.is_empty() {
            if !self.text.is_empty() {
                self.text.push_str(", ");
            }
            self.text.push_str(cell);
        }
    }

    /// The heading in full the first time, then by its first words.
    fn say(&mut self) -> String {
        if std::mem::replace(&mut self.said, true) { brief(&self.text).to_owned() } else { self.text.clone() }
    }
}

/// What heads a value that reaches over many columns. The first time, every heading is named.
fn range_label(headings: &mut [Heading], first: usize, last: usize) -> String {
    let end = headings.len().min(last + 1);
    let covered = headings.get_mut(first.min(end)..end).unwrap_or_default();
    if covered.iter().any(|heading| !heading.said) {
        let all: Vec<String> = covered.iter_mut().filter(|heading| !heading.text.is_empty()).map(Heading::say).collect();
        return all.join(", ");
    }
    match covered {
        [first, .., last] if !first.text.is_empty() && !last.text.is_empty() => format!("{} to {}", brief(&first.text), brief(&last.text)),
        _ => String::new(),
    }
}

fn add_field(out: &mut String, label: &str, value: &str) {
    out.push(' ');
    if !label.is_empty() {
        out.push_str(label);
        out.push_str(": ");
    }
    out.push_str(value);
    end_sentence(out);
}

fn remember<'a>(above: &mut Vec<Option<Said<'a>>>, column: usize, said: Said<'a>) {
    if above.len() <= column {
        above.resize_with(column + 1, || None);
    }
    if let Some(place) = above.get_mut(column) {
        *place = Some(said);
    }
}
