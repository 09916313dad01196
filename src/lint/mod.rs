//! Finding what stands in a reader's way. Each rule is a file in `rules`, with its page, its check
//! and its tests; [`rules()`] lists them.
//!
//! What is found can be left out by comments in the document ([`examine()`]) or because it was known before
//! ([`Known`]), mended ([`fix()`]), and given anew at each of its places ([`every_place()`]).

mod baseline;
mod comments;
mod findings;
mod fingerprint;
mod fix;
mod interest;
mod levels;
mod options;
mod passage;
mod places;
mod rule;
mod rules;
mod suppress;
mod suppression;
mod totals;

pub use baseline::{Compared, Known};
pub use fingerprint::Fingerprint;
pub use fix::{Fixed, fix};
pub use levels::{Level, Levels};
pub use options::{Limits, Options};
pub use places::every_place;
pub use rule::{RuleInfo, rule, rules};
pub use suppress::Suppressed;

use findings::Findings;
use interest::Interests;
use passage::passages;
use rule::{Context, Rule};
use rules::RULES;
use totals::Totals;

use crate::diagnostic::Diagnostic;
use crate::model::{BlockKind, Document, walk};
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
    let rules: Vec<&dyn Rule> = RULES.iter().copied().filter(|rule| options.levels.is_on(rule.info())).collect();
    let found = findings_of_rules(&rules, &Context::new(document, source, options));
    let (mut findings, suppressed) = suppress::apply(document, source, &options.levels, found);
    // Findings are large: to sort their places takes less memory than to move them about.
    findings.sort_by_cached_key(|finding| (finding.span.start, finding.rule));
    Examined { findings, suppressed }
}

/// Every finding of these rules, in no order. Most of the rules see what they ask for as it comes by: to walk through
/// a large document for each takes much time.
fn findings_of_rules(rules: &[&dyn Rule], context: &Context<'_>) -> Vec<Diagnostic> {
    if rules.is_empty() {
        return Vec::new();
    }
    // The rules that look at the document as a whole need much memory for a while: they run before there are
    // many findings to keep.
    let mut of_document = Vec::new();
    for rule in rules {
        rule.check(context, &mut of_document);
    }
    let mut findings = Findings::with_room_for(context.source.text().len());
    let mut totals = Totals::default();
    let interests = Interests::of(rules);
    passages(context.document, &context.options.lexicon, &interests, &mut |passage| {
        totals.add(passage);
        for (index, rule) in passage.wanted_by.indices().filter_map(|index| Some((index, rules.get(index)?))) {
            rule.passage(passage, context, &mut findings);
            let mut next = 0;
            for word in passage.words_for(index) {
                if word >= next {
                    next = rule.word(word, passage, context, &mut findings).map_or(next, |last| last + 1);
                }
            }
        }
    });
    walk::blocks(&context.document.blocks, &mut |block| {
        if let BlockKind::Table(_) | BlockKind::Figure(_) = &block.kind {
            rules.iter().for_each(|rule| rule.block(block, context, &mut findings));
        }
    });
    for rule in rules {
        rule.conclude(&totals, context, &mut findings);
    }
    let mut findings = findings.into_diagnostics();
    findings.append(&mut of_document);
    let levels = &context.options.levels;
    for finding in findings.iter_mut().filter(|finding| levels.get(finding.rule).is_some()) {
        if let Some(info) = rule(finding.rule) {
            levels.apply(info, finding);
        }
    }
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
