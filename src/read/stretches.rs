//! A document, a stretch of blocks at a time. A step that looks at each passage takes little time for
//! itself; fetching a large document from memory for every step takes more. So the steps that need to see
//! no more than a section follow one another on a stretch that is at hand, and then on the next.

use crate::model::{Block, BlockKind, Document};

/// A stretch goes on to the next heading after so many blocks.
const FEWEST: usize = 64;

/// Calls `read` with the document, its blocks one stretch after another. Each but the first begins with a
/// heading, so no list and no run of lines is parted.
pub(super) fn each(document: &mut Document, mut read: impl FnMut(&mut Document)) {
    let blocks = std::mem::take(&mut document.blocks);
    let mut done: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if document.blocks.len() >= FEWEST && matches!(block.kind, BlockKind::Heading { .. }) {
            read(document);
            done.append(&mut document.blocks);
        }
        document.blocks.push(block);
    }
    read(document);
    done.append(&mut document.blocks);
    document.blocks = done;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;
    use crate::{Source, parse};

    #[test]
    fn stretches_begin_with_headings_and_hold_every_block_once() {
        let text = format!("# Top\n\n{}", format!("{}## Next\n\n", "Words.\n\n".repeat(50)).repeat(5));
        let source = Source::new("t", text);
        let mut document = parse(&source);
        let before = document.clone();
        let mut seen = Vec::new();
        each(&mut document, |part| {
            assert!(matches!(part.blocks[0].kind, BlockKind::Heading { .. }));
            assert!(part.blocks.len() >= FEWEST || seen.len() + part.blocks.len() == before.blocks.len());
            seen.extend(part.blocks.clone());
        });
        assert_eq!((seen, document), (before.blocks.clone(), before));
    }

    #[test]
    fn no_block_is_one_stretch() {
        let mut document = Document::new(SourceId::of(&Source::new("t", "")));
        let mut count = 0;
        each(&mut document, |_| count += 1);
        assert_eq!(count, 1);
    }
}
