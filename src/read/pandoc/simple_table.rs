//! Simple and multi-line tables: rules of dashes, and columns that stand below one another.

use std::ops::Range;

use super::drawn::{Drawn, DrawnRow, shorn};
use super::lines::Line;
use crate::source::Span;

/// A head has no more lines than this; without a bound, dashes far below would be looked for again
/// and again.
const LONGEST_HEAD: usize = 40;

/// The table that begins with the first of these lines, which a blank line stands before, and how
/// many lines were passed.
pub(super) fn read(lines: &[Line<'_>]) -> (Option<Drawn>, usize) {
    let Some(table) = Shape::of(lines) else { return (None, 0) };
    let Some(body) = lines.get(table.body.clone()) else { return (None, 0) };
    let drawn = table.draw(lines, body);
    (drawn, table.end)
}

/// Where the parts of a table are, in lines.
struct Shape {
    head: Range<usize>,
    rule: usize,
    body: Range<usize>,
    /// The first line after it.
    end: usize,
    /// Whether blank lines part the rows; otherwise each line is a row.
    has_parted_rows: bool,
}

impl Shape {
    fn of(lines: &[Line<'_>]) -> Option<Self> {
        let first = lines.first()?.trimmed();
        if is_full_rule(first) {
            return Self::between_rules(lines);
        }
        if is_column_rule(first) {
            return Self::without_head(lines);
        }
        // One line of headings, with the rule of the columns below and a line for each row.
        if !lines.get(1).is_some_and(|line| is_column_rule(line.trimmed())) {
            return None;
        }
        let count = lines.iter().skip(2).take_while(|line| !line.is_blank()).count();
        let is_closed = count > 0 && lines.get(count + 1).is_some_and(|line| is_column_rule(line.trimmed()));
        let rows = count - usize::from(is_closed);
        (rows > 0).then_some(Self { head: 0..1, rule: 1, body: 2..2 + rows, end: 2 + count, has_parted_rows: false })
    }

    /// A rule, the headings, the rule of the columns, the rows, a rule.
    fn between_rules(lines: &[Line<'_>]) -> Option<Self> {
        let head = lines.iter().skip(1).take(LONGEST_HEAD).take_while(|line| !line.is_blank() && !is_column_rule(line.trimmed())).count();
        let rule = head + 1;
        let is_aligned = lines.get(rule).is_some_and(|line| is_column_rule(line.trimmed()) && line.span_width() == lines[0].span_width());
        if head == 0 || !is_aligned {
            return None;
        }
        let last = closing_rule(lines, rule + 1)?;
        Some(Self { head: 1..rule, rule, body: rule + 1..last, end: last + 1, has_parted_rows: true })
    }

    /// The rule of the columns, the rows, and the same or a whole rule.
    fn without_head(lines: &[Line<'_>]) -> Option<Self> {
        let last = closing_rule(lines, 1)?;
        let has_parted_rows = lines.get(last).is_some_and(|line| is_full_rule(line.trimmed()));
        Some(Self { head: 0..0, rule: 0, body: 1..last, end: last + 1, has_parted_rows })
    }

    fn draw(&self, lines: &[Line<'_>], body: &[Line<'_>]) -> Option<Drawn> {
        let columns = Columns::of(lines.get(self.rule)?);
        let head_lines: Vec<&Line<'_>> = lines.get(self.head.clone())?.iter().collect();
        let head = if head_lines.is_empty() { Vec::new() } else { vec![columns.row(&head_lines)?] };
        let groups: Vec<Vec<&Line<'_>>> = if self.has_parted_rows {
            body.split(Line::is_blank).filter(|rows| !rows.is_empty()).map(|rows| rows.iter().collect()).collect()
        } else {
            body.iter().filter(|line| !line.is_blank()).map(|line| vec![line]).collect()
        };
        let body = groups.iter().map(|group| columns.row(group)).collect::<Option<Vec<_>>>()?;
        let (first, last) = (lines.first()?, lines.get(self.end - 1)?);
        (!body.is_empty()).then(|| Drawn { span: Span::new(first.span().start, last.span().end), head, body })
    }
}

impl Line<'_> {
    /// Where it stands and how long it is.
    fn span_width(&self) -> (usize, usize) {
        (self.indent(), self.trimmed().len())
    }
}

/// `-----------`
fn is_full_rule(text: &str) -> bool {
    text.len() > 4 && text.bytes().all(|byte| byte == b'-')
}

/// `------ ------ ----`: the columns, by their dashes. A thematic break, `- - -`, is none.
fn is_column_rule(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'-' | b' ')) && text.contains("- ") && text.split(' ').all(|run| run.len() != 1)
}

/// The line that closes a table: dashes, with a blank line or nothing after. The search ends at the
/// first line that could close a table and does not.
fn closing_rule(lines: &[Line<'_>], from: usize) -> Option<usize> {
    let is_rule = |line: &Line<'_>| is_full_rule(line.trimmed()) || is_column_rule(line.trimmed());
    let at = from + lines.get(from..)?.iter().position(is_rule)?;
    (at > from && lines.get(at + 1).is_none_or(Line::is_blank)).then_some(at)
}

/// The columns that a rule draws: each from its dashes to the dashes of the next.
struct Columns {
    starts: Vec<usize>,
}

impl Columns {
    fn of(rule: &Line<'_>) -> Self {
        let bytes = rule.text.as_bytes();
        let begins = |at: &usize| bytes[*at] == b'-' && (*at == 0 || bytes[at - 1] != b'-');
        Self { starts: (0..bytes.len()).filter(begins).collect() }
    }

    fn row(&self, lines: &[&Line<'_>]) -> Option<DrawnRow> {
        let cut: Option<Vec<_>> = lines.iter().map(|line| Some((*line, self.cells(line)?))).collect();
        DrawnRow::of(&cut?)
    }

    /// Where the cells of a line stand; `None` if a word reaches over the edge of its column.
    fn cells(&self, line: &Line<'_>) -> Option<Vec<Range<usize>>> {
        let ends = self.starts.iter().skip(1).copied().chain(std::iter::once(usize::MAX));
        let cells = self.starts.iter().enumerate().zip(ends).map(|((index, start), end)| {
            let range = line.columns(if index == 0 { 0 } else { *start }, end);
            let text = line.text.get(range.clone())?;
            let is_cut = index > 0 && !text.is_empty() && !line.text.get(..range.start)?.ends_with([' ', '\t']);
            let blanks = text.len() - text.trim_start_matches(' ').len();
            (!is_cut).then(|| shorn(line.text, range, blanks))
        });
        cells.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::width;
    use super::*;

    #[test]
    fn a_break_between_parts_is_no_table() {
        for text in ["- - -", "---", "----------", "* - -"] {
            assert!(!is_column_rule(text), "{text}");
        }
        assert!(is_column_rule("----- ----  ---"));
    }

    fn cells(text: &str) -> Option<Vec<Vec<String>>> {
        let table = read(&Line::all_from(text, 0).collect::<Vec<_>>()).0?;
        let cell = |lines: &[Span]| lines.iter().map(|line| text[line.range()].to_owned()).collect::<Vec<_>>().join("/");
        let row = |row: &DrawnRow| row.cells.iter().map(|of| cell(&of.lines)).collect();
        Some(table.head.iter().chain(&table.body).map(row).collect())
    }

    #[test]
    fn every_kind_of_table_that_pandoc_rules() {
        let multi_line = "  ------------\n  A      B\n  ------ -----\n  c      d\n         e\n\n  f      g\n  ------------\n";
        assert_eq!(cells(multi_line).unwrap(), [["A", "B"], ["c/", "d/e"], ["f", "g"]]);
        let simple = "  A        B\n  ----- ----\n  c        d\n  e        f\n\nText";
        assert_eq!(cells(simple).unwrap(), [["A", "B"], ["c", "d"], ["e", "f"]]);
        let headless = "  ----- ----\n  c     d\n  e     f\n  ----- ----\n";
        assert_eq!(cells(headless).unwrap(), [["c", "d"], ["e", "f"]]);
    }

    #[test]
    fn rules_among_words_and_words_over_an_edge_are_no_table() {
        for text in
            ["-----\n\nText\n\n-----\n", "Heading\n-----\n\nText", "  A     B\n  ----- ----\n  wordsover it\n\n", "----- -----\nText\n"]
        {
            assert!(cells(text).is_none(), "{text}");
        }
    }

    #[test]
    fn characters_without_width_do_not_move_the_columns() {
        assert_eq!("co\u{ad}op x".chars().map(width).sum::<usize>(), 6);
        let line = Line { text: "co\u{ad}op x", start: 0 };
        assert_eq!(line.columns(5, usize::MAX), 7..8);
    }
}
