//! Cutting a run of inlines in two or more, so that a sentence can stand on its own.

use super::{Inline, InlineKind, Origin};
use crate::source::Span;

/// Cuts inlines at these offsets of their [`Prose`](super::Prose), in ascending order. Emphasis and
/// links that a cut goes through stand in both parts. A short form, code or an image is never cut:
/// it stays with the part that it begins in.
///
/// ```
/// use plainsong::{Source, parse, model::{BlockKind, Prose, cut}};
///
/// let document = parse(&Source::new("a.md", "One *two. Three* four."));
/// let BlockKind::Paragraph { content, .. } = &document.blocks[0].kind else { panic!() };
/// let parts = cut(content, &[9]);
/// assert_eq!(Prose::of(&parts[0]).text(), "One two. ");
/// assert_eq!(Prose::of(&parts[1]).text(), "Three four.");
/// ```
#[must_use]
pub fn cut(content: &[Inline], at: &[usize]) -> Vec<Vec<Inline>> {
    let mut knife = Knife { at, offset: 0 };
    let mut parts = Vec::with_capacity(at.len() + 1);
    parts.push(Vec::new());
    knife.cut_into(content, &mut parts);
    parts
}

struct Knife<'a> {
    /// The cuts still to be made.
    at: &'a [usize],
    /// The prose gone by.
    offset: usize,
}

impl Knife<'_> {
    fn cut_into(&mut self, content: &[Inline], parts: &mut Vec<Vec<Inline>>) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => {
                    self.cut_text(text, inline.origin, parts);
                }
                InlineKind::Abbreviation { short: text, .. } | InlineKind::Code(text) => self.keep_whole(inline, text.len(), parts),
                InlineKind::Image(image) => self.keep_whole(inline, image.alternative.len(), parts),
                InlineKind::SoftBreak | InlineKind::LineBreak => self.keep_whole(inline, 1, parts),
                InlineKind::NoteRef(_) => {
                    // A reference that stands at a cut belongs to the words before it.
                    last(parts).push(inline.clone());
                }
                InlineKind::Emphasis(inner) => self.cut_around(inner, inline.origin, parts, InlineKind::Emphasis),
                InlineKind::Strong(inner) => self.cut_around(inner, inline.origin, parts, InlineKind::Strong),
                InlineKind::Deleted(inner) => self.cut_around(inner, inline.origin, parts, InlineKind::Deleted),
                InlineKind::HardWord(inner) => self.cut_around(inner, inline.origin, parts, InlineKind::HardWord),
                InlineKind::CrossReference { to, content: inner } => {
                    self.cut_around(inner, inline.origin, parts, |content| InlineKind::CrossReference { to: *to, content });
                }
                InlineKind::Link { to, content: inner } => {
                    self.cut_around(inner, inline.origin, parts, |content| InlineKind::Link { to: to.clone(), content })
                }
            }
        }
    }

    fn cut_text(&mut self, text: &str, origin: Origin, parts: &mut Vec<Vec<Inline>>) {
        let mut from = 0;
        loop {
            self.cut_here(parts);
            let to = match self.at.first() {
                Some(&at) if at < self.offset + text.len() - from => from + at - self.offset,
                _ => text.len(),
            };
            if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
                last(parts).push(Inline::text(part, part_of(origin, from, to)));
            }
            self.offset += to - from;
            from = to;
            if from == text.len() {
                return;
            }
        }
    }

    fn keep_whole(&mut self, inline: &Inline, length: usize, parts: &mut Vec<Vec<Inline>>) {
        self.cut_here(parts);
        last(parts).push(inline.clone());
        self.offset += length;
    }

    fn cut_around(&mut self, inner: &[Inline], origin: Origin, parts: &mut Vec<Vec<Inline>>, wrap: impl Fn(Vec<Inline>) -> InlineKind) {
        self.cut_here(parts);
        let mut inner_parts = vec![Vec::new()];
        self.cut_into(inner, &mut inner_parts);
        let is_whole = inner_parts.len() == 1;
        for (index, part) in inner_parts.into_iter().enumerate() {
            if index > 0 {
                parts.push(Vec::new());
            }
            if !part.is_empty() || inner.is_empty() {
                let origin = if is_whole { origin } else { Origin::covering(part.iter().map(|inline| inline.origin)) };
                last(parts).push(Inline::new(wrap(part), origin));
            }
        }
    }

    /// Begins a new part for each cut that is due.
    fn cut_here(&mut self, parts: &mut Vec<Vec<Inline>>) {
        while let [first, rest @ ..] = self.at
            && *first <= self.offset
        {
            self.at = rest;
            parts.push(Vec::new());
        }
    }
}

fn last(parts: &mut Vec<Vec<Inline>>) -> &mut Vec<Inline> {
    if parts.is_empty() {
        parts.push(Vec::new());
    }
    let end = parts.len() - 1;
    let last = &mut parts[end];
    // Most parts are one text: left to itself, the list would make room for four.
    if last.is_empty() {
        last.reserve_exact(1);
    }
    last
}

/// The same inlines without white space at either end.
pub(crate) fn trimmed(mut content: Vec<Inline>) -> Vec<Inline> {
    while content.last().is_some_and(is_blank) {
        content.pop();
    }
    let blank = content.iter().take_while(|inline| is_blank(inline)).count();
    if blank > 0 {
        content.drain(..blank);
    }
    if let Some(Inline { kind: InlineKind::Text(text), origin }) = content.last_mut()
        && text.ends_with(char::is_whitespace)
    {
        text.truncate(text.trim_end().len());
        *origin = part_of(*origin, 0, text.len());
    }
    if let Some(Inline { kind: InlineKind::Text(text), origin }) = content.first_mut()
        && text.starts_with(char::is_whitespace)
    {
        let gone = text.len() - text.trim_start().len();
        *origin = part_of(*origin, gone, text.len());
        text.drain(..gone);
    }
    content
}

/// Whether an inline is white space and no more, without looking into what holds inlines of its own.
fn is_blank(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.chars().all(char::is_whitespace),
        InlineKind::SoftBreak | InlineKind::LineBreak => true,
        InlineKind::Emphasis(_)
        | InlineKind::Strong(_)
        | InlineKind::Deleted(_)
        | InlineKind::Code(_)
        | InlineKind::Link { .. }
        | InlineKind::Image(_)
        | InlineKind::Abbreviation { .. }
        | InlineKind::HardWord(_)
        | InlineKind::CrossReference { .. }
        | InlineKind::NoteRef(_) => false,
    }
}

/// The origin of a part of a text.
pub(crate) const fn part_of(origin: Origin, from: usize, to: usize) -> Origin {
    match origin {
        Origin::Literal(span) => Origin::Literal(Span::new(span.start + from, span.start + to)),
        Origin::Decoded(_) | Origin::DerivedFrom(_) | Origin::None => origin,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Prose;

    fn text(text: &str, start: usize) -> Inline {
        Inline::text(text, Origin::Literal(Span::new(start, start + text.len())))
    }

    #[test]
    fn a_cut_keeps_places_exact() {
        let parts = cut(&[text("One. Two.", 10)], &[5]);
        assert_eq!(parts[1], vec![text("Two.", 15)]);
    }

    #[test]
    fn a_note_reference_stays_with_the_words_before_it() {
        let content = [text("One.", 0), Inline::new(InlineKind::NoteRef("1".into()), Origin::None), text(" Two.", 8)];
        let parts = cut(&content, &[4]);
        assert_eq!(parts[0].len(), 2);
        assert_eq!(Prose::of(&parts[1]).text(), " Two.");
    }

    #[test]
    fn no_cut_is_one_part_and_nothing_is_lost() {
        let content = [text("One ", 0), Inline::new(InlineKind::Strong(vec![text("two", 6)]), Origin::None)];
        assert_eq!(cut(&content, &[]), vec![content.to_vec()]);
    }

    #[test]
    fn a_short_form_is_not_cut() {
        let short = Inline::new(InlineKind::Abbreviation { short: "TLAP".into(), long: "Think Local Act Personal".into() }, Origin::None);
        let parts = cut(std::slice::from_ref(&short), &[2]);
        assert_eq!(parts[0], vec![short]);
    }
}
