//! The closing words of every output: which document it was made from, and which version.

use crate::model::Document;

/// The heading of the closing words.
pub(super) const HEADING: &str = "About this version";

/// The closing words, a sentence each. The same in every format, so that two people with two
/// formats can tell that they hold the same version.
pub(super) fn sentences(document: &Document) -> Vec<String> {
    let date = match &document.meta.date {
        Some(date) => format!("The date of the document is {}.", date.value.in_words()),
        None => "The document does not clearly state a date.".to_owned(),
    };
    let status = match &document.meta.status {
        Some(status) => format!("The status of the document is: {}.", status.value.word()),
        None => "The document does not clearly say if it is a draft or confirmed.".to_owned(),
    };
    vec![
        format!("This version was made by computer from the file \"{}\".", document.source.file_name()),
        date,
        status,
        format!("The version code is {}. Versions with the same code were made from the same file.", document.source.hash),
    ]
}

/// The closing words in one line, for metadata.
pub(super) fn line(document: &Document) -> String {
    sentences(document).join(" ")
}
