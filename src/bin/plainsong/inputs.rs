//! The documents that a command works on.

use std::collections::HashSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use plainsong::Source;
use walkdir::WalkDir;

use crate::args;
use crate::easy_read::worksheet;
use crate::failure::Failure;
use crate::outputs::identity;

/// A document to work on.
#[derive(Debug)]
pub(crate) struct Input {
    /// The path as given; for a document of a folder, the folder as given and the way to the document.
    pub(crate) path: PathBuf,
    /// The folder of the document below the folder that was given; empty for a file.
    pub(crate) folder: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    File,
    Stdin,
    /// What was given holds no document that can be read.
    Nothing(Failure),
}

impl Input {
    /// The name that messages use.
    pub(crate) fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The path, if the document is a file.
    pub(crate) fn file(&self) -> Option<&Path> {
        matches!(self.kind, Kind::File).then_some(&self.path)
    }

    /// Why there is no document here, if that is so.
    pub(crate) fn failure(&self) -> Option<&Failure> {
        if let Kind::Nothing(failure) = &self.kind { Some(failure) } else { None }
    }

    /// Reads the document.
    pub(crate) fn read(&self) -> Result<Source, Failure> {
        let bytes = match &self.kind {
            Kind::File => std::fs::read(&self.path),
            Kind::Stdin => {
                let mut bytes = Vec::new();
                std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            Kind::Nothing(failure) => return Err(failure.clone()),
        };
        let bytes = bytes.map_err(|error| Failure::of_system(self.path.display(), "this document cannot be read", &error))?;
        Ok(Source::from_bytes(self.name(), bytes)?)
    }
}

/// The documents, in the order given; those of a folder in the order of their names.
pub(crate) fn find(given: &args::Inputs) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut stdin_taken = false;
    for path in &given.inputs {
        if path.as_os_str() == "-" {
            let kind = if stdin_taken { Kind::Nothing(Failure::new("-: standard input can be read only once.")) } else { Kind::Stdin };
            inputs.push(Input { path: given.stdin_filename.clone(), folder: PathBuf::new(), kind });
            stdin_taken = true;
        } else if path.is_dir() {
            inputs.extend(in_folder(path));
        } else {
            inputs.push(Input { path: path.clone(), folder: PathBuf::new(), kind: Kind::File });
        }
    }
    inputs
}

/// The same documents, each file once: one named beside its folder is still one document.
pub(crate) fn distinct(inputs: Vec<Input>) -> Vec<Input> {
    let mut seen = HashSet::new();
    inputs.into_iter().filter(|input| input.file().is_none_or(|file| seen.insert(identity(file)))).collect()
}

fn in_folder(root: &Path) -> Vec<Input> {
    let mut inputs = Vec::new();
    for entry in WalkDir::new(root).sort_by_file_name() {
        match entry {
            Ok(entry) if is_markdown(entry.path()) && entry.path().is_file() && !is_worksheet(entry.path()) => {
                let folder = entry.path().strip_prefix(root).ok().and_then(Path::parent).unwrap_or(Path::new(""));
                inputs.push(Input { path: entry.path().to_owned(), folder: folder.to_owned(), kind: Kind::File });
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let failure = Failure::of_system(path.display(), "this folder cannot be read", &error.into());
                inputs.push(Input { path, folder: PathBuf::new(), kind: Kind::Nothing(failure) });
            }
        }
    }
    if inputs.is_empty() {
        let message = format!("{}: there is no *.md or *.markdown file in this folder or below it.", root.display());
        inputs.push(Input { path: root.to_owned(), folder: PathBuf::new(), kind: Kind::Nothing(Failure::new(message)) });
    }
    inputs
}

/// Whether a file is the worksheet of a document beside it.
fn is_worksheet(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let document = name.strip_suffix(worksheet::ENDING).filter(|stem| !stem.is_empty());
    document.is_some_and(|stem| ["md", "markdown"].iter().any(|ending| path.with_file_name(format!("{stem}.{ending}")).is_file()))
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"))
}
