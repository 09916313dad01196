//! Reading a source into a [`Document`]. Reading cannot fail: what it met and mended is kept as
//! notes.
//!
//! `markdown` and `html` build one [`tree`] from what the source marks up. Then each step looks for
//! one thing that councils do not mark up, and adds structure without touching a word: tables that
//! stand for labels or for the layout of a page, tables and label lines made of tabs, printed numbers, headings in capitals, what the document says of
//! itself, short forms and their long forms.

mod acronyms;
mod assemble;
mod at_once;
mod bodies;
mod bullets;
mod characters;
mod code;
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
mod markdown_halves;
mod meaning;
mod meeting;
mod meeting_line;
mod metadata;
mod neighbours;
mod numbers;
mod outline;
mod pandoc;
mod parts;
mod stray_marks;
mod stretch;
mod stretches;
mod tables;
mod tree;
mod word_list;

use crate::model::{Block, Container, Document, Note, SourceId};
use crate::source::Source;
use at_once::at_once_if;
use front_matter::FrontMatter;
use line_ends::LineEnds;

/// What a source of so many bytes takes to read is worth a second thread.
const LARGE: usize = 256 * 1024;

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
    let is_large = source.text().len() >= LARGE;
    let (read, id) = at_once_if(is_large, || marked_up(source), || SourceId::of(source));
    let MarkedUp { blocks, notes, containers, front_matter } = read;
    let mut document = Document { blocks, notes, containers, ..Document::new(id) };

    let line_ends = line_ends(&mut document);
    document.notes.extend(line_ends.note(source));
    let read = stretches::each(&mut document.blocks, |sections| {
        line_ends.recognise(sections, source);
        indents::recognise(sections);
        bullets::recognise(sections);
        from_word::recognise(sections, source);
        label_tables::recognise(sections);
        layout_tables::recognise(sections);
        labels::recognise(sections);
        tables::recognise(sections, source);
        numbers::recognise(&mut sections.blocks);
    });
    document.blocks = read.blocks;
    document.notes.extend(read.notes);
    neighbours::recognise(&mut document.blocks);
    metadata::recognise(&mut document, front_matter, source);
    headings::recognise(&mut document);
    outline::recognise(&mut document);
    containers::recognise(&mut document);
    meaning::recognise(&mut document, is_large);
    containers::unmark(&mut document);
    document.notes.sort_by_key(|note| (note.span, note.kind));
    document
}

/// What a source marks up.
struct MarkedUp {
    blocks: Vec<Block>,
    notes: Vec<Note>,
    containers: Vec<Container>,
    front_matter: Option<FrontMatter>,
}

fn marked_up(source: &Source) -> MarkedUp {
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
    let containers = markdown::read(source, from, &mut tree);
    let (blocks, notes) = tree.finish(source.text().len());
    MarkedUp { blocks, notes, containers, front_matter }
}

/// The line ends of the document, without the stray marks among them. They tell how all of it was made, so
/// they are counted before the first stretch is read.
fn line_ends(document: &mut Document) -> LineEnds {
    let counts = stretches::halves(&mut document.blocks, |blocks| {
        let (mut line_ends, mut notes) = (LineEnds::default(), Vec::new());
        for stretch in blocks.chunks_mut(stretches::FEWEST) {
            stray_marks::recognise(stretch, &mut notes);
            line_ends.count(stretch);
        }
        (line_ends, notes)
    });
    let mut all = LineEnds::default();
    for (line_ends, notes) in counts {
        all = all.and(&line_ends);
        document.notes.extend(notes);
    }
    all
}
