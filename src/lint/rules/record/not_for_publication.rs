//! Documents that are marked as not for the public.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::walk::Place;
use crate::model::{InlineKind, NoteKind, Role, Status, walk};
use crate::source::Span;
use crate::text::places_of_part;

const PAGE: &str = "\
# not-for-publication

A document that is marked as not for the public, or as not finished: \"not for publication\", \"exempt
information\" under Schedule 12A, a private Part B, a protective marking such as OFFICIAL-SENSITIVE, a
draft, or changes that a word processor tracked. `convert --public` and `pack --public` refuse it.

That a meeting shut the public out, under Schedule 12A, is a part of public minutes, and left alone.

## Why

What was published once cannot be called back. Exempt papers name people, and what they earn, owe or
suffer from. Formats for readers with disabilities are made in a batch, where nobody looks at each paper.

## Example

> NOT FOR PUBLICATION by virtue of paragraph 1 of Schedule 12A

## Instead

Publish the public version of the paper. If this is it, take out the marking. Accept or reject tracked
changes in the word processor, and convert the document again.

## Source

Local Government Act 1972, section 100A and Schedule 12A. Cabinet Office, \"Government Security
Classifications\".
";

static INFO: RuleInfo = RuleInfo {
    name: "not-for-publication",
    severity: Severity::Error,
    summary: "A document that is marked as not for the public, or as a draft.",
    page: PAGE,
};

/// Markings that say so wherever they stand.
const ANYWHERE: [&str; 9] = [
    "not for publication",
    "not for public release",
    "not to be published",
    "contains exempt information",
    "this report is exempt",
    "this paper is exempt",
    "this report is confidential",
    "private and confidential",
    "strictly confidential",
];
/// Markings that a short line is made of.
const ALONE: [&str; 11] = [
    "confidential",
    "exempt",
    "exempt item",
    "exempt report",
    "not protectively marked",
    "official sensitive",
    "official-sensitive",
    "protect",
    "restricted",
    "private",
    "embargoed",
];
/// Every marking has a word with one of these in it.
const WORDS: [&str; 11] = [
    "publication",
    "release",
    "published",
    "exempt",
    "confidential",
    "protect",
    "sensitive",
    "restricted",
    "private",
    "embargoed",
    "closed",
];
/// In the markings that may stand anywhere, one of these comes before such a word.
const BEFORE: [&str; 7] = ["and", "be", "contains", "for", "is", "public", "strictly"];
/// Parts that hold what is not for the public, if the line says so.
const PARTS: [&str; 6] = ["part b", "part ii", "part 2", "part two", "section b", "pink papers"];
const PRIVATE: [&str; 4] = ["private", "confidential", "exempt", "closed"];
/// A marking stands in a line of no more words.
const SHORT: usize = 8;
/// How pandoc and CriticMarkup write changes that were tracked.
const TRACKED: [&str; 4] = ["{.insertion", "{.deletion", "{.comment-start", "{.paragraph-insertion"];
const CRITIC: [&str; 3] = ["{++", "{--", "{>>"];

pub(in crate::lint) struct NotForPublication;

impl Rule for NotForPublication {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::words(can_mark).or_signs("{").or_markup()
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        if passage.text().contains('{') {
            for mark in CRITIC {
                if let Some(span) = passage.text().find(mark).and_then(|at| passage.span(at..at + mark.len())) {
                    findings.add(place("tracked", span), || tracked(span));
                }
            }
        }
        walk::inlines(passage.content, &mut |inline| {
            if let (InlineKind::Deleted(_), Some(span)) = (&inline.kind, inline.origin.span()) {
                findings.add(place("tracked", span), || tracked(span));
            }
        });
    }

    fn word(&self, index: usize, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) -> Option<usize> {
        let before = index.checked_sub(1).and_then(|before| passage.word(before));
        if passage.words().len() > SHORT && !before.is_some_and(|word| BEFORE.contains(&word)) {
            return None;
        }
        if let Some(range) = marking(passage)
            && let Some(span) = passage.span(range)
            && !speaks_of_something_else(passage, context)
        {
            findings.add(place("marking", span), || {
                let message = format!("This document is marked as not for the public: \"{}\".", context.source.slice(span));
                INFO.finding(span, message, "Publish the public version. If this is it, take out the marking.")
            });
        }
        // The whole passage was looked at.
        passage.words().len().checked_sub(1)
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        if let Some(status) = context.document.meta.status.as_ref().filter(|status| status.value == Status::Draft) {
            let mut finding = INFO.finding(
                status.span,
                "This document says that it is a draft: readers cannot tell what will stay.",
                "Publish it once it is agreed, or say on your page that it is a draft.",
            );
            finding.severity = Severity::Warning;
            findings.push(finding);
        }
        // Marks of pandoc's that reading left out are in the source alone.
        if context.document.notes.iter().any(|note| note.kind == NoteKind::MarksLeftOut) {
            let text = context.source.text();
            for (at, mark) in TRACKED.iter().flat_map(|mark| places_of_part(text, mark).map(move |at| (at, mark))) {
                let span = Span::new(at, at + mark.len());
                findings.add(place("tracked", span), || tracked(span));
            }
        }
    }
}

fn can_mark(word: &str) -> bool {
    WORDS.iter().any(|part| word.contains(part))
}

fn place(key: &str, span: Span) -> Occurrence<'_> {
    Occurrence { rule: INFO.name, key, span, called: Called::Places, replacement: None }
}

fn tracked(span: Span) -> crate::diagnostic::Diagnostic {
    let help = "Accept or reject the changes in the word processor, and convert the document again.";
    INFO.finding(span, "Changes to the text show here: readers see what was taken out or said between authors.", help)
}

/// The marking of a passage that says it is not for the public.
fn marking(passage: &Passage<'_>) -> Option<Range<usize>> {
    let lower = passage.lower();
    // To ask whether one is there at all takes much less time than to look for its place.
    let anywhere = ANYWHERE.iter().filter(|marking| lower.contains(**marking));
    let anywhere = anywhere.filter_map(|marking| lower.find(marking).map(|at| at..at + marking.len()));
    if let Some(first) = anywhere.min_by_key(|range| range.end) {
        return Some(first);
    }
    if passage.words().len() > SHORT {
        return None;
    }
    let bare = lower.trim_matches(|sign: char| !sign.is_alphanumeric());
    let whole = lower.find(bare).map(|at| at..at + bare.len());
    let is_shouted = !passage.text().contains(char::is_lowercase);
    let is_marking = ALONE.contains(&bare) && (is_shouted || bare.contains(' ') || bare == "official-sensitive");
    let is_part = || passage.place == Place::Heading && starts_with_any(bare, &PARTS) && PRIVATE.iter().any(|word| bare.contains(word));
    whole.filter(|_| is_marking || is_part())
}

fn starts_with_any(text: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| text.strip_prefix(beginning).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// Whether a passage speaks of another paper, or says that a meeting shut the public out.
fn speaks_of_something_else(passage: &Passage<'_>, context: &Context<'_>) -> bool {
    let of_other_papers = ["appendix", "appendices", "annex", "attachment"].iter().any(|word| passage.lower().contains(word));
    let is_exclusion = |span| context.marks_in(span).any(|mark| mark.role == Role::Exclusion || mark.role == Role::Decided);
    of_other_papers || passage.whole().is_some_and(is_exclusion)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn markings_are_reported() {
        for (text, marking) in [
            ("# Report\n\nNot for publication by virtue of paragraph 1 of Schedule 12A.", "Not for publication"),
            ("# Report\n\n**EXEMPT**\n\nIt is so.", "EXEMPT"),
            ("# Report\n\nNOT PROTECTIVELY MARKED\n\nIt is so.", "NOT PROTECTIVELY MARKED"),
            ("# Report\n\nOfficial-Sensitive\n\nIt is so.", "Official-Sensitive"),
            ("# Agenda\n\n## Part B (private)\n\nThe lease.", "Part B (private"),
        ] {
            assert_eq!(texts_of(&NotForPublication, text), [marking], "{text}");
        }
    }

    #[test]
    fn every_marking_has_a_word_that_is_looked_for() {
        for marking in ANYWHERE.iter().chain(&ALONE).chain(&PRIVATE) {
            assert!(crate::text::words(marking).any(|word| can_mark(&marking[word])), "{marking}");
        }
        for marking in ANYWHERE {
            let words: Vec<&str> = marking.split(' ').collect();
            assert!(words.windows(2).any(|pair| BEFORE.contains(&pair[0]) && can_mark(pair[1])), "{marking}");
        }
    }

    #[test]
    fn tracked_changes_are_reported() {
        for text in ["We met ~~in May~~.", "We met {++in June++}.", "We met [in June]{.insertion author=\"A\"} there."] {
            let findings = findings_of(&NotForPublication, text);
            assert!(findings.len() == 1 && findings[0].message.starts_with("Changes"), "{text}: {findings:?}");
        }
    }

    #[test]
    fn a_draft_is_a_warning() {
        let findings = findings_of(&NotForPublication, "---\ntitle: Minutes\nstatus: draft\n---\n\nWe met.");
        assert_eq!(findings.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::Warning]);
    }

    #[test]
    fn public_papers_are_left_alone() {
        for text in [
            "# Minutes\n\nPresent: A. Vane\n\nRESOLVED: That the public be excluded under Schedule 12A, as the report is not for publication.",
            "# Report\n\nAppendix 2 is not for publication.",
            "# Report\n\nWe keep what you tell us confidential. Access is restricted. Some people are exempt.",
            "# Plan\n\n## Part B: buses\n\n`{++a++}`",
            "# Plan\n\n## Private homes\n\nDraft a letter.",
        ] {
            assert_eq!(texts_of(&NotForPublication, text), Vec::<&str>::new(), "{text}");
        }
    }
}
