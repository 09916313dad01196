//! Rules of how a document is built: headings, lists, tables, pictures, links.

pub(super) mod alt_is_filename;
pub(super) mod broken_internal_link;
pub(super) mod conversion_debris;
pub(super) mod empty_heading;
pub(super) mod heading_as_bold_text;
pub(super) mod heading_skip;
pub(super) mod image_without_alt;
pub(super) mod link_text_vague;
pub(super) mod list_not_marked_up;
pub(super) mod missing_language;
pub(super) mod missing_other_formats_line;
pub(super) mod missing_title;
pub(super) mod number_lost;
pub(super) mod table_empty_cell;
pub(super) mod table_without_header;

use crate::lint::passage::Passage;
use crate::lint::rule::Context;
use crate::model::{Block, BlockKind, Image, InlineKind, walk};
use crate::source::Span;

/// Calls `see` with every picture among the words of a passage, and its place.
fn pictures_in(passage: &Passage<'_>, mut see: impl FnMut(&Image, Span)) {
    walk::inlines(passage.content, &mut |inline| {
        if let (InlineKind::Image(image), Some(span)) = (&inline.kind, inline.origin.span()) {
            see(image, span);
        }
    });
}

/// A picture that stands alone, and its place.
fn figure<'b>(block: &'b Block, context: &Context<'_>) -> Option<(&'b Image, Span)> {
    match (&block.kind, block.origin.span()) {
        (BlockKind::Figure(image), Some(span)) => Some((image, context.trimmed(span))),
        _ => None,
    }
}

/// Where the document says what it is called; without a title, its first line.
fn head(context: &Context<'_>) -> Span {
    let title = context.document.meta.title.as_ref().map(|title| title.span);
    title.unwrap_or_else(|| {
        let start = context.source.body_start();
        let text = context.source.text().get(start..).unwrap_or_default();
        let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let at = start + text.find(line).unwrap_or_default();
        Span::new(at, at + line.len())
    })
}
