//! Inlines, each as the element that means it.

use super::writer::Writer;
use crate::model::{Inline, InlineKind, Origin};
use crate::render::address::{self, Part};

impl Writer<'_> {
    /// Writes a run of inlines, each address among the words as a link.
    pub(in crate::render) fn inlines(&mut self, content: &[Inline]) {
        // What reads as one text may be several inlines, and an address may stand across them.
        let is_text = |inline: &Inline| matches!(inline.kind, InlineKind::Text(_));
        let mut before: Option<&Inline> = None;
        let mut runs = content.chunk_by(|one, next| is_text(one) && is_text(next)).peekable();
        while let Some(run) = runs.next() {
            let after = runs.peek().and_then(|next| next.first());
            let found = if !self.in_link && run.first().is_some_and(is_text) { address::parts(run, before, after) } else { None };
            match found {
                Some(parts) => parts.iter().for_each(|part| self.part_of_text(part)),
                None => self.each(run, before),
            }
            before = run.last();
        }
    }

    /// Writes a part of a text, as a link if it is an address.
    fn part_of_text(&mut self, part: &Part) {
        match &part.target {
            Some(target) => self.link(target, None, &part.content, Origin::covering(part.content.iter().map(|inline| inline.origin))),
            None => self.each(&part.content, None),
        }
    }

    /// Writes inlines one by one, after the one that stands before them.
    fn each(&mut self, content: &[Inline], before: Option<&Inline>) {
        let is_link = |inline: &Inline| matches!(inline.kind, InlineKind::Link { .. });
        let mut after_link = before.is_some_and(is_link);
        for inline in content {
            // Two links side by side are two to everyone.
            if after_link && is_link(inline) {
                self.own_words(" ");
            }
            after_link = is_link(inline);
            match &inline.kind {
                InlineKind::Text(text) => self.text(text, inline.origin),
                InlineKind::Emphasis(inner) => self.element("em", &[], |writer| writer.inlines(inner)),
                InlineKind::Strong(inner) => self.element("strong", &[], |writer| writer.inlines(inner)),
                InlineKind::Deleted(inner) => self.deleted(inner),
                InlineKind::HardWord(inner) => self.element("strong", &[("class", Some("hard-word"))], |writer| writer.inlines(inner)),
                InlineKind::CrossReference { to, content } => self.cross_reference(*to, content),
                InlineKind::Code(text) => self.element("code", &[], |writer| writer.text(text, inline.origin)),
                InlineKind::Link { to, content } => self.link(&to.target, to.title.as_deref(), content, inline.origin),
                InlineKind::Image(image) => self.image(image, inline.origin),
                InlineKind::Abbreviation { short, long } => self.short_form(short, long, inline.origin),
                InlineKind::NoteRef(label) => self.note_reference(label, inline.origin),
                InlineKind::SoftBreak => self.text("\n", inline.origin),
                InlineKind::LineBreak => {
                    self.void("br", &[]);
                    self.out.new_line();
                }
            }
        }
    }

    /// Writes words that are struck out. Few screen readers say so, so words that are not seen do.
    fn deleted(&mut self, inner: &[Inline]) {
        self.element("del", &[], |writer| {
            writer.unseen(" deleted: ");
            writer.inlines(inner);
            writer.unseen(" end of deleted text ");
        });
    }

    /// Writes words of our own for those who listen. A fragment has no way to hide them.
    pub(super) fn unseen(&mut self, words: &str) {
        if self.medium.has_styles() {
            let attributes = [("class", Some("unseen")), ("lang", self.own_language_tag())];
            self.element("span", &attributes, |writer| writer.own_words(words));
        }
    }

    /// Writes a short form, and its long form after it where a reader has not met that.
    fn short_form(&mut self, short: &str, long: &str, origin: Origin) {
        self.element("abbr", &[("title", Some(long))], |writer| writer.text(short, origin));
        if !self.in_heading && !self.in_link && self.short_forms.is_unexplained(long, origin) {
            self.own_words(&format!(" ({long})"));
        }
    }
}
