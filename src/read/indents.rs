//! Block quotes that quote nothing: paragraphs that were set in, which a converter marks with `>`.

use super::numbers;
use super::stretches::Sections;
use crate::model::{Block, BlockKind, Note, NoteKind, Prose, walk};

/// Takes numbered paragraphs and items out of the block quotes that they stand in alone.
pub(super) fn recognise(sections: &mut Sections) {
    let mut notes = Vec::new();
    walk::block_lists_mut(&mut sections.blocks, &mut |blocks| {
        if !blocks.iter().any(is_set_in) {
            return;
        }
        let mut read = Vec::with_capacity(blocks.len());
        for block in blocks.drain(..) {
            if !is_set_in(&block) {
                read.push(block);
            } else if let BlockKind::Quote(inner) = block.kind {
                let message = "This is marked as a quotation, but its paragraphs have numbers. It was read as paragraphs that are set in.";
                notes.extend(block.origin.span().map(|span| Note::new(NoteKind::ParagraphFromQuote, message, span)));
                read.extend(inner);
            }
        }
        *blocks = read;
    });
    sections.notes.append(&mut notes);
}

/// Whether a block is a quote that begins with a printed number.
fn is_set_in(block: &Block) -> bool {
    let BlockKind::Quote(inner) = &block.kind else { return false };
    match inner.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph { number: None, content }) => numbers::begins(Prose::of(content).text()),
        Some(BlockKind::List(list)) => list.items.first().is_some_and(|item| item.label.is_some()),
        Some(
            BlockKind::Paragraph { .. }
            | BlockKind::Heading { .. }
            | BlockKind::Definitions(_)
            | BlockKind::Table(_)
            | BlockKind::Quote(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Footnote { .. }
            | BlockKind::Explanation { .. }
            | BlockKind::Break,
        )
        | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Document;
    use crate::{Source, parse};

    fn document(text: &str) -> Document {
        parse(&Source::new("t", text))
    }

    #[test]
    fn a_quote_that_begins_with_a_number_is_paragraphs() {
        for text in
            ["> 3.6 The plan.\n>\n> It costs more.", "> (1) That the plan be agreed", "> 1. The plan", "> a) the plan\n>\n> b) the cost"]
        {
            let document = document(text);
            assert!(!document.blocks.iter().any(|block| matches!(block.kind, BlockKind::Quote(_))), "{text}");
            assert!(document.notes.iter().any(|note| note.kind == NoteKind::ParagraphFromQuote), "{text}");
        }
    }

    #[test]
    fn a_quotation_stays_a_quotation() {
        for text in ["> We will listen.", "> 40 people came.", "> - tea", "> \u{201c}1.1 is wrong\u{201d}"] {
            assert!(document(text).blocks.iter().any(|block| matches!(block.kind, BlockKind::Quote(_))), "{text}");
        }
    }
}
