//! The files that are read: cover, chapters, closing words, and the way to all of them.

use super::chapters::{Chapter, chapters};
use super::navigation::Navigation;
use super::{CLOSING, STYLES, cover};
use crate::model::{Block, BlockKind, Document, Lang, Level};
use crate::outcome::{Change, Loss};
use crate::render::html::{Attributes, Medium, NotesHeading, PictureFile, Places, Writer, heading_words};
use crate::render::pages::{self, Pages};
use crate::render::{Contact, dtbook};
use crate::resources::Resources;

/// The level of our own sections.
const SECTION: u8 = Level::TWO.number();

/// What is read of a book, and what was met on the way.
pub(super) struct Text {
    pub(super) cover: String,
    pub(super) navigation: String,
    /// The chapters and the closing words, in order, each with its name.
    pub(super) pages: Vec<(String, String)>,
    pub(super) pictures: Vec<PictureFile>,
    /// Whether there are marks of printed pages.
    pub(super) has_printed_pages: bool,
    pub(super) losses: Vec<Loss>,
    pub(super) changes: Vec<Change>,
}

pub(super) fn write(document: &Document, resources: &Resources, contact: &Contact) -> Text {
    let chapters = chapters(&document.blocks);
    let of = |chapter: &Chapter<'_>| document.blocks.get(chapter.range.clone()).unwrap_or_default();
    let files: Vec<_> = chapters.iter().map(|chapter| (chapter.name.clone(), of(chapter))).collect();
    let places = Places::in_files(&document.blocks, "", &files);
    let mut writer = Writer::new(document, Medium::Book, places, resources);
    let mut body = Body { document, printed: Pages::of(&document.blocks), navigation: Navigation::default(), changes: Vec::new() };
    let mut pages = Vec::new();
    for (index, chapter) in chapters.iter().enumerate() {
        writer.places.begin_file(index);
        body.chapter(&mut writer, chapter, index + 1 == chapters.len());
        pages.push((chapter.name.clone(), writer.take()));
    }
    closing(&mut writer, document, contact);
    pages.push((CLOSING.to_owned(), writer.take()));
    cover::cover_page(&mut writer, document);
    let cover = writer.take();
    let Body { navigation, changes, .. } = body;
    let has_printed_pages = navigation.has_printed_pages();
    // No chapter is being written now, so every address names its file.
    writer.places.begin_file(chapters.len());
    navigation.write(&mut writer, document);
    let navigation = writer.take();
    Text { cover, navigation, pages, pictures: writer.pictures.files, has_printed_pages, losses: writer.losses, changes }
}

/// Writes a file around what it holds. `semantics` is what part of the book it is, in the words of the
/// EPUB 3 Structural Semantics Vocabulary 1.1.
pub(super) fn page<'a>(writer: &mut Writer<'a>, title: &str, language: &Lang, semantics: Option<&str>, fill: impl FnOnce(&mut Writer<'a>)) {
    writer.out.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n");
    let attributes: Attributes<'_> = &[
        ("xmlns", Some("http://www.w3.org/1999/xhtml")),
        ("xmlns:epub", Some("http://www.idpf.org/2007/ops")),
        ("lang", Some(language.tag())),
    ];
    writer.element_on_lines("html", attributes, |writer| {
        writer.element_on_lines("head", &[], |writer| {
            writer.block_element("title", &[], |writer| {
                // What a page cannot hold is told where the words stand.
                writer.out.text(title);
            });
            writer.out.void("link", &[("rel", Some("stylesheet")), ("type", Some("text/css")), ("href", Some(STYLES))]);
            writer.out.new_line();
        });
        writer.element_on_lines("body", &[("epub:type", semantics)], fill);
    });
}

/// The chapters, as they are written.
struct Body<'a> {
    document: &'a Document,
    printed: Pages,
    navigation: Navigation<'a>,
    changes: Vec<Change>,
}

impl<'a> Body<'a> {
    fn chapter(&mut self, writer: &mut Writer<'a>, chapter: &Chapter<'a>, is_last: bool) {
        let title = dtbook::title(self.document);
        let words = chapter.heading.map(heading_words).filter(|words| !words.is_empty());
        let address = chapter.heading.and_then(|heading| writer.places.block_address(heading));
        let id = address.as_deref().and_then(|address| address.strip_prefix('#'));
        page(writer, words.as_deref().unwrap_or(title), &self.document.meta.language, Some("bodymatter"), |writer| {
            let attributes: Attributes<'_> = match id {
                Some(id) => &[("epub:type", Some("chapter")), ("role", Some("doc-chapter")), ("aria-labelledby", Some(id))],
                None => &[],
            };
            writer.element_on_lines("section", attributes, |writer| {
                if chapter.heading.is_none() && !self.has_title(chapter) {
                    writer.own_heading(Level::ONE.number(), "page-title", title);
                }
                self.blocks(writer, chapter);
                if is_last {
                    writer.notes_without_reference();
                }
                writer.notes_due(NotesHeading::None);
            });
        });
    }

    /// Whether a heading of a chapter is the title.
    fn has_title(&self, chapter: &Chapter<'_>) -> bool {
        let is_title = |block: &Block| matches!(block.kind, BlockKind::Heading { level: Level::ONE, .. });
        self.document.blocks.get(chapter.range.clone()).is_some_and(|blocks| blocks.iter().any(is_title))
    }

    /// Writes the blocks of a chapter, with the marks of printed pages among them.
    fn blocks(&mut self, writer: &mut Writer<'a>, chapter: &Chapter<'a>) {
        let document = self.document;
        let mut written = chapter.range.start;
        for index in chapter.range.clone() {
            let Some(block) = document.blocks.get(index) else { continue };
            let begun = self.printed.due(index);
            let mark = self.printed.marked(index);
            if mark.is_some() || !begun.is_empty() {
                writer.section_blocks(document.blocks.get(written..index).unwrap_or_default());
                written = index;
            }
            for number in begun {
                self.printed_page(writer, &chapter.name, number);
            }
            if let Some(number) = mark {
                self.changes.push(pages::change(block, number));
                written = index + 1;
            } else {
                self.navigation.heading(block);
            }
        }
        writer.section_blocks(document.blocks.get(written..chapter.range.end).unwrap_or_default());
    }

    /// Writes the mark of a printed page that begins here.
    fn printed_page(&mut self, writer: &mut Writer<'a>, file: &str, number: u32) {
        let (id, label) = (format!("page-{number}"), format!("Page {number}"));
        let attributes: Attributes<'_> = &[
            ("id", Some(&id)),
            ("class", Some("printed-page")),
            ("epub:type", Some("pagebreak")),
            ("role", Some("doc-pagebreak")),
            ("aria-label", Some(&label)),
        ];
        writer.in_own_language(|writer| writer.block_element("div", attributes, |writer| writer.own_words(&label)));
        self.navigation.printed_page(number, format!("{file}#{id}"));
    }
}

/// Writes the short forms, whom to ask for another format, and which version this is.
fn closing(writer: &mut Writer<'_>, document: &Document, contact: &Contact) {
    page(writer, "About this version", &Lang::default(), Some("backmatter"), |writer| {
        if !document.acronyms.is_empty() {
            let attributes: Attributes<'_> =
                &[("epub:type", Some("glossary")), ("role", Some("doc-glossary")), ("lang", Some(document.meta.language.tag()))];
            writer.element_on_lines("section", attributes, |writer| writer.short_forms(SECTION));
        }
        writer.element_on_lines("section", &[], |writer| writer.about(contact, SECTION));
    });
}
