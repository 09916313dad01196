//! The passages of a document, cut into words.

use std::ops::Range;

use super::script::Entry;
use super::topics::Topics;
use super::words::{Word, each_word};
use crate::model::walk::{Passage, texts};
use crate::model::{Inline, InlineKind, Texts};

/// What the passages of a document hold, each kind one after another: memory is asked for a few times,
/// and not for each passage.
pub(in crate::read) struct Passages<'a> {
    texts: &'a Texts<'a>,
    /// What each can be about.
    topics: Vec<Topics>,
    words: Parts<Word>,
    lines: Parts<Range<usize>>,
    strong: Parts<Range<usize>>,
}

/// What several passages hold, and where that of each ends.
struct Parts<T> {
    all: Vec<T>,
    ends: Vec<usize>,
}

/// There are seldom more words than one in so many bytes.
const BYTES_OF_A_WORD: usize = 5;

impl<'a> Passages<'a> {
    pub(in crate::read) fn of(texts: &'a Texts<'a>) -> Self {
        let count = texts.len();
        let mut found = Self {
            texts,
            topics: Vec::with_capacity(count),
            words: Parts::with_capacity(texts.all().len() / BYTES_OF_A_WORD, count),
            lines: Parts::with_capacity(count, count),
            strong: Parts::with_capacity(0, count),
        };
        found.cut();
        for (passage, text) in texts.iter() {
            found.see_lines(passage.content, text);
        }
        found
    }

    /// How many bytes their texts have.
    pub(super) fn bytes(&self) -> usize {
        self.texts.all().len()
    }

    /// Whether a passage can have to do with a topic.
    pub(in crate::read) fn may_speak_of(&self, passage: usize, topic: Topics) -> bool {
        self.topics.get(passage).is_some_and(|topics| topics.has(topic))
    }

    /// Cuts the passages into words, all as one text: no word goes on in the next passage.
    fn cut(&mut self) {
        let all = self.texts.all();
        let mut places = self.texts.places();
        let Some(mut place) = places.next() else { return };
        // What the passage can be about as far as it is read, and how far that is.
        let (mut topics, mut read) = (Topics::default(), 0);
        each_word(all, |seen| {
            while seen.range.start >= place.end {
                let Some(next) = places.next() else { return };
                self.end_passage(topics.and(Topics::between(all, read..place.end)));
                (topics, read) = (Topics::default(), next.start);
                place = next;
            }
            topics = topics.and(Topics::between(all, read..seen.range.start)).and(seen.topics);
            read = seen.range.end;
            self.words.all.extend(seen.after(place.start));
        });
        self.end_passage(topics.and(Topics::between(all, read..place.end)));
        places.for_each(|place| self.end_passage(Topics::between(all, place)));
    }

    /// The words of one passage end here.
    fn end_passage(&mut self, topics: Topics) {
        self.topics.push(topics);
        self.words.end();
    }

    /// Looks for the lines of a passage, and for what of it is in bold.
    fn see_lines(&mut self, content: &[Inline], text: &str) {
        let mut line = 0;
        let mut at = 0;
        for inline in content {
            let start = at;
            if let InlineKind::Text(text) = &inline.kind {
                at += text.len();
                continue;
            }
            texts(std::slice::from_ref(inline), &mut |_, text| at += text.len());
            match inline.kind {
                InlineKind::SoftBreak | InlineKind::LineBreak => {
                    self.lines.all.push(line..start);
                    line = at;
                }
                InlineKind::Strong(_) => self.strong.all.push(start..at),
                InlineKind::Text(_)
                | InlineKind::Emphasis(_)
                | InlineKind::Deleted(_)
                | InlineKind::Code(_)
                | InlineKind::Link { .. }
                | InlineKind::Image(_)
                | InlineKind::Abbreviation { .. }
                | InlineKind::HardWord(_)
                | InlineKind::CrossReference { .. }
                | InlineKind::NoteRef(_) => {}
            }
        }
        self.lines.all.push(line..text.len());
        self.lines.end();
        self.strong.end();
    }

    /// Every passage, in reading order.
    pub(super) fn script(&self) -> Vec<Entry<'_>> {
        let passages = self.texts.iter().zip(&self.topics).enumerate();
        passages.map(|(index, (passage, topics))| Entry::new(self, index, passage, *topics)).collect()
    }

    pub(super) fn get(&self, passage: usize) -> Option<Passage<'a>> {
        self.texts.get(passage).map(|(passage, _)| passage)
    }

    pub(super) fn words(&self, passage: usize) -> &[Word] {
        self.words.of(passage)
    }

    /// The lines that the author wrote.
    pub(super) fn lines(&self, passage: usize) -> &[Range<usize>] {
        self.lines.of(passage)
    }

    /// The parts in bold.
    pub(super) fn strong(&self, passage: usize) -> &[Range<usize>] {
        self.strong.of(passage)
    }
}

impl<T> Parts<T> {
    fn with_capacity(all: usize, ends: usize) -> Self {
        Self { all: Vec::with_capacity(all), ends: Vec::with_capacity(ends) }
    }

    /// What one passage holds ends here.
    fn end(&mut self) {
        self.ends.push(self.all.len());
    }

    /// What a passage holds.
    fn of(&self, passage: usize) -> &[T] {
        let end = |passage: usize| self.ends.get(passage).copied().unwrap_or(self.all.len());
        let start = passage.checked_sub(1).map_or(0, end);
        self.all.get(start..end(passage)).unwrap_or_default()
    }
}
