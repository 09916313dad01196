//! Every place that the model gives is a place in the source, and literal text is the source's own.

use plainsong::model::{Block, BlockKind, Inline, InlineKind, Label, Origin, Prose, walk};
use plainsong::text::words;
use plainsong::{Source, Span, parse};
use proptest::prelude::*;

use crate::hostile::soup;
use crate::word_law::source;
use crate::{documents, no_complaints};

#[test]
fn every_place_is_in_the_source() {
    let complaints: Vec<String> = documents().iter().flat_map(|source| check(source).misplaced).collect();
    no_complaints(&complaints);
}

/// Not so for any soup: HTML that stands where it cannot is put where it can.
#[test]
fn siblings_stand_in_the_order_of_the_source() {
    let complaints: Vec<String> = documents().iter().flat_map(|source| check(source).disordered).collect();
    no_complaints(&complaints);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_in_any_source(text in soup()) {
        let found = check(&source(&text)).misplaced;
        prop_assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

/// Checks the places of a document.
fn check(source: &Source) -> Check<'_> {
    let document = parse(source);
    let mut check = Check { source, misplaced: Vec::new(), disordered: Vec::new() };
    check.siblings(document.blocks.iter().map(|block| block.origin));
    walk::blocks(&document.blocks, &mut |block| check.block(block));
    walk::passages(&document.blocks, &mut |passage| {
        check.run(passage.content);
        check.prose(passage.content);
        if let Some(number) = passage.number {
            check.label(number);
        }
    });
    let acronyms = document.acronyms.iter().map(|acronym| acronym.defined);
    let marks = document.marks.iter().map(|mark| mark.span);
    acronyms.chain(document.notes.iter().map(|note| note.span)).chain(marks).for_each(|span| check.span(span));
    check
}

struct Check<'a> {
    source: &'a Source,
    /// Places that are none, or hold another text.
    misplaced: Vec<String>,
    /// Siblings that begin before the one that stands before them.
    disordered: Vec<String>,
}

impl Check<'_> {
    /// Each character and each word of the prose has a place that can be sliced.
    fn prose(&mut self, content: &[Inline]) {
        let prose = Prose::of(content);
        let characters = prose.text().char_indices().map(|(at, character)| at..at + character.len_utf8());
        for range in characters.chain(words(prose.text())) {
            if let Some(span) = prose.span(range) {
                self.span(span);
            }
        }
    }

    fn misplaced(&mut self, what: &str) {
        self.misplaced.push(format!("{}: {what}", self.source.name()));
    }

    fn span(&mut self, span: Span) {
        if span.start > span.end || self.source.text().get(span.range()).is_none() {
            self.misplaced(&format!("{}..{} is no place in {} bytes", span.start, span.end, self.source.text().len()));
        }
    }

    fn literal(&mut self, text: &str, origin: Origin) {
        if let Origin::Literal(span) = origin
            && self.source.slice(span) != text
        {
            self.misplaced(&format!("{text:?} is not what {}..{} says: {:?}", span.start, span.end, self.source.slice(span)));
        }
    }

    fn label(&mut self, label: &Label) {
        label.origin.span().into_iter().for_each(|span| self.span(span));
        self.literal(&label.text, label.origin);
    }

    /// Siblings begin in the order of the source. What was derived from another place may stand anywhere.
    fn siblings(&mut self, origins: impl Iterator<Item = Origin>) {
        let mut before = 0;
        for origin in origins {
            if let Some(span) = origin.span() {
                self.span(span);
            }
            if let Origin::Literal(span) | Origin::Decoded(span) = origin {
                if span.start < before {
                    self.disordered.push(format!(
                        "{}: {:?} comes after a sibling that begins at byte {before}",
                        self.source.name(),
                        self.source.slice(span)
                    ));
                }
                before = span.start;
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::List(list) => {
                self.siblings(list.items.iter().map(|item| item.origin));
                for item in &list.items {
                    self.siblings(item.blocks.iter().map(|block| block.origin));
                    item.label.iter().for_each(|label| self.label(label));
                }
            }
            BlockKind::Table(table) => {
                self.siblings(table.head.iter().chain(&table.body).map(|row| row.origin));
                for row in table.head.iter().chain(&table.body) {
                    // A blank cell has no place of its own, and may be given its row's.
                    self.siblings(row.cells.iter().filter(|cell| !cell.blocks.is_empty()).map(|cell| cell.origin));
                }
            }
            BlockKind::Definitions(definitions) => self.siblings(definitions.iter().map(|definition| definition.origin)),
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => self.siblings(blocks.iter().map(|block| block.origin)),
            _ => {}
        }
    }

    fn run(&mut self, content: &[Inline]) {
        self.siblings(content.iter().map(|inline| inline.origin));
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Abbreviation { short: text, .. } => self.literal(text, inline.origin),
                InlineKind::Emphasis(inner)
                | InlineKind::Strong(inner)
                | InlineKind::Deleted(inner)
                | InlineKind::Link { content: inner, .. } => {
                    self.run(inner);
                }
                _ => {}
            }
        }
    }
}
