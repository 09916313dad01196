//! The blocks of an Easy Read as ideas: what stands together, with a picture beside it.

use crate::model::{Block, BlockKind};

/// Blocks in runs, each the sentences of one paragraph with the meanings of words in it, or a block that
/// stands alone.
pub(super) fn ideas(blocks: &[Block]) -> impl Iterator<Item = &[Block]> {
    blocks.chunk_by(belongs)
}

/// Whether a block goes on what the one before it says: the next sentence of the same paragraph, or
/// the meaning of a word in it.
fn belongs(before: &Block, block: &Block) -> bool {
    match &block.kind {
        BlockKind::Explanation { .. } => takes_picture(&before.kind),
        BlockKind::Paragraph { number: None, .. } => {
            let is_sentence = matches!(before.kind, BlockKind::Paragraph { .. } | BlockKind::List(_));
            is_sentence && is_of_same(before, block) || matches!(before.kind, BlockKind::Explanation { .. })
        }
        // What a sentence lists, in bullets.
        BlockKind::List(_) => matches!(before.kind, BlockKind::Paragraph { .. }) && is_of_same(before, block),
        BlockKind::Paragraph { number: Some(_), .. }
        | BlockKind::Heading { .. }
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Break => false,
    }
}

/// Whether two blocks come from one paragraph of the source.
fn is_of_same(before: &Block, block: &Block) -> bool {
    before.origin == block.origin && block.origin.span().is_some()
}

/// Whether a picture can stand beside a block. Tables need the whole width, headings no picture.
pub(super) fn takes_picture(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph { .. } | BlockKind::List(_) | BlockKind::Quote(_) | BlockKind::Explanation { .. } => true,
        BlockKind::Heading { .. }
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Break => false,
    }
}
