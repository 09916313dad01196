//! `plainsong status`: which files of a pack are older than what they were made from.

use std::path::Path;

use plainsong::pack::{MANIFEST, Manifest, Since, State, sha256};
use serde::Serialize;

use crate::args::{Status, StatusFormat};
use crate::failure::Failure;
use crate::{Outcome, stdout};

/// How a pack is.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    path: String,
    /// Whether every file is up to date; none, if that cannot be told.
    current: Option<bool>,
    /// Where the document is.
    source: Option<String>,
    source_state: Since,
    /// The pictures and settings that are not as they were.
    beside_changed: Vec<&'a str>,
    /// The version of plainsong that made the pack.
    made_by: &'a str,
    files: Vec<File<'a>>,
}

#[derive(Debug, Serialize)]
struct File<'a> {
    path: &'a str,
    state: State,
}

pub(crate) fn run(arguments: &Status) -> Result<Outcome, Failure> {
    let manifest = manifest(&arguments.folder)?;
    let answer = answer(arguments, &manifest);
    match arguments.format {
        StatusFormat::Human => stdout::write(human(&answer, &manifest).as_bytes())?,
        StatusFormat::Json => stdout::write(json(&answer)?.as_bytes())?,
    }
    Ok(match answer.current {
        Some(true) => Outcome::Done,
        Some(false) => Outcome::Found,
        None => Outcome::Failed,
    })
}

fn manifest(folder: &Path) -> Result<Manifest, Failure> {
    let path = folder.join(MANIFEST);
    let bytes = std::fs::read(&path).map_err(|error| {
        let what = "the list of a pack cannot be read. Name a folder that \"plainsong pack\" wrote";
        Failure::of_system(path.display(), what, &error)
    })?;
    let manifest: Option<Manifest> = serde_json::from_slice(&bytes).ok().filter(Manifest::is_known_form);
    manifest.ok_or_else(|| {
        Failure::new(format!("{}: this is no list of a pack that this version of plainsong knows. Make the pack again.", path.display()))
    })
}

fn answer<'a>(arguments: &Status, manifest: &'a Manifest) -> Answer<'a> {
    let folder = &arguments.folder;
    let source = arguments.source.clone().or_else(|| manifest.source.path.as_ref().map(|path| folder.join(path)));
    let source_state = match source.as_deref().and_then(hash) {
        None => Since::Unknown,
        Some(now) if now == manifest.source.sha256 => Since::Unchanged,
        Some(_) => Since::Changed,
    };
    let changed = manifest.beside.iter().filter(|beside| hash(&folder.join(&beside.path)) != beside.sha256);
    let beside_changed: Vec<&str> = changed.map(|beside| beside.path.as_str()).collect();
    let since = if beside_changed.is_empty() { source_state } else { Since::Changed };
    // A manifest names files of its own folder. One that names others is not ours, and is not followed there.
    let in_folder = |path: &str| if path.contains(['/', '\\', ':']) { None } else { hash(&folder.join(path)) };
    let files: Vec<File<'_>> = manifest.states(in_folder, since).into_iter().map(|(path, state)| File { path, state }).collect();
    let is_known_bad = |file: &File<'_>| !matches!(file.state, State::UpToDate | State::Unknown);
    let current = match source_state {
        Since::Unknown => None,
        Since::Unchanged | Since::Changed => Some(since == Since::Unchanged && !files.iter().any(is_known_bad)),
    };
    let source = source.map(|source| source.display().to_string());
    Answer { path: folder.display().to_string(), current, source, source_state, beside_changed, made_by: &manifest.plainsong, files }
}

/// The SHA-256 of a file; none, if there is no file that can be read.
fn hash(path: &Path) -> Option<String> {
    // A pipe would never end.
    path.is_file().then(|| std::fs::read(path).ok()).flatten().map(|bytes| sha256(&bytes))
}

fn human(answer: &Answer<'_>, manifest: &Manifest) -> String {
    let name = &manifest.source.name;
    let mut lines = vec![match (answer.source_state, &answer.source) {
        (Since::Unchanged, _) => format!("{name} is as it was when the formats were made."),
        (Since::Changed, _) => format!("{name} has changed since the formats were made."),
        (Since::Unknown, Some(source)) => format!("{name} is not there as {source}. Say where it is with --source."),
        (Since::Unknown, None) => format!("{name} came from standard input. Say where it is with --source."),
    }];
    lines.extend(answer.beside_changed.iter().map(|path| format!("{path} has changed since the formats were made.")));
    if answer.made_by != env!("CARGO_PKG_VERSION") {
        lines.push(format!("The formats were made by plainsong {}. This is {}.", answer.made_by, env!("CARGO_PKG_VERSION")));
    }
    lines.push(String::new());
    lines.extend(answer.files.iter().map(|file| format!("{:<15}  {}", file.state.words(), file.path)));
    lines.push(String::new());
    lines.push(match answer.current {
        Some(true) => "Every file is up to date.".to_owned(),
        Some(false) => "Make the formats again with \"plainsong pack\".".to_owned(),
        None => "Nobody can tell if the formats are up to date.".to_owned(),
    });
    lines.push(String::new());
    // What a manifest from elsewhere says must not steer the terminal.
    lines.iter().map(|line| line.replace(char::is_control, " ")).collect::<Vec<_>>().join("\n")
}

fn json(answer: &Answer<'_>) -> Result<String, Failure> {
    let json = serde_json::to_string(answer).map_err(|error| Failure::new(format!("the answer cannot be written as JSON: {error}.")))?;
    Ok(json + "\n")
}
