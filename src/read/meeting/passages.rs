//! The passages of a document, and what each can be about.

use std::ops::Range;

use super::actions::may_tell;
use super::script::Entry;
use super::topics::Topics;
use super::vocabulary::Key;
use super::words::may_be_initials;
use crate::model::Texts;
use crate::text::{each_run, places_of_part, run_at};

/// The passages of a document, and what each can be about. All are looked at as one text, in one look at each
/// word.
pub(in crate::read) struct Passages<'a> {
    texts: &'a Texts<'a>,
    topics: Vec<Topics>,
    /// The words with a topic, in order.
    seen: Vec<Seen>,
}

/// A word with a topic, and where it stands in all texts. There are many.
pub(super) struct Seen {
    at: u32,
    pub(super) topics: Topics,
}

impl Seen {
    pub(super) const fn at(&self) -> usize {
        self.at as usize
    }
}

/// The topics of somebody who may be told to do something.
const TOLD: Topics = Topics::PARTY.and(Topics::INITIALS);

/// Signs that show what a passage can be about: what stands before words in a margin, or makes a line to
/// sign on.
const SIGNS: [(Topics, &str); 7] = [
    (Topics::MARGIN, "   "),
    (Topics::MARGIN, "\t"),
    (Topics::MARGIN, "**"),
    (Topics::RULE, "......"),
    (Topics::RULE, "______"),
    (Topics::RULE, "\u{2026}\u{2026}"),
    (Topics::RULE, "------"),
];

impl<'a> Passages<'a> {
    pub(in crate::read) fn of(texts: &'a Texts<'a>) -> Self {
        let mut found = Self { texts, topics: vec![Topics::default(); texts.len()], seen: Vec::new() };
        found.see_words();
        for (topic, signs) in SIGNS {
            let holding = texts.holding(places_of_part(texts.all(), signs));
            holding.into_iter().for_each(|(passage, _)| found.add(passage, topic));
        }
        found
    }

    /// Looks for words with a topic.
    fn see_words(&mut self) {
        let texts = self.texts;
        let mut places = texts.places().enumerate();
        let mut here = places.next().unwrap_or_default();
        each_run(texts.all(), |at, head| {
            if may_be_initials(head) || Topics::may_begin(head) {
                while here.1.end <= at
                    && let Some(next) = places.next()
                {
                    here = next;
                }
                self.see_word(at, head, &here);
            }
        });
    }

    /// Looks at a word that may have a topic, and at the passage that it stands in. Few words come here, and what
    /// passes the others by is short without this.
    #[inline(never)]
    fn see_word(&mut self, at: usize, head: u64, (passage, place): &(usize, Range<usize>)) {
        let all = self.texts.all();
        let key = if is_all(head) { Key::of_head(head) } else { Key::of(run_at(all, at)) };
        let mut topics = Topics::of(key).and(if may_be_initials(head) { Topics::INITIALS } else { Topics::default() });
        if topics.has(TOLD) && !all.get(at..place.end).is_some_and(may_tell) {
            topics = topics.without(TOLD);
        }
        if let (true, Ok(at)) = (topics.has(Topics::OF_PASSAGES), u32::try_from(at)) {
            self.add(*passage, topics);
            self.seen.push(Seen { at, topics });
        }
    }

    fn add(&mut self, passage: usize, more: Topics) {
        if let Some(topics) = self.topics.get_mut(passage) {
            *topics = topics.and(more);
        }
    }

    /// How many bytes their texts have.
    pub(super) fn bytes(&self) -> usize {
        self.texts.all().len()
    }

    /// Whether a passage can have to do with a topic.
    pub(in crate::read) fn may_speak_of(&self, passage: usize, topic: Topics) -> bool {
        self.topics.get(passage).is_some_and(|topics| topics.has(topic))
    }

    /// Every passage, in reading order.
    pub(super) fn script(&self) -> Vec<Entry<'_>> {
        let mut rest = self.seen.as_slice();
        let places = self.texts.places();
        let entries = self.texts.iter().zip(&self.topics).zip(places).map(|(((passage, text), topics), place)| {
            let (seen, after) = rest.split_at(rest.iter().take_while(|seen| seen.at() < place.end).count());
            rest = after;
            Entry::new(passage, text, *topics, (seen, place.start))
        });
        entries.collect()
    }
}

/// Whether the first eight bytes of a word are all of it: less than eight, with zeros after them.
const fn is_all(head: u64) -> bool {
    head >> (u64::BITS - u8::BITS) == 0
}
