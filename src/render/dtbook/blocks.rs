//! Blocks, each as the element that means it.

use crate::model::{Block, BlockKind, Definition, Label, List};
use crate::render::lists::{self, count};
use crate::render::wording;

use super::paragraphs::class_attribute;
use super::{Book, Group, roles};

impl<'a> Book<'a> {
    /// Writes blocks, the first of them after a printed label.
    pub(super) fn blocks_after(&mut self, label: Option<&Label>, blocks: &'a [Block]) {
        let mut rest = blocks;
        if let Some(label) = label {
            if let Some((first @ Block { kind: BlockKind::Paragraph { number, content }, .. }, after)) = blocks.split_first() {
                self.begin(first, |book| book.paragraph(&[Some(label), number.as_deref()], content, first.origin));
                rest = after;
            } else {
                self.paragraph(&[Some(label)], &[], label.origin);
            }
        }
        self.blocks(rest);
    }

    /// Writes blocks, in order.
    pub(super) fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    /// Writes a block.
    pub(super) fn block(&mut self, block: &'a Block) {
        self.begin(block, |book| book.block_of_kind(block));
    }

    /// Writes what this block becomes: its first element has its language, and its id where words lead to it.
    fn begin(&mut self, block: &'a Block, write: impl FnOnce(&mut Self)) {
        self.next_id = self.anchors.id(block).map(str::to_owned);
        self.in_language(block.lang.as_ref(), write);
        self.next_id = None;
    }

    fn block_of_kind(&mut self, block: &'a Block) {
        match &block.kind {
            // Those that open a section are written by `body`. The others stand in a list, a cell, a quotation.
            BlockKind::Heading { number, content, .. } => {
                self.element("p", &[("class", "heading")], |book| {
                    book.spoken("strong", &[], |book| {
                        book.number(number.as_deref());
                        book.inlines(content);
                    });
                });
                self.xml.new_line();
            }
            BlockKind::Paragraph { number, content } => self.paragraph(&[number.as_deref()], content, block.origin),
            BlockKind::List(list) => self.list(list),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote(blocks) => self.element_on_lines("blockquote", &[], |book| book.blocks(blocks)),
            BlockKind::Code(text) => {
                self.element("p", &[("class", "code")], |book| {
                    book.spoken("code", &[("xml:space", "preserve")], |book| book.xml.text(text, block.origin));
                });
                self.xml.new_line();
            }
            BlockKind::Figure(image) => {
                self.spoken("p", &[("class", "image")], |book| book.image(image, block.origin));
                self.xml.new_line();
            }
            // A note is written after the words that refer to it, or after the last section.
            BlockKind::Footnote { .. } => {}
            BlockKind::Explanation { term, meaning } => {
                self.spoken("p", &[], |book| {
                    book.element("dfn", &[], |book| book.own_words(term));
                    book.own_words(&wording::meaning(meaning));
                });
                self.xml.new_line();
            }
            BlockKind::Break => {}
        }
    }

    /// Writes a printed number or letter and the space after it.
    pub(super) fn number(&mut self, label: Option<&Label>) {
        if let Some(label) = label {
            self.element("span", &[("class", "number")], |book| book.xml.text(&label.text, label.origin));
            self.own_words(" ");
        }
    }

    fn list(&mut self, list: &'a List) {
        if list.items.is_empty() {
            return;
        }
        // `pl` is a list whose marks are in the text, so that no software counts anew.
        let kind = if list.items.iter().any(|item| item.label.is_some()) { "pl" } else { "ul" };
        let people = self.roles.attendance(list).map(roles::people);
        let mut attributes = vec![("type", kind)];
        attributes.extend(class_attribute(people.map(|(class, _)| class)));
        let fill = |book: &mut Self| {
            book.xml.new_line();
            let size = count(list.items.len(), "item");
            match people {
                Some((_, name)) => book.list_head(&format!("{name}, {size}")),
                None if book.timeline.is_some() && !lists::is_numbered_line(list) => book.list_head(&format!("List of {size}")),
                None => {}
            }
            for item in &list.items {
                book.line_of("li", |book| {
                    if item.blocks.is_empty() && item.label.is_none() {
                        book.blank();
                    }
                    book.blocks_after(item.label.as_deref(), &item.blocks);
                });
            }
        };
        match self.group_id("list") {
            Some(id) => self.group("list", id, &attributes, || Group::List, fill),
            None => self.element("list", &attributes, fill),
        }
        self.xml.new_line();
    }

    /// Writes what a list is called and how long it is, for those who cannot see that.
    fn list_head(&mut self, words: &str) {
        self.in_own_language(|book| book.spoken("hd", &[], |book| book.own_words(words)));
        self.xml.new_line();
    }

    fn definitions(&mut self, definitions: &'a [Definition]) {
        if definitions.is_empty() {
            return;
        }
        self.element_on_lines("dl", &[], |book| {
            for definition in definitions {
                book.spoken("dt", &[], |book| book.inlines(&definition.term));
                book.line_of("dd", |book| {
                    if definition.description.is_empty() {
                        book.blank();
                    }
                    book.blocks(&definition.description);
                });
            }
        });
    }
}
