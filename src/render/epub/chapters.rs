//! A document in chapters, each of which is a file of the book.

use std::ops::Range;

use crate::model::{Block, Level};
use crate::render::html::sections;

/// A book has so many chapters at most. Reading apps load a list of all of them first; beyond this,
/// neighbouring sections share a file.
const MOST: usize = 300;

/// A part of a document that is a file.
pub(super) struct Chapter<'a> {
    /// The name of the file: `02-what-we-found.xhtml`.
    pub(super) name: String,
    /// The heading that opens it. None for what stands before the first section.
    pub(super) heading: Option<&'a Block>,
    /// Which blocks of the document it holds.
    pub(super) range: Range<usize>,
}

/// The chapters of a document. There always is one, which holds the title.
pub(super) fn chapters(blocks: &[Block]) -> Vec<Chapter<'_>> {
    let sections = sections(blocks, Level::TWO);
    let (front, others) = sections.split_first().map_or((None, &[][..]), |(front, others)| (Some(front), others));
    let share = others.len().div_ceil(MOST).max(1);
    let mut start = 0;
    let groups = front.map(std::slice::from_ref).into_iter().chain(others.chunks(share));
    let chapter = |group: &[crate::render::html::Section<'_>]| {
        Some((group.first()?.name.clone(), group.iter().map(|section| section.blocks.len()).sum::<usize>()))
    };
    groups
        .filter_map(|group| {
            let (name, length) = chapter(group)?;
            let range = start..start + length;
            start = range.end;
            Some(Chapter { name: format!("{name}.xhtml"), heading: group.first().and_then(|section| section.heading), range })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn chapters_hold_every_block_in_order() {
        let document = parse(&Source::new("a.md", "# T\n\nIntro\n\n## One\n\nA\n\n### Deep\n\n## Two\n\nB\n"));
        let chapters = chapters(&document.blocks);
        let found: Vec<(&str, Range<usize>)> = chapters.iter().map(|chapter| (chapter.name.as_str(), chapter.range.clone())).collect();
        assert_eq!(found, [("index.xhtml", 0..2), ("01-one.xhtml", 2..5), ("02-two.xhtml", 5..7)]);
    }

    #[test]
    fn a_thousand_sections_share_files() {
        let text: String = (0..1000).map(|number| format!("## S {number}\n\nText.\n\n")).collect();
        let document = parse(&Source::new("a.md", text));
        let chapters = chapters(&document.blocks);
        assert_eq!(chapters.len(), 251);
        assert_eq!(chapters.last().unwrap().range.end, document.blocks.len());
    }
}
