//! Short forms in capitals that the document never explains.

use std::collections::HashMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Context, Rule, RuleInfo};
use crate::model::{Prose, walk};
use crate::source::Span;
use crate::text::words;

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

/// Short forms that most people know better than the full name, and marks that stand for no name.
const WELL_KNOWN: &[&str] = &[
    "AD", "AM", "BBC", "BC", "CD", "COVID", "DIY", "DNA", "DVD", "EU", "FAQ", "GB", "GCSE", "GP", "HIV", "HM", "HTML", "HTTP", "HTTPS",
    "ID", "IT", "ITV", "MOT", "MP", "NHS", "OK", "PC", "PDF", "PIN", "PM", "PO", "RAF", "TV", "UK", "UN", "URL", "US", "USA", "VAT", "VIP",
];

/// Words that minutes and reports print in capitals for weight.
const STRESSED: &[&str] = &[
    "AGENDA",
    "AGREED",
    "ALL",
    "AND",
    "ANNEX",
    "APPENDIX",
    "APPROVED",
    "CHAIR",
    "COUNCIL",
    "DEFERRED",
    "DRAFT",
    "EXEMPT",
    "FOR",
    "IN",
    "IS",
    "ITEM",
    "MAY",
    "MINUTES",
    "MUST",
    "NO",
    "NOT",
    "NOTE",
    "NOTED",
    "OF",
    "ON",
    "OR",
    "PART",
    "PRESENT",
    "PRIVATE",
    "RECOMMENDED",
    "REFUSED",
    "REPORT",
    "RESOLVED",
    "SECTION",
    "THAT",
    "THE",
    "TO",
    "TOTAL",
    "WITH",
    "YES",
];

/// What stands before the name of a person.
const TITLES: &[&str] =
    &["Cllr", "Cllrs", "Councillor", "Councillors", "Dr", "Lady", "Lord", "Miss", "Mr", "Mrs", "Ms", "Prof", "Professor", "Rev", "Sir"];

/// This many words in capitals side by side are a heading or a label, not short forms.
const CAPITAL_RUN: usize = 3;
/// Two are, if one has this many letters: "REPORT AUTHOR", but not "NHS ICB".
const LONG_WORD: usize = 6;

pub(super) struct UndefinedAcronym;

impl Rule for UndefinedAcronym {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        let capital_lines = parts(context.source.text(), |character| character == '\n', is_capital_line);
        let mut used = Used::default();
        walk::passages(&context.document.blocks, &mut |passage| used.add(&Prose::of(passage.content), &capital_lines));
        let explained: Vec<&str> = context.document.acronyms.iter().map(|acronym| base(&acronym.short)).collect();
        let unexplained = used.in_order.iter().filter(|(short, _)| !explained.contains(&short.as_str()));
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
    fn add(&mut self, prose: &Prose, capital_lines: &[Range<usize>]) {
        for (short, range) in short_forms(prose.text()) {
            if prose.is_code(range.start) {
                continue;
            }
            let Some(span) = prose.span(range) else { continue };
            if lies_in(capital_lines, span.start) {
                continue;
            }
            let index = *self.index.entry(short.to_owned()).or_insert(self.in_order.len());
            match self.in_order.get_mut(index) {
                Some((_, places)) => places.push(span),
                None => self.in_order.push((short.to_owned(), vec![span])),
            }
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

/// The short forms of a text without their plural or possessive ending, and the place of each with it.
fn short_forms(text: &str) -> Vec<(&str, Range<usize>)> {
    let words: Vec<Range<usize>> = words(text).collect();
    let references = parts(text, char::is_whitespace, is_reference);
    let mut found = Vec::new();
    let mut in_names = false;
    for (at, range) in words.iter().enumerate() {
        let word = &text[range.clone()];
        in_names = TITLES.contains(&word) || in_names && (word == "and" || word.starts_with(char::is_uppercase));
        let short = base(word);
        let has_no_long_form = WELL_KNOWN.contains(&short) || STRESSED.contains(&short) || is_roman(short);
        let is_short_form = is_capitals(short) && !has_no_long_form && !in_names;
        if is_short_form && !lies_in(&references, range.start) && !is_stressed_run(text, &words, at) {
            found.push((short, range.clone()));
        }
    }
    found
}

/// A word without the ending of a plural or a possessive: `SMEs` and `SME's` are `SME`.
fn base(word: &str) -> &str {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let bare = singular.trim_end_matches(['\'', '\u{2019}']);
    if is_capitals(bare) { bare } else { word }
}

fn is_capitals(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// Whether a word is a number from I to XXXIX.
fn is_roman(word: &str) -> bool {
    let units = word.trim_start_matches('X');
    word.len() - units.len() <= 3 && ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&units)
}

/// Whether words joined without a space are a reference, an amount, an address or a post code: `DM/2023/00263`.
fn is_reference(joined: &str) -> bool {
    joined.contains(['@', '\\'])
        || joined.contains("://")
        || joined.starts_with("www.")
        || joined.contains(|character: char| character.is_ascii_digit())
}

/// Whether a line has no small letter: a heading in capitals, or a shout.
fn is_capital_line(line: &str) -> bool {
    !line.contains(char::is_lowercase)
}

/// Whether the words in capitals side by side here are words, printed in capitals for weight.
fn is_stressed_run(text: &str, words: &[Range<usize>], at: usize) -> bool {
    let capital = |range: &&Range<usize>| !text[(*range).clone()].contains(char::is_lowercase);
    let near = CAPITAL_RUN - 1;
    let before = words[at.saturating_sub(near)..at].iter().rev().take_while(capital).count();
    let after = words[at + 1..].iter().take(near).take_while(capital).count();
    let run = &words[at - before..=at + after];
    run.len() >= CAPITAL_RUN || (run.len() == 2 && run.iter().any(|range| text[range.clone()].chars().count() >= LONG_WORD))
}

/// The parts of a text, each up to and with a separator, that pass a test; in order.
fn parts(text: &str, separator: fn(char) -> bool, test: fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut end = 0;
    let ranges = text.split_inclusive(separator).map(|part| {
        end += part.len();
        end - part.len()..end
    });
    ranges.filter(|range| test(&text[range.clone()])).collect()
}

/// Whether a byte lies in one of these parts, which are in order.
fn lies_in(parts: &[Range<usize>], at: usize) -> bool {
    parts.get(parts.partition_point(|part| part.end <= at)).is_some_and(|part| part.start <= at)
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
    fn the_span_has_the_ending() {
        assert_eq!(found("We helped SMEs and read the SCC's plan."), ["SMEs", "SCC's"]);
    }

    #[test]
    fn well_known_short_forms_and_stressed_words_are_left_alone() {
        assert!(found("The NHS in the UK says N/A. It was RESOLVED that this is NOT done.").is_empty());
    }

    #[test]
    fn numbers_and_references_are_left_alone() {
        assert!(found("Schedule II, part XIV, of DM/2023/00263 at CH41 6AH.").is_empty());
        assert!(found("Write to QRST@council.example or see https://www.council.example/QRST now.").is_empty());
    }

    #[test]
    fn lines_in_capitals_are_left_alone() {
        assert!(found("# ADULT SCIE COMMITTEE\n\nREPORT QRST\n\nThe DIRECTOR OF QRST spoke.").is_empty());
        assert!(found("REPORT AUTHOR: A. Jones\n\nSUBJECT HISTORY (last 3 years)\n\nNext").is_empty());
        assert_eq!(found("# The SCIE report"), ["SCIE"]);
        assert_eq!(found("The QRST ICB met."), ["QRST", "ICB"]);
    }

    #[test]
    fn initials_of_people_are_left_alone() {
        assert!(found("Cllr AB Jones and JP Smith met Mrs CD Rees.").is_empty());
        assert_eq!(found("Cllr AB Jones spoke for SCIE."), ["SCIE"]);
    }

    #[test]
    fn roman_numerals_are_told_from_letters() {
        for numeral in ["II", "IV", "XIX", "XXXIX"] {
            assert!(is_roman(numeral), "{numeral}");
        }
        for other in ["IIII", "VX", "SCIE", "XXXX"] {
            assert!(!is_roman(other), "{other}");
        }
    }
}
