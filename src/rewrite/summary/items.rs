//! The items of the lists: the words of the minutes, and where they stand.

use super::places::{Heading, Places, Within};
use crate::model::{Block, BlockKind, Cell, Definition, Inline, InlineKind, Item, Origin, Prose, cut, trimmed, walk};
use crate::source::Span;

/// A numbered line of more words than this is no name for what stands below it.
const LONGEST_NAME: usize = 15;

/// What stands for a task where minutes have only a name beside it.
const NOT_WITH_NAME: &str = "Please read it in the minutes.";

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
    let words = paragraphs(&quote.pieces);
    Some(item([quote.way, said(label, words)]))
}

/// What someone will do, as a place says. None, if no words stand there.
pub(super) fn action(span: Span, owner: Option<&str>, due: Option<&str>, places: &Places<'_>) -> Option<Item> {
    let quote = Quote::of(span, places)?;
    let printed = |label, words: &str| said(label, vec![paragraph(vec![Inline::text(words, Origin::DerivedFrom(span))])]);
    let who = owner.map(|owner| printed("Who", owner));
    let when = due.map(|due| printed("When", due));
    let is_said_apart = |piece: &Piece<'_>| [owner, due].contains(&Some(Prose::of(&piece.content).text().trim()));
    let pieces: Vec<Piece<'_>> = quote.pieces.into_iter().filter(|piece| !is_said_apart(piece)).collect();
    let parts = [Some(quote.way), who].into_iter().flatten().chain(task(&pieces)).chain(when);
    Some(item(parts))
}

/// What is to be done. The cells of a row are each said with the head of their column, unless there is
/// one alone.
fn task(pieces: &[Piece<'_>]) -> Vec<Definition> {
    if pieces.is_empty() {
        return vec![said("What", vec![paragraph(vec![own(NOT_WITH_NAME)])])];
    }
    let cells: Vec<&[Piece<'_>]> = pieces.chunk_by(|before, piece| same(before.within.cell, piece.within.cell)).collect();
    let is_row = cells.len() > 1;
    let part = |cell: &&[Piece<'_>]| {
        let head = cell.first().and_then(|piece| piece.within.column).filter(|_| is_row).and_then(words_of);
        let term = head.unwrap_or_else(|| own("What"));
        Definition { term: vec![term], description: paragraphs(cell), origin: Origin::None }
    };
    cells.iter().map(part).collect()
}

fn item(parts: impl IntoIterator<Item = Definition>) -> Item {
    let parts = BlockKind::Definitions(parts.into_iter().collect());
    Item { label: None, blocks: vec![Block::new(parts, Origin::None)], origin: Origin::None }
}

fn said(label: &str, description: Vec<Block>) -> Definition {
    Definition { term: vec![own(label)], description, origin: Origin::None }
}

fn paragraph(content: Vec<Inline>) -> Block {
    Block::paragraph(content, Origin::None)
}

/// The words at a place, a piece for each passage that holds some of them.
struct Quote<'p> {
    /// Where they stand, and the way there.
    way: Definition,
    pieces: Vec<Piece<'p>>,
}

struct Piece<'p> {
    content: Vec<Inline>,
    within: &'p Within<'p>,
    /// Whether the pieces after it say what it is the label of.
    is_term: bool,
}

impl<'p> Quote<'p> {
    fn of(span: Span, places: &'p Places<'_>) -> Option<Self> {
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
            pieces.push(Piece { content, within: &passage.within, is_term: passage.is_term });
        }
        Some(Self { way: way?, pieces })
    }
}

/// Pieces as paragraphs, a label and what it labels in one.
fn paragraphs(pieces: &[Piece<'_>]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut content = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        content.extend(piece.content.iter().cloned());
        if piece.is_term && index + 1 < pieces.len() {
            content.push(Inline::text(": ", Origin::None));
        } else {
            blocks.push(paragraph(std::mem::take(&mut content)).in_language(piece.within.lang.cloned()));
        }
    }
    blocks
}

fn same(one: Option<&Cell>, other: Option<&Cell>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
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

/// Where a passage stands, in words that lead there: the heading above it and the numbers before it;
/// without both, the numbered line above it.
fn way_to(to: Span, within: &Within<'_>) -> Definition {
    let numbers = within.numbers.iter().map(|number| Inline::text(&number.text, number.origin));
    let numbers =
        |first: &str| numbers.clone().enumerate().flat_map(|(index, number)| [own(if index == 0 { first } else { " " }), number]).collect();
    let (label, words): (&str, Vec<Inline>) = match (within.heading, within.above) {
        (Some(heading), _) => ("Under", [vec![name(heading)], numbers(", ")].concat()),
        (None, _) if !within.numbers.is_empty() => ("Under", numbers("number ")),
        (None, Some(Heading { number: Some(number), content })) if Prose::of(content).text().split_whitespace().count() > LONGEST_NAME => {
            ("After", vec![own("number "), Inline::text(&number.text, number.origin)])
        }
        (None, Some(above)) => ("After", vec![name(above)]),
        (None, None) => ("Where", vec![own("further on in these minutes")]),
    };
    said(label, vec![paragraph(vec![Inline::new(InlineKind::CrossReference { to, content: words }, Origin::None)])])
}

fn own(words: &str) -> Inline {
    Inline::text(words, Origin::None)
}

/// A heading in one, with its number.
fn name(heading: Heading<'_>) -> Inline {
    let prose = Prose::of(heading.content);
    let text = prose.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let number = heading.number.map(|number| format!("{} ", number.text)).unwrap_or_default();
    let origin = prose.span(0..prose.text().len()).map_or(Origin::None, Origin::DerivedFrom);
    Inline::text(format!("{number}{}", text.trim_end_matches([':', ',', ';'])), origin)
}
