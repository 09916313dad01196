//! A book as the bytes of a PDF: the only home of printpdf, which reads the fonts that are embedded.
//! Objects are written as bytes straight away ([`object`], [`file`]), and so are the pages ([`content`]).

mod content;
mod count;
mod deflate;
mod destinations;
mod draw;
mod file;
mod fonts;
mod links;
mod metadata;
mod object;
mod outline;
mod pictures;
mod structure;

pub(in crate::render) use count::pages;
use destinations::Destinations;
use draw::Drawn;
use file::{File, Trailer};
use links::Links;
use object::{Array, Dictionary, Hundredths, Id, Name};

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
    let fonts = fonts::subsets(book.pages, book.shaper)?;
    let mut file = File::new();
    let pages: Vec<Id> = book.pages.iter().map(|_| file.reserve()).collect();
    let drawn = draw::pages(&mut file, &mut book, &fonts);
    book.tree.finish();
    let mut resources = Dictionary::new();
    let mut names = Dictionary::new();
    for font in &fonts {
        let (name, font) = font.add(&mut file);
        names.set(&name, font);
    }
    resources.set("Font", names);
    let pictures = pictures::add(&mut file, &book);
    if !pictures.is_empty() {
        resources.set("XObject", pictures);
    }
    let resources = file.add(resources);
    let destinations = Destinations { tree: book.tree, pages: &pages, drawn: &drawn };
    let links = Links::add(&mut file, &book, &destinations);
    let structure = structure::add(&mut file, &book, &pages, &links);
    let outline = outline::add(&mut file, &book, &destinations);
    let tree = add_pages(&mut file, &pages, &drawn, &links, resources, book.style);
    let catalog = metadata::catalog(&mut file, &book.about).with("StructTreeRoot", structure).with("Outlines", outline).with("Pages", tree);
    let catalog = file.add(catalog);
    let information = metadata::information(&mut file, &book.about);
    Ok(file.finish(&Trailer { catalog, information, identifier: book.about.identifier }))
}

/// Writes the pages as objects, and gives back the tree of them (ISO 32000-1, 7.7.3).
fn add_pages(file: &mut File, pages: &[Id], drawn: &[Drawn], links: &Links, resources: Id, style: &Style) -> Id {
    let tree = file.reserve();
    let edges: Array = [0.0, 0.0, style.page_width, style.page_height].map(Hundredths::of).into_iter().collect();
    for (index, (id, drawn)) in pages.iter().zip(drawn).enumerate() {
        let mut page = Dictionary::new()
            .with("Type", Name("Page"))
            .with("Parent", tree)
            .with("MediaBox", &edges)
            .with("Resources", resources)
            .with("Contents", drawn.content)
            .with("StructParents", index)
            // Keys go through links in the order of the structure (ISO 14289-1, 7.18.3).
            .with("Tabs", Name("S"));
        let annotations: Array = links.on(index).iter().map(|link| link.id).collect();
        if annotations.len() > 0 {
            page.set("Annots", annotations);
        }
        file.put(*id, page);
    }
    file.put(tree, Dictionary::new().with("Type", Name("Pages")).with("Count", pages.len()).with("Kids", pages.iter().collect::<Array>()));
    tree
}
