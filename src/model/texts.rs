//! The words of all passages in one text.

use std::ops::Range;

use super::walk::{Passage, passages, texts};
use super::{Block, InlineKind};

/// What stands between the texts of two passages, so that no word of one goes on in the next.
const BETWEEN: &str = "\n";

/// The passages of a document, and the text of each, as [`Prose`](super::Prose) has it, one after another
/// in one text. To look for something in one long text takes far less time than in thousands of short
/// ones, and most passages hold nothing of what is looked for.
#[derive(Debug, Default)]
pub(crate) struct Texts<'a> {
    all: String,
    /// Each passage, and where its text stands.
    passages: Vec<(Passage<'a>, Range<usize>)>,
    /// The first passage of each block.
    firsts: Vec<usize>,
}

impl<'a> Texts<'a> {
    /// The texts of these blocks, in reading order.
    pub(crate) fn of(blocks: &'a [Block]) -> Self {
        Self::of_first(blocks, blocks)
    }

    /// The texts of the first of some blocks, with room for the text of all of them.
    pub(crate) fn of_first(blocks: &'a [Block], all: &[Block]) -> Self {
        // Their place in the source has room for all their words.
        let start = all.iter().find_map(|block| block.origin.span()).map_or(0, |first| first.start);
        let end = all.iter().rev().find_map(|block| block.origin.span()).map_or(0, |last| last.end);
        let mut found = Self { all: String::with_capacity(end.saturating_sub(start)), ..Self::default() };
        for block in blocks {
            found.firsts.push(found.passages.len());
            passages(std::slice::from_ref(block), &mut |passage| found.add(passage));
        }
        found
    }

    /// These texts, and after them the texts of the blocks that follow.
    pub(crate) fn and(mut self, next: Self) -> Self {
        let (before, bytes) = (self.passages.len(), self.all.len());
        self.all.reserve_exact(next.all.len());
        self.all.push_str(&next.all);
        self.passages.reserve_exact(next.passages.len());
        let moved = |place: Range<usize>| place.start + bytes..place.end + bytes;
        self.passages.extend(next.passages.into_iter().map(|(passage, place)| (passage, moved(place))));
        self.firsts.extend(next.firsts.into_iter().map(|first| first + before));
        self
    }

    fn add(&mut self, passage: Passage<'a>) {
        let start = self.all.len();
        for inline in passage.content {
            if let InlineKind::Text(text) = &inline.kind {
                self.all.push_str(text);
            } else {
                texts(std::slice::from_ref(inline), &mut |_, text| self.all.push_str(text));
            }
        }
        self.passages.push((passage, start..self.all.len()));
        self.all.push_str(BETWEEN);
    }

    /// All of it.
    pub(crate) fn all(&self) -> &str {
        &self.all
    }

    /// Each passage and its text.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (&Passage<'a>, &str)> {
        self.passages.iter().map(|(passage, place)| (passage, self.all.get(place.clone()).unwrap_or_default()))
    }

    /// Where the text of each passage stands.
    pub(crate) fn places(&self) -> impl Iterator<Item = Range<usize>> {
        self.passages.iter().map(|(_, place)| place.clone())
    }

    /// A passage and its text.
    pub(crate) fn get(&self, passage: usize) -> Option<(Passage<'a>, &str)> {
        let (passage, place) = self.passages.get(passage)?;
        Some((*passage, self.all.get(place.clone())?))
    }

    /// How many passages there are.
    pub(crate) fn len(&self) -> usize {
        self.passages.len()
    }

    /// The block that holds a passage, as an index, and which of the passages of that block it is.
    pub(crate) fn block_of(&self, passage: usize) -> (usize, usize) {
        let block = self.firsts.partition_point(|first| *first <= passage).saturating_sub(1);
        (block, passage - self.firsts.get(block).copied().unwrap_or_default())
    }

    /// The passages that hold these bytes, which are in order: their indices, and where in the text of each
    /// the first of the bytes is.
    pub(crate) fn holding(&self, bytes: impl IntoIterator<Item = usize>) -> Vec<(usize, usize)> {
        let mut holding = Vec::new();
        let mut next = 0;
        let mut end = 0;
        for at in bytes {
            if at < end {
                continue;
            }
            // The passage is seldom far from the last one that was found.
            let ahead = self.passages.get(next..).unwrap_or_default();
            next += ahead.iter().take_while(|(_, place)| place.end <= at).count();
            let Some((_, place)) = self.passages.get(next).filter(|(_, place)| place.start <= at) else { continue };
            holding.push((next, at - place.start));
            next += 1;
            end = place.end;
        }
        holding
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Prose;
    use crate::{Source, parse};

    #[test]
    fn each_text_is_that_of_its_prose() {
        let document = parse(&Source::new("t", "# One *two*\n\nThree\nfour[^1] `five`\\\n![six](7.png)\n\n- \n- eight\n\n[^1]: Nine"));
        let texts = Texts::of(&document.blocks);
        assert_eq!(texts.iter().map(|(_, text)| text).collect::<Vec<_>>(), ["One two", "Three four five\nsix", "eight", "Nine"]);
        for (passage, text) in texts.iter() {
            assert_eq!(text, Prose::of(passage.content).text());
        }
    }

    #[test]
    fn texts_of_two_halves_are_those_of_the_whole() {
        let document = parse(&Source::new("t", "# One\n\n- two\n- three\n\nFour\n\n> five\n\nSix"));
        let whole = Texts::of(&document.blocks);
        for at in 0..=document.blocks.len() {
            let (first, second) = document.blocks.split_at(at);
            let both = Texts::of(first).and(Texts::of(second));
            assert_eq!((both.all(), &both.firsts), (whole.all(), &whole.firsts));
            assert!(both.iter().map(|(_, text)| text).eq(whole.iter().map(|(_, text)| text)));
        }
    }

    #[test]
    fn passages_are_found_by_their_bytes() {
        let document = parse(&Source::new("t", "a (b) (c)\n\nd\n\n(e)"));
        let texts = Texts::of(&document.blocks);
        assert_eq!(texts.holding(texts.all().match_indices('(').map(|(at, _)| at)), [(0, 2), (2, 0)]);
        assert_eq!(texts.holding([]), []);
    }

    #[test]
    fn passages_know_their_block() {
        let document = parse(&Source::new("t", "a\n\n---\n\n- b\n- c\n\n---\n\nd"));
        let texts = Texts::of(&document.blocks);
        assert_eq!((0..texts.len()).map(|passage| texts.block_of(passage)).collect::<Vec<_>>(), [(0, 0), (2, 0), (2, 1), (4, 0)]);
    }
}
