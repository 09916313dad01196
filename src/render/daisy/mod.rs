//! A DAISY 3 book (ANSI/NISO Z39.86-2005) of text, which a player speaks: five kinds of file that
//! belong together.
//!
//! - `book.xml`, the text, as a [DTBook](crate::render::dtbook) whose every sentence, heading, term
//!   and cell names the place that times it.
//! - `book-1.smil` and further parts, which say in what order those are spoken. References to notes,
//!   notes and page numbers can be left out; lists, tables and notes can be left before their end.
//! - `book.ncx`, the way to each heading, page and table.
//! - `book.res`, the words by which a player names what can be left.
//! - `book.opf`, the list of the files and what the book says of itself.
//!
//! The names in a book are of plain letters, digits, full stops and hyphens, whatever the document
//! is called. What no sound or picture is needed for is there: the book is of the kind `textNCX`.

mod navigation;
mod package;
mod resources;
mod timing;

use serde::Deserialize;

use crate::fileset::Fileset;
use crate::model::{Date, Document};
use crate::outcome::Rendered;
use crate::render::Contact;
use crate::render::dtbook::render_timed;

/// The files of a book, apart from those that time it.
const PACKAGE: &str = "book.opf";
const TEXT: &str = "book.xml";
const NAVIGATION: &str = "book.ncx";
const RESOURCES: &str = "book.res";

/// The program that makes the book, as its files name it.
const GENERATOR: &str = concat!("plainsong ", env!("CARGO_PKG_VERSION"));

/// What can be left out, by the name of its class: whether a player speaks it at first, and what the
/// standard calls it.
const SKIPPABLE: [(&str, &str, &str, &str); 3] = [
    ("pagenum", "false", "PAGE_NUMBER", "page number"),
    ("noteref", "true", "NOTE_REFERENCE", "note reference"),
    ("note", "true", "NOTE", "note"),
];

/// What can be left before its end: the class of its group, and the word for it.
const ESCAPABLE: [(&str, &str); 3] = [("table", "table"), ("list", "list"), ("note", "note")];

/// How a DAISY book is written.
///
/// ```
/// use plainsong::{Source, model::Date, parse, render::daisy};
///
/// let mut options = daisy::Options::default();
/// options.fallback_date = Date::new(2024, 3, 5);
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// assert!(daisy::render(&document, &options).losses.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// The date of the book where the document states none. Without either, the book says
    /// 1970-01-01, and that is a loss.
    pub fallback_date: Option<Date>,
    /// Who to ask for the document in another format.
    #[serde(skip)]
    pub contact: Contact,
}

/// Renders a document as a DAISY book: a set of files, to be written as a folder or packed into one.
///
/// ```
/// use plainsong::{Source, parse, render::daisy};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// let book = daisy::render(&document, &daisy::Options::default()).output;
/// let names: Vec<&str> = book.files().map(|(name, _)| name).collect();
/// assert_eq!(names, ["book.opf", "book.xml", "book-1.smil", "book.ncx", "book.res"]);
/// ```
#[must_use]
pub fn render(document: &Document, options: &Options) -> Rendered<Fileset> {
    let (text, timeline) = render_timed(document, options.fallback_date, &options.contact);
    text.map(|text| {
        let mut files = Fileset::default();
        files.add(PACKAGE, package::write(document, options.fallback_date, timeline.parts.len()));
        files.add(TEXT, text);
        for (name, part) in timing::write(document, &timeline) {
            files.add(name, part);
        }
        files.add(NAVIGATION, navigation::write(document, &timeline));
        files.add(RESOURCES, resources::write());
        files
    })
}
