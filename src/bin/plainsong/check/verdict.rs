//! How a check went.

use plainsong::diagnostic::{Diagnostic, Severity};

use super::{Check, Checked, Job};
use crate::{Outcome, messages};

/// What counts, for each document.
pub(super) struct Verdict {
    /// Whether advice counts in a document.
    denied: Vec<bool>,
    max_findings: usize,
}

impl Verdict {
    pub(super) fn of(jobs: &[Job], arguments: &Check) -> Self {
        let flag = arguments.severity.deny_all();
        let of_first = || jobs.first().map_or(0, |job| job.config.check.max_findings);
        Self {
            denied: jobs.iter().map(|job| flag.unwrap_or(job.config.check.deny)).collect(),
            max_findings: arguments.severity.max_findings.unwrap_or_else(of_first),
        }
    }

    /// Whether a finding in the document of this number counts.
    pub(super) fn counts(&self, document: usize, finding: &Diagnostic) -> bool {
        finding.severity > Severity::Advice || self.denied.get(document).is_some_and(|denied| *denied)
    }

    /// Tells what could not be done, and says whether there was such a thing.
    pub(super) fn tell_failures(&self, checked: &[Checked]) -> Outcome {
        let mut messages = messages::Once::default();
        let mut outcome = Outcome::Done;
        for failure in checked.iter().filter_map(|checked| checked.result.as_ref().err()) {
            messages.tell(&failure.message);
            outcome = Outcome::Failed;
        }
        outcome
    }

    /// How it went, as far as it went. An error always counts.
    pub(super) fn outcome(&self, checked: &[Checked]) -> Outcome {
        let found = checked.iter().enumerate().flat_map(|(document, checked)| {
            let diagnostics = checked.result.iter().flat_map(|found| &found.diagnostics);
            diagnostics.filter(move |finding| self.counts(document, finding))
        });
        let mut count = 0;
        for finding in found {
            count += 1;
            if finding.severity == Severity::Error || count > self.max_findings {
                return Outcome::Found;
            }
        }
        Outcome::Done
    }
}

#[cfg(test)]
mod tests {
    use std::io::Error;

    use plainsong::{Source, Span};

    use super::super::{Findings, github, human, json, junit, sarif};
    use super::*;
    use crate::stdout::Colours;

    /// A document with findings of these severities.
    fn checked(severities: &[Severity]) -> [Checked; 1] {
        let finding = |severity: &Severity| Diagnostic::new("jargon", *severity, "A long word.", Span::new(4, 6));
        let diagnostics = severities.iter().map(finding).collect();
        let source = Source::new("a.md", "One two.");
        [Checked { name: "a.md".to_owned(), result: Ok(Findings { source, diagnostics, known: Vec::new(), suppressed: Vec::new() }) }]
    }

    fn outcome(severities: &[Severity], denied: bool, max_findings: usize) -> Outcome {
        Verdict { denied: vec![denied], max_findings }.outcome(&checked(severities))
    }

    #[test]
    fn advice_counts_only_when_it_is_denied() {
        assert_eq!(outcome(&[Severity::Advice], false, 0), Outcome::Done);
        assert_eq!(outcome(&[Severity::Advice], true, 0), Outcome::Found);
        assert_eq!(outcome(&[Severity::Warning], false, 0), Outcome::Found);
        assert_eq!(outcome(&[Severity::Error], false, 0), Outcome::Found);
    }

    #[test]
    fn some_findings_may_be_allowed_and_errors_never_are() {
        let two = [Severity::Warning, Severity::Advice, Severity::Warning];
        assert_eq!(outcome(&two, false, 1), Outcome::Found);
        assert_eq!(outcome(&two, false, 2), Outcome::Done);
        assert_eq!(outcome(&two, true, 2), Outcome::Found);
        assert_eq!(outcome(&[Severity::Error], false, 100), Outcome::Found);
    }

    fn written(write: impl FnOnce(&mut Vec<u8>) -> Result<(), Error>) -> String {
        let mut bytes = Vec::new();
        write(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn every_severity_has_its_name_in_every_format() {
        for (severity, human, sarif, github) in [
            (Severity::Advice, "1 piece of advice in 1 document.", "\"level\":\"note\"", "::notice "),
            (Severity::Warning, "1 warning in 1 document.", "\"level\":\"warning\"", "::warning "),
            (Severity::Error, "1 error in 1 document.", "\"level\":\"error\"", "::error "),
        ] {
            let (checked, word) = (checked(&[severity]), severity.word());
            assert!(written(|out| human::write(&checked, Colours::LeftOut, out)).contains(human));
            assert!(written(|out| sarif::write(&checked, false, out)).contains(sarif));
            assert!(written(|out| json::write(&checked, out)).contains(&format!("\"severity\":\"{word}\"")));
            assert!(written(|out| github::write(&checked, out)).starts_with(github));
            assert!(written(|out| junit::write(&checked, |_, _| false, out)).contains(&format!("{word}: line 1")));
        }
    }
}
