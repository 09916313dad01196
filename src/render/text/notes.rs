//! Footnotes, said at their first reference.

use crate::model::Block;
use crate::render::footnotes::{Footnote, Footnotes};
use crate::source::Span;

/// The footnotes of a document, and which of them have been said.
pub(super) struct Notes<'a> {
    notes: Footnotes<'a>,
    said: Vec<bool>,
}

/// A reference to a note, met in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Call<'a> {
    /// The label it names.
    pub label: &'a str,
    /// The byte of the text that it stands before.
    pub at: usize,
    /// Where the source has it.
    pub span: Option<Span>,
}

/// What a reference finds.
pub(super) enum Found<'a> {
    /// A note that has not been said.
    New(&'a [Block]),
    /// A note that has.
    Said,
    /// Nothing.
    Missing,
}

impl<'a> Notes<'a> {
    /// The notes among these blocks, none of them said.
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let notes = Footnotes::of(blocks);
        let said = vec![false; notes.count()];
        Self { notes, said }
    }

    /// What a reference to this label finds. A note that is found counts as said.
    pub(super) fn call(&mut self, label: &str) -> Found<'a> {
        match self.notes.number(label) {
            None => Found::Missing,
            Some(number) => self.say(number).map_or(Found::Said, |note| Found::New(note.blocks)),
        }
    }

    /// The next note that nothing has said, after this number. It counts as said.
    pub(super) fn next_unsaid(&mut self, after: &mut usize) -> Option<Footnote<'a>> {
        while *after < self.notes.count() {
            *after += 1;
            if let Some(note) = self.say(*after) {
                return Some(note);
            }
        }
        None
    }

    /// The note of this number, if it has not been said.
    fn say(&mut self, number: usize) -> Option<Footnote<'a>> {
        let said = self.said.get_mut(number.checked_sub(1)?)?;
        if std::mem::replace(said, true) { None } else { self.notes.get(number) }
    }
}
