//! A document in sections, each of which becomes a file.

use super::contents::heading_words;
use crate::model::{Block, BlockKind, Level};

/// The name of a file has so many characters of its heading at most.
const LONGEST_NAME: usize = 48;

/// A part of a document that becomes a file.
pub(in crate::render) struct Section<'a> {
    /// The name of the file, without its ending: `02-what-we-found`. The first is `index`.
    pub(in crate::render) name: String,
    /// The heading that opens it. None for what stands before the first.
    pub(in crate::render) heading: Option<&'a Block>,
    /// All its blocks, the heading included.
    pub(in crate::render) blocks: &'a [Block],
}

impl Section<'_> {
    /// The level of the heading that opens the section.
    pub(in crate::render) fn level(&self) -> Level {
        self.heading.and_then(level).unwrap_or(Level::ONE)
    }
}

/// The sections of a document. Every heading down to a level opens one, but the title: what stands
/// before the first section is a section, too, and there always is one.
pub(in crate::render) fn sections(blocks: &[Block], deepest: Level) -> Vec<Section<'_>> {
    let opens = |block: &Block| level(block).is_some_and(|level| level > Level::ONE && level <= deepest);
    let title = blocks.iter().position(|block| level(block) == Some(Level::ONE)).unwrap_or(0);
    let starts: Vec<usize> = (title..blocks.len()).filter(|at| blocks.get(*at).is_some_and(opens)).collect();
    let digits = starts.len().to_string().len().max(2);
    let ends = starts.iter().copied().skip(1).chain(std::iter::once(blocks.len()));
    let front = blocks.get(..starts.first().copied().unwrap_or(blocks.len())).unwrap_or_default();
    let mut sections = vec![Section { name: "index".to_owned(), heading: None, blocks: front }];
    for (index, (start, end)) in starts.iter().copied().zip(ends).enumerate() {
        let blocks = blocks.get(start..end).unwrap_or_default();
        let heading = blocks.first();
        let words = heading.map(|heading| name_of(&heading_words(heading))).unwrap_or_default();
        let name = format!("{:0digits$}{words}", index + 1);
        sections.push(Section { name, heading, blocks });
    }
    sections
}

/// Words as a part of the name of a file: letters and digits that every system takes.
fn name_of(words: &str) -> String {
    let mut name = String::new();
    for word in words.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if name.len() + word.len() >= LONGEST_NAME {
            break;
        }
        name.push('-');
        name.push_str(&word.to_ascii_lowercase());
    }
    name
}

fn level(block: &Block) -> Option<Level> {
    if let BlockKind::Heading { level, .. } = &block.kind { Some(*level) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn every_block_is_in_one_section() {
        let document = parse(&Source::new("a.md", "Draft\n\n# T\n\nIntro\n\n## 1.0 Why & how\n\n### Deep\n\n## Tŷ\n"));
        let sections = sections(&document.blocks, Level::TWO);
        let names: Vec<&str> = sections.iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names, ["index", "01-1-0-why-how", "02-t"]);
        assert_eq!(sections.iter().map(|section| section.blocks.len()).sum::<usize>(), document.blocks.len());
        assert_eq!(super::sections(&document.blocks, Level::clamped(3)).len(), 4);
        assert_eq!(super::sections(&[], Level::TWO).len(), 1);
    }
}
