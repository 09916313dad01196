//! Blocks, each as the element that means it.

use std::slice;

use crate::model::{Block, BlockKind, Definition, Inline, InlineKind, Label, List, Origin, Prose, cut, walk};
use crate::render::{losses, wording};
use crate::text::sentences;

use super::Book;

impl<'a> Book<'a> {
    /// Writes blocks, the first of them after a printed label.
    fn blocks_after(&mut self, label: Option<&Label>, blocks: &'a [Block]) {
        let mut rest = blocks;
        if let Some(label) = label {
            if let Some((first @ Block { kind: BlockKind::Paragraph { number, content }, .. }, after)) = blocks.split_first() {
                self.begin(first);
                self.paragraph(&[Some(label), number.as_ref()], content);
                rest = after;
            } else {
                self.paragraph(&[Some(label)], &[]);
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
        self.begin(block);
        self.block_of_kind(block);
        self.lang = None;
    }

    /// Lets the next element be the one that this block becomes.
    fn begin(&mut self, block: &'a Block) {
        self.lang = block.lang.as_ref();
        self.id = self.anchors.id(block).map(str::to_owned);
    }

    fn block_of_kind(&mut self, block: &'a Block) {
        match &block.kind {
            // Those that open a section are written by `body`. The others stand in a list, a cell, a quotation.
            BlockKind::Heading { number, content, .. } => {
                self.element("p", &[("class", "heading")], |book| {
                    book.element("strong", &[], |book| {
                        book.number(number.as_ref());
                        book.inlines(content);
                    });
                });
                self.xml.new_line();
            }
            BlockKind::Paragraph { number, content } => self.paragraph(&[number.as_ref()], content),
            BlockKind::List(list) => self.list(list),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote(blocks) => self.element_on_lines("blockquote", &[], |book| book.blocks(blocks)),
            BlockKind::Code(text) => {
                self.element("p", &[("class", "code")], |book| {
                    book.element("code", &[("xml:space", "preserve")], |book| book.xml.text(text, block.origin));
                });
                self.xml.new_line();
            }
            BlockKind::Figure(image) => {
                self.element("p", &[("class", "image")], |book| book.image(image, block.origin));
                self.xml.new_line();
            }
            BlockKind::Footnote { label, blocks } => {
                self.notes_written += 1;
                let id = format!("note_{}", self.notes_written);
                let label = Label { text: label.clone(), origin: block.origin };
                self.element("note", &[("id", &id), ("class", "footnote")], |book| book.blocks_after(Some(&label), blocks));
                self.xml.new_line();
            }
            BlockKind::Explanation { term, meaning } => self.line_of("p", |book| {
                book.element("dfn", &[], |book| book.own_words(term));
                book.own_words(&wording::meaning(meaning));
            }),
            BlockKind::Break => {}
        }
    }

    fn paragraph(&mut self, labels: &[Option<&Label>], content: &[Inline]) {
        self.line_of("p", |book| {
            let parts = in_sentences(content);
            for (index, part) in parts.iter().enumerate() {
                book.element("sent", &[], |book| {
                    if index == 0 {
                        labels.iter().for_each(|label| book.number(*label));
                    }
                    book.inlines(part);
                });
            }
        });
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
        self.element_on_lines("list", &[("type", kind)], |book| {
            for item in &list.items {
                book.line_of("li", |book| book.blocks_after(item.label.as_ref(), &item.blocks));
            }
        });
    }

    fn definitions(&mut self, definitions: &'a [Definition]) {
        if definitions.is_empty() {
            return;
        }
        self.element_on_lines("dl", &[], |book| {
            for definition in definitions {
                book.element("dt", &[], |book| book.inlines(&definition.term));
                book.line_of("dd", |book| book.blocks(&definition.description));
            }
        });
    }

    /// Writes a reference to a note, or the label alone if there is no such note.
    pub(super) fn reference(&mut self, label: &str, origin: Origin) {
        // Without brackets the mark runs into the word before it: "2024" and note 1 are not "20241".
        let mark = format!("[{label}]");
        match self.notes.number(label) {
            Some(number) => {
                self.references_written += 1;
                let id = format!("noteref_{}", self.references_written);
                let note = format!("#note_{number}");
                self.element("noteref", &[("id", &id), ("idref", &note), ("class", "footnote")], |book| book.xml.text(&mark, origin));
            }
            None => {
                self.element("span", &[("class", "noteref")], |book| book.xml.text(&mark, origin));
                self.xml.losses.push(losses::footnote_missing(label, origin.span()));
            }
        }
    }
}

/// A run of inlines as its sentences. Links and deleted words are never cut: one link stays one, and
/// what is said of them is said once.
fn in_sentences(content: &[Inline]) -> Vec<Vec<Inline>> {
    let starts: Vec<usize> = sentences(Prose::of(content).text()).iter().skip(1).map(|sentence| sentence.start).collect();
    if starts.is_empty() {
        return vec![content.to_vec()];
    }
    let mut whole = Vec::new();
    let mut at = 0;
    for inline in content {
        let length = Prose::of(slice::from_ref(inline)).text().len();
        if is_whole(inline) {
            whole.push(at..at + length);
        }
        at += length;
    }
    let mut whole = whole.into_iter().peekable();
    let starts: Vec<usize> = starts
        .into_iter()
        .filter(|start| {
            while whole.next_if(|range| range.end <= *start).is_some() {}
            whole.peek().is_none_or(|range| range.start >= *start)
        })
        .collect();
    cut(content, &starts)
}

/// Whether an inline, or one in it, is never cut.
fn is_whole(inline: &Inline) -> bool {
    let mut found = false;
    walk::inlines(slice::from_ref(inline), &mut |inner| {
        found |= matches!(inner.kind, InlineKind::Link { .. } | InlineKind::CrossReference { .. } | InlineKind::Deleted(_));
    });
    found
}
