//! A sheet for a reading group: people who use Easy Read say of each passage whether they understand it.

use super::EasyRead;
use super::ideas::ideas;
use super::lines::lines;
use crate::model::{Block, BlockKind, Cell, CellRole, Document, Inline, InlineKind, Level, Origin, Row, Stated, Table};
use crate::source::Span;

/// What people can say of a passage.
const ANSWERS: [&str; 3] = ["☐ Yes", "☐ No", "☐ I don't understand"];

/// What stands above the room for words.
const YOUR_WORDS: &str = "Better words:";

/// The sheet, to be rendered as any document: a row for each passage, with answers to tick and room for words.
///
/// ```
/// use plainsong::{Source, parse, model::BlockKind, rewrite::easy_read::{Options, easy_read, review_sheet}};
///
/// let document = parse(&Source::new("a.md", "# Plan\n\nWe met.\n\nWe had tea."));
/// let sheet = review_sheet(&easy_read(&document, &Options::default()));
/// let BlockKind::Table(table) = &sheet.blocks.last().unwrap().kind else { panic!() };
/// assert_eq!(table.body.len(), 2);
/// ```
#[must_use]
pub fn review_sheet(easy: &EasyRead) -> Document {
    let of = easy.document.title();
    let title = format!("Is this easy to read? {of}");
    let mut sheet = Document { blocks: Vec::new(), marks: Vec::new(), ..easy.document.clone() };
    sheet.acronyms.clear();
    sheet.meta.title = Some(Stated::new(title.clone(), Span::new(0, 0)));
    sheet.blocks.push(heading(Level::ONE, own(&title)));
    for line in [
        "Please read each part. Do you understand it? Tick Yes, No or I don't understand.",
        "You can write better words. There is room for them.",
        "Who read this:",
        "When:",
    ] {
        sheet.blocks.push(paragraph(line));
    }
    sheet.blocks.push(paragraph(&format!("Code of these words: {}", easy.code)));
    let mut rows: Vec<Row> = Vec::new();
    for group in ideas(&easy.document.blocks) {
        let Some(first) = group.first() else { continue };
        match &first.kind {
            BlockKind::Heading { level: Level::ONE, .. } => {}
            BlockKind::Heading { number, content, .. } => {
                close(&mut sheet.blocks, &mut rows);
                let number = number.iter().flat_map(|number| own(&format!("{} ", number.text)));
                sheet.blocks.push(heading(Level::TWO, number.chain(content.iter().cloned()).collect()));
            }
            BlockKind::List(list) => {
                let single = |item: &crate::model::Item| {
                    let label = item.label.iter().map(|label| paragraph(&label.text));
                    row(label.chain(item.blocks.iter().cloned()).collect())
                };
                rows.extend(list.items.iter().map(single));
                rows.extend((group.len() > 1).then(|| row(group.get(1..).unwrap_or_default().to_vec())));
            }
            BlockKind::Break | BlockKind::Footnote { .. } => {}
            BlockKind::Table(_) => {
                // A table in a row of a table is more than a page can show, and people answer for all of it.
                close(&mut sheet.blocks, &mut rows);
                sheet.blocks.extend(group.iter().cloned());
                rows.push(row(vec![paragraph("The table above")]));
            }
            BlockKind::Paragraph { .. }
            | BlockKind::Definitions(_)
            | BlockKind::Quote(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Explanation { .. }
                if has_long_word(group) =>
            {
                close(&mut sheet.blocks, &mut rows);
                rows.push(row(group.to_vec()));
                close(&mut sheet.blocks, &mut rows);
            }
            BlockKind::Paragraph { .. }
            | BlockKind::Definitions(_)
            | BlockKind::Quote(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Explanation { .. } => rows.push(row(group.to_vec())),
        }
    }
    close(&mut sheet.blocks, &mut rows);
    sheet
}

/// No word of a column is longer: with one that is, such as a line to sign on or an address, a table can be too wide
/// for the page. So it has a table of its own.
const LONGEST_WORD: usize = 24;

fn has_long_word(blocks: &[Block]) -> bool {
    lines(blocks).iter().any(|line| line.split_whitespace().any(|word| word.chars().count() > LONGEST_WORD))
}

/// Ends a table with these rows, if there are any.
fn close(blocks: &mut Vec<Block>, rows: &mut Vec<Row>) {
    if rows.is_empty() {
        return;
    }
    let heading = |words: &str| cell(vec![paragraph(words)], CellRole::ColumnHeading);
    let head = Row { cells: vec![heading("What it says"), heading("Do you understand it?")], origin: Origin::None };
    let table = Table { caption: Vec::new(), head: vec![head], body: std::mem::take(rows) };
    blocks.push(Block::new(BlockKind::Table(Box::new(table)), Origin::None));
}

fn row(words: Vec<Block>) -> Row {
    let line_break = || Inline::new(InlineKind::LineBreak, Origin::None);
    let mut lines: Vec<Inline> = ANSWERS.into_iter().flat_map(|answer| own(answer).into_iter().chain([line_break()])).collect();
    lines.pop();
    // An empty line after it is the room for words.
    let answers = vec![Block::paragraph(lines, Origin::None), paragraph(YOUR_WORDS), paragraph("\u{a0}")];
    Row { cells: vec![cell(words, CellRole::Data), cell(answers, CellRole::Data)], origin: Origin::None }
}

fn cell(blocks: Vec<Block>, role: CellRole) -> Cell {
    Cell { blocks, role, columns: 1, rows: 1, origin: Origin::None }
}

fn heading(level: Level, content: Vec<Inline>) -> Block {
    Block::new(BlockKind::Heading { level, number: None, content }, Origin::None)
}

fn paragraph(words: &str) -> Block {
    Block::paragraph(own(words), Origin::None)
}

fn own(words: &str) -> Vec<Inline> {
    vec![Inline::text(words, Origin::None)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewrite::easy_read::{Options, easy_read};
    use crate::{Source, parse};

    #[test]
    fn a_line_to_sign_on_makes_no_other_row_wide() {
        let text = format!("# Plan\n\nWe met.\n\nSigned{}\n\nWe ate.", "_".repeat(30));
        let sheet = review_sheet(&easy_read(&parse(&Source::new("a.md", text.as_str())), &Options::default()));
        let tables = sheet.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Table(_)));
        assert_eq!(tables.count(), 3);
    }

    #[test]
    fn every_passage_has_a_row_under_its_heading() {
        let text = "# Plan\n\nStakeholders met. They ate.\n\n## Buses\n\n- Route 1\n- Route 2\n\n| A |\n|---|\n| 1 |";
        let easy = easy_read(&parse(&Source::new("a.md", text)), &Options::default());
        let sheet = review_sheet(&easy);
        let rows: Vec<usize> = sheet
            .blocks
            .iter()
            .filter_map(|block| if let BlockKind::Table(table) = &block.kind { Some(table.body.len()) } else { None })
            .collect();
        assert_eq!(rows, [1, 2, 1, 1]);
        let words = lines(&sheet.blocks).join("\n");
        for part in ["Is this easy to read? Plan", "☐ I don't understand", &easy.code, "Stakeholders met. stakeholder means"] {
            assert!(words.contains(part), "{part} in {words}");
        }
    }
}
