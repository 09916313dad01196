//! Grid tables: every cell has a line of dashes above and below, and bars at its sides.

use std::ops::Range;

use super::drawn::{Drawn, DrawnRow, shorn};
use super::lines::{Line, width};
use crate::source::Span;

/// Whether a line is drawn between two rows: `+-----+-----+`, or `+=====+=====+` below the head.
pub(super) fn is_rule(text: &str) -> bool {
    text.len() > 2
        && text.starts_with('+')
        && text.ends_with('+')
        && text.bytes().all(|byte| matches!(byte, b'+' | b'-' | b'=' | b':'))
        && !text.contains("++")
}

/// The table that begins with the first of these lines, and how many lines were passed. Lines that
/// look like a table and are none are passed too, so that no line is looked at twice.
pub(super) fn read(lines: &[Line<'_>]) -> (Option<Drawn>, usize) {
    let count = lines.iter().take_while(|line| line.trimmed().starts_with(['+', '|'])).count();
    let drawn = lines.get(..count).unwrap_or_default();
    // What comes after the last rule is not part of the table.
    let Some(last) = drawn.iter().rposition(|line| is_rule(line.trimmed())).filter(|last| *last > 1) else { return (None, count) };
    let is_followed = lines.get(last + 1).is_some_and(|line| !line.is_blank());
    let table = drawn.get(..=last).filter(|_| !is_followed).and_then(table);
    (table, count)
}

fn table(lines: &[Line<'_>]) -> Option<Drawn> {
    let (first, last) = (lines.first()?, lines.last()?);
    let edges = edges(first);
    let (mut head, mut body) = (Vec::new(), Vec::new());
    let mut row = Vec::new();
    for line in lines.iter().skip(1) {
        if !is_rule(line.trimmed()) {
            row.push((line, cells(line, &edges)?));
            continue;
        }
        body.push(DrawnRow::of(&std::mem::take(&mut row))?);
        if line.trimmed().contains('=') {
            // A second double rule is the top of a foot, which reads as rows like the others.
            let rows = std::mem::take(&mut body);
            if head.is_empty() { head = rows } else { body = rows }
        }
    }
    // A double rule at the very end leaves a head and nothing below it.
    if body.is_empty() {
        std::mem::swap(&mut head, &mut body);
    }
    Some(Drawn { span: Span::new(first.span().start, last.span().end), head, body })
}

/// The columns of the corners.
fn edges(rule: &Line<'_>) -> Vec<usize> {
    rule.text.bytes().enumerate().filter(|(_, byte)| *byte == b'+').map(|(at, _)| at).collect()
}

/// Where the cells of a line stand. Its bars are the edges where there are as many as corners: pandoc
/// writes a bar among words with a backslash. Otherwise the bars stand below the corners.
fn cells(line: &Line<'_>, edges: &[usize]) -> Option<Vec<Range<usize>>> {
    let bars = bars(line);
    let bars: Vec<usize> = if bars.len() == edges.len() {
        bars.into_iter().map(|(at, _)| at).collect()
    } else {
        let at_edge = |edge: &usize| bars.binary_search_by_key(edge, |(_, column)| *column).ok().and_then(|found| bars.get(found));
        edges.iter().map(|edge| at_edge(edge).map(|(at, _)| *at)).collect::<Option<_>>()?
    };
    Some(bars.windows(2).map(|pair| shorn(line.text, pair[0] + 1..pair[1], 1)).collect())
}

/// Each bar of a line that no backslash stands before: its byte and its column.
fn bars(line: &Line<'_>) -> Vec<(usize, usize)> {
    let mut bars = Vec::new();
    let mut column = 0;
    let mut escaped = false;
    for (at, character) in line.text.char_indices() {
        if character == '|' && !escaped {
            bars.push((at, column));
        }
        escaped = character == '\\' && !escaped;
        column += width(character);
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line<'_>> {
        Line::all_from(text, 0).collect()
    }

    fn words(text: &str, row: &DrawnRow) -> Vec<String> {
        let cell = |lines: &[Span]| lines.iter().map(|line| text[line.range()].to_owned()).collect::<Vec<_>>().join("/");
        row.cells.iter().map(|cell_of| cell(&cell_of.lines)).collect()
    }

    #[test]
    fn cells_of_several_lines_keep_their_places() {
        let text = "+----+------+\n| Dŵ | B    |\n|    | b\\|c |\n+====+======+\n| c  |      |\n+----+------+\n";
        let (table, passed) = read(&lines(text));
        let table = table.unwrap();
        assert_eq!(passed, 6);
        assert_eq!(words(text, &table.head[0]), ["Dŵ/", "B/b\\|c"]);
        assert_eq!(words(text, &table.body[0]), ["c", ""]);
    }

    #[test]
    fn a_torn_table_is_none_and_is_passed_once() {
        for text in ["+---+\n| a |\n", "+---+\n| a\n+---+\n", "+---+\n+---+\n", "+---+\n| a |\n+---+\nand more"] {
            let (table, passed) = read(&lines(text));
            assert!(table.is_none() && passed > 0, "{text}");
        }
    }
}
