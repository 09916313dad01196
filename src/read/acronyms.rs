//! Short forms and the long forms that the document gives them.

use std::collections::HashMap;
use std::ops::Range;

use super::at_once::at_once_if;
use crate::model::walk::{self, Place};
use crate::model::{Acronym, Block, Document, Inline, InlineKind, Origin, Texts, part_of};
use crate::short_forms::tokens::{self, Capitals};
use crate::short_forms::{Glance, first_in_text, in_lists};

/// So many passages are marked before a second thread would have started.
const MANY: usize = 500;

/// What a document says that its short forms stand for.
pub(super) struct Explained {
    /// In the text.
    in_text: Vec<Acronym>,
    /// In glossaries of the document's own, the last one first.
    in_lists: Vec<Acronym>,
    /// The passages that use one: the index of the block of each, and which passage of that block it is.
    used_in: Vec<(usize, usize)>,
}

/// Finds where a document says what a short form stands for, and which passages use one. The first
/// explanation holds.
pub(super) fn find(blocks: &[Block], texts: &Texts<'_>) -> Explained {
    let mut in_lists = in_lists(blocks);
    let in_glossary = in_lists.iter().map(|acronym| acronym.short.clone()).collect();
    let capitals = Capitals::of(texts);
    let mut in_text = first_in_text(texts, &capitals, in_glossary);
    in_text.sort_by_key(|acronym| acronym.defined);
    in_lists.sort_by_key(|acronym| std::cmp::Reverse(acronym.defined));
    let known = Known::of(&in_lists, &in_text);
    let is_any = !(in_text.is_empty() && in_lists.is_empty());
    let capitals = if is_any { capitals.stretches } else { Vec::new() };
    let used = capitals.into_iter().filter(|stretch| known.uses(texts.all(), stretch.clone()).next().is_some());
    let used_in = texts.holding(used.map(|stretch| stretch.start)).into_iter().map(|(passage, _)| texts.block_of(passage)).collect();
    Explained { in_text, in_lists, used_in }
}

/// Marks where a document uses the short forms that it explains, save where it explains them. What stands
/// in a glossary of the document's own is marked, and not listed again: the formats close with a list of
/// the others.
pub(super) fn mark(document: &mut Document, explained: Explained) {
    let Explained { in_text, in_lists, used_in } = explained;
    let known = Known::of(&in_lists, &in_text);
    let middle = used_in.get(used_in.len() / 2).map_or(0, |(block, _)| *block);
    let blocks = document.blocks.as_mut_slice();
    let middle = middle.min(blocks.len());
    let (first, second) = blocks.split_at_mut(middle);
    let (in_first, in_second) = used_in.split_at(used_in.partition_point(|(block, _)| *block < middle));
    let mark_second = || mark_in_blocks(second, middle, in_second, &known);
    at_once_if(used_in.len() >= MANY, || mark_in_blocks(first, 0, in_first, &known), mark_second);
    document.acronyms = in_text;
}

/// Marks the short forms in these passages of some blocks. The first block has this index.
fn mark_in_blocks(blocks: &mut [Block], index: usize, used_in: &[(usize, usize)], known: &Known<'_>) {
    for used_in in used_in.chunk_by(|(one, _), (other, _)| one == other) {
        let block = used_in.first().and_then(|(block, _)| blocks.get_mut(*block - index));
        let mut used_in = used_in.iter().map(|(_, passage)| *passage).peekable();
        let mut passages = 0..;
        walk::contents_mut(block.map_or(&mut [], std::slice::from_mut), &mut |content, place| {
            // A table without a caption has no passage for it.
            let is_passage = place != Place::Caption || !content.is_empty();
            let passage = if is_passage { passages.next() } else { None };
            if passage.is_some_and(|passage| used_in.next_if_eq(&passage).is_some()) {
                mark_in(content, known);
            }
        });
    }
}

/// A short form that is used at a place of a text.
type Use<'a> = (Range<usize>, &'a Acronym);

/// The short forms that the document explains.
struct Known<'a> {
    /// Each without a full stop at the end.
    all: HashMap<&'a str, &'a Acronym>,
    glance: Glance,
}

impl<'a> Known<'a> {
    fn of(in_lists: &'a [Acronym], in_text: &'a [Acronym]) -> Self {
        let mut known = Self { all: HashMap::new(), glance: Glance::new() };
        for acronym in in_lists.iter().chain(in_text) {
            let short = acronym.short.trim_end_matches('.');
            known.glance.add(short.as_bytes());
            known.all.insert(short, acronym);
        }
        known
    }

    /// The short forms in what stands between white space. All of it is one, `RT-PCR`, or it is made of
    /// several, `CCG/LA`.
    fn uses(&self, text: &str, stretch: Range<usize>) -> impl Iterator<Item = Use<'a>> {
        let whole = tokens::trimmed(text, stretch.clone());
        let explained = |word: Range<usize>| Some((word.clone(), self.explained(text.get(word)?)?));
        let has_parts = text.get(whole.clone()).is_some_and(|whole| !whole.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        let whole = explained(whole);
        let parts = if whole.is_none() && has_parts { stretch } else { 0..0 };
        whole.into_iter().chain(tokens::parts(text, parts).filter_map(explained))
    }

    /// What a word stands for. `SMEs` and `TCC's` are uses of `SME` and `TCC`.
    fn explained(&self, word: &str) -> Option<&'a Acronym> {
        let singular = || word.strip_suffix('s').map(|word| word.strip_suffix(['\'', '\u{2019}']).unwrap_or(word));
        self.get(word).or_else(|| self.get(singular()?))
    }

    fn get(&self, word: &str) -> Option<&'a Acronym> {
        if self.glance.may_hold(word.as_bytes()) { self.all.get(word).copied() } else { None }
    }
}

/// Marks the short forms among these words, save where they are explained.
fn mark_in(content: &mut Vec<Inline>, known: &Known<'_>) {
    // The texts that use some, as indices of the inlines.
    let mut used: Vec<(usize, Vec<Use<'_>>)> = Vec::new();
    for (index, inline) in content.iter_mut().enumerate() {
        match &mut inline.kind {
            InlineKind::Text(text) => {
                let uses: Vec<Use<'_>> = uses(text, inline.origin, known).collect();
                if !uses.is_empty() {
                    used.push((index, uses));
                }
            }
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Deleted(inner)
            | InlineKind::HardWord(inner)
            | InlineKind::CrossReference { content: inner, .. }
            | InlineKind::Link { content: inner, .. } => mark_in(inner, known),
            InlineKind::Code(_)
            | InlineKind::Image(_)
            | InlineKind::Abbreviation { .. }
            | InlineKind::NoteRef(_)
            | InlineKind::SoftBreak
            | InlineKind::LineBreak => {}
        }
    }
    if used.is_empty() {
        return;
    }
    let mut marked = Vec::with_capacity(content.len() + 2);
    let mut used = used.into_iter().peekable();
    for (index, inline) in content.drain(..).enumerate() {
        if let InlineKind::Text(text) = &inline.kind
            && let Some((_, uses)) = used.next_if(|(of, _)| *of == index)
        {
            part(text, inline.origin, uses, &mut marked);
        } else {
            marked.push(inline);
        }
    }
    *content = marked;
}

/// Cuts a text before and after each short form in it.
fn part(text: &str, origin: Origin, uses: Vec<Use<'_>>, parts: &mut Vec<Inline>) {
    let mut from = 0;
    let plain = |range: Range<usize>, parts: &mut Vec<Inline>| {
        if let Some(words) = text.get(range.clone()).filter(|words| !words.is_empty()) {
            parts.push(Inline::text(words, part_of(origin, range.start, range.end)));
        }
    };
    for (range, acronym) in uses {
        plain(from..range.start, parts);
        let short = text[range.clone()].to_owned();
        parts.push(Inline::new(
            InlineKind::Abbreviation { short, long: acronym.long.as_str().into() },
            part_of(origin, range.start, range.end),
        ));
        from = range.end;
    }
    plain(from..text.len(), parts);
}

/// Where a text uses short forms that are explained elsewhere.
fn uses<'a>(text: &str, origin: Origin, known: &Known<'a>) -> impl Iterator<Item = Use<'a>> {
    let found = tokens::stretches_with_capitals(text).into_iter().flat_map(|stretch| known.uses(text, stretch));
    found.filter(move |(word, acronym)| {
        let is_explained_here = part_of(origin, word.start, word.end).span().is_none_or(|span| acronym.defined.contains(span));
        !is_explained_here
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> Vec<String> {
        let document = crate::parse(&crate::Source::new("t", text));
        let mut marked = Vec::new();
        walk::passages(&document.blocks, &mut |passage| {
            walk::inlines(passage.content, &mut |inline| {
                if let InlineKind::Abbreviation { short, .. } = &inline.kind {
                    marked.push(short.clone());
                }
            });
        });
        marked
    }

    #[test]
    fn a_plural_is_a_use_of_the_short_form() {
        assert_eq!(marked("Small and medium enterprises (SME) met. Two SMEs left."), ["SMEs"]);
    }

    #[test]
    fn joined_and_dotted_short_forms_are_uses() {
        assert_eq!(marked("Finance and Audit (F&A) met. The F&A-based plan. The F&A/HR plan."), ["F&A", "F&A"]);
        assert_eq!(marked("Holt County Council (H.C.C.) met. Then H.C.C. left."), ["H.C.C"]);
    }

    #[test]
    fn a_glossary_is_not_listed_again() {
        let text = "The WCF met.\n\n| Short | Long |\n|---|---|\n| WCF | Wexmere Carers Forum |";
        assert_eq!(marked(text), ["WCF"]);
        assert!(crate::parse(&crate::Source::new("t", text)).acronyms.is_empty());
    }

    #[test]
    fn the_first_explanation_holds() {
        let document = crate::parse(&crate::Source::new("t", "care plan (CP), community panel (CP)"));
        assert_eq!(document.acronyms.len(), 1);
        assert_eq!(document.acronyms[0].long, "care plan");
    }
}
