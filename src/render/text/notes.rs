//! Footnotes: found first, then said at their first reference.

use std::collections::HashMap;

use crate::model::{Block, BlockKind, walk};
use crate::source::Span;

/// The footnotes of a document.
pub(super) struct Notes<'a> {
    all: Vec<Footnote<'a>>,
    by_label: HashMap<&'a str, usize>,
}

/// A footnote, and whether it has been said.
struct Footnote<'a> {
    label: &'a str,
    blocks: &'a [Block],
    said: bool,
}

/// A reference to a note, met in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Call<'a> {
    /// The label it names.
    pub label: &'a str,
    /// The byte of the text that it stands before.
    pub at: usize,
    /// Where the source has it.
    pub span: Option<Span>,
}

/// What a reference finds.
pub(super) enum Found<'a> {
    /// A note that has not been said.
    New(&'a [Block]),
    /// A note that has.
    Said,
    /// Nothing.
    Missing,
}

impl<'a> Notes<'a> {
    /// The notes among these blocks, wherever they stand. Of two with a label, references mean the first.
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let mut notes = Self { all: Vec::new(), by_label: HashMap::new() };
        walk::blocks(blocks, &mut |block| {
            if let BlockKind::Footnote { label, blocks } = &block.kind {
                notes.by_label.entry(label).or_insert(notes.all.len());
                notes.all.push(Footnote { label, blocks, said: false });
            }
        });
        notes
    }

    /// What a reference to this label finds. A note that is found counts as said.
    pub(super) fn call(&mut self, label: &str) -> Found<'a> {
        match self.by_label.get(label).and_then(|&index| self.all.get_mut(index)) {
            None => Found::Missing,
            Some(note) if note.said => Found::Said,
            Some(note) => {
                note.said = true;
                Found::New(note.blocks)
            }
        }
    }

    /// The next note that nothing has said, in the order of the source. It counts as said.
    pub(super) fn next_unsaid(&mut self, from: &mut usize) -> Option<(&'a str, &'a [Block])> {
        while let Some(note) = self.all.get_mut(*from) {
            *from += 1;
            if !note.said {
                note.said = true;
                return Some((note.label, note.blocks));
            }
        }
        None
    }
}
