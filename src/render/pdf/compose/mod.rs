//! From the document to a galley: each kind of block set as it is read, with its tags.

mod blocks;
mod column;
mod contents;
mod grid;
mod in_line;
mod inlines;
mod lists;
mod notes;
mod pictures;
mod places;
mod records;
mod table;

use std::rc::Rc;

pub(super) use column::Column;
pub(super) use places::Places;

use super::colours::Shade;
use super::flow::galley::{Fragment, Strip};
use super::flow::lines::{self, Line, Measure, Passage, points};
use super::flow::shape::{Face, Shaper};
use super::images::Gallery;
use super::report::Report;
use super::style::{Style, baseline};
use super::tags::{NodeId, Role, Tree};
use crate::model::{Lang, Level};
use crate::render::footnotes::Footnotes;
use crate::render::pdf::flow::galley::{Area, Bookmark, Ink, Link, Paint, Said, avoid_widows, keep_words_whole};

/// Composes a document.
pub(super) struct Composer<'a, 'f> {
    pub(super) style: &'a Style,
    pub(super) shaper: &'a mut Shaper<'f>,
    pub(super) tree: &'a mut Tree,
    pub(super) report: &'a mut Report,
    pub(super) gallery: &'a mut Gallery,
    footnotes: &'a Footnotes<'a>,
    places: &'a Places<'a>,
    /// The language of the document.
    document_lang: Lang,
    /// The language of the words around.
    lang: Lang,
    /// The face of words that nothing stresses.
    face: Face,
    /// The level of the last heading, so that none is skipped (ISO 14289-1, 7.4.2).
    last_level: u8,
}

/// What a composer works with, and what it adds to.
pub(super) struct Tools<'a, 'f> {
    pub(super) shaper: &'a mut Shaper<'f>,
    pub(super) tree: &'a mut Tree,
    pub(super) report: &'a mut Report,
    pub(super) gallery: &'a mut Gallery,
}

impl<'a, 'f> Composer<'a, 'f> {
    pub(super) fn new(style: &'a Style, lang: Lang, footnotes: &'a Footnotes<'a>, places: &'a Places<'a>, tools: Tools<'a, 'f>) -> Self {
        let Tools { shaper, tree, report, gallery } = tools;
        Self {
            style,
            shaper,
            tree,
            report,
            gallery,
            footnotes,
            places,
            document_lang: lang.clone(),
            lang,
            face: Face::Regular,
            last_level: 0,
        }
    }

    /// The whole column of the page.
    pub(super) fn page_column(&self) -> Column {
        Column { x: self.style.left(), width: self.style.column_width() }
    }

    /// The title of a document that does not print one itself.
    pub(super) fn title(&mut self, words: &str) -> Vec<Strip> {
        self.heading_of(Level::ONE, words)
    }

    /// A heading of our own words.
    pub(super) fn heading(&mut self, level: Level, words: &str) -> Vec<Strip> {
        self.speak_for_ourselves();
        self.heading_of(level, words)
    }

    fn heading_of(&mut self, level: Level, words: &str) -> Vec<Strip> {
        let node = self.open_heading(level, Tree::ROOT);
        let passage = self.plain(words, node, Face::Bold);
        self.set_heading(level, node, &passage, self.page_column())
    }

    /// A paragraph of our own words, of a size.
    pub(super) fn paragraph_of_size(&mut self, words: &str, size: f32, column: Column, face: Face) -> Vec<Strip> {
        self.speak_for_ourselves();
        let node = self.tree.open(Role::Paragraph, Tree::ROOT);
        let passage = self.plain(words, node, face);
        self.set(&passage, size, column)
    }

    /// Words of our own, as a passage of one run.
    fn plain(&mut self, words: &str, node: NodeId, face: Face) -> Passage {
        let mut passage = Passage::default();
        self.add_words(&mut passage, words, None, &inlines::Look::new(node, face));
        passage
    }

    /// Composes what is in a language, if it is not in that of the words around.
    fn in_language<T>(&mut self, lang: Option<&Lang>, compose: impl FnOnce(&mut Self) -> T) -> T {
        let Some(lang) = lang else { return compose(self) };
        let outer = std::mem::replace(&mut self.lang, lang.clone());
        let composed = compose(self);
        self.lang = outer;
        composed
    }

    /// Gives the next element the language of our own words, where those around it are in another.
    fn speak_for_ourselves(&mut self) {
        let ours = Lang::default();
        self.tree.speak((!self.lang.is_english()).then_some(&ours));
    }

    /// The element for our own words among those of another: one of its own if that is in another
    /// language.
    fn own_words_within(&mut self, node: NodeId) -> NodeId {
        if self.lang.is_english() {
            return node;
        }
        self.speak_for_ourselves();
        self.tree.open(Role::Span, node)
    }

    /// What is said of a link to a heading. Our own words stand before a heading in our own language only.
    fn leading_to(&self, heading: &str, lang: &Lang) -> Said {
        let words = if lang.is_english() { format!("Go to {heading}") } else { heading.to_owned() };
        self.said(words, lang)
    }

    /// What is said of a link, in a language.
    fn said(&self, words: String, lang: &Lang) -> Said {
        let is_told = *lang == self.document_lang || lang.is_english() && self.document_lang.is_english();
        Said { words, lang: (!is_told).then(|| lang.clone()) }
    }

    fn open_heading(&mut self, level: Level, parent: NodeId) -> NodeId {
        let level = Level::clamped(usize::from(level.number().min(self.last_level + 1)));
        self.last_level = level.number();
        self.tree.open(Role::Heading(level), parent)
    }

    fn set_heading(&mut self, level: Level, node: NodeId, passage: &Passage, column: Column) -> Vec<Strip> {
        let size = self.heading_size(level, passage, column);
        let mut strips = self.set(passage, size, column);
        for strip in &mut strips {
            strip.keep_with_next = true;
        }
        if let Some(first) = strips.first_mut() {
            first.gap = self.style.paragraph_gap() * 1.5;
            let level = Level::clamped(usize::from(self.last_level));
            first.bookmarks.push(Bookmark { level, title: passage.text.trim().replace(['\n', '\u{a0}'], " "), node });
        }
        strips
    }

    /// The size of a heading: smaller than its style asks for if that lets its widest word stand whole,
    /// or keeps it from filling half a page, but no smaller than the text.
    fn heading_size(&mut self, level: Level, passage: &Passage, column: Column) -> f32 {
        let size = self.style.heading_size(level);
        let (widest, longest) = lines::widths(passage, size, self.shaper);
        let height = (longest / column.width).ceil() * size * self.style.leading;
        let too_wide = widest / column.width * 1.001;
        // Width and height of a line both shrink with the size.
        let too_high = (height / (self.style.column_height() / 2.0)).sqrt();
        (size / too_wide.max(too_high).max(1.0)).max(self.style.size)
    }

    /// Sets a passage in a column, a strip a line.
    pub(super) fn set(&mut self, passage: &Passage, size: f32, column: Column) -> Vec<Strip> {
        let height = size * self.style.leading;
        let lines = lines::lines(passage, Measure { size, width: column.width }, self.shaper, self.tree);
        let mut strips: Vec<Strip> = lines.into_iter().map(|line| self.strip(line, passage, height, column)).collect();
        avoid_widows(&mut strips);
        keep_words_whole(&mut strips);
        if let Some(first) = strips.first_mut() {
            first.gap = self.style.paragraph_gap();
        }
        strips.append(&mut self.pictures(passage, column));
        strips
    }

    fn strip(&mut self, line: Line, passage: &Passage, height: f32, column: Column) -> Strip {
        let mut strip = Strip { height, ..Strip::default() };
        for piece in line.pieces {
            let Some(run) = passage.runs.get(piece.run) else { continue };
            let mut fragment = piece.fragment;
            fragment.x += column.x;
            fragment.baseline = baseline(fragment.size, height);
            let (x, width) = (fragment.x, piece.width);
            if run.marked && width > 0.0 {
                let (y, height) = (top(&fragment), fragment.size * LINE_BOX);
                strip.ink.push(Ink { x: x - 1.5, y, width: width + 3.0, height, paint: Paint::Fill(Shade::Tint) });
            }
            if let Some(link) = run.link.as_ref().filter(|_| width > 0.0) {
                match strip.areas.last_mut().filter(|area| area.link.node == link.node) {
                    Some(area) => area.width = x + width - area.x,
                    None => strip.areas.push(self.area(link, x, fragment.baseline, fragment.size, width)),
                }
            }
            strip.fragments.push(fragment);
        }
        strip
    }

    /// The area of a link on a line.
    fn area(&mut self, link: &Rc<Link>, x: f32, baseline: f32, size: f32, width: f32) -> Area {
        let turn = self.tree.turn();
        Area { turn, x, y: baseline - size * ASCENT, width, height: size * LINE_BOX, link: Rc::clone(link) }
    }

    /// Words on one line of their own, at the left edge of nothing yet, and how wide they are.
    fn label(&mut self, words: &str, node: NodeId, face: Face) -> (Fragment, f32) {
        let drawable = |character: char| self.shaper.can_draw(character);
        let words = super::characters::drawn(words, None, drawable, self.report);
        let turn = self.tree.turn();
        let (fragment, width) = lines::one_line(&format!("{} ", words.trim()), face, self.style.size, Some(node), turn, self.shaper);
        let space = self.shaper.shape(face, " ").width;
        (fragment, width - points(space, self.style.size))
    }
}

/// From the baseline to the top of what a link or a tint covers, in sizes.
const ASCENT: f32 = 0.95;

/// The height of what a link or a tint covers, in sizes.
const LINE_BOX: f32 = 1.25;

/// The top of what a tint behind words covers.
fn top(fragment: &Fragment) -> f32 {
    fragment.baseline - fragment.size * ASCENT
}
