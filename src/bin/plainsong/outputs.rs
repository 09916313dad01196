//! The files that a conversion writes: what they are called, which must not be written, and writing them whole or not at all.

use std::collections::HashMap;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

use plainsong::convert::{Format, Options};
use plainsong::render::html;

use crate::failure::Failure;
use crate::inputs::Input;

/// Where outputs go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Destination<'a> {
    /// Beside each document.
    Beside,
    /// Below this folder.
    Below(&'a Path),
    /// To standard output.
    Stdout,
}

impl<'a> Destination<'a> {
    /// What `--output` means.
    pub(crate) fn of(output: Option<&'a Path>) -> Self {
        match output {
            None => Self::Beside,
            Some(dash) if dash.as_os_str() == "-" => Self::Stdout,
            Some(folder) => Self::Below(folder),
        }
    }
}

/// A file or a folder to be written.
#[derive(Debug, Clone)]
pub(crate) struct Output {
    pub(crate) format: Format,
    pub(crate) form: Form,
    pub(crate) path: PathBuf,
}

/// In what form an output is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    File,
    /// A folder of files, for a format of several.
    Folder,
}

/// The end of the name of a folder that holds a DAISY book.
const BOOK_FOLDER_ENDING: &str = ".daisy";

/// The end of the name of a folder that holds a web page in sections.
const SECTIONS_FOLDER_ENDING: &str = ".html-sections";

impl Output {
    /// What is written of a document in a format, `NAME.large-print.pdf`; what is made for a profile has its
    /// name too, `NAME.PROFILE.large-print.pdf`, so that one does not take the place of the other. Standard
    /// output holds one file.
    pub(crate) fn new(
        input: &Input,
        profile: Option<&str>,
        format: Format,
        destination: Destination<'_>,
        books: Form,
        options: &Options,
    ) -> Self {
        let has_files = format == Format::Daisy || format == Format::Html && options.html.split.is_some();
        let form = if has_files && destination != Destination::Stdout { books } else { Form::File };
        let mut name = input.path.file_stem().unwrap_or_default().to_owned();
        if let Some(profile) = profile {
            name.push(".");
            name.push(profile);
        }
        name.push(ending(format, form, options));
        let path = match destination {
            Destination::Beside => input.path.with_file_name(name),
            Destination::Below(folder) => folder.join(&input.folder).join(name),
            Destination::Stdout => PathBuf::from("-"),
        };
        Self { format, form, path }
    }

    /// The same under the name that it has once it is no draft. None, for what is never one.
    pub(crate) fn finished(&self) -> Option<Self> {
        let name = self.path.file_name()?.to_str()?.strip_suffix(self.format.file_ending())?;
        let path = self.path.with_file_name(format!("{name}{}", self.format.finished_ending()?));
        Some(Self { path, ..self.clone() })
    }
}

/// What follows the name of a document in the name of its file or folder. A fragment does not take the
/// place of the page.
fn ending(format: Format, form: Form, options: &Options) -> &'static str {
    match (format, form) {
        (Format::Html, Form::Folder) => SECTIONS_FOLDER_ENDING,
        (_, Form::Folder) => BOOK_FOLDER_ENDING,
        (Format::Html, Form::File) if options.html.split.is_some() => ".html-sections.zip",
        (Format::Html, Form::File) if options.html.form == html::Form::Fragment => ".fragment.html",
        (Format::EasyReadHtml, Form::File) if options.easy_read_words.whole_text => ".whole-text-draft.html",
        (_, Form::File) if format.is_easy_read() && options.easy_read_words.whole_text => ".whole-text-draft.pdf",
        (_, Form::File) => format.file_ending(),
    }
}

/// For each document, why none of its files may be written, if that is so: one would be written over
/// a document, or two documents would be written to one file.
pub(crate) fn refusals(inputs: &[Input], outputs: &[Vec<Output>]) -> Vec<Option<Failure>> {
    let documents: HashMap<PathBuf, &Input> = inputs.iter().map(|input| (identity(&input.path), input)).collect();
    let mut writers: HashMap<PathBuf, Vec<usize>> = HashMap::new();
    for (document, outputs) in outputs.iter().enumerate() {
        for output in outputs {
            writers.entry(identity(&output.path)).or_default().push(document);
        }
    }
    let refusal = |(document, outputs): (usize, &Vec<Output>)| {
        let name = inputs.get(document)?.name();
        outputs.iter().find_map(|output| {
            let identity = identity(&output.path);
            let path = output.path.display();
            if let Some(overwritten) = documents.get(&identity) {
                let overwritten = overwritten.name();
                return Some(Failure::new(format!(
                    "{name}: {path} would be written over the document {overwritten}, so nothing was written for {name}. \
                     Choose another folder with --output."
                )));
            }
            let other = writers.get(&identity)?.iter().find(|&&other| other != document)?;
            let other = inputs.get(*other)?.name();
            Some(Failure::new(format!(
                "{name}: {other} would be written to {path} too, so nothing was written for {name}. \
                 Convert them one at a time, each to its own folder, with --output."
            )))
        })
    };
    outputs.iter().enumerate().map(refusal).collect()
}

/// Why a report of this name must not be written to this file, if that is so.
pub(crate) fn report_refusal(name: &str, report: &Path, inputs: &[Input], outputs: &[Vec<Output>]) -> Option<Failure> {
    let report_identity = identity(report);
    let is_input = inputs.iter().any(|input| identity(&input.path) == report_identity);
    let is_output = outputs.iter().flatten().any(|output| identity(&output.path) == report_identity);
    let what = if is_input { "a document" } else { "another output" };
    (is_input || is_output)
        .then(|| Failure::new(format!("{}: the {name} would be written over {what}. Choose another name with --{name}.", report.display())))
}

/// The same for two paths that lead to one file, even where folders on the way are not there yet.
pub(crate) fn identity(path: &Path) -> PathBuf {
    if let Ok(real) = std::fs::canonicalize(path) {
        return real;
    }
    let plain = without_dots(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
    let real = |ancestor: &Path| Some(std::fs::canonicalize(ancestor).ok()?.join(plain.strip_prefix(ancestor).ok()?));
    plain.ancestors().find_map(real).unwrap_or(plain)
}

/// A path without `.` and `..`.
pub(crate) fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => plain.push(component),
        }
    }
    plain
}

/// Writes a file, and the folders it needs. It is there whole or not at all: the bytes go to a
/// temporary file beside it first. What is there and is no file, such as a pipe, is written to.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure::of_system(path.display(), "this file cannot be written", &error);
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if std::fs::metadata(&path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        let opened = std::fs::OpenOptions::new().write(true).open(&path);
        return opened.and_then(|mut file| file.write_all(bytes)).map_err(failure);
    }
    write_in(parent_made(&path)?, &path, bytes).map_err(failure)
}

/// The folder that a path lies in. It is made if it is not there.
pub(crate) fn parent_made(path: &Path) -> Result<&Path, Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| Failure::of_system(folder.display(), "this folder cannot be made", &error))?;
    Ok(folder)
}

fn write_in(folder: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut temporary = builder().tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    // Who may read a file does not change when it is written again.
    if let Ok(there) = std::fs::metadata(path) {
        temporary.as_file().set_permissions(there.permissions())?;
    }
    temporary.persist(path)?;
    Ok(())
}

pub(crate) fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plainsong-");
    // A temporary file is for its owner only; an output is for everyone whom the system's mask lets in.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
