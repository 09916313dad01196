//! What every part of a page, a fragment and a book is written with.

use std::borrow::Cow;

use super::highlights::Highlights;
use super::marks::Marks;
use super::markup::{Attributes, Markup, Syntax, is_legal};
use super::notes::Notes;
use super::pictures::Pictures;
use super::places::Places;
use crate::model::{Document, FirstUses, Lang, Origin};
use crate::outcome::Loss;
use crate::render::losses;
use crate::resources::Resources;

/// What is written, which decides what may stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Medium {
    /// A whole page.
    Page,
    /// A part of somebody's page, that goes through the filter of a content management system.
    Fragment,
    /// A file of an EPUB.
    Book,
}

impl Medium {
    pub(in crate::render) const fn syntax(self) -> Syntax {
        match self {
            Self::Page | Self::Fragment => Syntax::Html,
            Self::Book => Syntax::Xhtml,
        }
    }

    /// Whether a style sheet goes with what is written.
    pub(super) const fn has_styles(self) -> bool {
        match self {
            Self::Page | Self::Book => true,
            Self::Fragment => false,
        }
    }

    /// The value of an attribute that only books have.
    pub(super) const fn of_book(self, value: &str) -> Option<&str> {
        match self {
            Self::Book => Some(value),
            Self::Page | Self::Fragment => None,
        }
    }

    /// Whether an element can have this attribute. The filters let through more than these: see
    /// [`Form::Fragment`](super::Form::Fragment).
    fn allows(self, attribute: &str) -> bool {
        match self {
            Self::Page | Self::Book => true,
            Self::Fragment => {
                matches!(attribute, "id" | "lang" | "href" | "title" | "src" | "alt" | "scope" | "colspan" | "rowspan" | "start")
            }
        }
    }
}

/// What a whole page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageKind {
    /// A document as it is.
    Document,
    /// An Easy Read that people have checked.
    EasyRead,
    /// An Easy Read that nobody has checked.
    EasyReadDraft,
}

/// What is being written, and what has been met on the way.
pub(in crate::render) struct Writer<'a> {
    pub(in crate::render) out: Markup,
    pub(in crate::render) medium: Medium,
    pub(super) page_kind: PageKind,
    pub(super) document: &'a Document,
    pub(in crate::render) places: Places<'a>,
    pub(super) notes: Notes<'a>,
    pub(super) marks: Marks,
    pub(super) short_forms: FirstUses<'a>,
    /// What is marked among the words, on a page of findings.
    pub(in crate::render) highlights: Highlights,
    pub(in crate::render) pictures: Pictures<'a>,
    pub(in crate::render) losses: Vec<Loss>,
    /// The language of our own words.
    own_language: Lang,
    /// The language of what is being written.
    language: &'a Lang,
    /// The language of the next element, where it is not that of the element around it.
    next_language: Option<Lang>,
    /// The id of the next element, where words lead to it.
    next_id: Option<String>,
    /// How much deeper the headings lie than in the document.
    pub(super) heading_shift: i8,
    /// The level of the heading that was written last, as its tag has it.
    pub(super) last_level: u8,
    /// Whether a link is open: there is no link in a link.
    pub(super) in_link: bool,
    /// Whether a heading, a caption or a label is open, which is no place to explain a short form.
    pub(super) in_heading: bool,
}

impl<'a> Writer<'a> {
    pub(in crate::render) fn new(document: &'a Document, medium: Medium, places: Places<'a>, resources: &'a Resources) -> Self {
        Self {
            out: Markup::new(medium.syntax()),
            medium,
            page_kind: PageKind::Document,
            document,
            places,
            notes: Notes::of(&document.blocks),
            marks: Marks::of(document),
            short_forms: FirstUses::of(document),
            highlights: Highlights::default(),
            pictures: Pictures::new(resources, medium),
            losses: Vec::new(),
            own_language: Lang::default(),
            language: &document.meta.language,
            next_language: None,
            next_id: None,
            heading_shift: 0,
            last_level: 0,
            in_link: false,
            in_heading: false,
        }
    }

    /// What has been written so far. What follows is written to another file.
    pub(in crate::render) fn take(&mut self) -> String {
        std::mem::replace(&mut self.out, Markup::new(self.medium.syntax())).finish()
    }

    /// Writes an element and what is in it.
    pub(in crate::render) fn element(&mut self, name: &'static str, attributes: Attributes<'_>, fill: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        fill(self);
        self.out.close(name);
    }

    /// Writes an element that is a block of its own, and ends the line after it.
    pub(in crate::render) fn block_element(&mut self, name: &'static str, attributes: Attributes<'_>, fill: impl FnOnce(&mut Self)) {
        self.element(name, attributes, fill);
        self.out.new_line();
    }

    /// Writes an element of blocks, each of them on a line of its own.
    pub(in crate::render) fn element_on_lines(&mut self, name: &'static str, attributes: Attributes<'_>, fill: impl FnOnce(&mut Self)) {
        self.block_element(name, attributes, |writer| {
            writer.out.new_line();
            fill(writer);
        });
    }

    fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        let language = self.next_language.take();
        let id = self.next_id.take();
        if id.is_none() && language.is_none() && self.medium == Medium::Page {
            self.out.open(name, attributes);
            return;
        }
        let first = [("id", id.as_deref()), ("lang", language.as_ref().map(Lang::tag))];
        let medium = self.medium;
        self.out.open_with(name, first.iter().chain(attributes).filter(|(attribute, _)| medium.allows(attribute)));
    }

    /// Writes an element that can have no content.
    pub(super) fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        let allowed: Vec<_> = attributes.iter().filter(|(attribute, _)| self.medium.allows(attribute)).copied().collect();
        self.out.void(name, &allowed);
    }

    /// Tells the characters of a text that stands in an attribute and that a page cannot hold.
    pub(super) fn tell_forbidden(&mut self, text: &str, origin: Origin) {
        if !text.chars().all(is_legal) {
            let mut found = losses::forbidden_characters(text, origin, |character| !is_legal(character), "The sign U+FFFD");
            self.losses.append(&mut found);
        }
    }

    /// Writes text from a place in the source. Characters that a page cannot hold are replaced, and told.
    pub(super) fn text(&mut self, text: &str, origin: Origin) {
        if self.highlights.is_empty() {
            self.plain_text(text, origin);
        } else {
            self.highlighted(text, origin);
        }
    }

    /// Writes text without marks.
    pub(super) fn plain_text(&mut self, text: &str, origin: Origin) {
        if !self.out.text(text) {
            self.tell_forbidden(text, origin);
        }
    }

    /// Writes words that come from no place in the document.
    pub(in crate::render) fn own_words(&mut self, words: &str) {
        self.text(words, Origin::None);
    }

    /// Gives the next element an id.
    pub(super) fn name_next(&mut self, id: Option<String>) {
        self.next_id = id;
    }

    /// Writes something whose first element is in a language of its own, if it has one.
    pub(super) fn in_language(&mut self, language: Option<&'a Lang>, write: impl FnOnce(&mut Self)) {
        let around = self.language;
        self.language = language.unwrap_or(around);
        self.next_language = language.cloned();
        write(self);
        self.next_language = None;
        self.language = around;
    }

    /// Writes something of our own words, which are English: its first element says so, if those around do not.
    pub(in crate::render) fn in_own_language(&mut self, write: impl FnOnce(&mut Self)) {
        self.next_language = self.own_language_tag().map(|_| self.own_language.clone());
        write(self);
        self.next_language = None;
    }

    /// The language of our own words, where the words around them are in another.
    pub(super) fn own_language_tag(&self) -> Option<&'static str> {
        (!self.language.is_english()).then_some("en-GB")
    }

    /// An id of the document as it stands in this output.
    pub(super) fn id<'b>(&self, id: impl Into<Cow<'b, str>>) -> Cow<'b, str> {
        self.places.prefixed(id)
    }
}
