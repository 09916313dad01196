//! Short forms that the document never explains.

use super::{in_full, stands_alone};
use crate::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use crate::lint::RuleInfo;
use crate::lint::rule::{Context, Rule};
use crate::short_forms::{ShortForm, is_pair};

const PAGE: &str = "\
# undefined-acronym

A short form, such as SCIE or DfE, that the document uses and never explains. Each short form is
reported once, at the first place where it is used.

## Why

A reader who does not work for the council cannot know what the letters stand for. A screen reader
may read them as a word that does not exist. People who use Easy Read are asked to remember a name
that they were never told.

## Example

> We asked SCIE for advice.

## Instead

> We asked the Social Care Institute for Excellence (SCIE) for advice.

If the short form is used only once or twice, use the full name and leave the short form out.

A glossary explains a short form too: a list of terms, or a table with a column \"Abbreviation\".

Not reported are short forms that most people know better than the full name, such as NHS and UK;
those on your council's own list of known short forms; the initials of people who came; where
somebody works, after the name; words, headings and numbers in capitals; references and post codes.

## Source

GOV.UK style guide, \"Abbreviations and acronyms\".
";

static INFO: RuleInfo = RuleInfo {
    name: "undefined-acronym",
    severity: Severity::Warning,
    summary: "A short form that the document never explains.",
    page: PAGE,
};

pub(in crate::lint) struct UndefinedAcronym;

impl Rule for UndefinedAcronym {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        let known = &context.options.known_short_forms;
        let unexplained = context.short_forms().iter().filter(|form| form.definitions.is_empty() && !form.is_in_glossary);
        findings.extend(unexplained.filter(|form| !known.is_familiar(&form.short)).filter_map(|form| finding(form, context)));
    }
}

fn finding(form: &ShortForm, context: &Context<'_>) -> Option<Diagnostic> {
    let mut places = form.uses_in_text();
    let first = places.next()?;
    let also: Vec<_> = places.collect();
    let short = &form.short;
    let used = if also.is_empty() { "used here".to_owned() } else { format!("used {} times", also.len() + 1) };
    let message =
        format!("\"{short}\" is {used} and never explained, so a reader who does not work in this field cannot know what it means.");
    let mut finding = Diagnostic::new(INFO.name, INFO.severity, message, first);
    finding.also = also;
    finding.help = Some(format!("Write the full name here, with \"({short})\" after it."));
    // One known name is offered. Which of several is meant, only the author can tell.
    if let [long] = context.options.known_short_forms.long_forms(short) {
        let in_full = in_full(long, short);
        // A short form that is used once is not needed beside its full name.
        let written = if finding.also.is_empty() { long.clone() } else { in_full.clone() };
        finding.help = Some(format!("If it stands for \"{long}\", write \"{written}\" here."));
        if stands_alone(first, context.source) && is_pair(&in_full) {
            finding.fix = Some(Fix::edit(Applicability::Suggested, first, written));
        }
    }
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::super::{fixed, found};
    use super::*;
    use crate::lint::rule::findings_of;

    fn texts(text: &str) -> Vec<String> {
        found(&UndefinedAcronym, text).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn a_short_form_is_reported_once_with_its_other_places() {
        let findings = findings_of(&UndefinedAcronym, "We asked QRST. Then QRST\u{2019}s staff asked other QRSTs.");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].also.len(), 2);
        assert!(findings[0].message.contains("\"QRST\" is used 3 times"), "{}", findings[0].message);
    }

    #[test]
    fn what_is_explained_anywhere_is_left_alone() {
        assert!(texts("The TLAP group met. Think Local Act Personal (TLAP) left.").is_empty());
        assert!(texts("The QRST met.\n\n| Acronym | Meaning |\n|---|---|\n| QRST | our partner for play |").is_empty());
        assert!(texts("The NHS and the UK.").is_empty());
    }

    #[test]
    fn the_span_is_the_short_form_without_an_ending() {
        assert_eq!(texts("We helped SMEs and read the SCC's plan with the DfE."), ["SME", "SCC", "DfE"]);
    }

    #[test]
    fn people_places_of_work_and_shouts_are_left_alone() {
        assert!(texts("# Minutes\n\nPresent: Tim Kells (TK), Stephen Taylor (SCC)\n\nTK said that this is NOT done.").is_empty());
        assert!(texts("The panel met Ann Rees, QRST. Cllr J Lee, WXYZ left. Bo Vane (Head of QRST) stayed.").is_empty());
        assert!(texts("# Minutes\n\n## Present\n\n- Ann Rees, QRST Digital\n- Bo Vane WXY (chair)\n- **Cy Lee** - QRS").is_empty());
        assert_eq!(texts("In Wexmere, QRST met the Care Board, WXY. Ann Rees of the ZYX spoke."), ["QRST", "WXY", "ZYX"]);
        assert!(texts("# ADULT QRST COMMITTEE\n\nREPORT QRST\n\nThe DIRECTOR OF QRST spoke.").is_empty());
        assert!(texts("Schedule II of DM/2023/00263 at CH41 6AH on the A134 needs `QRST`.").is_empty());
        assert_eq!(texts("# The QRST report"), ["QRST"]);
    }

    #[test]
    fn a_known_name_is_offered_as_a_fix_that_mends() {
        let mended = fixed(&UndefinedAcronym, "We asked SCIE for advice.").unwrap();
        assert_eq!(mended, "We asked Social Care Institute for Excellence for advice.");
        assert!(texts(&mended).is_empty());
        let mended = fixed(&UndefinedAcronym, "We asked SCIE for advice. Then SCIE wrote.").unwrap();
        assert_eq!(mended, "We asked Social Care Institute for Excellence (SCIE) for advice. Then SCIE wrote.");
        assert_eq!(fixed(&UndefinedAcronym, "We asked (SCIE) for advice."), None);
        assert_eq!(fixed(&UndefinedAcronym, "The SAR was read."), None);
    }
}
