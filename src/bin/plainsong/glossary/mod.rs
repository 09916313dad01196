//! `plainsong glossary`: every short form and hard word of documents, and the lines that a glossary still lacks.

mod human;
mod json;
mod toml;

use std::path::Path;

use plainsong::glossary::{self, glossary};
use plainsong::short_forms::KnownShortForms;
use plainsong::{Source, parse};
use rayon::prelude::*;

use crate::args::{Glossary, GlossaryFormat};
use crate::failure::Failure;
use crate::inputs::{self, Input};
use crate::{Outcome, messages, progress, stdout};

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
        options.known = options.known.with(&known(path)?);
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

/// The short forms of a list of the user's own.
fn known(path: &Path) -> Result<KnownShortForms, Failure> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Failure::of_system(&name, "this list cannot be read", &error))?;
    let source = Source::from_bytes(&name, bytes)?;
    Ok(KnownShortForms::from_toml(&name, source.text())?)
}

fn glossary_of(input: &Input, options: &glossary::Options) -> Result<glossary::Glossary, Failure> {
    let source = input.read()?;
    Ok(glossary(&parse(&source), &source, options))
}
