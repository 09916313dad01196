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
    let Some(jobs) = jobs(inputs::find(&arguments.inputs), known.as_ref()) else { return Ok(Outcome::Failed) };
    let bar = progress::bar(jobs.len());
    let listed: Vec<Listed> = jobs
        .par_iter()
        .map(|(input, options)| {
            let listed = Listed { name: input.name(), result: glossary_of(input, options) };
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

/// The documents, and what the glossary of each goes by: the words and short forms that `check` goes by, and those
/// of the flag. Nothing, if that could not be read: then all that is wrong is told.
fn jobs(inputs: Vec<Input>, known: Option<&KnownShortForms>) -> Option<Vec<(Input, glossary::Options)>> {
    let mut configs = Configs::default();
    let mut settings = Settings::default();
    let mut messages = messages::Once::default();
    let mut jobs = Vec::with_capacity(inputs.len());
    let mut is_complete = true;
    for input in inputs {
        match configs.of(&input).and_then(|config| settings.of(&input, &config)) {
            Ok(of_check) => {
                let mut options = glossary::Options::default();
                options.lexicon = of_check.lexicon.clone();
                options.known = known.map_or_else(|| of_check.known_short_forms.clone(), |known| of_check.known_short_forms.with(known));
                jobs.push((input, options));
            }
            Err(failure) => {
                messages.tell(&failure.message);
                is_complete = false;
            }
        }
    }
    is_complete.then_some(jobs)
}

fn glossary_of(input: &Input, options: &glossary::Options) -> Result<glossary::Glossary, Failure> {
    let source = input.read()?;
    Ok(glossary(&parse(&source), &source, options))
}
