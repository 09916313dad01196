//! A page as a whole: what stands around the text, and the words at its end.

use super::markup::Attributes;
use super::notes::NotesHeading;
use super::options::Options;
use super::writer::{Medium, Writer};
use crate::model::{BlockKind, Document, Inline, Level, Origin};
use crate::render::{Contact, colophon, contact, dtbook, wording};

/// The level of our own sections of a page.
const SECTION: u8 = Level::TWO.number();

impl<'a> Writer<'a> {
    /// Writes a whole page.
    pub(super) fn page(&mut self, options: &Options) {
        let document = self.document;
        self.frame(dtbook::title(document), options, |writer| {
            writer.main(|writer| {
                writer.text_with_contents(options.contents);
                writer.notes_without_reference();
                writer.notes_due(NotesHeading::Level(SECTION));
                writer.short_forms(SECTION);
            });
            writer.footer(&options.contact);
        });
    }

    /// Writes a page around what it holds.
    pub(super) fn frame(&mut self, title: &str, options: &Options, fill: impl FnOnce(&mut Self)) {
        self.out.markup("<!DOCTYPE html>\n");
        let language = self.document.meta.language.tag().to_owned();
        self.element_on_lines("html", &[("lang", Some(&language))], |writer| {
            writer.head(title);
            writer.element_on_lines("body", &[], |writer| {
                writer.element_on_lines("header", &[("class", Some("top"))], |writer| {
                    writer.in_own_language(|writer| {
                        let attributes: Attributes<'_> = &[("class", Some("skip")), ("href", Some("#page-text"))];
                        writer.block_element("a", attributes, |writer| writer.own_words("Skip to the text"));
                    });
                    if options.panel {
                        writer.panel();
                    }
                });
                fill(writer);
            });
        });
    }

    /// Writes the main part of a page.
    pub(super) fn main(&mut self, fill: impl FnOnce(&mut Self)) {
        // Where the skip link leads, the focus must be able to go.
        self.element_on_lines("main", &[("id", Some("page-text")), ("tabindex", Some("-1"))], fill);
    }

    /// Writes the whole text, with the contents after the title.
    fn text_with_contents(&mut self, with_contents: bool) {
        let blocks = self.document.blocks.as_slice();
        let title = blocks.iter().position(|block| matches!(block.kind, BlockKind::Heading { level: Level::ONE, .. }));
        let (head, rest) = blocks.split_at_checked(title.map_or(0, |at| at + 1)).unwrap_or((&[], blocks));
        if title.is_none() {
            self.title();
        }
        self.section_blocks(head);
        if with_contents {
            self.contents(rest);
        }
        self.section_blocks(rest);
    }

    /// Writes the title of a document that has no heading of it.
    pub(super) fn title(&mut self) {
        self.last_level = Level::ONE.number();
        let title = dtbook::title(self.document);
        self.block_element("h1", &[], |writer| writer.own_words(title));
    }

    /// Writes the end of a page.
    pub(super) fn footer(&mut self, contact: &Contact) {
        self.element_on_lines("footer", &[], |writer| writer.about(contact, SECTION));
    }

    /// Writes the short forms and the words about other formats and about this version.
    pub(super) fn closing_words(&mut self, contact: &Contact, level: u8) {
        self.short_forms(level);
        self.about(contact, level);
    }

    /// Writes the short forms that the document explains, each with its long form.
    pub(in crate::render) fn short_forms(&mut self, level: u8) {
        let document: &'a Document = self.document;
        if document.acronyms.is_empty() {
            return;
        }
        self.in_own_language(|writer| writer.own_heading(level, "page-short-forms", wording::SHORT_FORMS));
        self.element_on_lines("dl", &[("class", Some("short-forms"))], |writer| {
            for acronym in &document.acronyms {
                let origin = Origin::DerivedFrom(acronym.defined);
                writer.block_element("dt", &[], |writer| writer.text(&acronym.short, origin));
                writer.block_element("dd", &[], |writer| writer.text(&acronym.long, origin));
            }
        });
    }

    /// Writes who to ask for another format, and which version this is.
    pub(in crate::render) fn about(&mut self, contact: &Contact, level: u8) {
        let other_formats = contact.lines(self.document);
        if !other_formats.is_empty() {
            self.own_section(level, "page-formats", contact::HEADING, &other_formats);
        }
        self.own_section(level, "page-about", colophon::HEADING, &colophon::sentences(self.document));
    }

    /// Writes sentences of our own under a heading.
    pub(super) fn own_section(&mut self, level: u8, id: &str, heading: &str, sentences: &[String]) {
        let fill = |writer: &mut Self| {
            writer.own_heading(level, id, heading);
            for sentence in sentences {
                // An address among the words is a link.
                writer.block_element("p", &[], |writer| writer.inlines(&[Inline::text(sentence, Origin::None)]));
            }
        };
        if self.medium == Medium::Page {
            self.in_own_language(|writer| writer.element_on_lines("section", &[("aria-labelledby", Some(id))], fill));
        } else {
            self.in_own_language(fill);
        }
    }
}
