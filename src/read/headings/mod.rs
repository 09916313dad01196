//! Headings that nobody marked up: lines in capitals, paragraphs in bold, and, in a document without
//! any other heading, short lines above long ones.

mod bold;
mod capitals;
mod plain;

use super::numbers;
use crate::model::{Block, BlockKind, Document, Level, Note, NoteKind};
use crate::text::words;

/// Finds the headings that nobody marked up.
pub(super) fn recognise(document: &mut Document) {
    capitals::recognise(document);
    bold::recognise(document);
    plain::recognise(document);
}

/// Whether a text begins with one of these words, which are in small letters.
fn begins_with(text: &str, firsts: &[&str]) -> bool {
    words(text).next().is_some_and(|first| firsts.contains(&text[first].to_lowercase().as_str()))
}

/// Makes a heading of a paragraph, with a note that says why.
fn make_heading(block: &mut Block, level: Level, kind: NoteKind, message: &str, notes: &mut Vec<Note>) {
    let BlockKind::Paragraph { number, content } = &mut block.kind else { return };
    let (mut number, mut content) = (number.take(), std::mem::take(content));
    numbers::of_heading(&mut number, &mut content);
    block.kind = BlockKind::Heading { level, number, content };
    notes.extend(block.origin.span().map(|span| Note::new(kind, message, span)));
}
