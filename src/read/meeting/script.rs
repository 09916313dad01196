//! The passages of a document as recognition reads them: one after another, each with its words,
//! its lines and what is set in bold.

use std::cell::OnceCell;
use std::ops::Range;

use super::topics::Topics;
use crate::model::walk::{self, Place, Within, passages};
use crate::model::{Block, BlockKind, Certainty, Inline, InlineKind, Mark, Prose, Role};
use crate::source::Span;
use crate::text::sentences;

/// The end of a passage and the start of the next one lie no further apart than this, in bytes.
const LONGEST_GAP: usize = 12;

/// A passage.
pub(super) struct Entry {
    /// Its words.
    pub(super) prose: Prose,
    /// What it is.
    pub(super) place: Place,
    /// What it stands in.
    pub(super) within: Within,
    /// The column of the cell that it stands in; 0 outside tables.
    pub(super) column: usize,
    /// Whether a number is printed before it.
    pub(super) numbered: bool,
    /// The punctuation of that number: `()` for `(2)`.
    pub(super) shape: String,
    /// The lines that the author wrote.
    pub(super) lines: Vec<Range<usize>>,
    /// The parts in bold.
    pub(super) strong: Vec<Range<usize>>,
    topics: Topics,
    sentences: OnceCell<Vec<Range<usize>>>,
}

/// Every passage, in reading order.
pub(super) fn script(blocks: &[Block]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let columns = columns(blocks);
    passages(blocks, &mut |passage| {
        let prose = Prose::of(passage.content);
        let mut lines = Vec::new();
        let mut strong = Vec::new();
        let (mut at, mut line) = (0, 0);
        for inline in passage.content {
            let end = at + length(inline);
            match inline.kind {
                InlineKind::SoftBreak | InlineKind::LineBreak => {
                    lines.push(line..at);
                    line = end;
                }
                InlineKind::Strong(_) => strong.push(at..end),
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
            at = end;
        }
        lines.push(line..at);
        let numbered = passage.number.is_some();
        let shape = passage.number.map_or(String::new(), |number| number.text.replace(char::is_alphanumeric, ""));
        let start = prose.span(0..prose.text().len()).map(|span| span.start);
        let column = start.filter(|_| passage.within == Within::Cell).map_or(0, |start| {
            let after = columns.partition_point(|(span, _)| span.start <= start);
            after.checked_sub(1).and_then(|at| columns.get(at)).map_or(0, |(_, column)| *column)
        });
        let (topics, sentences) = (Topics::of(prose.text()), OnceCell::new());
        entries.push(Entry {
            column,
            shape,
            prose,
            place: passage.place,
            within: passage.within,
            numbered,
            lines,
            strong,
            topics,
            sentences,
        });
    });
    entries
}

/// How many bytes of prose an inline is.
fn length(inline: &Inline) -> usize {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Abbreviation { short: text, .. } => text.len(),
        InlineKind::Image(image) => image.alternative.len(),
        InlineKind::SoftBreak | InlineKind::LineBreak => 1,
        InlineKind::NoteRef(_) => 0,
        InlineKind::Emphasis(inner)
        | InlineKind::Strong(inner)
        | InlineKind::Deleted(inner)
        | InlineKind::HardWord(inner)
        | InlineKind::CrossReference { content: inner, .. }
        | InlineKind::Link { content: inner, .. } => inner.iter().map(length).sum(),
    }
}

/// Where each cell stands and its column, in order of place.
fn columns(blocks: &[Block]) -> Vec<(Span, usize)> {
    let mut columns = Vec::new();
    walk::blocks(blocks, &mut |block| {
        let BlockKind::Table(table) = &block.kind else { return };
        for row in table.head.iter().chain(&table.body) {
            columns.extend(row.cells.iter().enumerate().filter_map(|(column, cell)| Some((cell.origin.span()?, column))));
        }
    });
    columns.sort_by_key(|(span, _)| span.start);
    columns
}

impl Entry {
    pub(super) fn text(&self) -> &str {
        self.prose.text()
    }

    /// Its sentences.
    pub(super) fn sentences(&self) -> &[Range<usize>] {
        self.sentences.get_or_init(|| sentences(self.text()))
    }

    /// Its words, if they can have to do with a topic.
    pub(super) fn may_speak_of(&self, topic: Topics) -> Option<&str> {
        self.topics.has(topic).then(|| self.text())
    }

    pub(super) fn is_heading(&self) -> bool {
        self.place == Place::Heading
    }

    /// Whether it is one of several: an item of a list, or a numbered paragraph.
    pub(super) fn is_item(&self) -> bool {
        self.within == Within::Item || (self.numbered && self.place == Place::Paragraph)
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
        self.prose.span(start..start + trimmed.len())
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
        let bold = self.strong.last().filter(|range| range.end >= end && range.start > 0).cloned();
        let has_gap = self.may_speak_of(Topics::MARGIN).is_some();
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
