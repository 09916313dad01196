//! Numbers that Word printed and pandoc counted anew.

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::RuleInfo;
use crate::lint::rule::{Context, Rule};
use crate::model::NoteKind;

const PAGE: &str = "\
# number-lost-in-conversion

A list whose numbers are not those that Word printed. Word counts its paragraphs itself: 1.1, 1.2,
(a). pandoc does not carry these numbers over. It writes \"1.\" for an inner 1.1 and for an (a), and
begins a new list after anything that comes between.

## Why

People point at paragraphs by their numbers, in the meeting and for years after. A reader of large
print, braille or speech who is told \"paragraph 1.2\" must find the one that everybody else means.
The Markdown does not say what was printed, so nobody can put it right without the Word file.

## Example

> 1.  REASONS
>
>     1.  The plan ends in March.

## Instead

> 1.0 REASONS
>
> 1.1 The plan ends in March.

Before you convert, turn the automatic numbers into text. In Word, make a copy, run
ActiveDocument.ConvertNumbersToText in the Immediate window, and convert the copy. Or type the numbers into the Markdown, with the Word
file beside it.

## Source

Web Content Accessibility Guidelines 2.2, 1.3.2 Meaningful Sequence; and what pandoc writes, which
we tried: its lists have one number for each item, and no 1.1.
";

static INFO: RuleInfo = RuleInfo {
    name: "number-lost-in-conversion",
    severity: Severity::Warning,
    summary: "A list whose numbers may not be those that Word printed.",
    page: PAGE,
};

pub(in crate::lint) struct NumberLost;

impl Rule for NumberLost {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        for note in context.document.notes.iter().filter(|note| note.kind == NoteKind::NumberLost) {
            let mut finding = Diagnostic::new(INFO.name, INFO.severity, note.message.clone(), note.span);
            finding.help = Some("Compare with the Word file, and type the numbers that it prints.".to_owned());
            findings.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    fn found(text: &str) -> Vec<Diagnostic> {
        findings_of(&NumberLost, text)
    }

    #[test]
    fn a_list_counted_anew_is_reported_at_its_number() {
        let text = "1.  REASONS\n\n    1.  The plan ends.\n\n    2.  The cost.\n";
        let findings = found(text);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].span.start, text.find("1.  The plan").unwrap());
    }

    #[test]
    fn typed_numbers_are_left_alone() {
        assert!(found("1.0 REASONS\n\n1.1 The plan ends.\n\n1. One\n2. Two\n").is_empty());
    }
}
