//! The passages of a document, gathered and cut into words.

use std::ops::Range;

use super::script::Entry;
use super::topics::Topics;
use super::words::{Word, each_word};
use crate::model::walk::{Passage, passages, texts};
use crate::model::{Block, InlineKind};

/// What stands between the texts of two passages.
const BETWEEN: &str = "\n";

/// What the passages of a document hold, each kind one after another: memory is asked for a few times,
/// and not for each passage.
#[derive(Default)]
pub(super) struct Passages<'a> {
    passages: Vec<(Passage<'a>, Topics)>,
    text: Parts<String>,
    words: Parts<Vec<Word>>,
    lines: Parts<Vec<Range<usize>>>,
    strong: Parts<Vec<Range<usize>>>,
}

/// What several passages hold, and where that of each ends.
#[derive(Default)]
struct Parts<T> {
    all: T,
    ends: Vec<usize>,
}

impl<'a> Passages<'a> {
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let mut found = Self::default();
        passages(blocks, &mut |passage| found.add(passage));
        found.cut();
        found
    }

    fn add(&mut self, passage: Passage<'a>) {
        let start = self.text.all.len();
        let mut line = 0;
        for inline in passage.content {
            let at = self.text.all.len() - start;
            if let InlineKind::Text(text) = &inline.kind {
                self.text.all.push_str(text);
                continue;
            }
            texts(std::slice::from_ref(inline), &mut |_, text| self.text.all.push_str(text));
            let end = self.text.all.len() - start;
            match inline.kind {
                InlineKind::SoftBreak | InlineKind::LineBreak => {
                    self.lines.all.push(line..at);
                    line = end;
                }
                InlineKind::Strong(_) => self.strong.all.push(at..end),
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
        self.lines.all.push(line..self.text.all.len() - start);
        self.passages.push((passage, Topics::default()));
        self.text.ends.push(self.text.all.len());
        self.lines.ends.push(self.lines.all.len());
        self.strong.ends.push(self.strong.all.len());
        // So that no word of one passage goes on in the next.
        self.text.all.push_str(BETWEEN);
    }

    /// Cuts all passages into words at one go.
    fn cut(&mut self) {
        let text = &self.text.all;
        let signs = |place: Range<usize>| text.get(place).map_or(Topics::default(), Topics::between_words);
        let mut ends = self.text.ends.iter().copied();
        let mut passages = self.passages.iter_mut();
        let Some(mut end) = ends.next() else { return };
        let (mut start, mut read, mut topics) = (0, 0, Topics::default());
        let words = &mut self.words;
        each_word(text, |range, key, of_word| {
            while end < range.start {
                words.ends.push(words.all.len());
                let all = std::mem::take(&mut topics).and(signs(read..end));
                passages.next().into_iter().for_each(|(_, topics)| *topics = all);
                start = end + BETWEEN.len();
                read = start;
                end = ends.next().unwrap_or(usize::MAX);
            }
            topics = topics.and(signs(read..range.start)).and(of_word);
            read = range.end;
            words.all.extend(Word::new(key, range.start - start..range.end - start));
        });
        // What is left has no words.
        for (_, of_passage) in passages {
            words.ends.push(words.all.len());
            *of_passage = std::mem::take(&mut topics).and(signs(read..end));
            read = end.saturating_add(BETWEEN.len());
            end = ends.next().unwrap_or(usize::MAX);
        }
    }

    /// Every passage, in reading order.
    pub(super) fn script(&self) -> Vec<Entry<'_>> {
        let mut words = self.words.each();
        let mut lines = self.lines.each();
        let mut strong = self.strong.each();
        let mut start = 0;
        let entries = self.passages.iter().zip(&self.text.ends).map(|((passage, topics), &end)| {
            let text = &self.text.all[std::mem::replace(&mut start, end + BETWEEN.len())..end];
            let parts = (words.next().unwrap_or_default(), lines.next().unwrap_or_default(), strong.next().unwrap_or_default());
            Entry::new(*passage, text, parts, *topics)
        });
        entries.collect()
    }
}

impl<T> Parts<Vec<T>> {
    /// What each passage holds.
    fn each(&self) -> impl Iterator<Item = &[T]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| &self.all[std::mem::replace(&mut start, end)..end])
    }
}
