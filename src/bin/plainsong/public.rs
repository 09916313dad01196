//! Refusing what must not be published.

use plainsong::diagnostic::{Diagnostic, Severity};
use plainsong::lint::{self, Level, lint};
use plainsong::{Document, Source};

/// The rule that knows what must not be published.
const RULE: &str = "not-for-publication";

/// Why a document must not be published, as a sentence for people; none, if nothing in it says so.
pub(crate) fn refusal(document: &Document, source: &Source) -> Option<String> {
    let mut options = lint::Options::default();
    for rule in lint::rules().filter(|rule| rule.name != RULE) {
        options.levels.set(rule, Level::Off);
    }
    let counts = |finding: &Diagnostic| finding.rule == RULE && finding.severity > Severity::Advice;
    let finding = lint(document, source, &options).into_iter().find(counts)?;
    let line = source.position(finding.span.start).line;
    let help = finding.help.unwrap_or_default();
    Some(format!("{}:{line}: nothing was made, because of --public. {} {help}", source.name(), finding.message))
}
