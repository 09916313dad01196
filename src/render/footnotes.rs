//! Footnotes: found before anything is written, and numbered in the order that they stand in.

use std::collections::HashMap;

use crate::model::{Block, BlockKind, Lang, Origin, walk};

/// The footnotes of a document, wherever they stand.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    all: Vec<Footnote<'a>>,
    numbers: HashMap<&'a str, usize>,
}

/// A footnote.
#[derive(Clone, Copy)]
pub(super) struct Footnote<'a> {
    /// The name that references use.
    pub(super) label: &'a str,
    /// What it says.
    pub(super) blocks: &'a [Block],
    /// Where it stands.
    pub(super) origin: Origin,
    /// The language it is in, where that is not the document's.
    pub(super) language: Option<&'a Lang>,
}

impl<'a> Footnotes<'a> {
    /// The footnotes among these blocks.
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let mut notes = Self::default();
        walk::blocks(blocks, &mut |block| {
            if let BlockKind::Footnote { label, blocks } = &block.kind {
                notes.all.push(Footnote { label, blocks, origin: block.origin, language: block.lang.as_ref() });
            }
        });
        // Of two notes with one label the first comes last here, and stays.
        notes.numbers = notes.all.iter().enumerate().rev().map(|(index, note)| (note.label, index + 1)).collect();
        notes
    }

    /// The number of the note that a reference to this label means, from 1: of two notes with one
    /// label, the first.
    pub(super) fn number(&self, label: &str) -> Option<usize> {
        self.numbers.get(label).copied()
    }

    /// The note of this number.
    pub(super) fn get(&self, number: usize) -> Option<Footnote<'a>> {
        number.checked_sub(1).and_then(|index| self.all.get(index)).copied()
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Origin;

    fn note(label: &str, blocks: Vec<Block>) -> Block {
        Block::new(BlockKind::Footnote { label: label.to_owned(), blocks }, Origin::None)
    }

    #[test]
    fn of_two_notes_with_one_label_references_mean_the_first() {
        let blocks = [note("a", vec![note("b", Vec::new())]), note("a", Vec::new()), note("c", Vec::new())];
        let notes = Footnotes::of(&blocks);
        assert_eq!(["a", "b", "c", "d"].map(|label| notes.number(label)), [Some(1), Some(2), Some(4), None]);
        assert_eq!(notes.get(3).map(|note| note.label), Some("a"));
        assert_eq!(notes.count(), 4);
    }
}
