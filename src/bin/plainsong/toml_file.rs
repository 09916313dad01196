//! Reading TOML that people write, and saying what is wrong with it in their words.

use std::path::Path;

use plainsong::Error as LibraryError;
use serde::de::DeserializeOwned;

use crate::config::short;
use crate::failure::Failure;

/// The text of a file.
pub(crate) fn text(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| Failure {
        message: format!("{name}: this file is not UTF-8 text. Save it as UTF-8 and try again."),
        offset: Some(error.utf8_error().valid_up_to()),
    })
}

/// The name and the text of a file; `problem` is what to say if it cannot be read.
pub(crate) fn open(path: &Path, problem: &str) -> Result<(String, String), Failure> {
    let name = short(path);
    let bytes = std::fs::read(path).map_err(|error| Failure::of_system(&name, problem, &error))?;
    let text = text(&name, bytes)?;
    Ok((name, text))
}

/// What a TOML text says.
pub(crate) fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Failure> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1);
        mistake(name, line, error.message())
    })
}

/// What the library says of a list, in the same words as what is said of other files.
pub(crate) fn of_library(error: LibraryError) -> Failure {
    match error {
        LibraryError::Lexicon { name, line, problem } => mistake(&name, line, &problem),
        other => other.into(),
    }
}

fn mistake(name: &str, line: Option<usize>, message: &str) -> Failure {
    let place = line.map_or(name.to_owned(), |line| format!("{name}:{line}"));
    Failure::new(format!("{place}: {}", sentence(message)))
}

/// What is wrong, in a sentence.
fn sentence(message: &str) -> String {
    unknown_name(message, "unknown field ", "key")
        .or_else(|| unknown_name(message, "unknown variant ", "value"))
        .or_else(|| missing_key(message))
        .or_else(|| wrong_kind(message))
        .unwrap_or_else(|| format!("{}.", message.trim_end_matches('.')))
}

/// The sentence for a name that does not belong here, from what serde says of it: "unknown field `strct`, expected `to` or `strict`".
fn unknown_name(message: &str, start: &str, what: &str) -> Option<String> {
    let mut quoted = message.strip_prefix(start)?.split('`').skip(1).step_by(2);
    let name = quoted.next()?;
    let known: Vec<&str> = quoted.collect();
    Some(match nearest(name, &known) {
        Some(nearest) => format!("there is no {what} \"{name}\" here. Do you mean \"{nearest}\"?"),
        None if known.is_empty() => format!("there is no {what} \"{name}\" here. This section has no {what}s."),
        None => format!("there is no {what} \"{name}\" here. The {what}s are: {}.", known.join(", ")),
    })
}

/// The sentence for a key that is not there, from what serde says of it: "missing field `term`".
fn missing_key(message: &str) -> Option<String> {
    let key = message.strip_prefix("missing field `")?.strip_suffix('`')?;
    Some(format!("the key \"{key}\" is missing here. Add it."))
}

/// The sentence for a value of another kind, from what serde says of it: "invalid type: string "big", expected f32".
fn wrong_kind(message: &str) -> Option<String> {
    let (_, expected) = message.strip_prefix("invalid type: ")?.rsplit_once(", expected ")?;
    let needed = match expected {
        "a boolean" => "true or false",
        "a string" => "words in quotes",
        "a sequence" => "a list in square brackets",
        "f32" | "f64" | "u8" | "u16" | "u32" | "usize" => "a number without quotes",
        _ if expected.starts_with("struct") => "a section of its own, with its name in square brackets",
        other => other,
    };
    Some(format!("this value is of the wrong kind. It must be {needed}."))
}

/// The name that is most like this one, if any is like it.
pub(crate) fn nearest<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    let likeness = |known: &&str| strsim::jaro_winkler(name, known);
    names.iter().copied().filter(|known| likeness(known) > 0.7).max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
}
