//! Short forms and the long forms that the document gives them.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::lines::any_text;
use crate::model::{Acronym, Document, Inline, InlineKind, Origin, Prose, part_of, walk};
use crate::text::words;

/// Finds each "long form (SHORT)" and "SHORT (long form)", and marks the other uses of the short
/// form. The first explanation holds.
pub(super) fn recognise(document: &mut Document) {
    let mut acronyms: Vec<Acronym> = Vec::new();
    let mut seen = BTreeSet::new();
    walk::passages(&document.blocks, &mut |passage| {
        if !holds_bracket(passage.content) {
            return;
        }
        let prose = Prose::of(passage.content);
        for (short, long, range) in pairs(prose.text()) {
            if let Some(defined) = prose.span(range)
                && seen.insert(short.to_owned())
            {
                let long = long.split_whitespace().collect::<Vec<_>>().join(" ");
                acronyms.push(Acronym::new(short, long, defined));
            }
        }
    });
    if !acronyms.is_empty() {
        let known = acronyms.iter().map(|acronym| (acronym.short.as_str(), acronym)).collect();
        walk::contents_mut(&mut document.blocks, &mut |content, _| mark(content, &known));
    }
    document.acronyms = acronyms;
}

/// The short forms that the document explains.
type Known<'a> = HashMap<&'a str, &'a Acronym>;

fn holds_bracket(content: &[Inline]) -> bool {
    any_text(content, &|text| text.contains('('))
}

/// The pairs of a text: the short form, the long form, and the bytes from one to the other.
fn pairs(text: &str) -> Vec<(&str, &str, Range<usize>)> {
    let mut pairs = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('(').map(|at| from + at) {
        let Some(close) = text[open + 1..].find([')', '(']).map(|at| open + 1 + at) else { break };
        from = close;
        if text[close..].starts_with('(') {
            continue;
        }
        let inside = text[open + 1..close].trim_matches(['"', '\'', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', ' ']);
        let before = text[..open].trim_end();
        if is_short_form(inside) {
            if let Some(long) = long_form_before(before, inside) {
                pairs.push((inside, &text[long.clone()], long.start..close + 1));
            }
        } else {
            let start = before.trim_end_matches(char::is_alphanumeric).len();
            let is_spelt_out = |short: &str| {
                let words: Vec<Range<usize>> = words(inside).collect();
                spell(inside, &words, &letters(short).collect::<Vec<_>>())
            };
            if let Some(short) = before.get(start..).filter(|short| is_short_form(short) && is_spelt_out(short)) {
                pairs.push((short, inside, start..close + 1));
            }
        }
    }
    pairs
}

/// Two to ten letters and digits, at least two of them capitals, the first a letter.
fn is_short_form(text: &str) -> bool {
    let capitals = text.chars().filter(|character| character.is_uppercase()).count();
    let length = text.chars().count();
    (2..=10).contains(&length)
        && capitals >= 2
        && text.starts_with(char::is_alphabetic)
        && text.chars().all(|character| character.is_alphanumeric() || matches!(character, '&' | '-' | '/'))
}

/// The words before a bracket that spell out the short form: those whose initials it is, or else each
/// letter of it is found in them, right to left, the first at the start of a word (Schwartz and
/// Hearst, 2003).
fn long_form_before(before: &str, short: &str) -> Option<Range<usize>> {
    let letters: Vec<char> = letters(short).collect();
    let sentence_start = before.rfind(['.', ';', ':', '(', ')', '!', '?', '\n']).map_or(0, |at| at + 1);
    let all: Vec<Range<usize>> =
        words(&before[sentence_start..]).map(|range| range.start + sentence_start..range.end + sentence_start).collect();
    let window = &all[all.len().saturating_sub((letters.len() + 5).min(letters.len() * 2))..];
    if letters.len() > 2
        && let Some(first) = (0..window.len().saturating_sub(1)).rev().find(|&first| spell(before, &window[first..], &letters))
    {
        return Some(window[first].start..before.len());
    }
    let start = window.first()?.start;
    let characters: Vec<(usize, char)> = before[start..].char_indices().map(|(at, character)| (start + at, character)).collect();
    let mut end = characters.len();
    for (index, letter) in letters.iter().enumerate().rev() {
        let first = index == 0;
        end = (0..end).rev().find(|&at| {
            let (place, character) = characters[at];
            let starts_word = || window.iter().any(|word| word.start == place);
            character.to_lowercase().eq(std::iter::once(*letter)) && (!first || starts_word())
        })?;
    }
    let start = characters[end].0;
    let long = start..before.len();
    let count = words(&before[long.clone()]).count();
    // One word is no long form, and two capitalised words before two capitals are a person and
    // their initials as often as not: "Mark Wardle (MW)".
    let all_capitalised = words(&before[long.clone()]).all(|word| before[long.start + word.start..].starts_with(char::is_uppercase));
    let is_person = letters.len() == 2 && count == 2 && all_capitalised;
    (count >= 2 && !is_person).then_some(long)
}

/// The letters and digits of a short form, in small letters.
fn letters(short: &str) -> impl Iterator<Item = char> {
    short.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether the initials of words of a text, two or more, spell these letters, small words left out or not.
fn spell(text: &str, ranges: &[Range<usize>], letters: &[char]) -> bool {
    let small = ["of", "and", "the", "for", "in", "to", "on", "with", "&"];
    let words = || ranges.iter().filter_map(|range| text.get(range.clone()));
    let is_spelt_by = |initials: &mut dyn Iterator<Item = &str>| {
        let initials = initials.filter_map(|word| word.chars().next()).flat_map(char::to_lowercase);
        initials.eq(letters.iter().copied())
    };
    ranges.len() > 1 && (is_spelt_by(&mut words().filter(|word| !small.contains(word))) || is_spelt_by(&mut words()))
}

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
        parts.push(Inline::new(InlineKind::Abbreviation { short, long: acronym.long.clone() }, part_of(origin, range.start, range.end)));
        from = range.end;
    }
    plain(from..text.len(), parts);
}

/// Where a text uses short forms that are explained elsewhere. Beside white space there is always a
/// boundary of words, so most of the text need not be taken apart.
fn uses<'a>(text: &'a str, origin: Origin, known: &'a Known<'a>) -> impl Iterator<Item = (Range<usize>, &'a Acronym)> + 'a {
    let words = stretches_with_capitals(text).flat_map(|stretch| {
        let within = text.get(stretch.clone()).map(words);
        within.into_iter().flatten().map(move |word| stretch.start + word.start..stretch.start + word.end)
    });
    words.filter_map(move |word| {
        let acronym = *known.get(singular(text.get(word.clone())?, known))?;
        let is_explained_here = part_of(origin, word.start, word.end).span().is_none_or(|span| acronym.defined.contains(span));
        (!is_explained_here).then_some((word, acronym))
    })
}

/// What stands between white space and holds two capitals, as every short form does.
fn stretches_with_capitals(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let first = at + bytes.get(at..)?.iter().position(is_capital)?;
            let rest = bytes.get(first + 1..)?;
            let next = rest.iter().position(|byte| is_capital(byte) || byte.is_ascii_whitespace())?;
            at = first + 1 + next;
            if rest.get(next).is_some_and(is_capital) {
                let start = bytes[..first].iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1);
                at = bytes[at..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |space| at + space);
                return Some(start..at);
            }
        }
    })
}

/// Whether a byte is a capital, or the first of a character that may be one.
const fn is_capital(byte: &u8) -> bool {
    matches!(byte, b'A'..=b'Z' | 0xc0..)
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

    fn found(text: &str) -> Vec<(&str, &str)> {
        pairs(text).into_iter().map(|(short, long, _)| (short, long)).collect()
    }

    #[test]
    fn long_forms_before_and_after() {
        assert_eq!(found("The Think Local Act Personal (TLAP) group"), [("TLAP", "Think Local Act Personal")]);
        assert_eq!(found("the Department of Health and Social Care (DHSC)."), [("DHSC", "Department of Health and Social Care")]);
        assert_eq!(found("the\u{a0}ICB (integrated care board)"), [("ICB", "integrated care board")]);
        assert_eq!(found("an ICB (integrated care board) and"), [("ICB", "integrated care board")]);
        assert_eq!(found("the Crown Commercial Service (CCS)"), [("CCS", "Crown Commercial Service")]);
        assert_eq!(found("its civil contingencies secretariat (CCS)"), [("CCS", "civil contingencies secretariat")]);
        assert_eq!(found("small and medium-sized enterprises (SMEs)"), [("SMEs", "small and medium-sized enterprises")]);
    }

    #[test]
    fn people_and_affiliations_are_no_pairs() {
        for text in [
            "Mark Wardle (MW) (Chair)",
            "Stephen Taylor (SCC)",
            "Workshop 5 (Final)",
            "Wirral Evolutions (see below)",
            "(TLAP)",
            "( ((",
            "a ()",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_plural_is_a_use_of_the_short_form() {
        let document = crate::parse(&crate::Source::new("t", "Small and medium enterprises (SME) met. Two SMEs left."));
        let mut marked = Vec::new();
        walk::passages(&document.blocks, &mut |passage| {
            walk::inlines(passage.content, &mut |inline| {
                if let InlineKind::Abbreviation { short, .. } = &inline.kind {
                    marked.push(short.clone());
                }
            });
        });
        assert_eq!(marked, ["SMEs"]);
    }
}
