//! Finding what stands in a reader's way. Each rule is a file in `rules`, with its page, its check
//! and its tests; [`rules()`] lists them.
//!
//! What is found can be left out by comments in the document ([`examine()`]) or because it was known before
//! ([`Known`]), mended ([`fix()`]), and given anew at each of its places ([`every_place()`]).

mod baseline;
mod comments;
mod fingerprint;
mod fix;
mod levels;
mod places;
mod rule;
mod rules;
mod suppress;
mod suppression;

pub use baseline::Known;
pub use fingerprint::Fingerprint;
pub use fix::{Fixed, fix};
pub use levels::{Level, Levels};
pub use places::every_place;
pub use rule::{RuleInfo, rule, rules};
pub use suppress::Suppressed;

use rule::Context;
use rules::RULES;

use crate::diagnostic::Diagnostic;
use crate::lexicon::Lexicon;
use crate::model::Document;
use crate::short_forms::KnownShortForms;
use crate::source::Source;

/// What the rules go by.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The words that are hard to read.
    pub lexicon: Lexicon,
    /// Which rules are on, and how much their findings matter.
    pub levels: Levels,
    /// The short forms that are known beforehand.
    pub known_short_forms: KnownShortForms,
}

impl Default for Options {
    fn default() -> Self {
        Self { lexicon: Lexicon::built_in().clone(), levels: Levels::default(), known_short_forms: KnownShortForms::default() }
    }
}

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
    examine(document, source, options).findings
}

/// What the rules found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Examined {
    /// The findings, as [`lint()`] gives them.
    pub findings: Vec<Diagnostic>,
    /// What comments in the document ask to leave out.
    pub suppressed: Vec<Suppressed>,
}

/// The same as [`lint()`], and with it what comments in the document ask to leave out.
///
/// ```
/// use plainsong::{Source, lint, parse};
///
/// let text = "<!-- plainsong-ignore-next-line jargon: their own name -->\nThe Stakeholders met.";
/// let source = Source::new("report.md", text);
/// let examined = lint::examine(&parse(&source), &source, &lint::Options::default());
/// assert!(examined.findings.is_empty());
/// assert_eq!(examined.suppressed[0].reason.as_deref(), Some("their own name"));
/// ```
#[must_use]
pub fn examine(document: &Document, source: &Source, options: &Options) -> Examined {
    let context = Context::new(document, source, options);
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| options.levels.is_on(rule.info())) {
        let earlier = found.len();
        rule.check(&context, &mut found);
        found.iter_mut().skip(earlier).for_each(|finding| options.levels.apply(rule.info(), finding));
    }
    let (mut findings, suppressed) = suppress::apply(document, source, &options.levels, found);
    findings.sort_by_key(|finding| (finding.span.start, finding.rule));
    Examined { findings, suppressed }
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
