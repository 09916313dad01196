//! What of a text between two spaces can be a short form.

use std::ops::Range;

/// A range without the signs before and after its words.
pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let stretch = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (stretch.len() - stretch.trim_start_matches(|character: char| !character.is_alphanumeric()).len());
    let bare = stretch.trim_matches(|character: char| !character.is_alphanumeric());
    start..start + bare.len()
}

/// The parts of a range between hyphens, slashes and other signs. `&` and full stops join: `F&A`, `C.C.C`.
pub(crate) fn parts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let stretch = text.get(range.clone()).unwrap_or_default();
    let is_joint = |character: char| character.is_alphanumeric() || matches!(character, '&' | '.' | '\'' | '\u{2019}');
    let mut at = range.start;
    let parts = stretch.split_inclusive(|character| !is_joint(character)).map(|part| {
        at += part.len();
        trimmed(text, at - part.len()..at)
    });
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_part_words_and_some_join_them() {
        let text = "(CDS-based F&A/HR, C.C.C.'s";
        let words: Vec<&str> = parts(text, 0..text.len()).into_iter().map(|part| &text[part]).collect();
        assert_eq!(words, ["CDS", "based", "F&A", "HR", "C.C.C.'s"]);
    }
}
