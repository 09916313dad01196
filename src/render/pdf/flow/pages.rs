//! Strips dealt out to pages: no heading last on a page, no line of a paragraph alone, heading rows
//! repeated.

use super::super::style::Style;
use super::galley::{self, Area, Bookmark, Fragment, Ink, Placed, Strip};

/// A page. Places are points from its left and its top edge.
#[derive(Debug, Default)]
pub(in crate::render::pdf) struct Page {
    /// The words, in reading order.
    pub(in crate::render::pdf) fragments: Vec<Fragment>,
    /// Words that are not part of the document: running heads, page numbers, repeated rows.
    pub(in crate::render::pdf) artifacts: Vec<Fragment>,
    pub(in crate::render::pdf) ink: Vec<Ink>,
    pub(in crate::render::pdf) pictures: Vec<Placed>,
    pub(in crate::render::pdf) areas: Vec<Area>,
    /// The headings on the page, each with its distance from the top.
    pub(in crate::render::pdf) bookmarks: Vec<(Bookmark, f32)>,
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
        if !self.fresh && (group.first().is_some_and(|strip| strip.begins_page) || !self.fits(gap + galley::height(&group))) {
            self.turn_page(group.first());
        }
        for strip in group {
            // Only a group that is higher than a page is parted.
            if !self.fresh && !self.fits(strip.gap + strip.height) {
                self.turn_page(Some(&strip));
            }
            self.place(strip);
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
        page.bookmarks.extend(strip.bookmark.map(|bookmark| (bookmark, y)));
        self.y = y + strip.height;
        self.fresh = false;
    }
}
