//! `plainsong convert`: documents in, formats out.

use std::path::Path;

use plainsong::convert::{Format, convert, daisy, html, is_draft};
use plainsong::model::Date;
#[cfg(feature = "pdf")]
use plainsong::render::easy_read;
use plainsong::{Fileset, Rendered, parse};
use rayon::prelude::*;

use crate::Outcome;
use crate::args::Convert;
use crate::changes::{self, Changes};
use crate::config::Configs;
use crate::easy_read::worksheet;
use crate::failure::Failure;
use crate::inputs::{self, Input};
use crate::outputs::{self, Destination, Form, Output};
use crate::recipe::{Recipe, source_date_epoch};
use crate::report::{Document, Entry, Report};
use crate::{folders, messages, progress, public, report, resources, stdout};

/// What is to be done for a document.
struct Job<'a> {
    input: &'a Input,
    recipe: Recipe,
    outputs: Vec<Output>,
    /// Why nothing can be done, if that is so.
    refusal: Option<Failure>,
}

/// What was done for a document.
struct Done {
    document: Document,
    /// Why it must not be published, if that was asked.
    refused: Option<Failure>,
    /// What `--changes` asks for.
    changes: Vec<Changes>,
    failures: Vec<Failure>,
}

pub(crate) fn run(arguments: &Convert) -> Result<Outcome, Failure> {
    let fallback_date = source_date_epoch()?;
    let changes_form = arguments.changes.as_deref().map(changes::Form::of).transpose()?;
    let inputs = inputs::distinct(inputs::find(&arguments.inputs));
    let destination = Destination::of(arguments.output.as_deref());
    let mut jobs = jobs(&inputs, arguments, destination, fallback_date);
    if destination == Destination::Stdout && !matches!(&jobs[..], [job] if job.outputs.len() <= 1) {
        return Err(Failure::new("--output - takes one document and one format. Name the format with --to."));
    }
    if destination == Destination::Stdout && arguments.report.as_deref().is_some_and(is_dash) {
        return Err(Failure::new("standard output can hold the document or the report, not both. Name a file with --report."));
    }
    refuse_clashes(&mut jobs, &inputs, destination, [("report", arguments.report.as_deref()), ("changes", arguments.changes.as_deref())])?;

    let bar = progress::bar(jobs.len());
    let write = |output: &Output, bytes: &[u8]| match destination {
        Destination::Stdout => stdout::write(bytes),
        Destination::Beside | Destination::Below(_) => outputs::write(&output.path, bytes),
    };
    let do_job = |job| {
        let done = do_job(job, arguments.making.public, changes_form, &write);
        bar.inc(1);
        done
    };
    let done: Vec<Done> = match jobs.as_slice() {
        // To start threads for one document takes longer than they could save.
        [only] => vec![do_job(only)],
        jobs => jobs.par_iter().map(do_job).collect(),
    };
    bar.finish_and_clear();

    let mut messages = messages::Once::default();
    jobs.iter().filter_map(|job| job.recipe.warning_of_paper()).for_each(|warning| messages.tell(&warning));
    let mut outcome = Outcome::Done;
    for (done, job) in done.iter().zip(&jobs) {
        outcome = outcome.max(tell(done, job.recipe.strict, &mut messages));
    }
    let mut done = done;
    if let Some((path, form)) = arguments.changes.as_deref().zip(changes_form) {
        let all: Vec<Changes> = done.iter_mut().flat_map(|done| std::mem::take(&mut done.changes)).collect();
        changes::write(path, form, &all)?;
    }
    if let Some(path) = &arguments.report {
        write_report(path, done)?;
    }
    Ok(outcome)
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn jobs<'a>(inputs: &'a [Input], arguments: &Convert, destination: Destination<'_>, fallback_date: Option<Date>) -> Vec<Job<'a>> {
    let mut configs = Configs::default();
    let mut job = |input: &'a Input| -> Result<Job<'a>, Failure> {
        let config = input.failure().map_or_else(|| configs.of(input), |failure| Err(failure.clone()))?;
        let mut recipe = Recipe::of(config, &arguments.making, fallback_date)?;
        recipe.options.html = arguments.web.html(&recipe.options.html);
        let books = if arguments.zip.unwrap_or(recipe.config.convert.zip) { Form::File } else { Form::Folder };
        let profile = arguments.making.profile.as_deref();
        let output = |format: &Format| Output::new(input, profile, *format, destination, books, &recipe.options);
        let outputs = recipe.formats.iter().map(output).collect();
        Ok(Job { input, recipe, outputs, refusal: None })
    };
    let refused = |input, failure| Job { input, recipe: Recipe::default(), outputs: Vec::new(), refusal: Some(failure) };
    inputs.iter().map(|input| job(input).unwrap_or_else(|failure| refused(input, failure))).collect()
}

/// Refuses the jobs whose files must not be written.
fn refuse_clashes(
    jobs: &mut [Job<'_>],
    inputs: &[Input],
    destination: Destination<'_>,
    reports: [(&str, Option<&Path>); 2],
) -> Result<(), Failure> {
    let files = |job: &Job<'_>| {
        let outputs = if destination == Destination::Stdout { &[] } else { job.outputs.as_slice() };
        outputs.iter().flat_map(|output| std::iter::once(output.clone()).chain(output.finished())).collect()
    };
    let outputs: Vec<Vec<Output>> = jobs.iter().map(files).collect();
    for (name, path) in reports {
        if let Some(failure) = path.and_then(|path| outputs::report_refusal(name, path, inputs, &outputs)) {
            return Err(failure);
        }
    }
    for (job, refusal) in jobs.iter_mut().zip(outputs::refusals(inputs, &outputs)) {
        job.refusal = job.refusal.take().or(refusal);
    }
    Ok(())
}

fn do_job(
    job: &Job<'_>,
    public: bool,
    changes_form: Option<changes::Form>,
    write: &(impl Fn(&Output, &[u8]) -> Result<(), Failure> + Sync),
) -> Done {
    let mut done = Done { document: Document::of(job.input.name()), refused: None, changes: Vec::new(), failures: Vec::new() };
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
    done.refused = public.then(|| public::refusal(&document, &source)).flatten().map(Failure::new);
    if done.refused.is_some() {
        return done;
    }
    let mut options = job.recipe.options.clone();
    if job.outputs.iter().any(|output| output.format.shows_pictures()) {
        options.set_resources(&resources::of(&document, job.input));
    }
    let mut worksheet_is_refused = false;
    if job.outputs.iter().any(|output| output.format.is_easy_read()) {
        match worksheet::apply(&document, job.input, &mut options) {
            Ok(findings) => done.document.worksheet = findings,
            Err(failure) => {
                done.failures.push(failure);
                worksheet_is_refused = true;
            }
        }
    }
    for output in job.outputs.iter().filter(|output| !(worksheet_is_refused && output.format.is_easy_read())) {
        let finished = output.finished().filter(|_| !is_draft(&document, output.format, &options));
        let output = finished.as_ref().unwrap_or(output);
        let mut pages = None;
        let written = match output.form {
            Form::File => {
                let rendered = convert(&document, output.format, &options).map_err(|error| in_format(job.input, output.format, &error));
                rendered.and_then(|rendered| {
                    pages = easy_pages(output.format, &rendered.output);
                    write(output, &rendered.output).map(|()| rendered.map(drop))
                })
            }
            Form::Folder if output.format == Format::Html => write_files(output, html(&document, &options)),
            Form::Folder => write_files(output, daisy(&document, &options)),
        };
        match written {
            Ok(rendered) => {
                let format = output.format.name();
                done.changes.extend(changes_form.map(|form| {
                    let flags = changes::flags(&document, &source, output.format, &options);
                    Changes::of(&document, &source, format, &rendered.changes, &flags, form)
                }));
                done.document.outputs.push(report::Output {
                    format,
                    path: output.path.display().to_string(),
                    losses: rendered.losses.iter().map(|loss| Entry::of_loss(loss, &source)).collect(),
                    changes: rendered.changes.iter().map(|change| Entry::of_change(change, &source)).collect(),
                    pages,
                });
            }
            Err(failure) => done.failures.push(failure),
        }
    }
    done
}

/// How many pages an Easy Read has, if it has pages.
#[cfg(feature = "pdf")]
fn easy_pages(format: Format, bytes: &[u8]) -> Option<usize> {
    if format == Format::EasyRead { easy_read::pages(bytes) } else { None }
}

#[cfg(not(feature = "pdf"))]
fn easy_pages(_: Format, _: &[u8]) -> Option<usize> {
    None
}

/// An Easy Read has at most so many pages (GOV.UK, 2020).
const MOST_PAGES: usize = 24;

fn write_files(output: &Output, files: Rendered<Fileset>) -> Result<Rendered<()>, Failure> {
    folders::write_ours(&output.path, &files.output).map(|()| files.map(drop))
}

fn in_format(input: &Input, format: Format, error: &plainsong::Error) -> Failure {
    Failure::new(format!("{}: {}: {error}", input.name(), format.name()))
}

/// Tells what was lost and what could not be done for a document.
fn tell(done: &Done, strict: bool, messages: &mut messages::Once) -> Outcome {
    let mut outcome = Outcome::Done;
    for note in &done.document.author_notes {
        messages::write_line(&note.line(&done.document.path, "reading"));
    }
    for finding in &done.document.worksheet {
        messages::write_line(finding);
        outcome = if strict { Outcome::Found } else { outcome };
    }
    for output in &done.document.outputs {
        if let Some(pages) = output.pages.filter(|pages| *pages > MOST_PAGES) {
            messages::write_line(&format!(
                "{}: {}: this has {pages} pages. {MOST_PAGES} are the most for Easy Read. Choose less with \"plainsong easy-read plan\", \
                 or make two documents of it.",
                done.document.path, output.format
            ));
        }
        for loss in &output.losses {
            messages::write_line(&loss.line(&done.document.path, output.format));
            if strict {
                outcome = Outcome::Found;
            }
        }
    }
    if let Some(refused) = &done.refused {
        messages.tell(&refused.message);
        outcome = Outcome::Found;
    }
    for failure in &done.failures {
        messages.tell(&failure.message);
        outcome = Outcome::Failed;
    }
    outcome
}

fn write_report(path: &Path, done: Vec<Done>) -> Result<(), Failure> {
    let documents = done
        .into_iter()
        .map(|done| Document { errors: done.refused.iter().chain(&done.failures).map(Into::into).collect(), ..done.document });
    let report = Report { documents: documents.collect() };
    let mut json = serde_json::to_string_pretty(&report)
        .map_err(|error| Failure::new(format!("{}: the report cannot be written as JSON: {error}.", path.display())))?;
    json.push('\n');
    if is_dash(path) { stdout::write(json.as_bytes()) } else { outputs::write(path, json.as_bytes()) }
}
