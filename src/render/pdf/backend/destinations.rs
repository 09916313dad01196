//! Where links and the outline lead: the place of an element on its page (ISO 32000-1, 12.3.2).

use lopdf::{Object, ObjectId};

use super::super::tags::{NodeId, Tree};
use super::{hundredths, name};

/// The places of the elements of a tree that is finished and drawn.
pub(super) struct Destinations<'a> {
    pub(super) tree: &'a Tree,
    pub(super) pages: &'a [ObjectId],
    /// For each page, how far from its bottom each marked sequence begins.
    pub(super) tops: &'a [Vec<f32>],
}

impl Destinations<'_> {
    /// Where an element begins, as a reader of the document is led there: no nearer and no farther
    /// than the page is seen now.
    pub(super) fn of(&self, node: NodeId) -> Object {
        let (page, sequence) = self.tree.beginning(node).unwrap_or_default();
        let top = self.tops.get(page).and_then(|tops| tops.get(sequence)).copied();
        let page = self.pages.get(page).map_or(Object::Null, |id| Object::Reference(*id));
        let top = top.map_or(Object::Null, |top| Object::Real(hundredths(top)));
        Object::Array(vec![page, name("XYZ"), Object::Null, top, Object::Null])
    }
}
