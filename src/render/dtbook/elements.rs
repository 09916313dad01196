//! Elements: plain ones, those that a player speaks, and groups that a listener can leave.

use crate::model::{Lang, Origin};

use super::{Book, Group, Id, What};

impl<'a> Book<'a> {
    /// Writes an element and what is in it.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) {
        let language = self.next_language.take().map(|language| ("xml:lang", language.tag()));
        let id = self.next_id.take();
        let id = id.as_deref().map(|id| ("id", id));
        if id.is_none() && language.is_none() {
            self.xml.open(name, attributes);
        } else {
            self.xml.open(name, &[attributes, id.as_slice(), language.as_slice()].concat());
        }
        fill(self);
        self.xml.close();
    }

    /// Writes an element that holds no text, each of its parts on a line of its own.
    pub(super) fn element_on_lines(&mut self, name: &'static str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) {
        self.element(name, attributes, |book| {
            book.xml.new_line();
            fill(book);
        });
        self.xml.new_line();
    }

    /// Writes an element of text, and ends the line after it.
    pub(super) fn line_of(&mut self, name: &'static str, fill: impl FnOnce(&mut Self)) {
        self.element(name, &[], fill);
        self.xml.new_line();
    }

    /// Writes an element of words that a player speaks in one go.
    pub(super) fn spoken(&mut self, name: &'static str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Self)) {
        match self.timeline.as_mut().map(super::Timeline::fresh) {
            Some(id) => self.spoken_as(name, id, attributes, What::Words, fill),
            None => self.element(name, attributes, fill),
        }
    }

    /// Writes an element that a player speaks in one go, and that has a name in every book.
    pub(super) fn spoken_as(&mut self, name: &'static str, id: Id, attributes: &[(&str, &str)], what: What, fill: impl FnOnce(&mut Self)) {
        let place = self.timeline.as_mut().map(|timeline| timeline.spoken(id, what));
        self.timed(name, id, attributes, place, fill);
    }

    /// Writes a group that a listener can leave.
    pub(super) fn group(
        &mut self,
        name: &'static str,
        id: Id,
        attributes: &[(&str, &str)],
        group: impl FnOnce() -> Group,
        fill: impl FnOnce(&mut Self),
    ) {
        let place = self.timeline.as_mut().map(|timeline| timeline.opened(id, group()));
        self.timed(name, id, attributes, place, fill);
        if let Some(timeline) = &mut self.timeline {
            timeline.closed();
        }
    }

    fn timed(&mut self, name: &'static str, id: Id, attributes: &[(&str, &str)], place: Option<String>, fill: impl FnOnce(&mut Self)) {
        let id = id.to_string();
        let place = place.as_deref().map(|place| ("smilref", place));
        let all: Vec<(&str, &str)> = [("id", id.as_str())].into_iter().chain(attributes.iter().copied()).chain(place).collect();
        self.element(name, &all, fill);
    }

    /// A name for a group, where groups have one: in a book that a player plays.
    pub(super) fn group_id(&mut self, kind: &'static str) -> Option<Id> {
        self.timeline.as_ref()?;
        self.groups_written += 1;
        Some(Id::new(kind, self.groups_written))
    }

    /// Writes something whose first element is in a language of its own, if it has one.
    pub(super) fn in_language(&mut self, language: Option<&'a Lang>, write: impl FnOnce(&mut Self)) {
        let around = self.language;
        self.language = language.unwrap_or(around);
        self.next_language = language;
        write(self);
        self.next_language = None;
        self.language = around;
    }

    /// Writes something of our own words, which are English.
    pub(super) fn in_own_language(&mut self, write: impl FnOnce(&mut Self)) {
        let language = if self.language.is_english() { None } else { Some(self.own_language) };
        self.in_language(language, write);
    }

    /// Writes the word for an empty place, so that a listener knows that there is one.
    pub(super) fn blank(&mut self) {
        if self.timeline.is_some() {
            self.in_own_language(|book| book.spoken("span", &[("class", "blank")], |book| book.own_words("blank")));
        }
    }

    /// Writes a section of our own words.
    pub(super) fn own_section(&mut self, class: &str, heading: &str, fill: impl FnOnce(&mut Self)) {
        if let Some(timeline) = &mut self.timeline {
            timeline.section();
        }
        self.element_on_lines("level1", &[("class", class)], |book| {
            book.in_own_language(|book| book.heading("h1", 1, None, |book| book.own_words(heading)));
            fill(book);
        });
    }

    /// Writes words that come from no place in the document.
    pub(super) fn own_words(&mut self, words: &str) {
        self.xml.text(words, Origin::None);
    }
}
