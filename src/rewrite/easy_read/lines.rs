//! The words of blocks as lines of plain text: a paragraph a line, an item a line, a row of a table a
//! line.

use crate::model::{Block, BlockKind, Cell, Inline, Label, Prose, Row};

/// What stands between the cells of a row.
const BETWEEN_CELLS: &str = "; ";

/// The lines of blocks.
pub(crate) fn lines(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    blocks.iter().for_each(|block| add(block, &mut lines));
    lines.retain(|line| !line.is_empty());
    lines
}

/// The same, as one text.
pub(super) fn text(blocks: &[Block]) -> String {
    lines(blocks).join("\n")
}

fn add(block: &Block, lines: &mut Vec<String>) {
    match &block.kind {
        BlockKind::Heading { number, content, .. } | BlockKind::Paragraph { number, content } => {
            lines.extend(said(number.as_deref(), content).split('\n').map(in_one_line));
        }
        BlockKind::List(list) => {
            for item in &list.items {
                let from = lines.len();
                item.blocks.iter().for_each(|block| add(block, lines));
                if let Some(label) = &item.label {
                    match lines.get_mut(from) {
                        Some(first) => *first = format!("{} {first}", label.text),
                        None => lines.push(label.text.clone()),
                    }
                }
            }
        }
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                let term = said(None, &definition.term);
                let described = self::lines(&definition.description).join(" ");
                lines.push(in_one_line(&format!("{}: {described}", term.trim().trim_end_matches(':'))));
            }
        }
        BlockKind::Table(table) => {
            lines.push(in_one_line(&said(None, &table.caption)));
            lines.extend(table.head.iter().chain(&table.body).map(row));
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => blocks.iter().for_each(|block| add(block, lines)),
        BlockKind::Code(text) => lines.extend(text.lines().map(in_one_line)),
        BlockKind::Figure(image) => lines.push(in_one_line(&image.alternative)),
        BlockKind::Explanation { term, meaning } => lines.push(in_one_line(&format!("{term} means {meaning}"))),
        BlockKind::Break => {}
    }
}

fn row(row: &Row) -> String {
    let cell = |cell: &Cell| lines(&cell.blocks).join(" ");
    row.cells.iter().map(cell).collect::<Vec<_>>().join(BETWEEN_CELLS).trim_end().to_owned()
}

fn said(number: Option<&Label>, content: &[Inline]) -> String {
    let prose = Prose::of(content);
    number.map_or_else(|| prose.text().to_owned(), |number| format!("{} {}", number.text, prose.text()))
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn every_kind_has_its_lines() {
        let text = "# T\n\n1.1 One\ntwo\\\nthree\n\n1. a\n2. b\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n> Quoted";
        let lines = lines(&parse(&Source::new("t", text)).blocks);
        assert_eq!(lines, ["T", "1.1 One two", "three", "1. a", "2. b", "A; B", "1; 2", "Quoted"]);
    }
}
