//! Emphasis that carries meaning: where a document says that words in bold or in italics stand for
//! something, a listener must hear which they are. Elsewhere emphasis is stress, and is not announced.

use crate::model::{Document, InlineKind, walk};

/// Which kinds of emphasis mean something in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Emphasis {
    pub(super) bold: bool,
    pub(super) italics: bool,
}

impl Emphasis {
    /// What the document says of its own emphasis: "changes are shown in bold".
    pub(super) fn of(document: &Document) -> Self {
        let mut emphasis = Self::default();
        walk::passages(&document.blocks, &mut |passage| {
            walk::inlines(passage.content, &mut |inline| {
                if let InlineKind::Text(text) = &inline.kind {
                    emphasis.bold |= text.contains("in bold") || text.contains("In bold");
                    emphasis.italics |= text.contains("in italic") || text.contains("In italic");
                }
            });
        });
        emphasis
    }
}
