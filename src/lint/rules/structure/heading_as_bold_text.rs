//! Headings that are only made bold.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::NoteKind;

const PAGE: &str = "\
# heading-as-bold-text

A paragraph in bold that stands as a heading. plainsong reads it as one; other programs do not. One
finding for the whole document, with every place.

## Why

People who use a screen reader jump from heading to heading to find what they came for. To their
program, bold text is text like any other: the whole paper is one long piece.

## Example

> **What it costs**

## Instead

> ## What it costs

## Source

Web Content Accessibility Guidelines 2.2, 1.3.1 Info and Relationships, failure F2.
";

static INFO: RuleInfo = RuleInfo {
    name: "heading-as-bold-text",
    severity: Severity::Warning,
    summary: "A paragraph in bold that stands as a heading.",
    page: PAGE,
};

pub(in crate::lint) struct HeadingAsBoldText;

impl Rule for HeadingAsBoldText {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        for note in context.document.notes.iter().filter(|note| note.kind == NoteKind::HeadingFromBold) {
            let span = context.trimmed(note.span);
            let place = Occurrence { rule: INFO.name, key: "", span, called: Called::Places, replacement: None };
            findings.add(place, || {
                let message = "Who jumps from heading to heading does not find this one: it is only bold.";
                INFO.finding(span, message, "Take out the asterisks, and write \"##\" and a space before it.")
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn a_bold_line_over_a_paragraph_is_reported() {
        assert_eq!(texts_of(&HeadingAsBoldText, "# Plan\n\n**What it costs**\n\nMuch.\n\n**Who pays**\n\nYou."), ["**What it costs**"]);
    }

    #[test]
    fn headings_and_bold_words_are_left_alone() {
        assert!(texts_of(&HeadingAsBoldText, "# Plan\n\n## Costs\n\n**Much** of it.").is_empty());
    }
}
