//! Blocks, each as the element that means it.

use super::markup::Attributes;
use super::writer::{Medium, Writer};
use crate::model::{Block, BlockKind, Definition, Inline, Item, Label, Level, List};
use crate::render::wording;

/// The elements of headings, by level.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// Where blocks stand, which decides whether a heading among them is one of the document's sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Section,
    Other,
}

impl<'a> Writer<'a> {
    /// Writes the blocks of a section: the headings among them are those of the document.
    pub(in crate::render) fn section_blocks(&mut self, blocks: &'a [Block]) {
        self.blocks_within(blocks, Within::Section);
    }

    /// Writes blocks that stand in another: in an item, a cell, a quotation, a note.
    pub(super) fn blocks(&mut self, blocks: &'a [Block]) {
        self.blocks_within(blocks, Within::Other);
    }

    /// Writes blocks, those that one decision or action goes through as one region.
    fn blocks_within(&mut self, blocks: &'a [Block], within: Within) {
        let mut rest = blocks;
        while let Some((first, after)) = rest.split_first() {
            let count = self.region_length(rest);
            match rest.split_at_checked(count).filter(|(region, _)| !region.is_empty()) {
                Some((region, after)) => {
                    self.region(region, |writer| region.iter().for_each(|block| writer.block(block, within)));
                    rest = after;
                }
                None => {
                    self.block(first, within);
                    rest = after;
                }
            }
        }
    }

    /// Writes blocks, the first of them after a printed label.
    pub(super) fn blocks_after(&mut self, label: &Label, blocks: &'a [Block]) {
        match blocks.split_first() {
            Some((first @ Block { kind: BlockKind::Paragraph { number, content }, .. }, rest)) => {
                self.begin(first, |writer| writer.paragraph(&[Some(label), number.as_deref()], content));
                self.blocks(rest);
            }
            Some(_) | None => {
                self.paragraph(&[Some(label)], &[]);
                self.blocks(blocks);
            }
        }
    }

    fn block(&mut self, block: &'a Block, within: Within) {
        self.begin(block, |writer| writer.block_of_kind(block, within));
    }

    /// Writes what this block becomes: its first element has its language, and its id where words lead to it.
    pub(super) fn begin(&mut self, block: &'a Block, write: impl FnOnce(&mut Self)) {
        let id = self.places.id(block);
        self.name_next(id);
        match &block.lang {
            Some(lang) => self.in_language(Some(lang), write),
            None => write(self),
        }
        self.name_next(None);
    }

    fn block_of_kind(&mut self, block: &'a Block, within: Within) {
        match &block.kind {
            BlockKind::Heading { level, number, content } if within == Within::Section => {
                self.heading(*level, number.as_deref(), content);
            }
            BlockKind::Heading { number, content, .. } => self.minor_heading(number.as_deref(), content),
            BlockKind::Paragraph { number, content } => self.paragraph(&[number.as_deref()], content),
            BlockKind::List(list) => self.list(list),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote(blocks) => self.element_on_lines("blockquote", &[], |writer| writer.blocks(blocks)),
            BlockKind::Code(text) => {
                self.block_element("pre", &[], |writer| {
                    writer.element("code", &[], |writer| writer.text(text, block.origin));
                });
            }
            BlockKind::Figure(image) => self.block_element("p", &[("class", Some("picture"))], |writer| writer.image(image, block.origin)),
            // Notes are gathered: each is written once something refers to it.
            BlockKind::Footnote { .. } => {}
            BlockKind::Explanation { term, meaning } => {
                self.block_element("p", &[("class", Some("explanation"))], |writer| {
                    writer.element("dfn", &[], |writer| writer.own_words(term));
                    writer.own_words(&wording::meaning(meaning));
                });
            }
            BlockKind::Break => {
                self.void("hr", &[]);
                self.out.new_line();
            }
        }
    }

    /// Writes a heading. Its tag never skips a level; one that would is printed as what it is.
    fn heading(&mut self, level: Level, number: Option<&Label>, content: &'a [Inline]) {
        let wanted = self.shifted(level.number());
        let tag = wanted.min(self.last_level.saturating_add(1)).max(1);
        let look = HEADINGS.get(usize::from(wanted) - 1).filter(|_| tag != wanted);
        self.last_level = tag;
        let class = look.map(|look| format!("like-{look}"));
        self.in_heading = true;
        self.block_element(heading_element(tag), &[("class", class.as_deref())], |writer| {
            writer.number(number);
            writer.inlines(content);
        });
        self.in_heading = false;
    }

    /// The level of a heading in this output.
    fn shifted(&self, level: u8) -> u8 {
        level.saturating_add_signed(self.heading_shift).clamp(1, 6)
    }

    /// Writes a heading of our own.
    pub(in crate::render) fn own_heading(&mut self, level: u8, id: &str, words: &str) {
        let tag = self.shifted(level);
        self.last_level = tag;
        let id = self.id(id).into_owned();
        self.name_next(Some(id));
        self.block_element(heading_element(tag), &[], |writer| writer.own_words(words));
    }

    /// Writes a heading that opens no section of the document: one in a list, a cell, a quotation.
    fn minor_heading(&mut self, number: Option<&Label>, content: &'a [Inline]) {
        self.block_element("p", &[("class", Some("heading"))], |writer| {
            writer.element("strong", &[], |writer| {
                writer.number(number);
                writer.inlines(content);
            });
        });
    }

    fn paragraph(&mut self, numbers: &[Option<&Label>], content: &'a [Inline]) {
        self.block_element("p", &[], |writer| writer.words(numbers, content));
    }

    /// Writes a printed number or letter and the space after it.
    pub(super) fn number(&mut self, label: Option<&Label>) {
        if let Some(label) = label {
            let id = self.places.number_id(label);
            self.element("span", &[("id", id.as_deref()), ("class", Some("number"))], |writer| writer.text(&label.text, label.origin));
            self.own_words(" ");
        }
    }

    fn list(&mut self, list: &'a List) {
        if list.items.is_empty() {
            return;
        }
        if self.medium == Medium::Fragment
            && let Some(start) = counted_from(list)
        {
            let start = (start != 1).then(|| start.to_string());
            self.element_on_lines("ol", &[("start", start.as_deref())], |writer| {
                list.items.iter().for_each(|item| writer.item(None, item));
            });
            return;
        }
        // Printed numbers are text, so that nothing counts them anew; the list shows none of its own.
        let is_labelled = list.items.iter().any(|item| item.label.is_some());
        let name = if is_labelled && self.medium != Medium::Fragment { "ol" } else { "ul" };
        self.element_on_lines(name, &[("class", is_labelled.then_some("printed"))], |writer| {
            list.items.iter().for_each(|item| writer.item(item.label.as_deref(), item));
        });
    }

    fn item(&mut self, label: Option<&Label>, item: &'a Item) {
        self.block_element("li", &[], |writer| {
            if writer.is_run_in(&item.blocks) {
                writer.run_in(label, &item.blocks);
            } else if let Some(label) = label {
                writer.blocks_after(label, &item.blocks);
            } else {
                writer.blocks(&item.blocks);
            }
        });
    }

    /// Whether blocks are a paragraph and at most lists after it: then the paragraph needs no element
    /// of its own.
    pub(super) fn is_run_in(&self, blocks: &[Block]) -> bool {
        let Some((first, rest)) = blocks.split_first() else { return true };
        let is_plain = matches!(first.kind, BlockKind::Paragraph { .. }) && first.lang.is_none() && self.region_length(blocks) == 0;
        is_plain && self.places.id(first).is_none() && rest.iter().all(|block| matches!(block.kind, BlockKind::List(_)))
    }

    /// Writes blocks after a label, of which the first is a paragraph that needs no element of its own.
    pub(super) fn run_in(&mut self, label: Option<&Label>, blocks: &'a [Block]) {
        let Some((first, rest)) = blocks.split_first() else { return self.number(label) };
        if let BlockKind::Paragraph { number, content } = &first.kind {
            self.words(&[label, number.as_deref()], content);
        }
        if !rest.is_empty() {
            self.out.new_line();
        }
        self.blocks(rest);
    }

    fn definitions(&mut self, definitions: &'a [Definition]) {
        if definitions.is_empty() {
            return;
        }
        self.element_on_lines("dl", &[], |writer| {
            for definition in definitions {
                let attributes: Attributes<'_> = &[];
                writer.in_heading = true;
                writer.block_element("dt", attributes, |writer| writer.inlines(&definition.term));
                writer.in_heading = false;
                writer.block_element("dd", attributes, |writer| {
                    if writer.is_run_in(&definition.description) {
                        writer.run_in(None, &definition.description);
                    } else {
                        writer.blocks(&definition.description);
                    }
                });
            }
        });
    }
}

fn heading_element(level: u8) -> &'static str {
    HEADINGS.get(usize::from(level).saturating_sub(1)).copied().unwrap_or("h6")
}

/// The first number of a list that counts in whole numbers, one by one, as a browser would: `1.`, `2.`
fn counted_from(list: &List) -> Option<u32> {
    let number = |item: &Item| item.label.as_ref()?.text.strip_suffix('.')?.parse::<u32>().ok();
    let first = number(list.items.first()?)?;
    let is_next = |(index, item): (usize, &Item)| {
        let wanted = u32::try_from(index).ok().and_then(|index| first.checked_add(index));
        wanted.is_some() && number(item) == wanted && item.label.as_ref().is_some_and(|label| !label.text.starts_with('0'))
    };
    list.items.iter().enumerate().all(is_next).then_some(first)
}
