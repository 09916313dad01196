//! Long or rare words that have a plainer one.

use super::report;
use crate::diagnostic::Severity;
use crate::lexicon::Kind;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# hard-word

A long or rare word of everyday English: \"ascertain\" for \"find out\", \"commence\" for \"begin\". Each is
reported once, at the first place where it is used.

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

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        report(Kind::HardWord, &INFO, passage, context, findings, |term| format!("Not every reader knows \"{term}\"."));
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
    fn short_words_are_left_alone() {
        assert!(findings_of(&HardWord, "We will try to find out, certainly.").is_empty());
    }
}
