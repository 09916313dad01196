//! Reading a source into a [`Document`]. Reading cannot fail: what it met and mended is kept as
//! notes.
//!
//! `markdown` and `html` build one [`tree`] from what the source marks up. Then each step looks for
//! one thing that councils do not mark up, and adds structure without touching a word: tables that
//! stand for labels or for the layout of a page, tables and label lines made of tabs, printed numbers, headings in capitals, what the document says of
//! itself, short forms and their long forms.

mod acronyms;
mod assemble;
mod bodies;
mod bullets;
mod characters;
mod containers;
mod from_word;
mod front_matter;
mod front_matter_lines;
mod headings;
mod html;
mod indents;
mod label_tables;
mod labels;
mod languages;
mod layout_tables;
mod line_ends;
mod lines;
mod markdown;
mod meaning;
mod meeting;
mod meeting_line;
mod metadata;
mod neighbours;
mod numbers;
mod outline;
mod pandoc;
mod parts;
mod side_by_side;
mod stray_marks;
mod stretch;
mod stretches;
mod tables;
mod tree;
mod word_list;

use crate::model::{Document, SourceId};
use crate::source::Source;
use line_ends::LineEnds;

/// Reads a source. Reading never fails and loses no word.
///
/// ```
/// use plainsong::{Source, model::BlockKind, parse};
///
/// let document = parse(&Source::new("report.md", "3.0 BACKGROUND\n\n3.1 The panel met."));
/// assert!(matches!(document.blocks[0].kind, BlockKind::Heading { .. }));
/// let BlockKind::Paragraph { number, .. } = &document.blocks[1].kind else { panic!() };
/// assert_eq!(number.as_ref().unwrap().text, "3.1");
/// ```
#[must_use]
pub fn parse(source: &Source) -> Document {
    let mut document = Document::new(SourceId::of(source));
    let (front_matter, unreadable) = match front_matter::read(source) {
        Ok(front_matter) => (front_matter, None),
        Err(unreadable) => (None, Some(unreadable)),
    };
    let ends = front_matter.as_ref().map(|front_matter| front_matter.end).or(unreadable.as_ref().map(|unreadable| unreadable.end));
    let from = ends.unwrap_or(source.body_start());

    let mut tree = tree::Tree::new(source.body_start());
    if let Some(unreadable) = unreadable {
        lines::read_as_text(source, unreadable.content, &mut tree);
        tree.note(unreadable.note);
    }
    document.containers = markdown::read(source, from, &mut tree);
    (document.blocks, document.notes) = tree.finish(source.text().len());

    let mut line_ends = LineEnds::default();
    stretches::each(&mut document, |part| {
        stray_marks::recognise(part);
        line_ends.count(&part.blocks);
    });
    document.notes.extend(line_ends.note(source));
    stretches::each(&mut document, |part| {
        line_ends.recognise(part, source);
        indents::recognise(part);
        bullets::recognise(part);
        from_word::recognise(part, source);
        label_tables::recognise(part);
        layout_tables::recognise(part);
        labels::recognise(part);
        tables::recognise(part, source);
        numbers::recognise(&mut part.blocks);
    });
    neighbours::recognise(&mut document.blocks);
    metadata::recognise(&mut document, front_matter, source);
    headings::recognise(&mut document);
    outline::recognise(&mut document);
    containers::recognise(&mut document);
    meaning::recognise(&mut document);
    containers::unmark(&mut document);
    document.notes.sort_by_key(|note| (note.span, note.kind));
    document
}
