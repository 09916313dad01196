//! The comments in a document that speak to the linter.

use std::ops::Range;

use crate::model::{BlockKind, Document, InlineKind, walk};
use crate::source::{Source, Span};
use crate::text::holds_part;

/// What every such comment begins with.
const PREFIX: &str = "plainsong-";

/// An HTML comment that speaks to the linter: `<!-- plainsong-ignore-next-line jargon: their own name -->`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment {
    /// The whole comment.
    pub(super) span: Span,
    /// What it asks for.
    pub(super) order: Order,
    /// Where its first word is.
    pub(super) word: Span,
    /// Where the names of rules are.
    pub(super) rules: Vec<Span>,
    /// Where the reason is, if one is given.
    pub(super) reason: Option<Span>,
}

/// What a comment asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// To ignore what begins on the next line that is not blank.
    NextLine,
    /// To ignore what begins from here to the end of the block.
    Start,
    /// To go on.
    End,
    /// To ignore a rule in the whole file.
    File,
    /// Something else.
    Unknown,
}

impl Order {
    /// The words that comments begin with, and what each asks for.
    pub(super) const WORDS: [(&str, Self); 4] = [
        ("plainsong-ignore-next-line", Self::NextLine),
        ("plainsong-ignore-start", Self::Start),
        ("plainsong-ignore-end", Self::End),
        ("plainsong-ignore-file", Self::File),
    ];

    fn of(word: &str) -> Self {
        Self::WORDS.iter().find(|(known, _)| *known == word).map_or(Self::Unknown, |(_, order)| *order)
    }
}

/// Every such comment that does not stand in code, in order.
pub(super) fn comments(document: &Document, source: &Source) -> Vec<Comment> {
    let text = source.text();
    if !holds_part(text, PREFIX) {
        return Vec::new();
    }
    let code = code(document);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find("<!--")).map(|offset| at + offset) {
        let inner = start + "<!--".len();
        let before = code.partition_point(|range| range.start <= start);
        if let Some(range) = before.checked_sub(1).and_then(|at| code.get(at)).filter(|range| start < range.end) {
            at = range.end.max(inner);
            continue;
        }
        let Some(end) = text.get(inner..).and_then(|rest| rest.find("-->")).map(|offset| inner + offset) else { break };
        at = end + "-->".len();
        found.extend(comment(source, Span::new(start, at), Span::new(inner, end)));
    }
    found
}

/// The places of code, which is shown as it stands, in order and apart.
fn code(document: &Document) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    walk::blocks(&document.blocks, &mut |block| {
        if let (BlockKind::Code(_), Some(span)) = (&block.kind, block.origin.span()) {
            places.push(span.range());
        }
    });
    walk::passages(&document.blocks, &mut |passage| {
        walk::texts(passage.content, &mut |inline, _| {
            if let (InlineKind::Code(_), Some(span)) = (&inline.kind, inline.origin.span()) {
                places.push(span.range());
            }
        });
    });
    places.sort_by_key(|range| range.start);
    places
}

fn comment(source: &Source, span: Span, inner: Span) -> Option<Comment> {
    let inner = trimmed(source, inner);
    let text = source.slice(inner);
    if !text.starts_with(PREFIX) {
        return None;
    }
    let word_end = text.find(|character: char| character.is_whitespace() || character == ':').unwrap_or(text.len());
    let word = Span::new(inner.start, inner.start + word_end);
    let colon = text.find(':').map_or(inner.end, |at| inner.start + at);
    let reason = trimmed(source, Span::new((colon + 1).min(inner.end), inner.end));
    Some(Comment {
        span,
        order: Order::of(source.slice(word)),
        word,
        rules: names(source, Span::new(word.end, colon)),
        reason: (reason.start < reason.end).then_some(reason),
    })
}

/// The names in a list, with commas or spaces between.
fn names(source: &Source, list: Span) -> Vec<Span> {
    let text = source.slice(list);
    let mut names = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_between = character.is_whitespace() || character == ',';
        match (start, is_between) {
            (None, false) => start = Some(at),
            (Some(first), true) => {
                names.push(Span::new(list.start + first, list.start + at));
                start = None;
            }
            _ => {}
        }
    }
    names
}

fn trimmed(source: &Source, span: Span) -> Span {
    let text = source.slice(span);
    let start = span.start + (text.len() - text.trim_start().len());
    Span::new(start, start + text.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn read(text: &str) -> Vec<(Order, Vec<&str>, Option<&str>)> {
        let source = Source::new("t.md", text);
        let slice = |span: Span| &text[span.range()];
        let found = comments(&parse(&source), &source);
        found
            .iter()
            .map(|comment| (comment.order, comment.rules.iter().map(|&rule| slice(rule)).collect(), comment.reason.map(slice)))
            .collect()
    }

    #[test]
    fn a_comment_has_rules_and_a_reason() {
        assert_eq!(
            read("<!-- plainsong-ignore-next-line jargon: their own name -->\nText."),
            [(Order::NextLine, vec!["jargon"], Some("their own name"))]
        );
        assert_eq!(read("<!--plainsong-ignore-file jargon, long-sentence-->"), [(Order::File, vec!["jargon", "long-sentence"], None)]);
        assert_eq!(
            read("One <!-- plainsong-ignore-start -->two.<!-- plainsong-ignore-end: -->"),
            [(Order::Start, vec![], None), (Order::End, vec![], None)]
        );
        assert_eq!(read("<!-- plainsong-ignore jargon -->"), [(Order::Unknown, vec!["jargon"], None)]);
    }

    #[test]
    fn other_comments_and_code_do_not_speak_to_the_linter() {
        for text in [
            "<!-- see plainsong-ignore-file -->",
            "```html\n<!-- plainsong-ignore-file jargon -->\n```",
            "Write `<!-- plainsong-ignore-file jargon -->` there.",
            "<!-- a <!-- plainsong-ignore-file jargon -->",
            "<!-- plainsong-ignore-file jargon",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
        assert_eq!(read("`<!--` and\n\n<!-- plainsong-ignore-file jargon -->").len(), 1);
    }
}
