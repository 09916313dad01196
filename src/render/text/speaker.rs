//! The one who reads the document out: the whole of it, and a passage with its notes.

use std::collections::VecDeque;

use crate::model::{BlockKind, Document, Inline, Label, Level};
use crate::outcome::Loss;
use crate::render::footnotes::Footnote;
use crate::render::{Contact, colophon, contact, losses, wording};
use crate::source::Span;
use crate::text::sentences;

use super::clean;
use super::emphasis::Emphasis;
use super::inlines::Words;
use super::notes::{Call, Found, Notes};
use super::script::{Kind, Utterance, end_sentence, in_one_line};
use super::{Headings, Options};
use crate::render::announcements::{Announcement, Announcements};

/// The words of a run.
pub(super) struct Passage {
    pub text: String,
    /// How many bytes of them are announced before the first word.
    pub opening: usize,
}

/// The one who reads the document out.
pub(super) struct Speaker<'a> {
    /// What has been said.
    pub script: Vec<Utterance>,
    /// What could not be said.
    pub losses: Vec<Loss>,
    /// How things are said.
    pub options: &'a Options,
    /// How many lists are open.
    pub list_depth: usize,
    announcements: &'a Announcements,
    /// The furthest byte that a passage announced within a cell may reach.
    pub reach: usize,
    emphasis: Emphasis,
    notes: Notes<'a>,
    /// While set, notes wait here, so that no note is said inside another or inside a heading.
    waiting: Option<Vec<Call<'a>>>,
}

impl<'a> Speaker<'a> {
    /// A speaker who has read the document and said nothing.
    pub(super) fn new(document: &'a Document, announcements: &'a Announcements, options: &'a Options) -> Self {
        Self {
            script: Vec::new(),
            losses: Vec::new(),
            options,
            list_depth: 0,
            announcements,
            reach: usize::MAX,
            emphasis: Emphasis::of(document),
            notes: Notes::of(&document.blocks),
            waiting: None,
        }
    }

    /// Says the whole document, from its title to the closing words.
    pub(super) fn document(&mut self, document: &'a Document, contact: &Contact) {
        let is_title = |kind: &BlockKind| matches!(kind, BlockKind::Heading { level: Level::ONE, .. });
        if !document.blocks.iter().any(|block| is_title(&block.kind)) {
            self.heading(Level::ONE, document.title());
        }
        self.blocks(&document.blocks);
        self.notes_without_reference();
        if !document.acronyms.is_empty() {
            self.heading(Level::TWO, wording::SHORT_FORMS);
            for acronym in &document.acronyms {
                self.own_words(Kind::Continued, &format!("{}: {}", acronym.short, acronym.long));
            }
        }
        let other_formats = contact.lines(document);
        if !other_formats.is_empty() {
            self.heading(Level::TWO, contact::HEADING);
            for line in other_formats {
                self.own_words(Kind::Continued, &line);
            }
        }
        self.heading(Level::TWO, colophon::HEADING);
        self.own_words(Kind::Paragraph, &colophon::sentences(document).join(" "));
    }

    /// Says a heading that the document itself does not have.
    fn heading(&mut self, level: Level, words: &str) {
        let announcement = self.heading_announcement(level);
        self.own_words(Kind::Heading, &format!("{announcement}{words}"));
    }

    /// What is said before the words of a heading.
    pub(super) fn heading_announcement(&self, level: Level) -> String {
        match self.options.headings {
            Headings::Announced => format!("Heading level {}: ", level.number()),
            Headings::Plain => String::new(),
        }
    }

    /// The announcements that stand in a part of the source.
    pub(super) fn announced_in(&self, span: Span) -> &'a [Announcement] {
        self.announcements.between(span)
    }

    /// Says words that come from no place in the document.
    pub(super) fn own_words(&mut self, kind: Kind, words: &str) {
        let mut text = String::with_capacity(words.len());
        clean::append(&mut text, words);
        self.utter(kind, text);
    }

    /// Says a text that is clean.
    pub(super) fn utter(&mut self, kind: Kind, text: impl Into<String>) {
        self.script.push(Utterance { text: text.into(), kind, opening: 0 });
    }

    /// The words of a run, each note after the sentence that refers to it.
    pub(super) fn passage(&mut self, content: &'a [Inline]) -> String {
        self.passage_after(None, content).text
    }

    /// The words of a run that has a printed label before it.
    pub(super) fn passage_after(&mut self, label: Option<&Label>, content: &'a [Inline]) -> Passage {
        let mut words = Words::of(content, self.announcements.within(label, content), self.reach, self.emphasis);
        self.losses.append(&mut words.losses);
        let opening = words.opening;
        if words.calls.is_empty() {
            return Passage { text: words.text, opening };
        }
        let text = match &mut self.waiting {
            Some(waiting) => {
                waiting.append(&mut words.calls);
                words.text
            }
            None => self.with_notes(&words.text, words.calls),
        };
        Passage { text, opening }
    }

    fn with_notes(&mut self, text: &str, calls: Vec<Call<'a>>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        let mut calls = calls.into_iter().peekable();
        for end in sentences(text).into_iter().map(|sentence| sentence.end).chain([text.len()]) {
            let mut due = Vec::new();
            while let Some(call) = calls.next_if(|call| call.at <= end) {
                due.push(call);
            }
            if !due.is_empty() {
                out.push_str(text.get(from..end).unwrap_or_default());
                from = end;
                self.add_notes(due, &mut out);
            }
        }
        out.push_str(text.get(from..).unwrap_or_default());
        out
    }

    /// Does something while notes wait. The notes that waited are returned with its result.
    pub(super) fn without_notes<T>(&mut self, say: impl FnOnce(&mut Self) -> T) -> (T, Vec<Call<'a>>) {
        let before = self.waiting.replace(Vec::new());
        let result = say(self);
        let waited = std::mem::replace(&mut self.waiting, before);
        (result, waited.unwrap_or_default())
    }

    /// Says the notes that waited, in a line of their own.
    pub(super) fn say_notes(&mut self, kind: Kind, mut calls: Vec<Call<'a>>) {
        if let Some(waiting) = &mut self.waiting {
            waiting.append(&mut calls);
        } else if !calls.is_empty() {
            let mut text = String::new();
            self.add_notes(calls, &mut text);
            self.utter(kind, text);
        }
    }

    /// Adds the notes that are called, and after them the notes that those call.
    fn add_notes(&mut self, calls: Vec<Call<'a>>, out: &mut String) {
        let mut due = VecDeque::from(calls);
        while let Some(call) = due.pop_front() {
            if !out.is_empty() {
                end_sentence(out);
                out.push(' ');
            }
            let mut label = String::new();
            clean::append(&mut label, call.label);
            match self.notes.call(call.label) {
                Found::New(blocks) => {
                    let (script, inner) = self.without_notes(|speaker| speaker.apart(|speaker| speaker.blocks(blocks)));
                    out.push_str(&note(&label, &script));
                    due.extend(inner);
                }
                Found::Said => out.push_str(&format!("Note {label} is above.")),
                Found::Missing => {
                    out.push_str(&format!("Note {label} is missing."));
                    self.losses.push(losses::footnote_missing(call.label, call.span));
                }
            }
        }
    }

    /// Says the notes that no text refers to, so that none is lost.
    fn notes_without_reference(&mut self) {
        let mut number = 0;
        let mut announced = false;
        while let Some(Footnote { label, blocks, .. }) = self.notes.next_unsaid(&mut number) {
            if !announced {
                self.utter(Kind::Paragraph, "Notes that the text does not refer to:");
                announced = true;
            }
            let (script, inner) = self.without_notes(|speaker| speaker.apart(|speaker| speaker.blocks(blocks)));
            self.own_words(Kind::Paragraph, &note(label, &script));
            self.say_notes(Kind::Paragraph, inner);
        }
    }

    /// What is said meanwhile, apart from the script.
    pub(super) fn apart(&mut self, say: impl FnOnce(&mut Self)) -> Vec<Utterance> {
        let script = std::mem::take(&mut self.script);
        let depth = std::mem::take(&mut self.list_depth);
        say(self);
        self.list_depth = depth;
        std::mem::replace(&mut self.script, script)
    }
}

fn note(label: &str, script: &[Utterance]) -> String {
    let mut text = format!("Note {label}: {}", in_one_line(script));
    end_sentence(&mut text);
    text.push_str(" End of note.");
    text
}
