//! Footnotes. A note follows the part of the section that refers to it first: a listener need not
//! wait for it until the end of the book.

use crate::model::{Block, Label, Origin};
use crate::render::footnotes::{Footnote, Footnotes};
use crate::render::losses;

use super::{Book, Group, Id, What};

/// The footnotes of a document, and which of them have been written.
pub(super) struct Notes<'a> {
    notes: Footnotes<'a>,
    written: Vec<bool>,
    /// Notes that have been referred to and are still to be written, by number.
    due: Vec<usize>,
}

impl<'a> Notes<'a> {
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let notes = Footnotes::of(blocks);
        let written = vec![false; notes.count()];
        Self { notes, written, due: Vec::new() }
    }

    /// Whether there is a note of this name.
    pub(super) fn has(&self, label: &str) -> bool {
        self.notes.number(label).is_some()
    }

    /// The number of the note that a reference means. The note is due.
    fn refer(&mut self, label: &str) -> Option<usize> {
        let number = self.notes.number(label)?;
        if self.written.get(number - 1) == Some(&false) {
            self.due.push(number);
        }
        Some(number)
    }

    /// The note of this number, if it has not been written. It counts as written.
    fn take(&mut self, number: usize) -> Option<Footnote<'a>> {
        let written = self.written.get_mut(number.checked_sub(1)?)?;
        if std::mem::replace(written, true) { None } else { self.notes.get(number) }
    }
}

impl<'a> Book<'a> {
    /// Writes a reference to a note, or the label alone if there is no such note.
    pub(super) fn reference(&mut self, label: &str, origin: Origin) {
        // Without brackets the mark runs into the word before it: "2024" and note 1 are not "20241".
        let mark = format!("[{label}]");
        match self.notes.refer(label) {
            Some(number) => {
                self.references_written += 1;
                let id = Id::new("noteref", self.references_written);
                let note = Id::new("note", number);
                let attributes = [("idref", &*format!("#{note}")), ("class", "footnote")];
                self.spoken_as("noteref", id, &attributes, What::NoteReference(note), |book| book.xml.text(&mark, origin));
            }
            None => {
                self.element("span", &[("class", "noteref")], |book| book.xml.text(&mark, origin));
                self.xml.losses.push(losses::footnote_missing(label, origin.span()));
            }
        }
    }

    /// Writes the notes that are due, and those that they refer to.
    pub(super) fn notes_due(&mut self) {
        while !self.notes.due.is_empty() {
            for number in std::mem::take(&mut self.notes.due) {
                self.note(number);
            }
        }
    }

    /// Writes the notes that no text refers to, so that none is lost.
    pub(super) fn notes_without_reference(&mut self) {
        for number in 1..=self.notes.notes.count() {
            self.note(number);
            self.notes_due();
        }
    }

    fn note(&mut self, number: usize) {
        let Some(note) = self.notes.take(number) else { return };
        let label = Label { text: note.label.to_owned(), origin: note.origin };
        self.in_language(note.language, |book| {
            book.group(
                "note",
                Id::new("note", number),
                &[("class", "footnote")],
                || Group::Note,
                |book| {
                    book.blocks_after(Some(&label), note.blocks);
                },
            );
        });
        self.xml.new_line();
    }
}
