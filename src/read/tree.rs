//! The stack of open elements that Markdown and HTML build the document with. Either may open what
//! it likes: what does not fit where it stands is put where it fits, and no word is lost.

use std::collections::BTreeMap;

use super::assemble::{self, Node};
use super::characters::next_meant;
use crate::model::{Block, CellRole, Destination, Inline, InlineKind, Label, Level, Note, NoteKind, Origin, part_of};
use crate::source::Span;

/// How deep elements may nest. Deeper ones leave only their words, so that no later step can run
/// out of stack: even the JSON of a document stays within 128 levels, the limit of JSON readers.
const MAX_DEPTH: usize = 36;

/// What can be open.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Element {
    Document,
    Paragraph,
    Heading(Level),
    Quote,
    /// Text whose spaces count.
    Code,
    List,
    Item(Option<Box<Label>>),
    Definitions,
    Term,
    Description,
    Footnote(String),
    Table,
    TableHead,
    Row,
    Cell {
        role: CellRole,
        columns: u16,
        rows: u16,
    },
    Caption,
    Emphasis,
    Strong,
    Deleted,
    Link(Box<Destination>),
    Image {
        address: String,
        title: Option<String>,
    },
    /// Markup that says nothing to a reader: it leaves no trace.
    Transparent,
    /// Markup that separates what is in it from what is around it: `<div>`.
    Division,
}

impl Element {
    /// Whether it stands among words.
    const fn is_inline(&self) -> bool {
        match self {
            Self::Emphasis | Self::Strong | Self::Deleted | Self::Link(_) | Self::Image { .. } | Self::Transparent => true,
            Self::Document
            | Self::Paragraph
            | Self::Heading(_)
            | Self::Quote
            | Self::Code
            | Self::List
            | Self::Item(_)
            | Self::Definitions
            | Self::Term
            | Self::Description
            | Self::Footnote(_)
            | Self::Table
            | Self::TableHead
            | Self::Row
            | Self::Cell { .. }
            | Self::Caption
            | Self::Division => false,
        }
    }
}

/// Who opened an element, and so who may close it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Opener {
    Markdown,
    Html(String),
}

#[derive(Debug)]
struct Open {
    element: Element,
    opener: Opener,
    start: usize,
    /// The first of its nodes among those of the tree.
    first: usize,
}

/// The document while it is being read.
#[derive(Debug)]
pub(super) struct Tree {
    /// Never empty while reading: the first is the document.
    open: Vec<Open>,
    /// What the open elements hold so far, outer before inner.
    nodes: Vec<Node>,
    notes: Vec<Note>,
    /// HTML elements that lie too deep to be opened, by their tags: their end tags close nothing.
    too_deep: BTreeMap<String, usize>,
    /// How many elements are open in which spaces count.
    codes: usize,
    /// What is told once a document, at the first place.
    flattened: Option<Note>,
    characters_mended: Option<Note>,
}

impl Tree {
    pub(super) fn new(start: usize) -> Self {
        let document = Open { element: Element::Document, opener: Opener::Markdown, start, first: 0 };
        Self {
            open: vec![document],
            nodes: Vec::new(),
            notes: Vec::new(),
            too_deep: BTreeMap::new(),
            codes: 0,
            flattened: None,
            characters_mended: None,
        }
    }

    /// Closes what is still open and gives back the blocks and what was met on the way.
    pub(super) fn finish(mut self, end: usize) -> (Vec<Block>, Vec<Note>) {
        self.close_all(end);
        self.notes.extend(self.flattened.into_iter().chain(self.characters_mended));
        (assemble::all_blocks(self.nodes), self.notes)
    }

    /// Closes what is still open.
    pub(super) fn close_all(&mut self, end: usize) {
        while self.open.len() > 1 {
            self.close_last(end);
        }
    }

    /// Whether nothing is open but the document: what follows stands beside what is there.
    pub(super) fn is_at_rest(&self) -> bool {
        self.open.len() == 1 && self.too_deep.is_empty()
    }

    /// Adds what another tree holds, of which nothing is open, as if it had been read here.
    pub(super) fn append(&mut self, mut next: Self) {
        self.notes.append(&mut next.notes);
        self.flattened = self.flattened.take().or(next.flattened);
        self.characters_mended = self.characters_mended.take().or(next.characters_mended);
        if self.nodes.is_empty() {
            self.nodes = next.nodes;
        } else {
            self.nodes.append(&mut next.nodes);
        }
    }

    pub(super) fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// Opens an element of Markdown's.
    pub(super) fn open(&mut self, element: Element, span: Span) {
        self.push_open(element, Opener::Markdown, span);
    }

    /// Opens an element of HTML's, under its tag name.
    pub(super) fn open_html(&mut self, element: Element, tag: &str, span: Span) {
        self.push_open(element, Opener::Html(tag.to_owned()), span);
    }

    fn push_open(&mut self, element: Element, opener: Opener, span: Span) {
        let is_too_deep = self.open.len() >= MAX_DEPTH;
        if is_too_deep && !element.is_inline() {
            self.inline(InlineKind::LineBreak, Origin::None);
        }
        if is_too_deep && self.flattened.is_none() {
            let message =
                format!("More than {MAX_DEPTH} parts lie one inside the other here. The inner ones were opened up; their words are kept.");
            self.flattened = Some(Note::new(NoteKind::NestingFlattened, message, span));
        }
        if let (true, Opener::Html(tag)) = (is_too_deep, &opener) {
            *self.too_deep.entry(tag.clone()).or_default() += 1;
            return;
        }
        self.codes += usize::from(element == Element::Code);
        self.open.push(Open { element, opener, start: span.start, first: self.nodes.len() });
    }

    /// Closes the innermost element of Markdown's, and all HTML that was left open within it.
    pub(super) fn close(&mut self, end: usize) {
        let Some(depth) = self.open.iter().rposition(|open| open.opener == Opener::Markdown).filter(|&depth| depth > 0) else { return };
        while self.open.len() > depth {
            self.close_last(end);
        }
    }

    /// Closes the innermost HTML element of one of these tags and all within it. HTML cannot close
    /// what Markdown opened, nor reach through it; an end tag without its start is passed over.
    pub(super) fn close_html(&mut self, tags: &[&str], end: usize) {
        self.close_html_within(tags, &[], end);
    }

    /// The same, without reaching through an element of one of the tags of `within`: `<li>` ends an
    /// open `<li>`, but not that of an outer list.
    pub(super) fn close_html_within(&mut self, tags: &[&str], within: &[&str], end: usize) {
        for tag in tags {
            if let Some(count) = self.too_deep.get_mut(*tag).filter(|count| **count > 0) {
                *count -= 1;
                return self.inline(InlineKind::SoftBreak, Origin::None);
            }
        }
        for depth in (1..self.open.len()).rev() {
            match &self.open[depth].opener {
                Opener::Html(tag) if tags.contains(&tag.as_str()) => {
                    while self.open.len() > depth {
                        self.close_last(end);
                    }
                    return;
                }
                Opener::Html(tag) if within.contains(&tag.as_str()) => return,
                Opener::Html(_) => {}
                Opener::Markdown => return,
            }
        }
    }

    fn close_last(&mut self, end: usize) {
        let is_too_deep = self.open.len() > MAX_DEPTH;
        if !is_too_deep && !self.too_deep.is_empty() {
            self.too_deep.clear();
        }
        let Some(Open { element, start, first, .. }) = self.open.pop() else { return };
        self.codes -= usize::from(element == Element::Code);
        if is_too_deep {
            // Its words are with an element around it already: they must not run into the next.
            if !element.is_inline() {
                self.inline(InlineKind::LineBreak, Origin::None);
            }
            return;
        }
        assemble::close(element, &mut self.nodes, first, Span::new(start, end.max(start)));
    }

    /// Adds words. Control characters that stand for others become the characters meant.
    pub(super) fn text(&mut self, text: &str, origin: Origin) {
        let mut from = 0;
        while let Some((at, character, meant)) = next_meant(text, from) {
            if from < at {
                self.inline(InlineKind::Text(text[from..at].to_owned()), part_of(origin, from, at));
            }
            from = at + character.len_utf8();
            if let Some(span) = part_of(origin, at, from).span() {
                if self.characters_mended.is_none() {
                    let message =
                        "Control or private characters stand for quotes, dashes or bullets here. They were read as the characters meant.";
                    self.characters_mended = Some(Note::new(NoteKind::CharacterMended, message, span));
                }
                self.inline(InlineKind::Text(meant.to_string()), Origin::Decoded(span));
            }
        }
        if from < text.len() {
            self.inline(InlineKind::Text(text[from..].to_owned()), part_of(origin, from, text.len()));
        }
    }

    pub(super) fn inline(&mut self, kind: InlineKind, origin: Origin) {
        self.nodes.push(Node::Inline(Inline::new(kind, origin)));
    }

    pub(super) fn block(&mut self, block: Block) {
        self.nodes.push(Node::Block(block));
    }

    /// Whether the words so far end in a digit.
    pub(super) fn ends_in_digit(&self) -> bool {
        matches!(self.nodes.last(), Some(Node::Inline(Inline { kind: InlineKind::Text(text), .. })) if text.ends_with(|last: char| last.is_ascii_digit()))
    }

    /// Whether spaces and line ends count here.
    pub(super) fn keeps_spaces(&self) -> bool {
        self.codes > 0
    }
}
