//! The laws: what holds for every document and every format.
//!
//! They run over the fixtures. With `PLAINSONG_SHARED` set to a folder that holds `corpus/` and
//! `seeds/`, they run over those documents too, and print a line of figures.

#![allow(clippy::print_stdout, reason = "a run over many documents tells its figures")]

mod cells;
mod certain;
mod contact;
mod ear;
mod findings;
mod fixes;
mod generated;
mod hostile;
mod numbers;
mod output;
mod pages;
mod roles;
mod spans;
mod specification_examples;
mod summary;
mod twice;
mod word_law;
mod worksheet;

#[path = "../support/book.rs"]
#[allow(dead_code, reason = "the laws read the text of a book, the snapshots its way")]
mod book;
#[path = "../support/epub.rs"]
#[allow(dead_code, reason = "the laws read the text of a book")]
mod epub;
#[allow(dead_code, reason = "the laws are of words; what pictures show is looked at elsewhere")]
#[path = "../support/fixtures.rs"]
mod fixtures;
#[path = "../support/front_matter.rs"]
mod front_matter;
#[path = "../support/html.rs"]
mod html;
#[path = "../support/judges.rs"]
mod judges;
#[path = "../support/oracle.rs"]
mod oracle;
#[path = "../support/pandoc.rs"]
mod pandoc;
#[path = "../support/pdf.rs"]
#[allow(dead_code, reason = "the laws read the text of a PDF, the snapshots its tag tree")]
mod pdf;
#[path = "../support/specifications.rs"]
mod specifications;
#[path = "../support/words.rs"]
mod words;

use std::path::PathBuf;

use plainsong::Source;

/// The fixtures, and the shared documents where there are any.
fn documents() -> Vec<Source> {
    let mut documents = fixtures::fixtures();
    documents.extend(shared_documents());
    documents
}

/// The documents of `PLAINSONG_SHARED`; none, if it is not set.
fn shared_documents() -> Vec<Source> {
    let Some(root) = std::env::var_os("PLAINSONG_SHARED").map(PathBuf::from) else { return Vec::new() };
    let folders = ["seeds", "corpus/pool", "corpus/dev", "corpus/pandoc"];
    let files = folders.iter().flat_map(|folder| fixtures::files_in(&root.join(folder)));
    let is_document = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "md" || ending == "txt");
    files.filter(is_document).map(|file| fixtures::read(&file, &root)).collect()
}

/// Fails with every complaint, a document at a time.
fn no_complaints(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} complaints:\n\n{}\n", complaints.len(), complaints.join("\n\n"));
}
