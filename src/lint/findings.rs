//! What the rules found. A word or a habit that stands in a document many times is one finding, at its
//! first place, with the others beside it.

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix};
use crate::lexicon::WordMap;
use crate::source::Span;

/// The findings of all rules.
#[derive(Debug, Default)]
pub(super) struct Findings {
    all: Vec<Diagnostic>,
    repeated: Vec<Repeated>,
    /// For each rule, what it reports once, and where in `repeated` that is.
    index: WordMap<&'static str, WordMap<String, usize>>,
}

/// Few texts have more findings than one in so many bytes.
const BYTES_A_FINDING: usize = 160;

/// A finding that may have many places.
#[derive(Debug)]
struct Repeated {
    finding: usize,
    called: Called,
    /// What mends every place; none, if one of them cannot be mended.
    edits: Option<Vec<Edit>>,
    applicability: Applicability,
}

/// What the places of a finding are called in its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Called {
    /// "It is used 3 times here."
    Uses,
    /// "There are 3 such places."
    Places,
}

/// One place of something that is reported once a document.
pub(super) struct Occurrence<'k> {
    /// The rule.
    pub(super) rule: &'static str,
    /// What is the same in all places: the word, or nothing.
    pub(super) key: &'k str,
    /// Where it stands.
    pub(super) span: Span,
    /// What the places are called.
    pub(super) called: Called,
    /// What could stand in its place. Nobody asks once another place cannot be mended.
    pub(super) replacement: Option<&'k dyn Fn() -> Option<(Applicability, String)>>,
}

impl Findings {
    /// Room for as many as a text of so many bytes may have: to make room again and again takes twice the memory.
    pub(super) fn with_room_for(length: usize) -> Self {
        Self { all: Vec::with_capacity(length / BYTES_A_FINDING), ..Self::default() }
    }

    /// Adds a finding that is one of its own.
    pub(super) fn push(&mut self, finding: Diagnostic) {
        self.all.push(finding);
    }

    /// Adds a place of something that is reported once: the first makes the finding.
    pub(super) fn add(&mut self, place: Occurrence<'_>, make: impl FnOnce() -> Diagnostic) {
        let edit = || {
            let (applicability, text) = place.replacement?()?;
            Some((applicability, Edit { span: place.span, text }))
        };
        let keys = self.index.entry(place.rule).or_default();
        if let Some(repeated) = keys.get(place.key).and_then(|at| self.repeated.get_mut(*at)) {
            if let Some(first) = self.all.get_mut(repeated.finding) {
                first.also.push(place.span);
            }
            if let Some(edits) = &mut repeated.edits {
                match edit() {
                    Some((applicability, edit)) => {
                        edits.push(edit);
                        if applicability == Applicability::Suggested {
                            repeated.applicability = applicability;
                        }
                    }
                    None => repeated.edits = None,
                }
            }
            return;
        }
        keys.insert(place.key.to_owned(), self.repeated.len());
        let (applicability, edits) = edit().map_or((Applicability::Safe, None), |(applicability, edit)| (applicability, Some(vec![edit])));
        self.repeated.push(Repeated { finding: self.all.len(), called: place.called, edits, applicability });
        self.all.push(make());
    }

    /// The findings, each with its count and its fix.
    pub(super) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        for Repeated { finding, called, edits, applicability } in self.repeated {
            let Some(finding) = self.all.get_mut(finding) else { continue };
            let count = finding.also.len() + 1;
            if count > 1 {
                finding.message.push_str(&match called {
                    Called::Uses => format!(" It is used {count} times here."),
                    Called::Places => format!(" There are {count} such places."),
                });
            }
            if let Some(mut edits) = edits {
                edits.sort_by_key(|edit| edit.span);
                finding.fix = Some(Fix { applicability, edits });
            }
        }
        self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    fn add(findings: &mut Findings, start: usize, replacement: Option<&str>) {
        let replacement = || replacement.map(|text| (Applicability::Safe, text.to_owned()));
        let span = Span::new(start, start + 4);
        let place = Occurrence { rule: "r", key: "word", span, called: Called::Uses, replacement: Some(&replacement) };
        findings.add(place, || Diagnostic::new("r", Severity::Advice, "A word.", span));
    }

    #[test]
    fn what_is_found_again_is_counted_and_mended_with_the_first() {
        let mut findings = Findings::default();
        add(&mut findings, 0, Some("a"));
        add(&mut findings, 10, Some("b"));
        let all = findings.into_diagnostics();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].message, "A word. It is used 2 times here.");
        assert_eq!(all[0].also, [Span::new(10, 14)]);
        assert_eq!(all[0].fix.as_ref().map(|fix| fix.edits.len()), Some(2));
    }

    #[test]
    fn a_fix_mends_every_place_or_is_not_offered() {
        let mut findings = Findings::default();
        add(&mut findings, 0, Some("a"));
        add(&mut findings, 10, None);
        add(&mut findings, 20, Some("c"));
        assert_eq!(findings.into_diagnostics()[0].fix, None);
    }
}
