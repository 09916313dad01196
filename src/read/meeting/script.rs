//! The passages of a document as recognition reads them: one after another, each with its words,
//! its lines and what is set in bold.

use std::cell::OnceCell;
use std::ops::Range;

use super::topics::Topics;
use super::words::{Word, Words, cut};
use crate::model::walk::{Passage, Place, Within, passages, texts};
use crate::model::{Block, Certainty, Inline, InlineKind, Label, Mark, Origin, Prose, Role};
use crate::source::Span;
use crate::text::sentences;

/// The end of a passage and the start of the next one lie no further apart than this, in bytes.
const LONGEST_GAP: usize = 12;

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

/// A passage.
pub(super) struct Entry<'a> {
    text: &'a str,
    words: &'a [Word],
    content: &'a [Inline],
    number: Option<&'a Label>,
    /// What it is.
    pub(super) place: Place,
    /// What it stands in.
    pub(super) within: Within,
    /// The lines that the author wrote.
    pub(super) lines: &'a [Range<usize>],
    /// The parts in bold.
    pub(super) strong: &'a [Range<usize>],
    topics: Topics,
    sentences: OnceCell<Vec<Range<usize>>>,
    prose: OnceCell<Box<Prose>>,
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
        let mut words = cut(text);
        let mut next = words.next();
        let mut start = 0;
        for ((_, topics), &end) in self.passages.iter_mut().zip(&self.text.ends) {
            let mut read = start;
            while let Some((range, key, of_word)) = next.take_if(|(range, ..)| range.end <= end) {
                if text.as_bytes().get(read..range.start) != Some(b" ") {
                    *topics = topics.and(Topics::between_words(&text[read..range.start]));
                }
                *topics = topics.and(of_word);
                read = range.end;
                self.words.all.extend(Word::new(key, range.start - start..range.end - start));
                next = words.next();
            }
            *topics = topics.and(Topics::between_words(&text[read..end]));
            self.words.ends.push(self.words.all.len());
            start = end + BETWEEN.len();
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
            Entry {
                text,
                words: words.next().unwrap_or_default(),
                content: passage.content,
                number: passage.number,
                place: passage.place,
                within: passage.within,
                lines: lines.next().unwrap_or_default(),
                strong: strong.next().unwrap_or_default(),
                topics: *topics,
                sentences: OnceCell::new(),
                prose: OnceCell::new(),
            }
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

impl<'a> Entry<'a> {
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Its words.
    pub(super) fn words(&self) -> Words<'a> {
        Words::cut_before(self.text, self.words)
    }

    /// The words of a part of it.
    pub(super) fn words_in(&self, range: Range<usize>) -> Words<'a> {
        Words::part_of(self.text, self.words, range)
    }

    /// Its sentences.
    pub(super) fn sentences(&self) -> &[Range<usize>] {
        self.sentences.get_or_init(|| sentences(self.text))
    }

    /// Whether it can have to do with a topic.
    pub(super) fn may_speak_of(&self, topic: Topics) -> bool {
        self.topics.has(topic)
    }

    pub(super) fn is_heading(&self) -> bool {
        self.place == Place::Heading
    }

    /// Whether a number is printed before it.
    pub(super) fn is_numbered(&self) -> bool {
        self.number.is_some()
    }

    /// The punctuation of that number: `()` for `(2)`.
    pub(super) fn shape(&self) -> String {
        self.number.map_or(String::new(), |number| number.text.replace(char::is_alphanumeric, ""))
    }

    /// Whether it is one of several: an item of a list, or a numbered paragraph.
    pub(super) fn is_item(&self) -> bool {
        self.within == Within::Item || (self.is_numbered() && self.place == Place::Paragraph)
    }

    /// A mark on a part of it, without the white space around.
    pub(super) fn mark(&self, range: Range<usize>, role: Role, certainty: Certainty) -> Option<Mark> {
        Some(Mark::new(role, self.span(range)?, certainty))
    }

    /// The place of a part, without the white space around.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        let part = self.text.get(range.clone())?;
        let trimmed = part.trim();
        let start = range.start + part.len() - part.trim_start().len();
        let end = start + trimmed.len();
        match self.content {
            // Most passages are one run of text, as it stands in the source.
            [Inline { kind: InlineKind::Text(_), origin: Origin::Literal(span), .. }] if start < end => {
                Some(Span::new(span.start + start, span.start + end))
            }
            _ => self.prose.get_or_init(|| Box::new(Prose::of(self.content))).span(start..end),
        }
    }

    /// Whether nothing but white space and marks of emphasis can stand between a place and this passage.
    pub(super) fn follows(&self, span: Span) -> bool {
        self.span(0..self.text.len()).is_some_and(|here| span.end <= here.start && here.start - span.end <= LONGEST_GAP)
    }

    /// A mark on all of it.
    pub(super) fn mark_all(&self, role: Role, certainty: Certainty) -> Option<Mark> {
        self.mark(0..self.text.len(), role, certainty)
    }

    /// The words in the margin: in bold at the end, or far to the right.
    pub(super) fn margin(&self) -> Option<Range<usize>> {
        let text = self.text;
        let end = text.trim_end().len();
        let bold = self.strong.last().filter(|range| range.end >= end && range.start > 0).cloned();
        let has_gap = self.may_speak_of(Topics::MARGIN);
        let far = || {
            let gap = text[..end].rfind("   ").map(|at| at + 3).max(text[..end].rfind('\t').map(|at| at + 1))?;
            (!text[..gap].trim().is_empty()).then_some(gap..end)
        };
        let unclosed = || text[..end].rfind("**").filter(|&at| at > 0).map(|at| at + 2..end);
        let range = bold.or_else(|| has_gap.then(|| unclosed().or_else(far)).flatten())?;
        let part = &text[range.clone()];
        let start = range.start + part.len() - part.trim_start().len();
        (start < end).then_some(start..end)
    }
}
