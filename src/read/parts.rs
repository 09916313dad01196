//! Putting parts where they belong: items in lists, terms in definitions, cells in rows, rows in
//! tables. What does not belong there comes before or after, in its order.

use std::vec::Drain;

use super::assemble::{Node, blocks, is_space};
use crate::model::{Block, BlockKind, Cell, CellRole, Definition, Inline, InlineKind, Item, Origin, Row, Table};
use crate::source::Span;

/// The nodes of an element, parted.
pub(super) struct Split<T> {
    /// Those that fit it.
    pub(super) fitting: Vec<T>,
    /// Those that do not, in their order; white space is left out.
    pub(super) others: Vec<Node>,
    /// How many of the others come before the first that fits.
    before: usize,
}

pub(super) fn split<T>(nodes: Drain<'_, Node>, fit: impl Fn(Node) -> Result<T, Node>) -> Split<T> {
    let mut split = Split { fitting: Vec::with_capacity(nodes.len()), others: Vec::new(), before: 0 };
    for node in nodes {
        match fit(node) {
            Ok(part) => split.fitting.push(part),
            // White space between parts is nothing; between words it keeps them apart.
            Err(Node::Inline(inline)) if is_space(&inline) && !matches!(split.others.last(), Some(Node::Inline(_))) => {}
            Err(other) => {
                split.before += usize::from(split.fitting.is_empty());
                split.others.push(other);
            }
        }
    }
    split.fitting.shrink_to_fit();
    split
}

impl<T> Split<T> {
    /// Adds the others to the nodes, with what the fitting ones make among them.
    pub(super) fn put_node(mut self, nodes: &mut Vec<Node>, make: impl FnOnce(Vec<T>) -> Node) {
        let after = self.others.split_off(self.before);
        nodes.append(&mut self.others);
        if !self.fitting.is_empty() {
            nodes.push(make(self.fitting));
        }
        nodes.extend(after);
    }

    /// Adds the others to the nodes as blocks, with the block that the fitting ones make among them.
    pub(super) fn put_block(mut self, nodes: &mut Vec<Node>, origin: Origin, make: impl FnOnce(Vec<T>) -> BlockKind) {
        let after = blocks(self.others.drain(self.before..));
        let before = blocks(self.others.drain(..));
        let origin = beyond(origin, &before);
        nodes.extend(before.into_iter().map(Node::Block));
        if !self.fitting.is_empty() {
            nodes.push(Node::Block(Block::new(make(self.fitting), origin)));
        }
        nodes.extend(after.into_iter().map(Node::Block));
    }
}

/// The part of an element that comes after blocks that were taken out of it.
fn beyond(origin: Origin, before: &[Block]) -> Origin {
    let end = before.iter().filter_map(|block| block.origin.span()).map(|span| span.end).max();
    match (origin, end) {
        (Origin::Literal(span), Some(end)) => Origin::Literal(Span::new(span.start.max(end), span.end.max(end))),
        (Origin::Literal(_) | Origin::Decoded(_) | Origin::DerivedFrom(_) | Origin::None, _) => origin,
    }
}

pub(super) fn item(node: Node) -> Result<Item, Node> {
    if let Node::Item(item) = node { Ok(item) } else { Err(node) }
}

pub(super) fn cell(node: Node) -> Result<Cell, Node> {
    if let Node::Cell(cell) = node { Ok(cell) } else { Err(node) }
}

pub(super) fn row(node: Node) -> Result<Row, Node> {
    if let Node::Row(row) = node { Ok(row) } else { Err(node) }
}

/// Makes definitions of the nodes from `first` on.
pub(super) fn definitions(nodes: &mut Vec<Node>, first: usize, origin: Origin) {
    let parts = split(nodes.drain(first..), |node| match node {
        Node::Term(..) | Node::Description(..) => Ok(node),
        other => Err(other),
    });
    parts.put_block(nodes, origin, |parts| {
        let mut definitions: Vec<Definition> = Vec::with_capacity(parts.len());
        for part in parts {
            if let Node::Term(term, origin) = part {
                definitions.push(Definition { term, description: Vec::new(), origin });
            } else if let Node::Description(blocks, origin) = part {
                match definitions.last_mut() {
                    Some(definition) => definition.description.extend(blocks),
                    None => definitions.push(Definition { term: Vec::new(), description: blocks, origin }),
                }
            }
        }
        BlockKind::Definitions(definitions)
    });
}

/// Puts loose cells, among the nodes from `first` on, in a row of their own.
pub(super) fn with_rows(nodes: &mut Vec<Node>, first: usize) {
    if !nodes[first..].iter().any(|node| matches!(node, Node::Cell(_))) {
        return;
    }
    let mut loose: Vec<Cell> = Vec::new();
    let close = |loose: &mut Vec<Cell>, nodes: &mut Vec<Node>| {
        if !loose.is_empty() {
            let origin = Origin::covering(loose.iter().map(|cell| cell.origin));
            nodes.push(Node::Row(Row { cells: std::mem::take(loose), origin }));
        }
    };
    for node in nodes.split_off(first) {
        match cell(node) {
            Ok(cell) => loose.push(cell),
            Err(other @ Node::Inline(_)) => nodes.push(other),
            Err(other) => {
                close(&mut loose, nodes);
                nodes.push(other);
            }
        }
    }
    close(&mut loose, nodes);
}

/// A heading cell beside values heads its row, whoever forgot to say so.
pub(super) fn with_row_headings(mut cells: Vec<Cell>) -> Vec<Cell> {
    if cells.iter().any(|cell| cell.role == CellRole::Data) {
        for cell in cells.iter_mut().filter(|cell| cell.role == CellRole::ColumnHeading) {
            cell.role = CellRole::RowHeading;
        }
    }
    cells
}

/// Makes a table of the nodes from `first` on.
pub(super) fn table(nodes: &mut Vec<Node>, first: usize, origin: Origin) {
    with_rows(nodes, first);
    let parts = split(nodes.drain(first..), |node| match node {
        Node::Row(_) | Node::Head(_) | Node::Caption(_) => Ok(node),
        other => Err(other),
    });
    if !parts.fitting.iter().any(|part| matches!(part, Node::Row(_) | Node::Head(_))) {
        let mut words = Vec::new();
        for part in parts.fitting {
            if let Node::Caption(content) = part {
                add_caption(&mut words, content);
            }
        }
        return nodes.extend(words.into_iter().map(Node::Inline).chain(parts.others));
    }
    parts.put_block(nodes, origin, |parts| {
        let mut caption = Vec::new();
        let (mut head, mut body) = (Vec::new(), Vec::with_capacity(parts.len()));
        for part in parts {
            match part {
                Node::Row(row) => body.push(row),
                Node::Head(rows) => head.extend(rows),
                Node::Caption(content) => add_caption(&mut caption, content),
                Node::Block(_) | Node::Inline(_) | Node::Item(_) | Node::Term(..) | Node::Description(..) | Node::Cell(_) => {}
            }
        }
        // Rows at the top of nothing but heading cells are the head, whoever forgot to say so.
        if head.is_empty() {
            let is_head = |row: &Row| row.cells.iter().all(|cell| cell.role == CellRole::ColumnHeading);
            let count = body.iter().take_while(|row| is_head(row)).count();
            if count < body.len() {
                head = body.drain(..count).collect();
            }
        }
        bound_spans(&mut head, &mut body);
        BlockKind::Table(Box::new(Table { caption, head, body }))
    });
}

/// A table has one caption. Another goes on a line of its own.
fn add_caption(caption: &mut Vec<Inline>, content: Vec<Inline>) {
    if !caption.is_empty() {
        caption.push(Inline::new(InlineKind::LineBreak, Origin::None));
    }
    caption.extend(content);
}

/// A cell reaches no further than its table. Cells that claim far more places than a table has are
/// taken as one place each: nobody can read such a table, and laying it out would take for ever.
fn bound_spans(head: &mut [Row], body: &mut [Row]) {
    const PLACES_A_CELL: usize = 16;
    const PLACES: usize = 10_000;
    let mut cells = 0;
    let mut places = 0_usize;
    for part in [&mut *head, &mut *body] {
        let rows = part.len();
        for (index, row) in part.iter_mut().enumerate() {
            for cell in &mut row.cells {
                cell.rows = cell.rows.min(u16::try_from(rows - index).unwrap_or(u16::MAX));
                cells += 1;
                places = places.saturating_add(usize::from(cell.rows) * usize::from(cell.columns));
            }
        }
    }
    if places > cells * PLACES_A_CELL + PLACES {
        for cell in head.iter_mut().chain(body).flat_map(|row| &mut row.cells) {
            (cell.rows, cell.columns) = (1, 1);
        }
    }
}
