//! What a rule is.

use std::cell::OnceCell;

use super::Options;
use super::findings::Findings;
use super::interest::Interest;
use super::passage::Passage;
use super::rules::RULES;
use super::totals::Totals;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Block, Document, Mark};
use crate::short_forms::{ShortForm, survey};
use crate::source::{Source, Span};

/// One thing that can stand in a reader's way.
pub(super) trait Rule: Sync {
    /// What the rule is called, and what it is for.
    fn info(&self) -> &'static RuleInfo;

    /// Which passages it is shown.
    fn interest(&self) -> Interest {
        Interest::DOCUMENT
    }

    /// Adds what it finds in a passage. The passages come by once each, in reading order.
    fn passage(&self, _passage: &Passage<'_>, _context: &Context<'_>, _findings: &mut Findings) {}

    /// Adds what it finds from a word on that it looks for, and says which word is the last of that: it is
    /// shown no other word up to there.
    fn word(&self, _index: usize, _passage: &Passage<'_>, _context: &Context<'_>, _findings: &mut Findings) -> Option<usize> {
        None
    }

    /// Adds what it finds in a table, or in a picture that stands alone.
    fn block(&self, _block: &Block, _context: &Context<'_>, _findings: &mut Findings) {}

    /// Adds what it finds in the document as a whole, in any order.
    fn check(&self, _context: &Context<'_>, _findings: &mut Vec<Diagnostic>) {}

    /// Adds what it finds in the figures of the whole text.
    fn conclude(&self, _totals: &Totals, _context: &Context<'_>, _findings: &mut Findings) {}
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

impl RuleInfo {
    /// A finding of the rule: what stands in whose way, and what to write instead.
    pub(super) fn finding(&self, span: Span, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        // A text that was put together has room for twice its length, and a large document has many findings.
        let (mut message, mut help) = (message.into(), help.into());
        message.shrink_to_fit();
        help.shrink_to_fit();
        let mut finding = Diagnostic::new(self.name, self.severity, message, span);
        finding.help = Some(help);
        finding
    }
}

/// What a rule looks at.
#[derive(Debug)]
pub(super) struct Context<'a> {
    /// The document, as it was read.
    pub(super) document: &'a Document,
    /// What it was read from.
    pub(super) source: &'a Source,
    /// What the rules go by.
    pub(super) options: &'a Options,
    /// The short forms, once a rule has asked for them.
    short_forms: OnceCell<Vec<ShortForm>>,
}

impl<'a> Context<'a> {
    /// What there is to look at.
    pub(super) const fn new(document: &'a Document, source: &'a Source, options: &'a Options) -> Self {
        Self { document, source, options, short_forms: OnceCell::new() }
    }

    /// The short forms of the document. Several rules ask for them, and they are looked for once.
    pub(super) fn short_forms(&self) -> &[ShortForm] {
        self.short_forms.get_or_init(|| survey(self.document, &self.options.known_short_forms))
    }

    /// A span without the white space at its ends.
    pub(super) fn trimmed(&self, span: Span) -> Span {
        let text = self.source.slice(span);
        let start = span.start + text.len() - text.trim_start().len();
        Span::new(start, start + text.trim().len())
    }

    /// What the passages do that begin within a span, in order of place.
    pub(super) fn marks_in(&self, span: Span) -> impl Iterator<Item = &'a Mark> {
        let marks = &self.document.marks;
        let first = marks.partition_point(|mark| mark.span.start < span.start);
        marks.iter().skip(first).take_while(move |mark| mark.span.start < span.end)
    }
}

/// What every rule is called and for, in the order of their names.
///
/// ```
/// let names: Vec<&str> = plainsong::lint::rules().map(|rule| rule.name).collect();
/// assert!(names.contains(&"jargon"));
/// ```
pub fn rules() -> impl Iterator<Item = &'static RuleInfo> {
    RULES.iter().map(|rule| rule.info())
}

/// What the rule of this name is for.
///
/// ```
/// use plainsong::lint;
///
/// assert!(lint::rule("jargon").unwrap().page.starts_with("# jargon"));
/// assert!(lint::rule("beauty").is_none());
/// ```
#[must_use]
pub fn rule(name: &str) -> Option<&'static RuleInfo> {
    rules().find(|rule| rule.name == name)
}

/// What a rule finds in a text, with the default options.
#[cfg(test)]
pub(super) fn findings_of(rule: &dyn Rule, text: &str) -> Vec<Diagnostic> {
    findings_with(rule, text, &Options::default())
}

/// What a rule finds in a text.
#[cfg(test)]
pub(super) fn findings_with(rule: &dyn Rule, text: &str, options: &Options) -> Vec<Diagnostic> {
    let source = Source::new("t.md", text);
    let mut findings = super::findings_of_rules(&[rule], &Context::new(&crate::parse(&source), &source, options));
    findings.sort_by_key(|finding| finding.span);
    findings
}

/// The texts that a rule points at.
#[cfg(test)]
pub(super) fn texts_of<'a>(rule: &dyn Rule, text: &'a str) -> Vec<&'a str> {
    findings_of(rule, text).into_iter().map(|finding| &text[finding.span.range()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_found_by_its_kebab_case_name() {
        for info in rules() {
            assert!(info.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", info.name);
            assert_eq!(rule(info.name), Some(info), "{} is listed twice", info.name);
        }
    }

    #[test]
    fn every_page_has_its_parts() {
        for info in rules() {
            assert!(info.page.starts_with(&format!("# {}\n", info.name)), "{} has another title", info.name);
            for part in ["## Why", "## Example", "## Instead", "## Source"] {
                assert!(info.page.contains(part), "the page of {} has no part \"{part}\"", info.name);
            }
        }
    }
}
