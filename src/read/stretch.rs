//! Text gathered from the source, with the way back. A table cell drawn over several lines, or a
//! line without the marks of pandoc, is read as one text whose pieces stand apart in the source.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::Span;

/// Text and the places that it came from.
#[derive(Debug, Clone)]
pub(super) struct Stretch<'a> {
    text: Cow<'a, str>,
    /// In ascending order of `at`; the first is at 0.
    pieces: Vec<Piece>,
}

/// From `at` on, up to the next piece, the text is the source's from `place` on.
#[derive(Debug, Clone, Copy)]
struct Piece {
    at: usize,
    place: usize,
}

impl<'a> Stretch<'a> {
    /// Text that stands in the source in one piece.
    pub(super) fn whole(text: &'a str, place: usize) -> Self {
        Self { text: Cow::Borrowed(text), pieces: vec![Piece { at: 0, place }] }
    }

    /// Nothing yet, to push to.
    pub(super) fn empty() -> Self {
        Self { text: Cow::Borrowed(""), pieces: Vec::new() }
    }

    /// The same, with room for so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self { text: Cow::Owned(String::with_capacity(bytes)), pieces: Vec::new() }
    }

    /// Adds text that stands at a place.
    pub(super) fn push(&mut self, text: &str, place: usize) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        let goes_on = self.pieces.last().is_some_and(|last| last.place + (at - last.at) == place);
        if !goes_on {
            self.pieces.push(Piece { at, place });
        }
        self.text.to_mut().push_str(text);
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Puts spaces in place of all that a range holds but carriage returns, which end lines.
    pub(super) fn blank(&mut self, range: Range<usize>) {
        let bytes = self.text.get(range.clone()).unwrap_or_default().bytes();
        let spaces: String = bytes.map(|byte| if byte == b'\r' { '\r' } else { ' ' }).collect();
        self.text.to_mut().replace_range(range, &spaces);
    }

    /// The same text without these ranges, which are in ascending order and do not overlap.
    pub(super) fn without(self, ranges: &[Range<usize>]) -> Self {
        if ranges.is_empty() {
            return self;
        }
        let mut kept = Stretch::with_room(self.text.len());
        let mut from = 0;
        for range in ranges {
            self.copy(from..range.start, &mut kept);
            from = range.end;
        }
        self.copy(from..self.text.len(), &mut kept);
        kept
    }

    fn copy(&self, range: Range<usize>, to: &mut Stretch<'_>) {
        for (part, span) in self.parts(range) {
            to.push(self.text.get(part).unwrap_or_default(), span.start);
        }
    }

    /// A range of the text as the parts that each stand in the source in one piece.
    pub(super) fn parts(&self, range: Range<usize>) -> impl Iterator<Item = (Range<usize>, Span)> + '_ {
        let first = self.piece(range.start);
        let pieces = self.pieces.get(first..).unwrap_or_default();
        let ends = pieces.iter().skip(1).map(|piece| piece.at).chain(std::iter::once(usize::MAX));
        pieces
            .iter()
            .zip(ends)
            .take_while({
                let end = range.end;
                move |(piece, _)| piece.at < end
            })
            .filter_map(move |(piece, piece_end)| {
                let part = range.start.max(piece.at)..range.end.min(piece_end);
                let start = piece.place + (part.start - piece.at);
                (!part.is_empty()).then(|| (part.clone(), Span::new(start, start + part.len())))
            })
    }

    /// The place of a range, from its first byte to its last.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        if let Some(span) = self.unbroken(range) {
            return span;
        }
        let start = self.place(range.start);
        let end = if range.is_empty() { start } else { self.place(range.end - 1) + 1 };
        Span::new(start, end.max(start))
    }

    /// The place of a range that stands in the source in one piece, as nearly all do.
    pub(super) fn unbroken(&self, range: &Range<usize>) -> Option<Span> {
        let index = self.piece(range.start);
        let piece = self.pieces.get(index)?;
        let goes_on = self.pieces.get(index + 1).is_none_or(|next| range.end <= next.at);
        let start = piece.place + range.start.checked_sub(piece.at)?;
        goes_on.then(|| Span::new(start, start + range.len()))
    }

    fn place(&self, at: usize) -> usize {
        self.pieces.get(self.piece(at)).map_or(0, |piece| piece.place + at.saturating_sub(piece.at))
    }

    fn piece(&self, at: usize) -> usize {
        // Nearly every text is one piece.
        if self.pieces.len() == 1 {
            return 0;
        }
        self.pieces.partition_point(|piece| piece.at <= at).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_without_its_middle_knows_both_places() {
        let stretch = Stretch::whole("the 5^th^ of", 10).without(&[5..6, 8..9]);
        assert_eq!(stretch.text(), "the 5th of");
        let parts: Vec<_> = stretch.parts(4..7).collect();
        assert_eq!(parts, [(4..5, Span::new(14, 15)), (5..7, Span::new(16, 18))]);
        assert_eq!(stretch.span(&(4..7)), Span::new(14, 18));
    }

    #[test]
    fn pushed_text_that_goes_on_is_one_piece() {
        let mut stretch = Stretch::empty();
        stretch.push("ab", 3);
        stretch.push("cd", 5);
        stretch.push("ef", 9);
        assert_eq!(stretch.parts(0..6).count(), 2);
        assert_eq!(stretch.span(&(3..5)), Span::new(6, 10));
    }
}
