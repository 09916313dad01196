//! Long or rare words that have a plainer one.

use super::report;
use crate::diagnostic::Severity;
use crate::lexicon::Kind;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# hard-word

A long word that has a plainer one: \"ascertain\" for \"find out\", \"commence\" for \"begin\". And, as advice, a
word that few learners of English know (levels C1 and C2 of the Common European Framework of Reference).
Each is reported once, at the first place where it is used.

## Why

About one adult in seven in England reads no better than a child of eleven. They know \"begin\", and
have to work out \"commence\". People who know both read the short one faster.

## Example

> We will endeavour to ascertain the facts.

## Instead

> We will try to find out the facts.

## Source

GOV.UK content design guide, \"Writing for GOV.UK: Plain English\". Plain English Campaign, \"The A to Z
of alternative words\".
";

static INFO: RuleInfo = RuleInfo { name: "hard-word", severity: Severity::Warning, summary: "A long or rare word.", page: PAGE };

pub(in crate::lint) struct HardWord;

impl Rule for HardWord {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::HARD_WORDS
    }

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        report(Kind::HardWord, &INFO, passage, context, findings, |printed| format!("Not every reader knows \"{printed}\"."));
        for &index in passage.rare_words() {
            let (Some(range), Some(word)) = (passage.words().get(index), passage.word(index)) else { continue };
            // A capital makes it a name, or nobody can tell that it is none.
            let is_name = passage.printed(index).is_some_and(|word| word.starts_with(char::is_uppercase));
            // A part of "co-ordinate" is no word of its own.
            let is_part = passage.after(index).starts_with('-') || index > 0 && passage.after(index - 1).ends_with('-');
            if is_name || is_part || passage.hard_words().iter().any(|of| of.range.start <= range.start && range.end <= of.range.end) {
                continue;
            }
            let Some(span) = passage.span(range.clone()) else { continue };
            findings.add(Occurrence { rule: INFO.name, key: word, span, called: Called::Uses, replacement: None }, || {
                let help = "Write a word of every day, or say what it means.";
                let mut finding = INFO.finding(span, format!("Many readers may not know \"{word}\"."), help);
                finding.severity = Severity::Advice;
                finding
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn a_long_word_is_reported() {
        assert_eq!(texts_of(&HardWord, "We will endeavour to ascertain it."), ["endeavour", "ascertain"]);
        assert!(findings_of(&HardWord, "We will ascertain it.")[0].help.is_some());
    }

    #[test]
    fn a_rare_word_without_a_plainer_one_is_advice() {
        let findings = findings_of(&HardWord, "There is infill there. We have seen the infill.");
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].severity, findings[0].also.len()), (Severity::Advice, 1));
    }

    #[test]
    fn names_and_common_words_are_left_alone() {
        for text in [
            "We will try to find out, certainly.",
            "We met at Infill House.",
            "Magnus and Steven met.",
            "We met in Wexmere.",
            "They will co-ordinate it.",
        ] {
            assert!(findings_of(&HardWord, text).is_empty(), "{text}");
        }
    }
}
