//! The worksheet beside a document.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use plainsong::Document;
use plainsong::convert::Options;
use plainsong::rewrite::easy_read::Check;
use plainsong::worksheet::{Problem, Worksheet};

use crate::failure::Failure;
use crate::inputs::Input;

/// What the name of a worksheet ends with.
pub(crate) const ENDING: &str = ".easy-read.md";

/// Where the worksheet of a document is, if there is one: `minutes.easy-read.md` beside `minutes.md`.
pub(crate) fn path(document: &Path) -> PathBuf {
    let mut name = document.file_stem().unwrap_or_default().to_owned();
    name.push(ENDING);
    document.with_file_name(name)
}

/// Reads the worksheet beside a document, and tells what of it cannot be taken as it stands. `None`, if there
/// is none.
pub(crate) fn read(input: &Input) -> Result<Option<(Worksheet, Vec<String>)>, Failure> {
    let Some(path) = input.file().map(path) else { return Ok(None) };
    let name = path.display().to_string();
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::of_system(name, "this worksheet cannot be read", &error)),
    };
    let text = String::from_utf8(bytes).map_err(|error| Failure {
        message: format!("{name}: this worksheet is not UTF-8 text. Save it as UTF-8 and try again."),
        offset: Some(error.utf8_error().valid_up_to()),
    })?;
    let (worksheet, problems) = Worksheet::read(&text).map_err(|problem| Failure::new(line(&name, &problem)))?;
    Ok(Some((worksheet, problems.iter().map(|problem| line(&name, problem)).collect())))
}

/// Gives Easy Read what the worksheet beside a document says, and tells what of it cannot be used.
pub(crate) fn apply(document: &Document, input: &Input, options: &mut Options) -> Result<Vec<String>, Failure> {
    let Some((worksheet, mut findings)) = read(input)? else { return Ok(Vec::new()) };
    let name = input.file().map(path).unwrap_or_default().display().to_string();
    let (selection, problems) = worksheet.selection(document);
    findings.extend(problems.iter().map(|problem| line(&name, problem)));
    options.easy_read_words.selection = selection;
    options.easy_read_words.check = (worksheet.check != Check::default()).then_some(worksheet.check);
    Ok(findings)
}

/// A problem as a line for people: `NAME:LINE: message`.
fn line(name: &str, problem: &Problem) -> String {
    format!("{name}:{}: {}", problem.line, problem.message)
}
