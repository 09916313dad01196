//! `plainsong glossary`: every short form and hard word of documents, and the lines that a glossary still lacks.

mod human;
mod json;
mod toml;

use plainsong::glossary::{self, glossary};
use plainsong::parse;
use rayon::prelude::*;

use crate::args::{Glossary, GlossaryFormat};
use crate::failure::Failure;
use crate::inputs::{self, Input};
use crate::{Outcome, messages, progress, short_forms, stdout};

/// A document and its glossary.
struct Listed {
    name: String,
    result: Result<glossary::Glossary, Failure>,
}

pub(crate) fn run(arguments: &Glossary) -> Result<Outcome, Failure> {
    let inputs = inputs::find(&arguments.inputs);
    let bar = progress::bar(inputs.len());
    let mut options = glossary::Options::default();
    if let Some(path) = &arguments.known {
        options.known = options.known.with(&short_forms::read(path)?);
    }
    let listed: Vec<Listed> = inputs
        .par_iter()
        .map(|input| {
            let listed = Listed { name: input.name(), result: glossary_of(input, &options) };
            bar.inc(1);
            listed
        })
        .collect();
    bar.finish_and_clear();

    match arguments.format {
        GlossaryFormat::Human => stdout::write_styled(&human::report(&listed))?,
        GlossaryFormat::Json => stdout::write(json::report(&listed)?.as_bytes())?,
        GlossaryFormat::Toml => stdout::write(toml::report(&listed).as_bytes())?,
    }
    let mut messages = messages::Once::default();
    let mut outcome = Outcome::Done;
    for failure in listed.iter().filter_map(|listed| listed.result.as_ref().err()) {
        messages.tell(&failure.message);
        outcome = Outcome::Failed;
    }
    Ok(outcome)
}

fn glossary_of(input: &Input, options: &glossary::Options) -> Result<glossary::Glossary, Failure> {
    let source = input.read()?;
    Ok(glossary(&parse(&source), &source, options))
}
