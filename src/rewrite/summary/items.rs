//! The items of the lists: the words of the minutes, and where they stand.

use super::places::{Passage, Places, Within};
use crate::model::{Block, BlockKind, Cell, Definition, Inline, InlineKind, Item, Origin, Prose, cut, trimmed, walk};
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
    let quote = Quote::of(span, places)?;
    let label = match outcome {
        Outcome::Agreed => "Decision",
        Outcome::NotAgreed => "Not agreed",
    };
    let words = said(label, quote.words(&[]));
    Some(item([quote.way, words]))
}

/// What someone will do, as a place says. None, if no words stand there.
pub(super) fn action(span: Span, owner: Option<&str>, due: Option<&str>, places: &Places<'_>) -> Option<Item> {
    let quote = Quote::of(span, places)?;
    let printed = |label, words: &str| said(label, vec![paragraph(vec![Inline::text(words, Origin::DerivedFrom(span))])]);
    let who = owner.map(|owner| printed("Who", owner));
    let when = due.map(|due| printed("When", due));
    let said_apart: Vec<&str> = owner.into_iter().chain(due).collect();
    let what = said("What", quote.words(&said_apart));
    Some(item([Some(quote.way), who, Some(what), when].into_iter().flatten()))
}

fn item(parts: impl IntoIterator<Item = Definition>) -> Item {
    let parts = BlockKind::Definitions(parts.into_iter().collect());
    Item { label: None, blocks: vec![Block::new(parts, Origin::None)], origin: Origin::None }
}

fn said(label: &str, description: Vec<Block>) -> Definition {
    Definition { term: vec![Inline::text(label, Origin::None)], description, origin: Origin::None }
}

fn paragraph(content: Vec<Inline>) -> Block {
    Block::paragraph(content, Origin::None)
}

/// The words at a place, a piece for each passage that holds some of them.
struct Quote<'p, 'a> {
    /// Where they stand, and the way there.
    way: Definition,
    pieces: Vec<Piece<'p, 'a>>,
}

struct Piece<'p, 'a> {
    passage: &'p Passage<'a>,
    content: Vec<Inline>,
}

impl<'p, 'a> Quote<'p, 'a> {
    fn of(span: Span, places: &'p Places<'a>) -> Option<Self> {
        let mut way = None;
        let mut pieces = Vec::new();
        for passage in places.at(span) {
            let Some(range) = passage.prose.within(span) else { continue };
            let content = cut(passage.content, &[range.start, range.end]).into_iter().nth(1).unwrap_or_default();
            let content = trimmed(quoted(content));
            if content.is_empty() {
                continue;
            }
            if way.is_none() {
                way = passage.prose.span(range).map(|to| way_to(to, &passage.within));
            }
            pieces.push(Piece { passage, content });
        }
        Some(Self { way: way?, pieces })
    }

    /// The words as blocks. Cells of a row that only repeat what is said apart are left out; those of
    /// several columns are said with the heads of their columns, as labels with what they label.
    fn words(&self, said_apart: &[&str]) -> Vec<Block> {
        let is_apart =
            |piece: &&Piece<'_, '_>| piece.passage.within.cell.is_some() && said_apart.contains(&Prose::of(&piece.content).text().trim());
        let mut kept: Vec<&Piece<'_, '_>> = self.pieces.iter().filter(|piece| !is_apart(piece)).collect();
        if kept.is_empty() {
            kept = self.pieces.iter().collect();
        }
        let cells = kept.chunk_by(|before, piece| same(before.passage.within.cell, piece.passage.within.cell)).count();
        let mut blocks = Vec::new();
        let mut content = Vec::new();
        let mut cell = None;
        for piece in kept {
            let passage = piece.passage;
            if let Some(column) = passage.within.column.filter(|_| cells > 1 && !same(cell, passage.within.cell)) {
                content.extend(labelled(words_of(column)));
            }
            cell = passage.within.cell;
            content.extend(piece.content.iter().cloned());
            if passage.is_term {
                content.push(Inline::text(": ", Origin::None));
            } else {
                blocks.push(paragraph(std::mem::take(&mut content)).in_language(passage.within.lang.cloned()));
            }
        }
        if !content.is_empty() {
            blocks.push(paragraph(content));
        }
        blocks
    }
}

fn same(one: Option<&Cell>, other: Option<&Cell>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// A label and the colon after it.
fn labelled(label: Option<Inline>) -> Vec<Inline> {
    label.map(|label| vec![label, Inline::text(": ", Origin::None)]).unwrap_or_default()
}

/// The words of a cell in one.
fn words_of(cell: &Cell) -> Option<Inline> {
    let mut words = Vec::new();
    walk::passages(&cell.blocks, &mut |passage| {
        words.extend(Prose::of(passage.content).text().split_whitespace().map(str::to_owned));
    });
    let words = words.join(" ");
    let words = words.trim_end_matches(':');
    (!words.is_empty()).then(|| Inline::text(words, cell.origin.span().map_or(Origin::None, Origin::DerivedFrom)))
}

/// Inlines as they are quoted: without the marks of notes, which belong to their place, without bold
/// that lies on all of them, and pictures as the words that stand for them.
fn quoted(content: Vec<Inline>) -> Vec<Inline> {
    let content: Vec<Inline> = content.into_iter().filter_map(quoted_inline).collect();
    match <[Inline; 1]>::try_from(content) {
        Ok([Inline { kind: InlineKind::Strong(inner) | InlineKind::Emphasis(inner), .. }]) => inner,
        Ok(one) => one.into(),
        Err(content) => content,
    }
}

fn quoted_inline(inline: Inline) -> Option<Inline> {
    let within = |content: Vec<Inline>| content.into_iter().filter_map(quoted_inline).collect();
    let kind = match inline.kind {
        InlineKind::NoteRef(_) => return None,
        InlineKind::Image(image) => return Some(Inline::text(image.alternative, inline.origin.decoded())),
        InlineKind::Link { target, content, .. } => InlineKind::Link { target, title: None, content: within(content) },
        InlineKind::Emphasis(content) => InlineKind::Emphasis(within(content)),
        InlineKind::Strong(content) => InlineKind::Strong(within(content)),
        InlineKind::Deleted(content) => InlineKind::Deleted(within(content)),
        InlineKind::HardWord(content) => InlineKind::HardWord(within(content)),
        InlineKind::CrossReference { to, content } => InlineKind::CrossReference { to, content: within(content) },
        kind @ (InlineKind::Text(_)
        | InlineKind::Code(_)
        | InlineKind::Abbreviation { .. }
        | InlineKind::SoftBreak
        | InlineKind::LineBreak) => kind,
    };
    Some(Inline::new(kind, inline.origin))
}

/// Where a passage stands, in words that lead there: the heading above it and the numbers before it.
fn way_to(to: Span, within: &Within<'_>) -> Definition {
    let mut words = Vec::new();
    if let Some(heading) = within.heading {
        let number = heading.number.map(|number| format!("{} ", number.text)).unwrap_or_default();
        let prose = Prose::of(heading.content);
        let text = prose.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let origin = prose.span(0..prose.text().len()).map_or(Origin::None, Origin::DerivedFrom);
        words.push(Inline::text(format!("{number}{}", text.trim_end_matches([':', ',', ';'])), origin));
    }
    for (index, number) in within.numbers.iter().enumerate() {
        let before = match (index, within.heading) {
            (0, Some(_)) => ", ",
            (0, None) => "number ",
            _ => " ",
        };
        words.push(Inline::text(before, Origin::None));
        words.push(Inline::text(&number.text, number.origin));
    }
    let label = if words.is_empty() {
        words.push(Inline::text("further on in these minutes", Origin::None));
        "Where"
    } else {
        "Under"
    };
    said(label, vec![paragraph(vec![Inline::new(InlineKind::CrossReference { to, content: words }, Origin::None)])])
}
