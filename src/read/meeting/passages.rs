//! The passages of a document, and what each can be about.

use super::actions::told_after_initials;
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
}

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
        let mut found = Self { texts, topics: vec![Topics::default(); texts.len()] };
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
        let mut ends = self.texts.places().map(|place| place.end).enumerate();
        let (mut passage, mut end) = ends.next().unwrap_or_default();
        each_run(all, |at, head| {
            let may_be_initials = may_be_initials(head);
            if !may_be_initials && !Topics::may_begin(head) {
                return;
            }
            let rest = all.get(at..).unwrap_or_default();
            let (run, after) = rest.split_at(rest.bytes().take_while(u8::is_ascii_alphanumeric).count());
            let mut topics = Topics::of(Key::of(run));
            if may_be_initials && told_after_initials(after) {
                topics = topics.and(Topics::INITIALS);
            }
            while end <= at
                && let Some(next) = ends.next()
            {
                (passage, end) = next;
            }
            self.add(passage, topics);
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
        self.texts.iter().zip(&self.topics).map(|((passage, text), topics)| Entry::new(passage, text, *topics)).collect()
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
