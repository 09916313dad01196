//! What a rule is.

use super::{Options, RULES};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Document;
use crate::source::Source;

/// One thing that can stand in a reader's way.
pub trait Rule: Sync {
    /// What the rule is called, and what it is for.
    fn info(&self) -> &'static RuleInfo;

    /// Adds what it finds, in any order.
    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>);
}

/// What a rule is called, and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleInfo {
    /// Its name, in kebab-case. It never changes.
    pub name: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// What it finds, in a sentence.
    pub summary: &'static str,
    /// Its page, in Markdown: what it finds, why that matters and to whom, an example, what to do
    /// instead, and whose advice it follows.
    pub page: &'static str,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Context<'a> {
    /// The document, as it was read.
    pub document: &'a Document,
    /// What it was read from.
    pub source: &'a Source,
    /// What the rules go by.
    pub options: &'a Options,
}

/// The rule of this name.
///
/// ```
/// use plainsong::lint;
///
/// let rule = lint::rule("jargon").unwrap();
/// assert!(rule.info().page.starts_with("# jargon"));
/// assert!(lint::rule("beauty").is_none());
/// ```
#[must_use]
pub fn rule(name: &str) -> Option<&'static dyn Rule> {
    RULES.iter().copied().find(|rule| rule.info().name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_found_by_its_kebab_case_name() {
        for listed in RULES {
            let info = listed.info();
            assert!(info.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", info.name);
            assert_eq!(rule(info.name).map(|found| found.info()), Some(info), "{} is listed twice", info.name);
        }
    }

    #[test]
    fn every_page_has_its_parts() {
        for listed in RULES {
            let info = listed.info();
            assert!(info.page.starts_with(&format!("# {}\n", info.name)), "{} has another title", info.name);
            for part in ["## Why", "## Example", "## Instead", "## Source"] {
                assert!(info.page.contains(part), "the page of {} has no part \"{part}\"", info.name);
            }
        }
    }
}
