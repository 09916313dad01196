//! Web pages (HTML), whole or as a fragment for a content management system, in one file or a file
//! for each section. The books of `epub` are written by the same walk.
//!
//! - A page is one file: its styles and pictures are inside, there is no script, and nothing is fetched.
//! - The title is the only heading of level 1, and no level is skipped.
//! - A printed number is text, as printed, and an anchor: `#p-3.6`.
//! - Decisions and actions that the document states in so many words are regions with a label.
//! - On a narrow screen the cells of a table stand one below the other, each with its heading.
//! - A footnote is led to from its mark, and leads back.
//! - A short form is explained in the text where it is used before its long form.
//! - Only links that are safe to follow are links. Of the others the words stay.

mod blocks;
mod contents;
mod easy_read;
mod head;
mod highlights;
mod inlines;
mod links;
mod marks;
mod markup;
mod notes;
mod options;
mod page;
mod panel;
mod pictures;
mod places;
mod sections;
mod split;
mod tables;
mod writer;

pub use easy_read::easy_read;
pub use options::{Form, IdPrefix, Options, Split};

pub(in crate::render) use contents::heading_words;
pub(in crate::render) use head::{POLICY, STYLE};
pub(in crate::render) use highlights::{Highlight, Highlights};
pub(in crate::render) use markup::{Attributes, Markup, Syntax};
pub(in crate::render) use notes::NotesHeading;
pub(in crate::render) use pictures::PictureFile;
pub(in crate::render) use places::Places;
pub(in crate::render) use sections::{Section, sections};
pub(in crate::render) use writer::{Medium, Writer};

use std::collections::BTreeSet;

use crate::model::{Block, BlockKind, Document, Level};
use crate::outcome::Rendered;
use crate::resources::Resources;
pub use split::split;

/// Renders a document as a whole page.
///
/// ```
/// use plainsong::{Source, parse, render::html};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\n3.6 The panel met."));
/// let page = html::render(&document, &html::Options::default()).output;
/// assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
/// assert!(page.contains("<p><span id=\"p-3.6\" class=\"number\">3.6</span> The panel met.</p>"));
/// ```
#[must_use]
pub fn render(document: &Document, options: &Options) -> Rendered<String> {
    let mut writer = Writer::new(document, Medium::Page, Places::of(&document.blocks, ""), &options.resources);
    let source_bytes = document.blocks.iter().rev().find_map(|block| block.origin.span()).map_or(0, |last| last.end);
    writer.out.make_room((source_bytes / 2).saturating_mul(BYTES_PER_TWO));
    writer.page(options);
    rendered(writer)
}

/// A page seldom has more bytes than this for two of its source. A long text that is given room in time is not
/// moved when it grows.
const BYTES_PER_TWO: usize = 5;

/// Renders a document as a fragment for somebody's page: see [`Form::Fragment`].
///
/// ```
/// use plainsong::{Source, parse, render::html};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// let mut options = html::Options::default();
/// options.id_prefix = "m-".parse().unwrap();
/// let fragment = html::fragment(&document, &options).output;
/// assert_eq!(fragment.lines().next(), Some("<h2 id=\"m-minutes\">Minutes</h2>"));
/// ```
#[must_use]
pub fn fragment(document: &Document, options: &Options) -> Rendered<String> {
    let places = Places::of(&document.blocks, options.id_prefix.as_str());
    let mut writer = Writer::new(document, Medium::Fragment, places, &options.resources);
    writer.heading_shift = shift(&document.blocks, options.heading_base);
    writer.last_level = options.heading_base.number() - 1;
    writer.section_blocks(&document.blocks);
    writer.notes_without_reference();
    writer.notes_due(NotesHeading::Level(top_section(&document.blocks)));
    writer.closing_words(&options.contact, top_section(&document.blocks));
    rendered(writer)
}

/// The text of a document as a part of a page, with places of it marked, and the numbers that stand on it.
/// The topmost heading is of a level.
pub(in crate::render) fn text_with_highlights(
    document: &Document,
    id_prefix: &str,
    top: Level,
    highlights: Highlights,
) -> (String, BTreeSet<usize>) {
    let resources = Resources::default();
    let mut writer = Writer::new(document, Medium::Page, Places::of(&document.blocks, id_prefix), &resources);
    writer.highlights = highlights;
    writer.heading_shift = shift(&document.blocks, top);
    writer.last_level = top.number() - 1;
    writer.section_blocks(&document.blocks);
    writer.notes_without_reference();
    writer.notes_due(NotesHeading::Level(top.number()));
    (writer.take(), writer.highlights.shown)
}

fn rendered(mut writer: Writer<'_>) -> Rendered<String> {
    let output = writer.take();
    Rendered { output, losses: writer.losses, changes: Vec::new() }
}

/// How much deeper the headings of these blocks must lie for the topmost to be of a level. Where there is
/// none, the topmost is that of our own sections.
fn shift(blocks: &[Block], base: Level) -> i8 {
    let top = blocks.iter().filter_map(heading_level).min().unwrap_or(Level::TWO);
    i8::try_from(base.number()).unwrap_or(0) - i8::try_from(top.number()).unwrap_or(0)
}

/// The level of the sections right below the title: that of our own sections, too.
fn top_section(blocks: &[Block]) -> u8 {
    Level::TWO.max(blocks.iter().filter_map(heading_level).min().unwrap_or(Level::TWO)).number()
}

fn heading_level(block: &Block) -> Option<Level> {
    if let BlockKind::Heading { level, .. } = &block.kind { Some(*level) } else { None }
}

#[cfg(test)]
mod tests {
    use quick_xml::events::Event;

    use super::*;
    use crate::model::{Inline, InlineKind, Origin};
    use crate::{Source, parse};

    const ALL_KINDS: &str = "# Title\n\nPresent: A. Vane\n\n1.1 *a* **b** ~~c~~ `d` [e](https://a.uk \"t\") ![f](f.svg) [^n] [^n]\\\nThink Local \
        (TL) & TL\n\n### Deep\n\nRESOLVED: That the bench be mended.\n\n- x\n\n  > q\n\n1. y\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n\
        Term\n: Meaning\n\n---\n\n[^n]: Note\n";

    fn document() -> Document {
        let mut document = parse(&Source::new("a.md", ALL_KINDS));
        let explanation = BlockKind::Explanation { term: "bench".to_owned(), meaning: "a seat".into() };
        document.blocks.push(Block::new(explanation, Origin::None));
        let to = document.blocks.last().and_then(|_| document.blocks.get(1)).and_then(|block| block.origin.span()).unwrap();
        let way = Inline::new(InlineKind::CrossReference { to, content: vec![Inline::text("there", Origin::None)] }, Origin::None);
        let hard = Inline::new(InlineKind::HardWord(vec![Inline::text("hard", Origin::None)]), Origin::None);
        document.blocks.push(Block::paragraph(vec![way, hard], Origin::None));
        document
    }

    #[test]
    fn a_document_may_name_places_beyond_any_source() {
        let mut document = parse(&Source::new("t", "The panel met."));
        document.blocks[0].origin = Origin::Literal(crate::Span::new(0, usize::MAX));
        assert!(render(&document, &Options::default()).output.contains("The panel met."));
    }

    #[test]
    fn every_kind_is_well_formed_as_xml() {
        let document = document();
        let mut resources = Resources::default();
        resources.insert("f.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec());
        let mut writer = Writer::new(&document, Medium::Book, Places::of(&document.blocks, ""), &resources);
        writer.contents(&document.blocks);
        writer.section_blocks(&document.blocks);
        writer.notes_due(NotesHeading::None);
        let output = writer.take();
        let mut reader = quick_xml::Reader::from_str(&output);
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{error} in {output}")) {
                Event::Eof => break,
                Event::GeneralRef(name) => assert!(["amp", "lt", "gt", "quot"].contains(&&*name), "{output}"),
                _ => {}
            }
        }
        for part in ["<br/>", "<hr/>", "epub:type=\"footnote\"", "src=\"pictures/1.svg\"", "<strong class=\"hard-word\">"] {
            assert!(output.contains(part), "{part} in {output}");
        }
        assert_eq!(writer.pictures.files.len(), 1);
    }

    #[test]
    fn a_fragment_has_only_what_filters_let_through() {
        let options = Options { id_prefix: "x-".parse().unwrap(), ..Options::default() };
        let output = fragment(&document(), &options).output;
        for part in ["class=", "style", "role=", "aria-", "<section", "<nav", "data:"] {
            assert!(!output.contains(part), "{part} in {output}");
        }
        for part in ["<h2 id=\"x-title\">", "<h3 id=\"x-deep\">", "<th scope=\"col\">", "href=\"#x-note-1\"", "id=\"x-ref-1-2\""] {
            assert!(output.contains(part), "{part} in {output}");
        }
    }
}
