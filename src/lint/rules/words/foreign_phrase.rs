//! Words of another language in an English text.

use super::report;
use crate::diagnostic::Severity;
use crate::lexicon::Kind;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# foreign-phrase

Words of another language, mostly Latin, in an English text: \"inter alia\", \"pro rata\", \"vis-à-vis\".
Each is reported once, at the first place where it is used.

## Why

Who did not learn Latin cannot work it out. Neither can most people whose first language is not
English. A screen reader speaks it as if it were English, and \"viz\" or \"per se\" become noise.

## Example

> The charge is £40 per annum, pro rata.

## Instead

> The charge is £40 a year. For part of a year, you pay part of it.

## Source

GOV.UK style guide, \"Words to avoid\" and \"eg, etc and ie\". Plain English Campaign, \"The A to Z of
alternative words\".
";

static INFO: RuleInfo =
    RuleInfo { name: "foreign-phrase", severity: Severity::Warning, summary: "Words of another language, mostly Latin.", page: PAGE };

pub(in crate::lint) struct ForeignPhrase;

impl Rule for ForeignPhrase {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::HARD_WORDS
    }

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        report(Kind::ForeignPhrase, &INFO, passage, context, findings, |printed| {
            format!("\"{printed}\" is not English: many readers cannot guess what it means.")
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn latin_is_reported() {
        assert_eq!(texts_of(&ForeignPhrase, "They met inter alia on the Forum, and per annum."), ["inter alia", "per annum"]);
        assert!(findings_of(&ForeignPhrase, "It is pro rata.")[0].message.contains("not English"));
    }

    #[test]
    fn english_and_names_are_left_alone() {
        assert!(findings_of(&ForeignPhrase, "The pro team of Alia met. The rate rose.").is_empty());
    }
}
