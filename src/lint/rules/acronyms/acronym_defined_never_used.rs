//! Short forms that are explained and never used.

use super::plain_definition;
use crate::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use crate::lint::RuleInfo;
use crate::lint::rule::{Context, Rule};
use crate::short_forms::ShortForm;

const PAGE: &str = "\
# acronym-defined-never-used

A short form that the document explains and does not use anywhere else.

## Why

Readers take an explanation as a sign that they will need the letters later. People with a poor
memory spend effort on a name that never comes back.

## Example

> The Wexmere Carers Forum (WCF) met in May. It spoke for carers.

## Instead

> The Wexmere Carers Forum met in May. It spoke for carers.

Short forms in a glossary are not reported.

## Source

GOV.UK style guide, \"Abbreviations and acronyms\": do not use a short form if you are not going to use it
again.
";

static INFO: RuleInfo = RuleInfo {
    name: "acronym-defined-never-used",
    severity: Severity::Advice,
    summary: "A short form that is explained and never used.",
    page: PAGE,
};

pub(in crate::lint) struct AcronymDefinedNeverUsed;

impl Rule for AcronymDefinedNeverUsed {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        findings.extend(context.short_forms().iter().filter(|form| !form.is_in_glossary).filter_map(|form| finding(form, context)));
    }
}

fn finding(form: &ShortForm, context: &Context<'_>) -> Option<Diagnostic> {
    let definition = form.definitions.first()?;
    // Uses of what is spelt as a word, such as "bpm", are not looked for.
    let can_be_seen = definition.short.chars().filter(|character| character.is_uppercase()).nth(1).is_some();
    if !can_be_seen || form.is_used_elsewhere() {
        return None;
    }
    let short = &definition.short;
    let message = format!("\"{short}\" is explained here and never used, so people are asked to remember it for nothing.");
    let mut finding = Diagnostic::new(INFO.name, INFO.severity, message, definition.defined);
    finding.also = form.definitions.iter().skip(1).map(|definition| definition.defined).collect();
    finding.help = Some(format!("Write \"{}\" without \"({short})\".", definition.long));
    finding.fix = plain_definition(definition, context.source)
        .filter(|_| finding.also.is_empty())
        .map(|span| Fix::edit(Applicability::Suggested, span, definition.long.clone()));
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::super::{fixed, found};
    use super::*;

    #[test]
    fn what_is_never_used_is_reported_and_left_out() {
        let text = "The Wexmere Carers Forum (WCF) met in May.";
        assert_eq!(found(&AcronymDefinedNeverUsed, text).len(), 1);
        assert_eq!(fixed(&AcronymDefinedNeverUsed, text).unwrap(), "The Wexmere Carers Forum met in May.");
    }

    #[test]
    fn a_use_anywhere_and_a_glossary_are_enough() {
        for text in [
            "The Wexmere Carers Forum (WCF) met.\n\n# The WCF",
            "| Acronym | Meaning |\n|---|---|\n| WCF | Wexmere Carers Forum |",
            "It ran at 30 beats per minute (bpm).",
        ] {
            assert!(found(&AcronymDefinedNeverUsed, text).is_empty(), "{text}");
        }
    }
}
