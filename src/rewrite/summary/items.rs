//! The items of the lists: the way to a place, the words that stand there, who and when.

use super::places::Places;
use super::quote::{Piece, pieces_at};
use super::way::way_to;
use crate::model::{Block, BlockKind, Inline, InlineKind, Item, Lang, Origin, Prose, trimmed};
use crate::source::Span;

/// What came of a motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was decided.
    Agreed,
    /// It was lost.
    NotAgreed,
}

/// What was decided at a place. None, if no words stand there.
pub(super) fn decision(span: Span, outcome: Outcome, places: &Places<'_>) -> Option<Item> {
    let pieces = pieces_at(span, places);
    let mut lead = way_to(pieces.first()?);
    match outcome {
        Outcome::Agreed => {}
        Outcome::NotAgreed => lead.extend(label("Not agreed")),
    }
    Some(item(after(lead, lines(&pieces))))
}

/// What someone will do, as a place says. None, if no words stand there.
pub(super) fn action(span: Span, owner: Option<&str>, due: Option<&str>, places: &Places<'_>) -> Option<Item> {
    let pieces = pieces_at(span, places);
    let lead = way_to(pieces.first()?);
    let is_said_apart = |piece: &&Piece<'_>| [owner, due].contains(&Some(Prose::of(&piece.content).text().trim()));
    let task: Vec<Piece<'_>> = pieces.iter().filter(|piece| !is_said_apart(piece)).cloned().collect();
    let cells: Vec<&[Piece<'_>]> = task.chunk_by(Piece::shares_cell).collect();
    let mut said = match cells.as_slice() {
        [] => vec![Line::of([lead, vec![own("please read it in the minutes.")]].concat())],
        [one] => after(lead, lines(one)),
        row => {
            let cells = row.iter().flat_map(|cell| after(cell.first().map(Piece::column).unwrap_or_default(), lines(cell)));
            std::iter::once(Line::of(trimmed(lead))).chain(cells).collect()
        }
    };
    for (name, printed) in [("Who", owner), ("When", due)] {
        said.extend(printed.map(|words| Line::of([label(name), vec![Inline::text(words, Origin::DerivedFrom(span))]].concat())));
    }
    Some(item(said))
}

/// A line of an item.
struct Line {
    content: Vec<Inline>,
    lang: Option<Lang>,
    /// Whether it begins a paragraph of the minutes, after another.
    begins_paragraph: bool,
}

impl Line {
    fn of(content: Vec<Inline>) -> Self {
        Self { content, lang: None, begins_paragraph: false }
    }
}

/// Pieces as lines, a label and what it labels on one.
fn lines(pieces: &[Piece<'_>]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut content = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        content.extend(piece.content.iter().cloned());
        if piece.is_term && index + 1 < pieces.len() {
            content.push(own(": "));
        } else {
            let begins_paragraph = !lines.is_empty();
            lines.push(Line { content: std::mem::take(&mut content), lang: piece.within.lang.cloned(), begins_paragraph });
        }
    }
    lines
}

/// Lines after words of another kind: on the same line, unless that is in another language.
fn after(lead: Vec<Inline>, mut lines: Vec<Line>) -> Vec<Line> {
    match lines.first_mut() {
        Some(first) if first.lang.is_none() => {
            first.content.splice(0..0, lead);
        }
        _ => lines.insert(0, Line::of(trimmed(lead))),
    }
    lines
}

/// Lines as an item: of one paragraph, if the minutes have no more there, so that it stays together.
fn item(lines: Vec<Line>) -> Item {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        match blocks.last_mut() {
            Some(Block { kind: BlockKind::Paragraph { content, .. }, lang, .. }) if !line.begins_paragraph && *lang == line.lang => {
                content.push(Inline::new(InlineKind::LineBreak, Origin::None));
                content.extend(line.content);
            }
            _ => blocks.push(Block::paragraph(line.content, Origin::None).in_language(line.lang)),
        }
    }
    Item { label: None, blocks, origin: Origin::None }
}

/// A label of ours and the colon after it.
fn label(words: &str) -> Vec<Inline> {
    vec![Inline::new(InlineKind::Strong(vec![own(&format!("{words}:"))]), Origin::None), own(" ")]
}

/// Words of our own.
pub(super) fn own(words: &str) -> Inline {
    Inline::text(words, Origin::None)
}
