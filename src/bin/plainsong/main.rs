//! The `plainsong` command. It reads files and writes files; everything else is the library's work.

mod args;
mod changes;
mod check;
mod config;
mod convert;
mod easy_read;
mod explain;
mod failure;
mod folders;
mod fonts;
mod glossary;
mod inputs;
mod messages;
mod outputs;
mod pack;
mod pictures;
mod profile;
mod progress;
mod public;
mod recipe;
mod record;
mod report;
mod resources;
mod short_forms;
mod simplify;
mod status;
mod stdout;
mod toml_file;

use std::process::ExitCode;

use args::Command;

/// How a command went, as its exit code. Of two outcomes the greater counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// Everything was done.
    Done = 0,
    /// Everything was done, and there is something to look at.
    Found = 1,
    /// Something could not be done.
    Failed = 2,
}

fn main() -> ExitCode {
    let outcome = match args::parse().command {
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Pack(arguments) => pack::run(&arguments),
        Command::Status(arguments) => status::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Record(arguments) => record::run(&arguments),
        Command::EasyRead(arguments) => easy_read::run(&arguments),
        Command::Simplify(arguments) => simplify::run(&arguments),
        Command::Glossary(arguments) => glossary::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
    };
    let outcome = outcome.unwrap_or_else(|failure| {
        messages::tell(&failure.message);
        Outcome::Failed
    });
    ExitCode::from(outcome as u8)
}
