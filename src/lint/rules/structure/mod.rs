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

use crate::lint::rule::Context;
use crate::model::{BlockKind, Image, InlineKind, walk};
use crate::source::Span;

/// Every picture and its place, in no order.
fn pictures<'a>(context: &Context<'a>) -> Vec<(&'a Image, Span)> {
    let mut found: Vec<(&Image, Span)> = Vec::new();
    walk::blocks(&context.document.blocks, &mut |block| {
        if let BlockKind::Figure(image) = &block.kind {
            found.extend(block.origin.span().map(|span| (&**image, context.trimmed(span))));
        }
    });
    walk::passages(&context.document.blocks, &mut |passage| {
        walk::inlines(passage.content, &mut |inline| {
            if let InlineKind::Image(image) = &inline.kind {
                found.extend(inline.origin.span().map(|span| (&**image, span)));
            }
        });
    });
    found
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
