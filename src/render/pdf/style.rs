//! What a page looks like. All lengths are points; the guideline behind each is named beside it.

use super::measure::{Leading, Margin, Size};
use crate::model::Level;

/// A shade of grey: 0 is black, 1 is white.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grey(pub(super) f32);

impl Grey {
    /// Lines and bars. 3:1 on white is asked of graphics that carry meaning (WCAG 2.2, 1.4.11).
    pub(super) const LINE: Self = Self(0.35);
    /// Behind words. Black on it has a contrast of 17:1.
    pub(super) const TINT: Self = Self(0.91);
}

/// The measures of one kind of page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Style {
    /// The width of the page. A4 is 210 mm.
    pub(super) page_width: f32,
    /// The height of the page. A4 is 297 mm.
    pub(super) page_height: f32,
    /// The border of the page.
    pub(super) margin: f32,
    /// The size of the body text.
    pub(super) size: f32,
    /// From one baseline to the next, in sizes.
    pub(super) leading: f32,
    /// What is printed at the head of each page.
    pub(super) running_head: Option<&'static str>,
    /// The column that is left free for pictures.
    pub(super) pictures: Option<Pictures>,
}

/// Room for pictures, beside the words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pictures {
    /// The width of the column.
    pub(super) width: f32,
    /// The height of one picture.
    pub(super) height: f32,
    /// From the picture to the words.
    pub(super) gap: f32,
}

const A4: (f32, f32) = (595.276, 841.89);

impl Style {
    /// Large print: one column, black on white, bold for stress (UKAAF G003).
    pub(super) fn large_print(size: Size, leading: Leading, margin: Margin) -> Self {
        Self {
            page_width: A4.0,
            page_height: A4.1,
            margin: margin.get(),
            size: size.get(),
            leading: leading.get(),
            running_head: None,
            pictures: None,
        }
    }

    /// Easy Read: pictures on the left, words on the right (Department of Health, 2009).
    pub(super) fn easy_read(size: Size, leading: Leading, margin: Margin, running_head: &'static str) -> Self {
        let mut style = Self::large_print(size, leading, margin);
        let column = style.column_width();
        style.pictures = Some(Pictures { width: column * 0.26, height: column * 0.2, gap: column * 0.04 });
        style.running_head = Some(running_head);
        style
    }

    /// The width of a line of words.
    pub(super) fn column_width(&self) -> f32 {
        self.page_width - 2.0 * self.margin
    }

    /// The height of a line of body text.
    pub(super) fn line(&self) -> f32 {
        self.size * self.leading
    }

    /// Between paragraphs: a blank line (UKAAF G003).
    pub(super) fn paragraph_gap(&self) -> f32 {
        self.line() * 0.9
    }

    /// Between the items of a list, and between sentences that stand on lines of their own.
    pub(super) fn item_gap(&self) -> f32 {
        self.line() * 0.45
    }

    /// The size of a heading. American Council of the Blind (2022) sets 22 and 20 over 18; the
    /// three sizes here keep three levels apart, and deeper levels are as the third.
    pub(super) fn heading_size(&self, level: Level) -> f32 {
        let times = match level.number() {
            1 => 28.0 / 18.0,
            2 => 24.0 / 18.0,
            3 => 21.0 / 18.0,
            _ => 1.0,
        };
        // Very large text would leave two words a line; a heading need not grow without end.
        (self.size * times).min((self.size + 14.0).max(28.0))
    }

    /// How far a list or a quotation is set in.
    pub(super) fn indent(&self) -> f32 {
        self.size * 1.5
    }

    /// From the line of a table to its words.
    pub(super) fn cell_padding(&self) -> f32 {
        self.size * 0.35
    }

    /// Where the first line of a page begins, from the top edge.
    pub(super) fn top(&self) -> f32 {
        match self.running_head {
            Some(_) => self.margin + self.line(),
            None => self.margin,
        }
    }

    /// Where the line of the running head begins, from the top edge.
    pub(super) fn head(&self) -> f32 {
        self.margin * 0.6
    }

    /// Where the last line of a page ends, from the top edge. The page number stands below.
    pub(super) fn bottom(&self) -> f32 {
        self.page_height - self.margin.max(self.line() * 2.0)
    }

    /// The height that the words of a page may take.
    pub(super) fn column_height(&self) -> f32 {
        self.bottom() - self.top()
    }

    /// Where the words of a page begin, from its left edge.
    pub(super) fn left(&self) -> f32 {
        self.margin
    }
}

/// Where the baseline lies in a line of this height, from its top: the font reaches 0.984 of its
/// size above the baseline and 0.316 below, and what is left over is shared.
pub(super) fn baseline(size: f32, height: f32) -> f32 {
    (height - size * 1.3) / 2.0 + size * 0.984
}
