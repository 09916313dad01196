//! Footnotes: which there are, and which number each has in this file.

use std::collections::BTreeMap;

use crate::model::{Block, BlockKind, walk};

/// The footnotes of a document, in the order that they stand in.
#[derive(Debug, Default)]
pub(super) struct Notes(BTreeMap<String, usize>);

impl Notes {
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut notes = BTreeMap::new();
        walk::blocks(blocks, &mut |block| {
            if let BlockKind::Footnote { label, .. } = &block.kind {
                let next = notes.len() + 1;
                notes.entry(label.clone()).or_insert(next);
            }
        });
        Self(notes)
    }

    /// Whether the document has the note of this label.
    pub(super) fn has(&self, label: &str) -> bool {
        self.0.contains_key(label)
    }

    /// The number of a note, for its identifier.
    pub(super) fn number(&self, label: &str) -> usize {
        self.0.get(label).copied().unwrap_or(0)
    }
}
