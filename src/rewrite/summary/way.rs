//! The way to a place, in words that also say where it is: paper and plain text lead nowhere.

use super::items::own;
use super::places::Heading;
use super::quote::Piece;
use crate::model::{Inline, InlineKind, Origin, Prose};

/// A numbered line of more words than this is no name for what stands below it.
const LONGEST_NAME: usize = 15;

/// The words that lead to a piece, and the sign before what it says: the heading above it with the
/// numbers printed before it; without both, the numbered line above it.
pub(super) fn way_to(piece: &Piece<'_>) -> Vec<Inline> {
    let within = piece.within;
    let (before, words) = match (within.heading, within.above) {
        (Some(heading), _) => ("", [name(heading), numbers(piece, ", ")].concat()),
        (None, _) if !within.numbers.is_empty() => ("", numbers(piece, "Number ")),
        (None, Some(above)) => ("After ", numbered_line(above)),
        (None, None) => ("", vec![own("In this document")]),
    };
    let ends = Prose::of(&words).text().ends_with(|last: char| last.is_ascii_punctuation() && !matches!(last, ')' | ']' | '"' | '\''));
    let way = Inline::new(InlineKind::CrossReference { to: piece.place, content: words }, Origin::None);
    vec![Inline::new(InlineKind::Strong(vec![own(before), way]), Origin::None), own(if ends { " " } else { ": " })]
}

/// The numbers printed before a piece, the outermost first.
fn numbers(piece: &Piece<'_>, before: &str) -> Vec<Inline> {
    let numbers = piece.within.numbers.iter().enumerate();
    numbers.flat_map(|(index, number)| [own(if index == 0 { before } else { " " }), Inline::text(&number.text, number.origin)]).collect()
}

/// A numbered line as a name. Of a sentence or a long line, the number is enough.
fn numbered_line(line: Heading<'_>) -> Vec<Inline> {
    let prose = Prose::of(line.content);
    let text = prose.text().trim_end();
    let is_name = !text.ends_with(['.', ';', '!', '?']) && text.split_whitespace().count() <= LONGEST_NAME;
    match line.number {
        Some(number) if !is_name => vec![own("number "), Inline::text(&number.text, number.origin)],
        _ => name(line),
    }
}

/// A heading as a name, with its number.
fn name(heading: Heading<'_>) -> Vec<Inline> {
    let prose = Prose::of(heading.content);
    let words = prose.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let origin = prose.span(0..prose.text().len()).map_or(Origin::None, Origin::DerivedFrom);
    let number = heading.number.map(|number| [Inline::text(&number.text, number.origin), own(" ")]);
    number.into_iter().flatten().chain([Inline::text(words.trim_end_matches([':', ',', ';']), origin)]).collect()
}
