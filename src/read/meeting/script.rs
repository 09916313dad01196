//! The passages of a document as recognition reads them: one after another, each with its words,
//! its lines and what is set in bold.

use std::ops::Range;
use std::sync::OnceLock;

use super::attendance;
use super::topics::Topics;
use super::words::{Word, Words};
use crate::model::walk::{Passage, Place, Within};
use crate::model::{Attendance, Certainty, Inline, InlineKind, Label, Mark, Origin, Prose, Role};
use crate::source::Span;
use crate::text::sentences;

/// The end of a passage and the start of the next one lie no further apart than this, in bytes.
const LONGEST_GAP: usize = 12;

/// The words of a passage, its lines, and what of it is in bold.
type Parts<'a> = (&'a [Word], &'a [Range<usize>], &'a [Range<usize>]);

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
    sentences: OnceLock<Vec<Range<usize>>>,
    label: OnceLock<Option<(Attendance, usize)>>,
    prose: OnceLock<Box<Prose>>,
}

impl<'a> Entry<'a> {
    /// A passage with its text, its words, its lines, what is in bold, and what it can be about.
    pub(super) fn new(passage: Passage<'a>, text: &'a str, (words, lines, strong): Parts<'a>, topics: Topics) -> Self {
        let Passage { content, place, number, within, .. } = passage;
        let (sentences, label, prose) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { text, words, content, number, place, within, lines, strong, topics, sentences, label, prose }
    }

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

    /// The label of attendance that a line of it begins with, and where what that heads begins in the line.
    pub(super) fn label(&self, line: &Range<usize>) -> Option<(Attendance, usize)> {
        // Most passages are one line, which is asked for more than once.
        if *line == (0..self.text.len()) {
            *self.label.get_or_init(|| attendance::label(&self.words()))
        } else {
            attendance::label(&self.words_in(line.clone()))
        }
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
