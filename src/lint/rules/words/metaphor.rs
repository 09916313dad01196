//! Words that mean something other than they say.

use super::report;
use crate::diagnostic::Severity;
use crate::lexicon::Kind;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# metaphor

Words that do not mean what they say: \"level playing field\", \"deep dive\", \"low-hanging fruit\". Each
is reported once, at the first place where it is used.

## Why

Many autistic people and many people with a learning disability take words at their word: they wait
for the field. So do readers who learned English as adults. And what is meant is often less sure than
the picture makes it look.

## Example

> We will do a deep dive into bus fares going forward.

## Instead

> From now on, we will look closely at bus fares.

## Source

GOV.UK style guide, \"Words to avoid\": \"Avoid metaphors\". W3C, \"Making Content Usable for People with
Cognitive and Learning Disabilities\", pattern \"Use Literal Language\".
";

static INFO: RuleInfo =
    RuleInfo { name: "metaphor", severity: Severity::Advice, summary: "Words that mean something other than they say.", page: PAGE };

pub(in crate::lint) struct Metaphor;

impl Rule for Metaphor {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::HARD_WORDS
    }

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        report(Kind::Metaphor, &INFO, passage, context, findings, |printed| {
            format!("\"{printed}\" does not mean what it says: who takes it by the letter is lost.")
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn a_picture_in_words_is_reported() {
        assert_eq!(texts_of(&Metaphor, "We did a deep dive to find a level playing field."), ["deep dive", "level playing field"]);
        assert_eq!(findings_of(&Metaphor, "A deep dive.")[0].severity, Severity::Advice);
    }

    #[test]
    fn words_that_say_what_they_mean_are_left_alone() {
        assert!(findings_of(&Metaphor, "The dive was deep. They play in the field.").is_empty());
    }
}
