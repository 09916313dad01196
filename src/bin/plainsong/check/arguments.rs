//! The arguments of `plainsong check`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use plainsong::diagnostic::Applicability;
use plainsong::lint::{self, Level, Levels, RuleInfo};
use serde::Deserialize;

use crate::args::Inputs;

/// Says what stands in a reader's way
///
/// Each word or short form is reported once a document, where it first stands, with its other places.
///
/// Ends with 0 if there is nothing but advice, with 1 if there is a warning or an error, and with 2 if something could not be done.
/// With --diff, ends with 1 if something can be mended.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How the findings are written
    #[arg(long, value_enum)]
    pub(crate) format: Option<CheckFormat>,

    /// Reports each place as a finding of its own
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) every: Option<bool>,

    #[command(flatten)]
    pub(crate) severity: SeverityFlags,

    #[command(flatten)]
    pub(crate) baseline: BaselineFlags,

    #[command(flatten)]
    pub(crate) mending: MendingFlags,
}

/// What counts, and how much.
#[derive(Debug, Args)]
#[command(next_help_heading = "What counts")]
pub(crate) struct SeverityFlags {
    /// With a rule: its findings are errors. Without: ends with 1 if there is any finding, advice too
    #[arg(long, value_name = "RULE", num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true, value_parser = denied_parser())]
    deny: Vec<Denied>,

    /// The findings of this rule are warnings; may be given more than once
    #[arg(long, value_name = "RULE", hide_possible_values = true, value_parser = rule_parser())]
    warn: Vec<&'static RuleInfo>,

    /// This rule is not asked; may be given more than once
    #[arg(long, value_name = "RULE", hide_possible_values = true, value_parser = rule_parser())]
    off: Vec<&'static RuleInfo>,

    /// Ends with 1 only if more findings than this count, or if there is an error
    #[arg(long, value_name = "NUMBER")]
    pub(crate) max_findings: Option<usize>,
}

impl SeverityFlags {
    /// Whether advice counts; none, if no flag says so.
    pub(crate) fn deny_all(&self) -> Option<bool> {
        self.deny.iter().rev().find_map(|denied| if let Denied::All(all) = denied { Some(*all) } else { None })
    }

    /// What the flags say of rules. They are all asked for by one person at one time, so the strictest word counts.
    pub(crate) fn levels(&self) -> Levels {
        let mut levels = Levels::default();
        self.off.iter().for_each(|rule| levels.set(rule, Level::Off));
        self.warn.iter().for_each(|rule| levels.set(rule, Level::Warning));
        for denied in &self.deny {
            if let Denied::Rule(rule) = denied {
                levels.set(rule, Level::Error);
            }
        }
        levels
    }
}

/// What `--deny` can be given.
#[derive(Debug, Clone, Copy)]
enum Denied {
    All(bool),
    Rule(&'static RuleInfo),
}

/// What was found before.
#[derive(Debug, Args)]
#[command(next_help_heading = "Only what is new")]
pub(crate) struct BaselineFlags {
    /// Reports only what this file does not know
    #[arg(long, value_name = "FILE", conflicts_with = "write_baseline")]
    pub(crate) baseline: Option<PathBuf>,

    /// Writes all findings of these documents to this file, for --baseline
    #[arg(long, value_name = "FILE", conflicts_with_all = ["fix", "fix_suggested", "diff"])]
    pub(crate) write_baseline: Option<PathBuf>,
}

/// What is mended.
#[derive(Debug, Args)]
#[command(next_help_heading = "Mending documents")]
pub(crate) struct MendingFlags {
    /// Mends in the documents what can be mended without a doubt, and reports the rest
    #[arg(long)]
    fix: bool,

    /// Mends also what a person must read again
    #[arg(long)]
    fix_suggested: bool,

    /// Shows what would be mended as a unified diff, and writes nothing
    #[arg(long)]
    pub(crate) diff: bool,
}

impl MendingFlags {
    /// What is to be mended, if anything is.
    pub(crate) fn applicability(&self) -> Option<Applicability> {
        match (self.fix || self.diff, self.fix_suggested) {
            (_, true) => Some(Applicability::Suggested),
            (true, false) => Some(Applicability::Safe),
            (false, false) => None,
        }
    }
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CheckFormat {
    /// For people, with the lines of the document
    #[default]
    Human,
    /// A web page for people, with the whole text
    Html,
    /// One JSON object a document and line
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations for GitHub Actions
    Github,
    /// JUnit XML, for other build servers
    Junit,
}

fn rule_parser() -> impl TypedValueParser<Value = &'static RuleInfo> {
    PossibleValuesParser::new(lint::rules().map(|rule| rule.name)).try_map(|name| rule_named(&name))
}

fn denied_parser() -> impl TypedValueParser<Value = Denied> {
    let names = ["true", "false"].into_iter().chain(lint::rules().map(|rule| rule.name));
    PossibleValuesParser::new(names).try_map(|name| match name.as_str() {
        "true" => Ok(Denied::All(true)),
        "false" => Ok(Denied::All(false)),
        name => rule_named(name).map(Denied::Rule),
    })
}

fn rule_named(name: &str) -> Result<&'static RuleInfo, String> {
    lint::rule(name).ok_or_else(|| format!("there is no rule \"{name}\""))
}

/// The arguments with `--deny RULE` as `--deny=RULE`. What follows `--deny` may also be a document.
pub(crate) fn joined(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut joined: Vec<OsString> = Vec::new();
    for argument in arguments {
        match joined.last_mut() {
            Some(deny) if deny == "--deny" && argument.to_str().is_some_and(|name| lint::rule(name).is_some()) => {
                deny.push("=");
                deny.push(argument);
            }
            _ => joined.push(argument),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_after_deny_belongs_to_it_and_a_document_does_not() {
        let arguments = ["check", "--deny", "jargon", "a.md", "--deny", "b.md", "--deny"].map(OsString::from);
        assert_eq!(joined(arguments.into_iter()), ["check", "--deny=jargon", "a.md", "--deny", "b.md", "--deny"]);
    }
}
