//! Documents without a title.

use super::head;
use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;

const PAGE: &str = "\
# missing-title

A document that does not say what it is called, neither in front matter nor in a first heading or line.

## Why

The title is the first thing a screen reader says, the name of the window, and the name of the book on a
DAISY player. Without one, people hear the name of the file.

## Example

> The panel met at ten.

## Instead

> # Minutes of the parks panel, 4 May 2026
>
> The panel met at ten.

## Source

Web Content Accessibility Guidelines 2.2, 2.4.2 Page Titled.
";

static INFO: RuleInfo =
    RuleInfo { name: "missing-title", severity: Severity::Warning, summary: "A document that does not say what it is called.", page: PAGE };

/// A shorter text is a note, and no document.
const FEWEST_WORDS: usize = 100;

pub(in crate::lint) struct MissingTitle;

impl Rule for MissingTitle {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        if context.document.meta.title.is_none() && totals.words >= FEWEST_WORDS {
            let message = "This document has no title: who listens hears the name of the file.";
            findings.push(INFO.finding(head(context), message, "Begin with \"# \" and what the document is called."));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn a_document_without_a_title_is_reported_at_its_first_line() {
        let text = format!("\n{}", "The bus will stop here at ten. ".repeat(30));
        assert_eq!(texts_of(&MissingTitle, &text), [text.trim_matches('\n')]);
    }

    #[test]
    fn a_title_in_a_heading_or_in_front_matter_is_enough() {
        let words = "The bus will stop here at ten. ".repeat(30);
        for text in [format!("# Buses\n\n{words}"), format!("---\ntitle: Buses\n---\n\n{words}"), "A note.".to_owned(), String::new()] {
            assert!(texts_of(&MissingTitle, &text).is_empty(), "{text}");
        }
    }
}
