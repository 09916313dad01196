//! Links whose words do not say where they lead.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::{InlineKind, Prose, walk};

const PAGE: &str = "\
# link-text-vague

A link that does not say where it leads: \"click here\", \"read more\", or a bare web address.

## Why

People who use a screen reader have all links of a page read to them as a list, without the words around
them. \"Here, here, more, here\" is no list. A bare address is read out letter by letter. Bare addresses
are advice, as they are of use on paper.

## Example

> For the form, click [here](https://www.wexmere.example/form).

## Instead

> Fill in [the form for a bus pass](https://www.wexmere.example/form).

## Source

Web Content Accessibility Guidelines 2.2, 2.4.4 Link Purpose and 2.4.9. GOV.UK content design guide,
\"Links\".
";

static INFO: RuleInfo =
    RuleInfo { name: "link-text-vague", severity: Severity::Warning, summary: "A link that does not say where it leads.", page: PAGE };

/// Words that say nothing of where a link leads.
const VAGUE: [&str; 24] = [
    "click",
    "click here",
    "click this",
    "click this link",
    "details",
    "download",
    "find out more",
    "follow this link",
    "further information",
    "here",
    "info",
    "learn more",
    "link",
    "more",
    "more details",
    "more info",
    "more information",
    "page",
    "read more",
    "see here",
    "see more",
    "this",
    "this link",
    "this page",
];

pub(in crate::lint) struct LinkTextVague;

impl Rule for LinkTextVague {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::MARKUP
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        walk::inlines(passage.content, &mut |inline| {
            let InlineKind::Link { content, .. } = &inline.kind else { return };
            let prose = Prose::of(content);
            let words = prose.text().trim().trim_end_matches(['.', '!', ':', '\u{bb}', '>']).trim_end().to_lowercase();
            let Some(span) = prose.span(0..prose.text().len()) else { return };
            if VAGUE.binary_search(&words.as_str()).is_ok() {
                let place = Occurrence { rule: INFO.name, key: &words, span, called: Called::Places, replacement: None };
                findings.add(place, || {
                    let message = format!("In a list of links, \"{}\" does not say where it leads.", prose.text().trim());
                    INFO.finding(span, message, "Make the name of the page or the file the link.")
                });
            } else if is_address(&words) {
                findings.add(Occurrence { rule: INFO.name, key: "://", span, called: Called::Places, replacement: None }, || {
                    let help = "Make words the link, such as the name of the page.";
                    let mut finding = INFO.finding(span, "Screen readers read a bare address letter by letter.", help);
                    finding.severity = Severity::Advice;
                    finding
                });
            }
        });
    }
}

/// Whether the words are a web address. An address for email is short, and people need to see it.
fn is_address(words: &str) -> bool {
    !words.contains(char::is_whitespace) && (words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn words_that_say_nothing_and_bare_addresses_are_reported() {
        let text = "Click [here](a.md), [Here.](b.md) or [read **more**](c.md); <https://www.wexmere.example/a>.";
        assert_eq!(texts_of(&LinkTextVague, text), ["here", "read **more", "https://www.wexmere.example/a"]);
        let severities: Vec<Severity> = findings_of(&LinkTextVague, text).iter().map(|finding| finding.severity).collect();
        assert_eq!(severities, [Severity::Warning, Severity::Warning, Severity::Advice]);
    }

    #[test]
    fn names_of_pages_and_addresses_for_email_are_left_alone() {
        for text in ["[The form](a.md)", "<clerk@wexmere.example>", "[more buses](a.md)", "See here."] {
            assert_eq!(texts_of(&LinkTextVague, text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(VAGUE.is_sorted());
    }
}
