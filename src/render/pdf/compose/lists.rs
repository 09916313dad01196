//! Lists and definitions: a label and what belongs to it, never parted.

use super::super::flow::galley::{Fragment, Strip};
use super::super::flow::lines::Passage;
use super::super::flow::shape::Face;
use super::super::style::baseline;
use super::super::tags::{NodeId, Numbering, Role};
use super::inlines::Look;
use super::{Column, Composer};
use crate::model::{Block, BlockKind, Definition, List};

const BULLET: &str = "•";

impl Composer<'_, '_> {
    pub(super) fn list(&mut self, list: &List, column: Column, parent: NodeId) -> Vec<Strip> {
        self.items(list, column, parent).concat()
    }

    /// The strips of each item of a list.
    pub(in crate::render::pdf) fn items(&mut self, list: &List, column: Column, parent: NodeId) -> Vec<Vec<Strip>> {
        let label = list.items.iter().find_map(|item| item.label.as_ref());
        let numbering = label.map_or(Numbering::Disc, |label| Numbering::beginning_with(&label.text));
        let node = self.tree.open(Role::List(numbering), parent);
        let indent = self.label_width(list);
        // Where items have several blocks, the space between items is no less than that within them.
        let is_loose = list.items.iter().any(|item| item.blocks.len() > 1);
        let mut items = Vec::with_capacity(list.items.len());
        for (index, item) in list.items.iter().enumerate() {
            let entry = self.tree.open(Role::ListItem, node);
            let mark = self.tree.open(Role::Label, entry);
            let text = item.label.as_ref().map_or(BULLET, |label| label.text.as_str());
            let (label, _) = self.label(text, mark, self.face);
            let body = self.tree.open(Role::ListBody, entry);
            let mut lines = match column.inset(indent, self.style.size) {
                Some(inner) => {
                    let lines = self.blocks(&item.blocks, inner, body);
                    self.hang(label, column, lines)
                }
                None => {
                    let lines = self.blocks(&item.blocks, column, body);
                    self.above(label, column, lines)
                }
            };
            if let Some(first) = lines.first_mut() {
                first.gap = if index == 0 || is_loose { self.style.paragraph_gap() } else { self.style.item_gap() };
            }
            items.push(lines);
        }
        items
    }

    /// The width of the widest label and the space after it.
    fn label_width(&mut self, list: &List) -> f32 {
        let mut widest = self.style.indent();
        for label in list.items.iter().filter_map(|item| item.label.as_deref()) {
            let shaped = self.shaper.shape(self.face, &label.text);
            widest = widest.max(super::points(shaped.width, self.style.size) + self.style.size * 0.5);
        }
        widest
    }

    /// Terms and what is said of each: the term in bold, and what is said after it or below.
    pub(super) fn definitions(&mut self, definitions: &[Definition], column: Column, parent: NodeId) -> Vec<Strip> {
        let node = self.tree.open(Role::List(Numbering::Other), parent);
        let mut strips = Vec::new();
        for (index, definition) in definitions.iter().enumerate() {
            let entry = self.tree.open(Role::ListItem, node);
            let mark = self.tree.open(Role::Label, entry);
            let body = self.tree.open(Role::ListBody, entry);
            let mut passage = Passage::default();
            self.add(&mut passage, &definition.term, &Look::new(mark, Face::Bold));
            self.add_words(&mut passage, ": ", None, &Look::new(mark, Face::Bold));
            let paragraph = self.tree.open(Role::Paragraph, body);
            let rest = self.run_in(&mut passage, &definition.description, &Look::new(paragraph, self.face));
            let mut lines = self.set(&passage, self.style.size, column);
            if let Some(last) = lines.last_mut() {
                last.keep_with_next |= !rest.is_empty();
            }
            lines.append(&mut self.blocks(rest, column, body));
            if let Some(first) = lines.first_mut() {
                first.gap = if index == 0 { self.style.paragraph_gap() } else { self.style.item_gap() };
            }
            strips.append(&mut lines);
        }
        strips
    }

    /// Adds the first paragraph of blocks to a passage, where it runs in after a label. The blocks that
    /// are left come back.
    pub(super) fn run_in<'b>(&mut self, passage: &mut Passage, blocks: &'b [Block], look: &Look) -> &'b [Block] {
        let [first @ Block { kind: BlockKind::Paragraph { number: None, content }, lang, .. }, rest @ ..] = blocks else { return blocks };
        if let Some(anchor) = self.places.anchor(first) {
            self.tree.anchor(anchor, look.node);
        }
        let look = match lang {
            Some(lang) => {
                self.tree.speak(Some(lang));
                look.within(self.tree.open(Role::Span, look.node))
            }
            None => look.clone(),
        };
        self.in_language(lang.as_ref(), |composer| composer.add(passage, content, &look));
        rest
    }

    /// Hangs a label beside the first line of what it belongs to.
    pub(super) fn hang(&mut self, mut label: Fragment, column: Column, mut strips: Vec<Strip>) -> Vec<Strip> {
        label.x = column.x;
        match strips.first_mut() {
            Some(first) => {
                label.baseline = first.fragments.first().map_or_else(|| self.body_baseline(), |fragment| fragment.baseline);
                first.height = first.height.max(label.baseline + label.size * 0.3);
                first.fragments.push(label);
                strips
            }
            None => self.above(label, column, strips),
        }
    }

    /// Sets a label on a line of its own above what it belongs to, where there is no room beside it.
    pub(super) fn above(&mut self, mut label: Fragment, column: Column, mut strips: Vec<Strip>) -> Vec<Strip> {
        label.x = column.x;
        label.baseline = self.body_baseline();
        let gap = strips.first().map_or_else(|| self.style.paragraph_gap(), |strip| strip.gap);
        if let Some(first) = strips.first_mut() {
            first.gap = 0.0;
        }
        let keep_with_next = !strips.is_empty();
        strips.insert(0, Strip { height: self.style.line(), gap, keep_with_next, fragments: vec![label], ..Strip::default() });
        strips
    }

    pub(super) fn body_baseline(&self) -> f32 {
        baseline(self.style.size, self.style.line())
    }
}
