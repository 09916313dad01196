//! What the linter finds, and how it can be mended.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a thought.
    Advice,
    /// It stands in a reader's way.
    Warning,
    /// It must not be published so.
    Error,
}

impl Severity {
    /// The severity as a word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A finding: a rule, a place, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What stands in whose way, in a sentence.
    pub message: String,
    /// Where, exactly.
    pub span: Span,
    /// The other places of the same finding.
    pub also: Vec<Span>,
    /// What to write instead, in a sentence.
    pub help: Option<String>,
    /// How to mend it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding at one place, without help or fix.
    #[must_use]
    pub fn new(rule: &'static str, severity: Severity, message: impl Into<String>, span: Span) -> Self {
        Self { rule, severity, message: message.into(), span, also: Vec::new(), help: None, fix: None }
    }
}

/// How a finding can be mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Fix {
    /// How safe it is.
    pub applicability: Applicability,
    /// What to put where; in ascending order, not overlapping.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix of one edit.
    #[must_use]
    pub fn edit(applicability: Applicability, span: Span, text: impl Into<String>) -> Self {
        Self { applicability, edits: vec![Edit { span, text: text.into() }] }
    }
}

/// How safe a fix is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applicability {
    /// It keeps the meaning.
    Safe,
    /// A person must look first.
    Suggested,
}

/// A replacement of a stretch of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}
