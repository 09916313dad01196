//! An Easy Read as a PDF: a cover, what this is, contents, then a sentence a line, hard words marked and
//! explained, room for pictures. Only people who use Easy Read can say that it is Easy Read: until they
//! have, the cover, the title and every page call it a draft.

use serde::Deserialize;

pub use super::colours::Colours;
use super::compose::Composer;
use super::edition::{Edition, PageNumbers, begins_with_title, closing_words, section, short_forms};
use super::flow::galley::{Begins, Strip, height, keep_together};
use super::flow::shape::Face;
pub use super::fonts::{Font, Fonts};
use super::ideas::with_pictures;
pub use super::measure::{Leading, Margin, Size};
pub use super::paper::Paper;
use super::style::{Choices, Style};
use super::tags::Tree;
use crate::error::Error;
use crate::model::{Block, BlockKind, Date, Level};
use crate::outcome::Rendered;
use crate::pictures::Pictures;
use crate::render::{Contact, easy_words};
use crate::resources::Resources;
use crate::rewrite::easy_read::{EasyRead, ExplainedWord};

/// How an Easy Read draft is set.
///
/// ```
/// use plainsong::render::easy_read::{Options, Size};
///
/// let mut options = Options::default();
/// options.size = Size::new(20.0).unwrap();
/// ```
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// The size of the body text, in points. At least 14 is asked for (Department of Health); large
    /// print begins at 16.
    pub size: Size,
    /// The paper that the pages are for.
    pub paper: Paper,
    /// The colour of the words and that of the ground behind them.
    pub colours: Colours,
    /// From one baseline to the next, in sizes of the text.
    pub leading: Leading,
    /// The empty border of the page, in points.
    pub margin: Margin,
    /// The fonts.
    #[serde(skip)]
    pub fonts: Fonts,
    /// The files beside the document: its pictures.
    #[serde(skip)]
    pub resources: Resources,
    /// The pictures that stand beside the words.
    #[serde(skip)]
    pub pictures: Pictures,
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

/// Renders an Easy Read draft.
///
/// # Errors
///
/// [`Error::Font`], if a font turns out to be damaged.
///
/// ```
/// use plainsong::{Source, parse, render::easy_read, rewrite};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// let easy = rewrite::easy_read::easy_read(&document, &rewrite::easy_read::Options::default());
/// let rendered = easy_read::render(&easy, &easy_read::Options::default())?;
/// assert!(rendered.output.starts_with(b"%PDF-1.7"));
/// # Ok::<(), plainsong::Error>(())
/// ```
pub fn render(easy: &EasyRead, options: &Options) -> Result<Rendered<Vec<u8>>, Error> {
    let document = &easy.document;
    let head = if easy.is_draft() { easy_words::DRAFT_IN_TWO.as_slice() } else { &[easy_words::FINISHED] };
    let in_short = if easy.is_draft() { easy_words::DRAFT_IN_SHORT } else { easy_words::FINISHED };
    let edition = Edition {
        document,
        style: Style::easy_read(options.choices(), head, in_short),
        title: easy_words::title(easy),
        name: if easy.is_draft() { "easy-read-draft" } else { "easy-read" },
        resources: &options.resources,
        fonts: &options.fonts,
        fallback_date: options.fallback_date,
        numbers: PageNumbers::RightWithoutCover,
    };
    edition.render(|composer| {
        let (mut strips, rest) = cover(composer, easy);
        strips.append(&mut on_a_page(section(composer, easy_words::ABOUT, &easy_words::about(easy))));
        let gap = composer.tree.leave_gap();
        let (mut text, used) = with_pictures(composer, rest, easy.is_draft(), &options.pictures);
        text.append(&mut word_list(composer, &easy.words));
        text.append(&mut short_forms(composer, document));
        text.append(&mut closing_words(composer, document, &options.contact, Some(easy_words::code(easy))));
        let credits = easy_words::picture_credits(&used);
        if !credits.is_empty() {
            text.append(&mut section(composer, easy_words::PICTURES, &credits));
        }
        let contents = composer.contents(&text, gap);
        let begins = if contents.is_empty() { Begins::Page } else { Begins::PageAfterList };
        if let Some(first) = text.first_mut() {
            first.begins = begins;
        }
        strips.append(&mut on_a_page(contents));
        strips.append(&mut text);
        strips
    })
}

/// How many pages a PDF of ours has; `None`, if these bytes are none.
///
/// ```
/// # use plainsong::render::easy_read::pages;
/// assert_eq!(pages(b"no PDF"), None);
/// ```
#[must_use]
pub fn pages(bytes: &[u8]) -> Option<usize> {
    super::pages(bytes)
}

/// Strips that begin a page.
fn on_a_page(mut strips: Vec<Strip>) -> Vec<Strip> {
    if let Some(first) = strips.first_mut() {
        first.begins = Begins::Page;
    }
    strips
}

/// What stands below the title on the cover grows no larger than this, in points, unless all words are: title and
/// warning are to stand on one page.
const LARGEST_LINE: f32 = 30.0;

/// The cover: the title, and what this is. The title is taken from the front of the document where
/// it stands there; the blocks that are left come back.
fn cover<'a>(composer: &mut Composer<'_, '_>, easy: &'a EasyRead) -> (Vec<Strip>, &'a [Block]) {
    let blocks = easy.document.blocks.as_slice();
    let column = composer.page_column();
    let title = blocks.split_first().filter(|(first, _)| begins_with_title(std::slice::from_ref(first)));
    let (mut strips, rest) = match title {
        Some((title, rest)) => (composer.block(title, column, Tree::ROOT), rest),
        None => (composer.title(easy.document.title()), blocks),
    };
    let page = composer.style.column_height();
    let lines = easy_words::cover(easy);
    let mut what = what_this_is(composer, &lines);
    if height(&strips) + height(&what) > page {
        // Large words under a long title: what must be said is said on the same page, the rest on the next.
        what = what_this_is(composer, lines.get(lines.len().saturating_sub(1)..).unwrap_or_default());
    }
    for strip in &mut strips {
        strip.keep_with_next = false;
    }
    let is_longer_than_a_page = height(&strips) > page;
    let last_lines = strips.len().saturating_sub(2);
    strips.append(&mut what);
    // Of a title that runs over, the end takes the rest along.
    if is_longer_than_a_page && let Some(end) = strips.get_mut(last_lines..) {
        keep_together(end);
    }
    let left = page - height(&strips);
    if let Some(title) = strips.first_mut() {
        title.gap = 0.0;
    }
    strips.insert(0, Strip { height: left.clamp(0.0, page * 0.25), ..Strip::default() });
    (strips, rest)
}

/// What stands below the title on the cover, the first line the largest.
fn what_this_is(composer: &mut Composer<'_, '_>, lines: &[String]) -> Vec<Strip> {
    let style = composer.style;
    let column = composer.page_column();
    let largest = style.heading_size(Level::TWO).min(LARGEST_LINE.max(style.size));
    let mut strips = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let (size, face) = if index == 0 { (largest, Face::Bold) } else { (style.size, Face::Regular) };
        let mut line = composer.paragraph_of_size(line, size, column, face);
        keep_together(&mut line);
        strips.append(&mut line);
    }
    strips
}

/// The words that are explained, once more and in the order of the alphabet.
fn word_list(composer: &mut Composer<'_, '_>, words: &[ExplainedWord]) -> Vec<Strip> {
    if words.is_empty() {
        return Vec::new();
    }
    let column = composer.page_column();
    let mut strips = composer.heading(Level::TWO, easy_words::WORD_LIST);
    for word in words {
        let explanation = BlockKind::Explanation { term: word.term.clone(), meaning: word.meaning.as_str().into() };
        strips.append(&mut composer.block(&Block::new(explanation, crate::model::Origin::None), column, Tree::ROOT));
    }
    strips
}
