//! Links as annotations of the pages (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5).

use super::super::flow::galley::{Area, Target};
use super::Book;
use super::destinations::Destinations;
use super::file::File;
use super::object::{Array, Bytes, Dictionary, Hundredths, Id, Name, Text};

/// The links of a book, in the order of its pages and of their areas.
pub(super) struct Links(Vec<Vec<Link>>);

/// A link as an object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) id: Id,
    /// Its key in the parent tree.
    pub(super) key: usize,
}

impl Links {
    /// Writes the links.
    pub(super) fn add(file: &mut File, book: &Book<'_, '_>, destinations: &Destinations<'_>) -> Self {
        // The keys of the pages come first.
        let mut keys = book.pages.len()..;
        let mut link = |area: &Area| {
            let key = keys.next().unwrap_or_default();
            Link { id: file.add(annotation(area, key, book, destinations)), key }
        };
        Self(book.pages.iter().map(|page| page.areas.iter().map(&mut link).collect()).collect())
    }

    /// The link of an area of a page.
    pub(super) fn at(&self, page: usize, area: usize) -> Option<&Link> {
        self.on(page).get(area)
    }

    /// The links of a page.
    pub(super) fn on(&self, page: usize) -> &[Link] {
        self.0.get(page).map_or(&[], Vec::as_slice)
    }
}

fn annotation(area: &Area, key: usize, book: &Book<'_, '_>, destinations: &Destinations<'_>) -> Dictionary {
    let (low, high) = (book.style.page_height - area.y - area.height, book.style.page_height - area.y);
    let mut annotation = Dictionary::new()
        .with("Type", Name("Annot"))
        .with("Subtype", Name("Link"))
        .with("Rect", [area.x, low, area.x + area.width, high].map(Hundredths::of).into_iter().collect::<Array>())
        .with("Border", [0_usize; 3].into_iter().collect::<Array>())
        // Printed with the page (12.5.3).
        .with("F", 4_usize)
        .with("Contents", Text(&area.link.said.words))
        .with("StructParent", key);
    if let Some(lang) = &area.link.said.lang {
        annotation.set("Lang", Text(lang.tag()));
    }
    let element = match &area.link.target {
        Target::Address(address) => {
            annotation.set("A", Dictionary::new().with("S", Name("URI")).with("URI", Bytes(address.as_bytes())));
            None
        }
        Target::Anchor(anchor) => book.tree.at(*anchor),
        Target::Element(element) => Some(*element),
    };
    if let Some(element) = element {
        annotation.set("Dest", destinations.of(element));
    }
    annotation
}
