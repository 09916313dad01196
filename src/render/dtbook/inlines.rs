//! Inlines, each as the element that means it.

use crate::model::{Image, Inline, InlineKind, Origin, Prose};
use crate::render::{address, losses, uri, wording};
use crate::source::Span;

use super::Book;

impl Book<'_> {
    /// Writes a run of inlines.
    pub(super) fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => self.xml.text(text, inline.origin),
                InlineKind::Emphasis(inner) => self.element("em", &[], |book| book.inlines(inner)),
                InlineKind::Strong(inner) => self.element("strong", &[], |book| book.inlines(inner)),
                InlineKind::Deleted(inner) => self.announced("deleted", |book| {
                    book.own_words("deleted: ");
                    book.inlines(inner);
                    book.own_words(", end of deleted text");
                }),
                InlineKind::HardWord(inner) => self.inlines(inner),
                InlineKind::CrossReference { to, content } => self.cross_reference(*to, content),
                InlineKind::Code(text) => self.element("code", &[], |book| book.xml.text(text, inline.origin)),
                InlineKind::Link { to, content } => self.link(&to.target, to.title.as_deref(), content, inline.origin),
                InlineKind::Image(image) => self.announced("image", |book| book.image(image, inline.origin)),
                InlineKind::Abbreviation { short, long } => {
                    self.short_form(short, long, inline.origin);
                }
                InlineKind::NoteRef(label) => self.reference(label, inline.origin),
                InlineKind::SoftBreak => self.xml.text(" ", inline.origin),
                InlineKind::LineBreak => {
                    self.xml.empty("br", &[]);
                    // Software that knows no lines still keeps the words apart.
                    self.xml.text("\n", inline.origin);
                }
            }
        }
    }

    /// Writes a short form, and its long form after it where a reader has not met that.
    fn short_form(&mut self, short: &str, long: &str, origin: Origin) {
        // Capitals alone make an acronym, and are spelt out; other short forms are cut words.
        let is_cut_word = short.chars().any(char::is_lowercase);
        let spelt: &[(&str, &str)] = if is_cut_word { &[] } else { &[("pronounce", "no")] };
        let name = if is_cut_word { "abbr" } else { "acronym" };
        self.element(name, &[spelt, &[("title", long)]].concat(), |book| book.xml.text(short, origin));
        if !self.in_heading && !self.in_link && self.short_forms.is_unexplained(long, origin) {
            self.own_words(&format!(" ({long})"));
        }
    }

    /// Writes something that is announced, so that its words do not run into those around it.
    fn announced(&mut self, class: &str, fill: impl FnOnce(&mut Self)) {
        self.xml.keep_apart();
        self.element("span", &[("class", class)], fill);
        self.xml.keep_apart();
    }

    /// Writes the words of a link and, where they do not say it, its address.
    fn link(&mut self, target: &str, title: Option<&str>, content: &[Inline], origin: Origin) {
        let words = Prose::of(content);
        let visible = address::visible(target).filter(|visible| !address::same(words.text(), visible));
        let said = |book: &mut Self| {
            book.inlines(content);
            match visible {
                Some(address) if words.text().trim().is_empty() => book.xml.text(address, origin),
                Some(address) => book.xml.text(&format!(" ({address})"), origin),
                None => {}
            }
        };
        // A place in the same document has no mark in the book, so there is nothing to lead to.
        match uri::external(target).filter(|_| !self.in_link) {
            Some(href) => {
                self.in_link = true;
                self.element("a", &[("href", &href), ("external", "true")], said);
                self.in_link = false;
            }
            None => said(self),
        }
        self.xml.losses.extend(losses::title_not_shown(title, words.text(), origin));
    }

    /// Writes words that lead to a place in the book.
    fn cross_reference(&mut self, to: Span, content: &[Inline]) {
        match self.anchors.target(to).filter(|_| !self.in_link).map(|id| format!("#{id}")) {
            Some(href) => {
                self.in_link = true;
                self.element("a", &[("href", &href), ("external", "false")], |book| book.inlines(content));
                self.in_link = false;
            }
            None => self.inlines(content),
        }
    }

    /// Writes the words that stand for a picture. The picture itself is not in the book.
    pub(super) fn image(&mut self, image: &Image, origin: Origin) {
        if image.alternative.trim().is_empty() {
            self.own_words(&format!("{}.", wording::IMAGE_WITHOUT_WORDS));
        } else {
            self.own_words(wording::IMAGE);
            self.xml.text(&image.alternative, origin);
        }
        self.xml.losses.push(losses::image_not_shown(image, origin));
        self.xml.losses.extend(losses::title_not_shown(image.title.as_deref(), &image.alternative, origin));
    }
}
