//! Tables whose every row is a label and its value. Word has no other way to lay out the head of a
//! report, and pandoc takes the first row for column headings: "REPORT TITLE:" would be said before
//! every value below it.

use super::labels::{definition, is_known, is_label};
use super::lines::span;
use super::stretches::Sections;
use crate::model::{Block, BlockKind, Cell, Definition, Inline, Note, NoteKind, Origin, Prose, Row, Table, walk};
use crate::source::Span;

/// Turns such tables into definitions.
pub(super) fn recognise(sections: &mut Sections) {
    let notes = &mut sections.notes;
    walk::block_lists_mut(&mut sections.blocks, &mut |blocks| {
        for block in blocks {
            let BlockKind::Table(table) = &block.kind else { continue };
            let Some(definitions) = definitions(table) else { continue };
            if let Some(span) = block.origin.span() {
                notes.push(Note::new(NoteKind::TableOfLabels, "This table of labels and values was read as such.", span));
            }
            block.kind = BlockKind::Definitions(definitions);
        }
    });
}

/// The labels and values, if the table holds nothing else: in two columns, or in more side by side.
fn definitions(table: &Table) -> Option<Vec<Definition>> {
    if !table.caption.is_empty() || table.head.len() > 1 {
        return None;
    }
    let mut definitions: Vec<Definition> = Vec::new();
    // A heading row that is blank heads nothing; a label may then do without its colon, if most have one.
    let is_blank = |row: &Row| row.cells.iter().all(|cell| cell.blocks.is_empty());
    let has_blank_head = !table.head.is_empty() && table.head.iter().all(is_blank);
    let colons = if has_blank_head && has_mostly_colons(&table.body) { Colons::Most } else { Colons::All };
    for row in table.head.iter().filter(|_| !has_blank_head).chain(&table.body) {
        let is_plain = row.cells.len().is_multiple_of(2) && row.cells.iter().all(|cell| cell.columns == 1 && cell.rows == 1);
        if !is_plain {
            return None;
        }
        for pair in row.cells.chunks_exact(2) {
            let [label, value] = pair else { return None };
            match definitions.last_mut() {
                // A value goes on beside a blank label.
                Some(last) if label.blocks.is_empty() => last.description.extend(value.blocks.iter().cloned()),
                _ => definitions.push(labelled(label, value, colons)?),
            }
        }
    }
    (!definitions.is_empty()).then_some(definitions)
}

/// Whether every label of a table ends with a colon, or most do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Colons {
    All,
    Most,
}

/// Whether two rows or more, and half of them or more, begin with a label and its colon.
fn has_mostly_colons(rows: &[Row]) -> bool {
    let has_colon = |row: &&Row| row.cells.first().and_then(line).is_some_and(|label| label_length(label).is_some());
    let colons = rows.iter().filter(has_colon).count();
    colons > 1 && colons * 2 >= rows.len()
}

fn labelled(label: &Cell, value: &Cell, colons: Colons) -> Option<Definition> {
    let content = line(label)?;
    if line(value).is_some_and(|value| label_length(value).is_some()) {
        return None;
    }
    let length = Prose::of(content).text().len();
    let end = label_length(content).or_else(|| (colons == Colons::Most && is_label_with_brackets(content)).then_some(length))?;
    let colon = end..length;
    let term = definition(content, colon).term;
    let spans = [span(content), value.origin.span()];
    let origin = spans.into_iter().flatten().reduce(Span::cover).map_or(Origin::None, Origin::Literal);
    Some(Definition { term, description: value.blocks.clone(), origin })
}

/// The words of a cell that holds one line.
fn line(cell: &Cell) -> Option<&[Inline]> {
    match cell.blocks.as_slice() {
        [Block { kind: BlockKind::Paragraph { number: None, content }, .. }] => Some(content),
        _ => None,
    }
}

/// "Recommendation(s)", "Purpose: (please tick one)": all of it is the label.
fn is_label_with_brackets(content: &[Inline]) -> bool {
    let prose = Prose::of(content);
    let label = prose.text().split(" (").next().unwrap_or_default();
    is_label(label.trim_end().trim_end_matches(':'))
}

/// How long a label is without its colon; `None`, if the words are no label.
fn label_length(content: &[Inline]) -> Option<usize> {
    let prose = Prose::of(content);
    let text = prose.text().trim_end();
    match text.strip_suffix(':') {
        Some(label) => is_label(label).then_some(label.len()),
        None => is_known(text).then_some(text.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn labels(text: &str) -> Vec<String> {
        let document = parse(&Source::new("t", text));
        let mut found = Vec::new();
        walk::blocks(&document.blocks, &mut |block| {
            if let BlockKind::Definitions(definitions) = &block.kind {
                found.extend(definitions.iter().map(|definition| Prose::of(&definition.term).text().to_owned()));
            }
        });
        found
    }

    #[test]
    fn a_first_row_that_is_a_label_and_a_value_heads_no_column() {
        assert_eq!(labels("| **REPORT TITLE:** | **BUSES** |\n|---|---|\n| **WARD(S):** | **ALL** |"), ["REPORT TITLE", "WARD(S)"]);
        assert_eq!(labels("| Present | Mrs Ward |\n|---|---|\n| Apologies | Mr Day |"), ["Present", "Apologies"]);
        assert_eq!(labels("| Date: | 5 May | Time: | 7pm |\n|---|---|---|---|"), ["Date", "Time"]);
    }

    #[test]
    fn a_blank_heading_row_heads_nothing() {
        let cover = "|  |  |\n|---|---|\n| **Title of report:** | Beds |\n| **Date:** | 4 May 2026 |\n| **Purpose:** (tick one) | Assurance |\n| **Recommendation(s)** | None |";
        assert_eq!(labels(cover), ["Title of report", "Date", "Purpose: (tick one)", "Recommendation(s)"]);
        let document = parse(&Source::new("t", cover));
        assert_eq!(document.meta.date.map(|date| date.value.to_string()).as_deref(), Some("2026-05-04"));
        let html = "<table><tr><th></th><th></th></tr><tr><td>Meeting:</td><td>Board</td></tr><tr><td>Date:</td><td>4 May 2026</td></tr><tr><td>Lead</td><td>A Vane</td></tr></table>";
        assert_eq!(labels(html), ["Meeting", "Date", "Lead"]);
        for facts in
            ["|  |  |\n|---|---|\n| Apples | 3 |\n| Pears | 4 |", "|  |  |\n|---|---|\n| Note: | a |\n| Pears | 4 |\n| Plums | 5 |"]
        {
            assert!(labels(facts).is_empty(), "{facts}");
        }
    }

    #[test]
    fn column_headings_stay() {
        for text in [
            "| Date | Place |\n|---|---|\n| Date | Hall |",
            "| Minute | Action |\n|---|---|\n| 12 | Write |",
            "| Chair | Role |\n|---|---|\n| A | B |",
        ] {
            assert!(labels(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_title_of_a_report_is_found_in_its_table() {
        let document = parse(&Source::new("t", "| REPORT TITLE: | BUSES |\n|---|---|\n| REPORT OF: | THE CLERK |"));
        assert_eq!(document.title(), "BUSES");
    }
}
