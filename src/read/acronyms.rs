//! Short forms and the long forms that the document gives them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::model::{Acronym, Document, Inline, InlineKind, Origin, part_of, walk};
use crate::short_forms::{in_lists, in_text, tokens};

/// Finds where the document says what a short form stands for, and marks the other uses of the short
/// form. The first explanation holds. What stands in a glossary of the document's own is marked, and not
/// listed again: the formats close with a list of the others.
pub(super) fn recognise(document: &mut Document) {
    let mut listed = in_lists(&document.blocks);
    let mut seen: HashSet<String> = listed.iter().map(|acronym| acronym.short.clone()).collect();
    let mut acronyms = in_text(&document.blocks);
    acronyms.retain(|acronym| seen.insert(acronym.short.clone()));
    acronyms.sort_by_key(|acronym| acronym.defined);
    listed.sort_by_key(|acronym| std::cmp::Reverse(acronym.defined));
    if !(acronyms.is_empty() && listed.is_empty()) {
        let known = listed.iter().chain(&acronyms).map(|acronym| (acronym.short.trim_end_matches('.'), acronym)).collect();
        walk::contents_mut(&mut document.blocks, &mut |content, _| mark(content, &known));
    }
    document.acronyms = acronyms;
}

/// The short forms that the document explains, without a full stop at the end.
type Known<'a> = HashMap<&'a str, &'a Acronym>;

/// Marks the short forms among these words, save where they are explained.
fn mark(content: &mut Vec<Inline>, known: &Known<'_>) {
    let mut is_used = false;
    for inline in content.iter_mut() {
        match &mut inline.kind {
            InlineKind::Text(text) => is_used = is_used || uses(text, inline.origin, known).next().is_some(),
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Deleted(inner)
            | InlineKind::HardWord(inner)
            | InlineKind::CrossReference { content: inner, .. }
            | InlineKind::Link { content: inner, .. } => mark(inner, known),
            InlineKind::Code(_)
            | InlineKind::Image(_)
            | InlineKind::Abbreviation { .. }
            | InlineKind::NoteRef(_)
            | InlineKind::SoftBreak
            | InlineKind::LineBreak => {}
        }
    }
    if is_used {
        let mut marked = Vec::with_capacity(content.len() + 2);
        for inline in content.drain(..) {
            if let InlineKind::Text(text) = &inline.kind {
                part(text, inline.origin, known, &mut marked);
            } else {
                marked.push(inline);
            }
        }
        *content = marked;
    }
}

/// Cuts a text before and after each short form in it.
fn part(text: &str, origin: Origin, known: &Known<'_>, parts: &mut Vec<Inline>) {
    let mut from = 0;
    let plain = |range: Range<usize>, parts: &mut Vec<Inline>| {
        if let Some(words) = text.get(range.clone()).filter(|words| !words.is_empty()) {
            parts.push(Inline::text(words, part_of(origin, range.start, range.end)));
        }
    };
    for (range, acronym) in uses(text, origin, known) {
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

/// Where a text uses short forms that are explained elsewhere. What stands between white space is one
/// short form, `RT-PCR`, or made of several, `CCG/LA`.
fn uses<'a>(text: &'a str, origin: Origin, known: &'a Known<'a>) -> impl Iterator<Item = (Range<usize>, &'a Acronym)> + 'a {
    let is_known = |token: &Range<usize>| text.get(token.clone()).is_some_and(|word| known.contains_key(singular(word, known)));
    let tokens = tokens::stretches_with_capitals(text).flat_map(move |stretch| {
        let whole = tokens::trimmed(text, stretch.clone());
        if is_known(&whole) { vec![whole] } else { tokens::parts(text, stretch) }
    });
    tokens.filter_map(move |word| {
        let acronym = *known.get(singular(text.get(word.clone())?, known))?;
        let is_explained_here = part_of(origin, word.start, word.end).span().is_none_or(|span| acronym.defined.contains(span));
        (!is_explained_here).then_some((word, acronym))
    })
}

/// `SMEs` and `TCC's` are uses of `SME` and `TCC`.
fn singular<'a>(word: &'a str, known: &Known<'_>) -> &'a str {
    if known.contains_key(word) {
        return word;
    }
    ["'s", "\u{2019}s", "s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
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
