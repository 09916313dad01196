//! Where the words of a document stand: under which heading, after which printed numbers, in which
//! column of a table.

use std::ops::Range;

use crate::model::{Block, BlockKind, Cell, Inline, Label, Lang, Level, Prose, Table, cut};
use crate::source::Span;

/// The passages of a document, to be asked for by place.
pub(super) struct Places<'a> {
    passages: Vec<Passage<'a>>,
}

/// A run of inlines that is read as one, and what it stands in.
pub(super) struct Passage<'a> {
    /// The words.
    content: &'a [Inline],
    /// The same as people read them.
    prose: Prose,
    /// Where the words are cut for those who will ask for a part of them, and the parts.
    cuts: Vec<usize>,
    parts: Vec<Vec<Inline>>,
    /// From the first of them to the last.
    pub(super) span: Span,
    /// What they stand in.
    pub(super) within: Within<'a>,
    /// Whether they are a term or a label, and what follows is said of it.
    pub(super) is_term: bool,
}

/// What a passage stands in.
#[derive(Clone, Default)]
pub(super) struct Within<'a> {
    /// The heading above it. The title is none.
    pub(super) heading: Option<Heading<'a>>,
    /// The last numbered line above it in the same section: parishes number their items so.
    pub(super) above: Option<Heading<'a>>,
    /// The numbers and letters printed before it, the outermost first.
    pub(super) numbers: Vec<&'a Label>,
    /// The cell of a table that it stands in.
    pub(super) cell: Option<&'a Cell>,
    /// The cell that heads the column of that.
    pub(super) column: Option<&'a Cell>,
    /// The language it is in, where that is not the document's.
    pub(super) lang: Option<&'a Lang>,
}

/// A heading, or a line that is as good as one.
#[derive(Clone, Copy)]
pub(super) struct Heading<'a> {
    /// The number printed before it.
    pub(super) number: Option<&'a Label>,
    /// Its words.
    pub(super) content: &'a [Inline],
}

/// Headings that say what is below them, and not what it is about.
const LABELS: [&str; 9] =
    ["decision", "decisions", "action", "actions", "action points", "agreed", "resolved", "resolution", "resolutions"];

impl Heading<'_> {
    fn is_label(&self) -> bool {
        let prose = Prose::of(self.content);
        let words = prose.text().trim().trim_end_matches([':', '.']).to_lowercase();
        LABELS.contains(&words.as_str())
    }
}

impl<'a> Places<'a> {
    /// The passages of these blocks, and their parts within these spans. Each passage is cut once,
    /// however many spans begin in it.
    pub(super) fn of(blocks: &'a [Block], spans: &[Span]) -> Self {
        let mut walker = Walker { within: Within::default(), headings: Vec::new(), passages: Vec::new() };
        walker.blocks(blocks);
        walker.passages.sort_by_key(|passage| passage.span.start);
        let mut places = Self { passages: walker.passages };
        for span in spans {
            let reached = places.reached(*span);
            for passage in places.passages.get_mut(reached).unwrap_or_default() {
                passage.cuts.extend(passage.prose.within(*span).into_iter().flat_map(|range| [range.start, range.end]));
            }
        }
        for passage in places.passages.iter_mut().filter(|passage| !passage.cuts.is_empty()) {
            passage.cuts.sort_unstable();
            passage.cuts.dedup();
            passage.parts = cut(passage.content, &passage.cuts);
        }
        places
    }

    /// The passages that hold some of a span, in order.
    pub(super) fn at(&self, span: Span) -> impl Iterator<Item = &Passage<'a>> {
        self.passages.get(self.reached(span)).unwrap_or_default().iter()
    }

    fn reached(&self, span: Span) -> Range<usize> {
        let first = self.passages.partition_point(|passage| passage.span.end <= span.start);
        let length = self.passages.iter().skip(first).take_while(|passage| passage.span.start < span.end).count();
        first..first + length
    }
}

impl Passage<'_> {
    /// The words within a span that the places were made for, and where the document has them.
    pub(super) fn within(&self, span: Span) -> Option<(Vec<Inline>, Span)> {
        let range = self.prose.within(span)?;
        let part_from = |at: usize| self.cuts.binary_search(&at).ok().map(|index| index + 1);
        let parts = self.parts.iter().take(part_from(range.end)?).skip(part_from(range.start)?);
        Some((parts.flatten().cloned().collect(), self.prose.span(range)?))
    }
}

struct Walker<'a> {
    within: Within<'a>,
    /// The headings of the sections that are open, the outermost first.
    headings: Vec<(Level, Heading<'a>)>,
    passages: Vec<Passage<'a>>,
}

impl<'a> Walker<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            let lang = self.within.lang;
            self.within.lang = block.lang.as_ref().or(lang);
            self.block(block);
            self.within.lang = lang;
        }
    }

    fn block(&mut self, block: &'a Block) {
        match &block.kind {
            BlockKind::Heading { level, number, content } => {
                self.passage(content, false);
                self.enter(*level, Heading { number: number.as_deref(), content });
            }
            BlockKind::Paragraph { number, content } => {
                self.numbered(number.as_deref(), content, |walker| walker.passage(content, false));
            }
            BlockKind::List(list) => {
                for item in &list.items {
                    self.numbered(item.label.as_deref(), first_words(&item.blocks), |walker| walker.blocks(&item.blocks));
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.passage(&definition.term, true);
                    self.blocks(&definition.description);
                }
            }
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => self.blocks(blocks),
            BlockKind::Code(_) | BlockKind::Figure(_) | BlockKind::Explanation { .. } | BlockKind::Break => {}
        }
    }

    /// Goes on below a heading. One that says no more than what is below it, such as "Decision", names
    /// no place: the one above it does.
    fn enter(&mut self, level: Level, heading: Heading<'a>) {
        self.headings.retain(|(open, _)| *open < level);
        if level > Level::ONE && !Prose::of(heading.content).text().trim().is_empty() {
            self.headings.push((level, heading));
        }
        let named = self.headings.iter().rev().find(|(_, heading)| !heading.is_label());
        self.within.heading = named.or(self.headings.last()).map(|(_, heading)| *heading);
        self.within.above = None;
    }

    fn passage(&mut self, content: &'a [Inline], is_term: bool) {
        let prose = Prose::of(content);
        if let Some(span) = prose.span(0..prose.text().len()) {
            let (cuts, parts) = (Vec::new(), Vec::new());
            self.passages.push(Passage { content, prose, cuts, parts, span, within: self.within.clone(), is_term });
        }
    }

    /// Walks through what a number may stand before; `content` is the line that begins with it.
    fn numbered(&mut self, number: Option<&'a Label>, content: &'a [Inline], walk: impl FnOnce(&mut Self)) {
        self.within.numbers.extend(number);
        walk(self);
        if number.is_some() {
            self.within.numbers.pop();
            let has_words = !Prose::of(content).text().trim().is_empty();
            if self.within.numbers.is_empty() && has_words {
                self.within.above = Some(Heading { number, content });
            }
        }
    }

    fn table(&mut self, table: &'a Table) {
        self.passage(&table.caption, false);
        let outside = self.within.clone();
        let grid = table.grid();
        let head = grid.get(..table.head.len()).unwrap_or_default();
        for (row, places) in table.head.iter().chain(&table.body).zip(&grid).skip(head.len()) {
            let mut column = 0;
            for cell in &row.cells {
                column += places.iter().skip(column).take_while(|place| !place.is_some_and(|place| std::ptr::eq(place, cell))).count();
                let heads = |row: &Vec<Option<&'a Cell>>| row.get(column).copied().flatten().filter(|cell| !cell.blocks.is_empty());
                self.within.cell = Some(cell);
                self.within.column = head.iter().rev().find_map(heads);
                self.blocks(&cell.blocks);
            }
            self.within = outside.clone();
        }
    }
}

/// The words of the first block, where it is a paragraph.
fn first_words(blocks: &[Block]) -> &[Inline] {
    match blocks {
        [Block { kind: BlockKind::Paragraph { content, .. }, .. }, ..] => content,
        _ => &[],
    }
}
