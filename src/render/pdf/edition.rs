//! What both PDFs share: from a composed galley to the bytes of a file.

use super::backend::{self, About, Book};
use super::compose::{Composer, Places, Tools};
use super::flow::galley::{Fragment, Strip, height, keep_together};
use super::flow::lines;
use super::flow::pages::{Page, fill_page_numbers, paginate};
use super::flow::shape::{Face, OpenFonts, Shaper};
use super::fonts::{Font, Fonts};
use super::images::Gallery;
use super::report::Report;
use super::style::{Style, baseline};
use super::tags::Tree;
use crate::error::Error;
use crate::model::{Acronym, Block, BlockKind, Date, Definition, Document, Inline, Level, Origin, walk};
use crate::outcome::Rendered;
use crate::render::footnotes::Footnotes;
use crate::render::{Contact, colophon, contact, losses, wording};
use crate::resources::Resources;

/// An edition of a document: large print, or an Easy Read draft.
pub(super) struct Edition<'a> {
    pub(super) document: &'a Document,
    pub(super) style: Style,
    pub(super) title: String,
    /// The name of the kind of edition, for the identifier of the file.
    pub(super) name: &'static str,
    pub(super) resources: &'a Resources,
    pub(super) fonts: &'a Fonts,
    pub(super) fallback_date: Option<Date>,
    pub(super) numbers: PageNumbers,
}

/// Where the page numbers stand.
pub(super) enum PageNumbers {
    /// In the middle of every page: "Page 2 of 9".
    Centre,
    /// At the bottom right, cover excepted (Inclusion Europe).
    RightWithoutCover,
}

impl Edition<'_> {
    /// Renders the edition; `compose` makes the galley.
    pub(super) fn render(self, compose: impl FnOnce(&mut Composer<'_, '_>) -> Vec<Strip>) -> Result<Rendered<Vec<u8>>, Error> {
        let fonts = OpenFonts::of(self.fonts)?;
        let mut shaper = Shaper::new(&fonts);
        let mut tree = Tree::new();
        let mut report = Report::default();
        let mut gallery = Gallery::new(self.resources.clone(), fonts.all().map(Font::shared_bytes).collect());
        let footnotes = Footnotes::of(&self.document.blocks);
        let places = Places::of(&self.document.blocks, &footnotes, &mut tree);
        let language = self.document.meta.language.clone();
        let tools = Tools { shaper: &mut shaper, tree: &mut tree, report: &mut report, gallery: &mut gallery };
        let mut composer = Composer::new(&self.style, language, &footnotes, &places, tools);
        let galley = compose(&mut composer);
        let mut pages = paginate(galley, &self.style);
        fill_page_numbers(&mut pages, &mut shaper);
        self.add_running_words(&mut pages, &mut shaper, &mut tree);
        let about = self.about(&mut report);
        let output = backend::write(Book {
            pages: &pages,
            tree: &mut tree,
            shaper: &shaper,
            style: &self.style,
            pictures: &gallery.pictures,
            about,
        })?;
        Ok(Rendered { output, losses: report.losses, changes: report.changes })
    }

    /// Adds the running head and the page number to every page.
    fn add_running_words(&self, pages: &mut [Page], shaper: &mut Shaper<'_>, tree: &mut Tree) {
        let style = &self.style;
        let count = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            let mut running = |words: &str| -> (Fragment, f32) {
                let turn = tree.turn();
                lines::one_line(words, Face::Regular, style.size, None, turn, shaper)
            };
            let cover = matches!(self.numbers, PageNumbers::RightWithoutCover) && index == 0;
            let mut top = style.head();
            for head in &style.running_head {
                let (mut fragment, _) = running(head);
                fragment.x = style.left();
                fragment.baseline = top + baseline(style.size, style.line());
                top += style.line();
                page.head.push(fragment);
            }
            if !cover {
                let (mut fragment, width) = running(&format!("Page {} of {count}", index + 1));
                fragment.x = match self.numbers {
                    PageNumbers::Centre => (style.page_width - width) / 2.0,
                    PageNumbers::RightWithoutCover => style.page_width - style.margin - width,
                };
                fragment.baseline = style.number_baseline();
                page.foot.push(fragment);
            }
        }
    }

    fn about(&self, report: &mut Report) -> About {
        let meta = &self.document.meta;
        let (date, loss) = losses::date(self.document, self.fallback_date);
        report.losses.extend(loss);
        About {
            title: self.title.clone(),
            language: meta.language.tag().to_owned(),
            description: colophon::line(self.document),
            publisher: meta.publisher.as_ref().or(meta.body.as_ref()).map(|stated| stated.value.clone()),
            date,
            identifier: format!("{}-{}", self.name, self.document.source.hash),
        }
    }
}

/// Whether the first heading of the blocks is their title. Without one, the edition prints its own:
/// the first heading is of level 1 (ISO 14289-1, 7.4.2).
pub(super) fn begins_with_title(blocks: &[Block]) -> bool {
    let mut first = None;
    walk::blocks(blocks, &mut |block| {
        if let BlockKind::Heading { level, .. } = &block.kind {
            first.get_or_insert(*level);
        }
    });
    first == Some(Level::ONE)
}

/// The short forms that the document explains, each with its long form.
pub(super) fn short_forms(composer: &mut Composer<'_, '_>, document: &Document) -> Vec<Strip> {
    if document.acronyms.is_empty() {
        return Vec::new();
    }
    let explained = |acronym: &Acronym| {
        let origin = Origin::DerivedFrom(acronym.defined);
        let description = vec![Block::paragraph(vec![Inline::text(&acronym.long, origin)], origin)];
        Definition { term: vec![Inline::text(&acronym.short, origin)], description, origin }
    };
    let list = Block::new(BlockKind::Definitions(document.acronyms.iter().map(explained).collect()), Origin::None);
    let mut strips = composer.heading(Level::TWO, wording::SHORT_FORMS);
    let column = composer.page_column();
    strips.append(&mut composer.block(&list, column, Tree::ROOT));
    strips
}

/// The closing words: who to ask for other formats, and about this version, each under its heading.
/// `more` goes to the latter.
pub(super) fn closing_words(composer: &mut Composer<'_, '_>, document: &Document, contact: &Contact, more: Option<String>) -> Vec<Strip> {
    let other_formats = contact.lines(document);
    let mut strips = Vec::new();
    if !other_formats.is_empty() {
        strips.append(&mut section(composer, contact::HEADING, &other_formats));
    }
    let about: Vec<String> = colophon::sentences(document).into_iter().chain(more).collect();
    strips.append(&mut section(composer, colophon::HEADING, &about));
    strips
}

/// Paragraphs of our own under a heading, on one page if they fit there.
pub(super) fn section(composer: &mut Composer<'_, '_>, heading: &str, paragraphs: &[String]) -> Vec<Strip> {
    let mut strips = composer.heading(Level::TWO, heading);
    let column = composer.page_column();
    for words in paragraphs {
        // An address in the words is a link.
        let paragraph = Block::paragraph(vec![Inline::text(words, Origin::None)], Origin::None);
        strips.append(&mut composer.block(&paragraph, column, Tree::ROOT));
    }
    if height(&strips) <= composer.style.column_height() {
        keep_together(&mut strips);
    }
    strips
}
