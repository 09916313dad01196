//! Easy words that stand in the source, between `::: easy-read` and `:::`: in Easy Read they take the
//! place of the passage before them, and no other format has them.

use std::cmp::Reverse;

use super::lines::text;
use crate::model::{Block, BlockKind, ContainerKind, Document, Origin, holder, outermost, walk};
use crate::outcome::{Change, ChangeKind};
use crate::source::Span;

/// A document as its author wants it for a format.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Authored {
    /// The document.
    pub document: Document,
    /// What was left out, and what was put in its place.
    pub changes: Vec<Change>,
}

/// The document as every format but Easy Read has it: without the easy words. `None`, if there are none.
///
/// ```
/// use plainsong::{Source, parse, rewrite::easy_read::without_easy_words};
///
/// let document = parse(&Source::new("a.md", "# Plan\n\nWe convened.\n\n::: easy-read\nWe met.\n:::"));
/// let plain = without_easy_words(&document).unwrap();
/// assert_eq!(plain.document.blocks.len(), 2);
/// assert_eq!(plain.changes[0].before, "We met.");
/// ```
#[must_use]
pub fn without_easy_words(document: &Document) -> Option<Authored> {
    edited(document, |_, easy, span, changes| {
        changes.push(Change::new(ChangeKind::Authored, text(&easy), "", span));
    })
}

/// The document as Easy Read has it: the easy words in place of the passage before them. `None`, if
/// there are none. Nobody writes easy words for what people do not need, so they are added to what the source
/// keeps, which stays in order and apart.
pub(super) fn with_easy_words(document: &Document, kept: &mut Vec<Span>) -> Option<Authored> {
    let authored = edited(document, |blocks, easy, span, changes| {
        kept.extend(span);
        if let Some(replaced) = blocks.pop_if(|before| can_be_replaced(&before.kind)) {
            let before = text(std::slice::from_ref(&replaced));
            changes.push(Change::new(ChangeKind::Authored, before, text(&easy), replaced.origin.span()));
        }
        blocks.extend(easy);
    });
    kept.sort_unstable_by_key(|span| (span.start, Reverse(span.end)));
    let mut end = 0;
    kept.retain(|span| {
        let is_apart = span.start >= end;
        end = end.max(span.end);
        is_apart
    });
    authored
}

/// Edits every run of easy words: `edit` is given the blocks before it, the run and its place.
fn edited(document: &Document, mut edit: impl FnMut(&mut Vec<Block>, Vec<Block>, Option<Span>, &mut Vec<Change>)) -> Option<Authored> {
    let containers = outermost(&document.containers, ContainerKind::EasyRead);
    if containers.is_empty() {
        return None;
    }
    let mut document = document.clone();
    let mut changes = Vec::new();
    walk::block_lists_mut(&mut document.blocks, &mut |blocks| {
        let container = |block: &Block| holder(&containers, block.origin.span()?);
        if !blocks.iter().any(|block| container(block).is_some()) {
            return;
        }
        let mut rest = std::mem::take(blocks).into_iter().peekable();
        while let Some(block) = rest.next() {
            let here = container(&block);
            if here.is_none() {
                blocks.push(block);
                continue;
            }
            let mut easy = vec![block];
            while let Some(next) = rest.next_if(|next| container(next) == here) {
                easy.push(next);
            }
            let span = Origin::covering(easy.iter().map(|block| block.origin)).span();
            edit(blocks, easy, span, &mut changes);
        }
    });
    changes.sort_by_key(|change: &Change| change.span.map(|span| span.start));
    Some(Authored { document, changes })
}

/// Whether easy words can take the place of a block. A heading says what a whole section is about.
fn can_be_replaced(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph { .. }
        | BlockKind::List(_)
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_) => true,
        BlockKind::Heading { .. } | BlockKind::Footnote { .. } | BlockKind::Explanation { .. } | BlockKind::Break => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    const TEXT: &str = "# Plan\n\nFirst.\n\nWe convened.\n\n::: easy-read\nWe met.\n\nWe had tea.\n:::\n\nLast.";

    fn lines(authored: &Authored) -> Vec<String> {
        super::super::lines::lines(&authored.document.blocks)
    }

    #[test]
    fn easy_words_take_the_place_of_the_passage_before_them() {
        let easy = with_easy_words(&parse(&Source::new("t", TEXT)), &mut Vec::new()).unwrap();
        assert_eq!(lines(&easy), ["Plan", "First.", "We met.", "We had tea.", "Last."]);
        assert_eq!((easy.changes[0].before.as_str(), easy.changes[0].after.as_str()), ("We convened.", "We met.\nWe had tea."));
    }

    #[test]
    fn other_formats_leave_them_out() {
        let plain = without_easy_words(&parse(&Source::new("t", TEXT))).unwrap();
        assert_eq!(lines(&plain), ["Plan", "First.", "We convened.", "Last."]);
        assert_eq!(plain.changes.len(), 1);
    }

    #[test]
    fn a_heading_is_never_replaced() {
        let easy = with_easy_words(&parse(&Source::new("t", "# Plan\n\n::: easy-read\nWe met.\n:::")), &mut Vec::new()).unwrap();
        assert_eq!(lines(&easy), ["Plan", "We met."]);
        assert!(easy.changes.is_empty());
    }

    #[test]
    fn an_item_has_easy_words_of_its_own() {
        let text = "- We convened.\n\n  ::: easy-read\n  We met.\n  :::\n\n- Tea.";
        let easy = with_easy_words(&parse(&Source::new("t", text)), &mut Vec::new()).unwrap();
        assert_eq!(lines(&easy), ["We met.", "Tea."]);
    }

    #[test]
    fn without_easy_words_there_is_nothing_to_do() {
        assert_eq!(without_easy_words(&parse(&Source::new("t", "::: card\nWe met.\n:::"))), None);
    }
}
