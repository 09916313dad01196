//! Which words an Easy Read is made of: the whole text, or what its author chose.

use std::borrow::Cow;

use super::authored::with_easy_words;
use super::check::Check;
use super::lines::text;
use super::selection::{Selection, select};
use crate::model::{Block, BlockKind, ContainerKind, Definition, Document, Prose, outermost};
use crate::outcome::{Change, ChangeKind};
use crate::source::Span;

/// How much of a document an Easy Read holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Extent {
    /// All of it. Nobody chose anything, and a program must not.
    WholeText,
    /// What the author chose, in order. Only this can be called Easy Read.
    ShortVersion,
}

/// A document with the easy words that stand in its source.
pub(super) struct Prepared<'a> {
    pub(super) document: Cow<'a, Document>,
    pub(super) changes: Vec<Change>,
    /// What the source keeps in the short version, key points and easy words: places in order and apart.
    pub(super) kept: Vec<Span>,
}

impl<'a> Prepared<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut kept = outermost(&document.containers, ContainerKind::KeyPoint);
        let authored = with_easy_words(document, &mut kept);
        let (document, changes) = match authored {
            Some(authored) => (Cow::Owned(authored.document), authored.changes),
            None => (Cow::Borrowed(document), Vec::new()),
        };
        let mut prepared = Self { document, changes, kept };
        prepared.without_check_lines();
        prepared
    }

    /// Leaves out the lines that tell of a check: the pages say it in words of their own.
    fn without_check_lines(&mut self) {
        if Check::stated(&self.document.meta).is_none() {
            return;
        }
        let changes = &mut self.changes;
        self.document.to_mut().blocks.retain_mut(|block| {
            let span = block.origin.span();
            let BlockKind::Definitions(definitions) = &mut block.kind else { return true };
            let (told, kept): (Vec<_>, Vec<_>) = std::mem::take(definitions).into_iter().partition(tells_of_check);
            *definitions = kept;
            let is_left = !definitions.is_empty();
            if !told.is_empty() {
                let before = text(&[Block::new(BlockKind::Definitions(told), block.origin)]);
                changes.push(Change::new(ChangeKind::Authored, before, "", span));
            }
            is_left
        });
    }
}

/// A document before its words are made easier.
pub(super) struct Edition<'a> {
    pub(super) document: Cow<'a, Document>,
    pub(super) extent: Extent,
    pub(super) changes: Vec<Change>,
    /// Where people have written the words: these stay as they are.
    pub(super) written: Vec<Span>,
}

impl<'a> Edition<'a> {
    /// What is chosen of a document; all of it, if nothing is or if there is no selection.
    pub(super) fn of(document: &'a Document, selection: Option<&Selection>) -> Self {
        let mut written = outermost(&document.containers, ContainerKind::EasyRead);
        let Prepared { mut document, mut changes, kept } = Prepared::of(document);
        let mut extent = Extent::WholeText;
        if let Some(short) = selection.and_then(|selection| select(&document, selection, &kept)) {
            document = Cow::Owned(short.document);
            extent = Extent::ShortVersion;
            changes.extend(short.changes);
            written.extend(short.written);
        }
        // They have done their work: a second time there is nothing to replace.
        if !document.containers.is_empty() {
            document.to_mut().containers.clear();
        }
        Self { document, extent, changes, written }
    }
}

/// Whether a label line is one by which a document tells of a check.
fn tells_of_check(definition: &Definition) -> bool {
    let term = Prose::of(&definition.term).text().trim().trim_end_matches(':').to_lowercase().replace(['_', '-'], " ");
    ["easy read checked by", "easy read checked on", "easy read code"].contains(&term.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewrite::easy_read::lines::lines;
    use crate::{Source, parse};

    fn short(text: &str) -> (Extent, Vec<String>) {
        let document = parse(&Source::new("t", text));
        let edition = Edition::of(&document, Some(&Selection::default()));
        (edition.extent, lines(&edition.document.blocks))
    }

    #[test]
    fn who_writes_easy_words_for_a_passage_chooses_it() {
        let text = "# T\n\nWe convened.\n\n::: easy-read\nWe met.\n:::\n\nTea.";
        assert_eq!(short(text), (Extent::ShortVersion, ["T", "We met."].map(str::to_owned).to_vec()));
        let document = parse(&Source::new("t", text));
        let whole = Edition::of(&document, None);
        assert_eq!(
            (whole.extent, lines(&whole.document.blocks)),
            (Extent::WholeText, ["T", "We met.", "Tea."].map(str::to_owned).to_vec())
        );
    }

    #[test]
    fn easy_words_beside_a_key_point_and_within_it_are_kept() {
        let (extent, lines) = short("# T\n\n::: key-point\nWe convened.\n:::\n\n::: easy-read\nWe met.\n:::\n\nTea.");
        assert_eq!((extent, lines), (Extent::ShortVersion, ["T", "We met."].map(str::to_owned).to_vec()));
        let (_, lines) = short("# T\n\n::: key-point\nWe convened.\n\n::: easy-read\nWe met.\n:::\n\nIt rained.\n:::\n\nTea.");
        assert_eq!(lines, ["T", "We met.", "It rained."]);
    }

    #[test]
    fn who_checked_is_no_part_of_what_they_checked() {
        let text = "---\ntitle: T\neasy-read-checked-by: Group\neasy-read-checked-on: 4 May 2027\neasy-read-code: ab\n---\n# T\n\nTea.";
        let document = parse(&Source::new("t", text));
        let edition = Edition::of(&document, Some(&Selection::default()));
        assert_eq!(Check::stated(&edition.document.meta), Some(Check::new("Group", "4 May 2027", "ab")));
        assert!(lines(&edition.document.blocks).iter().all(|line| !line.contains("Group")));
        assert!(edition.changes[0].before.contains("Group"));
    }
}
