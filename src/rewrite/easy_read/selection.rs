//! The short version: what the author chose, in order, in the words that the author gave it.

use std::collections::{BTreeMap, BTreeSet};

use super::passages::{Passage, PassageId, passages_in, words_of};
use crate::model::{Block, BlockKind, Document, InlineKind, Level, List, Origin, Prose, walk, with_origin};
use crate::outcome::{Change, ChangeKind};
use crate::source::Span;

/// What somebody chose of a document.
///
/// ```
/// use plainsong::{Source, parse, rewrite::easy_read::{Extent, Options, easy_read, passages}};
///
/// let document = parse(&Source::new("a.md", "# Plan\n\nWe met.\n\nWe had tea."));
/// let mut options = Options::default();
/// options.selection.chosen.insert(passages(&document)[1].id.clone(), None);
/// let easy = easy_read(&document, &options);
/// assert_eq!((easy.extent, easy.document.blocks.len()), (Extent::ShortVersion, 2));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Selection {
    /// The passages that are kept, each with the words that somebody wrote in its place; without, it
    /// stays as it is drafted.
    pub chosen: BTreeMap<PassageId, Option<Vec<Block>>>,
    /// What somebody added.
    pub added: Vec<Added>,
}

/// Words that somebody added.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Added {
    /// The passage that they follow; without one, they stand first.
    pub after: Option<PassageId>,
    /// The words.
    pub blocks: Vec<Block>,
}

impl Selection {
    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.added.is_empty()
    }
}

impl Added {
    /// Words that follow a passage.
    #[must_use]
    pub const fn new(after: Option<PassageId>, blocks: Vec<Block>) -> Self {
        Self { after, blocks }
    }
}

/// The short version of a document.
pub(super) struct Selected {
    pub(super) document: Document,
    pub(super) changes: Vec<Change>,
    /// The passages whose words somebody wrote.
    pub(super) written: Vec<Span>,
}

/// Makes the short version. What stands in `kept`, in order and apart, is chosen in the source. `None`, if
/// nothing is chosen.
pub(super) fn select(document: &Document, selection: &Selection, kept: &[Span]) -> Option<Selected> {
    let all = passages_in(document, kept);
    let is_chosen = |passage: &Passage| passage.is_kept_by_source || selection.chosen.contains_key(&passage.id);
    if selection.added.is_empty() && !all.iter().any(is_chosen) {
        return None;
    }
    let mut added: BTreeMap<Option<&PassageId>, Vec<Block>> = BTreeMap::new();
    for new in &selection.added {
        let blocks = with_origin(new.blocks.clone(), Origin::None);
        added.entry(new.after.as_ref()).or_default().extend(blocks);
    }
    let mut writer = Writer { blocks: Vec::new(), waiting: Vec::new(), last_item: None, changes: Vec::new(), written: Vec::new() };
    let mut footnotes = Vec::new();
    let mut rest = all.iter().peekable();
    let mut first = added.remove(&None);
    for (index, block) in document.blocks.iter().enumerate() {
        let is_title = matches!(&block.kind, BlockKind::Heading { level: Level::ONE, .. });
        if block.origin == Origin::None || is_title {
            writer.blocks.push(block.clone());
            continue;
        }
        if let BlockKind::Heading { level, .. } = &block.kind {
            writer.heading(*level, block);
        }
        if matches!(block.kind, BlockKind::Footnote { .. }) {
            footnotes.push(block);
        }
        while let Some(passage) = rest.next_if(|passage| passage.block == index) {
            if let Some(blocks) = first.take() {
                writer.keep(blocks);
            }
            if is_chosen(passage) {
                writer.passage(block, passage, selection.chosen.get(&passage.id).and_then(Option::as_ref));
            } else {
                writer.leave_out(passage.lines.join("\n"), passage.span);
            }
            if let Some(blocks) = added.remove(&Some(&passage.id)) {
                writer.keep(blocks);
            }
        }
    }
    writer.drop_headings(Level::ONE);
    // What follows a passage that is gone is kept all the same.
    for blocks in first.into_iter().chain(added.into_values()) {
        writer.keep(blocks);
    }
    writer.footnotes(&footnotes);
    let Writer { blocks, changes, written, .. } = writer;
    let mut document = Document { blocks, ..document.clone() };
    keep_short_forms_in_use(&mut document);
    Some(Selected { document, changes, written })
}

struct Writer<'a> {
    blocks: Vec<Block>,
    /// Headings under which nothing has been kept yet.
    waiting: Vec<(Level, &'a Block)>,
    /// The list that the last item kept is of.
    last_item: Option<usize>,
    changes: Vec<Change>,
    written: Vec<Span>,
}

impl<'a> Writer<'a> {
    fn heading(&mut self, level: Level, block: &'a Block) {
        self.drop_headings(level);
        self.waiting.push((level, block));
        self.last_item = None;
    }

    /// Leaves out the headings of a level and deeper that nothing was kept under.
    fn drop_headings(&mut self, level: Level) {
        while let Some((_, heading)) = self.waiting.pop_if(|(waiting, _)| *waiting >= level) {
            self.leave_out(words_of(heading), heading.origin.span());
        }
    }

    fn leave_out(&mut self, words: String, span: Option<Span>) {
        self.changes.push(Change::new(ChangeKind::Authored, words, "", span));
    }

    fn keep(&mut self, blocks: Vec<Block>) {
        self.blocks.extend(self.waiting.drain(..).map(|(_, heading)| heading.clone()));
        self.blocks.extend(blocks);
        self.last_item = None;
    }

    /// Keeps a passage, in the words that somebody wrote, if somebody did.
    fn passage(&mut self, block: &Block, passage: &Passage, words: Option<&Vec<Block>>) {
        if let Some(words) = words {
            let origin = passage.span.map_or(Origin::None, Origin::DerivedFrom);
            let after = super::lines::text(words);
            self.changes.push(Change::new(ChangeKind::Authored, passage.lines.join("\n"), after, passage.span));
            self.written.extend(passage.span);
            self.keep(with_origin(words.clone(), origin));
            return;
        }
        let item = match (&block.kind, passage.item) {
            (BlockKind::List(list), Some(item)) => list.items.get(item),
            _ => None,
        };
        let Some(item) = item else { return self.keep(vec![block.clone()]) };
        if let (true, Some(Block { kind: BlockKind::List(list), .. })) = (self.last_item == Some(passage.block), self.blocks.last_mut()) {
            list.items.push(item.clone());
            return;
        }
        let list = BlockKind::List(List { items: vec![item.clone()] });
        self.keep(vec![Block::new(list, block.origin).in_language(block.lang.clone())]);
        self.last_item = Some(passage.block);
    }

    /// Keeps the footnotes that what was kept refers to, and those that these refer to.
    fn footnotes(&mut self, footnotes: &[&Block]) {
        let mut wanted = BTreeSet::new();
        references(&self.blocks, &mut wanted);
        for block in footnotes {
            let BlockKind::Footnote { label, .. } = &block.kind else { continue };
            if wanted.contains(label) {
                references(std::slice::from_ref(block), &mut wanted);
                self.blocks.push((*block).clone());
            } else {
                self.leave_out(words_of(block), block.origin.span());
            }
        }
    }
}

fn references(blocks: &[Block], found: &mut BTreeSet<String>) {
    walk::passages(blocks, &mut |passage| {
        walk::inlines(passage.content, &mut |inline| {
            if let InlineKind::NoteRef(label) = &inline.kind {
                found.insert(label.clone());
            }
        });
    });
}

/// Lists only the short forms that the words have.
fn keep_short_forms_in_use(document: &mut Document) {
    let mut used = BTreeSet::new();
    walk::passages(&document.blocks, &mut |passage| {
        let prose = Prose::of(passage.content);
        used.extend(prose.text().split(|character: char| !character.is_alphanumeric()).map(str::to_owned));
    });
    document.acronyms.retain(|acronym| used.contains(&acronym.short));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewrite::easy_read::{lines::lines, passages};
    use crate::{Source, parse};

    const TEXT: &str = "# Plan\n\n## Buses\n\nMore buses[^1].\n\n- Route 1\n- Route 2\n- Route 3\n\n## Parks\n\n### Trees\n\nMore trees.\n\n\
                        [^1]: Green.";

    fn document() -> Document {
        parse(&Source::new("t", TEXT))
    }

    fn own_words(text: &str) -> Vec<Block> {
        parse(&Source::new("w", text)).blocks
    }

    fn chosen(document: &Document, numbers: &[usize]) -> Selection {
        let all = passages(document);
        Selection { chosen: numbers.iter().map(|number| (all[*number].id.clone(), None)).collect(), added: Vec::new() }
    }

    #[test]
    fn what_is_chosen_stands_in_order_under_its_headings() {
        let document = document();
        let short = select(&document, &chosen(&document, &[4, 3, 1]), &[]).unwrap();
        assert_eq!(lines(&short.document.blocks), ["Plan", "Buses", "Route 1", "Route 3", "Parks", "Trees", "More trees."]);
        let left_out: Vec<&str> = short.changes.iter().map(|change| change.before.as_str()).collect();
        assert_eq!(left_out, ["More buses.", "Route 2", "Green."]);
    }

    #[test]
    fn a_note_goes_with_the_words_that_refer_to_it() {
        let document = document();
        let short = select(&document, &chosen(&document, &[0]), &[]).unwrap();
        assert_eq!(lines(&short.document.blocks), ["Plan", "Buses", "More buses.", "Green."]);
    }

    #[test]
    fn words_that_somebody_wrote_take_the_place_of_the_passage() {
        let document = document();
        let all = passages(&document);
        let mut selection = chosen(&document, &[]);
        selection.chosen.insert(all[2].id.clone(), Some(own_words("Bus 2 runs.")));
        selection.added.push(Added::new(Some(all[2].id.clone()), own_words("You can take a dog.")));
        selection.added.push(Added::new(None, own_words("Hello.")));
        let short = select(&document, &selection, &[]).unwrap();
        assert_eq!(lines(&short.document.blocks), ["Plan", "Buses", "Hello.", "Bus 2 runs.", "You can take a dog."]);
        assert_eq!(short.written, [all[2].span.unwrap()]);
        assert_eq!(&TEXT[short.written[0].range()].trim_end(), &"- Route 2");
    }

    #[test]
    fn key_points_are_chosen_and_nothing_chosen_is_no_short_version() {
        let document = document();
        let at = TEXT.find("More trees.").unwrap();
        let short = select(&document, &Selection::default(), &[Span::new(at - 2, at + 20)]).unwrap();
        assert_eq!(lines(&short.document.blocks), ["Plan", "Parks", "Trees", "More trees."]);
        assert!(select(&document, &Selection::default(), &[]).is_none());
    }
}
