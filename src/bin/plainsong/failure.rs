//! Something that could not be done, said to a person.

use std::fmt::Display;
use std::io::{Error, ErrorKind};

use plainsong::Error as LibraryError;

/// Something that could not be done: what, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The sentences.
    pub(crate) message: String,
    /// The byte of the document where it went wrong, where there is one.
    pub(crate) offset: Option<usize>,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), offset: None }
    }

    /// Something that the system refused, about a file or folder: `what` is what could not be done.
    pub(crate) fn of_system(name: impl Display, what: &str, error: &Error) -> Self {
        Self::new(format!("{name}: {what}. {}", reason(error)))
    }
}

impl From<LibraryError> for Failure {
    fn from(error: LibraryError) -> Self {
        let offset = if let LibraryError::NotUtf8 { offset, .. } = error { Some(offset) } else { None };
        Self { message: error.to_string(), offset }
    }
}

fn reason(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "There is no file or folder of this name.".to_owned(),
        ErrorKind::PermissionDenied => "You do not have permission. Change the permissions or choose another place.".to_owned(),
        ErrorKind::IsADirectory => "It is a folder, not a file.".to_owned(),
        ErrorKind::NotADirectory => "A part of this path is a file, not a folder.".to_owned(),
        ErrorKind::AlreadyExists => "There is already a file of this name where a folder is needed.".to_owned(),
        ErrorKind::StorageFull => "The disk is full.".to_owned(),
        _ => format!("The system says: {error}."),
    }
}
