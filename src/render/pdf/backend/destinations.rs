//! Where links and the outline lead: the place of an element on its page (ISO 32000-1, 12.3.2).

use super::super::tags::{NodeId, Tree};
use super::draw::Drawn;
use super::object::{Array, Id, Name};

/// The places of the elements of a tree that is finished and drawn.
pub(super) struct Destinations<'a> {
    pub(super) tree: &'a Tree,
    pub(super) pages: &'a [Id],
    pub(super) drawn: &'a [Drawn],
}

impl Destinations<'_> {
    /// Where an element begins, as a reader of the document is led there: no nearer and no farther
    /// than the page is seen now.
    pub(super) fn of(&self, node: NodeId) -> Array {
        let (page, sequence) = self.tree.beginning(node).unwrap_or_default();
        let top = self.drawn.get(page).and_then(|page| page.tops.get(sequence));
        Array::new().with(self.pages.get(page)).with(Name("XYZ")).with(None::<Id>).with(top).with(None::<Id>)
    }
}
