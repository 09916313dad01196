//! `plainsong check`: what stands in a reader's way. The findings are written here and not in the
//! library, which carries neither JSON nor terminal drawing: the libraries for both come with the command only.

mod arguments;
mod baseline;
mod github;
mod human;
mod json;
mod junit;
mod mend;
mod sarif;
mod section;
mod settings;
mod verdict;
mod words;

pub(crate) use arguments::{Check, CheckFormat, joined};
pub(crate) use section::CheckSection;
pub(crate) use settings::Settings;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use plainsong::diagnostic::Diagnostic;
use plainsong::lint::{self, Known, Suppressed};
use plainsong::render::findings;
use plainsong::{Document, Source, parse};
use rayon::prelude::*;

use crate::config::{Config, Configs};
use crate::failure::Failure;
use crate::inputs::{self, Input};
use crate::stdout::Colours;
use crate::{Outcome, messages, progress, stdout};
use baseline::Baseline;
use verdict::Verdict;

/// A document and what was found in it.
struct Checked {
    name: String,
    result: Result<Findings, Failure>,
}

struct Findings {
    source: Source,
    diagnostics: Vec<Diagnostic>,
    /// What the baseline knows.
    known: Vec<Diagnostic>,
    /// What comments in the document ask to leave out.
    suppressed: Vec<Suppressed>,
}

/// A document, and how it is to be checked.
struct Job {
    input: Input,
    config: Arc<Config>,
    options: Arc<lint::Options>,
    /// Whether it is looked at once, and no other after it.
    is_only_look: bool,
}

pub(crate) fn run(arguments: &Check) -> Result<Outcome, Failure> {
    let Some(jobs) = jobs(arguments) else { return Ok(Outcome::Failed) };
    let baseline = baseline_file(arguments, &jobs).map(|path| Baseline::read(&path)).transpose()?;
    let bar = progress::bar(jobs.len());
    let do_job = |job: &Job| {
        let result = check(job, baseline.as_ref().and_then(|baseline| baseline.of(&job.input)), arguments);
        bar.inc(1);
        let (result, diff) = result.map_or_else(|failure| (Err(failure), String::new()), |(found, diff)| (Ok(found), diff));
        (Checked { name: job.input.name(), result }, diff)
    };
    let results: Vec<(Checked, String)> = match jobs.as_slice() {
        // To start threads for one document takes longer than they could save.
        [only] => vec![do_job(only)],
        jobs => jobs.par_iter().map(do_job).collect(),
    };
    bar.finish_and_clear();
    let (checked, diffs): (Vec<Checked>, Vec<String>) = results.into_iter().unzip();

    let verdict = Verdict::of(&jobs, arguments);
    let unread = verdict.tell_failures(&checked);
    if let Some(path) = &arguments.baseline.write_baseline {
        return if unread == Outcome::Failed { Ok(unread) } else { write_baseline(path, &checked) };
    }
    if arguments.mending.diff {
        stdout::write(diffs.concat().as_bytes())?;
        let mended = if diffs.iter().all(String::is_empty) { Outcome::Done } else { Outcome::Found };
        return Ok(unread.max(mended));
    }
    match arguments.format.unwrap_or_else(|| format_of_first(&jobs)) {
        CheckFormat::Human => match stdout::colours() {
            Colours::Shown => stdout::write_styled_by(|out| human::write(&checked, Colours::Shown, out))?,
            Colours::LeftOut => stdout::write_by(|out| human::write(&checked, Colours::LeftOut, out))?,
        },
        CheckFormat::Html => stdout::write(html(&checked).as_bytes())?,
        CheckFormat::Json => stdout::write_by(|out| json::write(&checked, out))?,
        CheckFormat::Sarif => stdout::write_by(|out| sarif::write(&checked, baseline.is_some(), out))?,
        CheckFormat::Github => stdout::write_by(|out| github::write(&checked, out))?,
        CheckFormat::Junit => {
            stdout::write_by(|out| junit::write(&checked, |document, finding| verdict.counts(document, finding), out))?;
        }
    }
    let outcome = unread.max(verdict.outcome(&checked));
    // The command ends here, and its memory goes all at once.
    std::mem::forget(checked);
    Ok(outcome)
}

/// The documents, and how each is to be checked; nothing, if that could not be read. Then all that is wrong
/// is told, and nothing is run: findings by other rules than somebody asked for would mislead.
fn jobs(arguments: &Check) -> Option<Vec<Job>> {
    let mut inputs = inputs::find(&arguments.inputs);
    if arguments.mending.applicability().is_some() {
        inputs = inputs::distinct(inputs);
    }
    let mut configs = Configs::default();
    let mut settings = Settings::with_flags(arguments.severity.levels());
    let mut messages = messages::Once::default();
    let mut jobs = Vec::with_capacity(inputs.len());
    let is_only_look = inputs.len() == 1 && arguments.mending.applicability().is_none();
    let mut is_complete = true;
    for input in inputs {
        let settled = configs.of(&input).and_then(|config| settings.of(&input, &config).map(|options| (config, options)));
        match settled {
            Ok((config, options)) => jobs.push(Job { input, config, options, is_only_look }),
            Err(failure) => {
                messages.tell(&failure.message);
                is_complete = false;
            }
        }
    }
    is_complete.then_some(jobs)
}

/// The file of what was found before: that of the flag, else that of the first document's settings.
fn baseline_file(arguments: &Check, jobs: &[Job]) -> Option<PathBuf> {
    if arguments.baseline.write_baseline.is_some() {
        return None;
    }
    let of_settings = || jobs.iter().find_map(|job| job.config.check.baseline.clone());
    arguments.baseline.baseline.clone().or_else(of_settings)
}

/// One run writes one format: that of the first document's settings.
fn format_of_first(jobs: &[Job]) -> CheckFormat {
    jobs.first().map_or_else(CheckFormat::default, |job| job.config.check.format)
}

/// What is to be reported of a document and, if it is to be shown, what would be mended.
fn check(job: &Job, known: Option<&Known>, arguments: &Check) -> Result<(Findings, String), Failure> {
    let source = job.input.read()?;
    let examine = |source| examine(source, job, known);
    let mut found = examine(source);
    let mut diff = String::new();
    if let Some(applicability) = arguments.mending.applicability() {
        let before = found.source.clone();
        let mended = mend::mend(found, applicability, examine);
        if arguments.mending.diff {
            diff = mend::diff(&before, &mended.left.source);
        } else {
            mend::write(&job.input, &before, &mended)?;
        }
        found = mended.left;
    }
    if arguments.every.unwrap_or(job.config.check.every) {
        found.diagnostics = lint::every_place(found.diagnostics);
        found.known = lint::every_place(found.known);
    }
    Ok((found, diff))
}

fn examine(source: Source, job: &Job, known: Option<&Known>) -> Findings {
    let document = parse(&source);
    let examined = lint::examine(&document, &source, &job.options);
    if job.is_only_look {
        // The command soon ends. To give back the memory of a large document piece by piece takes a fiftieth of the
        // whole time.
        std::mem::forget(document);
    }
    let (diagnostics, known) = match known {
        Some(known) => {
            let compared = known.compare(examined.findings, &source);
            (compared.new, compared.known)
        }
        None => (examined.findings, Vec::new()),
    };
    Findings { source, diagnostics, known, suppressed: examined.suppressed }
}

/// The web page. What could not be read is not on it, and was told.
fn html(checked: &[Checked]) -> String {
    let found: Vec<&Findings> = checked.iter().filter_map(|checked| checked.result.as_ref().ok()).collect();
    let documents: Vec<Document> = found.iter().map(|found| parse(&found.source)).collect();
    let pairs = found.iter().zip(&documents);
    let pages: Vec<findings::Checked<'_>> =
        pairs.map(|(found, document)| findings::Checked { document, source: &found.source, findings: &found.diagnostics }).collect();
    findings::render(&pages)
}

fn write_baseline(path: &Path, checked: &[Checked]) -> Result<Outcome, Failure> {
    baseline::write(path, checked)?;
    let found = checked.iter().filter_map(|checked| checked.result.as_ref().ok());
    let count: usize = found.map(|found| found.diagnostics.len()).sum();
    messages::tell(&format!("{}: {count} findings were written. Use it with --baseline.", path.display()));
    Ok(Outcome::Done)
}
