//! Short forms that are used before they are explained.

use super::{in_full, plain_definition, stands_alone};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Severity};
use crate::lint::RuleInfo;
use crate::lint::rule::{Context, Rule};
use crate::model::Acronym;
use crate::short_forms::ShortForm;
use crate::source::Span;

const PAGE: &str = "\
# acronym-used-before-definition

A short form that the document explains, but uses before it does. It is reported once, at its first
use.

## Why

People read from the top. Who listens to a document, or has it in large print, cannot look ahead for
the place where the letters are explained. People with a poor memory will not connect the two.

## Example

> The WCF met in May. The Wexmere Carers Forum (WCF) speaks for carers.

## Instead

> The Wexmere Carers Forum (WCF) met in May. The WCF speaks for carers.

A short form that stands in a glossary is not reported: people can look it up there at any time.

## Source

GOV.UK style guide, \"Abbreviations and acronyms\": explain it the first time you use it.
";

static INFO: RuleInfo = RuleInfo {
    name: "acronym-used-before-definition",
    severity: Severity::Warning,
    summary: "A short form that is used before it is explained.",
    page: PAGE,
};

pub(in crate::lint) struct AcronymUsedBeforeDefinition;

impl Rule for AcronymUsedBeforeDefinition {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        let known = &context.options.known_short_forms;
        let explained = context.short_forms().iter().filter(|form| !form.is_in_glossary && !known.is_familiar(&form.short));
        findings.extend(explained.filter_map(|form| finding(form, context)));
    }
}

fn finding(form: &ShortForm, context: &Context<'_>) -> Option<Diagnostic> {
    let definition = form.definitions.first()?;
    let mut before = form.uses_in_text().filter(|place| place.end <= definition.defined.start);
    let first = before.next()?;
    let Acronym { short, long, .. } = definition;
    let message =
        format!("\"{short}\" is used here and explained only later, so a reader who starts at the top does not know what it means.");
    let mut finding = Diagnostic::new(INFO.name, INFO.severity, message, first);
    finding.also = before.collect();
    finding.help = Some(format!("Write \"{}\" here, and \"{short}\" alone further on.", in_full(long, short)));
    finding.fix = fix(first, definition, context);
    Some(finding)
}

/// The full name changes places with the short form.
fn fix(first: Span, definition: &Acronym, context: &Context<'_>) -> Option<Fix> {
    let later = plain_definition(definition, context.source)?;
    let is_same = stands_alone(first, context.source) && context.source.slice(first) == definition.short;
    let mut fix = Fix::edit(Applicability::Suggested, first, in_full(&definition.long, &definition.short));
    fix.edits.push(Edit { span: later, text: definition.short.clone() });
    is_same.then_some(fix)
}

#[cfg(test)]
mod tests {
    use super::super::{fixed, found};
    use super::*;

    #[test]
    fn the_first_use_is_reported_and_mended() {
        let text = "The WCF met in May. The Wexmere Carers Forum (WCF) speaks for carers.";
        let found = found(&AcronymUsedBeforeDefinition, text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "WCF");
        let mended = fixed(&AcronymUsedBeforeDefinition, text).unwrap();
        assert_eq!(mended, "The Wexmere Carers Forum (WCF) met in May. The WCF speaks for carers.");
        assert!(super::super::found(&AcronymUsedBeforeDefinition, &mended).is_empty());
    }

    #[test]
    fn a_use_after_the_explanation_is_fine_and_so_is_a_glossary() {
        for text in [
            "The Wexmere Carers Forum (WCF) met. The WCF left.",
            "WCF (Wexmere Carers Forum) met. The WCF left.",
            "The WCF met.\n\n| Abbreviation | Meaning |\n|---|---|\n| WCF | Wexmere Carers Forum |",
        ] {
            assert!(found(&AcronymUsedBeforeDefinition, text).is_empty(), "{text}");
        }
    }
}
