//! What of a text between two spaces can be a short form.

use std::ops::Range;

use crate::model::Texts;
use crate::text::{each_inner_capital, may_be_capital};

/// What of the texts of a document stands between white space and holds two capitals.
pub(crate) struct Capitals {
    /// Each stretch, in the order of the texts.
    pub(crate) stretches: Vec<Range<usize>>,
    /// The passages that hold some: the index of each, and where in its text the first begins.
    pub(super) passages: Vec<(usize, usize)>,
}

impl Capitals {
    pub(crate) fn of(texts: &Texts<'_>) -> Self {
        let stretches = stretches_with_capitals(texts.all());
        let passages = texts.holding(stretches.iter().map(|stretch| stretch.start));
        Self { stretches, passages }
    }
}

/// A range without the signs before and after its words.
pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let stretch = text.get(range.clone()).unwrap_or_default();
    if begins_and_ends_plainly(stretch) {
        return range;
    }
    let bare = stretch.trim_start_matches(is_sign);
    let start = range.start + stretch.len() - bare.len();
    start..start + bare.trim_end_matches(is_sign).len()
}

/// Whether there are no signs around a text, as around most words.
pub(super) fn begins_and_ends_plainly(text: &str) -> bool {
    matches!(text.as_bytes(), [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric())
}

/// A word without the signs before and after it.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(is_sign)
}

/// Whether a character is no part of a word. An accent that is written after its letter is.
fn is_sign(character: char) -> bool {
    !character.is_alphanumeric() && !matches!(character, '\u{300}'..='\u{36f}')
}

/// The last bytes of a text, no more than so many.
pub(super) fn ending(text: &str, most: usize) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(most))..).unwrap_or_default()
}

/// The parts of a range between hyphens, slashes and other signs. `&` and full stops join: `F&A`, `C.C.C`.
pub(crate) fn parts(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let stretch = text.get(range.clone()).unwrap_or_default();
    let is_joint = |character: char| !is_sign(character) || matches!(character, '&' | '.' | '\'' | '\u{2019}');
    let mut at = range.start;
    let parts = stretch.split_inclusive(move |character| !is_joint(character)).map(move |part| {
        at += part.len();
        trimmed(text, at - part.len()..at)
    });
    parts.filter(|part| !part.is_empty())
}

/// What stands between white space and holds two capitals, as every short form does.
pub(crate) fn stretches_with_capitals(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    // What ends here has been looked at.
    let mut end = 0;
    each_inner_capital(text, |at| {
        if at < end {
            return;
        }
        let start = bytes[..at].iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1);
        if bytes[start..at].iter().any(|byte| may_be_capital(*byte)) {
            end = bytes[at..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |space| at + space);
            let stretch = text.get(start..end).unwrap_or_default();
            // What is beyond ASCII may be a quotation mark.
            if stretch.is_ascii() || stretch.chars().filter(|character| character.is_uppercase()).nth(1).is_some() {
                found.push(start..end);
            }
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_part_words_and_some_join_them() {
        let text = "(CDS-based F&A/HR, C.C.C.'s";
        let words: Vec<&str> = parts(text, 0..text.len()).map(|part| &text[part]).collect();
        assert_eq!(words, ["CDS", "based", "F&A", "HR", "C.C.C.'s"]);
    }

    #[test]
    fn an_accent_stays_with_its_letter() {
        let text = "AI\u{301}title (AI\u{301})";
        let words: Vec<&str> = parts(text, 0..text.len()).map(|part| &text[part]).collect();
        assert_eq!(words, ["AI\u{301}title", "AI\u{301}"]);
        assert_eq!(bare("(AI\u{301})"), "AI\u{301}");
    }

    #[test]
    fn a_stretch_holds_two_capitals() {
        let text = "The (CDS-based) Council\u{2019}s DfE, \u{201c}MoU\u{201d} and \u{c9}t\u{c9} On Mc A";
        let stretches: Vec<&str> = stretches_with_capitals(text).into_iter().map(|stretch| &text[stretch]).collect();
        assert_eq!(stretches, ["(CDS-based)", "DfE,", "\u{201c}MoU\u{201d}", "\u{c9}t\u{c9}"]);
    }
}
