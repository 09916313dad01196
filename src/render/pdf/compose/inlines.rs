//! Inlines as a passage: the words, how they look, and what they are.

use std::rc::Rc;

use super::super::characters;
use super::super::flow::galley::{Link, Said, Target};
use super::super::flow::lines::{Passage, Run};
use super::super::flow::shape::Face;
use super::super::tags::{Anchor, NodeId, Role};
use super::Composer;
use crate::model::{Block, BlockKind, Inline, InlineKind, Prose};
use crate::render::{address, losses, uri};

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

    pub(super) fn within(&self, node: NodeId) -> Self {
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
        // What reads as one text may be several inlines, and an address may stand across them.
        let is_text = |inline: &Inline| matches!(inline.kind, InlineKind::Text(_));
        let mut before = None;
        let mut runs = content.chunk_by(|one, next| is_text(one) && is_text(next)).peekable();
        while let Some(run) = runs.next() {
            let after = runs.peek().and_then(|next| next.first());
            if run.first().is_some_and(is_text) && look.link.is_none() {
                self.add_text(passage, run, before, after, look);
            } else {
                self.add_each(passage, run, look);
            }
            before = run.last();
        }
    }

    /// Adds text, each address in it as a link.
    fn add_text(&mut self, passage: &mut Passage, texts: &[Inline], before: Option<&Inline>, after: Option<&Inline>, look: &Look) {
        let Some(parts) = address::parts(texts, before, after) else { return self.add_each(passage, texts, look) };
        for part in parts {
            match part.target {
                Some(target) => self.add_link(passage, &target, &part.content, look),
                None => self.add_each(passage, &part.content, look),
            }
        }
    }

    /// Adds inlines to a passage, one by one.
    fn add_each(&mut self, passage: &mut Passage, content: &[Inline], look: &Look) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => self.add_words(passage, text, Some(inline), look),
                InlineKind::Code(text) => self.add_words(passage, text, Some(inline), &Look { exact: true, ..look.clone() }),
                // Large print has no italics (UKAAF G003): stress is bold, whatever its strength.
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => self.add(passage, inner, &look.bold()),
                InlineKind::CrossReference { to, content } => {
                    let place = self.places.standing_at(*to);
                    let words = Prose::of(content).text().trim().to_owned();
                    let said = self.said(words, &self.lang);
                    self.add_way(passage, place, said, content, look);
                }
                InlineKind::HardWord(inner) => self.add(passage, inner, &Look { marked: true, ..look.bold() }),
                InlineKind::Deleted(inner) => {
                    self.add_own(passage, "[deleted: ", look);
                    self.add(passage, inner, look);
                    self.add_words(passage, "]", None, look);
                }
                InlineKind::Abbreviation { short, long } => {
                    let node = self.tree.open(Role::Abbreviation { long: long.to_string() }, look.node);
                    self.add_words(passage, short, Some(inline), &look.within(node));
                }
                InlineKind::Link { to, content } => {
                    self.add_link(passage, &to.target, content, look);
                    self.report.losses.extend(losses::title_not_shown(to.title.as_deref(), Prose::of(content).text(), inline.origin));
                }
                InlineKind::Image(image) => self.add_image(passage, image, inline, look),
                InlineKind::NoteRef(label) => self.add_note_reference(passage, label, inline, look),
                InlineKind::SoftBreak => self.add_words(passage, " ", None, look),
                InlineKind::LineBreak => push(passage, "\n", look),
            }
        }
    }

    /// Adds words of our own to a passage.
    pub(super) fn add_own(&mut self, passage: &mut Passage, words: &str, look: &Look) {
        let node = self.own_words_within(look.node);
        self.add_words(passage, words, None, &look.within(node));
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
        if let Some((heading, anchor)) = self.places.heading(target) {
            let lang = heading.lang.as_ref().unwrap_or(&self.document_lang);
            let said = self.leading_to(&heading_words(heading), lang);
            return self.add_way(passage, Some(anchor), said, content, look);
        }
        let prose = Prose::of(content);
        let words = prose.text().trim();
        let unsaid = address::visible(target).filter(|address| !address::same(words, address));
        // A URI action wants 7-bit ASCII (ISO 32000-1, 12.6.4.7).
        let inner = match uri::external(target).filter(|_| leads_out(target.trim()) && look.link.is_none()) {
            Some(uri) => {
                let node = self.tree.open(Role::Link, look.node);
                let said = match unsaid {
                    Some(address) if !words.is_empty() => format!("{words} ({address})"),
                    Some(_) | None => target.trim().to_owned(),
                };
                let said = self.said(said, &self.lang);
                Look { link: Some(Rc::new(Link { node, target: Target::Address(uri), said })), ..look.within(node) }
            }
            None => look.clone(),
        };
        self.add(passage, content, &inner);
        match unsaid {
            Some(address) if words.is_empty() => self.add_words(passage, address, None, &inner),
            Some(address) => self.add_words(passage, &format!(" ({address})"), None, &inner),
            None => {}
        }
    }

    /// Words that lead to a place in the document.
    fn add_way(&mut self, passage: &mut Passage, place: Option<Anchor>, said: Said, content: &[Inline], look: &Look) {
        match place.filter(|_| look.link.is_none()) {
            Some(place) => {
                let link = self.way(place, said, look.node);
                self.add(passage, content, &Look { link: Some(Rc::clone(&link)), ..look.within(link.node) });
            }
            None => self.add(passage, content, look),
        }
    }
}

pub(super) fn push(passage: &mut Passage, text: &str, look: &Look) {
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

/// The words of a heading, its number included.
fn heading_words(block: &Block) -> String {
    let BlockKind::Heading { number, content, .. } = &block.kind else { return String::new() };
    let number = number.as_ref().map_or(String::new(), |number| format!("{} ", number.text));
    number + Prose::of(content).text().trim()
}

/// Whether an address is one that a link can lead to from any reader's machine.
fn leads_out(address: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}
