//! DTBook 2005-3, the text of a DAISY book (ANSI/NISO Z39.86-2005): for DAISY players' and braille
//! embossers' software.
//!
//! - The title is the `doctitle`; the sections are `level1` and deeper, none skipped.
//! - Sentences are `sent`, so that software can go from one to the next.
//! - Numbers and letters are text, as printed, and lists that have them are of the type `pl`.
//! - Every value of a table names its headings.
//! - What a passage does in a meeting or a strategy is its class: `decision`, `action`.
//! - A footnote follows the part of the section that refers to it first.
//! - A short form is explained in the text where it is used before its long form, for software that
//!   drops the `title` of an `acronym`.
//! - Pictures are not in the book. The words that stand for them are.

mod blocks;
mod elements;
mod head;
mod inlines;
mod levels;
mod notes;
mod pages;
mod paragraphs;
mod roles;
mod table;
mod timeline;

use serde::Deserialize;

use crate::model::{Block, BlockKind, Date, Document, FirstUses, Lang, Level};
use crate::outcome::{Change, Rendered};
use crate::render::anchors::Anchors;
use crate::render::{Contact, colophon, contact, wording, xml::Xml};
pub(in crate::render) use head::{identifier, title};
use notes::Notes;
use roles::Roles;
pub(in crate::render) use timeline::{Event, Group, Id, Timeline, What, part_name};

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
    write(document, options.fallback_date, &options.contact, None).0
}

/// Renders a document as the text of a DAISY book: every element that a player speaks names the
/// place that times it. Returns what is spoken, too.
pub(in crate::render) fn render_timed(document: &Document, fallback_date: Option<Date>, contact: &Contact) -> (Rendered<String>, Timeline) {
    let (rendered, timeline) = write(document, fallback_date, contact, Some(Timeline::default()));
    (rendered, timeline.unwrap_or_default())
}

fn write(
    document: &Document,
    fallback_date: Option<Date>,
    contact: &Contact,
    timeline: Option<Timeline>,
) -> (Rendered<String>, Option<Timeline>) {
    let own_language = Lang::default();
    let mut book = Book::new(document, &own_language, timeline);
    let attributes = [("xmlns", NAMESPACE), ("version", "2005-3"), ("xml:lang", document.meta.language.tag())];
    book.element_on_lines("dtbook", &attributes, |book| {
        book.element_on_lines("head", &[], |book| book.head(document, fallback_date));
        book.element_on_lines("book", &[], |book| book.book(document, contact));
    });
    let (output, losses) = book.xml.finish();
    (Rendered { output, losses, changes: book.changes }, book.timeline)
}

/// A book that is being written.
struct Book<'a> {
    xml: Xml,
    /// What is spoken, in a book that a player plays.
    timeline: Option<Timeline>,
    changes: Vec<Change>,
    notes: Notes<'a>,
    roles: Roles,
    short_forms: FirstUses<'a>,
    anchors: Anchors,
    references_written: usize,
    headings_written: usize,
    heading_cells_written: usize,
    groups_written: usize,
    /// Whether a link is open: there is no link in a link.
    in_link: bool,
    /// Whether a heading or a caption is open, which is no place to explain a short form.
    in_heading: bool,
    /// The language of our own words.
    own_language: &'a Lang,
    /// The language of the block that is being written.
    language: &'a Lang,
    /// The language of the next element, where it is not that of the element around it.
    next_language: Option<&'a Lang>,
    /// The id of the next element, where words lead to it.
    next_id: Option<String>,
}

impl<'a> Book<'a> {
    fn new(document: &'a Document, own_language: &'a Lang, timeline: Option<Timeline>) -> Self {
        Self {
            xml: Xml::new(DOCUMENT_TYPE),
            timeline,
            changes: Vec::new(),
            notes: Notes::of(&document.blocks),
            roles: Roles::of(document),
            short_forms: FirstUses::of(document),
            anchors: Anchors::of(&document.blocks),
            references_written: 0,
            headings_written: 0,
            heading_cells_written: 0,
            groups_written: 0,
            in_link: false,
            in_heading: false,
            own_language,
            language: &document.meta.language,
            next_language: None,
            next_id: None,
        }
    }

    fn book(&mut self, document: &'a Document, contact: &Contact) {
        // A title that leads the document is the title of the book. One that comes later keeps its place.
        let (title, body) = match document.blocks.split_first() {
            Some((Block { kind: BlockKind::Heading { level: Level::ONE, number, content }, .. }, body)) => {
                (Some((number.as_deref(), content)), body)
            }
            _ => (None, document.blocks.as_slice()),
        };
        self.element_on_lines("frontmatter", &[], |book| {
            book.spoken("doctitle", &[], |book| match title {
                Some((number, content)) => {
                    book.number(number);
                    book.inlines(content);
                }
                None => book.own_words(document.title()),
            });
            book.xml.new_line();
            if let Some(publisher) = &document.meta.publisher {
                book.spoken("docauthor", &[], |book| book.own_words(&publisher.value));
                book.xml.new_line();
            }
        });
        self.element_on_lines("bodymatter", &[], |book| book.body(body));
        self.element_on_lines("rearmatter", &[], |book| book.closing(document, contact));
    }

    /// The short forms, and the words about other formats and about this version.
    fn closing(&mut self, document: &Document, contact: &Contact) {
        if !document.acronyms.is_empty() {
            self.own_section("glossary", wording::SHORT_FORMS, |book| {
                book.element_on_lines("dl", &[], |book| {
                    for acronym in &document.acronyms {
                        book.spoken("dt", &[], |book| book.element("dfn", &[], |book| book.own_words(&acronym.short)));
                        book.spoken("dd", &[], |book| book.own_words(&acronym.long));
                        book.xml.new_line();
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
        self.own_section(class, heading, |book| {
            book.in_own_language(|book| {
                book.element_on_lines("prodnote", &[("render", "required")], |book| {
                    for sentence in sentences {
                        book.line_of("p", |book| book.spoken("sent", &[], |book| book.own_words(sentence)));
                    }
                });
            });
        });
    }
}
