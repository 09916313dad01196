//! The entries of front matter as label lines: a reader of the source reads them, so they are words.

use super::front_matter::{Entry, Value};
use crate::model::{Block, BlockKind, Definition, Inline, Origin};
use crate::source::{Source, Span};

/// How deep entries may lie in entries. Deeper ones leave only their values.
const MAX_DEPTH: usize = 4;

/// An entry of the front matter as a label line.
pub(super) fn definition(entry: &Entry, source: &Source) -> Definition {
    definition_within(entry, source, 0)
}

fn definition_within(entry: &Entry, source: &Source, depth: usize) -> Definition {
    let key = entry.key.replace(['_', '-'], " ");
    let mut characters = key.chars();
    let label: String = characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default();
    let key_origin = entry.key_span.map_or(Origin::None, Origin::Decoded);
    let description = blocks(&entry.value, source, depth);
    let origin = Origin::covering(std::iter::once(key_origin).chain(description.iter().map(|block| block.origin)));
    Definition { term: vec![Inline::text(label, key_origin)], description, origin }
}

fn blocks(value: &Value, source: &Source, depth: usize) -> Vec<Block> {
    match value {
        Value::Text { text, .. } if text.trim().is_empty() => Vec::new(),
        Value::Text { text, span } => {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let exact = source.slice(*span).find(&text).map(|at| Span::new(span.start + at, span.start + at + text.len()));
            let origin = exact.map_or(Origin::Decoded(*span), Origin::Literal);
            vec![Block::paragraph(vec![Inline::text(text, origin)], origin)]
        }
        Value::List(values) => values.iter().flat_map(|value| blocks(value, source, depth)).collect(),
        Value::Entries(entries) if entries.is_empty() => Vec::new(),
        Value::Entries(entries) if depth >= MAX_DEPTH => entries.iter().flat_map(|entry| blocks(&entry.value, source, depth)).collect(),
        Value::Entries(entries) => {
            let definitions: Vec<Definition> = entries.iter().map(|entry| definition_within(entry, source, depth + 1)).collect();
            let origin = Origin::covering(definitions.iter().map(|definition| definition.origin));
            vec![Block::new(BlockKind::Definitions(definitions), origin)]
        }
    }
}
