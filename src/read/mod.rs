//! Reading a source into a [`Document`].

use crate::model::{Document, SourceId};
use crate::source::Source;

mod markdown;

/// Reads a source. Reading never fails.
#[must_use]
pub fn parse(source: &Source) -> Document {
    let mut document = Document::new(SourceId::of(source));
    document.blocks = markdown::blocks(source);
    document
}
