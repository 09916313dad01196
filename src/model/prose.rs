//! The text that people read in a run of inlines, and the way back to the source.

use std::borrow::Cow;

use super::{Inline, InlineKind, Origin, walk};
use crate::source::Span;

/// The words of a run of inlines as one string: through emphasis, links and entities, so that a
/// phrase is found however it is marked up. Ask it for the place in the source of any part.
///
/// ```
/// use plainsong::{Source, parse, model::{BlockKind, Prose}};
///
/// let source = Source::new("a.md", "Care **and** support.");
/// let document = parse(&source);
/// let BlockKind::Paragraph { content, .. } = &document.blocks[0].kind else { panic!() };
/// let prose = Prose::of(content);
/// assert_eq!(prose.text(), "Care and support.");
/// let span = prose.span(5..16).unwrap();
/// assert_eq!(source.slice(span), "and** support");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    /// Whether some piece comes from before the one that it follows, or from nowhere.
    disordered: bool,
}

/// A part of the prose that comes from one inline.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    start: usize,
    end: usize,
    origin: Origin,
    quoted: bool,
}

impl Prose {
    /// The prose of these inlines. A soft break is a space, a line break a line feed, an image its
    /// alternative text; a note reference is nothing.
    #[must_use]
    pub fn of(content: &[Inline]) -> Self {
        let pieces = Vec::with_capacity(content.len());
        let mut prose = Self { text: String::with_capacity(length(content)), pieces, disordered: false };
        prose.become_prose_of(content);
        prose
    }

    /// Becomes the prose of other inlines, and keeps the memory that it has.
    pub(crate) fn become_prose_of(&mut self, content: &[Inline]) {
        self.text.clear();
        self.pieces.clear();
        self.disordered = false;
        walk::texts(content, &mut |inline, text| {
            // The alternative text is a part of the image's markup.
            let is_image = matches!(inline.kind, InlineKind::Image(_));
            let origin = if is_image { inline.origin.decoded() } else { inline.origin };
            self.push(text, origin, matches!(inline.kind, InlineKind::Code(_)));
        });
    }

    fn push(&mut self, text: &str, origin: Origin, quoted: bool) {
        if !text.is_empty() {
            let start = self.text.len();
            self.text.push_str(text);
            let end_before = self.pieces.last().map_or(Some(0), |piece| piece.origin.span().map(|span| span.end));
            self.disordered |= origin.span().map(|span| span.start) < end_before;
            self.pieces.push(Piece { start, end: self.text.len(), origin, quoted });
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of these inlines alone, without the way back to the source. Where it is all in one inline, it is
    /// not copied.
    pub(crate) fn text_of(content: &[Inline]) -> Cow<'_, str> {
        match content {
            [] => Cow::Borrowed(""),
            [Inline { kind: InlineKind::Text(text), .. }] => Cow::Borrowed(text),
            _ => {
                let mut all = String::with_capacity(length(content));
                walk::texts(content, &mut |_, text| all.push_str(text));
                Cow::Owned(all)
            }
        }
    }

    /// The place in the source of a range of the text: from the first byte that stands for its
    /// beginning to the last that stands for its end. `None` where no author wrote it, or the range
    /// is empty or out of bounds.
    #[must_use]
    pub fn span(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let first = self.piece_at(range.start)?;
        let last = self.piece_at(range.end.checked_sub(1)?)?;
        let start = match first.origin {
            Origin::Literal(span) => span.start + (range.start - first.start),
            Origin::Decoded(span) | Origin::DerivedFrom(span) => span.start,
            Origin::None => return None,
        };
        let end = match last.origin {
            Origin::Literal(span) => span.start + (range.end - last.start),
            Origin::Decoded(span) | Origin::DerivedFrom(span) => span.end,
            Origin::None => return None,
        };
        (start <= end).then(|| Span::new(start, end))
    }

    /// The part of the text that comes from within a span of the source: the way there of
    /// [`Prose::span`]. A piece that is no copy of its source counts whole or not at all. `None`
    /// where the span holds nothing of this prose.
    #[must_use]
    pub fn within(&self, span: Span) -> Option<std::ops::Range<usize>> {
        let first = self.pieces.partition_point(|piece| !self.disordered && piece.origin.span().is_some_and(|of| of.end <= span.start));
        let near = self.pieces.iter().skip(first);
        let near = near.take_while(|piece| self.disordered || piece.origin.span().is_some_and(|of| of.start < span.end));
        let parts = near.filter_map(|piece| match piece.origin {
            Origin::Literal(of) => {
                let start = span.start.clamp(of.start, of.end) - of.start + piece.start;
                let end = span.end.clamp(of.start, of.end) - of.start + piece.start;
                (start < end).then_some(start..end.min(piece.end))
            }
            Origin::Decoded(of) | Origin::DerivedFrom(of) => span.contains(of).then_some(piece.start..piece.end),
            Origin::None => None,
        });
        parts.reduce(|all, part| all.start.min(part.start)..all.end.max(part.end))
    }

    /// Whether a byte of the text is code, which is quoted, not said.
    #[must_use]
    pub fn is_code(&self, at: usize) -> bool {
        self.piece_at(at).is_some_and(|piece| piece.quoted)
    }

    /// The place in the source of the prose of these inlines: what [`Prose::span`] says of the whole
    /// of it, without putting it together.
    pub(crate) fn extent(content: &[Inline]) -> Option<Span> {
        let mut ends: Option<(Origin, Origin)> = None;
        walk::texts(content, &mut |inline, text| {
            if !text.is_empty() {
                let first = ends.map_or(inline.origin, |(first, _)| first);
                ends = Some((first, inline.origin));
            }
        });
        let (first, last) = ends?;
        let (start, end) = (first.span()?.start, last.span()?.end);
        (start <= end).then(|| Span::new(start, end))
    }

    fn piece_at(&self, at: usize) -> Option<&Piece> {
        let index = self.pieces.partition_point(|piece| piece.end <= at);
        self.pieces.get(index).filter(|piece| piece.start <= at)
    }
}

/// How many bytes the prose of these inlines is likely to have.
fn length(content: &[Inline]) -> usize {
    content.iter().map(|inline| if let InlineKind::Text(text) = &inline.kind { text.len() } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn the_text_alone_is_that_of_the_prose() {
        for text in ["One.", "One *two*\n`three`[^1] ![four](5.png)\\\nsix\n\n[^1]: Seven"] {
            walk::passages(&parse(&Source::new("t", text)).blocks, &mut |passage| {
                assert_eq!(Prose::text_of(passage.content), Prose::of(passage.content).text());
            });
        }
        assert_eq!(Prose::text_of(&[]), "");
    }

    #[test]
    fn the_place_of_a_part_of_an_alternative_text_is_the_image() {
        let source = Source::new("t", "See ![1.\u{175}\u{175}\u{175} stakeholders](m.png) here.");
        let mut spans = Vec::new();
        walk::passages(&parse(&source).blocks, &mut |passage| {
            let prose = Prose::of(passage.content);
            let at = prose.text().find("stakeholders").unwrap();
            spans.extend(prose.span(at..at + 12));
        });
        assert_eq!(source.slice(spans[0]), "![1.\u{175}\u{175}\u{175} stakeholders](m.png)");
    }
}
