//! Headings that are a paragraph in bold.

use super::{begins_with, make_heading};
use crate::model::full_date;
use crate::model::{Block, BlockKind, Document, Inline, InlineKind, Label, Level, NoteKind, Prose};
use crate::read::lines::lines;
use crate::read::numbers::heading_number;
use crate::read::stretches::those;
use crate::text::words;

/// A heading in bold is no longer than this many words: longer, it is a sentence that is stressed.
const LONGEST: usize = 12;
/// Words at the start of what became of an item, or of what somebody is to do.
const OUTCOMES: [&str; 26] = [
    "action",
    "actions",
    "agreed",
    "approved",
    "carried",
    "confidential",
    "decision",
    "deferred",
    "draft",
    "due",
    "granted",
    "lost",
    "motion",
    "noted",
    "objection",
    "objections",
    "outcome",
    "owner",
    "proposed",
    "recommended",
    "refused",
    "resolved",
    "responsible",
    "seconded",
    "signed",
    "supported",
];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Verbs of a motion: what is stressed is the motion, not a heading.
const MOTIONS: [&str; 8] = ["agreed", "approved", "noted", "proposed", "resolved", "seconded", "thanked", "voted"];
/// Words of headings over a list of names.
const OVER_NAMES: [&str; 14] = [
    "absent",
    "apologies",
    "attendance",
    "attendees",
    "attending",
    "councillors",
    "guests",
    "invited",
    "members",
    "observers",
    "officers",
    "officials",
    "presenters",
    "present",
];

/// A short paragraph in bold, with something other than bold after it, is a heading below the last
/// one that is marked up or in capitals.
pub(super) fn recognise(document: &mut Document) {
    let mut found = those(&document.blocks, is_heading).into_iter().peekable();
    let mut above: Option<(Level, Option<usize>)> = None;
    for (index, block) in document.blocks.iter_mut().enumerate() {
        match &block.kind {
            // Capitals in bold are of the same kind as other bold.
            BlockKind::Heading { level, number, content } if !is_bold(content) => above = Some((*level, number.as_deref().and_then(whole))),
            BlockKind::Paragraph { number, .. } if found.next_if_eq(&index).is_some() => {
                let parts =
                    number.as_ref().map_or(1, |number| number.text.trim_end_matches('.').split('.').filter(|part| *part != "0").count());
                let own = number.as_deref().and_then(whole);
                // The next number of the same row: one of them was marked up, the other only made bold.
                let goes_on = |last: Option<usize>| own.is_some_and(|own| last.is_some_and(|last| own == last + 1));
                let outer = above.map_or(2, |(level, last)| usize::from(level.number()) + usize::from(!goes_on(last)));
                let level = outer + parts.saturating_sub(1);
                let message = "This paragraph in bold was read as a heading.";
                make_heading(block, Level::clamped(level), NoteKind::HeadingFromBold, message, &mut document.notes);
            }
            BlockKind::Heading { .. }
            | BlockKind::Paragraph { .. }
            | BlockKind::List(_)
            | BlockKind::Definitions(_)
            | BlockKind::Table(_)
            | BlockKind::Quote(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Footnote { .. }
            | BlockKind::Explanation { .. }
            | BlockKind::Break => {}
        }
    }
}

/// A number without parts: `2.`.
fn whole(label: &Label) -> Option<usize> {
    label.text.trim_end_matches(['.', ')']).parse().ok()
}

fn is_heading(block: &Block, rest: &[Block]) -> bool {
    let BlockKind::Paragraph { number, content } = &block.kind else { return false };
    is_bold(content)
        && lines(content).len() == 1
        && reads_as_heading(Prose::of(content).text())
        && heads_something(rest.first(), has_number(number.as_deref(), content), content)
}

fn has_number(number: Option<&Label>, content: &[Inline]) -> bool {
    number.is_some() || heading_number(Prose::of(content).text()).is_some()
}

/// Whether all the words are bold; a colon may stand outside.
fn is_bold(content: &[Inline]) -> bool {
    let mut bold = false;
    content.iter().all(|inline| match &inline.kind {
        InlineKind::Strong(_) => {
            bold = true;
            true
        }
        InlineKind::Text(text) => text.trim().is_empty() || (bold && text.trim() == ":"),
        // Stress around stress: `***Bold and slanted***`.
        InlineKind::Emphasis(inner) => {
            let is_inner_bold = is_bold(inner);
            bold |= is_inner_bold;
            is_inner_bold
        }
        InlineKind::NoteRef(_) => bold,
        InlineKind::Deleted(_)
        | InlineKind::Code(_)
        | InlineKind::Link { .. }
        | InlineKind::Image(_)
        | InlineKind::Abbreviation { .. }
        | InlineKind::HardWord(_)
        | InlineKind::CrossReference { .. }
        | InlineKind::SoftBreak
        | InlineKind::LineBreak => false,
    }) && bold
}

fn reads_as_heading(text: &str) -> bool {
    let text = text.trim();
    let label = text.trim_end_matches(':').trim_end();
    let is_long_date = || full_date(text).is_some_and(|(range, _)| range.len() * 3 > text.len());
    let count = words(text).count();
    let is_motion = || words(text).any(|range| MOTIONS.contains(&text[range].to_lowercase().as_str()));
    (1..=LONGEST).contains(&count)
        && text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
        && text.chars().filter(|character| character.is_alphabetic()).count() > 2
        && !label.contains([':', '@', '\t', '£', ';'])
        && !label.ends_with(['.', ',', '-', '\u{2013}'])
        && !begins_with(text, &DAYS)
        && !begins_with(text, &OUTCOMES)
        && !is_motion()
        && !is_long_date()
}

/// A heading has something under it that is not one more line in bold, unless both have numbers. A
/// name over a job title is a signature.
fn heads_something(next: Option<&Block>, is_numbered: bool, content: &[Inline]) -> bool {
    match next.map(|block| &block.kind) {
        Some(BlockKind::Paragraph { number, content: next }) if is_bold(next) => is_numbered && has_number(number.as_deref(), next),
        Some(BlockKind::Paragraph { content: next, .. }) => {
            let next = Prose::of(next);
            let goes_on = words(next.text()).count() > 6 || next.text().trim_end().ends_with(['.', ':', '?', ';']);
            is_numbered || goes_on || !looks_like_a_name(Prose::of(content).text())
        }
        Some(BlockKind::List(_) | BlockKind::Definitions(_) | BlockKind::Table(_) | BlockKind::Quote(_) | BlockKind::Figure(_)) => true,
        Some(
            BlockKind::Heading { .. } | BlockKind::Code(_) | BlockKind::Footnote { .. } | BlockKind::Explanation { .. } | BlockKind::Break,
        )
        | None => false,
    }
}

/// Two to four words, each with a capital, none of them one that stands over names.
fn looks_like_a_name(text: &str) -> bool {
    let words: Vec<&str> = words(text).map(|range| &text[range]).collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
        && !words.iter().any(|word| OVER_NAMES.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn headings(text: &str) -> Vec<(u8, String)> {
        let document = parse(&Source::new("t", format!("# Minutes\n\nThe board met.\n\n{text}")));
        let heading = |block: &Block| match &block.kind {
            BlockKind::Heading { level, number, content } => {
                let number = number.as_ref().map_or(String::new(), |number| format!("{}|", number.text));
                Some((level.number(), format!("{number}{}", Prose::of(content).text())))
            }
            _ => None,
        };
        document.blocks.iter().filter_map(heading).skip(1).collect()
    }

    #[test]
    fn a_bold_paragraph_over_words_is_a_heading() {
        assert_eq!(headings("**Risk and assurance**\n\nNone."), [(2, "Risk and assurance".into())]);
        assert_eq!(headings("**5 Risk and assurance**\n\nNone."), [(2, "5|Risk and assurance".into())]);
        assert_eq!(headings("**Apologies**:\n\nMr Ward"), [(2, "Apologies:".into())]);
        assert_eq!(headings("## Finance\n\n**Staff Costs**\n\n- None"), [(2, "Finance".into()), (3, "Staff Costs".into())]);
        assert_eq!(headings("## 1. Risk\n\nNone.\n\n**2. Cost**\n\nNone."), [(2, "1.|Risk".into()), (2, "2.|Cost".into())]);
        assert_eq!(headings("**5 Risk**\n\n**5.1 Roofs**\n\nNone."), [(2, "5|Risk".into()), (3, "5.1|Roofs".into())]);
        assert_eq!(headings("**5. Risk**\n\n**5.1 Roofs**\n\nNone."), [(2, "5.|Risk".into()), (3, "5.1|Roofs".into())]);
    }

    #[test]
    fn capitals_in_bold_are_a_heading_of_the_same_level() {
        assert_eq!(
            headings("**OPEN FORUM**\n\nNone.\n\n**Councillor vacancy**\n\nOne."),
            [(2, "OPEN FORUM".into()), (2, "Councillor vacancy".into())]
        );
    }

    #[test]
    fn stress_outcomes_dates_and_signatures_are_no_headings() {
        for text in [
            "**Action: Clerk to write.**\n\nNext.",
            "**Action:**\n\nClerk to write.",
            "**The board agreed the plan**\n\nNext.",
            "**Supported by the Borough**\n\nNext.",
            "**Monday 14th November**\n\nNext.",
            "**All is well.**\n\nNext.",
            "**Jenny Lowe**\n\nDirector of Care",
            "**Jenny Lowe**\n\n**Director of Care**\n\n**7 August 2025**",
            "The end is near.\n\n**Thank you**",
        ] {
            assert!(headings(text).is_empty(), "{text}: {:?}", headings(text));
        }
    }
}
