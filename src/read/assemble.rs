//! What an element becomes when it closes. Children that do not fit it are not dropped: stray rows
//! become a table, stray items a list, stray words a paragraph.

use super::parts::{Split, cell, definitions, item, row, split, table, with_row_headings, with_rows};
use super::tree::Element;
use crate::model::{Block, BlockKind, Cell, Image, Inline, InlineKind, Item, List, Origin, Prose, Row, trimmed};
use crate::source::Span;

/// A finished part of the document.
#[derive(Debug)]
pub(super) enum Node {
    Block(Block),
    Inline(Inline),
    Item(Item),
    Term(Vec<Inline>, Origin),
    Description(Vec<Block>, Origin),
    Row(Row),
    Cell(Cell),
    /// The rows of a table's head.
    Head(Vec<Row>),
    Caption(Vec<Inline>),
}

/// The nodes that a closed element hands to the one around it.
pub(super) fn closed(element: Element, nodes: Vec<Node>, span: Span) -> Vec<Node> {
    let origin = Origin::Literal(span);
    match element {
        Element::Document | Element::Transparent => nodes,
        Element::Division => blocks(nodes).into_iter().map(Node::Block).collect(),
        Element::Paragraph => around_blocks(nodes, origin, paragraph),
        Element::Heading(level) => around_blocks(nodes, origin, |content, origin| {
            let content = trimmed(content);
            (!content.is_empty()).then(|| Block::new(BlockKind::Heading { level, number: None, content }, origin))
        }),
        Element::Quote => vec![Node::Block(Block::new(BlockKind::Quote(blocks(nodes)), origin))],
        Element::Code => vec![Node::Block(Block::new(BlockKind::Code(plain(nodes)), Origin::Decoded(span)))],
        Element::List => split(nodes, item).into_block(origin, |items| BlockKind::List(List { items })),
        Element::Item(label) => vec![Node::Item(Item { label, blocks: blocks(nodes), origin })],
        Element::Definitions => definitions(nodes, origin),
        Element::Term => vec![Node::Term(inlines(nodes), origin)],
        Element::Description => vec![Node::Description(blocks(nodes), origin)],
        Element::Footnote(label) => vec![Node::Block(Block::new(BlockKind::Footnote { label, blocks: blocks(nodes) }, origin))],
        Element::Table => table(nodes, origin),
        Element::TableHead => split(with_rows(nodes), row).into_nodes(Node::Head),
        Element::Row => split(nodes, cell).into_nodes(|cells| Node::Row(Row { cells: with_row_headings(cells), origin })),
        Element::Cell { role, columns, rows } => vec![Node::Cell(Cell { blocks: blocks(nodes), role, columns, rows, origin })],
        Element::Caption => vec![Node::Caption(inlines(nodes))],
        Element::Emphasis => around_words(nodes, origin, InlineKind::Emphasis),
        Element::Strong => around_words(nodes, origin, InlineKind::Strong),
        Element::Deleted => around_words(nodes, origin, InlineKind::Deleted),
        Element::Link { target, title } => {
            around_words(nodes, origin, |content| InlineKind::Link { target: target.clone(), title: title.clone(), content })
        }
        Element::Image { address, title } => {
            let alternative = plain(nodes);
            vec![Node::Inline(Inline::new(InlineKind::Image(Image { address, alternative, title }), origin))]
        }
    }
}

/// Nodes as blocks: words that stand loose become paragraphs.
pub(super) fn blocks(nodes: Vec<Node>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut loose = Loose::default();
    for node in nodes {
        match node {
            Node::Block(block) => {
                loose.flush(&mut blocks);
                blocks.push(block);
            }
            Node::Inline(inline) => {
                loose.flush_parts(&mut blocks);
                loose.words.push(inline);
            }
            part @ (Node::Item(_)
            | Node::Term(..)
            | Node::Description(..)
            | Node::Row(_)
            | Node::Cell(_)
            | Node::Head(_)
            | Node::Caption(_)) => {
                loose.flush_words(&mut blocks);
                loose.parts.push(part);
            }
        }
    }
    loose.flush(&mut blocks);
    blocks
}

/// Words and parts that stand where only blocks can.
#[derive(Default)]
struct Loose {
    words: Vec<Inline>,
    parts: Vec<Node>,
}

impl Loose {
    fn flush(&mut self, blocks: &mut Vec<Block>) {
        self.flush_words(blocks);
        self.flush_parts(blocks);
    }

    fn flush_words(&mut self, blocks: &mut Vec<Block>) {
        let words = std::mem::take(&mut self.words);
        let origin = Origin::covering(words.iter().map(|inline| inline.origin));
        blocks.extend(paragraph(words, origin));
    }

    /// Parts whose list or table is missing get one. Each kind is taken apart by its own rule, which
    /// hands on what it cannot use, so this ends.
    fn flush_parts(&mut self, blocks: &mut Vec<Block>) {
        let parts = std::mem::take(&mut self.parts);
        if parts.is_empty() {
            return;
        }
        let Split { fitting: items, others: parts, .. } = split(parts, item);
        if !items.is_empty() {
            let origin = Origin::covering(items.iter().map(|item| item.origin));
            blocks.push(Block::new(BlockKind::List(List { items }), origin));
        }
        let Split { fitting: terms, others: parts, .. } = split(parts, |node| match node {
            Node::Term(..) | Node::Description(..) => Ok(node),
            other => Err(other),
        });
        let finished = definitions(terms, Origin::None).into_iter().chain(table(parts, Origin::None));
        blocks.extend(finished.filter_map(|node| match node {
            Node::Block(block) => Some(block),
            Node::Inline(_)
            | Node::Item(_)
            | Node::Term(..)
            | Node::Description(..)
            | Node::Row(_)
            | Node::Cell(_)
            | Node::Head(_)
            | Node::Caption(_) => None,
        }));
    }
}

/// A paragraph; a picture that stands alone is a figure, and white space is nothing.
fn paragraph(content: Vec<Inline>, origin: Origin) -> Option<Block> {
    let content = trimmed(content);
    if content.iter().all(is_space) {
        return None;
    }
    match content.as_slice() {
        [Inline { kind: InlineKind::Image(image), .. }] => Some(Block::new(BlockKind::Figure(image.clone()), origin)),
        _ => Some(Block::paragraph(content, origin)),
    }
}

pub(super) fn is_space(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::SoftBreak | InlineKind::LineBreak => true,
        InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Deleted(content) | InlineKind::HardWord(content) => {
            content.iter().all(is_space)
        }
        InlineKind::Code(_)
        | InlineKind::Link { .. }
        | InlineKind::CrossReference { .. }
        | InlineKind::Image(_)
        | InlineKind::Abbreviation { .. }
        | InlineKind::NoteRef(_) => false,
    }
}

/// Wraps each run of words in a block and leaves blocks among them standing.
fn around_blocks(nodes: Vec<Node>, origin: Origin, wrap: impl Fn(Vec<Inline>, Origin) -> Option<Block>) -> Vec<Node> {
    if nodes.iter().all(|node| matches!(node, Node::Inline(_))) {
        return wrap(inlines(nodes), origin).map(Node::Block).into_iter().collect();
    }
    let mut wrapped = Vec::new();
    let mut run = Vec::new();
    let wrap_run = |run: &mut Vec<Inline>, wrapped: &mut Vec<Node>| {
        let run = std::mem::take(run);
        if !run.iter().all(is_space) {
            let origin = Origin::covering(run.iter().map(|inline| inline.origin));
            wrapped.extend(wrap(run, origin).map(Node::Block));
        }
    };
    for node in nodes {
        if let Node::Inline(inline) = node {
            run.push(inline);
        } else {
            wrap_run(&mut run, &mut wrapped);
            wrapped.push(node);
        }
    }
    wrap_run(&mut run, &mut wrapped);
    wrapped
}

/// Wraps words; if there is anything else among them, hands all on as it is.
fn around_words(nodes: Vec<Node>, origin: Origin, wrap: impl Fn(Vec<Inline>) -> InlineKind) -> Vec<Node> {
    if nodes.iter().all(|node| matches!(node, Node::Inline(_))) {
        vec![Node::Inline(Inline::new(wrap(inlines(nodes)), origin))]
    } else {
        nodes
    }
}

/// The words of nodes that must be words: of blocks, their prose.
fn inlines(nodes: Vec<Node>) -> Vec<Inline> {
    let mut content: Vec<Inline> = Vec::new();
    for node in nodes {
        if let Node::Inline(inline) = node {
            content.push(inline);
            continue;
        }
        crate::model::walk::passages(&blocks(vec![node]), &mut |passage| {
            if !content.is_empty() {
                content.push(Inline::new(InlineKind::SoftBreak, Origin::None));
            }
            content.extend(passage.content.iter().cloned());
        });
    }
    content
}

fn plain(nodes: Vec<Node>) -> String {
    Prose::of(&inlines(nodes)).text().to_owned()
}
