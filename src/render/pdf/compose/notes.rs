//! Footnotes and their marks, with the way from each mark to its note and back.

use std::rc::Rc;

use super::super::flow::galley::{Link, Said, Strip, Target};
use super::super::flow::lines::Passage;
use super::super::flow::shape::Face;
use super::super::tags::{Anchor, NodeId, Role};
use super::inlines::{Look, push};
use super::{Column, Composer};
use crate::model::{Block, Inline, Lang};
use crate::render::losses;

impl Composer<'_, '_> {
    /// A footnote: its mark, which leads back to the text, and what it says.
    pub(super) fn footnote(&mut self, block: &Block, label: &str, blocks: &[Block], column: Column, parent: NodeId) -> Vec<Strip> {
        let node = self.tree.open(Role::Note, parent);
        let mark = self.tree.open(Role::Label, node);
        let back = self.places.note_of(block).and_then(|places| places.reference);
        let said = self.said(format!("Back to the text that note {label} belongs to"), &Lang::default());
        let link = back.map(|back| self.way(back, said, mark));
        let face = Face::Bold;
        let (words, width) = self.label(&format!("[{label}]"), link.as_ref().map_or(mark, |link| link.node), face);
        let indent = (width + self.style.size * 0.4).max(self.style.indent());
        let mut strips = match column.inset(indent, self.style.size) {
            Some(inner) => {
                let strips = self.blocks(blocks, inner, node);
                self.hang(words, column, strips)
            }
            None => {
                let strips = self.blocks(blocks, column, node);
                self.above(words, column, strips)
            }
        };
        if let (Some(link), Some(first)) = (link, strips.first_mut()) {
            let baseline = first.fragments.iter().find(|fragment| fragment.node == Some(link.node)).map(|fragment| fragment.baseline);
            let area = baseline.map(|baseline| self.area(&link, column.x, baseline, self.style.size, width));
            first.areas.extend(area);
        }
        strips
    }

    /// The mark of a footnote in the text, which leads to the note.
    pub(super) fn add_note_reference(&mut self, passage: &mut Passage, label: &str, inline: &Inline, look: &Look) {
        let mark = format!("[{label}]");
        // The mark is as large as the text (UKAAF), so it needs a space, and must stay with its word.
        if passage.text.ends_with(|last: char| !last.is_whitespace()) {
            push(passage, "\u{a0}", look);
        }
        let Some(number) = self.footnotes.number(label) else {
            self.add_words(passage, &mark, None, look);
            self.report.losses.push(losses::footnote_missing(label, inline.origin.span()));
            return;
        };
        let places = self.places.note(number);
        self.tree.anchor_next(places.and_then(|places| places.reference));
        let node = self.tree.open(Role::Reference, look.node);
        let said = self.said(format!("Note {label}"), &Lang::default());
        let link = places.filter(|_| look.link.is_none()).map(|places| self.way(places.note, said, node));
        let look = match link {
            Some(link) => Look { link: Some(Rc::clone(&link)), ..look.within(link.node) },
            None => look.within(node),
        };
        self.add_words(passage, &mark, None, &look);
    }

    /// A link to a place in the document.
    pub(super) fn way(&mut self, to: Anchor, said: Said, parent: NodeId) -> Rc<Link> {
        let node = self.tree.open(Role::Link, parent);
        Rc::new(Link { node, target: Target::Anchor(to), said })
    }
}
