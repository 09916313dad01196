//! Pictures, each with the words that stand for it. The words are printed too: they are as large as
//! the text, which what is written in a picture is not. Both belong to one figure, so that who listens
//! hears the words once.

use super::super::flow::galley::{self, Paint, Placed, Strip};
use super::super::flow::lines::{Among, Passage};
use super::super::images::PictureId;
use super::super::tags::{NodeId, Role, Turn};
use super::grid::Wish;
use super::inlines::Look;
use super::{Column, Composer};
use crate::model::{Block, Image, Inline, InlineKind, walk};
use crate::render::{losses, wording};

/// The size of text that pictures are made to stand beside, in points. They grow as the text does.
const ORDINARY_SIZE: f32 = 12.0;

impl Composer<'_, '_> {
    /// A picture that stands alone, its words below it; or, if it cannot be shown, in a frame instead.
    pub(super) fn figure(&mut self, image: &Image, block: &Block, column: Column, parent: NodeId) -> Vec<Strip> {
        let node = self.open_figure(image, parent);
        let turn = self.tree.turn();
        let inline = Inline::new(InlineKind::Image(Box::new(image.clone())), block.origin);
        let shown = self.show(image, &inline);
        let mut passage = Passage::default();
        let look = Look::new(node, self.face);
        let Some(picture) = shown else {
            self.add_alternative(&mut passage, image, &inline, &look);
            let pad = self.style.size * 0.6;
            let inner = Column { x: column.x + pad, width: column.width - 2.0 * pad };
            let strips = self.set(&passage, self.style.size, inner);
            return self.boxed(strips, column, pad, Paint::Frame(1.0));
        };
        let mut words = Vec::new();
        if !image.alternative.trim().is_empty() {
            self.add_alternative(&mut passage, image, &inline, &look);
            words = self.set(&passage, self.style.size, column);
        }
        if let Some(first) = words.first_mut() {
            first.gap = self.style.item_gap();
        }
        let mut strips = self.picture(&Among { at: 0, node, picture }, turn, column, &words);
        strips.append(&mut words);
        strips
    }

    /// Adds a picture among words: what stands for it in brackets, and the picture below.
    pub(super) fn add_image(&mut self, passage: &mut Passage, image: &Image, inline: &Inline, look: &Look) {
        let node = self.open_figure(image, look.node);
        let look = look.within(node);
        let at = passage.text.len();
        if let Some(picture) = self.show(image, inline) {
            passage.pictures.push(Among { at, node, picture });
        }
        self.add_words(passage, "[", None, &look);
        self.add_alternative(passage, image, inline, &look);
        self.add_words(passage, "]", None, &look);
    }

    /// The pictures among the words of a passage, one below the other.
    pub(super) fn pictures(&mut self, passage: &Passage, column: Column) -> Vec<Strip> {
        let mut strips = Vec::new();
        for among in &passage.pictures {
            // After the words, so that these keep their place in the order of reading.
            let turn = self.tree.turn();
            strips.append(&mut self.picture(among, turn, column, &[]));
        }
        strips
    }

    /// A picture as a strip, kept with the words below it on one page.
    fn picture(&self, among: &Among, turn: Turn, column: Column, words: &[Strip]) -> Vec<Strip> {
        let Some(picture) = self.gallery.pictures.get(among.picture.0) else { return Vec::new() };
        let style = self.style;
        let room = (style.column_height() - galley::height(words) - style.item_gap()).max(style.column_height() * 0.5);
        let (width, height) = (picture.width.max(f32::MIN_POSITIVE), picture.height.max(f32::MIN_POSITIVE));
        let scale = (style.size / ORDINARY_SIZE).min(column.width / width).min(room / height);
        let placed = Placed {
            node: Some(among.node),
            turn,
            picture: among.picture,
            x: column.x,
            y: 0.0,
            width: width * scale,
            height: height * scale,
        };
        let (height, gap) = (placed.height, style.paragraph_gap());
        vec![Strip { height, gap, keep_with_next: !words.is_empty(), pictures: vec![placed], ..Strip::default() }]
    }

    /// How wide the pictures of a cell would be, and how narrow they may become.
    pub(super) fn wish_of_pictures(&mut self, blocks: &[Block]) -> Wish {
        let mut addresses = Vec::new();
        walk::images(blocks, &mut |image| addresses.push(image.address.as_str()));
        let mut wish = Wish::default();
        for address in addresses {
            let Ok(id) = self.gallery.picture(address) else { continue };
            let width = self.gallery.pictures.get(id.0).map_or(0.0, |picture| picture.width * self.style.size / ORDINARY_SIZE);
            wish.most = wish.most.max(width);
            wish.least = wish.least.max(width.min(self.style.size * 6.0));
        }
        wish
    }

    fn open_figure(&mut self, image: &Image, parent: NodeId) -> NodeId {
        let alternative = match image.alternative.trim() {
            "" => {
                self.speak_for_ourselves();
                wording::IMAGE_WITHOUT_WORDS
            }
            words => words,
        };
        self.tree.open(Role::Figure { alternative: alternative.to_owned() }, parent)
    }

    /// The picture, if it can be shown. What cannot be, and what has no words, is told.
    fn show(&mut self, image: &Image, inline: &Inline) -> Option<PictureId> {
        let picture = match self.gallery.picture(&image.address) {
            Ok(picture) => {
                self.report.losses.extend(losses::image_without_words(image, inline.origin));
                Some(picture)
            }
            Err(problem) => {
                self.report.losses.push(losses::image_not_shown_because(image, inline.origin, &problem));
                None
            }
        };
        self.report.losses.extend(losses::title_not_shown(image.title.as_deref(), &image.alternative, inline.origin));
        picture
    }

    /// Adds the words that stand for a picture, announced as such.
    fn add_alternative(&mut self, passage: &mut Passage, image: &Image, inline: &Inline, look: &Look) {
        if image.alternative.trim().is_empty() {
            self.add_own(passage, wording::IMAGE_WITHOUT_WORDS, look);
        } else {
            self.add_own(passage, wording::IMAGE, look);
            self.add_words(passage, &image.alternative, Some(inline), look);
        }
    }
}
