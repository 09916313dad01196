//! How hard the text is as a whole.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::source::Span;

const PAGE: &str = "\
# readability

One finding for a document that is hard to read as a whole, with what makes it so: long sentences, or
long words. The score is Flesch Reading Ease, from 0 (very hard) to 100 (very easy):
206.835 - 1.015 × words a sentence - 84.6 × syllables a word. Below 60 is reported.

## Why

Papers of 60 and more can be read by most people of 13 to 15 years. Human Easy Read has about 70.
Committee reports have about 35, and many people cannot read them at all. A score does not know
whether a text makes sense: it points at papers to look at, and no more.

## Example

> The implementation of the recommendations necessitates considerable additional expenditure.

## Instead

> To do what the report asks will cost us much more.

## Source

Rudolf Flesch, \"A new readability yardstick\", Journal of Applied Psychology 32 (1948).
";

static INFO: RuleInfo = RuleInfo {
    name: "readability",
    severity: Severity::Advice,
    summary: "How hard the document is to read as a whole, and why.",
    page: PAGE,
};

/// Texts of this score and more can be read by most people.
const PLAIN: f64 = 60.0;
/// A shorter text has no score worth telling.
const FEWEST_WORDS: usize = 100;
/// What human writers of Easy Read use: words a sentence, and syllables a word.
const EASY_READ: (f64, f64) = (13.0, 1.45);

pub(in crate::lint) struct Readability;

impl Rule for Readability {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        if totals.words < FEWEST_WORDS || totals.sentences == 0 {
            return;
        }
        let words_a_sentence = totals.words as f64 / totals.sentences as f64;
        let syllables_a_word = totals.syllables as f64 / totals.words as f64;
        let score = 206.835 - 1.015 * words_a_sentence - 84.6 * syllables_a_word;
        if score >= PLAIN {
            return;
        }
        let title = context.document.meta.title.as_ref().map(|title| title.span);
        let span = title.unwrap_or_else(|| first_line(context));
        let message = format!(
            "This document scores {:.0} of 100 for reading ease, and many people cannot read what scores less than {PLAIN:.0}. \
             Its sentences have {words_a_sentence:.0} words on average, its words {syllables_a_word:.1} syllables.",
            score.max(0.0)
        );
        let from_sentences = 1.015 * (words_a_sentence - EASY_READ.0);
        let from_words = 84.6 * (syllables_a_word - EASY_READ.1);
        let help = if from_sentences > from_words {
            "Long sentences make it hard: begin with those of more than 25 words."
        } else {
            "Long words make it hard: begin with those that other findings name."
        };
        findings.push(INFO.finding(span, message, help));
    }
}

fn first_line(context: &Context<'_>) -> Span {
    let start = context.source.body_start();
    let rest = context.source.text().get(start..).unwrap_or_default();
    Span::new(start, start + rest.lines().next().map_or(0, str::len))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    #[test]
    fn a_hard_text_has_one_finding_at_its_title_with_what_makes_it_so() {
        let words = "Implementation necessitates considerable additional organisational expenditure. ".repeat(20);
        let text = format!("# Plan\n\n{words}");
        let findings = findings_of(&Readability, &text);
        assert_eq!(findings.len(), 1);
        assert_eq!(&text[findings[0].span.range()], "Plan");
        assert!(findings[0].help.as_deref().is_some_and(|help| help.starts_with("Long words")));
        let sentences = format!("# Plan\n\n{}.", "the dog and the cat sat on the mat by the door ".repeat(12));
        assert!(findings_of(&Readability, &sentences)[0].help.as_deref().is_some_and(|help| help.starts_with("Long sentences")));
    }

    #[test]
    fn plain_and_short_texts_are_left_alone() {
        assert!(findings_of(&Readability, &"The bus will stop here at ten. ".repeat(40)).is_empty());
        assert!(findings_of(&Readability, "Organisational implementation necessitates expenditure.").is_empty());
    }
}
