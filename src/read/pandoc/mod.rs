//! pandoc's own Markdown, made into the Markdown that pulldown-cmark reads.
//!
//! Before pulldown-cmark sees the text, two things are done to it. Tables that are drawn with
//! dashes and bars are lifted out, and an HTML comment holds their place: CommonMark would read
//! their closing rule as the underline of a heading. Marks that say nothing to a reader, such as
//! `{.underline}`, are left out: after parsing it would be too late, because `**[A]{.b}**bold` is
//! then no longer bold. Both keep the way back to the source ([`Stretch`]), so that every place
//! stays exact.
//!
//! A line with `{` or dashes in a document that never went through pandoc stays as it is, because
//! the grammars are strict: a table must have its closing rule, a mark must stand where pandoc puts
//! marks.

mod attributes;
mod drawn;
mod grid_table;
mod lines;
mod marks;
mod notes;
mod simple_table;

pub(super) use drawn::{Drawn, DrawnCell, DrawnRow};
pub(super) use lines::Line;
pub(super) use marks::without_marks;
pub(super) use notes::Notes;

use super::code::Code;
use super::stretch::Stretch;
use crate::source::{Source, Span};
use crate::text::holds_part;

/// What pulldown-cmark is to read, and the tables that were lifted out of it.
pub(super) struct Prepared<'a> {
    pub(super) text: Stretch<'a>,
    /// Each with the offset of its comment in the text, in ascending order.
    pub(super) tables: Vec<Drawn>,
    /// Whether any mark was left out; the first, if so.
    pub(super) first_mark: Option<Span>,
}

/// Holds the place of a table.
pub(super) const PLACEHOLDER: &str = "<!-- -->";

/// Prepares the text of a source from a byte on.
pub(super) fn prepare(source: &Source, from: usize) -> Prepared<'_> {
    let text = source.text().get(from..).unwrap_or_default();
    let whole = Stretch::whole(text, from);
    let tables = if may_hold_tables(text) {
        let line = |span: Span| Line { text: source.slice(span), start: span.start - from };
        let lines: Vec<Line<'_>> = source.lines_from(from).map(line).collect();
        tables(&lines, &Code::of(text))
    } else {
        Vec::new()
    };
    let stretch = if tables.is_empty() { whole } else { with_placeholders(text, from, &tables) };
    let (stretch, first_mark) = without_marks(stretch);
    Prepared { text: stretch, tables: placed(tables, from), first_mark }
}

fn may_hold_tables(text: &str) -> bool {
    ["----", "+-", "+="].iter().any(|rule| holds_part(text, rule))
}

/// The tables of a text, outside of code.
fn tables(lines: &[Line<'_>], code: &Code) -> Vec<Drawn> {
    let mut tables = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if let Some(rest) = lines.get(at..).filter(|rest| may_begin_table(rest))
            && (at == 0 || lines.get(at - 1).is_some_and(Line::is_blank))
            && !code.holds(line.start)
        {
            let (table, passed) = if grid_table::is_rule(line.trimmed()) { grid_table::read(rest) } else { simple_table::read(rest) };
            tables.extend(table);
            at += passed.max(1);
            continue;
        }
        at += 1;
    }
    tables
}

/// Whether a rule may be drawn in the first of these lines, or below it.
fn may_begin_table(lines: &[Line<'_>]) -> bool {
    lines.iter().take(2).any(|line| matches!(line.first_sign(), Some(b'-' | b'+')))
}

/// The text with a comment in the place of each table.
fn with_placeholders(text: &str, from: usize, tables: &[Drawn]) -> Stretch<'static> {
    let mut stretch = Stretch::with_room(text.len());
    let mut at = 0;
    for table in tables {
        let span = table.span;
        let (first, last) = PLACEHOLDER.split_at(PLACEHOLDER.len() - 1);
        stretch.push(text.get(at..span.start).unwrap_or_default(), from + at);
        stretch.push(first, from + span.start);
        // What ends with the comment ends with the table.
        stretch.push(last, from + span.end - 1);
        at = span.end;
    }
    stretch.push(text.get(at..).unwrap_or_default(), from + at);
    stretch
}

/// The tables with places in the source, not in its text from a byte on.
fn placed(mut tables: Vec<Drawn>, from: usize) -> Vec<Drawn> {
    for table in &mut tables {
        table.move_by(from);
    }
    tables
}
