//! Words of the minutes, as the lists repeat them.

use super::items::own;
use super::places::{Places, Within};
use crate::model::{Destination, Inline, InlineKind, Origin, Prose, trimmed, walk};
use crate::source::Span;

/// The words of a place that stand in one passage.
#[derive(Clone)]
pub(super) struct Piece<'p> {
    /// The words.
    pub(super) content: Vec<Inline>,
    /// Where the minutes have them.
    pub(super) place: Span,
    /// What they stand in.
    pub(super) within: &'p Within<'p>,
    /// Whether they are a label, and the pieces after them what it labels.
    pub(super) is_term: bool,
}

/// The words within a span, a piece for each passage that holds some.
pub(super) fn pieces_at<'p>(span: Span, places: &'p Places<'_>) -> Vec<Piece<'p>> {
    let piece = |passage: &'p super::places::Passage<'_>| {
        let (content, place) = passage.within(span)?;
        let content = without_bold(trimmed(content.into_iter().filter_map(quoted).collect()));
        (!content.is_empty()).then_some(Piece { content, place, within: &passage.within, is_term: passage.is_term })
    };
    places.at(span).filter_map(piece).collect()
}

impl Piece<'_> {
    /// Whether two pieces stand in one cell of a table, or both in none.
    pub(super) fn shares_cell(&self, other: &Self) -> bool {
        match (self.within.cell, other.within.cell) {
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// The head of the column that it stands in, as a label. Nothing, if it has none.
    pub(super) fn column(&self) -> Vec<Inline> {
        let Some(head) = self.within.column else { return Vec::new() };
        let mut words = Vec::new();
        walk::passages(&head.blocks, &mut |passage| {
            words.extend(Prose::of(passage.content).text().split_whitespace().map(str::to_owned));
        });
        if words.is_empty() {
            return Vec::new();
        }
        let origin = head.origin.span().map_or(Origin::None, Origin::DerivedFrom);
        let words = Inline::text(words.join(" ").trim_end_matches(':'), origin);
        vec![Inline::new(InlineKind::Strong(vec![words, own(":")]), Origin::None), own(" ")]
    }
}

/// An inline as it is quoted. The mark of a note belongs to its place; for a picture stand its words.
fn quoted(inline: Inline) -> Option<Inline> {
    let each = |content: Vec<Inline>| content.into_iter().filter_map(quoted).collect();
    let kind = match inline.kind {
        InlineKind::NoteRef(_) => return None,
        InlineKind::Image(image) => return Some(Inline::text(image.alternative, inline.origin.decoded())),
        InlineKind::Link { to, content } => InlineKind::Link { to: Box::new(Destination { title: None, ..*to }), content: each(content) },
        InlineKind::Emphasis(content) => InlineKind::Emphasis(each(content)),
        InlineKind::Strong(content) => InlineKind::Strong(each(content)),
        InlineKind::Deleted(content) => InlineKind::Deleted(each(content)),
        InlineKind::HardWord(content) => InlineKind::HardWord(each(content)),
        InlineKind::CrossReference { to, content } => InlineKind::CrossReference { to, content: each(content) },
        kind @ (InlineKind::Text(_)
        | InlineKind::Code(_)
        | InlineKind::Abbreviation { .. }
        | InlineKind::SoftBreak
        | InlineKind::LineBreak) => kind,
    };
    Some(Inline::new(kind, inline.origin))
}

/// Words that are bold from end to end are so for the sake of their place, and the list is no such.
fn without_bold(content: Vec<Inline>) -> Vec<Inline> {
    match <[Inline; 1]>::try_from(content) {
        Ok([Inline { kind: InlineKind::Strong(inner) | InlineKind::Emphasis(inner), .. }]) => without_bold(inner),
        Ok(one) => one.into(),
        Err(content) => content,
    }
}
