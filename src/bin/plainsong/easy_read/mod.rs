//! `plainsong easy-read`: people finish an Easy Read.

mod pictures;
mod plan;
mod review;
pub(crate) mod worksheet;

use crate::Outcome;
use crate::args::{EasyRead, EasyReadCommand};
use crate::failure::Failure;
use crate::inputs::{self, Input};

pub(crate) fn run(arguments: &EasyRead) -> Result<Outcome, Failure> {
    match &arguments.command {
        EasyReadCommand::Plan(arguments) => plan::run(arguments),
        EasyReadCommand::Review(arguments) => review::run(arguments),
        EasyReadCommand::Pictures(arguments) => pictures::run(arguments),
    }
}

/// The document to work on. There is one, and it is a file: what belongs to it lies beside it.
fn only_file(path: &std::path::Path) -> Result<Input, Failure> {
    let given = crate::args::Inputs { inputs: vec![path.to_owned()], stdin_filename: "stdin".into() };
    let mut inputs = inputs::find(&given);
    match (inputs.pop(), inputs.is_empty()) {
        (Some(input), true) if input.failure().is_some() => Err(input.failure().cloned().unwrap_or_else(|| Failure::new(""))),
        (Some(input), true) if input.file().is_some() => Ok(input),
        _ => Err(Failure::new(format!("{}: name one document, as a file. What is written lies beside it.", path.display()))),
    }
}
