//! The sign "&" for the word "and".

use crate::diagnostic::{Applicability, Severity};
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# ampersand

The sign \"&\" for the word \"and\". One finding for the whole document, with every place. Names, in which
the words beside it have capitals, and short forms such as A&E are left alone.

## Why

\"And\" is one of the first words people learn to read, \"&\" is not. Some screen readers say \"ampersand\".

## Example

> Bring a cup & a plate.

## Instead

> Bring a cup and a plate.

## Source

GOV.UK style guide, \"Ampersand\": use \"and\" rather than \"&\", unless it is part of a name.
";

static INFO: RuleInfo =
    RuleInfo { name: "ampersand", severity: Severity::Advice, summary: "The sign \"&\" for the word \"and\".", page: PAGE };

pub(in crate::lint) struct Ampersand;

impl Rule for Ampersand {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::signs("&").in_english()
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        let text = passage.text();
        for (at, _) in text.match_indices('&') {
            let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) else { continue };
            if !stands_between_words(before, after) {
                continue;
            }
            let Some(span) = passage.span(at..at + 1) else { continue };
            let replacement = || Some((Applicability::Safe, "and".to_owned()));
            findings.add(Occurrence { rule: INFO.name, key: "", span, called: Called::Places, replacement: Some(&replacement) }, || {
                INFO.finding(span, "Not every reader knows \"&\", and some screen readers say \"ampersand\".", "Write \"and\".")
            });
        }
    }
}

/// Whether words in small letters stand on both sides, with a space between. "&&" and "Bell & Sons" do not.
fn stands_between_words(before: &str, after: &str) -> bool {
    if !before.ends_with([' ', '\u{a0}']) || !after.starts_with([' ', '\u{a0}']) {
        return false;
    }
    let word_before = before.split_whitespace().next_back();
    let word_after = after.split_whitespace().next();
    let is_word = |word: Option<&str>| {
        word.is_some_and(|word| {
            word.starts_with(char::is_lowercase) && word.chars().all(|c| c.is_alphabetic() || ",.;:)-'\u{2019}".contains(c))
        })
    };
    is_word(word_before) && is_word(word_after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn every_sign_between_words_is_mended_at_once() {
        let text = "a cup & a plate &amp; a spoon";
        let findings = findings_of(&Ampersand, text);
        assert_eq!(texts_of(&Ampersand, text), ["&"]);
        let fix = findings[0].fix.as_ref().unwrap();
        assert_eq!(fix.applicability, Applicability::Safe);
        assert_eq!(fix.edits.iter().map(|edit| &text[edit.span.range()]).collect::<Vec<_>>(), ["&", "&amp;"]);
    }

    #[test]
    fn names_and_short_forms_are_left_alone() {
        for text in ["Manordeilo & Salem", "A&E, R&D", "a && b", "bread &", "`a & b`", "& so", "The Dog & trumpet"] {
            assert_eq!(texts_of(&Ampersand, text), Vec::<&str>::new(), "{text}");
        }
    }
}
