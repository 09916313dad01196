//! `plainsong record`: who came, what was decided and who will do what, for people, for programs, for
//! a spreadsheet and for a calendar.

mod csv;
mod human;
mod ics;
mod json;

use plainsong::record::{self, record};
use plainsong::{Source, parse};
use rayon::prelude::*;

use crate::args::{Record, RecordFormat};
use crate::failure::Failure;
use crate::inputs::{self, Input};
use crate::{Outcome, messages, progress, stdout};

/// A document and its record.
struct Recorded {
    name: String,
    result: Result<Minutes, Failure>,
}

struct Minutes {
    /// The digits that the source is known by.
    hash: String,
    record: record::Record,
}

pub(crate) fn run(arguments: &Record) -> Result<Outcome, Failure> {
    let inputs = inputs::find(&arguments.inputs);
    let bar = progress::bar(inputs.len());
    let recorded: Vec<Recorded> = inputs
        .par_iter()
        .map(|input| {
            let recorded = Recorded { name: input.name(), result: record_of(input) };
            bar.inc(1);
            recorded
        })
        .collect();
    bar.finish_and_clear();

    match arguments.format {
        RecordFormat::Human => stdout::write_styled(&human::report(&recorded))?,
        RecordFormat::Json => stdout::write(json::report(&recorded)?.as_bytes())?,
        RecordFormat::Csv => stdout::write(csv::report(&recorded).as_bytes())?,
        RecordFormat::Ics => stdout::write(ics::report(&recorded).as_bytes())?,
    }
    let mut messages = messages::Once::default();
    let mut outcome = Outcome::Done;
    for failure in recorded.iter().filter_map(|recorded| recorded.result.as_ref().err()) {
        messages.tell(&failure.message);
        outcome = Outcome::Failed;
    }
    Ok(outcome)
}

fn record_of(input: &Input) -> Result<Minutes, Failure> {
    let source: Source = input.read()?;
    Ok(Minutes { hash: source.short_hash(), record: record(&parse(&source), &source) })
}
