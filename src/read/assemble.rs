//! What an element becomes when it closes. Children that do not fit it are not dropped: stray rows
//! become a table, stray items a list, stray words a paragraph.

use std::vec::Drain;

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

/// Puts what a closed element becomes in the place of its nodes, those from `first` on. The element
/// around it finds it there.
pub(super) fn close(element: Element, nodes: &mut Vec<Node>, first: usize, span: Span) {
    let origin = Origin::Literal(span);
    let node = match element {
        Element::Document | Element::Transparent => return,
        Element::Division if nodes[first..].iter().all(|node| matches!(node, Node::Block(_))) => return,
        Element::Division => {
            let blocks = blocks(nodes.drain(first..));
            return nodes.extend(blocks.into_iter().map(Node::Block));
        }
        Element::Paragraph => return around_blocks(nodes, first, origin, paragraph),
        Element::Heading(level) => {
            return around_blocks(nodes, first, origin, |content, origin| {
                let content = trimmed(content);
                (!content.is_empty()).then(|| Block::new(BlockKind::Heading { level, number: None, content }, origin))
            });
        }
        Element::Quote => Node::Block(Block::new(BlockKind::Quote(blocks(nodes.drain(first..))), origin)),
        Element::Code => Node::Block(Block::new(BlockKind::Code(plain(nodes.drain(first..))), Origin::Decoded(span))),
        Element::List => return split(nodes.drain(first..), item).put_block(nodes, origin, |items| BlockKind::List(List { items })),
        Element::Item(label) => Node::Item(Item { label, blocks: blocks(nodes.drain(first..)), origin }),
        Element::Definitions => return definitions(nodes, first, origin),
        Element::Term => Node::Term(inlines(nodes.drain(first..)), origin),
        Element::Description => Node::Description(blocks(nodes.drain(first..)), origin),
        Element::Footnote(label) => Node::Block(Block::new(BlockKind::Footnote { label, blocks: blocks(nodes.drain(first..)) }, origin)),
        Element::Table => return table(nodes, first, origin),
        Element::TableHead => {
            with_rows(nodes, first);
            return split(nodes.drain(first..), row).put_node(nodes, Node::Head);
        }
        Element::Row => {
            let cells = split(nodes.drain(first..), cell);
            return cells.put_node(nodes, |cells| Node::Row(Row { cells: with_row_headings(cells), origin }));
        }
        Element::Cell { role, columns, rows } => Node::Cell(Cell { blocks: blocks(nodes.drain(first..)), role, columns, rows, origin }),
        Element::Caption => Node::Caption(inlines(nodes.drain(first..))),
        // Words are stressed, linked or struck out; anything else among them stays as it is.
        Element::Emphasis | Element::Strong | Element::Deleted | Element::Link(_) if !are_words(&nodes[first..]) => return,
        Element::Emphasis => Node::Inline(Inline::new(InlineKind::Emphasis(inlines(nodes.drain(first..))), origin)),
        Element::Strong => Node::Inline(Inline::new(InlineKind::Strong(inlines(nodes.drain(first..))), origin)),
        Element::Deleted => Node::Inline(Inline::new(InlineKind::Deleted(inlines(nodes.drain(first..))), origin)),
        Element::Link(to) => Node::Inline(Inline::new(InlineKind::Link { to, content: inlines(nodes.drain(first..)) }, origin)),
        Element::Image { address, title } => {
            let alternative = plain(nodes.drain(first..));
            Node::Inline(Inline::new(InlineKind::Image(Box::new(Image { address, alternative, title })), origin))
        }
    };
    nodes.push(node);
}

/// The nodes of a whole document as blocks. Nearly always they are blocks already, and the list becomes
/// theirs where it stands, without a second one as large.
pub(super) fn all_blocks(mut nodes: Vec<Node>) -> Vec<Block> {
    if nodes.iter().all(|node| matches!(node, Node::Block(_))) {
        return nodes.into_iter().filter_map(block).collect();
    }
    blocks(nodes.drain(..))
}

/// Nodes as blocks: words that stand loose become paragraphs, loose parts the list or table that
/// they are parts of.
pub(super) fn blocks(mut nodes: Drain<'_, Node>) -> Vec<Block> {
    // Cells and the items of most lists hold words alone.
    if are_words(nodes.as_slice()) {
        let length = nodes.len();
        return loose(nodes, length).map_or_else(Vec::new, |paragraph| vec![paragraph]);
    }
    let runs = || nodes.as_slice().chunk_by(|one, next| Run::of(one) == Run::of(next));
    let count = runs().map(|run| if matches!(run, [Node::Block(_), ..]) { run.len() } else { 1 }).sum();
    let mut blocks = Vec::with_capacity(count);
    while let Some(first) = nodes.as_slice().first().map(Run::of) {
        let length = nodes.as_slice().iter().take_while(|node| Run::of(node) == first).count();
        let run = nodes.by_ref().take(length);
        match first {
            Run::Blocks => blocks.extend(run.filter_map(block)),
            Run::Words => blocks.extend(loose(run, length)),
            Run::Parts => blocks.extend(of_parts(run.collect())),
        }
    }
    blocks
}

/// What is read together where only blocks can stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Blocks,
    Words,
    /// Parts whose list or table is missing.
    Parts,
}

impl Run {
    const fn of(node: &Node) -> Self {
        match node {
            Node::Block(_) => Self::Blocks,
            Node::Inline(_) => Self::Words,
            Node::Item(_) | Node::Term(..) | Node::Description(..) | Node::Row(_) | Node::Cell(_) | Node::Head(_) | Node::Caption(_) => {
                Self::Parts
            }
        }
    }
}

/// Parts whose list or table is missing get one. Each kind is taken apart by its own rule, which
/// hands on what it cannot use, so this ends.
fn of_parts(mut parts: Vec<Node>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let Split { fitting: items, others: mut parts, .. } = split(parts.drain(..), item);
    if !items.is_empty() {
        let origin = Origin::covering(items.iter().map(|item| item.origin));
        blocks.push(Block::new(BlockKind::List(List { items }), origin));
    }
    let Split { fitting: mut terms, others: mut parts, .. } = split(parts.drain(..), |node| match node {
        Node::Term(..) | Node::Description(..) => Ok(node),
        other => Err(other),
    });
    definitions(&mut terms, 0, Origin::None);
    table(&mut parts, 0, Origin::None);
    // A caption of no table is words by now.
    terms.append(&mut parts);
    blocks.extend(self::blocks(terms.drain(..)));
    blocks
}

/// The paragraph of so many nodes, all of which are words.
fn loose(nodes: impl Iterator<Item = Node>, count: usize) -> Option<Block> {
    let words = words(nodes, count);
    let origin = Origin::covering(words.iter().map(|inline| inline.origin));
    paragraph(words, origin)
}

fn block(node: Node) -> Option<Block> {
    if let Node::Block(block) = node { Some(block) } else { None }
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
        InlineKind::Text(text) => text.chars().all(char::is_whitespace),
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
fn around_blocks(nodes: &mut Vec<Node>, first: usize, origin: Origin, wrap: impl Fn(Vec<Inline>, Origin) -> Option<Block>) {
    if are_words(&nodes[first..]) {
        let content = inlines(nodes.drain(first..));
        return nodes.extend(wrap(content, origin).map(Node::Block));
    }
    let wrap_run = |run: &mut Vec<Inline>, nodes: &mut Vec<Node>| {
        let run = std::mem::take(run);
        if !run.iter().all(is_space) {
            let origin = Origin::covering(run.iter().map(|inline| inline.origin));
            nodes.extend(wrap(run, origin).map(Node::Block));
        }
    };
    let mut run = Vec::new();
    for node in nodes.split_off(first) {
        if let Node::Inline(inline) = node {
            run.push(inline);
        } else {
            wrap_run(&mut run, nodes);
            nodes.push(node);
        }
    }
    wrap_run(&mut run, nodes);
}

fn are_words(nodes: &[Node]) -> bool {
    nodes.iter().all(|node| matches!(node, Node::Inline(_)))
}

/// The words of so many nodes, all of which are words.
fn words(nodes: impl Iterator<Item = Node>, count: usize) -> Vec<Inline> {
    let mut words = Vec::with_capacity(count);
    for node in nodes {
        if let Node::Inline(inline) = node {
            words.push(inline);
        }
    }
    words
}

/// The words of nodes that must be words: of blocks, their prose.
fn inlines(nodes: Drain<'_, Node>) -> Vec<Inline> {
    let count = nodes.len();
    if are_words(nodes.as_slice()) {
        return words(nodes, count);
    }
    let mut content: Vec<Inline> = Vec::with_capacity(count);
    for node in nodes {
        if let Node::Inline(inline) = node {
            content.push(inline);
            continue;
        }
        crate::model::walk::passages(&blocks(vec![node].drain(..)), &mut |passage| {
            if !content.is_empty() {
                content.push(Inline::new(InlineKind::SoftBreak, Origin::None));
            }
            content.extend(passage.content.iter().cloned());
        });
    }
    content
}

fn plain(nodes: Drain<'_, Node>) -> String {
    Prose::text_of(&inlines(nodes)).into_owned()
}
