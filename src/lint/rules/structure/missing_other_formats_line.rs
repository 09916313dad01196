//! Documents that do not say how to get them in another format.

use super::head;
use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::Role;
use crate::text::holds_part;

const PAGE: &str = "\
# missing-other-formats-line

A document of more than 300 words that does not say how to get it in large print, Easy Read, braille,
audio or another language.

## Why

Who cannot read the paper is the last to know that there is another way. The law asks councils to make
adjustments, and health and care services to offer them. An offer that nobody reads is none.

## Example

A strategy that ends with its last action.

## Instead

> You can ask for this paper in large print, in Easy Read, in braille or as audio. Telephone the Clerk:
> 01632 960000.

## Source

Equality Act 2010, sections 20 and 29. NHS England, Accessible Information Standard (DCB1605).
";

static INFO: RuleInfo = RuleInfo {
    name: "missing-other-formats-line",
    severity: Severity::Advice,
    summary: "No word on how to get the document in another format.",
    page: PAGE,
};

/// A shorter paper is a notice.
const FEWEST_WORDS: usize = 300;
/// What such a line speaks of.
const OFFERS: [&str; 9] = [
    "easy read",
    "easyread",
    "large print",
    "braille",
    "other format",
    "another format",
    "alternative format",
    "accessible format",
    "different format",
];

pub(in crate::lint) struct MissingOtherFormatsLine;

impl Rule for MissingOtherFormatsLine {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        let is_marked = context.document.marks.iter().any(|mark| mark.role == Role::OtherFormats);
        if totals.words < FEWEST_WORDS || is_marked || !context.document.meta.language.is_english() {
            return;
        }
        if !offers(context.source.text()) {
            let message = "Who cannot read this paper is not told how to get it in another format.";
            let help = "Say at the beginning or the end whom to ask for large print, Easy Read, braille or audio.";
            findings.push(INFO.finding(head(context), message, help));
        }
    }
}

/// Whether a text offers another format. It is looked through by stretches of whole lines: a second copy of a large
/// document takes much memory.
fn offers(text: &str) -> bool {
    let mut lower = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let near = rest.ceil_char_boundary(STRETCH.min(rest.len()));
        let end = rest.get(near..).and_then(|after| after.find('\n')).map_or(rest.len(), |at| near + at + 1);
        let (stretch, after) = rest.split_at(end);
        lower.clear();
        lower.push_str(stretch);
        lower.make_ascii_lowercase();
        if OFFERS.iter().any(|offer| holds_part(&lower, offer)) {
            return true;
        }
        rest = after;
    }
    false
}

/// About so many bytes are looked through at once.
const STRETCH: usize = 1 << 16;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn an_offer_at_the_end_of_a_long_text_is_found() {
        let text = format!("{}{}\nAsk us for LARGE PRINT.", "The \u{175} bus.\n".repeat(10_000), "a".repeat(STRETCH));
        assert!(offers(&text) && !offers(&text.replace("PRINT", "")));
    }

    #[test]
    fn a_long_paper_without_an_offer_is_reported_at_its_title() {
        let text = format!("# Our plan\n\n{}", "The bus will stop here. ".repeat(70));
        assert_eq!(texts_of(&MissingOtherFormatsLine, &text), ["Our plan"]);
    }

    #[test]
    fn a_paper_with_an_offer_and_a_notice_are_left_alone() {
        let offer = format!("# Our plan\n\n{}\n\nAsk us for this in Large Print.", "The bus will stop here. ".repeat(70));
        for text in [offer.as_str(), "# Notice\n\nThe bus will stop here."] {
            assert!(texts_of(&MissingOtherFormatsLine, text).is_empty());
        }
    }
}
