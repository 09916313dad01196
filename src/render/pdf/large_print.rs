//! Large print: a PDF at 18 points or larger, tagged for screen readers (PDF/UA-1, ISO 14289-1).

use serde::Deserialize;

pub use super::colours::Colours;
use super::compose::Composer;
use super::edition::{Edition, PageNumbers, begins_with_title, closing_words, short_forms};
use super::flow::galley::{Begins, Strip};
pub use super::fonts::{Font, Fonts};
pub use super::measure::{Leading, Margin, Size};
pub use super::paper::Paper;
use super::style::{Choices, Style};
use super::tags::Gap;
use crate::error::Error;
use crate::model::{Block, BlockKind, Date, Document, Level};
use crate::outcome::Rendered;
use crate::render::Contact;
use crate::resources::Resources;

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
    /// The fonts.
    #[serde(skip)]
    pub fonts: Fonts,
    /// The files beside the document: its pictures.
    #[serde(skip)]
    pub resources: Resources,
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
            fonts: Fonts::default(),
            resources: Resources::default(),
            fallback_date: None,
            contact: Contact::default(),
        }
    }
}

/// Renders a document in large print.
///
/// # Errors
///
/// [`Error::Font`], if a font turns out to be damaged.
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
        resources: &options.resources,
        fonts: &options.fonts,
        fallback_date: options.fallback_date,
        numbers: PageNumbers::Centre,
    };
    edition.render(|composer| {
        let (mut strips, blocks) = title(composer, document);
        let gap = composer.tree.leave_gap();
        let mut body = composer.document(blocks);
        body.append(&mut short_forms(composer, document));
        body.append(&mut closing_words(composer, document, &options.contact, None));
        if options.contents {
            strips.append(&mut contents(composer, &mut body, gap));
        }
        strips.append(&mut body);
        strips
    })
}

/// The title, and the blocks that are left. If the document has one, all up to it comes first.
fn title<'a>(composer: &mut Composer<'_, '_>, document: &'a Document) -> (Vec<Strip>, &'a [Block]) {
    let blocks = document.blocks.as_slice();
    if !begins_with_title(blocks) {
        return (composer.title(document.title()), blocks);
    }
    let is_title = |block: &Block| matches!(block.kind, BlockKind::Heading { level: Level::ONE, .. });
    let end = blocks.iter().position(is_title).map_or(0, |at| at + 1);
    let (title, rest) = blocks.split_at_checked(end).unwrap_or((&[], blocks));
    (composer.document(title), rest)
}

/// The page of contents, after which the body begins a page.
fn contents(composer: &mut Composer<'_, '_>, body: &mut [Strip], gap: Gap) -> Vec<Strip> {
    let contents = composer.contents(body, gap);
    if let Some(first) = body.first_mut().filter(|_| !contents.is_empty()) {
        first.begins = Begins::PageAfterList;
    }
    contents
}
