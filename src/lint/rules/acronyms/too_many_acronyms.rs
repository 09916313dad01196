//! Documents with more short forms than people can keep in mind.

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::short_forms::ShortForm;
use crate::source::Span;

const PAGE: &str = "\
# too-many-acronyms

A document with many different short forms: more than five, and more than one for every 100 words.
Those that most people know, such as NHS, do not count. It is reported once, at the first of them.

## Why

People can keep a handful of new names in mind, and many people fewer. With more, they go back again
and again to see what the letters mean, or give up. Who listens cannot go back easily.

## Example

> The WCF asked the ICB and the VCSE about the JSNA, the BCF and the LCWIP.

## Instead

> The carers' forum asked the care board and local charities about the plan for health.

Use the full name, or a plain word such as \"the forum\", for those that are used once or twice.

## Source

Federal Plain Language Guidelines, \"Minimize abbreviations\". GOV.UK style guide, \"Abbreviations and
acronyms\".
";

static INFO: RuleInfo = RuleInfo {
    name: "too-many-acronyms",
    severity: Severity::Advice,
    summary: "A document with more short forms than people can keep in mind.",
    page: PAGE,
};

/// The most different short forms that are no trouble in a text of any length.
const FEW: usize = 5;

/// For more of them, a text needs this many words for each.
const WORDS_FOR_EACH: usize = 100;

/// The most short forms that a message names.
const NAMED: usize = 5;

pub(in crate::lint) struct TooManyAcronyms;

impl Rule for TooManyAcronyms {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    /// Its findings come last. To look for short forms takes much room, and is done before there are findings to keep.
    fn check(&self, context: &Context<'_>, _findings: &mut Vec<Diagnostic>) {
        context.short_forms();
    }

    fn conclude(&self, totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        let known = &context.options.known_short_forms;
        let unfamiliar = context.short_forms().iter().filter(|form| !form.is_in_glossary && !known.is_familiar(&form.short));
        let used: Vec<(&ShortForm, Span)> = unfamiliar.filter_map(|form| Some((form, form.uses_in_text().next()?))).collect();
        if used.len() > FEW && totals.all_words < used.len() * WORDS_FOR_EACH {
            finding(&used).into_iter().for_each(|finding| findings.push(finding));
        }
    }
}

fn finding(used: &[(&ShortForm, Span)]) -> Option<Diagnostic> {
    let (&(_, first), others) = used.split_first()?;
    let message = format!("This document has {} different short forms, more than people can keep in mind while they read.", used.len());
    let mut finding = Diagnostic::new(INFO.name, INFO.severity, message, first);
    finding.also = others.iter().map(|(_, place)| *place).collect();
    let rare = used.iter().filter(|(form, _)| form.uses_in_text().nth(2).is_none()).map(|(form, _)| form.short.as_str());
    let rare: Vec<&str> = rare.take(NAMED).collect();
    finding.help = Some(if rare.is_empty() {
        "Write some of them in full.".to_owned()
    } else {
        format!("Write those in full that are used only once or twice: {}.", rare.join(", "))
    });
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    const SIX: &str = "The WCF asked the QRST and the ZXCV about the JKLM, the BCDF and the LPWX.";

    #[test]
    fn six_in_a_short_text_are_too_many() {
        let findings = findings_of(&TooManyAcronyms, SIX);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].also.len(), 5);
        assert!(findings[0].message.contains("6 different short forms"), "{}", findings[0].message);
        assert!(findings[0].help.as_deref().is_some_and(|help| help.ends_with("WCF, QRST, ZXCV, JKLM, BCDF.")));
    }

    #[test]
    fn five_are_not_nor_six_in_a_long_text_nor_what_all_know() {
        for text in [
            SIX.replace("LPWX", "others"),
            format!("{SIX} {}", "A plain word. ".repeat(300)),
            "The NHS, the UK, a GP, an MP, the BBC and VAT.".to_owned(),
        ] {
            assert!(findings_of(&TooManyAcronyms, &text).is_empty(), "{text}");
        }
    }
}
