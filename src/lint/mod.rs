//! Finding what stands in a reader's way. Each rule is a file in `rules`, with its page, its check
//! and its tests; [`rules()`] lists them.

mod findings;
mod options;
mod passage;
mod rule;
mod rules;
mod short_forms;
mod totals;

pub use options::{Limits, Options};
pub use rule::{RuleInfo, rule, rules};

use findings::Findings;
use passage::passages;
use rule::{Context, Rule};
use rules::RULES;
use totals::Totals;

use crate::diagnostic::Diagnostic;
use crate::model::Document;
use crate::source::Source;

/// Every finding of every rule, in the order of the source; at one place, in the order of the
/// rules' names. The document must have been read from this source.
///
/// ```
/// use plainsong::{Source, lint, parse};
///
/// let source = Source::new("report.md", "We will work with stakeholders.");
/// let findings = lint::lint(&parse(&source), &source, &lint::Options::default());
/// assert_eq!(findings[0].rule, "jargon");
/// assert_eq!(source.slice(findings[0].span), "stakeholders");
/// ```
#[must_use]
pub fn lint(document: &Document, source: &Source, options: &Options) -> Vec<Diagnostic> {
    findings_of_rules(RULES, &Context { document, source, options })
}

/// Every finding of these rules. The document is walked once, and each passage is prepared once for all.
fn findings_of_rules(rules: &[&dyn Rule], context: &Context<'_>) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    let mut totals = Totals::default();
    passages(context.document, &context.options.lexicon, &mut |passage| {
        totals.add(passage);
        for rule in rules {
            rule.passage(passage, context, &mut findings);
        }
    });
    for rule in rules {
        rule.conclude(&totals, context, &mut findings);
    }
    let mut findings = findings.into_diagnostics();
    for rule in rules {
        rule.check(context, &mut findings);
    }
    findings.sort_by_key(|finding| (finding.span.start, finding.rule));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    #[test]
    fn findings_are_in_the_order_of_the_source() {
        let source = Source::new("t.md", "SCIE met stakeholders.\n\nThe QRST group met SCIE.");
        let found = lint(&parse(&source), &source, &Options::default());
        let places: Vec<(&str, usize)> = found.iter().map(|finding| (finding.rule, finding.span.start)).collect();
        assert_eq!(places, [("undefined-acronym", 0), ("jargon", 9), ("undefined-acronym", 28)]);
    }

    #[test]
    fn nothing_to_read_has_no_findings() {
        let source = Source::new("t.md", "");
        assert_eq!(lint(&parse(&source), &source, &Options::default()), []);
    }
}
