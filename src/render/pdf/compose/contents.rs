//! The page of contents: the sections of the document, each with its page and a link to it.
//!
//! It is composed last, when all headings are known, and read after the title: the tree keeps turns
//! for it. The numbers of the pages are filled in when the pages are dealt out. Room for them is
//! left before, so that filling them in moves nothing.

use std::rc::Rc;

use super::super::flow::galley::{Bookmark, Fragment, Link, PageNumber, Strip, Target};
use super::super::flow::lines::points;
use super::super::flow::shape::Face;
use super::super::tags::{Gap, NodeId, Role, Tree};
use super::inlines::Look;
use super::{Column, Composer};
use crate::model::Level;
use crate::render::pdf::flow::galley;
use crate::render::pdf::flow::lines::Passage;
use crate::render::wording;

/// The deepest level that is listed.
const DEEPEST: u8 = 3;

/// A document of fewer sections is soon looked through.
const FEWEST: usize = 3;

/// So is one of fewer pages.
const PAGES: f32 = 3.0;

/// If the contents took more pages than this, only the sections of the second level are listed: who
/// reads slowly must get through them all.
const MOST_PAGES: f32 = 2.0;

/// Room is left for the number of a page up to this, told with the widest digits.
const WIDEST_NUMBER: usize = 8_000;

impl Composer<'_, '_> {
    /// The contents of a body that is composed, if it is so long that readers need them. They are
    /// read where the gap was left.
    pub(in crate::render::pdf) fn contents(&mut self, body: &[Strip], mut gap: Gap) -> Vec<Strip> {
        let headings: Vec<&Bookmark> = body.iter().flat_map(|strip| &strip.bookmarks).collect();
        let listed = |deepest: u8| {
            let listed = headings.iter().filter(move |heading| (2..=deepest).contains(&heading.level.number()));
            listed.copied().collect::<Vec<_>>()
        };
        let sections = listed(Level::TWO.number());
        if sections.len() < FEWEST || galley::height(body) < PAGES * self.style.column_height() {
            return Vec::new();
        }
        self.tree.exchange(&mut gap);
        self.last_level = Level::ONE.number();
        let mut strips = self.heading(Level::TWO, wording::CONTENTS);
        let mut entries = self.entries(&listed(DEEPEST));
        if galley::height(&entries) > MOST_PAGES * self.style.column_height() {
            // The elements of what is not printed hold nothing, and are let go with all such.
            entries = self.entries(&sections);
        }
        strips.append(&mut entries);
        self.tree.exchange(&mut gap);
        strips
    }

    /// The entries: those of the third level are part of the one of the second that they follow.
    fn entries(&mut self, headings: &[&Bookmark]) -> Vec<Strip> {
        let mut strips = Vec::new();
        let top = self.tree.open(Role::Contents, Tree::ROOT);
        let mut section: Option<NodeId> = None;
        let mut below: Option<NodeId> = None;
        let column = self.page_column();
        for (index, heading) in headings.iter().enumerate() {
            let inner = column.inset(self.style.indent(), self.style.size).unwrap_or(column);
            let (parent, column) = match section {
                Some(section) if heading.level > Level::TWO => {
                    (*below.get_or_insert_with(|| self.tree.open(Role::Contents, section)), inner)
                }
                Some(_) | None => (top, column),
            };
            let entry = self.tree.open(Role::ContentsEntry, parent);
            if parent == top {
                (section, below) = (Some(entry), None);
            }
            let mut lines = self.entry(heading, entry, column);
            if let Some(first) = lines.first_mut() {
                first.gap = if index == 0 { self.style.paragraph_gap() } else { self.style.item_gap() };
            }
            galley::keep_together(&mut lines);
            strips.append(&mut lines);
        }
        strips
    }

    fn entry(&mut self, heading: &Bookmark, entry: NodeId, column: Column) -> Vec<Strip> {
        let reference = self.tree.open(Role::Reference, entry);
        let lang = self.tree.nodes.get(heading.node.0).and_then(|node| node.lang.clone());
        self.tree.speak(lang.as_ref());
        let node = self.tree.open(Role::Link, reference);
        let said = self.leading_to(&heading.title, lang.as_ref().unwrap_or(&self.document_lang));
        let link = Rc::new(Link { node, target: Target::Element(heading.node), said });
        let mut passage = Passage::default();
        let look = Look { link: Some(Rc::clone(&link)), ..Look::new(node, Face::Regular) };
        self.add_words(&mut passage, &before_number(&heading.title), None, &look);
        let mut strips = self.set(&passage, self.style.size, column);
        let holder = self.own_words_within(node);
        self.leave_room_for_number(&mut strips, heading.node, holder, &link, column);
        strips
    }

    /// Leaves room for the number of a page at the end of the last line, or on a line of its own. The
    /// number stands beside the words, and not at the far edge: nobody has to follow a line of dots
    /// with a magnifier.
    fn leave_room_for_number(&mut self, strips: &mut Vec<Strip>, of: NodeId, node: NodeId, link: &Rc<Link>, column: Column) {
        let (size, face) = (self.style.size, Face::Regular);
        let mut width = |words: &str| points(self.shaper.shape(face, words).width, size);
        let (space, room) = (width(" "), width(&wording::page(WIDEST_NUMBER)));
        let end = strips.last().and_then(|last| last.areas.last()).map(|area| area.x + area.width + space);
        let beside = end.filter(|end| end + room <= column.x + column.width);
        if beside.is_none() {
            strips.push(Strip { height: self.style.line(), ..Strip::default() });
        }
        let x = beside.unwrap_or(column.x);
        let baseline = self.body_baseline();
        let turn = self.tree.turn();
        let area = self.area(link, x, baseline, size, room);
        let Some(last) = strips.last_mut() else { return };
        match last.areas.last_mut() {
            Some(area) => area.width += space + room,
            None => last.areas.push(area),
        }
        let fragment = Fragment { node: Some(node), turn, x, baseline, size, glyphs: Vec::new(), stands_for: None };
        last.page_number = Some(Box::new(PageNumber { of, face, fragment }));
    }
}

/// The words of a heading, as the number of its page follows them.
fn before_number(title: &str) -> String {
    let title = title.trim_end_matches([' ', ':', '.', ',']);
    let comma = if title.ends_with(['?', '!']) { "" } else { "," };
    format!("{title}{comma} ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_page_goes_on_from_the_words() {
        for (title, words) in [("Our plan", "Our plan, "), ("Present:", "Present, "), ("What next?", "What next? ")] {
            assert_eq!(before_number(title), words);
        }
    }
}
