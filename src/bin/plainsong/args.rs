//! The arguments of the command.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use serde::Deserialize;

use crate::profile::Profile;

/// Makes council reports and minutes readable for more people.
///
/// Takes Markdown; gives plain text, DAISY, large print and Easy Read drafts, and says what stands in a reader's way.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Convert(Convert),
    Check(Check),
    Record(Record),
    Explain(Explain),
}

#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// A document; a folder, for every *.md and *.markdown below it; or -, for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// What to call the document on standard input
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    pub(crate) stdin_filename: PathBuf,
}

/// Converts documents to other formats
///
/// Ends with 0; with 1 if --strict is on and a format could not carry everything; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct Convert {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    #[command(flatten)]
    pub(crate) needs: Profile,

    /// Makes what the section [profiles.NAME] of plainsong.toml asks for; NAME goes into the names of the files
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,

    /// The folder to write to, or - for standard output; without it, beside each document
    #[arg(long, short, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,

    /// Writes what was lost, changed and mended to this file, as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,

    /// Opens minutes with "What was decided" and "Who will do what"; without it, Easy Read drafts alone do
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) summary: Option<bool>,

    /// Ends with 1 if a format could not carry everything
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) strict: Option<bool>,
}

/// Says what stands in a reader's way
///
/// Ends with 0 if there is nothing but advice; with 1 if there is a warning or an error; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How the findings are written
    #[arg(long, value_enum)]
    pub(crate) format: Option<CheckFormat>,

    /// Ends with 1 if there is any finding, advice too
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) deny: Option<bool>,
}

/// Says who came, what was decided and who will do what
///
/// Ends with 0, whatever it finds; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct Record {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How the record is written
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: RecordFormat,
}

/// Shows the page of a rule
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The name of the rule, as `check` gives it
    pub(crate) rule: String,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CheckFormat {
    /// For people, with the lines of the document
    #[default]
    Human,
    /// One JSON object a document and line
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations for GitHub Actions
    Github,
}

/// How a record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum RecordFormat {
    /// For people
    #[default]
    Human,
    /// One JSON object a document and line
    Json,
    /// A log of the actions of all the documents, for a spreadsheet
    Csv,
    /// The full dates of actions and next meetings, for a calendar
    Ics,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }
}
