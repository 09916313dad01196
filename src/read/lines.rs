//! The lines of a paragraph, and the cells that tabs make of a line.

use std::borrow::Cow;
use std::ops::Range;

use super::tree::{Element, Tree};
use crate::model::{Inline, InlineKind, Origin, Prose, cut, part_of, trimmed};
use crate::source::{Source, Span};
use crate::text::places_of;

/// The lines that the author wrote, without their breaks. A break inside emphasis or a link does
/// not end a line.
pub(super) fn lines(content: &[Inline]) -> Vec<&[Inline]> {
    content.split(is_line_end).collect()
}

/// Whether an inline ends a line.
pub(super) const fn is_line_end(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::SoftBreak | InlineKind::LineBreak)
}

/// The text that a run of inlines begins with; `None`, if it does not begin with text or that takes a
/// closer look. A step that looks for a sign at the start asks this first: most passages have none
/// there, and need not be put together.
pub(super) fn opening(content: &[Inline]) -> Option<&str> {
    match &content.iter().find(|inline| !matches!(inline.kind, InlineKind::NoteRef(_)))?.kind {
        InlineKind::Text(text) => Some(text),
        InlineKind::Emphasis(inner)
        | InlineKind::Strong(inner)
        | InlineKind::Deleted(inner)
        | InlineKind::HardWord(inner)
        | InlineKind::CrossReference { content: inner, .. }
        | InlineKind::Link { content: inner, .. } => opening(inner),
        InlineKind::Code(_)
        | InlineKind::Image(_)
        | InlineKind::Abbreviation { .. }
        | InlineKind::NoteRef(_)
        | InlineKind::SoftBreak
        | InlineKind::LineBreak => None,
    }
}

/// So many words show whether a number stands before the others, and whether it counts something.
const FIRST_WORDS: usize = 3;

/// The words that a run of inlines begins with, enough to tell a printed number from an amount. Nearly
/// always they stand in one text.
pub(super) fn first_words(content: &[Inline]) -> Cow<'_, str> {
    match content {
        [Inline { kind: InlineKind::Text(text), .. }, rest @ ..]
            if rest.is_empty() || text.split_whitespace().nth(FIRST_WORDS).is_some() =>
        {
            Cow::Borrowed(text)
        }
        _ => Prose::text_of(content),
    }
}

/// Whether any text in a run of inlines is of a kind. A step that looks for a sign asks this first:
/// most passages hold none, and need not be put together.
pub(super) fn any_text(content: &[Inline], is: &dyn Fn(&str) -> bool) -> bool {
    content.iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Abbreviation { short: text, .. } => is(text),
        InlineKind::Image(image) => is(&image.alternative),
        InlineKind::Emphasis(inner)
        | InlineKind::Strong(inner)
        | InlineKind::Deleted(inner)
        | InlineKind::HardWord(inner)
        | InlineKind::CrossReference { content: inner, .. }
        | InlineKind::Link { content: inner, .. } => any_text(inner, is),
        InlineKind::NoteRef(_) | InlineKind::SoftBreak | InlineKind::LineBreak => false,
    })
}

/// The parts of a line between these ranges of its prose, trimmed. The mark of a footnote in a gap
/// goes with the part after it.
pub(super) fn between(line: &[Inline], gaps: &[Range<usize>]) -> Vec<Vec<Inline>> {
    if let [Inline { kind: InlineKind::Text(text), origin }] = line {
        return between_in_text(text, *origin, gaps);
    }
    let at: Vec<usize> = gaps.iter().flat_map(|gap| [gap.start, gap.end]).collect();
    let mut parts = Vec::with_capacity(gaps.len() + 1);
    let mut notes = Vec::new();
    for (index, part) in cut(line, &at).into_iter().enumerate() {
        if index % 2 == 0 {
            let part = trimmed(part);
            parts.push(if notes.is_empty() { part } else { notes.drain(..).chain(part).collect() });
        } else {
            notes.extend(part.into_iter().filter(|inline| matches!(inline.kind, InlineKind::NoteRef(_))));
        }
    }
    parts
}

/// The same for a line that is one text, as most are.
fn between_in_text(text: &str, origin: Origin, gaps: &[Range<usize>]) -> Vec<Vec<Inline>> {
    let starts = std::iter::once(0).chain(gaps.iter().map(|gap| gap.end));
    let ends = gaps.iter().map(|gap| gap.start).chain(std::iter::once(text.len()));
    let part = |(start, end): (usize, usize)| {
        let part = text.get(start..end).unwrap_or_default();
        let words = part.trim();
        let from = start + part.len() - part.trim_start().len();
        let inline = || Inline::text(words, part_of(origin, from, from + words.len()));
        if words.is_empty() { Vec::new() } else { vec![inline()] }
    };
    starts.zip(ends).map(part).collect()
}

/// The first of the two bytes of a no-break space.
pub(super) const NO_BREAK_SPACE_BEGINS: u8 = 0xc2;

/// Whether a text has a tab, or spaces that may draw one.
pub(super) fn may_hold_tab(text: &str) -> bool {
    places_of(text, b'\t', NO_BREAK_SPACE_BEGINS).any(|at| text.get(at..).is_some_and(|rest| rest.starts_with(['\t', '\u{a0}'])))
}

/// Where the tabs of a line are: each alone, or each run as one. A run of no-break spaces is how a
/// web page draws a tab, and counts as one.
pub(super) fn tabs(prose: &Prose, run: TabRun) -> Vec<Range<usize>> {
    let mut tabs: Vec<Range<usize>> = Vec::new();
    for gap in gaps(prose.text()).filter(|gap| !prose.is_code(gap.start)) {
        match tabs.last_mut() {
            Some(last) if run == TabRun::Joined && last.end == gap.start => last.end = gap.end,
            _ => tabs.push(gap),
        }
    }
    tabs
}

/// The fewest white space characters that draw a tab, two of them no-break spaces: people type one
/// or two after a full stop.
const SHORTEST_RUN: usize = 3;

/// Each tab of a text, and each run of no-break spaces.
fn gaps(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.get(at..)?.find(['\t', '\u{a0}'])?;
            let rest = text.get(start..)?;
            if rest.starts_with('\t') {
                at = start + 1;
                return Some(start..at);
            }
            let run = &rest[..rest.find(|character| !matches!(character, ' ' | '\u{a0}')).unwrap_or(rest.len())];
            at = start + run.len();
            if run.chars().count() >= SHORTEST_RUN && run.matches('\u{a0}').count() > 1 {
                return Some(start..at);
            }
        }
    })
}

/// What several tabs in a row mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TabRun {
    /// Empty cells between them.
    Separate,
    /// One step to the next cell.
    Joined,
}

/// Where a line stands, from its first word to its last.
pub(super) fn span(line: &[Inline]) -> Option<Span> {
    line.iter().filter_map(|inline| inline.origin.span()).reduce(Span::cover)
}

/// How many tabs follow a line before it ends: Markdown strips them, but they hold empty cells.
pub(super) fn trailing_tabs(line: &[Inline], source: &Source) -> usize {
    let Some(span) = span(line) else { return 0 };
    source.text()[span.end..].bytes().take_while(|byte| matches!(byte, b'\t' | b' ')).filter(|&byte| byte == b'\t').count()
}

/// Reads a stretch of the source as a paragraph, line by line, without looking for any markup.
pub(super) fn read_as_text(source: &Source, span: Span, tree: &mut Tree) {
    tree.open(Element::Paragraph, span);
    let mut at = span.start;
    for line in source.slice(span).split_inclusive('\n') {
        let text = line.trim();
        let start = at + line.len() - line.trim_start().len();
        if !text.is_empty() {
            let span = Span::new(start, start + text.len());
            tree.text(text, Origin::Literal(span));
            tree.inline(InlineKind::LineBreak, Origin::Decoded(Span::new(span.end, at + line.len())));
        }
        at += line.len();
    }
    tree.close(span.end);
}
