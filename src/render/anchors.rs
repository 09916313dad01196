//! The blocks that words elsewhere in the document lead to, and the id of each: the same in every
//! format that has ids.

use std::collections::{BTreeSet, HashMap};

use crate::model::{Block, BlockKind, InlineKind, Label, Prose, walk};
use crate::source::Span;

/// The blocks that references lead to.
#[derive(Default)]
pub(super) struct Anchors {
    /// The place of each block that is led to, in order.
    places: Vec<(Span, *const Block)>,
    /// The ids by block. Asked, never walked through.
    ids: HashMap<*const Block, String>,
}

impl Anchors {
    /// The blocks among these that words among them lead to.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let references = references(blocks);
        let mut anchors = Self::default();
        if references.is_empty() {
            return anchors;
        }
        let mut passages = Vec::new();
        walk::blocks(blocks, &mut |block| passages.extend(Passage::of(block)));
        passages.sort_by_key(|passage| passage.span.start);
        let led_to: BTreeSet<usize> = references.into_iter().filter_map(|to| first_at(&passages, to, |passage| passage.span)).collect();
        let mut ids = Ids::default();
        for passage in led_to.into_iter().filter_map(|index| passages.get(index)) {
            let id = ids.next(passage.number);
            anchors.ids.insert(passage.block, id);
            anchors.places.push((passage.span, passage.block));
        }
        anchors
    }

    /// The id of a block, if words lead to it.
    pub(super) fn id(&self, block: &Block) -> Option<&str> {
        self.id_at(std::ptr::from_ref(block))
    }

    /// The id of the block at this address in memory.
    pub(super) fn id_at(&self, block: *const Block) -> Option<&str> {
        self.ids.get(&block).map(String::as_str)
    }

    /// The id of what stands at this place.
    pub(super) fn target(&self, to: Span) -> Option<&str> {
        self.id_at(self.block(to)?)
    }

    /// The block that stands at this place, by its address in memory.
    pub(super) fn block(&self, to: Span) -> Option<*const Block> {
        first_at(&self.places, to, |(span, _)| *span).and_then(|index| self.places.get(index)).map(|(_, block)| *block)
    }
}

/// The places that words lead to, in order.
fn references(blocks: &[Block]) -> BTreeSet<Span> {
    let mut places = BTreeSet::new();
    walk::passages(blocks, &mut |passage| {
        walk::inlines(passage.content, &mut |inline| {
            if let InlineKind::CrossReference { to, .. } = &inline.kind {
                places.insert(*to);
            }
        });
    });
    places
}

/// The first of these, which are in order, that holds some of a place.
fn first_at<T>(all: &[T], to: Span, span: impl Fn(&T) -> Span) -> Option<usize> {
    let first = all.partition_point(|one| span(one).end <= to.start);
    all.get(first).filter(|one| span(one).start < to.end).map(|_| first)
}

/// A block of words.
struct Passage<'a> {
    block: &'a Block,
    span: Span,
    number: Option<&'a Label>,
}

impl<'a> Passage<'a> {
    /// A block as a passage. None for a block that holds blocks, for one without words, and for one
    /// that no author wrote: a reference never leads to what repeats the words it means.
    fn of(block: &'a Block) -> Option<Self> {
        block.origin.span()?;
        match &block.kind {
            BlockKind::Heading { number, content, .. } | BlockKind::Paragraph { number, content } => {
                let prose = Prose::of(content);
                Some(Self { block, span: prose.span(0..prose.text().len())?, number: number.as_deref() })
            }
            BlockKind::List(_)
            | BlockKind::Definitions(_)
            | BlockKind::Table(_)
            | BlockKind::Quote(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Footnote { .. }
            | BlockKind::Explanation { .. }
            | BlockKind::Break => None,
        }
    }
}

/// Makes ids that are names in XML and CSS, each once.
#[derive(Default)]
struct Ids {
    given: BTreeSet<String>,
    count: usize,
}

impl Ids {
    /// `item_3-6` for the number `3.6`; without one that can be written so, `place_1` and so on.
    fn next(&mut self, number: Option<&Label>) -> String {
        self.count += 1;
        let parts = number.map_or("", |number| &number.text).split(|character: char| !character.is_ascii_alphanumeric());
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let named = format!("item_{}", parts.join("-"));
        // A number that is printed twice names the first place alone.
        let id = if parts.is_empty() || self.given.contains(&named) { format!("place_{}", self.count) } else { named };
        self.given.insert(id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Inline, Origin};

    fn paragraph(text: &str, start: usize, number: Option<&str>) -> Block {
        let origin = Origin::Literal(Span::new(start, start + text.len()));
        let number = number.map(|text| Box::new(Label { text: text.to_owned(), origin }));
        Block::new(BlockKind::Paragraph { number, content: vec![Inline::text(text, origin)] }, origin)
    }

    fn leading_to(places: &[(usize, usize)]) -> Block {
        let reference = |&(start, end): &(usize, usize)| {
            Inline::new(InlineKind::CrossReference { to: Span::new(start, end), content: Vec::new() }, Origin::None)
        };
        Block::paragraph(places.iter().map(reference).collect(), Origin::None)
    }

    #[test]
    fn only_blocks_that_are_led_to_have_ids() {
        let blocks = [leading_to(&[(12, 15)]), paragraph("One.", 0, None), paragraph("Two words.", 10, None)];
        let anchors = Anchors::of(&blocks);
        assert_eq!(anchors.id(&blocks[1]), None);
        assert_eq!(anchors.id(&blocks[2]), Some("place_1"));
        assert_eq!(anchors.target(Span::new(12, 15)), Some("place_1"));
        assert_eq!(anchors.target(Span::new(90, 95)), None);
    }

    #[test]
    fn an_id_is_the_printed_number_once_and_a_name() {
        let blocks = [
            leading_to(&[(0, 4), (10, 14), (20, 24), (30, 34)]),
            paragraph("One.", 0, Some("3.6")),
            paragraph("Two.", 10, Some("3.6.")),
            paragraph("Tri.", 20, Some("(•)")),
            paragraph("Four", 30, Some("(a)")),
        ];
        let anchors = Anchors::of(&blocks);
        let ids: Vec<_> = blocks[1..].iter().filter_map(|block| anchors.id(block)).collect();
        assert_eq!(ids, ["item_3-6", "place_2", "place_3", "item_a"]);
    }

    #[test]
    fn a_place_over_two_blocks_is_the_first_of_them() {
        let blocks = [leading_to(&[(2, 14)]), paragraph("One.", 0, None), paragraph("Two.", 10, None)];
        let anchors = Anchors::of(&blocks);
        assert_eq!((anchors.id(&blocks[1]), anchors.id(&blocks[2])), (Some("place_1"), None));
        assert_eq!(anchors.target(Span::new(2, 14)), Some("place_1"));
    }

    #[test]
    fn words_that_no_author_wrote_are_never_the_target() {
        let mut copy = paragraph("One.", 0, None);
        copy.origin = Origin::None;
        let blocks = [leading_to(&[(0, 4)]), copy, paragraph("One.", 0, None)];
        let anchors = Anchors::of(&blocks);
        assert_eq!((anchors.id(&blocks[1]), anchors.id(&blocks[2])), (None, Some("place_1")));
    }
}
