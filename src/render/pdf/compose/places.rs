//! The places of a document that words in it lead to: headings, footnotes and where they are referred
//! to, and whatever rewriting points at. Each has an anchor before anything is composed, for words may
//! lead to what comes later.

use std::collections::{BTreeMap, HashMap};

use super::super::tags::{Anchor, Tree};
use crate::model::slugs::Slugs;
use crate::model::{Block, BlockKind, InlineKind, walk};
use crate::render::footnotes::Footnotes;
use crate::source::Span;

/// The places of a document.
pub(in crate::render::pdf) struct Places<'a> {
    slugs: Slugs<'a>,
    /// The anchor of each block that something leads to.
    blocks: HashMap<*const Block, Anchor>,
    /// The footnotes, by number.
    notes: Vec<NotePlaces>,
    /// The number of each footnote.
    numbers: HashMap<*const Block, usize>,
    /// The block that stands at each place that rewriting points at.
    spans: BTreeMap<(usize, usize), *const Block>,
}

/// The two ends of the way between a footnote and the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct NotePlaces {
    /// The note.
    pub(super) note: Anchor,
    /// Where the text refers to it first. None if it never does.
    pub(super) reference: Option<Anchor>,
}

impl<'a> Places<'a> {
    /// The places of these blocks.
    pub(in crate::render::pdf) fn of(blocks: &'a [Block], footnotes: &Footnotes<'a>, tree: &mut Tree) -> Self {
        let slugs = Slugs::of(blocks);
        let mut places = Self { slugs, blocks: HashMap::new(), notes: Vec::new(), numbers: HashMap::new(), spans: BTreeMap::new() };
        places.notes.extend((0..footnotes.count()).map(|_| NotePlaces { note: tree.new_anchor(), reference: None }));
        let mut led_to: Vec<&Block> = Vec::new();
        let mut spans = BTreeMap::new();
        walk::passages(blocks, &mut |passage| {
            walk::inlines(passage.content, &mut |inline| match &inline.kind {
                InlineKind::Link { to, .. } => led_to.extend(places.slugs.heading(&to.target)),
                InlineKind::CrossReference { to, .. } => {
                    spans.insert((to.start, to.end), None);
                }
                InlineKind::NoteRef(label) => {
                    let number = footnotes.number(label).and_then(|number| number.checked_sub(1));
                    if let Some(note) = number.and_then(|number| places.notes.get_mut(number)) {
                        note.reference.get_or_insert_with(|| tree.new_anchor());
                    }
                }
                InlineKind::Text(_)
                | InlineKind::Emphasis(_)
                | InlineKind::Strong(_)
                | InlineKind::Deleted(_)
                | InlineKind::Code(_)
                | InlineKind::Image(_)
                | InlineKind::Abbreviation { .. }
                | InlineKind::HardWord(_)
                | InlineKind::SoftBreak
                | InlineKind::LineBreak => {}
            });
        });
        let mut number = 0;
        walk::blocks(blocks, &mut |block| {
            if matches!(block.kind, BlockKind::Footnote { .. }) {
                places.numbers.insert(block, number);
                if let Some(note) = places.notes.get(number) {
                    places.blocks.insert(block, note.note);
                }
                number += 1;
            }
            // An inner block comes after the outer, and is nearer to what is meant.
            if let Some(span) = block.origin.span().filter(|_| block.kind != BlockKind::Break) {
                for ((_, end), found) in spans.range_mut((span.start, 0)..(span.end, 0)) {
                    if *end <= span.end {
                        *found = Some(block);
                    }
                }
            }
        });
        led_to.extend(spans.values().copied().flatten());
        for block in led_to {
            places.blocks.entry(block).or_insert_with(|| tree.new_anchor());
        }
        places.spans = spans.into_iter().filter_map(|(span, block)| Some((span, std::ptr::from_ref(block?)))).collect();
        places
    }

    /// The anchor of a block, if something leads to it.
    pub(super) fn anchor(&self, block: &Block) -> Option<Anchor> {
        self.blocks.get(&std::ptr::from_ref(block)).copied()
    }

    /// The heading that the target of a link leads to.
    pub(super) fn heading(&self, target: &str) -> Option<(&'a Block, Anchor)> {
        let block = self.slugs.heading(target)?;
        Some((block, self.anchor(block)?))
    }

    /// The anchor of what stands at a place of the source.
    pub(super) fn standing_at(&self, span: Span) -> Option<Anchor> {
        self.blocks.get(self.spans.get(&(span.start, span.end))?).copied()
    }

    /// The places of the footnote of this number, from 1.
    pub(super) fn note(&self, number: usize) -> Option<NotePlaces> {
        self.notes.get(number.checked_sub(1)?).copied()
    }

    /// The places of the footnote that this block is.
    pub(super) fn note_of(&self, block: &Block) -> Option<NotePlaces> {
        self.notes.get(*self.numbers.get(&std::ptr::from_ref(block))?).copied()
    }
}
