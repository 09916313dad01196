//! The passages of a document as recognition reads them: one after another, each with its words,
//! its lines and what is set in bold.

use std::ops::Range;
use std::sync::OnceLock;

use super::attendance;
use super::inlines::{lines, strong};
use super::near::near;
use super::passages::Seen;
use super::topics::Topics;
use super::vocabulary::Key;
use super::words::{Words, first_word, key};
use crate::model::walk::{Passage, Place, Within};
use crate::model::{Attendance, Certainty, Inline, InlineKind, Label, Mark, Origin, Prose, Role};
use crate::source::Span;
use crate::text::{cut_words, sentences};

/// The end of a passage and the start of the next one lie no further apart than this, in bytes.
const LONGEST_GAP: usize = 12;

/// A passage. What it holds stays where it stands.
pub(super) struct Entry<'a> {
    passage: &'a Passage<'a>,
    text: &'a str,
    /// What it is.
    pub(super) place: Place,
    /// What it stands in.
    pub(super) within: Within,
    topics: Topics,
    /// Its words with a topic, and where its text stands in all texts.
    seen: (&'a [Seen], usize),
    found: OnceLock<Box<Found>>,
}

/// What was found in a passage when it was first asked for. Most passages are never asked.
#[derive(Default)]
struct Found {
    sentences: OnceLock<Vec<Range<usize>>>,
    label: OnceLock<Option<(Attendance, usize)>>,
    prose: OnceLock<Prose>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(passage: &'a Passage<'a>, text: &'a str, topics: Topics, seen: (&'a [Seen], usize)) -> Self {
        Self { passage, text, place: passage.place, within: passage.within, topics, seen, found: OnceLock::new() }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Its words, cut anew whenever they are asked for.
    pub(super) fn words(&self) -> Words<'a> {
        Words::of(self.text)
    }

    /// The words of a part of it, cut anew too.
    pub(super) fn words_in(&self, range: Range<usize>) -> Words<'a> {
        Words::of(self.text.get(range).unwrap_or_default())
    }

    /// Whether it has no more words than so many.
    pub(super) fn has_at_most(&self, count: usize) -> bool {
        cut_words(self.text).nth(count).is_none()
    }

    /// Where its words with a topic begin.
    pub(super) fn places(&self, topic: Topics) -> impl Iterator<Item = usize> {
        let (seen, start) = self.seen;
        seen.iter().filter(move |seen| seen.topics.has(topic)).map(move |seen| seen.at() - start)
    }

    /// The words near each word with a topic: so many on either side, and maybe more.
    pub(super) fn near(&self, topic: Topics, count: usize) -> impl Iterator<Item = Words<'a>> {
        let parts: Option<Vec<Range<usize>>> = self.places(topic).map(|at| near(self.text, at, count)).collect();
        parts.unwrap_or_else(|| std::iter::once(0..self.text.len()).collect()).into_iter().map(|part| self.words_in(part))
    }

    /// Whether its first word is one of these.
    pub(super) fn opens_with(&self, keys: &[Key]) -> bool {
        key(first_word(self.text())).is_among(keys)
    }

    /// The lines that the author wrote.
    pub(super) fn lines(&self) -> impl Iterator<Item = Range<usize>> {
        lines(self.content(), self.text().len())
    }

    /// The parts in bold.
    pub(super) fn strong(&self) -> impl Iterator<Item = Range<usize>> {
        strong(self.content())
    }

    /// Its sentences.
    pub(super) fn sentences(&self) -> &[Range<usize>] {
        self.found().sentences.get_or_init(|| sentences(self.text()))
    }

    fn found(&self) -> &Found {
        self.found.get_or_init(Box::default)
    }

    fn number(&self) -> Option<&'a Label> {
        self.passage.number
    }

    fn content(&self) -> &'a [Inline] {
        self.passage.content
    }

    /// The label of attendance that a line of it begins with, and where what that heads begins in the line.
    pub(super) fn label(&self, line: &Range<usize>) -> Option<(Attendance, usize)> {
        if !self.may_speak_of(Topics::PEOPLE) {
            return None;
        }
        // Most passages are one line, which is asked for more than once.
        let label = || {
            let may_hold_label =
                |part: Range<usize>| self.may_speak_within(&(line.start + part.start..line.start + part.end), Topics::PEOPLE);
            attendance::label(self.text.get(line.clone()).unwrap_or_default(), may_hold_label)
        };
        if *line == (0..self.text.len()) { *self.found().label.get_or_init(label) } else { label() }
    }

    /// Whether it can have to do with a topic.
    pub(super) fn may_speak_of(&self, topic: Topics) -> bool {
        self.topics.has(topic)
    }

    /// Whether a part of it can.
    pub(super) fn may_speak_within(&self, part: &Range<usize>, topic: Topics) -> bool {
        let (seen, start) = self.seen;
        let before = |at: usize| seen.partition_point(|seen| seen.at() < start + at);
        let within = seen.get(before(part.start)..before(part.end)).unwrap_or_default();
        within.iter().any(|seen| seen.topics.has(topic))
    }

    pub(super) fn is_heading(&self) -> bool {
        self.place == Place::Heading
    }

    /// Whether a number is printed before it.
    pub(super) fn is_numbered(&self) -> bool {
        self.number().is_some()
    }

    /// The punctuation of that number: `()` for `(2)`.
    pub(super) fn shape(&self) -> String {
        self.number().map_or(String::new(), |number| number.text.replace(char::is_alphanumeric, ""))
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
        let part = self.text().get(range.clone())?;
        let trimmed = part.trim();
        let start = range.start + part.len() - part.trim_start().len();
        let end = start + trimmed.len();
        match self.content() {
            // Most passages are one run of text, as it stands in the source.
            [Inline { kind: InlineKind::Text(_), origin: Origin::Literal(span), .. }] if start < end => {
                Some(Span::new(span.start + start, span.start + end))
            }
            _ => self.found().prose.get_or_init(|| Prose::of(self.content())).span(start..end),
        }
    }

    /// Whether nothing but white space and marks of emphasis can stand between a place and this passage.
    pub(super) fn follows(&self, span: Span) -> bool {
        self.span(0..self.text().len()).is_some_and(|here| span.end <= here.start && here.start - span.end <= LONGEST_GAP)
    }

    /// A mark on all of it.
    pub(super) fn mark_all(&self, role: Role, certainty: Certainty) -> Option<Mark> {
        self.mark(0..self.text().len(), role, certainty)
    }

    /// The words in the margin: in bold at the end, or far to the right.
    pub(super) fn margin(&self) -> Option<Range<usize>> {
        let text = self.text();
        let end = text.trim_end().len();
        let bold = self.strong().last().filter(|range| range.end >= end && range.start > 0);
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
