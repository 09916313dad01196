//! The text of an Easy Read as blocks: one idea each, a picture on the left, never split over pages.

use super::compose::{Column, Composer};
use super::flow::galley::{Strip, height, keep_together};
use super::picture_room::with_picture;
use super::style::{Pictures as Room, Place};
use super::tags::Tree;
use crate::model::{Block, BlockKind};
use crate::pictures::{Picture, Pictures};
use crate::rewrite::easy_read::ideas::{ideas, items_with_ideas, picture, section_picture, takes_picture};

/// Ideas that are lower than this share of a picture share one with the next, if that has no other.
const LOW: f32 = 0.6;

/// The text with its pictures, and the pictures that are used.
pub(super) fn with_pictures<'p>(
    composer: &mut Composer<'_, '_>,
    blocks: &[Block],
    is_draft: bool,
    pictures: &'p Pictures,
) -> (Vec<Strip>, Vec<&'p Picture>) {
    let Some(room) = composer.style.pictures.clone() else { return (Vec::new(), Vec::new()) };
    let page = composer.page_column();
    let words = match room.place {
        Place::Beside(gap) => {
            let by = room.width + gap;
            Column { x: page.x + by, width: page.width - by }
        }
        Place::Above => page,
    };
    let mut text = Text { room, is_draft, strips: Vec::new(), used: Vec::new(), words: Vec::new(), chosen: None };
    let mut section = None;
    for idea in ideas(blocks) {
        let Some(first) = idea.first().filter(|first| takes_picture(&first.kind)) else {
            section = section_picture(idea, pictures);
            text.close(composer);
            text.strips.append(&mut composer.blocks(idea, page, Tree::ROOT));
            continue;
        };
        if let Some(list) = items_with_ideas(idea) {
            text.close(composer);
            let items = composer.items(list, words, Tree::ROOT);
            for (strips, item) in items.into_iter().zip(&list.items) {
                text.add(composer, strips, picture(&item.blocks, pictures).or(section));
            }
            text.words.append(&mut sentences(composer, idea.get(1..).unwrap_or_default(), words));
            continue;
        }
        if matches!(first.kind, BlockKind::Paragraph { number: Some(_), .. }) {
            text.close(composer);
        }
        let strips = sentences(composer, idea, words);
        text.add(composer, strips, picture(idea, pictures).or(section));
    }
    text.close(composer);
    (text.strips, text.used)
}

/// The text as far as it is set.
struct Text<'p> {
    room: Room,
    is_draft: bool,
    strips: Vec<Strip>,
    /// The pictures so far.
    used: Vec<&'p Picture>,
    /// The words of the block that is open, and their picture.
    words: Vec<Strip>,
    chosen: Option<&'p Picture>,
}

impl<'p> Text<'p> {
    /// Adds an idea: as a block of its own, unless the one before is low and has the same picture, or none either.
    fn add(&mut self, composer: &mut Composer<'_, '_>, mut words: Vec<Strip>, picture: Option<&'p Picture>) {
        let picture = picture.filter(|picture| composer.gallery.own_picture(&picture.bytes).is_ok());
        if picture != self.chosen || height(&self.words) >= self.room.height * LOW {
            self.close(composer);
        }
        self.words.append(&mut words);
        self.used.extend(picture);
        self.chosen = picture;
    }

    /// Ends the block that is open.
    fn close(&mut self, composer: &mut Composer<'_, '_>) {
        let words = std::mem::take(&mut self.words);
        self.strips.append(&mut with_picture(composer, words, &self.room, self.chosen.take(), self.is_draft));
    }
}

/// The sentences of a paragraph, closer to each other than paragraphs are, and none split over pages.
fn sentences(composer: &mut Composer<'_, '_>, blocks: &[Block], column: Column) -> Vec<Strip> {
    let mut strips = Vec::new();
    for block in blocks {
        let mut sentence = composer.block(block, column, Tree::ROOT);
        let goes_on = !strips.is_empty();
        if let Some(first) = sentence.first_mut().filter(|_| goes_on) {
            first.gap = first.gap.min(composer.style.item_gap());
        }
        let has_parts = matches!(block.kind, BlockKind::List(_) | BlockKind::Quote(_));
        if !has_parts && height(&sentence) <= composer.style.column_height() {
            keep_together(&mut sentence);
        }
        strips.append(&mut sentence);
    }
    strips
}
