//! What `convert --report` writes: for each document what reading mended, and for each output what
//! was lost and what was said in other words.

use plainsong::model::Note;
use plainsong::{Change, Loss, Place, Source, Span};
use serde::Serialize;

use crate::failure::Failure;

/// The whole report.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) documents: Vec<Document>,
}

/// A document and what was made of it.
#[derive(Debug, Serialize)]
pub(crate) struct Document {
    pub(crate) path: String,
    /// What reading met and mended.
    pub(crate) notes: Vec<Entry>,
    /// Those of them that the author should look at; they are told on standard error too.
    #[serde(skip)]
    pub(crate) author_notes: Vec<Entry>,
    /// What on its Easy Read worksheet could not be used.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) worksheet: Vec<String>,
    pub(crate) outputs: Vec<Output>,
    /// What could not be done.
    pub(crate) errors: Vec<Error>,
}

impl Document {
    /// A document of which nothing is told yet.
    pub(crate) const fn of(path: String) -> Self {
        Self { path, notes: Vec::new(), author_notes: Vec::new(), worksheet: Vec::new(), outputs: Vec::new(), errors: Vec::new() }
    }
}

/// A file that was written.
#[derive(Debug, Serialize)]
pub(crate) struct Output {
    pub(crate) format: &'static str,
    /// Where it is; `-` for standard output.
    pub(crate) path: String,
    pub(crate) losses: Vec<Entry>,
    pub(crate) changes: Vec<Entry>,
    /// How many pages it has, if it is an Easy Read on paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pages: Option<usize>,
}

/// A note, a loss or a change.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    id: &'static str,
    #[serde(flatten)]
    said: Said,
    /// For a loss, the text that the output does not hold; else what the source has there.
    text: String,
    /// Where the source has it. None where the source has nothing of it.
    place: Option<Place>,
}

/// The part in which a change differs from the others.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Said {
    Message { message: String },
    Words { before: String, after: String },
}

/// Something that could not be done.
#[derive(Debug, Serialize)]
pub(crate) struct Error {
    pub(crate) message: String,
    /// The byte of the document where it went wrong, where there is one.
    pub(crate) offset: Option<usize>,
}

impl From<&Failure> for Error {
    fn from(failure: &Failure) -> Self {
        Self { message: failure.message.clone(), offset: failure.offset }
    }
}

impl Entry {
    pub(crate) fn of_note(note: &Note, source: &Source) -> Self {
        let said = Said::Message { message: note.message.clone() };
        Self { id: note.kind.id(), said, text: source.slice(note.span).to_owned(), place: Some(Place::of(note.span, source)) }
    }

    pub(crate) fn of_loss(loss: &Loss, source: &Source) -> Self {
        let said = Said::Message { message: loss.message.clone() };
        Self { id: loss.id.id(), said, text: loss.text.clone(), place: place(loss.span, source) }
    }

    pub(crate) fn of_change(change: &Change, source: &Source) -> Self {
        let said = Said::Words { before: change.before.clone(), after: change.after.clone() };
        let text = change.span.map_or("", |span| source.slice(span)).to_owned();
        Self { id: change.id.id(), said, text, place: place(change.span, source) }
    }

    /// The entry as a line for people: `NAME:LINE:COL: FORMAT: message (id)`.
    pub(crate) fn line(&self, name: &str, format: &str) -> String {
        let message = match &self.said {
            Said::Message { message } => message.clone(),
            Said::Words { before, after } => format!("\"{before}\" is now \"{after}\"."),
        };
        match self.place {
            Some(place) => format!("{name}:{}:{}: {format}: {message} ({})", place.line, place.column, self.id),
            None => format!("{name}: {format}: {message} ({})", self.id),
        }
    }
}

fn place(span: Option<Span>, source: &Source) -> Option<Place> {
    span.map(|span| Place::of(span, source))
}
