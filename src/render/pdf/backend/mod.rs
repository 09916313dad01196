//! The only home of printpdf and lopdf. printpdf draws the pages and embeds the fonts; what it has no
//! words for is added to its `lopdf::Document` before that is written: the structure tree, the
//! outline, links, and metadata.

mod count;
mod destinations;
mod draw;
mod file;
mod fonts;
mod metadata;
mod outline;
mod pictures;
mod reach;
mod structure;
mod tighten;

pub(in crate::render) use count::pages;
use destinations::Destinations;
use lopdf::{Document, Object, ObjectId, StringFormat};
use printpdf::{PdfDocument, PdfSaveOptions};

use super::flow::pages::Page;
use super::flow::shape::Shaper;
use super::images::Picture;
use super::style::Style;
use super::tags::Tree;
use crate::error::Error;
use crate::model::Date;

/// A book that is set and wants writing.
pub(super) struct Book<'a, 'f> {
    pub(super) pages: &'a [Page],
    pub(super) tree: &'a mut Tree,
    pub(super) shaper: &'a Shaper<'f>,
    pub(super) style: &'a Style,
    pub(super) pictures: &'a [Picture],
    pub(super) about: About,
}

/// What a book says of itself.
pub(super) struct About {
    pub(super) title: String,
    pub(super) language: String,
    /// The closing words, in a line.
    pub(super) description: String,
    pub(super) publisher: Option<String>,
    pub(super) date: Date,
    /// What tells this file from others; the same for the same input.
    pub(super) identifier: String,
}

/// Writes a book as the bytes of a PDF.
pub(super) fn write(mut book: Book<'_, '_>) -> Result<Vec<u8>, Error> {
    let subsets = fonts::subsets(book.pages, book.shaper)?;
    let mut drawn = PdfDocument::new(&book.about.title);
    for subset in &subsets {
        drawn.resources.fonts.map.insert(subset.id.clone(), subset.font()?);
    }
    let (pages, tops) = draw::pages(&mut book, &subsets);
    drawn.with_pages(pages);
    let mut warnings = Vec::new();
    // "Secure" is to leave out operators that printpdf has no name for: those that place pictures.
    let options = PdfSaveOptions { image_optimization: None, secure: false, ..PdfSaveOptions::default() };
    let mut document = drawn.to_lopdf_document(&options, &mut warnings);
    book.tree.finish();
    let page_ids: Vec<lopdf::ObjectId> = document.get_pages().values().copied().collect();
    pictures::add(&mut document, &book, &page_ids);
    let destinations = Destinations { tree: book.tree, pages: &page_ids, tops: &tops };
    let structure = structure::add(&mut document, &book, &page_ids, &destinations);
    let outline = outline::add(&mut document, &book, &destinations);
    let mut catalog = metadata::add(&mut document, &book.about);
    catalog.set("StructTreeRoot", structure);
    catalog.set("Outlines", outline);
    let drawn_pages = document.catalog().and_then(|drawn| drawn.get(b"Pages")).cloned();
    catalog.set("Pages", drawn_pages.map_err(|error| problem(&error))?);
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    for page in &page_ids {
        tighten_page(&mut document, *page);
    }
    reach::keep_reached(&mut document);
    document.compress();
    Ok(file::bytes(&document))
}

/// Takes needless bytes out of what draws a page.
fn tighten_page(document: &mut Document, page: ObjectId) {
    let contents = document.get_dictionary(page).and_then(|page| page.get(b"Contents")).and_then(Object::as_reference);
    let stream = contents.and_then(|contents| document.get_object_mut(contents)).and_then(Object::as_stream_mut);
    if let Ok(stream) = stream {
        stream.set_content(tighten::tightened(&stream.content));
    }
}

fn problem(error: &dyn std::fmt::Display) -> Error {
    Error::Pdf { problem: error.to_string() }
}

/// A text string: printed ASCII as it is, all else in UTF-16 with its mark (ISO 32000-1, 7.9.2.2).
/// Control characters, of which a person sees nothing, are left out.
fn text_string(text: &str) -> Object {
    let text: String = text.chars().filter(|character| !character.is_control()).collect();
    let bytes = if text.is_ascii() { text.into_bytes() } else { utf16(&text) };
    Object::String(bytes, StringFormat::Literal)
}

fn utf16(text: &str) -> Vec<u8> {
    [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A length to a hundredth of a point: finer than any printer, and short to write.
fn hundredths(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// A count as PDF writes it.
fn integer(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
