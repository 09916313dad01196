//! `plainsong glossary`: every short form and hard word of documents, and the lines that a glossary still lacks.

mod human;
mod json;
mod toml;

use plainsong::glossary::{self, glossary};
use plainsong::parse;
use plainsong::short_forms::KnownShortForms;
use rayon::prelude::*;

use crate::args::{Glossary, GlossaryFormat};
use crate::check::Settings;
use crate::config::Configs;
use crate::failure::Failure;
use crate::inputs::{self, Input};
use crate::{Outcome, messages, progress, short_forms, stdout};

/// A document and its glossary.
struct Listed {
    name: String,
    result: Result<glossary::Glossary, Failure>,
}

pub(crate) fn run(arguments: &Glossary) -> Result<Outcome, Failure> {
    let known = arguments.known.as_deref().map(short_forms::read).transpose()?;
    let jobs = jobs(inputs::find(&arguments.inputs), known.as_ref());
    let bar = progress::bar(jobs.len());
    let listed: Vec<Listed> = jobs
        .par_iter()
        .map(|(input, options)| {
            let result = options.clone().and_then(|options| glossary_of(input, &options));
            bar.inc(1);
            Listed { name: input.name(), result }
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

/// The documents, and what the glossary of each goes by: the words and short forms that `check` goes by, and those
/// of the flag.
fn jobs(inputs: Vec<Input>, known: Option<&KnownShortForms>) -> Vec<(Input, Result<glossary::Options, Failure>)> {
    let mut configs = Configs::default();
    let mut settings = Settings::default();
    let mut options_of = |input: &Input| {
        let of_check = settings.of(input, &*configs.of(input)?)?;
        let mut options = glossary::Options::default();
        options.lexicon = of_check.lexicon.clone();
        options.known = of_check.known_short_forms.clone();
        if let Some(known) = known {
            options.known = options.known.with(known);
        }
        Ok(options)
    };
    inputs
        .into_iter()
        .map(|input| {
            let options = options_of(&input);
            (input, options)
        })
        .collect()
}

fn glossary_of(input: &Input, options: &glossary::Options) -> Result<glossary::Glossary, Failure> {
    let source = input.read()?;
    Ok(glossary(&parse(&source), &source, options))
}
