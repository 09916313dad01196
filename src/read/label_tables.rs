//! Tables whose every row is a label and its value. Word has no other way to lay out the head of a
//! report, and pandoc takes the first row for column headings: "REPORT TITLE:" would be said before
//! every value below it.

use super::labels::{definition, is_known, is_label};
use super::lines::span;
use crate::model::{Block, BlockKind, Cell, Definition, Document, Inline, Note, NoteKind, Origin, Prose, Table, walk};
use crate::source::Span;

/// Turns such tables into definitions.
pub(super) fn recognise(document: &mut Document) {
    let notes = &mut document.notes;
    walk::block_lists_mut(&mut document.blocks, &mut |blocks| {
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
    for row in table.head.iter().chain(&table.body) {
        let is_plain = row.cells.len().is_multiple_of(2) && row.cells.iter().all(|cell| cell.columns == 1 && cell.rows == 1);
        if !is_plain {
            return None;
        }
        for pair in row.cells.chunks_exact(2) {
            let [label, value] = pair else { return None };
            match definitions.last_mut() {
                // A value goes on beside a blank label.
                Some(last) if label.blocks.is_empty() => last.description.extend(value.blocks.iter().cloned()),
                _ => definitions.push(labelled(label, value)?),
            }
        }
    }
    (!definitions.is_empty()).then_some(definitions)
}

fn labelled(label: &Cell, value: &Cell) -> Option<Definition> {
    let content = line(label)?;
    if line(value).is_some_and(|value| label_length(value).is_some()) {
        return None;
    }
    let end = label_length(content)?;
    let colon = end..Prose::of(content).text().len();
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
