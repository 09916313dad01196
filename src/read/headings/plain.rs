//! Headings that are no more than a short line, in a document that has no others. Only what is plain
//! from the lines around it counts: a heading that is missed is a line, a line taken for a heading
//! puts all that follows in the wrong place.

use super::{begins_with, make_heading};
use crate::model::full_date;
use crate::model::{Block, BlockKind, Document, InlineKind, Level, NoteKind, Prose};
use crate::read::lines::lines;
use crate::text::words;

/// A heading is no longer than this many words.
const LONGEST: usize = 8;
/// What stands under a heading is a paragraph of at least this many words.
const SHORTEST_TEXT: usize = 9;
/// One short line is no pattern.
const FEWEST: usize = 3;
/// Words that ask a reader to go somewhere: the words of a link or a button.
const INVITATIONS: [&str; 12] = ["back", "click", "contact", "download", "find", "go", "read", "see", "view", "visit", "watch", "last"];

/// Makes headings of short lines over paragraphs and lists, if there are several and no heading was
/// found by better signs.
pub(super) fn recognise(document: &mut Document) {
    let title = document.meta.title.as_ref().map(|title| title.span);
    let is_title = |block: &Block| block.origin.span().is_some_and(|span| title.is_some_and(|title| span.contains(title)));
    if document.blocks.iter().any(|block| matches!(block.kind, BlockKind::Heading { .. }) && !is_title(block)) {
        return;
    }
    let found: Vec<usize> = (1..document.blocks.len())
        .filter(|&index| {
            let [before, block, rest @ ..] = &document.blocks[index - 1..] else { return false };
            !is_title(before)
                && !is_title(block)
                && ends_something(before)
                && could_head(block)
                && rest.first().is_some_and(could_stand_under)
        })
        .collect();
    if found.len() < FEWEST {
        return;
    }
    for index in found {
        if let Some(block) = document.blocks.get_mut(index) {
            let message = "This short line was read as a heading: the document has no other headings.";
            make_heading(block, Level::TWO, NoteKind::HeadingFromLine, message, &mut document.notes);
        }
    }
}

fn could_head(block: &Block) -> bool {
    let BlockKind::Paragraph { number: None, content } = &block.kind else { return false };
    let prose = Prose::of(content);
    let text = prose.text().trim();
    lines(content).len() == 1
        && content.iter().all(|inline| matches!(inline.kind, InlineKind::Text(_)))
        && (1..=LONGEST).contains(&words(text).count())
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ':', ';', ',', '!', ')', '\u{2019}', '\u{201d}', '\'', '"'])
        && !text.contains(['\t', '@', '\u{a3}', ':', '_', '\u{a0}'])
        && !text.contains("  ")
        && !text.bytes().any(|byte| byte.is_ascii_digit())
        && !begins_with(text, &INVITATIONS)
        && full_date(text).is_none()
}

/// What comes before a heading is finished: it ends as a sentence does, or is a list or a table.
fn ends_something(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph { content, .. } => {
            let prose = Prose::of(content);
            prose.text().trim_end().ends_with(['.', '?', '!', '\u{201d}', '\u{2019}', ')']) || could_head(block)
        }
        BlockKind::List(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Break
        | BlockKind::Figure(_)
        | BlockKind::Definitions(_) => true,
        BlockKind::Heading { .. } | BlockKind::Code(_) | BlockKind::Footnote { .. } | BlockKind::Explanation { .. } => false,
    }
}

/// What stands under a heading: whole sentences, or a list.
fn could_stand_under(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph { content, .. } => {
            let prose = Prose::of(content);
            words(prose.text()).count() >= SHORTEST_TEXT && prose.text().trim_end().ends_with(['.', '?', ':'])
        }
        BlockKind::List(list) => list.items.len() > 1,
        BlockKind::Heading { .. }
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Explanation { .. }
        | BlockKind::Break => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    const TEXT: &str = "This is what the council says about it in a sentence of some length, and no more.";

    fn headings(text: &str) -> Vec<String> {
        let document = parse(&Source::new("t", text));
        let heading = |block: &Block| match &block.kind {
            BlockKind::Heading { content, level, .. } if *level > Level::ONE => Some(Prose::of(content).text().to_owned()),
            _ => None,
        };
        document.blocks.iter().filter_map(heading).collect()
    }

    #[test]
    fn short_lines_over_sentences_are_headings_where_there_are_no_others() {
        let text = format!("Sharing the garden\n\n{TEXT}\n\nGood talk\n\n{TEXT}\n\nWhat we do\n\n- dig\n- sow\n\nHow to help\n\n{TEXT}");
        assert_eq!(headings(&text), ["Good talk", "What we do", "How to help"]);
        assert_eq!(headings(&format!("# Gardens\n\n{}", text.replace("What we do", "## What we do"))), ["What we do"]);
    }

    #[test]
    fn one_short_line_is_no_pattern() {
        assert!(headings(&format!("Sharing the garden\n\n{TEXT}\n\nGood talk\n\n{TEXT}")).is_empty());
    }

    #[test]
    fn names_invitations_and_dates_are_lines() {
        let text = format!("Title\n\n{TEXT}\n\nRead the plan\n\n{TEXT}\n\nLast updated today\n\n{TEXT}\n\nMr Ward\n\nMrs Lowe\n\nThe end.");
        assert!(headings(&text).is_empty(), "{:?}", headings(&text));
    }
}
