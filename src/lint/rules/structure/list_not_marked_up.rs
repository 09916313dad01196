//! Lists that only look like lists.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::{Block, BlockKind, Inline, InlineKind, NoteKind, Prose};
use crate::source::Span;

const PAGE: &str = "\
# list-not-marked-up

A list that only looks like one: lines that begin with a bullet of their own, or paragraphs after \"We
will:\" that were a list before a converter had them.

## Why

A screen reader says \"list, five items\" and lets people skip it, or go from item to item. Where nothing
says that it is a list, the lines run on, and where the list ends is anybody's guess.

## Example

> We will:
>
> Ask people first.
>
> Tell them what we did.

## Instead

> We will:
>
> - ask people first
> - tell them what we did.

## Source

Web Content Accessibility Guidelines 2.2, 1.3.1 Info and Relationships, technique H48.
";

static INFO: RuleInfo =
    RuleInfo { name: "list-not-marked-up", severity: Severity::Warning, summary: "A list that only looks like one.", page: PAGE };

/// How lines end that begin a list.
const LEADS: [&str; 12] =
    ["will:", "to:", "by:", "following:", "include:", "includes:", "including:", "that:", "are:", "should:", "must:", "following ways:"];
/// Fewer paragraphs after such a line are no list.
const FEWEST: usize = 2;
/// An item has no more bytes than this.
const LONGEST: usize = 250;

pub(in crate::lint) struct ListNotMarkedUp;

impl Rule for ListNotMarkedUp {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        let mut report = |span: Span| {
            findings.add(Occurrence { rule: INFO.name, key: "", span, called: Called::Places, replacement: None }, || {
                let message = "Who listens is not told that this is a list, nor where it ends.";
                INFO.finding(span, message, "Begin each item with \"- \", or with its number.")
            });
        };
        for note in context.document.notes.iter().filter(|note| note.kind == NoteKind::ListFromBullets) {
            report(context.trimmed(note.span));
        }
        let blocks = &context.document.blocks;
        for (index, lead) in blocks.iter().enumerate() {
            if !lead_in(lead).is_some_and(|lead| LEADS.iter().any(|ending| lead.ends_with(ending))) {
                continue;
            }
            let items: Vec<&Block> = blocks.iter().skip(index + 1).take_while(|block| is_item(block)).collect();
            let span = items.iter().filter_map(|item| item.origin.span()).reduce(Span::cover);
            if let Some(span) = span.filter(|_| items.len() >= FEWEST) {
                report(context.trimmed(span));
            }
        }
    }
}

fn paragraph(block: &Block) -> Option<&[Inline]> {
    match &block.kind {
        BlockKind::Paragraph { number: None, content } => Some(content),
        _ => None,
    }
}

fn lead_in(block: &Block) -> Option<String> {
    let span = block.origin.span().filter(|span| span.end - span.start <= 4 * LONGEST);
    let content = span.and_then(|_| paragraph(block)).filter(|content| may_end_in_colon(content))?;
    let prose = Prose::of(content);
    let text = prose.text().trim_end();
    text.ends_with(':').then(|| text.to_lowercase())
}

/// Whether the last words may end in a colon. Most do not, and need not be put together.
fn may_end_in_colon(content: &[Inline]) -> bool {
    match content.last().map(|last| &last.kind) {
        Some(InlineKind::Text(text)) => text.trim_end().is_empty() || text.trim_end().ends_with(':'),
        last => last.is_some(),
    }
}

/// Whether a block can be an item: a short paragraph of one sentence, that is no lead-in itself.
fn is_item(block: &Block) -> bool {
    let Some(content) = paragraph(block) else { return false };
    let prose = Prose::of(content);
    let text = prose.text().trim();
    let is_short = (1..=LONGEST).contains(&text.len());
    let is_one = !text.trim_end_matches('.').contains(". ");
    is_short && is_one && !text.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn paragraphs_after_a_lead_in_are_reported() {
        let text = "# Plan\n\nWe will:\n\nAsk people first.\n\nTell them what we did.\n\n## Next\n";
        assert_eq!(texts_of(&ListNotMarkedUp, text), ["Ask people first.\n\nTell them what we did."]);
    }

    #[test]
    fn bullets_that_are_no_markup_are_reported() {
        assert_eq!(texts_of(&ListNotMarkedUp, "# Plan\n\n\u{2022} one\n\u{2022} two\n").len(), 1);
    }

    #[test]
    fn lists_and_paragraphs_are_left_alone() {
        for text in [
            "# Plan\n\nWe will:\n\n- ask\n- tell\n",
            "# Plan\n\nThe cost:\n\nMuch.\n\nMore.\n",
            "# Plan\n\nWe will:\n\nAsk people. Then tell them.\n\nDone. All of it.\n",
            "# Plan\n\nWe will:\n\nAsk people.\n",
        ] {
            assert_eq!(texts_of(&ListNotMarkedUp, text), Vec::<&str>::new(), "{text}");
        }
    }
}
