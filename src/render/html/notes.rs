//! Footnotes, with the way from each mark to its note and back.

use super::markup::Attributes;
use super::writer::{Medium, Writer};
use crate::model::{Block, Label, Origin};
use crate::render::footnotes::Footnotes;
use crate::render::{losses, wording};

/// The footnotes of a document, and what has been written of them.
pub(super) struct Notes<'a> {
    all: Footnotes<'a>,
    written: Vec<Written>,
    /// Notes that have been referred to and are still to be written, by number.
    due: Vec<usize>,
}

/// What has been written of a note.
#[derive(Debug, Clone, Copy, Default)]
struct Written {
    /// The file that the note stands in, once it is due.
    file: Option<usize>,
    is_written: bool,
    /// How many marks refer to it.
    references: usize,
}

/// A note has the way back to so many of its marks. A reader who came from a later one has the way
/// back of the browser.
const WAYS_BACK: usize = 9;

impl<'a> Notes<'a> {
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let all = Footnotes::of(blocks);
        let written = vec![Written::default(); all.count()];
        Self { all, written, due: Vec::new() }
    }

    /// Notes the mark of a note in a file: the number of the note, which mark of it this is, and the
    /// file that the note stands in.
    fn refer(&mut self, label: &str, file: usize) -> Option<(usize, usize, usize)> {
        let number = self.all.number(label)?;
        let written = self.written.get_mut(number.checked_sub(1)?)?;
        written.references += 1;
        if written.file.is_none() {
            self.due.push(number);
        }
        Some((number, written.references, *written.file.get_or_insert(file)))
    }

    /// Every note that no mark refers to is due.
    fn all_due(&mut self) {
        let unmarked = self.written.iter().enumerate().filter(|(_, note)| !note.is_written && note.file.is_none());
        let mut unmarked: Vec<usize> = unmarked.map(|(index, _)| index + 1).collect();
        self.due.append(&mut unmarked);
    }
}

/// The id of a note.
fn note_id(number: usize) -> String {
    format!("note-{number}")
}

/// The id of a mark of a note.
fn reference_id(number: usize, which: usize) -> String {
    if which == 1 { format!("ref-{number}") } else { format!("ref-{number}-{which}") }
}

/// The mark of a note. Without brackets it runs into the word before it: "2024" and note 1 are not "20241".
fn mark(label: &str) -> String {
    format!("[{label}]")
}

impl Writer<'_> {
    /// Writes the mark of a note, or the label alone if there is no such note.
    pub(super) fn note_reference(&mut self, label: &str, origin: Origin) {
        let mark = mark(label);
        let Some((number, which, file)) = self.notes.refer(label, self.places.file()) else {
            self.element("sup", &[], |writer| writer.text(&mark, origin));
            self.losses.push(losses::footnote_missing(label, origin.span()));
            return;
        };
        let address = (!self.in_link).then(|| self.places.address_in(file, &note_id(number)));
        let id = self.id(reference_id(number, which));
        self.element("sup", &[], |writer| match address {
            Some(address) => {
                let attributes: Attributes<'_> = &[
                    ("id", Some(&id)),
                    ("href", Some(&address)),
                    ("role", Some("doc-noteref")),
                    ("epub:type", writer.medium.of_book("noteref")),
                    ("class", Some("note-mark")),
                ];
                writer.element("a", attributes, |writer| writer.text(&mark, origin));
            }
            None => writer.element("span", &[("id", Some(&id))], |writer| writer.text(&mark, origin)),
        });
    }

    /// Writes the notes that are due, under a heading if that is wanted.
    pub(in crate::render) fn notes_due(&mut self, heading: NotesHeading) {
        if self.notes.due.is_empty() {
            return;
        }
        let attributes: Attributes<'_> =
            &[("class", Some("notes")), ("role", Some("doc-endnotes")), ("aria-labelledby", Some("page-notes"))];
        match heading {
            NotesHeading::Level(level) if self.medium == Medium::Page => self.element_on_lines("section", attributes, |writer| {
                writer.in_own_language(|writer| writer.own_heading(level, "page-notes", wording::NOTES));
                writer.each_note_due();
            }),
            NotesHeading::Level(level) => {
                self.in_own_language(|writer| writer.own_heading(level, "page-notes", wording::NOTES));
                self.each_note_due();
            }
            NotesHeading::None => self.each_note_due(),
        }
    }

    /// Every note that no mark refers to is due, so that none is lost.
    pub(in crate::render) fn notes_without_reference(&mut self) {
        self.notes.all_due();
    }

    fn each_note_due(&mut self) {
        // What a note says may refer to another.
        while !self.notes.due.is_empty() {
            for number in std::mem::take(&mut self.notes.due) {
                self.note(number);
            }
        }
    }

    fn note(&mut self, number: usize) {
        let Some(written) = number.checked_sub(1).and_then(|index| self.notes.written.get_mut(index)) else { return };
        if std::mem::replace(&mut written.is_written, true) {
            return;
        }
        written.file = Some(self.places.file());
        let references = written.references;
        let Some(note) = self.notes.all.get(number) else { return };
        let label = Label { text: mark(note.label), origin: note.origin };
        let id = self.id(note_id(number)).into_owned();
        let name = if self.medium == Medium::Book { "aside" } else { "div" };
        let attributes: Attributes<'_> =
            &[("class", Some("note")), ("role", Some("doc-footnote")), ("epub:type", self.medium.of_book("footnote"))];
        self.in_language(note.language, |writer| {
            writer.name_next(Some(id));
            writer.element_on_lines(name, attributes, |writer| {
                writer.blocks_after(&label, note.blocks);
                writer.ways_back(number, note.label, references);
            });
        });
    }

    /// Writes the ways from a note back to its marks.
    fn ways_back(&mut self, number: usize, label: &str, references: usize) {
        if references == 0 {
            return;
        }
        self.in_own_language(|writer| {
            writer.block_element("p", &[("class", Some("ways-back"))], |writer| {
                for which in 1..=references.min(WAYS_BACK) {
                    let address = writer.places.address_here(&reference_id(number, which));
                    if which > 1 {
                        writer.own_words(" ");
                    }
                    let attributes: Attributes<'_> = &[("href", Some(&address)), ("role", Some("doc-backlink"))];
                    writer.element("a", attributes, |writer| {
                        writer.own_words("Back to [");
                        writer.own_words(label);
                        writer.own_words("] in the text");
                        if which > 1 {
                            writer.own_words(&format!(", place {which}"));
                        }
                    });
                }
            });
        });
    }
}

/// Whether the notes of a part of a document stand under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum NotesHeading {
    /// One of this level of the document.
    Level(u8),
    /// None.
    None,
}
