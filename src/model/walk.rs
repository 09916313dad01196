//! The walks that are shared: what looks for something in a whole document comes through here. A
//! renderer, which must decide about each kind, walks for itself.

use super::{Block, BlockKind, Image, Inline, InlineKind, Label, Lang};

/// A run of inlines that is read as one.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    /// The words.
    pub content: &'a [Inline],
    /// What holds them.
    pub place: Place,
    /// The number printed before them.
    pub number: Option<&'a Label>,
    /// What holds the block that holds them.
    pub within: Within,
    /// The language they are in, where that is not the document's.
    pub lang: Option<&'a Lang>,
}

/// What a block of words stands in, the nearest that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// The flow of the document.
    Flow,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// What is said of a term or label.
    Description,
}

/// What holds a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A heading.
    Heading,
    /// A paragraph, wherever it stands.
    Paragraph,
    /// The term of a definition, or a label.
    Term,
    /// The caption of a table.
    Caption,
}

/// Calls `see` with every passage, in reading order.
///
/// ```
/// use plainsong::{Source, parse, model::{Prose, walk}};
///
/// let document = parse(&Source::new("a.md", "# Buses\n\n- Route 1\n- Route 2"));
/// let mut seen = Vec::new();
/// walk::passages(&document.blocks, &mut |passage| seen.push(Prose::of(passage.content).text().to_owned()));
/// assert_eq!(seen, ["Buses", "Route 1", "Route 2"]);
/// ```
pub fn passages<'a>(blocks: &'a [Block], see: &mut dyn FnMut(Passage<'a>)) {
    passages_within(blocks, Within::Flow, None, see);
}

fn passages_within<'a>(blocks: &'a [Block], within: Within, outer: Option<&'a Lang>, see: &mut dyn FnMut(Passage<'a>)) {
    for block in blocks {
        let lang = block.lang.as_ref().or(outer);
        match &block.kind {
            BlockKind::Heading { number, content, .. } => {
                see(Passage { content, place: Place::Heading, number: number.as_deref(), within, lang });
            }
            BlockKind::Paragraph { number, content } => {
                see(Passage { content, place: Place::Paragraph, number: number.as_deref(), within, lang });
            }
            BlockKind::List(list) => list.items.iter().for_each(|item| passages_within(&item.blocks, Within::Item, lang, see)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    see(Passage { content: &definition.term, place: Place::Term, number: None, within, lang });
                    passages_within(&definition.description, Within::Description, lang, see);
                }
            }
            BlockKind::Table(table) => {
                if !table.caption.is_empty() {
                    see(Passage { content: &table.caption, place: Place::Caption, number: None, within, lang });
                }
                for cell in table.head.iter().chain(&table.body).flat_map(|row| &row.cells) {
                    passages_within(&cell.blocks, Within::Cell, lang, see);
                }
            }
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => passages_within(blocks, within, lang, see),
            BlockKind::Code(_) | BlockKind::Figure(_) | BlockKind::Explanation { .. } | BlockKind::Break => {}
        }
    }
}

/// Calls `change` with every run of inlines, in reading order, to be rewritten in place.
pub fn contents_mut(blocks: &mut [Block], change: &mut dyn FnMut(&mut Vec<Inline>, Place)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading { content, .. } => change(content, Place::Heading),
            BlockKind::Paragraph { content, .. } => change(content, Place::Paragraph),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| contents_mut(&mut item.blocks, change)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    change(&mut definition.term, Place::Term);
                    contents_mut(&mut definition.description, change);
                }
            }
            BlockKind::Table(table) => {
                change(&mut table.caption, Place::Caption);
                for cell in table.head.iter_mut().chain(&mut table.body).flat_map(|row| &mut row.cells) {
                    contents_mut(&mut cell.blocks, change);
                }
            }
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => contents_mut(blocks, change),
            BlockKind::Code(_) | BlockKind::Figure(_) | BlockKind::Explanation { .. } | BlockKind::Break => {}
        }
    }
}

/// Calls `change` with every list of blocks, outer before inner, to be rewritten in place.
pub fn block_lists_mut(list: &mut Vec<Block>, change: &mut dyn FnMut(&mut Vec<Block>)) {
    change(list);
    for block in list {
        match &mut block.kind {
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| block_lists_mut(&mut item.blocks, change)),
            BlockKind::Definitions(definitions) => {
                definitions.iter_mut().for_each(|definition| block_lists_mut(&mut definition.description, change));
            }
            BlockKind::Table(table) => {
                for cell in table.head.iter_mut().chain(&mut table.body).flat_map(|row| &mut row.cells) {
                    block_lists_mut(&mut cell.blocks, change);
                }
            }
            BlockKind::Quote(inner) | BlockKind::Footnote { blocks: inner, .. } => block_lists_mut(inner, change),
            BlockKind::Heading { .. }
            | BlockKind::Paragraph { .. }
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Explanation { .. }
            | BlockKind::Break => {}
        }
    }
}

/// Calls `see` with every block, outer before inner, in reading order.
pub fn blocks<'a>(list: &'a [Block], see: &mut dyn FnMut(&'a Block)) {
    for block in list {
        see(block);
        match &block.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| blocks(&item.blocks, see)),
            BlockKind::Definitions(definitions) => definitions.iter().for_each(|definition| blocks(&definition.description, see)),
            BlockKind::Table(table) => {
                for cell in table.head.iter().chain(&table.body).flat_map(|row| &row.cells) {
                    blocks(&cell.blocks, see);
                }
            }
            BlockKind::Quote(inner) | BlockKind::Footnote { blocks: inner, .. } => blocks(inner, see),
            BlockKind::Heading { .. }
            | BlockKind::Paragraph { .. }
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Explanation { .. }
            | BlockKind::Break => {}
        }
    }
}

/// Calls `see` with every picture: those that stand alone, then those among words.
///
/// ```
/// use plainsong::{Source, parse, model::walk};
///
/// let document = parse(&Source::new("a.md", "![A bus](bus.png)\n\nSee ![the map](map.png) too."));
/// let mut seen = Vec::new();
/// walk::images(&document.blocks, &mut |image| seen.push(image.address.as_str()));
/// assert_eq!(seen, ["bus.png", "map.png"]);
/// ```
pub fn images<'a>(list: &'a [Block], see: &mut dyn FnMut(&'a Image)) {
    blocks(list, &mut |block| {
        if let BlockKind::Figure(image) = &block.kind {
            see(image);
        }
    });
    passages(list, &mut |passage| {
        inlines(passage.content, &mut |inline| {
            if let InlineKind::Image(image) = &inline.kind {
                see(image);
            }
        });
    });
}

/// Calls `see` with every inline, outer before inner, in reading order.
pub fn inlines<'a>(content: &'a [Inline], see: &mut dyn FnMut(&'a Inline)) {
    for inline in content {
        see(inline);
        match &inline.kind {
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Deleted(inner)
            | InlineKind::HardWord(inner)
            | InlineKind::CrossReference { content: inner, .. }
            | InlineKind::Link { content: inner, .. } => {
                inlines(inner, see);
            }
            InlineKind::Text(_)
            | InlineKind::Code(_)
            | InlineKind::Image(_)
            | InlineKind::Abbreviation { .. }
            | InlineKind::NoteRef(_)
            | InlineKind::SoftBreak
            | InlineKind::LineBreak => {}
        }
    }
}

/// Whether these inlines have words, and not white space alone.
pub(crate) fn has_words(content: &[Inline]) -> bool {
    let mut found = false;
    texts(content, &mut |_, text| found = found || !text.trim().is_empty());
    found
}

/// Calls `see` with every text that [`Prose`](super::Prose) is made of and the inline it is of, in
/// reading order.
pub(crate) fn texts<'a>(content: &'a [Inline], see: &mut dyn FnMut(&'a Inline, &'a str)) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Abbreviation { short: text, .. } => see(inline, text),
            InlineKind::Image(image) => see(inline, &image.alternative),
            InlineKind::SoftBreak => see(inline, " "),
            InlineKind::LineBreak => see(inline, "\n"),
            InlineKind::NoteRef(_) => {}
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Deleted(inner)
            | InlineKind::HardWord(inner)
            | InlineKind::CrossReference { content: inner, .. }
            | InlineKind::Link { content: inner, .. } => texts(inner, see),
        }
    }
}
