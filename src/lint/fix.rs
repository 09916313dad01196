//! Mending a source with the fixes of its findings.

use std::collections::BTreeMap;

use crate::diagnostic::{Applicability, Diagnostic, Edit};
use crate::source::{Source, Span};

/// A text that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many findings were mended.
    pub count: usize,
}

/// Mends what can be mended at once: of two fixes that meet, the first in the order of the findings. Read
/// and lint the text anew for the others. Nothing, if there is nothing to mend.
///
/// With [`Applicability::Safe`] only what keeps the meaning is done; with [`Applicability::Suggested`] all.
/// Lines that a fix adds end as the lines of the source do, and its byte order mark stays.
///
/// ```
/// use plainsong::diagnostic::Applicability;
/// use plainsong::{Source, lint, parse};
///
/// let source = Source::new("report.md", "A stakeholder spoke.");
/// let findings = lint::lint(&parse(&source), &source, &lint::Options::default());
/// assert_eq!(lint::fix(&source, &findings, Applicability::Safe), None);
/// let fixed = lint::fix(&source, &findings, Applicability::Suggested).unwrap();
/// assert_eq!(fixed.text, "A person or group this affects spoke.");
/// ```
#[must_use]
pub fn fix(source: &Source, findings: &[Diagnostic], applicability: Applicability) -> Option<Fixed> {
    let mut accepted = Accepted::default();
    let mut count = 0;
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        let is_asked_for = applicability == Applicability::Suggested || fix.applicability == Applicability::Safe;
        if is_asked_for && changes(&fix.edits, source) && accepted.take(&fix.edits) {
            count += 1;
        }
    }
    (count > 0).then(|| Fixed { text: accepted.written(source), count })
}

/// Whether edits can be made in a source, and make a difference.
fn changes(edits: &[Edit], source: &Source) -> bool {
    let is_place = |edit: &Edit| edit.span.start >= source.body_start() && source.text().get(edit.span.range()).is_some();
    edits.iter().all(is_place) && edits.iter().any(|edit| source.slice(edit.span) != edit.text)
}

/// Edits that do not meet, by where they begin.
#[derive(Default)]
struct Accepted<'a>(BTreeMap<usize, &'a Edit>);

impl<'a> Accepted<'a> {
    /// Takes all the edits of a fix, or none of them.
    fn take(&mut self, edits: &'a [Edit]) -> bool {
        let are_apart = edits.windows(2).all(|pair| matches!(pair, [one, next] if one.span.end <= next.span.start));
        let is_free = are_apart && edits.iter().all(|edit| !self.meets(edit.span));
        if is_free {
            self.0.extend(edits.iter().map(|edit| (edit.span.start, edit)));
        }
        is_free
    }

    /// Whether a span overlaps an edit, or touches it: what is mended beside another change was not proved.
    fn meets(&self, span: Span) -> bool {
        self.0.range(..=span.end).next_back().is_some_and(|(_, edit)| edit.span.end >= span.start)
    }

    fn written(&self, source: &Source) -> String {
        let line_end = line_end(source.text());
        let mut text = String::with_capacity(source.text().len());
        let mut at = 0;
        for edit in self.0.values() {
            text.push_str(source.slice(Span::new(at, edit.span.start)));
            text.push_str(&edit.text.replace('\n', line_end));
            at = edit.span.end;
        }
        text.push_str(source.slice(Span::new(at, source.text().len())));
        text
    }
}

/// How the lines of a text end: as the first does.
fn line_end(text: &str) -> &'static str {
    match text.find(['\r', '\n']).and_then(|at| text.get(at..)) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Fix, Severity};

    /// A finding that puts words in the place of others.
    fn finding(applicability: Applicability, edits: &[(usize, usize, &str)]) -> Diagnostic {
        let mut finding = Diagnostic::new("jargon", Severity::Warning, "A word.", Span::new(0, 1));
        let edits = edits.iter().map(|&(start, end, text)| Edit { span: Span::new(start, end), text: text.to_owned() });
        finding.fix = Some(Fix { applicability, edits: edits.collect() });
        finding
    }

    fn fixed(text: &str, findings: &[Diagnostic]) -> Option<(String, usize)> {
        fix(&Source::new("t.md", text), findings, Applicability::Suggested).map(|fixed| (fixed.text, fixed.count))
    }

    const SAFE: Applicability = Applicability::Safe;

    #[test]
    fn edits_are_made_whatever_the_order_of_the_findings() {
        let findings = [finding(SAFE, &[(8, 13, "C")]), finding(SAFE, &[(0, 3, "A"), (4, 7, "B")])];
        assert_eq!(fixed("one two three", &findings), Some(("A B C".to_owned(), 2)));
    }

    #[test]
    fn what_meets_another_fix_is_left_whole_for_another_round() {
        let findings = [finding(SAFE, &[(0, 3, "A")]), finding(SAFE, &[(2, 5, "x"), (8, 13, "y")]), finding(SAFE, &[(3, 3, "z")])];
        assert_eq!(fixed("one two three", &findings), Some(("A two three".to_owned(), 1)));
    }

    #[test]
    fn what_is_no_place_and_what_changes_nothing_is_left() {
        for edits in [&[(9, 99, "x")][..], &[(1, 2, "x")], &[(6, 9, "two")], &[(6, 8, "x"), (4, 7, "y")]] {
            assert_eq!(fixed("\u{177}\u{177}e two", &[finding(SAFE, edits)]), None, "{edits:?}");
        }
    }

    #[test]
    fn a_suggestion_is_made_only_when_asked_for() {
        let findings = [finding(Applicability::Suggested, &[(0, 3, "A")])];
        assert_eq!(fix(&Source::new("t.md", "one"), &findings, SAFE), None);
        assert!(fixed("one", &findings).is_some());
    }

    #[test]
    fn byte_order_mark_and_line_ends_stay() {
        for (line_end, text) in [("\r\n", "\u{feff}one\r\ntwo\r\n"), ("\r", "\u{feff}one\rtwo\r"), ("\n", "\u{feff}one\ntwo\n")] {
            let (fixed, _) = fixed(text, &[finding(SAFE, &[(3, 6, "A\nB")])]).unwrap();
            assert_eq!(fixed, format!("\u{feff}A{line_end}B{line_end}two{line_end}"));
        }
        assert_eq!(fixed("\u{feff}one", &[finding(SAFE, &[(0, 6, "A")])]), None);
    }
}
