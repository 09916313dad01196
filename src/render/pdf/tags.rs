//! The structure tree, built from what the document means before anything is drawn (ISO 32000-1,
//! 14.7 and 14.8; ISO 14289-1, 7). It knows nothing of the library that writes it.

use crate::model::{Lang, Level};

/// What a part of the document is, in the standard structure types of ISO 32000-1, 14.8.4.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Role {
    Document,
    Heading(Level),
    Paragraph,
    List(Numbering),
    ListItem,
    Label,
    ListBody,
    Table,
    TableHead,
    TableBody,
    TableRow,
    HeaderCell {
        scope: Scope,
        columns: u16,
        rows: u16,
    },
    DataCell {
        columns: u16,
        rows: u16,
    },
    Caption,
    Quote,
    Code,
    Figure {
        alternative: String,
    },
    /// A footnote.
    Note,
    Reference,
    Link,
    /// A table of contents, or the part of one below an entry.
    Contents,
    /// An entry of a table of contents, and the entries below it.
    ContentsEntry,
    /// Words within others that differ in nothing but their language.
    Span,
    /// A short form and what it stands for (ISO 32000-1, 14.9.5).
    Abbreviation {
        long: String,
    },
}

/// How the items of a list are labelled (ISO 32000-1, table 347).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    Disc,
    Decimal,
    UpperRoman,
    LowerRoman,
    UpperAlpha,
    LowerAlpha,
    /// Labels of no such kind, or no labels.
    Other,
}

impl Numbering {
    /// The numbering that begins with this label: `1.`, `(a)`, `iv)`.
    pub(super) fn beginning_with(label: &str) -> Self {
        let mark = label.trim_matches(|sign: char| !sign.is_alphanumeric());
        let of_all = |fits: fn(char) -> bool| !mark.is_empty() && mark.chars().all(fits);
        // A letter alone is a letter, save the i that begins a list of Roman numerals.
        let is_roman = mark.len() > 1 || mark.eq_ignore_ascii_case("i");
        if of_all(|sign| sign.is_ascii_digit() || sign == '.') {
            Self::Decimal
        } else if is_roman && of_all(|sign| "ivxlcdm".contains(sign)) {
            Self::LowerRoman
        } else if is_roman && of_all(|sign| "IVXLCDM".contains(sign)) {
            Self::UpperRoman
        } else if mark.len() == 1 && of_all(|sign| sign.is_ascii_lowercase()) {
            Self::LowerAlpha
        } else if mark.len() == 1 && of_all(|sign| sign.is_ascii_uppercase()) {
            Self::UpperAlpha
        } else {
            Self::Other
        }
    }
}

/// Which cells a heading cell heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Column,
    Row,
}

/// An element of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct NodeId(pub(super) usize);

/// A place that a link leads to, named before the element that will stand there is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Anchor(usize);

/// Turns that are kept for what is composed later but read here.
#[derive(Debug)]
pub(super) struct Gap(u32);

/// How many turns a gap has: more than a table of contents could take.
const GAP: u32 = 1 << 28;

/// An element and what it holds.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) role: Role,
    pub(super) parent: Option<NodeId>,
    pub(super) kids: Vec<Kid>,
    /// The language of its words, where it is not that of the document (ISO 32000-1, 14.9.2).
    pub(super) lang: Option<Lang>,
    /// Its place among the kids of its parent, as they were given.
    place: usize,
}

/// Something that an element holds, and its turn in reading order.
#[derive(Debug, Clone)]
pub(super) struct Kid {
    turn: Turn,
    pub(super) holds: Holds,
}

/// What an element may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Another element.
    Node(NodeId),
    /// A marked sequence: a page and the sequence's place on it.
    Content { page: usize, sequence: usize },
    /// An element that came to hold nothing stood here.
    Nothing,
    /// A link's area: a page and the area's place on it.
    Area { page: usize, area: usize },
}

/// A place in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Turn(u32);

/// The tree. Elements and words take turns while the document is composed; where on the pages the
/// words come to stand is told later, and [`Tree::finish`] puts all in order of their turns.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    turns: u32,
    /// The language of the next element.
    lang: Option<Lang>,
    /// The place that the next element is.
    anchor: Option<Anchor>,
    /// The element that stands at each anchor.
    anchored: Vec<Option<NodeId>>,
}

impl Tree {
    /// The element that holds all others.
    pub(super) const ROOT: NodeId = NodeId(0);

    pub(super) fn new() -> Self {
        let document = Node { role: Role::Document, parent: None, kids: Vec::new(), lang: None, place: 0 };
        Self { nodes: vec![document], turns: 0, lang: None, anchor: None, anchored: Vec::new() }
    }

    /// The next turn in reading order.
    pub(super) fn turn(&mut self) -> Turn {
        self.turns += 1;
        Turn(self.turns)
    }

    /// Keeps turns for what is composed later but read here.
    pub(super) fn leave_gap(&mut self) -> Gap {
        let gap = Gap(self.turns);
        self.turns = self.turns.saturating_add(GAP);
        gap
    }

    /// Goes on with the turns of a gap, or leaves it again.
    pub(super) fn exchange(&mut self, gap: &mut Gap) {
        std::mem::swap(&mut self.turns, &mut gap.0);
    }

    /// Gives the next element a language.
    pub(super) fn speak(&mut self, lang: Option<&Lang>) {
        self.lang = lang.cloned();
    }

    /// A place where no element stands yet.
    pub(super) fn new_anchor(&mut self) -> Anchor {
        self.anchored.push(None);
        Anchor(self.anchored.len() - 1)
    }

    /// Lets the next element stand at an anchor.
    pub(super) fn anchor_next(&mut self, anchor: Option<Anchor>) {
        self.anchor = anchor;
    }

    /// Lets an element stand at an anchor. If one does already, that stays.
    pub(super) fn anchor(&mut self, anchor: Anchor, node: NodeId) {
        if let Some(anchored) = self.anchored.get_mut(anchor.0) {
            anchored.get_or_insert(node);
        }
    }

    /// The element that stands at an anchor.
    pub(super) fn at(&self, anchor: Anchor) -> Option<NodeId> {
        self.anchored.get(anchor.0).copied().flatten()
    }

    /// Where the words of an element begin, once the tree is finished: a page and a sequence on it.
    /// For an element that holds no words, where those of the element that holds it begin.
    pub(super) fn beginning(&self, node: NodeId) -> Option<(usize, usize)> {
        let mut from = Some(node);
        while let Some(node) = from.and_then(|from| self.nodes.get(from.0)) {
            if let Some(found) = self.first_content(node) {
                return Some(found);
            }
            from = node.parent;
        }
        None
    }

    fn first_content<'a>(&'a self, mut node: &'a Node) -> Option<(usize, usize)> {
        loop {
            match node.kids.first()?.holds {
                Holds::Content { page, sequence } => return Some((page, sequence)),
                Holds::Node(kid) => node = self.nodes.get(kid.0)?,
                Holds::Nothing | Holds::Area { .. } => return None,
            }
        }
    }

    /// Adds an element to another.
    pub(super) fn open(&mut self, role: Role, parent: NodeId) -> NodeId {
        let id = NodeId(self.nodes.len());
        let turn = self.turn();
        let place = self.nodes.get(parent.0).map_or(0, |parent| parent.kids.len());
        let lang = self.lang.take();
        if let Some(anchor) = self.anchor.take() {
            self.anchor(anchor, id);
        }
        self.nodes.push(Node { role, parent: Some(parent), kids: Vec::new(), lang, place });
        self.give(parent, turn, Holds::Node(id));
        id
    }

    /// Gives an element something to hold.
    pub(super) fn give(&mut self, node: NodeId, turn: Turn, holds: Holds) {
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.kids.push(Kid { turn, holds });
        }
    }

    /// Puts everything in reading order: an element stands where its first words do, for it may have
    /// been opened before words that come first. Elements that came to hold nothing are let go.
    pub(super) fn finish(&mut self) {
        // An element comes after the one that holds it, so that going backwards meets it first.
        for index in (0..self.nodes.len()).rev() {
            let Some(node) = self.nodes.get_mut(index) else { continue };
            node.kids.retain(|kid| kid.holds != Holds::Nothing);
            node.kids.sort_by_key(|kid| kid.turn);
            let (first, parent, place) = (node.kids.first().map(|kid| kid.turn), node.parent, node.place);
            let is_empty = node.is_empty();
            let Some(kid) = parent.and_then(|parent| self.nodes.get_mut(parent.0)).and_then(|parent| parent.kids.get_mut(place)) else {
                continue;
            };
            if is_empty {
                kid.holds = Holds::Nothing;
            } else if let Some(first) = first {
                kid.turn = first;
            }
        }
    }
}

impl Node {
    /// Whether it holds nothing, and is not a cell, which may: a table needs all its cells.
    pub(super) fn is_empty(&self) -> bool {
        let is_cell = matches!(self.role, Role::HeaderCell { .. } | Role::DataCell { .. } | Role::Document);
        self.kids.is_empty() && !is_cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numbering_is_known_by_its_first_label() {
        for (label, numbering) in [
            ("1.", Numbering::Decimal),
            ("3.10", Numbering::Decimal),
            ("(a)", Numbering::LowerAlpha),
            ("C)", Numbering::UpperAlpha),
            ("i.", Numbering::LowerRoman),
            ("(iv)", Numbering::LowerRoman),
            ("II", Numbering::UpperRoman),
            ("Item 1", Numbering::Other),
            ("-", Numbering::Other),
        ] {
            assert_eq!(Numbering::beginning_with(label), numbering, "{label}");
        }
    }

    #[test]
    fn what_is_composed_in_a_gap_is_read_where_the_gap_is() {
        let mut tree = Tree::new();
        let before = tree.turn();
        let mut gap = tree.leave_gap();
        let after = tree.turn();
        tree.exchange(&mut gap);
        let within = tree.turn();
        tree.exchange(&mut gap);
        let last = tree.turn();
        assert!(before < within && within < after && after < last);
    }

    #[test]
    fn an_element_begins_where_its_first_words_do_or_those_of_its_holder() {
        let mut tree = Tree::new();
        let anchor = tree.new_anchor();
        let quote = tree.open(Role::Quote, Tree::ROOT);
        tree.anchor_next(Some(anchor));
        let paragraph = tree.open(Role::Paragraph, quote);
        let empty = tree.open(Role::Paragraph, quote);
        let words = tree.turn();
        tree.give(paragraph, words, Holds::Content { page: 3, sequence: 7 });
        tree.finish();
        assert_eq!(tree.at(anchor), Some(paragraph));
        for node in [quote, paragraph, empty, Tree::ROOT] {
            assert_eq!(tree.beginning(node), Some((3, 7)));
        }
    }

    #[test]
    fn an_element_stands_where_its_first_words_do() {
        let mut tree = Tree::new();
        let paragraph = tree.open(Role::Paragraph, Tree::ROOT);
        let link = tree.open(Role::Link, paragraph);
        let (words, words_of_link) = (tree.turn(), tree.turn());
        tree.give(link, words_of_link, Holds::Content { page: 0, sequence: 1 });
        tree.give(paragraph, words, Holds::Content { page: 0, sequence: 0 });
        tree.finish();
        let kids: Vec<Holds> = tree.nodes[paragraph.0].kids.iter().map(|kid| kid.holds).collect();
        assert_eq!(kids, [Holds::Content { page: 0, sequence: 0 }, Holds::Node(link)]);
    }
}
