//! The passages of a document, and what each can be about.

use super::actions::may_tell;
use super::script::Entry;
use super::topics::Topics;
use super::vocabulary::Key;
use crate::model::Texts;
use crate::text::{each_run, places_of_part};

/// The passages of a document, and what each can be about. All are looked at as one text, in one look at each
/// word.
pub(in crate::read) struct Passages<'a> {
    texts: &'a Texts<'a>,
    topics: Vec<Topics>,
    /// The words with a topic, in order.
    seen: Vec<Seen>,
}

/// A word with a topic, and where it stands in all texts.
pub(super) struct Seen {
    pub(super) at: usize,
    pub(super) topics: Topics,
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
        let all = self.texts.all();
        let mut places = self.texts.places().enumerate();
        let (mut passage, mut place) = places.next().unwrap_or_default();
        each_run(all, |at, head| {
            let may_be_initials = may_be_initials(head);
            if !may_be_initials && !Topics::may_begin(head) {
                return;
            }
            while place.end <= at
                && let Some(next) = places.next()
            {
                (passage, place) = next;
            }
            let rest = all.get(at..place.end).unwrap_or_default();
            let run = rest.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
            let mut topics = Topics::of(Key::of(run)).and(if may_be_initials { Topics::INITIALS } else { Topics::default() });
            if topics.has(TOLD) && !may_tell(rest) {
                topics = topics.without(TOLD);
            }
            self.add(passage, topics);
            self.seen.push(Seen { at, topics });
        });
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
            let (seen, after) = rest.split_at(rest.iter().take_while(|seen| seen.at < place.end).count());
            rest = after;
            Entry::new(passage, text, *topics, (seen, place.start))
        });
        entries.collect()
    }
}

/// Whether a run of letters can be initials: two to four, and a capital after the first. Each byte of the
/// number is a letter or a digit, or zero after the end.
#[inline(always)]
const fn may_be_initials(head: u64) -> bool {
    // Capitals have this bit, and lack the one below it, which small letters have too.
    const LETTERS_AFTER_THE_FIRST: u64 = 0x4040_4000;
    head >> u32::BITS == 0 && head & !(head << 1) & LETTERS_AFTER_THE_FIRST != 0
}
