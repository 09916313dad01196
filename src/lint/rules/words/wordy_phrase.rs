//! Several words where one would do.

use super::report;
use crate::diagnostic::Severity;
use crate::lexicon::Kind;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# wordy-phrase

Several words that say no more than one: \"prior to\" for \"before\", \"due to the fact that\" for
\"because\". Each phrase is reported once, at the first place where it is used.

## Why

Every word takes time: to a reader of braille, to somebody who listens, to somebody who reads a word
at a time. Words that say nothing hide the ones that do, and make sentences too long to keep in mind.

## Example

> In the event of rain, the fair will be moved prior to its opening.

## Instead

> If it rains, we will move the fair before it opens.

## Source

Plain English Campaign, \"The A to Z of alternative words\". GOV.UK content design guide, \"Writing for
GOV.UK: Plain English\".
";

static INFO: RuleInfo =
    RuleInfo { name: "wordy-phrase", severity: Severity::Warning, summary: "Several words that say no more than one.", page: PAGE };

pub(in crate::lint) struct WordyPhrase;

impl Rule for WordyPhrase {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::HARD_WORDS
    }

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        report(Kind::WordyPhrase, &INFO, passage, context, findings, |printed| {
            format!("\"{printed}\" is long for what it says, and makes slow readers slower.")
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn a_phrase_is_reported_once_with_its_plainer_words() {
        assert_eq!(texts_of(&WordyPhrase, "Prior to May, and prior to June, we met."), ["Prior to"]);
        let findings = findings_of(&WordyPhrase, "Prior to May we met.");
        assert_eq!(findings[0].help.as_deref(), Some("Write \"before\" instead, or say what it means."));
    }

    #[test]
    fn words_that_only_look_like_a_phrase_are_left_alone() {
        assert!(findings_of(&WordyPhrase, "A prior engagement to note, and a stakeholder.").is_empty());
    }
}
