//! Inlines as a passage: the words, how they look, and what they are.

use std::rc::Rc;

use super::super::characters;
use super::super::flow::galley::Link;
use super::super::flow::lines::{Passage, Run};
use super::super::flow::shape::Face;
use super::super::tags::{NodeId, Role};
use super::Composer;
use crate::model::{Image, Inline, InlineKind, Prose};
use crate::outcome::{Loss, LossKind};

/// How words look, and what they are part of.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub(super) node: NodeId,
    pub(super) face: Face,
    pub(super) link: Option<Rc<Link>>,
    pub(super) marked: bool,
    /// Whether every space counts.
    pub(super) exact: bool,
}

impl Look {
    pub(super) const fn new(node: NodeId, face: Face) -> Self {
        Self { node, face, link: None, marked: false, exact: false }
    }

    fn bold(&self) -> Self {
        Self { face: Face::Bold, ..self.clone() }
    }

    fn within(&self, node: NodeId) -> Self {
        Self { node, ..self.clone() }
    }
}

impl Composer<'_, '_> {
    /// The passage of a run of inlines.
    pub(super) fn passage(&mut self, content: &[Inline], node: NodeId, face: Face) -> Passage {
        let mut passage = Passage::default();
        self.add(&mut passage, content, &Look::new(node, face));
        passage
    }

    /// Adds inlines to a passage.
    pub(super) fn add(&mut self, passage: &mut Passage, content: &[Inline], look: &Look) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => self.add_words(passage, text, Some(inline), look),
                InlineKind::Code(text) => self.add_words(passage, text, Some(inline), &Look { exact: true, ..look.clone() }),
                // Large print has no italics (UKAAF G003): stress is bold, whatever its strength.
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => self.add(passage, inner, &look.bold()),
                InlineKind::HardWord(inner) => self.add(passage, inner, &Look { marked: true, ..look.bold() }),
                InlineKind::Deleted(inner) => {
                    self.add_words(passage, "[deleted: ", None, look);
                    self.add(passage, inner, look);
                    self.add_words(passage, "]", None, look);
                }
                InlineKind::Abbreviation { short, long } => {
                    let node = self.tree.open(Role::Abbreviation { long: long.clone() }, look.node);
                    self.add_words(passage, short, Some(inline), &look.within(node));
                }
                InlineKind::Link { target, title, content } => {
                    self.add_link(passage, target, content, look);
                    self.title_not_shown(title.as_deref(), inline);
                }
                InlineKind::Image(image) => self.add_image(passage, image, inline, look),
                InlineKind::NoteRef(label) => self.add_note_reference(passage, label, inline, look),
                InlineKind::SoftBreak => self.add_words(passage, " ", None, look),
                InlineKind::LineBreak => push(passage, "\n", look),
            }
        }
    }

    /// Adds words to a passage, as the font can draw them.
    pub(super) fn add_words(&mut self, passage: &mut Passage, words: &str, inline: Option<&Inline>, look: &Look) {
        let drawn = characters::drawn(words, inline, |character| self.shaper.can_draw(character), self.report);
        if look.exact {
            push(passage, &drawn, look);
            return;
        }
        for part in drawn.split_inclusive([' ', '\n']) {
            let word = part.trim_end_matches([' ', '\n']);
            push(passage, word, look);
            if word.len() < part.len() && !passage.text.is_empty() && !passage.text.ends_with([' ', '\n']) {
                push(passage, " ", look);
            }
        }
    }

    /// A link, with its address in brackets where the words are not the address: large print is
    /// read on paper.
    fn add_link(&mut self, passage: &mut Passage, target: &str, content: &[Inline], look: &Look) {
        let prose = Prose::of(content);
        let words = prose.text().trim();
        let address = target.trim();
        let inner = if leads_out(address) {
            let node = self.tree.open(Role::Link, look.node);
            let said = if says_address(words, address) { address.to_owned() } else { format!("{words} ({address})") };
            let link = Rc::new(Link { node, address: ascii_address(address), words: said });
            Look { link: Some(link), ..look.within(node) }
        } else {
            look.clone()
        };
        self.add(passage, content, &inner);
        if !says_address(words, address) && !address.is_empty() && !address.starts_with('#') {
            let gap = if words.is_empty() { "" } else { " " };
            self.add_words(passage, &format!("{gap}({})", readable(address)), None, &inner);
        }
    }

    fn add_image(&mut self, passage: &mut Passage, image: &Image, inline: &Inline, look: &Look) {
        let node = self.tree.open(Role::Figure { alternative: alternative(image).to_owned() }, look.node);
        let look = look.within(node);
        self.add_words(passage, "[Picture: ", None, &look);
        self.add_words(passage, alternative(image), Some(inline), &look);
        self.add_words(passage, "]", None, &look);
        self.image_not_shown(image, inline);
    }

    fn add_note_reference(&mut self, passage: &mut Passage, label: &str, inline: &Inline, look: &Look) {
        let mark = format!("[{label}]");
        // The mark is as large as the text (UKAAF), so it needs a space, and must stay with its word.
        if passage.text.ends_with(|last: char| !last.is_whitespace()) {
            push(passage, "\u{a0}", look);
        }
        if self.footnotes.number(label).is_some() {
            let node = self.tree.open(Role::Reference, look.node);
            self.add_words(passage, &mark, None, &look.within(node));
        } else {
            self.add_words(passage, &mark, None, look);
            let message =
                format!("The text refers to note \"{label}\", which the document does not have. Add the note or take the reference out.");
            self.report.losses.push(Loss::new(LossKind::FootnoteMissing, message, mark, inline.origin.span()));
        }
    }

    /// Tells that the words for a picture are shown instead of it.
    pub(super) fn image_not_shown(&mut self, image: &Image, inline: &Inline) {
        let message = format!("The picture \"{}\" is not shown. The words that stand for it are.", image.address);
        self.report.losses.push(Loss::new(LossKind::ImageNotShown, message, &image.address, inline.origin.span()));
        self.title_not_shown(image.title.as_deref(), inline);
    }

    fn title_not_shown(&mut self, title: Option<&str>, inline: &Inline) {
        if let Some(title) = title {
            let message = format!("The title \"{title}\" has no place on the page. If readers need it, write it in the text.");
            self.report.losses.push(Loss::new(LossKind::TitleNotShown, message, title, inline.origin.span()));
        }
    }
}

/// The words that stand for a picture.
pub(super) fn alternative(image: &Image) -> &str {
    match image.alternative.trim() {
        "" => "no description",
        words => words,
    }
}

fn push(passage: &mut Passage, text: &str, look: &Look) {
    if text.is_empty() {
        return;
    }
    let start = passage.text.len();
    passage.text.push_str(text);
    let end = passage.text.len();
    let goes_on = |run: &&mut Run| run.node == look.node && run.face == look.face && run.marked == look.marked && run.link == look.link;
    match passage.runs.last_mut().filter(goes_on) {
        Some(run) => run.range.end = end,
        None => {
            passage.runs.push(Run { range: start..end, node: look.node, face: look.face, link: look.link.clone(), marked: look.marked })
        }
    }
}

/// Whether an address is one that a link can lead to from any reader's machine.
fn leads_out(address: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// Whether the words of a link are its address, more or less.
fn says_address(words: &str, address: &str) -> bool {
    let bare = |text: &str| text.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_lowercase();
    bare(words) == bare(readable(address))
}

/// An address as people write it down.
fn readable(address: &str) -> &str {
    address.strip_prefix("mailto:").or_else(|| address.strip_prefix("tel:")).unwrap_or(address)
}

/// An address in 7-bit ASCII, as a URI action needs it (ISO 32000-1, 12.6.4.7).
fn ascii_address(address: &str) -> String {
    let mut ascii = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            ascii.push(char::from(byte));
        } else {
            ascii.push_str(&format!("%{byte:02X}"));
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_not_said_twice() {
        assert!(says_address("www.example.org", "https://www.example.org/"));
        assert!(says_address("clerk@example.org", "mailto:clerk@example.org"));
        assert!(!says_address("our page", "https://www.example.org/"));
    }

    #[test]
    fn an_address_becomes_ascii() {
        assert_eq!(ascii_address("https://x.org/tŷ a"), "https://x.org/t%C5%B7%20a");
    }
}
