//! Printed pages. A document that went through a PDF or a scanner has the marks of its pages as
//! paragraphs, "Page 3" or "Page 3 of 12". In a book they are what they were: numbers of pages.

use crate::model::{Block, BlockKind, Prose};
use crate::outcome::{Change, ChangeKind};

/// So many marks, each with a greater number than the one before, are no chance.
const MARKS: usize = 2;

/// The printed pages of a document.
pub(super) struct Pages {
    /// The blocks that are marks, each with its number.
    marks: Vec<(usize, u32)>,
    /// The block before which a page begins, and its number.
    begin: Vec<(usize, u32)>,
    /// How many of those have been written.
    begun: usize,
}

impl Pages {
    /// The pages that these blocks show; none, where that is not sure.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut marks: Vec<(usize, u32)> =
            blocks.iter().enumerate().filter_map(|(index, block)| Some((index, page_number(block)?))).collect();
        if marks.len() < MARKS || !marks.is_sorted_by(|(_, one), (_, next)| one < next) {
            marks.clear();
        }
        // A first mark below a text stands at the foot of its page, and so do all.
        let is_text = |block: &Block| !matches!(block.kind, BlockKind::Heading { .. });
        let at_foot = marks.first().is_some_and(|(index, _)| blocks.iter().take(*index).any(is_text));
        let begin = if at_foot {
            let starts = std::iter::once(0).chain(marks.iter().map(|(index, _)| *index));
            starts.zip(&marks).map(|(start, (_, number))| (start, *number)).collect()
        } else {
            marks.clone()
        };
        Self { marks, begin, begun: 0 }
    }

    /// The number that the block of this index marks, if it is a mark.
    pub(super) fn marked(&self, index: usize) -> Option<u32> {
        let at = self.marks.binary_search_by_key(&index, |(index, _)| *index).ok()?;
        self.marks.get(at).map(|(_, number)| *number)
    }

    /// The pages that begin before the block of this index and have not been written.
    pub(super) fn due(&mut self, index: usize) -> Vec<u32> {
        let due: Vec<u32> =
            self.begin.iter().skip(self.begun).take_while(|(start, _)| *start <= index).map(|(_, number)| *number).collect();
        self.begun += due.len();
        due
    }
}

/// What became of the words of a mark.
pub(super) fn change(mark: &Block, number: u32) -> Change {
    Change::new(ChangeKind::PageMark, words(mark).unwrap_or_default(), number.to_string(), mark.origin.span())
}

fn words(block: &Block) -> Option<String> {
    match &block.kind {
        BlockKind::Paragraph { number: None, content } => Some(Prose::of(content).text().to_owned()),
        BlockKind::Heading { .. }
        | BlockKind::Paragraph { .. }
        | BlockKind::List(_)
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Explanation { .. }
        | BlockKind::Break => None,
    }
}

/// The number of a block that says "Page 3" or "Page 3 of 12" and no more.
fn page_number(block: &Block) -> Option<u32> {
    let BlockKind::Paragraph { number: None, content } = &block.kind else { return None };
    // Most paragraphs are longer than any mark, and are not looked into.
    if content.len() > 3 {
        return None;
    }
    let words = Prose::of(content);
    let words: Vec<&str> = words.text().split([' ', '-', '–', '—', '|', '[', ']', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<u32>().ok().filter(|number| (1..10_000).contains(number));
    match words.as_slice() {
        [page, this] if page.eq_ignore_ascii_case("page") => number(this),
        [page, this, of, all] if page.eq_ignore_ascii_case("page") && of.eq_ignore_ascii_case("of") => {
            number(this).filter(|this| number(all).is_some_and(|all| *this <= all))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Inline, Origin};

    fn blocks(words: &[&str]) -> Vec<Block> {
        words.iter().map(|words| Block::paragraph(vec![Inline::text(*words, Origin::None)], Origin::None)).collect()
    }

    #[test]
    fn marks_at_the_head_begin_their_page() {
        let pages = Pages::of(&blocks(&["Page 3", "a", "- Page 4 of 9 -", "b"]));
        assert_eq!(pages.begin, [(0, 3), (2, 4)]);
        assert_eq!((pages.marked(2), pages.marked(1)), (Some(4), None));
    }

    #[test]
    fn marks_at_the_foot_end_their_page() {
        let mut pages = Pages::of(&blocks(&["a", "Page 1", "b", "Page 2"]));
        assert_eq!(pages.begin, [(0, 1), (1, 2)]);
        assert_eq!((pages.due(0), pages.due(0), pages.due(4)), (vec![1], vec![], vec![2]));
    }

    #[test]
    fn other_words_are_no_marks() {
        for words in [&["Page 3", "a"][..], &["Page 3", "Page 2"], &["Page 3 of 2", "Page 4 of 2"], &["See page 3", "Page 4 shows"]] {
            assert!(Pages::of(&blocks(words)).marks.is_empty(), "{words:?}");
        }
    }
}
