//! About how many pages words will take. The pages are made with the default options; a person needs to
//! know whether they are near the end of what people can read.

/// An Easy Read has at most so many pages (GOV.UK, 2020).
pub(super) const MOST: usize = 24;

/// How many signs stand on a line beside a picture, at 18 points on A4.
const SIGNS: usize = 33;

/// The height of a line of 18 points, in points.
const LINE: usize = 25;

/// What is left free between two ideas, in points.
const GAP: usize = 16;

/// The height of a picture and of the space after it, in points: a passage takes no less.
const PICTURE: usize = 112;

/// The height that words take on a page, in points: headings take some, and ideas that are kept whole leave
/// some white.
const PAGE: usize = 560;

/// The pages that every Easy Read has: the cover, what it is about, what words mean and whom to ask.
const AROUND: usize = 3;

/// About how high the words of a passage stand, in points. A line is an idea.
pub(super) fn height(words: &str) -> usize {
    let idea = |line: &str| line.chars().count().div_ceil(SIGNS) * LINE + GAP;
    let ideas: usize = words.lines().map(str::trim).filter(|line| !line.is_empty()).map(idea).sum();
    ideas.max(PICTURE)
}

/// About how many pages words of this height take, in an Easy Read of their own.
pub(super) const fn pages(height: usize) -> usize {
    AROUND + height.div_ceil(PAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_words_take_more_pages() {
        assert_eq!(height("Short."), PICTURE);
        assert!(height(&"We met and talked about the bench.\n".repeat(10)) > 400);
        assert_eq!(pages(0), AROUND);
        assert_eq!(pages(PAGE + 1), AROUND + 2);
    }
}
