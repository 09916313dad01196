//! The picture beside or above a block of words, or the room for one.

use super::compose::Composer;
use super::flow::galley::{Ink, Paint, Placed, Strip, height, keep_together};
use super::flow::lines;
use super::flow::shape::Face;
use super::style::{Pictures as Room, Place, baseline};
use crate::pictures::Picture;
use crate::render::easy_words;

/// Gives strips their picture, all on one page if they fit there. Without one, a frame in a draft says what is
/// missing.
pub(super) fn with_picture(
    composer: &mut Composer<'_, '_>,
    mut strips: Vec<Strip>,
    room: &Room,
    picture: Option<&Picture>,
    is_draft: bool,
) -> Vec<Strip> {
    let placed = picture.and_then(|picture| placed(composer, picture, room));
    if placed.is_none() && !is_draft {
        keep_on_a_page(composer, &mut strips);
        return strips;
    }
    let mut frame = match placed {
        Some(placed) => Strip { height: room.height, keep_with_next: true, pictures: vec![placed], ..Strip::default() },
        None => frame(composer, room),
    };
    let Some(first) = strips.first_mut() else { return strips };
    match room.place {
        Place::Above => {
            frame.gap = std::mem::replace(&mut first.gap, composer.style.item_gap());
            strips.insert(0, frame);
        }
        Place::Beside(_) => {
            first.ink.append(&mut frame.ink);
            first.fragments.append(&mut frame.fragments);
            first.pictures.append(&mut frame.pictures);
            let missing = room.height - height(&strips);
            if missing > 0.0 {
                strips.push(Strip { height: missing, ..Strip::default() });
            }
            let mut below = 0.0;
            for strip in &mut strips {
                below += strip.height + if below > 0.0 { strip.gap } else { 0.0 };
                strip.keep_with_next |= below + 0.01 < room.height;
            }
        }
    }
    keep_on_a_page(composer, &mut strips);
    strips
}

/// A picture in its room, as large as it can be there. It says what the words say, so it is decoration: no part of
/// the tree. What cannot be drawn is left, as if there were none.
fn placed(composer: &mut Composer<'_, '_>, picture: &Picture, room: &Room) -> Option<Placed> {
    let id = composer.gallery.own_picture(&picture.bytes).ok()?;
    let drawn = composer.gallery.pictures.get(id.0)?;
    let (width, height) = (drawn.width.max(f32::MIN_POSITIVE), drawn.height.max(f32::MIN_POSITIVE));
    let scale = (room.width / width).min(room.height / height);
    let (width, height) = (width * scale, height * scale);
    let x = composer.style.left() + (room.width - width) / 2.0;
    Some(Placed { node: None, turn: composer.tree.turn(), picture: id, x, y: 0.0, width, height })
}

/// Keeps a block on one page, unless it is longer than that.
fn keep_on_a_page(composer: &Composer<'_, '_>, strips: &mut [Strip]) {
    if height(strips) <= composer.style.column_height() {
        keep_together(strips);
    }
}

/// The room for a picture, and what says so.
fn frame(composer: &mut Composer<'_, '_>, room: &Room) -> Strip {
    let style = composer.style;
    let mut line = |words| {
        let turn = composer.tree.turn();
        lines::one_line(words, Face::Regular, style.size, None, turn, composer.shaper)
    };
    let whole = line(easy_words::PICTURE);
    // Large words stand below each other.
    let label = if whole.1 <= room.width { vec![whole] } else { easy_words::PICTURE.split(' ').map(line).collect() };
    let line_height = style.size * 1.25;
    let height = label.iter().map(|_| line_height).sum::<f32>();
    let fits = height <= room.height && label.iter().all(|(_, width)| *width <= room.width);
    let mut fragments = Vec::new();
    let mut y = (room.height - height) / 2.0;
    for (mut fragment, width) in label.into_iter().filter(|_| fits) {
        fragment.x = style.left() + (room.width - width) / 2.0;
        fragment.baseline = y + baseline(style.size, line_height);
        y += line_height;
        fragments.push(fragment);
    }
    let ink = Ink { x: style.left(), y: 0.0, width: room.width, height: room.height, paint: Paint::Frame(1.0) };
    Strip { height: room.height, keep_with_next: true, ink: vec![ink], fragments, ..Strip::default() }
}
