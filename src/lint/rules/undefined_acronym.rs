//! Short forms in capitals that the document never explains.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::RuleInfo;
use crate::lint::rule::{Context, Rule};
use crate::lint::short_forms::{ShortForms, base, is_capital_line, lies_in, parts};
use crate::model::{Prose, walk};
use crate::source::Span;

const PAGE: &str = "\
# undefined-acronym

A short form in capitals, such as SCIE, that the document uses and never explains. Each short form
is reported once, at the first place where it is used.

## Why

A reader who does not work for the council cannot know what the letters stand for. A screen reader
may read them as a word that does not exist. People who use Easy Read are asked to remember a name
that they were never told.

## Example

> We asked SCIE for advice.

## Instead

> We asked the Social Care Institute for Excellence (SCIE) for advice.

If the short form is used only once or twice, use the full name and leave the short form out.

Short forms that most people know better than the full name, such as NHS and UK, are not reported.

## Source

GOV.UK style guide, \"Abbreviations and acronyms\".
";

static INFO: RuleInfo = RuleInfo {
    name: "undefined-acronym",
    severity: Severity::Warning,
    summary: "A short form in capitals that the document never explains.",
    page: PAGE,
};

pub(super) struct UndefinedAcronym;

impl Rule for UndefinedAcronym {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        let capital_lines = parts(context.source.text(), |character| character == '\n', is_capital_line);
        let short_forms = ShortForms::of(context.source.text());
        let mut used = Used::default();
        walk::passages(&context.document.blocks, &mut |passage| {
            let prose = Prose::of(passage.content);
            for (short, range) in short_forms.find(prose.text()) {
                let quoted = prose.is_code(range.start);
                match prose.span(range) {
                    Some(span) if !quoted && !lies_in(&capital_lines, span.start) => used.add(short, span),
                    _ => {}
                }
            }
        });
        let explained: HashSet<&str> = context.document.acronyms.iter().map(|acronym| base(&acronym.short)).collect();
        let unexplained = used.in_order.iter().filter(|(short, _)| !explained.contains(short.as_str()));
        findings.extend(unexplained.filter_map(|(short, places)| finding(short, places)));
    }
}

/// Short forms and the places where the document uses them, in the order of first use.
#[derive(Default)]
struct Used {
    in_order: Vec<(String, Vec<Span>)>,
    index: HashMap<String, usize>,
}

impl Used {
    fn add(&mut self, short: &str, span: Span) {
        let index = *self.index.entry(short.to_owned()).or_insert(self.in_order.len());
        match self.in_order.get_mut(index) {
            Some((_, places)) => places.push(span),
            None => self.in_order.push((short.to_owned(), vec![span])),
        }
    }
}

fn finding(short: &str, places: &[Span]) -> Option<Diagnostic> {
    let (&first, also) = places.split_first()?;
    let message = match places.len() {
        1 => format!("\"{short}\" is used here, and this document does not say what it means."),
        count => format!("\"{short}\" is used {count} times, and this document does not say what it means."),
    };
    let mut finding = Diagnostic::new(INFO.name, INFO.severity, message, first);
    finding.also = also.to_vec();
    finding.help = Some(format!("Write the full name here, with \"({short})\" after it."));
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Options;
    use crate::model::Acronym;
    use crate::parse;
    use crate::source::Source;

    fn findings(text: &str, explained: &[&str]) -> Vec<Diagnostic> {
        let source = Source::new("t.md", text);
        let mut document = parse(&source);
        document.acronyms = explained.iter().map(|short| Acronym::new(*short, "the long form", Span::new(0, 0))).collect();
        let options = Options::default();
        let mut findings = Vec::new();
        UndefinedAcronym.check(&Context { document: &document, source: &source, options: &options }, &mut findings);
        findings
    }

    fn found(text: &str) -> Vec<&str> {
        findings(text, &[]).iter().map(|finding| &text[finding.span.range()]).collect()
    }

    #[test]
    fn a_short_form_is_reported_once_with_its_other_places() {
        let findings = findings("We asked SCIE. Then SCIE\u{2019}s staff asked other SCIEs.", &[]);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].also.len(), 2);
        assert!(findings[0].message.contains("\"SCIE\" is used 3 times"), "{}", findings[0].message);
    }

    #[test]
    fn what_the_document_explains_is_left_alone() {
        assert!(findings("The TLAP group and two SMEs met.", &["TLAP", "SMEs"]).is_empty());
        assert_eq!(findings("The TLAP group met.", &["SCIE"]).len(), 1);
    }

    #[test]
    fn the_span_is_the_short_form_without_an_ending() {
        assert_eq!(found("We helped SMEs and read the SCC's plan."), ["SME", "SCC"]);
    }

    #[test]
    fn lines_in_capitals_are_left_alone() {
        assert!(found("# ADULT SCIE COMMITTEE\n\nREPORT QRST\n\nThe DIRECTOR OF QRST spoke.").is_empty());
        assert_eq!(found("# The SCIE report"), ["SCIE"]);
    }
}
