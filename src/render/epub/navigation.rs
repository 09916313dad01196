//! The way through the book (EPUB 3.3, 7): to each heading, to each printed page, and to its parts.

use super::text::page;
use super::{CLOSING, COVER};
use crate::model::{Block, BlockKind, Document};
use crate::render::html::{Attributes, Writer, heading_words};
use crate::render::{dtbook, wording};

/// The places that the book leads to, as they are met.
#[derive(Default)]
pub(super) struct Navigation<'a> {
    headings: Vec<(u8, &'a Block)>,
    /// The number of each printed page, and the address of its mark.
    printed_pages: Vec<(u32, String)>,
}

impl<'a> Navigation<'a> {
    /// Notes a block, if it is a heading with words.
    pub(super) fn heading(&mut self, block: &'a Block) {
        if let BlockKind::Heading { level, .. } = &block.kind
            && !heading_words(block).is_empty()
        {
            self.headings.push((level.number(), block));
        }
    }

    /// Notes the mark of a printed page.
    pub(super) fn printed_page(&mut self, number: u32, address: String) {
        self.printed_pages.push((number, address));
    }

    pub(super) fn has_printed_pages(&self) -> bool {
        !self.printed_pages.is_empty()
    }

    /// Writes the file that leads to all places.
    pub(super) fn write(&self, writer: &mut Writer<'a>, document: &'a Document) {
        page(writer, dtbook::title(document), &document.meta.language, None, |writer| {
            writer.block_element("h1", &[], |writer| writer.own_words(dtbook::title(document)));
            self.contents(writer, document);
            self.page_list(writer);
            landmarks(writer, document);
        });
    }

    fn contents(&self, writer: &mut Writer<'a>, document: &'a Document) {
        let attributes: Attributes<'_> =
            &[("epub:type", Some("toc")), ("role", Some("doc-toc")), ("id", Some("toc")), ("aria-labelledby", Some("page-contents"))];
        writer.element_on_lines("nav", attributes, |writer| {
            writer.in_own_language(|writer| writer.own_heading(2, "page-contents", wording::CONTENTS));
            writer.element_on_lines("ol", &[], |writer| {
                if !self.headings.iter().any(|(level, _)| *level == 1) {
                    entry(writer, "index.xhtml", dtbook::title(document));
                }
                // The title stands beside the sections, not above them: who goes through the contents would
                // else have to open it first.
                let levels: Vec<u8> = self.headings.iter().map(|(level, _)| (*level).max(2)).collect();
                self.entries(writer, &levels, 0, self.headings.len());
                writer.in_own_language(|writer| entry(writer, CLOSING, "About this version"));
            });
        });
    }

    /// Writes the headings of a stretch, each with those below it. A heading is below the nearest one
    /// before it that is of a smaller level, so lists go no deeper than there are levels.
    fn entries(&self, writer: &mut Writer<'a>, levels: &[u8], from: usize, to: usize) {
        let mut at = from;
        while let (Some((_, heading)), Some(level)) = (self.headings.get(at), levels.get(at)) {
            if at >= to {
                break;
            }
            let below = levels.get(at + 1..to).unwrap_or_default().iter().take_while(|other| *other > level).count();
            writer.block_element("li", &[], |writer| {
                writer.contents_entry(heading);
                if below > 0 {
                    writer.out.new_line();
                    writer.element_on_lines("ol", &[], |writer| self.entries(writer, levels, at + 1, at + 1 + below));
                }
            });
            at += 1 + below;
        }
    }

    fn page_list(&self, writer: &mut Writer<'a>) {
        if self.printed_pages.is_empty() {
            return;
        }
        let attributes: Attributes<'_> =
            &[("epub:type", Some("page-list")), ("role", Some("doc-pagelist")), ("aria-labelledby", Some("page-list"))];
        writer.element_on_lines("nav", attributes, |writer| {
            writer.in_own_language(|writer| writer.own_heading(2, "page-list", "Printed pages"));
            writer.element_on_lines("ol", &[], |writer| {
                for (number, address) in &self.printed_pages {
                    entry(writer, address, &number.to_string());
                }
            });
        });
    }
}

/// Writes the ways to the parts of the book, for reading apps: they have words of their own for these.
fn landmarks<'a>(writer: &mut Writer<'a>, document: &Document) {
    let attributes: Attributes<'_> =
        &[("epub:type", Some("landmarks")), ("aria-labelledby", Some("page-parts")), ("hidden", Some("hidden"))];
    let glossary = (!document.acronyms.is_empty()).then_some(("glossary", CLOSING, wording::SHORT_FORMS));
    let parts = [("cover", COVER, "Cover"), ("toc", "#toc", wording::CONTENTS), ("bodymatter", "index.xhtml", "Start of the text")];
    writer.in_own_language(|writer| {
        writer.element_on_lines("nav", attributes, |writer| {
            writer.own_heading(2, "page-parts", "Parts");
            writer.element_on_lines("ol", &[], |writer| {
                for (semantics, address, words) in parts.into_iter().chain(glossary) {
                    writer.block_element("li", &[], |writer| {
                        let attributes: Attributes<'_> = &[("epub:type", Some(semantics)), ("href", Some(address))];
                        writer.element("a", attributes, |writer| writer.own_words(words));
                    });
                }
            });
        });
    });
}

fn entry(writer: &mut Writer<'_>, address: &str, words: &str) {
    writer.block_element("li", &[], |writer| writer.lead_to(address, None, |writer| writer.own_words(words)));
}
