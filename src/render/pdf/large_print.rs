//! Large print: a PDF at 18 points or larger, tagged for screen readers (PDF/UA-1, ISO 14289-1).

use serde::Deserialize;

pub use super::colours::Colours;
use super::edition::{Edition, PageNumbers, begins_with_title, closing_words, short_forms};
pub use super::measure::{Leading, Margin, Size};
pub use super::paper::Paper;
use super::style::{Choices, Style};
use crate::error::Error;
use crate::model::{Date, Document, Level};
use crate::outcome::Rendered;
use crate::render::Contact;

/// How large print is set.
///
/// ```
/// use plainsong::render::large_print::{Options, Size};
///
/// let mut options = Options::default();
/// options.size = Size::new(24.0).unwrap();
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// The size of the body text, in points.
    pub size: Size,
    /// The paper that the pages are for.
    pub paper: Paper,
    /// The colour of the words and that of the ground behind them.
    pub colours: Colours,
    /// From one baseline to the next, in sizes of the text.
    pub leading: Leading,
    /// The empty border of the page, in points.
    pub margin: Margin,
    /// Whether a document of several sections begins with a page of contents.
    pub contents: bool,
    /// The date of the file if the document states none.
    #[serde(skip)]
    pub fallback_date: Option<Date>,
    /// Who to ask for the document in another format.
    #[serde(skip)]
    pub contact: Contact,
}

impl Options {
    fn choices(&self) -> Choices {
        Choices { size: self.size, paper: self.paper, colours: self.colours, leading: self.leading, margin: self.margin }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            size: Size::default(),
            paper: Paper::default(),
            colours: Colours::default(),
            leading: Leading::default(),
            margin: Margin::default(),
            contents: true,
            fallback_date: None,
            contact: Contact::default(),
        }
    }
}

/// Renders a document in large print.
///
/// # Errors
///
/// [`Error::Pdf`], if the PDF cannot be made.
///
/// ```
/// use plainsong::{Source, parse, render::large_print};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// let rendered = large_print::render(&document, &large_print::Options::default())?;
/// assert!(rendered.output.starts_with(b"%PDF-1.7"));
/// # Ok::<(), plainsong::Error>(())
/// ```
pub fn render(document: &Document, options: &Options) -> Result<Rendered<Vec<u8>>, Error> {
    let edition = Edition {
        document,
        style: Style::large_print(options.choices()),
        title: document.title().to_owned(),
        name: "large-print",
        fallback_date: options.fallback_date,
        numbers: PageNumbers::Centre,
    };
    edition.render(|composer| {
        let mut strips = Vec::new();
        if !begins_with_title(&document.blocks) {
            strips.append(&mut composer.heading(Level::ONE, document.title()));
        }
        strips.append(&mut composer.document(&document.blocks));
        strips.append(&mut short_forms(composer, document));
        strips.append(&mut closing_words(composer, document, &options.contact));
        strips
    })
}
