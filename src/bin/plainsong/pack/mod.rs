//! `plainsong pack`: all formats of one document, and what belongs beside them, as one folder.

mod earlier;
mod made_from;
mod verdicts;

use plainsong::convert::{Format, convert, is_draft};
use plainsong::lint::lint;
use plainsong::pack::{CheckList, FORMATS, MANIFEST, Manifest, Piece, TO_CHECK, formats_fragment};
use plainsong::render::html::Form;
use plainsong::{Document, Fileset, Source, parse};
use rayon::prelude::*;

use crate::args::{self, Pack};
use crate::check::Settings;
use crate::config::Configs;
use crate::easy_read::worksheet;
use crate::failure::Failure;
use crate::inputs::{self, Input};
use crate::outputs::{self, Destination, Output};
use crate::recipe::{Recipe, source_date_epoch};
use crate::report::Entry;
use crate::{Outcome, folders, messages, public, resources};

pub(crate) fn run(arguments: &Pack) -> Result<Outcome, Failure> {
    let fallback_date = source_date_epoch()?;
    let input = only_input(arguments)?;
    if let Some(failure) = input.failure() {
        return Err(failure.clone());
    }
    let config = Configs::default().of(&input)?;
    let rules = Settings::default().of(&input, &config)?;
    let mut recipe = Recipe::of(config, &arguments.making, fallback_date)?;
    let source = input.read()?;
    let document = parse(&source);
    if let Some(refusal) = arguments.making.public.then(|| public::refusal(&document, &source)).flatten() {
        messages::tell(&refusal);
        return Ok(Outcome::Found);
    }
    let resources = resources::of(&document, &input);
    recipe.options.set_resources(&resources);
    let findings_of_worksheet = worksheet::apply(&document, &input, &mut recipe.options)?;
    findings_of_worksheet.iter().for_each(|finding| messages::write_line(finding));
    // A pack offers whole files, whatever a content management system gets.
    (recipe.options.html.form, recipe.options.html.split) = (Form::Page, None);
    let pieces = pieces(&input, &document, &recipe, arguments)?;
    let findings = lint(&document, &source, &rules);

    let mut list = CheckList::of(&document, &source, &findings, &pieces);
    if let Ok(earlier) = std::fs::read_to_string(arguments.output.join(TO_CHECK)) {
        list.keep_ticks(&earlier);
    }
    let list = list.to_markdown();
    let mut manifest = Manifest::of(&document, &source, &pieces, &findings);
    made_from::tell(&mut manifest, &input, &recipe, &resources, &arguments.output);
    if let Some(file) = &arguments.verdicts {
        verdicts::tell(&mut manifest, file)?;
    }
    let fragment = formats_fragment(&manifest, &document, &recipe.config.contact);
    manifest.add_file(FORMATS, fragment.as_bytes());
    manifest.add_file(TO_CHECK, CheckList::without_ticks(&list).as_bytes());

    let mut files = Fileset::default();
    for piece in &pieces {
        files.add(&piece.path, piece.rendered.output.as_slice());
    }
    files.add(FORMATS, fragment);
    files.add(TO_CHECK, list);
    files.add(MANIFEST, json(&manifest)?);
    folders::write(&arguments.output, &files, earlier::other)?;
    Ok(tell(&input, &source, &document, &pieces, &recipe))
}

/// The document to pack. There is one: a pack is published with its document.
fn only_input(arguments: &Pack) -> Result<Input, Failure> {
    let given = args::Inputs { inputs: vec![arguments.input.clone()], stdin_filename: arguments.stdin_filename.clone() };
    let mut inputs = inputs::find(&given);
    match (inputs.pop(), inputs.is_empty()) {
        (Some(input), true) => Ok(input),
        _ => Err(Failure::new(format!(
            "{}: this folder holds several documents, and a pack is of one. Pack them one by one, each to a folder of its own.",
            arguments.input.display()
        ))),
    }
}

/// The formats, made side by side. Each is one file, for a page can lead to files only.
fn pieces(input: &Input, document: &Document, recipe: &Recipe, arguments: &Pack) -> Result<Vec<Piece>, Failure> {
    let profile = arguments.making.profile.as_deref();
    let piece = |format: &Format| -> Result<Piece, Failure> {
        let output = Output::new(input, profile, *format, Destination::Below(&arguments.output), outputs::Form::File, &recipe.options);
        let finished = output.finished().filter(|_| !is_draft(document, *format, &recipe.options));
        let output = finished.unwrap_or(output);
        let path = output.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if [FORMATS, MANIFEST, TO_CHECK].contains(&path.as_str()) {
            return Err(Failure::new(format!(
                "{}: a format of this document would be called {path}, which is a name that a pack needs. Rename the document.",
                input.name()
            )));
        }
        let rendered = convert(document, *format, &recipe.options)
            .map_err(|error| Failure::new(format!("{}: {}: {error}", input.name(), format.name())))?;
        Ok(Piece { format: *format, path, rendered })
    };
    recipe.formats.par_iter().map(piece).collect()
}

fn json(manifest: &Manifest) -> Result<String, Failure> {
    let json = serde_json::to_string_pretty(manifest)
        .map_err(|error| Failure::new(format!("{MANIFEST}: this cannot be written as JSON: {error}.")))?;
    Ok(json + "\n")
}

/// Tells what the author should look at and what was lost, as `convert` does.
fn tell(input: &Input, source: &Source, document: &Document, pieces: &[Piece], recipe: &Recipe) -> Outcome {
    let name = input.name();
    recipe.warning_of_paper().iter().for_each(|warning| messages::tell(warning));
    for note in document.notes.iter().filter(|note| note.kind.concerns_author()) {
        messages::write_line(&Entry::of_note(note, source).line(&name, "reading"));
    }
    let mut outcome = Outcome::Done;
    for piece in pieces {
        for loss in &piece.rendered.losses {
            messages::write_line(&Entry::of_loss(loss, source).line(&name, piece.format.name()));
            if recipe.strict {
                outcome = Outcome::Found;
            }
        }
    }
    outcome
}
