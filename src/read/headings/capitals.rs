//! Headings that are a line of capitals.

use super::{begins_with, make_heading};
use crate::model::full_date;
use crate::model::{Block, BlockKind, Document, Inline, Level, NoteKind, Prose};
use crate::read::lines::{lines, opening};
use crate::read::stretches::those;
use crate::source::Span;
use crate::text::words;

/// A heading in capitals is no longer than this many words.
const LONGEST: usize = 14;
/// Capitals that say what became of an item, not what it is about.
const OUTCOMES: [&str; 12] =
    ["resolved", "noted", "agreed", "carried", "lost", "action", "approved", "draft", "confidential", "signed", "none", "total"];
/// Words that make a sentence of the capitals, and words that no heading ends in.
const VERBS: [&str; 8] = ["is", "are", "was", "were", "will", "be", "has", "have"];
const OPEN_ENDS: [&str; 10] = ["for", "at", "by", "to", "of", "on", "in", "and", "the", "with"];

/// A line in capitals on its own is a heading, unless it is the last line or names the body.
pub(super) fn recognise(document: &mut Document) {
    let body = document.meta.body.as_ref().map(|body| body.span);
    let found = those(&document.blocks, |block, rest| !rest.is_empty() && is_heading(block, body));
    let mut found = found.into_iter().peekable();
    let mut marked_up = None;
    for (index, block) in document.blocks.iter_mut().enumerate() {
        if let BlockKind::Heading { level, .. } = &block.kind {
            marked_up = Some(*level);
        }
        if found.next_if_eq(&index).is_some() {
            let level = marked_up.map_or(Level::TWO, |level| Level::clamped(usize::from(level.number()) + 1));
            let message = "This line in capitals was read as a heading.";
            make_heading(block, level, NoteKind::HeadingFromCapitals, message, &mut document.notes);
        }
    }
}

fn is_heading(block: &Block, body: Option<Span>) -> bool {
    let BlockKind::Paragraph { content, .. } = &block.kind else { return false };
    if opening(content).is_some_and(begins_in_small_letters) {
        return false;
    }
    let prose = Prose::of(content);
    let span = prose.span(0..prose.text().len());
    is_in_capitals(content, prose.text().trim()) && (span.is_none() || span != body)
}

fn is_in_capitals(content: &[Inline], text: &str) -> bool {
    let outside = without_brackets(text);
    let letters = outside.chars().filter(|character| character.is_uppercase()).count();
    let count = words(text).count();
    lines(content).len() == 1
        && letters >= 4
        && count <= LONGEST
        && !outside.chars().any(char::is_lowercase)
        && !text.ends_with(['.', ':', ';', ','])
        && !begins_with(text, &OUTCOMES)
        && !text.contains(['@', '\t', '_', '£', '€'])
        && !is_sentence(text)
        && !is_a_date(text)
        && !(count == 1 && text.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Whether a small letter stands before any bracket. Almost every paragraph is told by its second
/// letter.
fn begins_in_small_letters(text: &str) -> bool {
    text.chars().find(|sign| matches!(sign, '(' | '[') || sign.is_lowercase()).is_some_and(char::is_lowercase)
}

/// "MEMBERS OF THE PUBLIC ARE WELCOME", "THE NEXT MEETING WAS ARRANGED FOR".
fn is_sentence(text: &str) -> bool {
    let is_one_of = |range: std::ops::Range<usize>, list: &[&str]| list.contains(&text[range].to_lowercase().as_str());
    words(text).any(|range| is_one_of(range, &VERBS)) || words(text).last().is_some_and(|range| is_one_of(range, &OPEN_ENDS))
}

/// "WEDNESDAY 9TH NOVEMBER 2005", "WEDNESDAY 3RD NOVEMBER AT 7.30PM".
fn is_a_date(text: &str) -> bool {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    begins_with(text, &days) || full_date(text).is_some_and(|(range, _)| range.len() * 2 > text.len())
}

/// "SUBJECT HISTORY (last 3 years)" is in capitals all the same.
fn without_brackets(text: &str) -> String {
    let mut outside = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(character),
            _ => {}
        }
    }
    outside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn is_heading(line: &str) -> bool {
        let document = parse(&Source::new("t", format!("# Title\n\nText of it.\n\n{line}\n\nMore text.")));
        document.notes.iter().any(|note| note.kind == NoteKind::HeadingFromCapitals)
    }

    #[test]
    fn lines_of_capitals_that_head_something() {
        for line in ["REPORT SUMMARY", "ANY OTHER BUSINESS", "SUBJECT HISTORY (last 3 years)", "RECOMMENDATION/S"] {
            assert!(is_heading(line), "{line}");
        }
    }

    #[test]
    fn sums_sentences_and_dates_in_capitals_head_nothing() {
        for line in [
            "TOTAL \u{a3}826.85",
            "NONE",
            "THE NEXT MEETING WAS ARRANGED FOR",
            "WEDNESDAY 3RD NOVEMBER AT 7.30PM",
            "MEMBERS OF THE PUBLIC ARE WELCOME TO ATTEND",
        ] {
            assert!(!is_heading(line), "{line}");
        }
    }
}
