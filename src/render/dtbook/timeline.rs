//! What a player speaks, in order: kept while a book is written, for the files of a DAISY book that
//! say when each part of the text is due.

use std::fmt;

use crate::model::Lang;

/// A part of the files that time a book holds so many moments before the next section begins a new
/// one. A player reads one part at a time, so that a long book opens as fast as a short one.
const MOMENTS_IN_PART: usize = 1_000;

/// What a player speaks, in order, in one or more parts.
#[derive(Debug, Default)]
pub(in crate::render) struct Timeline {
    pub(in crate::render) events: Vec<Event>,
    /// The number of the first event of each part.
    pub(in crate::render) parts: Vec<usize>,
    /// The groups that are open, by their number among the events.
    open: Vec<usize>,
    named: usize,
}

/// The name of an element, in the book and in the files that time it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::render) struct Id {
    kind: &'static str,
    number: usize,
}

impl Id {
    /// The element of a kind with this number.
    pub(in crate::render) const fn new(kind: &'static str, number: usize) -> Self {
        Self { kind, number }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.kind, self.number)
    }
}

/// What happens next.
#[derive(Debug)]
pub(in crate::render) enum Event {
    /// An element is spoken.
    Spoken { id: Id, what: What },
    /// A group of elements begins that a listener can leave.
    Opened {
        id: Id,
        group: Group,
        /// The last element right within the group: when it ends, the group does.
        last: Option<Id>,
    },
    /// The group that was opened last ends.
    Closed,
}

/// What is spoken.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render) enum What {
    /// Words: a sentence, a cell, a term.
    Words,
    /// A heading, of a section so many deep, from 1.
    Heading { depth: usize, label: String, lang: Option<Lang> },
    /// The number of a printed page.
    Page(u32),
    /// A reference to the note of this name.
    NoteReference(Id),
}

/// What kind of group it is.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render) enum Group {
    List,
    /// A table and what it is called.
    Table(String),
    Note,
}

impl Timeline {
    /// A name that no element has.
    pub(super) fn fresh(&mut self) -> Id {
        self.named += 1;
        Id::new("say", self.named)
    }

    /// Begins a section. That may begin a part.
    pub(super) fn section(&mut self) {
        let start = self.parts.last().copied().unwrap_or(0);
        if self.open.is_empty() && self.events.len() - start >= MOMENTS_IN_PART {
            self.parts.push(self.events.len());
        }
    }

    /// An element is spoken. Returns the place that times it.
    pub(super) fn spoken(&mut self, id: Id, what: What) -> String {
        self.add(id, Event::Spoken { id, what })
    }

    /// A group begins. Returns the place that times it.
    pub(super) fn opened(&mut self, id: Id, group: Group) -> String {
        let place = self.add(id, Event::Opened { id, group, last: None });
        self.open.push(self.events.len() - 1);
        place
    }

    /// The group that was opened last ends.
    pub(super) fn closed(&mut self) {
        self.open.pop();
        self.events.push(Event::Closed);
    }

    /// Gives a label to the heading that was spoken last.
    pub(super) fn label_heading(&mut self, words: String) {
        // References to notes may have been spoken within it.
        let heading = self.events.iter_mut().rev().find_map(|event| match event {
            Event::Spoken { what: What::Heading { label, .. }, .. } => Some(label),
            Event::Spoken { .. } | Event::Opened { .. } | Event::Closed => None,
        });
        if let Some(label) = heading {
            *label = words;
        }
    }

    /// Calls the table that was opened last something else.
    pub(super) fn label_table(&mut self, words: String) {
        let table = self.open.last().and_then(|at| self.events.get_mut(*at));
        if let Some(Event::Opened { group: Group::Table(label), .. }) = table {
            *label = words;
        }
    }

    fn add(&mut self, id: Id, event: Event) -> String {
        if self.parts.is_empty() {
            self.parts.push(0);
        }
        if let Some(Event::Opened { last, .. }) = self.open.last().and_then(|at| self.events.get_mut(*at)) {
            *last = Some(id);
        }
        self.events.push(event);
        format!("{}#{id}", part_name(self.parts.len()))
    }
}

/// The name of the file that times this part of a book, from 1.
pub(in crate::render) fn part_name(number: usize) -> String {
    format!("book-{number}.smil")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(timeline: &mut Timeline) -> String {
        let id = timeline.fresh();
        timeline.spoken(id, What::Words)
    }

    #[test]
    fn a_group_knows_its_last_element_of_its_own() {
        let mut timeline = Timeline::default();
        timeline.opened(Id::new("list", 1), Group::List);
        say(&mut timeline);
        timeline.opened(Id::new("list", 2), Group::List);
        say(&mut timeline);
        timeline.closed();
        timeline.closed();
        say(&mut timeline);
        let lasts: Vec<Option<Id>> =
            timeline.events.iter().filter_map(|event| if let Event::Opened { last, .. } = event { Some(*last) } else { None }).collect();
        assert_eq!(lasts, [Some(Id::new("list", 2)), Some(Id::new("say", 2))]);
    }

    #[test]
    fn a_section_begins_a_part_once_the_last_is_full() {
        let mut timeline = Timeline::default();
        timeline.section();
        for _ in 0..MOMENTS_IN_PART {
            assert!(say(&mut timeline).starts_with("book-1.smil#say_"));
            timeline.section();
        }
        assert_eq!(say(&mut timeline), "book-2.smil#say_1001");
        assert_eq!(timeline.parts, [0, MOMENTS_IN_PART]);
    }
}
