//! Short forms with two full names.

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::RuleInfo;
use crate::lint::rule::{Context, Rule};
use crate::short_forms::{ShortForm, is_same_name};

const PAGE: &str = "\
# acronym-inconsistent

A short form that the document explains in two ways. It is reported once, where the second full name
stands.

## Why

Nobody can tell which of the two is meant further on. Programs that read aloud or show the full name
give the first one everywhere, and are wrong half of the time.

## Example

> Your care plan (CP) is yours. The community panel (CP) reads it.

## Instead

> Your care plan (CP) is yours. The community panel reads it.

## Source

GOV.UK style guide, \"Abbreviations and acronyms\". W3C, Web Content Accessibility Guidelines 2.2, 3.1.4
Abbreviations.
";

static INFO: RuleInfo =
    RuleInfo { name: "acronym-inconsistent", severity: Severity::Warning, summary: "A short form that stands for two things.", page: PAGE };

pub(in crate::lint) struct AcronymInconsistent;

impl Rule for AcronymInconsistent {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        findings.extend(context.short_forms().iter().filter_map(finding));
    }
}

fn finding(form: &ShortForm) -> Option<Diagnostic> {
    let (first, others) = form.definitions.split_first()?;
    let mut different = others.iter().filter(|other| !is_same_name(&other.long, &first.long));
    let second = different.next()?;
    let short = &first.short;
    let message =
        format!("\"{short}\" stands for \"{}\" here and for \"{}\" before, so no reader can tell which is meant.", second.long, first.long);
    let mut finding = Diagnostic::new(INFO.name, INFO.severity, message, second.defined);
    finding.also = std::iter::once(first.defined).chain(different.map(|other| other.defined)).collect();
    finding.help = Some(format!("Keep \"{short}\" for one of the two, and write the other in full."));
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;

    #[test]
    fn the_second_name_is_reported() {
        let found = found(&AcronymInconsistent, "Your care plan (CP) is yours. The community panel (CP) reads it.");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "community panel (CP)");
        assert!(found[0].1.contains("\"care plan\" before"), "{}", found[0].1);
    }

    #[test]
    fn the_same_name_in_other_letters_is_the_same() {
        for text in ["Your Care Plan (CP) and her care plan (CP).", "Your care plan (CP) and all care-plans (CPs)."] {
            assert!(found(&AcronymInconsistent, text).is_empty(), "{text}");
        }
    }
}
