//! The list of sections, each with a link to it.

use super::markup::Attributes;
use super::writer::{Medium, Writer};
use crate::model::{Block, BlockKind, Level, Prose, walk};
use crate::render::wording;

/// The deepest level that is listed.
const DEEPEST: u8 = 3;

/// A document of fewer sections is soon looked through.
const FEWEST: usize = 3;

/// If there were more entries than this, only the sections of the second level are listed: who
/// listens must get through them all.
const MOST: usize = 40;

impl<'a> Writer<'a> {
    /// Writes the contents of blocks, if they have so many sections that readers need it.
    pub(in crate::render) fn contents(&mut self, blocks: &'a [Block]) {
        let sections = headings(blocks, Level::TWO.number());
        if sections.len() < FEWEST {
            return;
        }
        let all = headings(blocks, DEEPEST);
        let listed = if all.len() > MOST { sections } else { all };
        self.contents_around(Level::TWO.number(), |writer| writer.contents_list(&listed));
    }

    /// Writes a list of contents below its heading.
    pub(super) fn contents_around(&mut self, level: u8, list: impl FnOnce(&mut Self)) {
        let fill = |writer: &mut Self| {
            // The sections follow the title, not this heading.
            let last = writer.last_level;
            writer.in_own_language(|writer| writer.own_heading(level, "page-contents", wording::CONTENTS));
            writer.last_level = last;
            list(writer);
        };
        let attributes: Attributes<'_> = &[("class", Some("contents")), ("aria-labelledby", Some("page-contents"))];
        match self.medium {
            Medium::Page => self.element_on_lines("nav", attributes, fill),
            Medium::Fragment | Medium::Book => fill(self),
        }
    }

    fn contents_list(&mut self, headings: &[&'a Block]) {
        self.element_on_lines("ul", &[], |writer| {
            for group in headings.chunk_by(|_, next| is_below(next)) {
                let Some((first, below)) = group.split_first() else { continue };
                writer.block_element("li", &[], |writer| {
                    writer.contents_entry(first);
                    if !below.is_empty() {
                        writer.out.new_line();
                        writer.element_on_lines("ul", &[], |writer| {
                            below.iter().for_each(|heading| writer.block_element("li", &[], |writer| writer.contents_entry(heading)));
                        });
                    }
                });
            }
        });
    }

    /// Writes the words of a heading as a link to it.
    pub(in crate::render) fn contents_entry(&mut self, heading: &'a Block) {
        let words = heading_words(heading);
        let Some(address) = self.places.block_address(heading) else { return };
        self.in_language(heading.lang.as_ref(), |writer| {
            writer.lead_to(&address, None, |writer| {
                // What a page cannot hold is told where the heading stands.
                writer.out.text(&words);
            });
        });
    }
}

/// The headings that open sections, down to a level. Those before the first section of the second
/// level stand with it.
fn headings(blocks: &[Block], deepest: u8) -> Vec<&Block> {
    let is_listed = |block: &&Block| level(block).is_some_and(|level| (Level::TWO.number()..=deepest).contains(&level));
    blocks.iter().filter(is_listed).filter(|heading| has_words(heading)).collect()
}

fn is_below(block: &Block) -> bool {
    level(block).is_some_and(|level| level > Level::TWO.number())
}

fn level(block: &Block) -> Option<u8> {
    if let BlockKind::Heading { level, .. } = &block.kind { Some(level.number()) } else { None }
}

/// The words of a heading after its number.
pub(in crate::render) fn heading_words(heading: &Block) -> String {
    let BlockKind::Heading { number, content, .. } = &heading.kind else { return String::new() };
    let words = Prose::text_of(content);
    let mut line = String::with_capacity(words.len() + number.as_ref().map_or(0, |number| number.text.len() + 1));
    if let Some(number) = number {
        line.push_str(&number.text);
        line.push(' ');
    }
    for (index, word) in words.split_whitespace().enumerate() {
        line.push_str(if index > 0 { " " } else { "" });
        line.push_str(word);
    }
    line
}

/// Whether a heading says something.
fn has_words(heading: &Block) -> bool {
    let BlockKind::Heading { number, content, .. } = &heading.kind else { return false };
    number.as_ref().is_some_and(|number| !number.text.trim().is_empty()) || walk::has_words(content)
}
