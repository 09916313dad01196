//! Blocks that come to stand for another part of the source.

use super::{Block, BlockKind, Cell, Inline, InlineKind, Label, Origin};

/// The same blocks, each of their nodes with this origin.
pub(crate) fn with_origin(mut blocks: Vec<Block>, origin: Origin) -> Vec<Block> {
    set_blocks(&mut blocks, origin);
    blocks
}

fn set_blocks(blocks: &mut [Block], origin: Origin) {
    for block in blocks {
        block.origin = origin;
        match &mut block.kind {
            BlockKind::Heading { number, content, .. } | BlockKind::Paragraph { number, content } => {
                set_label(number.as_deref_mut(), origin);
                set_inlines(content, origin);
            }
            BlockKind::List(list) => {
                for item in &mut list.items {
                    item.origin = origin;
                    set_label(item.label.as_deref_mut(), origin);
                    set_blocks(&mut item.blocks, origin);
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    definition.origin = origin;
                    set_inlines(&mut definition.term, origin);
                    set_blocks(&mut definition.description, origin);
                }
            }
            BlockKind::Table(table) => {
                set_inlines(&mut table.caption, origin);
                for row in table.head.iter_mut().chain(&mut table.body) {
                    row.origin = origin;
                    for Cell { blocks, origin: place, .. } in &mut row.cells {
                        *place = origin;
                        set_blocks(blocks, origin);
                    }
                }
            }
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => set_blocks(blocks, origin),
            BlockKind::Code(_) | BlockKind::Figure(_) | BlockKind::Explanation { .. } | BlockKind::Break => {}
        }
    }
}

fn set_label(label: Option<&mut Label>, origin: Origin) {
    if let Some(label) = label {
        label.origin = origin;
    }
}

fn set_inlines(content: &mut [Inline], origin: Origin) {
    for inline in content {
        inline.origin = origin;
        match &mut inline.kind {
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Deleted(inner)
            | InlineKind::HardWord(inner)
            | InlineKind::Link { content: inner, .. }
            | InlineKind::CrossReference { content: inner, .. } => set_inlines(inner, origin),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, Span, parse};

    #[test]
    fn no_node_keeps_its_own_place() {
        let text = "# T\n\n1.1 *a* [b](https://c.uk)\n\n1. d\n\n| A |\n|---|\n| 1 |\n\nTerm\n: Meaning\n\n> q";
        let blocks = with_origin(parse(&Source::new("t", text)).blocks, Origin::DerivedFrom(Span::new(3, 4)));
        let json = serde_json::to_string(&blocks).unwrap();
        assert!(!json.contains("literal") && !json.contains("decoded"), "{json}");
    }
}
