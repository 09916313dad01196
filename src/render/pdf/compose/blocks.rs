//! Blocks as strips.

use super::super::colours::Shade;
use super::super::flow::galley::{self, Ink, Paint, Strip, keep_together};
use super::super::flow::lines::Passage;
use super::super::flow::shape::Face;
use super::super::tags::{NodeId, Role, Tree};
use super::inlines::Look;
use super::{Column, Composer};
use crate::model::{Block, BlockKind, Inline, Label};
use crate::render::wording;

/// How many sizes wide a column must be for the numbers of its paragraphs to stand beside them.
const WIDE: f32 = 19.0;

impl Composer<'_, '_> {
    /// The blocks of a document.
    pub(in crate::render::pdf) fn document(&mut self, blocks: &[Block]) -> Vec<Strip> {
        self.blocks(blocks, self.page_column(), Tree::ROOT)
    }

    /// Blocks in a column, as part of an element.
    pub(in crate::render::pdf) fn blocks(&mut self, blocks: &[Block], column: Column, parent: NodeId) -> Vec<Strip> {
        blocks.iter().flat_map(|block| self.block(block, column, parent)).collect()
    }

    /// A block in a column, as part of an element.
    pub(in crate::render::pdf) fn block(&mut self, block: &Block, column: Column, parent: NodeId) -> Vec<Strip> {
        self.tree.speak(block.lang.as_ref());
        self.tree.anchor_next(self.places.anchor(block));
        self.in_language(block.lang.as_ref(), |composer| composer.set_block(block, column, parent))
    }

    fn set_block(&mut self, block: &Block, column: Column, parent: NodeId) -> Vec<Strip> {
        match &block.kind {
            BlockKind::Heading { level, number, content } => {
                let node = self.open_heading(*level, parent);
                let mut passage = Passage::default();
                let look = Look::new(node, Face::Bold);
                if let Some(number) = number {
                    self.add_words(&mut passage, &format!("{} ", number.text), None, &look);
                }
                self.add(&mut passage, content, &look);
                self.set_heading(*level, node, &passage, column)
            }
            BlockKind::Paragraph { number, content } => self.numbered(number.as_deref(), content, column, parent),
            BlockKind::List(list) => self.list(list, column, parent),
            BlockKind::Definitions(definitions) => self.definitions(definitions, column, parent),
            BlockKind::Table(table) => self.table(table, column, parent),
            BlockKind::Quote(blocks) => {
                let node = self.tree.open(Role::Quote, parent);
                let inner = column.inset(self.style.indent(), self.style.size).unwrap_or(column);
                let mut strips = self.blocks(blocks, inner, node);
                bar(&mut strips, column.x, self.style.size * 0.2);
                strips
            }
            BlockKind::Code(text) => {
                let paragraph = self.tree.open(Role::Paragraph, parent);
                let node = self.tree.open(Role::Code, paragraph);
                let mut passage = Passage::default();
                let text = text.trim_end_matches('\n');
                self.add_words(&mut passage, text, None, &Look { exact: true, ..Look::new(node, self.face) });
                self.set(&passage, self.style.size, column)
            }
            BlockKind::Figure(image) => self.figure(image, block, column, parent),
            BlockKind::Footnote { label, blocks } => self.footnote(block, label, blocks, column, parent),
            BlockKind::Explanation { term, meaning } => self.explanation(term, meaning, column, parent),
            BlockKind::Break => {
                // A line says nothing, and is no element that could be given a language.
                self.tree.speak(None);
                self.tree.anchor_next(None);
                let line = Ink { x: column.x, y: 0.0, width: column.width, height: 1.0, paint: Paint::Fill(Shade::Line) };
                vec![Strip { height: 1.0, gap: self.style.paragraph_gap(), ink: vec![line], ..Strip::default() }]
            }
        }
    }

    /// A paragraph, its number in the margin where there is room for it.
    fn numbered(&mut self, number: Option<&Label>, content: &[Inline], column: Column, parent: NodeId) -> Vec<Strip> {
        let node = self.tree.open(Role::Paragraph, parent);
        let mut passage = Passage::default();
        let look = Look::new(node, self.face);
        let Some(number) = number else {
            self.add(&mut passage, content, &look);
            return self.set(&passage, self.style.size, column);
        };
        if column.width < self.style.size * WIDE {
            self.add_words(&mut passage, &format!("{} ", number.text), None, &look);
            self.add(&mut passage, content, &look);
            return self.set(&passage, self.style.size, column);
        }
        let (label, width) = self.label(&number.text, node, self.face);
        let indent = (width + self.style.size * 0.5).max(self.style.size * 2.4);
        self.add(&mut passage, content, &look);
        match column.inset(indent, self.style.size) {
            Some(inner) => {
                let strips = self.set(&passage, self.style.size, inner);
                self.hang(label, column, strips)
            }
            None => {
                let strips = self.set(&passage, self.style.size, column);
                self.above(label, column, strips)
            }
        }
    }

    /// What a hard word means, in a box of its own.
    fn explanation(&mut self, term: &str, meaning: &str, column: Column, parent: NodeId) -> Vec<Strip> {
        let node = self.tree.open(Role::Paragraph, parent);
        let mut passage = Passage::default();
        self.add_words(&mut passage, term, None, &Look::new(node, Face::Bold));
        let ours = self.own_words_within(node);
        self.add_words(&mut passage, &wording::meaning(meaning), None, &Look::new(ours, Face::Regular));
        let pad = self.style.size * 0.5;
        let inner = Column { x: column.x + pad * 1.6, width: column.width - 2.6 * pad };
        let strips = self.set(&passage, self.style.size, inner);
        let mut strips = self.boxed(strips, column, pad * 0.6, Paint::Fill(Shade::Tint));
        bar(&mut strips, column.x, self.style.size * 0.25);
        strips
    }

    /// Puts strips in a box, with space within it above and below.
    pub(super) fn boxed(&mut self, mut strips: Vec<Strip>, column: Column, pad: f32, paint: Paint) -> Vec<Strip> {
        let height = galley::height(&strips) + 2.0 * pad;
        let gap = strips.first().map_or(0.0, |strip| strip.gap);
        if let Some(first) = strips.first_mut() {
            first.gap = 0.0;
        }
        let edge = |gap| Strip { height: pad, gap, ..Strip::default() };
        strips.insert(0, Strip { keep_with_next: true, ..edge(gap) });
        if let Some(last) = strips.last_mut() {
            last.keep_with_next = true;
        }
        strips.push(edge(0.0));
        if height <= self.style.column_height()
            && let Some(first) = strips.first_mut()
        {
            first.ink.insert(0, Ink { x: column.x, y: 0.0, width: column.width, height, paint });
            keep_together(&mut strips);
        }
        strips
    }
}

/// Draws a bar to the left of strips, through the gaps between them.
fn bar(strips: &mut [Strip], x: f32, width: f32) {
    for (index, strip) in strips.iter_mut().enumerate() {
        let above = if index == 0 { 0.0 } else { strip.gap };
        strip.ink.push(Ink { x, y: -above, width, height: strip.height + above, paint: Paint::Fill(Shade::Line) });
    }
}
