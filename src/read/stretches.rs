//! A document, a stretch of blocks at a time. A step that looks at each passage takes little time for
//! itself; fetching a large document from memory for every step takes more. So the steps that need to see
//! no more than a section follow one another on a stretch that is at hand, and then on the next. The two
//! halves of a large document are read at the same time.

use std::ops::Range;

use super::at_once::{at_once, at_once_if};
use crate::model::{Block, BlockKind, Note};

/// A stretch goes on to the next heading after so many blocks.
pub(super) const FEWEST: usize = 64;
/// A document of fewer blocks is read before a thread for the other half of it would have started.
const MANY: usize = 4_000;

/// Some blocks that follow one another, and what was met in them.
#[derive(Debug, Default)]
pub(super) struct Sections {
    pub(super) blocks: Vec<Block>,
    pub(super) notes: Vec<Note>,
}

/// Calls `read` with the blocks, one stretch after another, and gives back what it made of them. Each
/// stretch but the first begins with a heading, so no list and no run of lines is parted.
pub(super) fn each(blocks: &mut [Block], read: impl Fn(&mut Sections) + Sync) -> Sections {
    let done = halves(blocks, |half| {
        let mut done = Sections { blocks: Vec::with_capacity(half.len()), notes: Vec::new() };
        let mut sections = Sections::default();
        for block in half {
            if sections.blocks.len() >= FEWEST && is_heading(block) {
                read(&mut sections);
                done.append(&mut sections);
            }
            sections.blocks.push(std::mem::replace(block, Block::new(BlockKind::Break, block.origin)));
        }
        read(&mut sections);
        done.append(&mut sections);
        done
    });
    let in_one = done.into_iter().reduce(|mut first, mut second| {
        first.append(&mut second);
        first
    });
    in_one.unwrap_or_default()
}

impl Sections {
    fn append(&mut self, next: &mut Self) {
        self.blocks.append(&mut next.blocks);
        self.notes.append(&mut next.notes);
    }
}

/// What `work` makes of the blocks: of all of them, or of the first half and of the second, which begins
/// with a heading. The halves are worked on at the same time, if the machine has a thread to spare.
pub(super) fn halves<T: Send>(blocks: &mut [Block], work: impl Fn(&mut [Block]) -> T + Sync) -> Vec<T> {
    let middle = blocks.len() / 2;
    let heading = || blocks.iter().skip(middle).position(is_heading).map(|after| middle + after);
    let Some(at) = (blocks.len() >= MANY).then(heading).flatten() else { return vec![work(blocks)] };
    let (first, second) = blocks.split_at_mut(at);
    let (first, second) = at_once(|| work(first), || work(second));
    vec![first, second]
}

/// The blocks, as indices, of which `is_one` holds. It sees a block and all that follow.
pub(super) fn those(blocks: &[Block], is_one: impl Fn(&Block, &[Block]) -> bool + Sync) -> Vec<usize> {
    let among = |range: Range<usize>| {
        let is_one = |index: &usize| blocks.get(*index..).and_then(<[Block]>::split_first).is_some_and(|(block, rest)| is_one(block, rest));
        range.filter(is_one).collect::<Vec<_>>()
    };
    let middle = blocks.len() / 2;
    let (mut found, others) = at_once_if(blocks.len() >= MANY, || among(0..middle), || among(middle..blocks.len()));
    found.extend(others);
    found
}

const fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn blocks(sections: usize) -> Vec<Block> {
        let text = format!("# Top\n\n{}", format!("{}## Next\n\n", "Words.\n\n".repeat(50)).repeat(sections));
        parse(&Source::new("t", text)).blocks
    }

    #[test]
    fn stretches_begin_with_headings_and_hold_every_block_once() {
        let before = blocks(5);
        let sections = each(&mut before.clone(), |sections| {
            assert!(is_heading(&sections.blocks[0]));
            assert!(sections.blocks.len() >= FEWEST || sections.blocks.last() == before.last());
        });
        assert_eq!(sections.blocks, before);
    }

    #[test]
    fn the_halves_of_a_large_document_stay_in_order() {
        let before = blocks(200);
        assert!(before.len() > MANY);
        let all = halves(&mut before.clone(), |half| half.to_vec());
        assert_eq!(all.len(), 2);
        assert!(is_heading(&all[1][0]));
        assert_eq!(all.concat(), before);
        assert_eq!(each(&mut before.clone(), |_| {}).blocks, before);
    }

    #[test]
    fn those_asked_for_are_found_in_both_halves() {
        for sections in [2, 200] {
            let blocks = blocks(sections);
            let is_last_before_a_heading = |_: &Block, rest: &[Block]| rest.first().is_some_and(is_heading);
            let expected: Vec<usize> = (1..blocks.len()).filter(|index| is_heading(&blocks[*index])).map(|index| index - 1).collect();
            assert_eq!(those(&blocks, is_last_before_a_heading), expected);
        }
    }

    #[test]
    fn no_block_is_one_stretch() {
        assert_eq!(halves(&mut [], |blocks| blocks.len()), [0]);
        assert!(each(&mut [], |_| {}).blocks.is_empty());
    }
}
