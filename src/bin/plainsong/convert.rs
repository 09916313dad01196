//! `plainsong convert`: documents in, formats out.

use std::path::Path;
use std::sync::Arc;

use plainsong::convert::{Format, Options, Summary, Voice, convert, daisy, html};
use plainsong::model::Date;
use plainsong::render::large_print::Paper;
use plainsong::{Fileset, Rendered, parse};
use rayon::prelude::*;

use crate::Outcome;
use crate::args::Convert;
use crate::config::{Config, Configs};
use crate::failure::Failure;
use crate::inputs::{self, Input};
use crate::outputs::{self, Destination, Form, Output};
use crate::profile::Profile;
use crate::report::{Document, Entry, Report};
use crate::{folders, messages, progress, report, resources, stdout};

/// What is to be done for a document.
struct Job<'a> {
    input: &'a Input,
    config: Arc<Config>,
    options: Options,
    outputs: Vec<Output>,
    /// Why nothing can be done, if that is so.
    refusal: Option<Failure>,
}

/// What was done for a document.
struct Done {
    document: Document,
    failures: Vec<Failure>,
}

pub(crate) fn run(arguments: &Convert) -> Result<Outcome, Failure> {
    let fallback_date = source_date_epoch()?;
    let inputs = inputs::distinct(inputs::find(&arguments.inputs));
    let destination = Destination::of(arguments.output.as_deref());
    let mut jobs = jobs(&inputs, arguments, destination, fallback_date);
    if destination == Destination::Stdout && !matches!(&jobs[..], [job] if job.outputs.len() <= 1) {
        return Err(Failure::new("--output - takes one document and one format. Name the format with --to."));
    }
    if destination == Destination::Stdout && arguments.report.as_deref().is_some_and(is_dash) {
        return Err(Failure::new("standard output can hold the document or the report, not both. Name a file with --report."));
    }
    refuse_clashes(&mut jobs, &inputs, destination, arguments.report.as_deref())?;

    let bar = progress::bar(jobs.len());
    let write = |output: &Output, bytes: &[u8]| match destination {
        Destination::Stdout => stdout::write(bytes),
        Destination::Beside | Destination::Below(_) => outputs::write(&output.path, bytes),
    };
    let do_job = |job| {
        let done = do_job(job, &write);
        bar.inc(1);
        done
    };
    let done: Vec<Done> = match jobs.as_slice() {
        // To start threads for one document takes longer than they could save.
        [only] => vec![do_job(only)],
        jobs => jobs.par_iter().map(do_job).collect(),
    };
    bar.finish_and_clear();

    let strict: Vec<bool> = jobs.iter().map(|job| arguments.strict.unwrap_or(job.config.convert.strict)).collect();
    let mut messages = messages::Once::default();
    jobs.iter().filter_map(warning_of_paper).for_each(|warning| messages.tell(&warning));
    let mut outcome = Outcome::Done;
    for (done, strict) in done.iter().zip(strict) {
        outcome = outcome.max(tell(done, strict, &mut messages));
    }
    if let Some(path) = &arguments.report {
        write_report(path, done)?;
    }
    Ok(outcome)
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The date of `SOURCE_DATE_EPOCH`, for documents that state none.
fn source_date_epoch() -> Result<Option<Date>, Failure> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty()) else { return Ok(None) };
    let seconds = value.to_str().and_then(|value| value.parse().ok());
    seconds.and_then(Date::from_epoch_seconds).map(Some).ok_or_else(|| {
        let value = value.to_string_lossy();
        Failure::new(format!("SOURCE_DATE_EPOCH is \"{value}\", which is not a count of seconds since 1970. Correct it or remove it."))
    })
}

fn jobs<'a>(inputs: &'a [Input], arguments: &Convert, destination: Destination<'_>, fallback_date: Option<Date>) -> Vec<Job<'a>> {
    let mut configs = Configs::default();
    let mut job = |input: &'a Input| -> Result<Job<'a>, Failure> {
        let config = input.failure().map_or_else(|| configs.of(input), |failure| Err(failure.clone()))?;
        let profile = arguments.profile.as_deref();
        let named = profile.map(|name| config.profiles.named(name, config.file.as_deref())).transpose()?.cloned().unwrap_or_default();
        let mut options = config.options();
        config.fonts.apply(&mut options)?;
        named.apply(&mut options)?;
        arguments.needs.apply(&mut options)?;
        options.voice = if arguments.ear.spoken.unwrap_or(config.convert.spoken) { Voice::Spoken } else { Voice::Document };
        options.html = arguments.web.html(&options.html);
        options.text = arguments.ear.text(&options.text);
        options.daisy.fallback_date = fallback_date;
        options.dtbook.fallback_date = fallback_date;
        options.large_print.fallback_date = fallback_date;
        options.easy_read.fallback_date = fallback_date;
        options.summary = summary(arguments.summary.or(config.convert.summary));
        let formats = formats([&arguments.needs, &named], &config);
        let books = if arguments.ear.zip.unwrap_or(config.convert.zip) { Form::File } else { Form::Folder };
        let outputs = formats.into_iter().map(|format| Output::new(input, profile, format, destination, books, &options)).collect();
        Ok(Job { input, config, options, outputs, refusal: None })
    };
    let refused =
        |input, failure| Job { input, config: Arc::default(), options: Options::default(), outputs: Vec::new(), refusal: Some(failure) };
    inputs.iter().map(|input| job(input).unwrap_or_else(|failure| refused(input, failure))).collect()
}

/// The formats asked for, each once: by flags, else by the profile, else by the file, else every format that
/// readers open.
fn formats(needs: [&Profile; 2], config: &Config) -> Vec<Format> {
    let of_file = || config.convert.to.as_ref().map(|names| names.iter().map(|name| name.0).collect());
    let asked: Option<Vec<Format>> = needs.into_iter().find_map(Profile::formats).or_else(of_file);
    let mut formats = Vec::new();
    for format in asked.unwrap_or_else(|| Format::FOR_READERS.to_vec()) {
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    formats
}

/// What people must know before they print on A3, if the job is for it.
fn warning_of_paper(job: &Job<'_>) -> Option<String> {
    let (large, easy) = (&job.options.large_print, &job.options.easy_read);
    let page = |output: &Output| match output.format {
        Format::LargePrint => Some((large.paper, large.size)),
        Format::EasyRead => Some((easy.paper, easy.size)),
        _ => None,
    };
    let mut pages = job.outputs.iter().filter_map(page);
    let (_, size) = pages.find(|(paper, _)| *paper == Paper::A3)?;
    // A sheet of A4 is as wide as one of A3 divided by the square root of two.
    let on_a4 = size.get() / std::f32::consts::SQRT_2;
    Some(format!("the pages are A3. Print them on A3 only: shrunk to A4, words of {} points come out at {on_a4:.0}.", size.get()))
}

/// Refuses the jobs whose files must not be written.
fn refuse_clashes(jobs: &mut [Job<'_>], inputs: &[Input], destination: Destination<'_>, report: Option<&Path>) -> Result<(), Failure> {
    let files = |job: &Job<'_>| if destination == Destination::Stdout { Vec::new() } else { job.outputs.clone() };
    let outputs: Vec<Vec<Output>> = jobs.iter().map(files).collect();
    if let Some(failure) = report.and_then(|report| outputs::report_refusal(report, inputs, &outputs)) {
        return Err(failure);
    }
    for (job, refusal) in jobs.iter_mut().zip(outputs::refusals(inputs, &outputs)) {
        job.refusal = job.refusal.take().or(refusal);
    }
    Ok(())
}

fn do_job(job: &Job<'_>, write: &(impl Fn(&Output, &[u8]) -> Result<(), Failure> + Sync)) -> Done {
    let document =
        Document { path: job.input.name(), notes: Vec::new(), author_notes: Vec::new(), outputs: Vec::new(), errors: Vec::new() };
    let mut done = Done { document, failures: Vec::new() };
    let source = match job.refusal.clone().map_or_else(|| job.input.read(), Err) {
        Ok(source) => source,
        Err(failure) => {
            done.failures.push(failure);
            return done;
        }
    };
    let document = parse(&source);
    done.document.notes = document.notes.iter().map(|note| Entry::of_note(note, &source)).collect();
    let for_author = document.notes.iter().filter(|note| note.kind.concerns_author());
    done.document.author_notes = for_author.map(|note| Entry::of_note(note, &source)).collect();
    let mut options = job.options.clone();
    if job.outputs.iter().any(|output| output.format.shows_pictures()) {
        options.set_resources(&resources::of(&document, job.input));
    }
    for output in &job.outputs {
        let written = match output.form {
            Form::File => {
                let rendered = convert(&document, output.format, &options).map_err(|error| in_format(job.input, output.format, &error));
                rendered.and_then(|rendered| write(output, &rendered.output).map(|()| rendered.map(drop)))
            }
            Form::Folder if output.format == Format::Html => write_files(output, html(&document, &options)),
            Form::Folder => write_files(output, daisy(&document, &options)),
        };
        match written {
            Ok(rendered) => done.document.outputs.push(report::Output {
                format: output.format.name(),
                path: output.path.display().to_string(),
                losses: rendered.losses.iter().map(|loss| Entry::of_loss(loss, &source)).collect(),
                changes: rendered.changes.iter().map(|change| Entry::of_change(change, &source)).collect(),
            }),
            Err(failure) => done.failures.push(failure),
        }
    }
    done
}

fn write_files(output: &Output, files: Rendered<Fileset>) -> Result<Rendered<()>, Failure> {
    folders::write(&output.path, &files.output).map(|()| files.map(drop))
}

fn in_format(input: &Input, format: Format, error: &plainsong::Error) -> Failure {
    Failure::new(format!("{}: {}: {error}", input.name(), format.name()))
}

/// Which formats open with the lists, as flag or file say.
fn summary(asked: Option<bool>) -> Summary {
    match asked {
        Some(true) => Summary::EveryFormat,
        Some(false) => Summary::NoFormat,
        None => Summary::EasyReadOnly,
    }
}

/// Tells what was lost and what could not be done for a document.
fn tell(done: &Done, strict: bool, messages: &mut messages::Once) -> Outcome {
    let mut outcome = Outcome::Done;
    for note in &done.document.author_notes {
        messages::write_line(&note.line(&done.document.path, "reading"));
    }
    for output in &done.document.outputs {
        for loss in &output.losses {
            messages::write_line(&loss.line(&done.document.path, output.format));
            if strict {
                outcome = Outcome::Found;
            }
        }
    }
    for failure in &done.failures {
        messages.tell(&failure.message);
        outcome = Outcome::Failed;
    }
    outcome
}

fn write_report(path: &Path, done: Vec<Done>) -> Result<(), Failure> {
    let documents = done.into_iter().map(|done| Document { errors: done.failures.iter().map(Into::into).collect(), ..done.document });
    let report = Report { documents: documents.collect() };
    let mut json = serde_json::to_string_pretty(&report)
        .map_err(|error| Failure::new(format!("{}: the report cannot be written as JSON: {error}.", path.display())))?;
    json.push('\n');
    if is_dash(path) { stdout::write(json.as_bytes()) } else { outputs::write(path, json.as_bytes()) }
}
