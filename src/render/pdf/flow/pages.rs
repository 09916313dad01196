//! Strips dealt out to pages: no heading last on a page, no line of a paragraph alone, heading rows
//! repeated.

use std::collections::HashMap;

use super::super::colours::Shade;
use super::super::style::Style;
use super::super::tags::NodeId;
use super::galley::{self, Area, Begins, Bookmark, Fragment, Ink, PageNumber, Paint, Placed, StandsFor, Strip};
use super::shape::Shaper;
use crate::render::wording;

/// A page. Places are points from its left and its top edge.
#[derive(Debug, Default)]
pub(in crate::render::pdf) struct Page {
    /// The words, in reading order.
    pub(in crate::render::pdf) fragments: Vec<Fragment>,
    /// Words that are not part of the document and stand among those that are: repeated rows.
    pub(in crate::render::pdf) artifacts: Vec<Fragment>,
    /// The running head.
    pub(in crate::render::pdf) head: Vec<Fragment>,
    /// The page number.
    pub(in crate::render::pdf) foot: Vec<Fragment>,
    pub(in crate::render::pdf) ink: Vec<Ink>,
    pub(in crate::render::pdf) pictures: Vec<Placed>,
    pub(in crate::render::pdf) areas: Vec<Area>,
    /// The headings on the page.
    pub(in crate::render::pdf) bookmarks: Vec<Bookmark>,
    /// The numbers of other pages that are told on this one.
    pub(in crate::render::pdf) page_numbers: Vec<PageNumber>,
}

impl Page {
    /// All words that are drawn.
    pub(in crate::render::pdf) fn words(&self) -> impl Iterator<Item = &Fragment> {
        self.fragments.iter().chain(&self.artifacts).chain(&self.head).chain(&self.foot)
    }
}

/// Deals strips out to pages.
pub(in crate::render::pdf) fn paginate(strips: Vec<Strip>, style: &Style) -> Vec<Page> {
    let mut dealer = Dealer { style, pages: vec![Page::default()], y: style.top(), fresh: true };
    let mut strips = strips.into_iter().peekable();
    while strips.peek().is_some() {
        let mut group = Vec::new();
        for strip in strips.by_ref() {
            let more = strip.keep_with_next;
            group.push(strip);
            if !more {
                break;
            }
        }
        dealer.deal(group);
    }
    for page in &mut dealer.pages {
        page.fragments.sort_by_key(|fragment| fragment.turn);
    }
    dealer.pages
}

/// Fills in the numbers of pages: now each heading has come to stand on one.
pub(in crate::render::pdf) fn fill_page_numbers(pages: &mut [Page], shaper: &mut Shaper<'_>) {
    let numbers = pages.iter().zip(1..).flat_map(|(page, number)| page.bookmarks.iter().map(move |bookmark| (bookmark.node, number)));
    let page_of: HashMap<NodeId, usize> = numbers.collect();
    for page in pages.iter_mut().filter(|page| !page.page_numbers.is_empty()) {
        for PageNumber { of, face, mut fragment } in std::mem::take(&mut page.page_numbers) {
            let Some(number) = page_of.get(&of) else { continue };
            let words = wording::page(*number) + " ";
            let shaped = shaper.shape(face, &words);
            fragment.glyphs.clone_from(&shaped.glyphs);
            fragment.stands_for = (!shaped.plain).then_some(StandsFor { word: fragment.turn, text: words });
            page.fragments.push(fragment);
        }
        page.fragments.sort_by_key(|fragment| fragment.turn);
    }
}

struct Dealer<'a> {
    style: &'a Style,
    pages: Vec<Page>,
    /// Where the next strip begins.
    y: f32,
    /// Whether the page is still empty.
    fresh: bool,
}

impl Dealer<'_> {
    /// Deals out strips that belong on one page.
    fn deal(&mut self, group: Vec<Strip>) {
        let gap = group.first().map_or(0.0, |strip| strip.gap);
        let begins = group.first().map_or(Begins::Anywhere, |strip| strip.begins);
        let is_below_middle = self.y > self.style.top() + self.style.column_height() / 2.0;
        let begins_page = match begins {
            Begins::Anywhere => false,
            Begins::Page => true,
            Begins::PageAfterList => self.pages.len() == 1 || is_below_middle,
        };
        if !self.fresh && (begins_page || !self.fits(gap + galley::height(&group))) {
            self.turn_page(group.first());
        } else if begins == Begins::PageAfterList {
            self.rule_off();
        }
        // Only a group that is higher than a page is parted, and not before its last strip: that may be
        // the number of a page, or the end of a sentence.
        let mut strips = group.into_iter().peekable();
        let mut left = strips.len();
        while let Some(strip) = strips.next() {
            let last = strips.peek().filter(|_| left == 2).map_or(0.0, |last| last.gap + last.height);
            if !self.fresh && !self.fits(strip.gap + strip.height + last) {
                self.turn_page(Some(&strip));
            }
            self.place(strip);
            left -= 1;
        }
    }

    /// Draws a line below what stands on the page.
    fn rule_off(&mut self) {
        let (x, y) = (self.style.left(), self.y + self.style.paragraph_gap());
        let line = Ink { x, y, width: self.style.column_width(), height: 1.0, paint: Paint::Fill(Shade::Line) };
        self.y = y + line.height;
        if let Some(page) = self.pages.last_mut() {
            page.ink.push(line);
        }
    }

    fn fits(&self, height: f32) -> bool {
        // Sums of many lengths differ in their last digits.
        self.y + height <= self.style.bottom() + 0.01
    }

    fn turn_page(&mut self, next: Option<&Strip>) {
        self.pages.push(Page::default());
        self.y = self.style.top();
        self.fresh = true;
        let heading_rows = next.and_then(|strip| strip.heading_rows.clone());
        for row in heading_rows.iter().flat_map(|rows| rows.iter()) {
            let y = self.y;
            if let Some(page) = self.pages.last_mut() {
                page.ink.extend(row.ink.iter().map(|ink| Ink { y: ink.y + y, ..ink.clone() }));
                page.artifacts.extend(row.fragments.iter().map(|fragment| Fragment {
                    node: None,
                    baseline: fragment.baseline + y,
                    ..fragment.clone()
                }));
            }
            self.y += row.height;
        }
    }

    fn place(&mut self, strip: Strip) {
        let y = self.y + if self.fresh { 0.0 } else { strip.gap };
        let Some(page) = self.pages.last_mut() else { return };
        for mut fragment in strip.fragments {
            fragment.baseline += y;
            if fragment.node.is_some() { &mut page.fragments } else { &mut page.artifacts }.push(fragment);
        }
        page.ink.extend(strip.ink.into_iter().map(|ink| Ink { y: ink.y + y, ..ink }));
        page.pictures.extend(strip.pictures.into_iter().map(|picture| Placed { y: picture.y + y, ..picture }));
        page.areas.extend(strip.areas.into_iter().map(|area| Area { y: area.y + y, ..area }));
        page.bookmarks.extend(strip.bookmarks);
        page.page_numbers.extend(strip.page_number.map(|mut number| {
            number.fragment.baseline += y;
            *number
        }));
        self.y = y + strip.height;
        self.fresh = false;
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::style::Choices;
    use super::super::galley::keep_together;
    use super::*;

    /// The heights of the strips on each page, of a column of ten parts.
    fn dealt(groups: &[(Begins, &[f32])]) -> Vec<Vec<f32>> {
        let style = Style::large_print(Choices::default());
        let part = style.column_height() / 10.0;
        let is_block = |ink: &&Ink| matches!(ink.paint, Paint::Frame(_));
        let strips = groups.iter().flat_map(|(begins, heights)| {
            let ink = |height| Ink { x: 0.0, y: 0.0, width: 1.0, height, paint: Paint::Frame(1.0) };
            let strip = |&height: &f32| Strip { height: height * part, ink: vec![ink(height)], ..Strip::default() };
            let mut strips: Vec<Strip> = heights.iter().map(strip).collect();
            keep_together(&mut strips);
            strips[0].begins = *begins;
            strips
        });
        let pages = paginate(strips.collect(), &style);
        pages.iter().map(|page| page.ink.iter().filter(is_block).map(|ink| ink.height).collect()).collect()
    }

    #[test]
    fn strips_that_belong_together_stand_on_one_page() {
        let [some, group]: [&[f32]; 2] = [&[6.0], &[3.0, 2.0]];
        assert_eq!(dealt(&[(Begins::Anywhere, some), (Begins::Anywhere, group)]), [vec![6.0], vec![3.0, 2.0]]);
    }

    #[test]
    fn the_last_strip_of_what_is_higher_than_a_page_does_not_stand_alone() {
        assert_eq!(dealt(&[(Begins::Anywhere, &[4.0, 3.0, 2.0, 2.0])]), [vec![4.0, 3.0], vec![2.0, 2.0]]);
    }

    #[test]
    fn what_follows_a_list_leaves_no_page_white() {
        let follows = |list: &[f32]| {
            let list: Vec<(Begins, &[f32])> = list.iter().map(|height| (Begins::Anywhere, std::slice::from_ref(height))).collect();
            dealt(&[list, vec![(Begins::PageAfterList, &[1.0][..])]].concat())
        };
        assert_eq!(follows(&[4.0]), [vec![4.0], vec![1.0]]);
        assert_eq!(follows(&[9.0, 4.0]), [vec![9.0], vec![4.0, 1.0]]);
        assert_eq!(follows(&[9.0, 6.0]), [vec![9.0], vec![6.0], vec![1.0]]);
    }
}
