//! What was found in a document before, so that only what is new has to be looked at.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Fingerprint, places};
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

/// The findings that are known of a document.
///
/// A place is known again by its rule, its words and what stands beside it. Where that has changed, it is
/// known by its rule and words alone, as long as there are no more such places than before. So edits
/// elsewhere, and beside it, do not make an old finding new, and one more use of a hard word is new.
///
/// ```
/// use plainsong::{Source, lint, parse};
/// use plainsong::lint::{Known, lint};
///
/// let findings = |source: &Source| lint(&parse(source), source, &lint::Options::default());
/// let old = Source::new("a.md", "We met stakeholders.");
/// let known = Known::of(&findings(&old), &old);
/// let new = Source::new("a.md", "# Our work\n\nWe met all stakeholders. SCIE came.");
/// let left = known.new_findings(findings(&new), &new);
/// assert!(left.iter().all(|finding| finding.rule != "jargon"));
/// assert!(left.iter().any(|finding| finding.rule == "undefined-acronym"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Known(Vec<KnownPlaces>);

/// Places that cannot be told from each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownPlaces {
    rule: String,
    text: String,
    context: String,
    count: usize,
}

impl Known {
    /// These findings of this document, with all their places.
    #[must_use]
    pub fn of(findings: &[Diagnostic], source: &Source) -> Self {
        let mut counts: BTreeMap<(&str, Fingerprint), usize> = BTreeMap::new();
        for finding in findings {
            for place in all_places(finding) {
                *counts.entry((finding.rule, Fingerprint::of(place, source))).or_default() += 1;
            }
        }
        let known = counts.into_iter().map(|((rule, Fingerprint { text, context }), count)| KnownPlaces {
            rule: rule.to_owned(),
            text,
            context,
            count,
        });
        Self(known.collect())
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is new among these findings of the document as it is now. A finding with old and new places is
    /// left with the new ones.
    #[must_use]
    pub fn new_findings(&self, findings: Vec<Diagnostic>, source: &Source) -> Vec<Diagnostic> {
        self.compare(findings, source).new
    }

    /// What is new among these findings, and what is not.
    ///
    /// ```
    /// use plainsong::{Source, lint, parse};
    /// use plainsong::lint::{Known, lint};
    ///
    /// let source = Source::new("a.md", "We met stakeholders.");
    /// let findings = lint(&parse(&source), &source, &lint::Options::default());
    /// let compared = Known::of(&findings, &source).compare(findings.clone(), &source);
    /// assert_eq!((compared.new, compared.known), (Vec::new(), findings));
    /// ```
    #[must_use]
    pub fn compare(&self, findings: Vec<Diagnostic>, source: &Source) -> Compared {
        let places = self.known_places(&findings, source);
        let mut compared = Compared::default();
        for (index, finding) in findings.into_iter().enumerate() {
            let is_known = |place| places.contains(&(index, place));
            compared.known.extend(places::at(finding.clone(), is_known));
            compared.new.extend(places::at(finding, |place| !is_known(place)));
        }
        compared
    }

    /// The places that are known, each with the number of its finding.
    fn known_places(&self, findings: &[Diagnostic], source: &Source) -> HashSet<(usize, Span)> {
        let mut exact: HashMap<(&str, &str, &str), usize> = HashMap::new();
        let mut alike: HashMap<(&str, &str), usize> = HashMap::new();
        for KnownPlaces { rule, text, context, count } in &self.0 {
            *exact.entry((rule, text, context)).or_default() += count;
            *alike.entry((rule, text)).or_default() += count;
        }
        let places =
            findings.iter().enumerate().flat_map(|(index, finding)| all_places(finding).map(move |place| (index, finding.rule, place)));
        let places: Vec<(usize, &str, Span, Fingerprint)> =
            places.map(|(index, rule, place)| (index, rule, place, Fingerprint::of(place, source))).collect();
        let mut known = HashSet::new();
        let mut moved = Vec::new();
        for (index, rule, place, fingerprint) in &places {
            if taken(exact.get_mut(&(*rule, fingerprint.text.as_str(), fingerprint.context.as_str()))) {
                taken(alike.get_mut(&(*rule, fingerprint.text.as_str())));
                known.insert((*index, *place));
            } else {
                moved.push((*index, *rule, *place, fingerprint));
            }
        }
        for (index, rule, place, fingerprint) in moved {
            if taken(alike.get_mut(&(rule, fingerprint.text.as_str()))) {
                known.insert((index, place));
            }
        }
        known
    }
}

/// Findings, compared with those that are known. One with old and new places is in both, with its own places
/// in each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Compared {
    /// What is new.
    pub new: Vec<Diagnostic>,
    /// What is known.
    pub known: Vec<Diagnostic>,
}

/// Takes one from a count, if there is one.
fn taken(count: Option<&mut usize>) -> bool {
    match count {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

fn all_places(finding: &Diagnostic) -> impl Iterator<Item = Span> {
    std::iter::once(finding.span).chain(finding.also.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Options, lint};
    use crate::parse;

    fn findings(text: &str) -> (Source, Vec<Diagnostic>) {
        let source = Source::new("t.md", text);
        let mut findings = lint(&parse(&source), &source, &Options::default());
        findings.retain(|finding| finding.rule == "jargon");
        (source, findings)
    }

    /// The lines of what is new in a text.
    fn new_lines(old: &str, new: &str) -> Vec<usize> {
        let (old_source, old) = findings(old);
        let (source, new) = findings(new);
        let left = Known::of(&old, &old_source).new_findings(new, &source);
        left.iter().flat_map(all_places).map(|place| source.position(place.start).line).collect()
    }

    const OLD: &str = "We met stakeholders.\n\nThey were local stakeholders from the town.";

    #[test]
    fn the_same_document_has_nothing_new() {
        assert_eq!(new_lines(OLD, OLD), Vec::<usize>::new());
    }

    #[test]
    fn edits_elsewhere_and_beside_a_place_make_nothing_new() {
        assert_eq!(new_lines(OLD, &format!("# Work\n\nMore words.\n\n{OLD}")), Vec::<usize>::new());
        assert_eq!(
            new_lines(OLD, "We met all our stakeholders today.\n\nThey were local\nstakeholders from the town."),
            Vec::<usize>::new()
        );
        assert_eq!(new_lines(OLD, "They were local stakeholders from the town."), Vec::<usize>::new());
    }

    #[test]
    fn one_more_use_is_new_and_is_the_one_that_is_not_known() {
        assert_eq!(new_lines(OLD, &format!("Stakeholders came. We like stakeholders. That is all for today.\n\n{OLD}")), [1, 1]);
        assert_eq!(new_lines(OLD, &format!("{OLD}\n\nGovernance matters.")), [5]);
    }

    #[test]
    fn it_is_the_same_whatever_the_order_of_the_findings() {
        let (source, mut found) = findings(&format!("{OLD} Governance matters."));
        let known = Known::of(&found, &source);
        found.reverse();
        assert_eq!(Known::of(&found, &source), known);
    }
}
