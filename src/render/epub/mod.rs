//! EPUB 3.3, the format of books of today, for reading apps on telephones, tablets and computers, many of
//! which read aloud.
//!
//! - `EPUB/index.xhtml` and the files after it are the text, one for each section, written by the same
//!   walk as [web pages](crate::render::html). Notes stand at the end of the file that refers to them
//!   first, each with the way back.
//! - `EPUB/nav.xhtml` is the way to every heading and printed page, and to the parts of the book.
//! - `EPUB/package.opf` lists the files, and says what the book says of itself. What it says of
//!   accessibility is what is known (EPUB Accessibility 1.1): no conformance is claimed, for that takes a
//!   person.
//! - `EPUB/cover.svg` is a cover made of the title, and `EPUB/cover.xhtml` the page that shows it.
//! - Pictures are files of the book. Nothing is fetched from elsewhere, and there is no script.

mod accessibility;
mod chapters;
mod cover;
mod navigation;
mod package;
mod pictures;
mod text;

use serde::Deserialize;

use crate::fileset::Fileset;
use crate::model::{Date, Document};
use crate::outcome::Rendered;
use crate::render::xml::Xml;
use crate::render::{Contact, losses};
use crate::resources::Resources;

/// The folder that holds the files of the book.
const FOLDER: &str = "EPUB";

/// The files of a book, apart from its text and pictures.
const PACKAGE: &str = "package.opf";
const NAVIGATION: &str = "nav.xhtml";
const STYLES: &str = "style.css";
const COVER: &str = "cover.xhtml";
const COVER_PICTURE: &str = "cover.svg";
const CLOSING: &str = "about.xhtml";

/// How an EPUB is written.
///
/// ```
/// use plainsong::{Source, model::Date, parse, render::epub};
///
/// let mut options = epub::Options::default();
/// options.fallback_date = Date::new(2024, 3, 5);
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// assert!(epub::render(&document, &options).losses.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// The date of the book where the document states none. Without either, the book says
    /// 1970-01-01, and that is a loss.
    pub fallback_date: Option<Date>,
    /// The files beside the document, for its pictures.
    #[serde(skip)]
    pub resources: Resources,
    /// Who to ask for the document in another format.
    #[serde(skip)]
    pub contact: Contact,
}

/// Renders a document as the files of an EPUB. [`Fileset::zip`] packs them as reading apps want them.
///
/// ```
/// use plainsong::{Source, parse, render::epub};
///
/// let document = parse(&Source::new("plan.md", "# Our plan\n\nBriefly.\n\n## What we found\n\nMuch."));
/// let book = epub::render(&document, &epub::Options::default()).output;
/// let names: Vec<&str> = book.files().map(|(name, _)| name).collect();
/// assert_eq!(names[0], "mimetype");
/// assert!(names.contains(&"EPUB/index.xhtml") && names.contains(&"EPUB/01-what-we-found.xhtml"));
/// assert!(book.zip()?.starts_with(b"PK"));
/// # Ok::<(), plainsong::Error>(())
/// ```
#[must_use]
pub fn render(document: &Document, options: &Options) -> Rendered<Fileset> {
    let resources = pictures::fit_for_books(&options.resources);
    let (date, undated) = losses::date(document, options.fallback_date);
    let text = text::write(document, &resources, &options.contact);

    let mut files = Fileset::default();
    // Whoever looks at the bytes of the packed book finds here, at byte 38, what it is (EPUB 3.3, 4.3.3).
    files.add_as_it_is("mimetype", "application/epub+zip");
    files.add("META-INF/container.xml", container());
    let mut add = |name: &str, bytes: Vec<u8>| files.add(format!("{FOLDER}/{name}"), bytes);
    add(PACKAGE, package::write(document, date, &text).into_bytes());
    add(NAVIGATION, text.navigation.clone().into_bytes());
    add(STYLES, include_bytes!("book.css").to_vec());
    add(COVER_PICTURE, cover::picture(document).into_bytes());
    add(COVER, text.cover.clone().into_bytes());
    for (name, page) in text.pages {
        add(&name, page.into_bytes());
    }
    for picture in text.pictures {
        files.add_as_it_is(format!("{FOLDER}/{}", picture.name), picture.bytes.to_vec());
    }
    Rendered { output: files, losses: undated.into_iter().chain(text.losses).collect(), changes: text.changes }
}

/// The file that says where the package is (EPUB 3.3, 4.2.6.3.1).
fn container() -> String {
    let mut xml = Xml::without_document_type();
    xml.open("container", &[("version", "1.0"), ("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container")]);
    xml.open("rootfiles", &[]);
    let path = format!("{FOLDER}/{PACKAGE}");
    xml.empty("rootfile", &[("full-path", &path), ("media-type", "application/oebps-package+xml")]);
    xml.finish().0
}
