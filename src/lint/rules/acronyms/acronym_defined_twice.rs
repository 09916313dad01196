//! Short forms that are explained again.

use super::plain_definition;
use crate::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use crate::lint::RuleInfo;
use crate::lint::rule::{Context, Rule};
use crate::short_forms::{ShortForm, is_same_name};

const PAGE: &str = "\
# acronym-defined-twice

A short form that the document explains again with the same full name. It is reported once, at the
second explanation.

## Why

Who sees the full name again stops to think: is this something new? It also makes the text longer
for people who listen to it.

## Example

> The Wexmere Carers Forum (WCF) met. Members of the Wexmere Carers Forum (WCF) spoke.

## Instead

> The Wexmere Carers Forum (WCF) met. Members of the WCF spoke.

A glossary beside the explanation in the text is no second explanation.

## Source

GOV.UK style guide, \"Abbreviations and acronyms\": explain it once, then use the short form.
";

static INFO: RuleInfo =
    RuleInfo { name: "acronym-defined-twice", severity: Severity::Advice, summary: "A short form that is explained again.", page: PAGE };

pub(in crate::lint) struct AcronymDefinedTwice;

impl Rule for AcronymDefinedTwice {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        findings.extend(context.short_forms().iter().filter(|form| !form.is_in_glossary).filter_map(|form| finding(form, context)));
    }
}

fn finding(form: &ShortForm, context: &Context<'_>) -> Option<Diagnostic> {
    let (first, others) = form.definitions.split_first()?;
    let mut again = others.iter().filter(|other| is_same_name(&other.long, &first.long));
    let second = again.next()?;
    let short = &first.short;
    let message = format!("\"{short}\" is explained again here, so a reader who knows it stops to see whether it is something new.");
    let mut finding = Diagnostic::new(INFO.name, INFO.severity, message, second.defined);
    finding.also = again.map(|other| other.defined).collect();
    finding.help = Some(format!("Write \"{short}\" alone."));
    finding.fix = plain_definition(second, context.source).map(|span| Fix::edit(Applicability::Suggested, span, second.short.clone()));
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::super::{fixed, found};
    use super::*;

    #[test]
    fn the_second_explanation_is_reported_and_mended() {
        let text = "The Wexmere Carers Forum (WCF) met. Members of the Wexmere Carers Forum (WCF) spoke.";
        let found = found(&AcronymDefinedTwice, text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "Wexmere Carers Forum (WCF)");
        assert_eq!(fixed(&AcronymDefinedTwice, text).unwrap(), "The Wexmere Carers Forum (WCF) met. Members of the WCF spoke.");
    }

    #[test]
    fn once_is_once_and_another_name_is_another_matter() {
        assert!(found(&AcronymDefinedTwice, "The Wexmere Carers Forum (WCF) met. The WCF left.").is_empty());
        assert!(found(&AcronymDefinedTwice, "The care plan (CP) and the community panel (CP) met.").is_empty());
    }
}
