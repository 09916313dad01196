//! The galley: strips of words, one below the other, before they are dealt out to pages.

use std::rc::Rc;

use super::super::colours::Shade;
use super::super::images::PictureId;
use super::super::tags::{Anchor, NodeId, Turn};
use super::shape::{Face, Glyph};
use crate::model::{Lang, Level};

/// A strip of the column, never split over pages. Places in it are points from the left edge of the
/// page and from the top of the strip.
#[derive(Debug, Clone, Default)]
pub(in crate::render::pdf) struct Strip {
    pub(in crate::render::pdf) height: f32,
    /// Space above, except at the head of a page.
    pub(in crate::render::pdf) gap: f32,
    /// Whether the next strip must stand on the same page.
    pub(in crate::render::pdf) keep_with_next: bool,
    /// Whether the strip begins a page.
    pub(in crate::render::pdf) begins: Begins,
    pub(in crate::render::pdf) fragments: Vec<Fragment>,
    pub(in crate::render::pdf) ink: Vec<Ink>,
    pub(in crate::render::pdf) pictures: Vec<Placed>,
    pub(in crate::render::pdf) areas: Vec<Area>,
    /// The headings that stand here, for the outline.
    pub(in crate::render::pdf) bookmarks: Vec<Bookmark>,
    /// The number of a page, to be filled in when all pages are known.
    pub(in crate::render::pdf) page_number: Option<Box<PageNumber>>,
    /// The heading rows that are repeated if a page begins here.
    pub(in crate::render::pdf) heading_rows: Option<Rc<Vec<Strip>>>,
}

/// Where a strip may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::render::pdf) enum Begins {
    /// Below the strip before it.
    #[default]
    Anywhere,
    /// On a page of its own.
    Page,
    /// On a page of its own, save below a list that runs over to a second page and ends high on it: the
    /// page would be left white. A line keeps the two apart.
    PageAfterList,
}

/// Words of one look and one meaning on one line.
#[derive(Debug, Clone)]
pub(in crate::render::pdf) struct Fragment {
    /// Whose words they are; none for what is not part of the document.
    pub(in crate::render::pdf) node: Option<NodeId>,
    pub(in crate::render::pdf) turn: Turn,
    pub(in crate::render::pdf) x: f32,
    pub(in crate::render::pdf) baseline: f32,
    pub(in crate::render::pdf) size: f32,
    pub(in crate::render::pdf) glyphs: Vec<Glyph>,
    /// Where the glyphs do not say what the words are.
    pub(in crate::render::pdf) stands_for: Option<StandsFor>,
}

/// What a fragment stands for. Neighbours of the same word are spoken as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render::pdf) struct StandsFor {
    /// The turn at which the word began: two words may be spelled alike.
    pub(in crate::render::pdf) word: Turn,
    pub(in crate::render::pdf) text: String,
}

/// Something drawn that says nothing: a rule, a tint, a frame.
#[derive(Debug, Clone)]
pub(in crate::render::pdf) struct Ink {
    pub(in crate::render::pdf) x: f32,
    pub(in crate::render::pdf) y: f32,
    pub(in crate::render::pdf) width: f32,
    pub(in crate::render::pdf) height: f32,
    pub(in crate::render::pdf) paint: Paint,
}

/// A picture in its place.
#[derive(Debug, Clone)]
pub(in crate::render::pdf) struct Placed {
    /// Its figure; none for decoration.
    pub(in crate::render::pdf) node: Option<NodeId>,
    pub(in crate::render::pdf) turn: Turn,
    pub(in crate::render::pdf) picture: PictureId,
    pub(in crate::render::pdf) x: f32,
    pub(in crate::render::pdf) y: f32,
    pub(in crate::render::pdf) width: f32,
    pub(in crate::render::pdf) height: f32,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::render::pdf) enum Paint {
    Fill(Shade),
    /// A frame, its line in points.
    Frame(f32),
}

/// The area of a link on one line.
#[derive(Debug, Clone)]
pub(in crate::render::pdf) struct Area {
    pub(in crate::render::pdf) turn: Turn,
    pub(in crate::render::pdf) x: f32,
    pub(in crate::render::pdf) y: f32,
    pub(in crate::render::pdf) width: f32,
    pub(in crate::render::pdf) height: f32,
    pub(in crate::render::pdf) link: Rc<Link>,
}

/// A link.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render::pdf) struct Link {
    /// Its element.
    pub(in crate::render::pdf) node: NodeId,
    /// Where it leads.
    pub(in crate::render::pdf) target: Target,
    /// What is said of it (ISO 14289-1, 7.18.5).
    pub(in crate::render::pdf) said: Said,
}

/// Words, and their language where it is not that of the document.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render::pdf) struct Said {
    pub(in crate::render::pdf) words: String,
    pub(in crate::render::pdf) lang: Option<Lang>,
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render::pdf) enum Target {
    /// Out of the document.
    Address(String),
    /// To a place in it that may not be composed yet.
    Anchor(Anchor),
    /// To an element of it.
    Element(NodeId),
}

/// An entry of the outline.
#[derive(Debug, Clone)]
pub(in crate::render::pdf) struct Bookmark {
    pub(in crate::render::pdf) level: Level,
    pub(in crate::render::pdf) title: String,
    /// The element of the heading.
    pub(in crate::render::pdf) node: NodeId,
}

/// Room for the number of the page that a heading stands on.
#[derive(Debug, Clone)]
pub(in crate::render::pdf) struct PageNumber {
    /// The element of the heading.
    pub(in crate::render::pdf) of: NodeId,
    pub(in crate::render::pdf) face: Face,
    /// The place of the words, which have no glyphs yet.
    pub(in crate::render::pdf) fragment: Fragment,
}

/// The height of strips below each other, gaps between them included.
pub(in crate::render::pdf) fn height(strips: &[Strip]) -> f32 {
    strips.iter().enumerate().map(|(index, strip)| strip.height + if index > 0 { strip.gap } else { 0.0 }).sum()
}

/// Keeps strips together on one page.
pub(in crate::render::pdf) fn keep_together(strips: &mut [Strip]) {
    if let [all_but_last @ .., _] = strips {
        for strip in all_but_last {
            strip.keep_with_next = true;
        }
    }
}

/// Lets neither the first nor the last line of a paragraph stand alone on a page.
pub(in crate::render::pdf) fn avoid_widows(lines: &mut [Strip]) {
    let count = lines.len();
    for (index, line) in lines.iter_mut().enumerate() {
        line.keep_with_next |= count > 1 && (index == 0 || index + 2 == count);
    }
}

/// Keeps the lines of a word that is broken over them on one page: a program that reads the page, and
/// not the tags, finds the page number within it otherwise.
pub(in crate::render::pdf) fn keep_words_whole(lines: &mut [Strip]) {
    let word = |fragment: Option<&Fragment>| fragment?.stands_for.as_ref().map(|stands_for| stands_for.word);
    let nexts: Vec<Option<Turn>> = lines.iter().skip(1).map(|next| word(next.fragments.first())).collect();
    for (line, next) in lines.iter_mut().zip(nexts) {
        let last = word(line.fragments.last());
        line.keep_with_next |= last.is_some() && last == next;
    }
}

/// Lays strips over each other from one top down, as one strip: the cells of a row. The part of each
/// that goes beyond `limit` is given back.
pub(in crate::render::pdf) fn merge(columns: Vec<Vec<Strip>>, limit: f32) -> (Strip, Vec<Vec<Strip>>) {
    let mut merged = Strip::default();
    let mut rest = Vec::with_capacity(columns.len());
    for column in columns {
        let mut y = 0.0;
        let mut left = column.into_iter().peekable();
        while let Some(strip) = left.next_if(|strip| y == 0.0 || y + strip.gap + strip.height <= limit) {
            y += if y > 0.0 { strip.gap } else { 0.0 };
            merged.take_in(strip, y, &mut y);
        }
        merged.height = merged.height.max(y);
        rest.push(left.collect());
    }
    (merged, rest)
}

impl Strip {
    /// Takes the words and ink of another strip in, at a distance from the top.
    fn take_in(&mut self, strip: Self, at: f32, end: &mut f32) {
        self.fragments.extend(strip.fragments.into_iter().map(|mut fragment| {
            fragment.baseline += at;
            fragment
        }));
        self.ink.extend(strip.ink.into_iter().map(|mut ink| {
            ink.y += at;
            ink
        }));
        self.pictures.extend(strip.pictures.into_iter().map(|mut picture| {
            picture.y += at;
            picture
        }));
        self.areas.extend(strip.areas.into_iter().map(|mut area| {
            area.y += at;
            area
        }));
        self.bookmarks.extend(strip.bookmarks);
        *end = at + strip.height;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strips(heights: &[f32]) -> Vec<Strip> {
        heights.iter().map(|&height| Strip { height, ..Strip::default() }).collect()
    }

    #[test]
    fn a_merged_row_is_as_high_as_its_highest_cell() {
        let (row, rest) = merge(vec![strips(&[10.0, 10.0]), strips(&[10.0])], 100.0);
        assert_eq!(row.height, 20.0);
        assert!(rest.iter().all(Vec::is_empty));
    }

    #[test]
    fn what_goes_beyond_the_limit_is_given_back() {
        let (row, rest) = merge(vec![strips(&[10.0, 10.0]), strips(&[10.0])], 15.0);
        assert_eq!(row.height, 10.0);
        assert_eq!(rest.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn neither_end_of_a_paragraph_stands_alone() {
        let mut lines = strips(&[1.0; 5]);
        avoid_widows(&mut lines);
        let kept: Vec<bool> = lines.iter().map(|line| line.keep_with_next).collect();
        assert_eq!(kept, [true, false, false, true, false]);
    }
}
