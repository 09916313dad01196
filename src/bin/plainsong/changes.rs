//! What `convert --changes` writes: every change, as JSON or as a page that shows them side by side.

use std::path::Path;

use plainsong::convert::{self, Format, easy_read_words};
use plainsong::lint::{self, Level, lint};
use plainsong::model::Certainty;
use plainsong::render::html;
use plainsong::rewrite::easy_read::{FLAGGED_RULES, Flag, certainty, compare, comparison_page, flagged};
use plainsong::{Change, Document, Place, Source};
use serde::Serialize;

use crate::failure::Failure;
use crate::outputs;

/// In what form the changes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Json,
    Page,
}

impl Form {
    /// The form that the name of a file asks for.
    pub(crate) fn of(path: &Path) -> Result<Self, Failure> {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("json") => Ok(Self::Json),
            Some("html" | "htm") => Ok(Self::Page),
            _ => Err(Failure::new(format!("{}: give --changes a file whose name ends with .json or .html.", path.display()))),
        }
    }
}

/// The changes of a document in a format.
#[derive(Debug, Serialize)]
pub(crate) struct Changes {
    document: String,
    format: &'static str,
    changes: Vec<Entry>,
    /// What a person has to look at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    flags: Vec<FlagEntry>,
    /// The page that shows them, if one is asked for.
    #[serde(skip)]
    page: Option<Document>,
}

#[derive(Debug, Serialize)]
struct Entry {
    rule: &'static str,
    why: &'static str,
    before: String,
    after: String,
    certainty: Certainty,
    /// Where the source has it. None where the source has nothing of it.
    place: Option<Place>,
}

#[derive(Debug, Serialize)]
struct FlagEntry {
    kind: &'static str,
    words: String,
    advice: &'static str,
    place: Option<Place>,
}

/// What a person has to look at in an Easy Read: what the engine left, and what the linter finds in the source.
pub(crate) fn flags(document: &Document, source: &Source, format: Format, options: &convert::Options) -> Vec<Flag> {
    if !format.is_easy_read() {
        return Vec::new();
    }
    let mut rules = lint::Options::default();
    for rule in lint::rules().filter(|rule| !FLAGGED_RULES.contains(&rule.name)) {
        rules.levels.set(rule, Level::Off);
    }
    let mut flags = easy_read_words(document, format, options).flags;
    flags.extend(flagged(&lint(document, source, &rules), source));
    flags.sort_by_key(|flag| flag.span);
    flags
}

impl Changes {
    pub(crate) fn of(document: &Document, source: &Source, format: &'static str, changes: &[Change], flags: &[Flag], form: Form) -> Self {
        let entry = |change: &Change| Entry {
            rule: change.id.id(),
            why: change.id.why(),
            before: change.before.clone(),
            after: change.after.clone(),
            certainty: certainty(change.id),
            place: change.span.map(|span| Place::of(span, source)),
        };
        let flag_entry = |flag: &Flag| FlagEntry {
            kind: flag.id.id(),
            words: flag.text.clone(),
            advice: flag.id.advice(),
            place: flag.span.map(|span| Place::of(span, source)),
        };
        Self {
            document: source.name().to_owned(),
            format,
            changes: changes.iter().map(entry).collect(),
            flags: flags.iter().map(flag_entry).collect(),
            page: (form == Form::Page).then(|| comparison_page(document, &compare(document, changes), flags)),
        }
    }
}

/// Writes the changes of all documents. A page shows those of one.
pub(crate) fn write(path: &Path, form: Form, all: &[Changes]) -> Result<(), Failure> {
    let name = path.display();
    let text = match form {
        Form::Json => {
            let json = serde_json::to_string_pretty(all)
                .map_err(|error| Failure::new(format!("{name}: the changes cannot be written as JSON: {error}.")))?;
            json + "\n"
        }
        Form::Page => {
            let [Changes { page: Some(page), .. }] = all else {
                return Err(Failure::new(format!(
                    "{name}: a page shows the changes of one document in one format. Name one document, and one format with --to; \
                     or ask for all as JSON."
                )));
            };
            html::render(page, &html::Options::default()).output
        }
    };
    outputs::write(path, text.as_bytes())
}
