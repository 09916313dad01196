//! Every cell stays with its headings: said beside it in plain text, pointed at in DTBook. And the
//! tables that we read are the tables that are there.

use std::collections::BTreeMap;

use comrak::nodes::{AstNode, NodeValue};
use plainsong::convert::Format;
use plainsong::model::{Block, BlockKind, Cell, CellRole, Definition, Document, InlineKind, Prose, Table, walk};
use plainsong::parse;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::output::render;
use crate::words::words;
use crate::{documents, fixtures::fixtures, no_complaints};

#[test]
fn plain_text_says_each_cell_after_its_column_heading() {
    let mut complaints = Vec::new();
    let mut checked = 0;
    for source in documents() {
        let document = parse(&source);
        let output = words(&String::from_utf8(render(&document, Format::Text).output).unwrap());
        for (heading, cell) in headed_cells(&document) {
            checked += 1;
            let run = [heading, cell].concat();
            if !output.windows(run.len()).any(|window| window == run) {
                complaints.push(format!("{} as text: {}", source.name(), run.join(" ")));
            }
        }
    }
    assert!(checked > 30, "only {checked} cells with a heading were found");
    no_complaints(&complaints);
}

#[test]
fn dtbook_points_each_cell_at_its_headings() {
    let mut complaints = Vec::new();
    let mut checked = 0;
    for source in documents() {
        let document = parse(&source);
        let cells = dtbook_cells(&String::from_utf8(render(&document, Format::Dtbook).output).unwrap());
        for (heading, cell) in headed_cells(&document) {
            checked += 1;
            if !cells.iter().any(|(headings, text)| *text == cell && headings.contains(&heading)) {
                complaints.push(format!("{} as dtbook: {} / {}", source.name(), heading.join(" "), cell.join(" ")));
            }
        }
    }
    assert!(checked > 30, "only {checked} cells with a heading were found");
    no_complaints(&complaints);
}

#[test]
fn tables_are_read_as_they_stand() {
    let mut complaints = Vec::new();
    for source in fixtures() {
        let document = parse(&source);
        let ours = rows_of(&document);
        // A heading row without a word heads nothing, and need not be kept above labels and values.
        for row in pipe_rows(source.text()).into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())) {
            // Ours may be longer: GFM tells comrak to pass over cells beyond the last column.
            if !ours.iter().any(|our| our.starts_with(&row)) {
                complaints.push(format!("{}: no row reads {row:?}", source.name()));
            }
        }
    }
    no_complaints(&complaints);
}

type Words = Vec<String>;

/// Each cell that has a column heading, with the words of both. Left out are cells of several
/// blocks, and those with links, pictures or deletions: formats add words to them.
fn headed_cells(document: &Document) -> Vec<(Words, Words)> {
    let mut found = Vec::new();
    each_table(document, &mut |table| {
        let grid = table.grid();
        let Some(heads) = table.head.len().checked_sub(1).and_then(|last| grid.get(last)) else { return };
        for row in grid.iter().skip(table.head.len()) {
            for (cell, head) in row.iter().zip(heads) {
                let (Some(cell), Some(head)) = (cell, head) else { continue };
                let pair = (cell_words(head), cell_words(cell));
                if cell.role == CellRole::Data && !pair.0.is_empty() && !pair.1.is_empty() && is_plain(cell) {
                    found.push(pair);
                }
            }
        }
    });
    found
}

fn is_plain(cell: &Cell) -> bool {
    let mut plain = matches!(&cell.blocks[..], [block] if !matches!(block.kind, BlockKind::Figure(_)));
    walk::passages(&cell.blocks, &mut |passage| {
        walk::inlines(passage.content, &mut |inline| {
            plain &= matches!(inline.kind, InlineKind::Text(_) | InlineKind::Emphasis(_) | InlineKind::Strong(_) | InlineKind::Code(_));
        });
    });
    plain
}

/// The rows of every table. A label and its value are a row that had two cells.
fn rows_of(document: &Document) -> Vec<Vec<Words>> {
    let mut rows = Vec::new();
    walk::blocks(&document.blocks, &mut |block: &Block| {
        if let BlockKind::Definitions(definitions) = &block.kind {
            let pair = |definition: &Definition| vec![words(Prose::of(&definition.term).text()), words_below(&definition.description)];
            rows.extend(definitions.iter().map(pair));
        }
    });
    each_table(document, &mut |table| {
        rows.extend(table.head.iter().chain(&table.body).map(|row| row.cells.iter().map(cell_words).collect::<Vec<_>>()));
    });
    rows
}

fn each_table(document: &Document, see: &mut dyn FnMut(&Table)) {
    walk::blocks(&document.blocks, &mut |block: &Block| {
        if let BlockKind::Table(table) = &block.kind {
            see(table);
        }
    });
}

fn cell_words(cell: &Cell) -> Words {
    words_below(&cell.blocks)
}

fn words_below(blocks: &[Block]) -> Words {
    let mut text = String::new();
    walk::passages(blocks, &mut |passage| {
        text.push_str(Prose::of(passage.content).text());
        text.push('\n');
    });
    // A picture alone in a cell is a block of its own.
    walk::blocks(blocks, &mut |block| {
        if let BlockKind::Figure(image) = &block.kind {
            text.push_str(&image.alternative);
            text.push('\n');
        }
    });
    words(&text)
}

/// The rows of the tables with pipes, as comrak reads them.
fn pipe_rows(source: &str) -> Vec<Vec<Words>> {
    let arena = comrak::Arena::new();
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    let document = comrak::parse_document(&arena, source, &options);
    let rows = document.descendants().filter(|node| matches!(node.data.borrow().value, NodeValue::TableRow(_)));
    rows.map(|row| row.children().map(|cell| words(&text_below(cell))).collect()).collect()
}

fn text_below<'a>(node: &'a AstNode<'a>) -> String {
    let texts = node.descendants().filter_map(|inner| match &inner.data.borrow().value {
        NodeValue::Text(text) => Some(text.to_string()),
        NodeValue::Code(code) => Some(code.literal.clone()),
        _ => None,
    });
    texts.collect()
}

/// The words of every `td`, with the words of each `th` that its `headers` names.
fn dtbook_cells(xml: &str) -> Vec<(Vec<Words>, Words)> {
    let mut headings: BTreeMap<String, Words> = BTreeMap::new();
    let mut cells: Vec<(String, Words)> = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == "th" => {
                let id = attribute(&start, "id");
                headings.insert(id, text_to_end(&mut reader, &start));
            }
            Event::Start(start) if start.name().as_ref() == "td" => {
                let named = attribute(&start, "headers");
                cells.push((named, text_to_end(&mut reader, &start)));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let heads_of = |named: &str| named.split(' ').filter_map(|id| headings.get(id).cloned()).collect();
    cells.into_iter().map(|(named, text)| (heads_of(&named), text)).collect()
}

fn attribute(element: &BytesStart<'_>, name: &str) -> String {
    element.try_get_attribute(name).unwrap().map(|value| value.value.into_owned()).unwrap_or_default()
}

fn text_to_end(reader: &mut Reader<&[u8]>, start: &BytesStart<'_>) -> Words {
    let inner = reader.read_text(start.name()).unwrap();
    words(&crate::output::xml_text(&inner))
}
