//! What an element becomes when it closes. Children that do not fit it are not dropped: stray rows
//! become a table, stray items a list, stray words a paragraph.

use super::tree::Element;
use crate::model::{
    Block, BlockKind, Cell, CellRole, Definition, Image, Inline, InlineKind, Item, List, Origin, Prose, Row, Table, trimmed,
};
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
        Element::Paragraph => around_blocks(nodes, |content| paragraph(content, origin)),
        Element::Heading(level) => {
            around_blocks(nodes, |content| Some(Block::new(BlockKind::Heading { level, number: None, content }, origin)))
        }
        Element::Quote => vec![Node::Block(Block::new(BlockKind::Quote(blocks(nodes)), origin))],
        Element::Code => vec![Node::Block(Block::new(BlockKind::Code(plain(nodes)), Origin::Decoded(span)))],
        Element::List => {
            let (items, before) = split(nodes, |node| match node {
                Node::Item(item) => Ok(item),
                other => Err(other),
            });
            with_block(before, (!items.is_empty()).then(|| BlockKind::List(List { items })), origin)
        }
        Element::Item(label) => vec![Node::Item(Item { label, blocks: blocks(nodes), origin })],
        Element::Definitions => definitions(nodes, origin),
        Element::Term => vec![Node::Term(inlines(nodes), origin)],
        Element::Description => vec![Node::Description(blocks(nodes), origin)],
        Element::Footnote(label) => vec![Node::Block(Block::new(BlockKind::Footnote { label, blocks: blocks(nodes) }, origin))],
        Element::Table => table(nodes, origin),
        Element::TableHead => {
            let (rows, rest) = rows(nodes, origin);
            rest.into_iter().chain(std::iter::once(Node::Head(rows))).collect()
        }
        Element::Row => {
            let (cells, before) = split(nodes, |node| match node {
                Node::Cell(cell) => Ok(cell),
                other => Err(other),
            });
            let mut nodes = before;
            let cells = with_row_headings(cells);
            if !cells.is_empty() {
                nodes.push(Node::Row(Row { cells, origin }));
            }
            nodes
        }
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

/// The nodes of an element that lies too deep to be kept as one.
pub(super) fn opened_up(element: Element, nodes: Vec<Node>, span: Span) -> Vec<Node> {
    match element {
        Element::Image { .. } | Element::Code => closed(element, nodes, span),
        Element::Document | Element::Transparent | Element::Emphasis | Element::Strong | Element::Deleted | Element::Link { .. } => nodes,
        Element::Paragraph
        | Element::Heading(_)
        | Element::Quote
        | Element::List
        | Element::Item(_)
        | Element::Definitions
        | Element::Term
        | Element::Description
        | Element::Footnote(_)
        | Element::Table
        | Element::TableHead
        | Element::Row
        | Element::Cell { .. }
        | Element::Caption
        | Element::Division => blocks(nodes).into_iter().map(opened_block).map(Node::Block).collect(),
    }
}

/// Too deep for children of its own: the words of the block as a paragraph.
fn opened_block(block: Block) -> Block {
    let mut content = Vec::new();
    crate::model::walk::passages(std::slice::from_ref(&block), &mut |passage| {
        if !content.is_empty() {
            content.push(Inline::new(InlineKind::LineBreak, Origin::None));
        }
        if let Some(number) = passage.number {
            content.push(Inline::text(format!("{} ", number.text), Origin::None));
        }
        content.extend(passage.content.iter().cloned());
    });
    match block.kind {
        BlockKind::Code(_) | BlockKind::Figure(_) | BlockKind::Break | BlockKind::Explanation { .. } => block,
        BlockKind::Heading { .. }
        | BlockKind::Paragraph { .. }
        | BlockKind::List(_)
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Footnote { .. } => Block::paragraph(content, block.origin),
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
        let origin = spread(words.iter().map(|inline| inline.origin));
        blocks.extend(paragraph(words, origin));
    }

    /// Parts whose list or table is missing get one. Each kind is taken apart by its own rule, which
    /// hands on what it cannot use, so this ends.
    fn flush_parts(&mut self, blocks: &mut Vec<Block>) {
        let parts = std::mem::take(&mut self.parts);
        if parts.is_empty() {
            return;
        }
        let (items, parts) = split(parts, |node| match node {
            Node::Item(item) => Ok(item),
            other => Err(other),
        });
        if !items.is_empty() {
            let origin = spread(items.iter().map(|item| item.origin));
            blocks.push(Block::new(BlockKind::List(List { items }), origin));
        }
        let (terms, parts) = split(parts, |node| match node {
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

fn spread(origins: impl Iterator<Item = Origin>) -> Origin {
    origins.filter_map(Origin::span).reduce(Span::cover).map_or(Origin::None, Origin::Literal)
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

fn is_space(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::SoftBreak | InlineKind::LineBreak => true,
        InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Deleted(content) | InlineKind::HardWord(content) => {
            content.iter().all(is_space)
        }
        InlineKind::Code(_) | InlineKind::Link { .. } | InlineKind::Image(_) | InlineKind::Abbreviation { .. } | InlineKind::NoteRef(_) => {
            false
        }
    }
}

/// Wraps each run of words in a block and leaves blocks among them standing.
fn around_blocks(nodes: Vec<Node>, wrap: impl Fn(Vec<Inline>) -> Option<Block>) -> Vec<Node> {
    let mut wrapped = Vec::new();
    let mut run = Vec::new();
    let mut only_words = true;
    for node in nodes {
        if let Node::Inline(inline) = node {
            run.push(inline);
        } else {
            only_words = false;
            if !run.iter().all(is_space) {
                wrapped.extend(wrap(std::mem::take(&mut run)).map(Node::Block));
            }
            run.clear();
            wrapped.push(node);
        }
    }
    if only_words || !run.iter().all(is_space) {
        wrapped.extend(wrap(run).map(Node::Block));
    }
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

/// Those nodes that fit, and the others.
fn split<T>(nodes: Vec<Node>, fit: impl Fn(Node) -> Result<T, Node>) -> (Vec<T>, Vec<Node>) {
    let mut fitting = Vec::new();
    let mut others = Vec::new();
    for node in nodes {
        match fit(node) {
            Ok(part) => fitting.push(part),
            Err(Node::Inline(inline)) if is_space(&inline) => {}
            Err(other) => others.push(other),
        }
    }
    (fitting, others)
}

fn with_block(mut before: Vec<Node>, kind: Option<BlockKind>, origin: Origin) -> Vec<Node> {
    before = blocks(before).into_iter().map(Node::Block).collect();
    before.extend(kind.map(|kind| Node::Block(Block::new(kind, origin))));
    before
}

fn definitions(nodes: Vec<Node>, origin: Origin) -> Vec<Node> {
    let mut definitions: Vec<Definition> = Vec::new();
    let mut others = Vec::new();
    for node in nodes {
        match node {
            Node::Term(term, origin) => definitions.push(Definition { term, description: Vec::new(), origin }),
            Node::Description(blocks, origin) => match definitions.last_mut() {
                Some(definition) => definition.description.extend(blocks),
                None => definitions.push(Definition { term: Vec::new(), description: blocks, origin }),
            },
            Node::Inline(inline) if is_space(&inline) => {}
            other => others.push(other),
        }
    }
    with_block(others, (!definitions.is_empty()).then_some(BlockKind::Definitions(definitions)), origin)
}

/// The rows among nodes: loose cells make a row.
fn rows(nodes: Vec<Node>, origin: Origin) -> (Vec<Row>, Vec<Node>) {
    let mut rows: Vec<Row> = Vec::new();
    let mut loose: Vec<Cell> = Vec::new();
    let mut others = Vec::new();
    for node in nodes {
        match node {
            Node::Cell(cell) => loose.push(cell),
            Node::Row(row) => {
                if !loose.is_empty() {
                    rows.push(Row { cells: std::mem::take(&mut loose), origin });
                }
                rows.push(row);
            }
            Node::Inline(inline) if is_space(&inline) => {}
            other => others.push(other),
        }
    }
    if !loose.is_empty() {
        rows.push(Row { cells: loose, origin });
    }
    (rows, others)
}

/// A heading cell beside values heads its row, whoever forgot to say so.
fn with_row_headings(mut cells: Vec<Cell>) -> Vec<Cell> {
    if cells.iter().any(|cell| cell.role == CellRole::Data) {
        for cell in cells.iter_mut().filter(|cell| cell.role == CellRole::ColumnHeading) {
            cell.role = CellRole::RowHeading;
        }
    }
    cells
}

fn table(nodes: Vec<Node>, origin: Origin) -> Vec<Node> {
    let (mut body, others) = rows(nodes, origin);
    let mut head = Vec::new();
    let mut caption = Vec::new();
    let mut before = Vec::new();
    for node in others {
        match node {
            Node::Head(rows) => head.extend(rows),
            Node::Caption(content) => caption.extend(content),
            other => before.push(other),
        }
    }
    // A first row of nothing but heading cells is the head, whoever forgot to say so.
    while head.is_empty()
        && body.first().is_some_and(|row| row.cells.iter().all(|cell| cell.role == CellRole::ColumnHeading))
        && body.len() > 1
    {
        head.push(body.remove(0));
    }
    if head.is_empty() && body.is_empty() {
        before.extend(caption.into_iter().map(Node::Inline));
        return with_block(before, None, origin);
    }
    with_block(before, Some(BlockKind::Table(Table { caption, head, body })), origin)
}
