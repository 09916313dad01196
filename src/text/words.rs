//! Words.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// The words of a text, as byte ranges: Unicode word boundaries (UAX 29), parts without a letter or
/// a digit left out.
///
/// ```
/// let text = "The council's 3 homes.";
/// let words: Vec<&str> = plainsong::text::words(text).map(|range| &text[range]).collect();
/// assert_eq!(words, ["The", "council's", "3", "homes"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.unicode_word_indices().map(|(start, word)| start..start + word.len())
}
