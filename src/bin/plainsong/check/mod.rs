//! `plainsong check`: what stands in a reader's way. The findings are written here and not in the
//! library, which carries neither JSON nor terminal drawing: the libraries for both come with the command only.

mod github;
mod human;
mod json;
mod sarif;

use std::sync::Arc;

use plainsong::diagnostic::{Diagnostic, Severity};
use plainsong::lint::{self, lint};
use plainsong::{Source, parse};
use rayon::prelude::*;

use crate::args::{Check, CheckFormat};
use crate::config::{Config, Configs};
use crate::failure::Failure;
use crate::inputs::{self, Input};
use crate::{Outcome, messages, progress, stdout};

/// A document and what was found in it.
struct Checked {
    name: String,
    result: Result<Findings, Failure>,
}

struct Findings {
    source: Source,
    diagnostics: Vec<Diagnostic>,
}

pub(crate) fn run(arguments: &Check) -> Result<Outcome, Failure> {
    let inputs = inputs::find(&arguments.inputs);
    let mut configs = Configs::default();
    let configs: Vec<Result<Arc<Config>, Failure>> = inputs.iter().map(|input| configs.of(input)).collect();

    let bar = progress::bar(inputs.len());
    let checked: Vec<Checked> = inputs
        .par_iter()
        .zip(&configs)
        .map(|(input, config)| {
            let checked = Checked { name: input.name(), result: config.as_ref().map_err(Clone::clone).and_then(|_| check(input)) };
            bar.inc(1);
            checked
        })
        .collect();
    bar.finish_and_clear();

    match arguments.format.unwrap_or_else(|| format_of_first(&configs)) {
        CheckFormat::Human => stdout::write_styled(&human::report(&checked))?,
        CheckFormat::Json => stdout::write(json::report(&checked)?.as_bytes())?,
        CheckFormat::Sarif => stdout::write(sarif::report(&checked)?.as_bytes())?,
        CheckFormat::Github => stdout::write(github::report(&checked).as_bytes())?,
    }
    let denied = configs.iter().map(|config| arguments.deny.unwrap_or_else(|| config.as_ref().is_ok_and(|config| config.check.deny)));
    let mut messages = messages::Once::default();
    let outcomes = checked.iter().zip(denied).map(|(checked, denied)| outcome(checked, denied, &mut messages));
    Ok(outcomes.max().unwrap_or(Outcome::Done))
}

/// One run writes one format: that of the first document's file.
fn format_of_first(configs: &[Result<Arc<Config>, Failure>]) -> CheckFormat {
    configs.iter().flatten().next().map_or_else(CheckFormat::default, |config| config.check.format)
}

fn check(input: &Input) -> Result<Findings, Failure> {
    let source = input.read()?;
    let diagnostics = lint(&parse(&source), &source, &lint::Options::default());
    Ok(Findings { source, diagnostics })
}

/// Tells what could not be done, and says how the document fared.
fn outcome(checked: &Checked, denied: bool, messages: &mut messages::Once) -> Outcome {
    match &checked.result {
        Ok(findings) => {
            let counts = |finding: &Diagnostic| denied || finding.severity > Severity::Advice;
            if findings.diagnostics.iter().any(counts) { Outcome::Found } else { Outcome::Done }
        }
        Err(failure) => {
            messages.tell(&failure.message);
            Outcome::Failed
        }
    }
}

#[cfg(test)]
mod tests {
    use plainsong::Span;

    use super::*;

    /// A document with one finding.
    fn checked(severity: Severity) -> Checked {
        let diagnostics = vec![Diagnostic::new("jargon", severity, "A long word.", Span::new(4, 6))];
        Checked { name: "a.md".to_owned(), result: Ok(Findings { source: Source::new("a.md", "One two."), diagnostics }) }
    }

    #[test]
    fn advice_fails_only_when_it_is_denied() {
        let mut messages = messages::Once::default();
        let mut outcome_of = |severity, denied| outcome(&checked(severity), denied, &mut messages);
        assert_eq!(outcome_of(Severity::Advice, false), Outcome::Done);
        assert_eq!(outcome_of(Severity::Advice, true), Outcome::Found);
        assert_eq!(outcome_of(Severity::Warning, false), Outcome::Found);
        assert_eq!(outcome_of(Severity::Error, false), Outcome::Found);
    }

    #[test]
    fn every_severity_has_its_name_in_every_format() {
        for (severity, human, sarif, github) in [
            (Severity::Advice, "1 piece of advice in 1 document.", "\"level\":\"note\"", "::notice "),
            (Severity::Warning, "1 warning in 1 document.", "\"level\":\"warning\"", "::warning "),
            (Severity::Error, "1 error in 1 document.", "\"level\":\"error\"", "::error "),
        ] {
            let checked = [checked(severity)];
            assert!(human::report(&checked).contains(human));
            assert!(sarif::report(&checked).is_ok_and(|log| log.contains(sarif)));
            assert!(json::report(&checked).is_ok_and(|line| line.contains(&format!("\"severity\":\"{}\"", severity.word()))));
            assert!(github::report(&checked).starts_with(github));
        }
    }
}
