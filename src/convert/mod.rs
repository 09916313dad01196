//! The recipes that join reading, rewriting and rendering: a document in, a format out.

mod format;

use std::borrow::Cow;

pub use format::{Format, Summary};

use crate::error::Error;
use crate::fileset::Fileset;
use crate::model::{Container, ContainerKind, Date, Document};
use crate::outcome::{Change, Rendered};
use crate::pictures::Pictures;
use crate::render::{daisy, dtbook, epub, html, text};
#[cfg(feature = "pdf")]
use crate::render::{easy_read as easy_read_pages, large_print};
use crate::resources::Resources;
use crate::rewrite;
use crate::rewrite::easy_read::{EasyRead, easy_read, without_easy_words};
use crate::rewrite::summary::{Shape, summarise_as};

/// The options of every format.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Options {
    /// How the formats for the ear, plain text and DAISY, say things.
    pub voice: Voice,
    /// Which formats of minutes open with the lists of decisions and actions.
    pub summary: Summary,
    /// Web pages.
    pub html: html::Options,
    /// EPUB books.
    pub epub: epub::Options,
    /// Plain text.
    pub text: text::Options,
    /// DAISY books.
    pub daisy: daisy::Options,
    /// DTBook.
    pub dtbook: dtbook::Options,
    /// Large print.
    #[cfg(feature = "pdf")]
    pub large_print: large_print::Options,
    /// The pages of an Easy Read draft.
    #[cfg(feature = "pdf")]
    pub easy_read: easy_read_pages::Options,
    /// The words of an Easy Read, on paper and on the web.
    pub easy_read_words: rewrite::easy_read::Options,
}

impl Options {
    /// Gives the files beside the document to every format that shows pictures.
    ///
    /// ```
    /// use plainsong::{convert::Options, resources::Resources};
    ///
    /// let mut resources = Resources::default();
    /// resources.insert("map.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec());
    /// let mut options = Options::default();
    /// options.set_resources(&resources);
    /// ```
    pub fn set_resources(&mut self, resources: &Resources) {
        self.html.resources = resources.clone();
        self.epub.resources = resources.clone();
        #[cfg(feature = "pdf")]
        {
            self.large_print.resources = resources.clone();
            self.easy_read.resources = resources.clone();
        }
    }

    /// Gives the pictures for Easy Read, on paper and on the web.
    ///
    /// ```
    /// use plainsong::{convert::Options, pictures::Pictures};
    ///
    /// let mut options = Options::default();
    /// options.set_pictures(&Pictures::none());
    /// ```
    pub fn set_pictures(&mut self, pictures: &Pictures) {
        self.html.pictures = pictures.clone();
        #[cfg(feature = "pdf")]
        {
            self.easy_read.pictures = pictures.clone();
        }
    }

    /// Gives the date of documents that state none to every format that needs one.
    ///
    /// ```
    /// use plainsong::{convert::Options, model::Date};
    ///
    /// let mut options = Options::default();
    /// options.set_fallback_date(Date::new(2024, 3, 5));
    /// assert_eq!(options.daisy.fallback_date, Date::new(2024, 3, 5));
    /// ```
    pub fn set_fallback_date(&mut self, date: Option<Date>) {
        self.epub.fallback_date = date;
        self.daisy.fallback_date = date;
        self.dtbook.fallback_date = date;
        #[cfg(feature = "pdf")]
        {
            self.large_print.fallback_date = date;
            self.easy_read.fallback_date = date;
        }
    }
}

/// Whose words a listener hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Voice {
    /// The document's own, so that a listener can quote and find the words that everyone else reads.
    #[default]
    Document,
    /// Words that speech does not stumble over, for dates, times, sums, signs and short forms: see
    /// [`spoken`](crate::rewrite::spoken).
    Spoken,
}

/// Renders a document in a format, as the bytes of a file. A DAISY book, which is several files, is
/// packed into one; [`daisy`](daisy()) gives them one by one. So is a web page in sections: see [`html`](html()).
///
/// # Errors
///
/// [`Error::Font`], if a font turns out to be damaged; [`Error::Zip`], if a book cannot be packed.
///
/// ```
/// use plainsong::{Source, convert::{self, Format, convert}, parse};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes of the panel\n\nThe panel met."));
/// let text = convert(&document, Format::Text, &convert::Options::default())?;
/// assert!(String::from_utf8_lossy(&text.output).contains("Heading level 1: Minutes of the panel"));
/// # Ok::<(), plainsong::Error>(())
/// ```
pub fn convert(document: &Document, format: Format, options: &Options) -> Result<Rendered<Vec<u8>>, Error> {
    let (document, changes) = prepared(document, format, options);
    let mut rendered = as_it_is(&document, format, options)?;
    rendered.changes.splice(0..0, changes);
    Ok(rendered)
}

/// Whether a format of a document is a draft, which it is to be called in the name of its file: an Easy
/// Read that people have not checked, or not these very words.
///
/// ```
/// use plainsong::{Source, convert::{self, Format}, parse};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// assert!(convert::is_draft(&document, Format::EasyReadHtml, &convert::Options::default()));
/// assert!(!convert::is_draft(&document, Format::Html, &convert::Options::default()));
/// ```
#[must_use]
pub fn is_draft(document: &Document, format: Format, options: &Options) -> bool {
    let meta = &document.meta;
    let is_stated = options.easy_read_words.check.is_some() || meta.easy_read_code.is_some();
    format.is_easy_read() && (!is_stated || easy_read_words(document, format, options).is_draft())
}

/// The words of an Easy Read of a document, as its pages have them.
///
/// ```
/// use plainsong::{Source, convert::{self, Format}, parse};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// let easy = convert::easy_read_words(&document, Format::EasyReadHtml, &convert::Options::default());
/// assert_eq!(easy.code.len(), 12);
/// ```
#[must_use]
pub fn easy_read_words(document: &Document, format: Format, options: &Options) -> EasyRead {
    easy_read(&prepared(document, format, options).0, &options.easy_read_words)
}

/// The document as this format is made of it, and what was changed: without the words that are for Easy
/// Read alone, and with the lists that minutes in this format open with.
fn prepared<'a>(document: &'a Document, format: Format, options: &Options) -> (Cow<'a, Document>, Vec<Change>) {
    let mut changes = Vec::new();
    let mut prepared = Cow::Borrowed(document);
    if !format.is_easy_read()
        && let Some(plain) = without_easy_words(document)
    {
        changes.extend(plain.changes);
        prepared = Cow::Owned(plain.document);
    }
    let shape = if format.is_easy_read() { Shape::EasyRead } else { Shape::Lists };
    // The short version holds what its author chose, and no more.
    let is_chosen_in_source = |container: &Container| matches!(container.kind, ContainerKind::KeyPoint | ContainerKind::EasyRead);
    let is_short = format.is_easy_read()
        && !options.easy_read_words.whole_text
        && (!options.easy_read_words.selection.is_empty() || document.containers.iter().any(is_chosen_in_source));
    let opens = options.summary.opens(format) && !(is_short && options.summary == Summary::EasyReadOnly);
    if opens && let Some(summarised) = summarise_as(&prepared, shape) {
        changes.extend(summarised.changes);
        prepared = Cow::Owned(summarised.document);
    }
    (prepared, changes)
}

/// Renders a document without adding to it.
fn as_it_is(document: &Document, format: Format, options: &Options) -> Result<Rendered<Vec<u8>>, Error> {
    match format {
        Format::Html if options.html.split.is_some() => {
            let Rendered { output, losses, changes } = html::split(document, &options.html);
            Ok(Rendered { output: output.zip()?, losses, changes })
        }
        Format::Html => Ok(match options.html.form {
            html::Form::Page => html::render(document, &options.html).map(String::into_bytes),
            html::Form::Fragment => html::fragment(document, &options.html).map(String::into_bytes),
        }),
        Format::Epub => {
            let Rendered { output, losses, changes } = epub::render(document, &options.epub);
            Ok(Rendered { output: output.zip()?, losses, changes })
        }
        Format::Text => {
            let rendered = in_voice(document, options.voice, |document| text::render(document, &options.text));
            Ok(rendered.map(String::into_bytes))
        }
        Format::Daisy => {
            let Rendered { output, losses, changes } = book(document, options);
            Ok(Rendered { output: output.zip()?, losses, changes })
        }
        Format::Dtbook => Ok(dtbook::render(document, &options.dtbook).map(String::into_bytes)),
        Format::EasyReadHtml => {
            let easy = easy_read(document, &options.easy_read_words);
            let mut rendered = html::easy_read(&easy, &options.html).map(String::into_bytes);
            rendered.changes.splice(0..0, easy.changes);
            Ok(rendered)
        }
        #[cfg(feature = "pdf")]
        Format::LargePrint => large_print::render(document, &options.large_print),
        #[cfg(feature = "pdf")]
        Format::EasyRead => {
            let easy = easy_read(document, &options.easy_read_words);
            let mut rendered = easy_read_pages::render(&easy, &options.easy_read)?;
            rendered.changes.splice(0..0, easy.changes);
            Ok(rendered)
        }
    }
}

/// Renders a document as the files of a DAISY book.
///
/// ```
/// use plainsong::{Source, convert, parse};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met at 7.30pm."));
/// let mut options = convert::Options::default();
/// options.voice = convert::Voice::Spoken;
/// let book = convert::daisy(&document, &options).output;
/// assert!(String::from_utf8_lossy(book.get("book.xml").unwrap()).contains("The panel met at 7:30 pm."));
/// ```
#[must_use]
pub fn daisy(document: &Document, options: &Options) -> Rendered<Fileset> {
    let (document, changes) = prepared(document, Format::Daisy, options);
    let mut rendered = book(&document, options);
    rendered.changes.splice(0..0, changes);
    rendered
}

/// Renders a document as the files of a web page in sections.
///
/// ```
/// use plainsong::{Source, convert, parse};
///
/// let document = parse(&Source::new("plan.md", "# Our plan\n\n## What we found\n\nMuch."));
/// let files = convert::html(&document, &convert::Options::default()).output;
/// assert!(files.get("01-what-we-found.html").is_some());
/// ```
#[must_use]
pub fn html(document: &Document, options: &Options) -> Rendered<Fileset> {
    let (document, changes) = prepared(document, Format::Html, options);
    let mut rendered = html::split(&document, &options.html);
    rendered.changes.splice(0..0, changes);
    rendered
}

/// Renders a document as the files of a book without adding to it.
fn book(document: &Document, options: &Options) -> Rendered<Fileset> {
    in_voice(document, options.voice, |document| daisy::render(document, &options.daisy))
}

/// Renders a document in a voice.
fn in_voice<T>(document: &Document, voice: Voice, render: impl FnOnce(&Document) -> Rendered<T>) -> Rendered<T> {
    match voice {
        Voice::Document => render(document),
        Voice::Spoken => {
            let spoken = rewrite::spoken::spoken(document);
            let mut rendered = render(&spoken.document);
            rendered.losses.splice(0..0, spoken.losses);
            rendered.changes.splice(0..0, spoken.changes);
            rendered
        }
    }
}
