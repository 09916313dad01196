//! Words of a trade that have a plainer word.

use super::report;
use crate::diagnostic::Severity;
use crate::lexicon::Kind;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# jargon

A word that people in the office know and many readers do not. Each word is reported once, at the
first place where it is used.

## Why

People with a learning disability, people who are new to English and people who are tired or
worried all stop at a word they do not know. Many give up there. A plain word costs the other
readers nothing.

## Example

> We will engage with stakeholders.

## Instead

> We will talk to the people this affects.

If the word must stay, say what it means the first time it is used.

## Source

GOV.UK content design guide, \"Writing for GOV.UK: Plain English\". Mencap, \"Make it clear\".
";

static INFO: RuleInfo = RuleInfo { name: "jargon", severity: Severity::Warning, summary: "A word that has a plainer word.", page: PAGE };

pub(in crate::lint) struct Jargon;

impl Rule for Jargon {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::HARD_WORDS
    }

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        report(Kind::Jargon, &INFO, passage, context, findings, |printed| format!("Many readers do not know \"{printed}\"."));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Applicability, Diagnostic};
    use crate::lexicon::Lexicon;
    use crate::lint::Options;
    use crate::lint::rule::findings_with;

    fn check(text: &str) -> Vec<(Diagnostic, String)> {
        let mut options = Options::default();
        let words = "[[word]]\nterm = \"stakeholder\"\nforms = [\"stakeholders\"]\nplainer = \"person this affects\"\n\
                     [[word]]\nterm = \"council tax\"\nmeaning = \"money you pay to the council\"\n\
                     [[word]]\nterm = \"service user\"\nplainer = \"person\"\nasked_by = \"The carers of Wexmere\"\n";
        options.lexicon = Lexicon::from_toml("t", words).unwrap();
        let findings = findings_with(&Jargon, text, &options);
        findings.into_iter().map(|finding| (finding.clone(), text[finding.span.range()].to_owned())).collect()
    }

    #[test]
    fn a_word_is_reported_once_with_its_other_places() {
        let found = check("A stakeholder spoke.\n\nStakeholders wrote to stakeholders.");
        assert_eq!(found.len(), 1);
        let (finding, text) = &found[0];
        assert_eq!(text, "stakeholder");
        assert_eq!(finding.also.len(), 2);
        assert!(finding.message.contains("3 times"), "{}", finding.message);
    }

    #[test]
    fn the_message_names_the_words_as_printed() {
        let found = check("Service\nuser and stakeholders spoke. A STAKEHOLDER left.");
        let messages: Vec<&str> = found.iter().map(|(finding, _)| finding.message.as_str()).collect();
        assert_eq!(
            messages,
            ["Many readers do not know \"Service user\".", "Many readers do not know \"stakeholders\". It is used 2 times here."]
        );
    }

    #[test]
    fn the_name_of_a_thing_without_a_plainer_name_is_left() {
        assert!(check("The council tax rose.").is_empty());
    }

    #[test]
    fn the_plainer_word_keeps_the_capitals() {
        for (word, plainer) in [("Stakeholder", "Person this affects"), ("STAKEHOLDER", "PERSON THIS AFFECTS")] {
            let found = check(&format!("{word} met here."));
            let fix = found[0].0.fix.as_ref().unwrap();
            assert_eq!(fix.edits[0].text, plainer);
            assert_eq!(fix.applicability, Applicability::Suggested);
        }
    }

    #[test]
    fn a_word_that_cannot_be_put_in_its_place_everywhere_has_help_and_no_fix() {
        let grows = "A stakeholder came to the first meeting of the year and spoke about a bus.";
        for text in ["The stakeholders met.", "A stakeholder met stakeholders.", "An stakeholder met.", "A *stake*holder met.", grows] {
            let found = check(text);
            assert!(found[0].0.help.is_some() && found[0].0.fix.is_none(), "{text}");
        }
        assert_eq!(check("A stakeholder met one stakeholder.")[0].0.fix.as_ref().unwrap().edits.len(), 2);
    }

    #[test]
    fn whoever_asked_for_a_word_is_named() {
        let help = check("Each service user spoke.")[0].0.help.clone().unwrap();
        assert_eq!(help, "Write \"person\" instead. The carers of Wexmere ask for this.");
    }

    #[test]
    fn a_word_in_a_heading_is_reported() {
        assert_eq!(check("# The stakeholders")[0].1, "stakeholders");
    }

    #[test]
    fn plain_words_are_left_alone() {
        assert!(check("She drove the stake into the ground. `stakeholder`").is_empty());
    }
}
