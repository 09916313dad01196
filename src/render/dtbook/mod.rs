//! DTBook 2005-3, the text of a DAISY book (ANSI/NISO Z39.86-2005): for DAISY players' and braille
//! embossers' software.
//!
//! - The title is the `doctitle`; the sections are `level1` and deeper, none skipped.
//! - Sentences are `sent`, so that software can go from one to the next.
//! - Numbers and letters are text, as printed, and lists that have them are of the type `pl`.
//! - Every value of a table names its headings.
//! - Pictures are not in the book. The words that stand for them are.

mod blocks;
mod head;
mod inlines;
mod levels;
mod table;

use serde::Deserialize;

use crate::model::{Block, BlockKind, Date, Document, Lang, Level, Origin};
use crate::outcome::Rendered;
use crate::render::anchors::Anchors;
use crate::render::footnotes::Footnotes;
use crate::render::{Contact, colophon, contact, wording, xml::Xml};

/// How a DTBook is written.
///
/// ```
/// use plainsong::{Source, model::Date, parse, render::dtbook};
///
/// let mut options = dtbook::Options::default();
/// options.fallback_date = Date::new(2024, 3, 5);
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// assert!(dtbook::render(&document, &options).output.contains("<meta name=\"dc:Date\" content=\"2024-03-05\"/>"));
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

/// The public and the system identifier of the document type, from the standard.
const DOCUMENT_TYPE: &str = "dtbook PUBLIC \"-//NISO//DTD dtbook 2005-3//EN\" \"http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd\"";

const NAMESPACE: &str = "http://www.daisy.org/z3986/2005/dtbook/";

/// Renders a document as a DTBook.
///
/// ```
/// use plainsong::{Source, parse, render::dtbook};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// let book = dtbook::render(&document, &dtbook::Options::default()).output;
/// assert!(book.contains("<doctitle>Minutes</doctitle>"));
/// assert!(book.contains("<p><sent>The panel met.</sent></p>"));
/// ```
#[must_use]
pub fn render(document: &Document, options: &Options) -> Rendered<String> {
    let mut book = Book::new(document);
    let attributes = [("xmlns", NAMESPACE), ("version", "2005-3"), ("xml:lang", document.meta.language.tag())];
    book.element_on_lines("dtbook", &attributes, |book| {
        book.element_on_lines("head", &[], |book| book.head(document, options));
        book.element_on_lines("book", &[], |book| book.book(document, &options.contact));
    });
    let (output, losses) = book.xml.finish();
    Rendered { output, losses, changes: Vec::new() }
}

/// A book that is being written.
struct Book<'a> {
    xml: Xml,
    notes: Footnotes<'a>,
    anchors: Anchors,
    notes_written: usize,
    references_written: usize,
    headings_written: usize,
    heading_cells_written: usize,
    /// Whether a link is open: there is no link in a link.
    in_link: bool,
    /// The language of the next element, where it is not that of the book.
    lang: Option<&'a Lang>,
    /// The id of the next element, where words lead to it.
    id: Option<String>,
}

impl<'a> Book<'a> {
    fn new(document: &'a Document) -> Self {
        Self {
            xml: Xml::new(DOCUMENT_TYPE),
            notes: Footnotes::of(&document.blocks),
            anchors: Anchors::of(&document.blocks),
            notes_written: 0,
            references_written: 0,
            headings_written: 0,
            heading_cells_written: 0,
            in_link: false,
            lang: None,
            id: None,
        }
    }

    fn book(&mut self, document: &'a Document, contact: &Contact) {
        // A title that leads the document is the title of the book. One that comes later keeps its place.
        let (title, body) = match document.blocks.split_first() {
            Some((Block { kind: BlockKind::Heading { level: Level::ONE, number, content }, .. }, body)) => {
                (Some((number.as_ref(), content)), body)
            }
            _ => (None, document.blocks.as_slice()),
        };
        self.element_on_lines("frontmatter", &[], |book| {
            book.line_of("doctitle", |book| match title {
                Some((number, content)) => {
                    book.number(number);
                    book.inlines(content);
                }
                None => book.own_words(document.title()),
            });
            if let Some(publisher) = &document.meta.publisher {
                book.line_of("docauthor", |book| book.own_words(&publisher.value));
            }
        });
        self.element_on_lines("bodymatter", &[], |book| book.body(body));
        self.element_on_lines("rearmatter", &[], |book| book.closing(document, contact));
    }

    /// The short forms, and the words about other formats and about this version.
    fn closing(&mut self, document: &Document, contact: &Contact) {
        if !document.acronyms.is_empty() {
            self.element_on_lines("level1", &[("class", "glossary")], |book| {
                book.line_of("h1", |book| book.own_words(wording::SHORT_FORMS));
                book.element_on_lines("dl", &[], |book| {
                    for acronym in &document.acronyms {
                        book.element("dt", &[], |book| book.element("dfn", &[], |book| book.own_words(&acronym.short)));
                        book.line_of("dd", |book| book.own_words(&acronym.long));
                    }
                });
            });
        }
        let other_formats = contact.lines(document);
        if !other_formats.is_empty() {
            self.note_of_producer("formats", contact::HEADING, &other_formats);
        }
        self.note_of_producer("about", colophon::HEADING, &colophon::sentences(document));
    }

    /// Sentences that those who make the book say, in a section of their own.
    fn note_of_producer(&mut self, class: &str, heading: &str, sentences: &[String]) {
        self.element_on_lines("level1", &[("class", class)], |book| {
            book.line_of("h1", |book| book.own_words(heading));
            book.element_on_lines("prodnote", &[("render", "required")], |book| {
                for sentence in sentences {
                    book.line_of("p", |book| book.element("sent", &[], |book| book.own_words(sentence)));
                }
            });
        });
    }

    /// Writes an element and what is in it.
    fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) {
        let lang = self.lang.take().map(|lang| ("xml:lang", lang.tag()));
        let id = self.id.take();
        let id = id.as_deref().map(|id| ("id", id));
        self.xml.open(name, &[attributes, id.as_slice(), lang.as_slice()].concat());
        fill(self);
        self.xml.close();
    }

    /// Writes an element that holds no text, each of its parts on a line of its own.
    fn element_on_lines(&mut self, name: &'static str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) {
        self.xml.open(name, attributes);
        self.xml.new_line();
        fill(self);
        self.xml.close();
        self.xml.new_line();
    }

    /// Writes an element of text, and ends the line after it.
    fn line_of(&mut self, name: &'static str, fill: impl FnOnce(&mut Self)) {
        self.element(name, &[], fill);
        self.xml.new_line();
    }

    /// Writes words that come from no place in the document.
    fn own_words(&mut self, words: &str) {
        self.xml.text(words, Origin::None);
    }
}
