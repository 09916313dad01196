//! What a page looks like. All lengths are points; the guideline behind each is named beside it.

use super::colours::Colours;
use super::measure::{Leading, Margin, Size};
use super::paper::Paper;
use crate::model::Level;

/// What a person may set of a page, whatever stands on it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Choices {
    pub(super) size: Size,
    pub(super) paper: Paper,
    pub(super) colours: Colours,
    pub(super) leading: Leading,
    pub(super) margin: Margin,
}

/// The measures of one kind of page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Style {
    /// The width of the page.
    pub(super) page_width: f32,
    /// The height of the page.
    pub(super) page_height: f32,
    /// The border of the page.
    pub(super) margin: f32,
    /// The size of the body text.
    pub(super) size: f32,
    /// From one baseline to the next, in sizes.
    pub(super) leading: f32,
    pub(super) colours: Colours,
    /// What is printed at the head of each page, line by line.
    pub(super) running_head: Vec<&'static str>,
    /// The room that is left free for pictures.
    pub(super) pictures: Option<Pictures>,
}

/// Room for pictures.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pictures {
    pub(super) place: Place,
    /// The width of a picture.
    pub(super) width: f32,
    /// The height of a picture.
    pub(super) height: f32,
}

/// Where pictures stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// To the left of the words, so many points away from them.
    Beside(f32),
    /// Above the words: beside a picture, very large words would have too short a line.
    Above,
}

/// How many sizes wide a line of words is beside a picture at least: some 18 letters.
const BESIDE_PICTURE: f32 = 9.0;

/// The width of a letter in a line of them, in sizes. Most lines are narrower.
const WIDE_LETTER: f32 = 0.58;

impl Style {
    /// Large print: one column, bold for stress (UKAAF G003).
    pub(super) fn large_print(choices: Choices) -> Self {
        let (page_width, page_height) = choices.paper.size();
        Self {
            page_width,
            page_height,
            margin: choices.margin.get(),
            size: choices.size.get(),
            leading: choices.leading.get(),
            colours: choices.colours,
            running_head: Vec::new(),
            pictures: None,
        }
    }

    /// Easy Read: pictures on the left, words on the right (Department of Health, 2009), where the
    /// page is wide enough for that. What is said at the head of each page is said in short where the
    /// lines would be too wide.
    pub(super) fn easy_read(choices: Choices, running_head: &[&'static str], in_short: &'static str) -> Self {
        let mut style = Self::large_print(choices);
        let column = style.column_width();
        let (width, gap) = (column * 0.26, column * 0.04);
        style.pictures = Some(if column - width - gap >= style.size * BESIDE_PICTURE {
            Pictures { place: Place::Beside(gap), width, height: column * 0.2 }
        } else {
            Pictures { place: Place::Above, width: column * 0.65, height: column * 0.3 }
        });
        let fits = |line: &&str| line.chars().count() as f32 * WIDE_LETTER * style.size <= column;
        style.running_head = if running_head.iter().all(fits) { running_head.to_vec() } else { vec![in_short] };
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

    /// The size of a heading: 28, 24 and 21 over 18. American Council of the Blind (2022) sets 22
    /// and 20; the three sizes here keep three levels apart, and deeper levels are as the text.
    pub(super) fn heading_size(&self, level: Level) -> f32 {
        let larger = match level.number() {
            1 => 10.0 / 18.0,
            2 => 6.0 / 18.0,
            3 => 3.0 / 18.0,
            _ => 0.0,
        };
        // Above 25 points a heading grows as the text does: in twice that size, one of nearly 80
        // points would have two words a line.
        self.size + larger * self.size.min(25.0)
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
        self.margin + self.line() * self.running_head.len() as f32
    }

    /// Where the running head begins, from the top edge.
    pub(super) fn head(&self) -> f32 {
        self.margin * 0.6
    }

    /// Where the last line of a page ends, from the top edge. The page number stands below.
    pub(super) fn bottom(&self) -> f32 {
        self.page_height - self.margin.max(self.line() * 2.0)
    }

    /// The baseline of the page number, from the top edge.
    pub(super) fn number_baseline(&self) -> f32 {
        self.page_height - (self.page_height - self.bottom()) * 0.4
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

#[cfg(test)]
mod tests {
    use super::*;

    fn style(size: f32) -> Style {
        Style::easy_read(
            Choices {
                size: Size::new(size).unwrap(),
                paper: Paper::Letter,
                colours: Colours::default(),
                leading: Leading::default(),
                margin: Margin::default(),
            },
            &["Draft", "of two lines"],
            "Draft",
        )
    }

    #[test]
    fn headings_differ_at_every_size_and_none_is_smaller_than_the_text() {
        for size in [16.0, 18.0, 24.0, 36.0, 48.0] {
            let style = style(size);
            let sizes: Vec<f32> = (1..=4).map(|level| style.heading_size(Level::clamped(level))).collect();
            assert!(sizes.windows(2).all(|pair| pair[0] > pair[1] + 1.0), "{sizes:?}");
            assert_eq!(sizes[3], size);
            assert!(sizes[0] < size + 15.0);
        }
        assert_eq!(style(18.0).heading_size(Level::ONE), 28.0);
    }

    #[test]
    fn very_large_words_have_the_whole_line() {
        assert!(matches!(style(36.0).pictures.unwrap().place, Place::Beside(_)));
        assert_eq!(style(48.0).pictures.unwrap().place, Place::Above);
    }

    #[test]
    fn running_words_collide_with_nothing() {
        for (size, leading, margin) in [(16.0, 1.0, 28.0), (48.0, 1.0, 28.0), (48.0, 2.0, 28.0), (48.0, 1.35, 144.0), (16.0, 2.0, 144.0)] {
            let mut style = style(size);
            (style.leading, style.margin) = (leading, margin);
            assert!(style.head() + style.line() * 2.0 <= style.top(), "the running head at {size}, {leading}, {margin}");
            let number = style.number_baseline();
            assert!(number - size * 0.984 >= style.bottom(), "the page number at {size}, {leading}, {margin}");
            assert!(number + size * 0.316 <= style.page_height);
        }
    }
}
