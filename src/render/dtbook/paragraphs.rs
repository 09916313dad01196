//! Paragraphs: sentence by sentence, and a sentence with references to notes piece by piece, so that a
//! player that leaves out the references still speaks every word, once.

use std::borrow::Cow;
use std::slice;

use crate::model::{Inline, InlineKind, Label, Origin, Prose, cut, walk};
use crate::text::sentences;

use super::Book;

impl<'a> Book<'a> {
    /// Writes a paragraph with the labels printed before it.
    pub(super) fn paragraph(&mut self, labels: &[Option<&Label>], content: &[Inline], origin: Origin) {
        let class = self.roles.class(origin);
        self.element("p", &class_attribute(class.as_deref()), |book| {
            for (index, part) in in_sentences(content).iter().enumerate() {
                let labels = if index == 0 { labels } else { &[] };
                book.sentence(labels, part, class.is_none());
            }
        });
        self.xml.new_line();
    }

    fn sentence(&mut self, labels: &[Option<&Label>], content: &[Inline], may_have_class: bool) {
        let class = if may_have_class { self.roles.class(Origin::covering(content.iter().map(|inline| inline.origin))) } else { None };
        let class = class_attribute(class.as_deref());
        let pieces = self.timeline.is_some().then(|| pieces(content, &|label| self.notes.has(label))).flatten();
        let Some(pieces) = pieces else {
            self.spoken("sent", &class, |book| {
                labels.iter().for_each(|label| book.number(*label));
                book.inlines(content);
            });
            return;
        };
        self.element("sent", &class, |book| {
            let mut labels = labels;
            for Piece { words, references } in pieces {
                let labels = std::mem::take(&mut labels);
                if !words.is_empty() || labels.iter().any(Option::is_some) {
                    book.spoken("span", &[], |book| {
                        labels.iter().for_each(|label| book.number(*label));
                        book.inlines(&words);
                    });
                }
                for (label, origin) in references {
                    book.reference(&label, origin);
                }
            }
        });
    }
}

/// A class as an attribute; nothing, if there is none.
pub(super) fn class_attribute(class: Option<&str>) -> Vec<(&'static str, &str)> {
    class.map(|class| ("class", class)).into_iter().collect()
}

/// A run of inlines as its sentences. A link or deleted words are never cut: what is said of them is
/// said once.
fn in_sentences(content: &[Inline]) -> Vec<Cow<'_, [Inline]>> {
    let starts: Vec<usize> = sentences(Prose::of(content).text()).iter().skip(1).map(|sentence| sentence.start).collect();
    if starts.is_empty() {
        return vec![Cow::Borrowed(content)];
    }
    let mut whole = Vec::new();
    let mut at = 0;
    for inline in content {
        let length = Prose::of(slice::from_ref(inline)).text().len();
        if has_announced_end(inline) {
            whole.push(at..at + length);
        }
        at += length;
    }
    let mut whole = whole.into_iter().peekable();
    let starts: Vec<usize> = starts
        .into_iter()
        .filter(|start| {
            while whole.next_if(|range| range.end <= *start).is_some() {}
            whole.peek().is_none_or(|range| range.start >= *start)
        })
        .collect();
    cut(content, &starts).into_iter().map(Cow::Owned).collect()
}

/// Whether something is said at the end of an inline, or of one in it.
fn has_announced_end(inline: &Inline) -> bool {
    let mut found = false;
    walk::inlines(slice::from_ref(inline), &mut |inner| {
        found |= matches!(inner.kind, InlineKind::Link { .. } | InlineKind::CrossReference { .. } | InlineKind::Deleted(_));
    });
    found
}

/// Words, and the references to notes after them.
struct Piece {
    words: Vec<Inline>,
    references: Vec<(String, Origin)>,
}

/// A sentence in pieces, each up to the next reference that has a note; nothing, if none has. A
/// reference in a link or in deleted words stays there.
fn pieces(content: &[Inline], has_note: &dyn Fn(&str) -> bool) -> Option<Vec<Piece>> {
    let mut ends = Vec::new();
    reference_places(content, has_note, &mut 0, &mut ends);
    if ends.is_empty() {
        return None;
    }
    ends.dedup();
    let piece = |part| {
        let mut references = Vec::new();
        let words = without_references(part, has_note, &mut references);
        Piece { words, references }
    };
    Some(cut(content, &ends).into_iter().map(piece).collect())
}

fn reference_places(content: &[Inline], has_note: &dyn Fn(&str) -> bool, at: &mut usize, places: &mut Vec<usize>) {
    for inline in content {
        match &inline.kind {
            InlineKind::NoteRef(label) if has_note(label) => places.push(*at),
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::HardWord(inner) => {
                reference_places(inner, has_note, at, places);
            }
            InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Abbreviation { short: text, .. } => *at += text.len(),
            InlineKind::NoteRef(_)
            | InlineKind::Deleted(_)
            | InlineKind::Link { .. }
            | InlineKind::CrossReference { .. }
            | InlineKind::Image(_)
            | InlineKind::SoftBreak
            | InlineKind::LineBreak => *at += Prose::of(slice::from_ref(inline)).text().len(),
        }
    }
}

fn without_references(content: Vec<Inline>, has_note: &dyn Fn(&str) -> bool, references: &mut Vec<(String, Origin)>) -> Vec<Inline> {
    let mut words = Vec::with_capacity(content.len());
    for mut inline in content {
        match &mut inline.kind {
            InlineKind::NoteRef(label) if has_note(label) => {
                references.push((std::mem::take(label), inline.origin));
                continue;
            }
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::HardWord(inner) => {
                *inner = without_references(std::mem::take(inner), has_note, references);
            }
            InlineKind::Text(_)
            | InlineKind::NoteRef(_)
            | InlineKind::Deleted(_)
            | InlineKind::Code(_)
            | InlineKind::Link { .. }
            | InlineKind::CrossReference { .. }
            | InlineKind::Image(_)
            | InlineKind::Abbreviation { .. }
            | InlineKind::SoftBreak
            | InlineKind::LineBreak => {}
        }
        words.push(inline);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::text(text, Origin::None)
    }

    fn reference(label: &str) -> Inline {
        Inline::new(InlineKind::NoteRef(label.to_owned()), Origin::None)
    }

    #[test]
    fn a_piece_ends_with_its_references() {
        let emphasis = Inline::new(InlineKind::Strong(vec![text("fee"), reference("1"), reference("2"), text(" rose")]), Origin::None);
        let pieces = pieces(&[text("The "), emphasis, text("."), reference("none")], &|label| label != "none").unwrap();
        let said: Vec<(String, usize)> =
            pieces.iter().map(|piece| (Prose::of(&piece.words).text().to_owned(), piece.references.len())).collect();
        assert_eq!(said, [("The fee".to_owned(), 2), (" rose.".to_owned(), 0)]);
        assert!(super::pieces(&[text("Fee"), reference("none")], &|_| false).is_none());
    }
}
