//! The footnotes that a document holds. A cell is read on its own, and a reference in it is one only
//! if the note is somewhere in the document.

use std::collections::{BTreeSet, HashSet};

use crate::source::Source;

/// The labels of the footnotes.
#[derive(Debug, Default)]
pub(in crate::read) struct Notes<'a> {
    labels: HashSet<&'a str>,
}

impl<'a> Notes<'a> {
    /// The notes of a document: lines that begin with `[^label]:`.
    pub(in crate::read) fn of(source: &'a Source) -> Self {
        let label = |line: &'a str| line.trim_start().strip_prefix("[^")?.split_once("]:").map(|(label, _)| label);
        Self { labels: source.text().lines().filter_map(label).collect() }
    }

    /// The labels among them that a text refers to.
    pub(in crate::read) fn referred_to(&self, text: &str) -> BTreeSet<&'a str> {
        let labels = text.split("[^").skip(1).filter_map(|rest| rest.split_once(']'));
        labels.filter_map(|(label, _)| self.labels.get(label).copied()).collect()
    }
}
