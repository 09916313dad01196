//! What of a text between two spaces can be a short form.

use std::ops::Range;

use crate::text::next_capital;

/// A range without the signs before and after its words.
pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let is_sign = |character: char| !character.is_alphanumeric();
    let stretch = text.get(range.clone()).unwrap_or_default();
    let bare = stretch.trim_start_matches(is_sign);
    let start = range.start + stretch.len() - bare.len();
    start..start + bare.trim_end_matches(is_sign).len()
}

/// The parts of a range between hyphens, slashes and other signs. `&` and full stops join: `F&A`, `C.C.C`.
pub(crate) fn parts(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let stretch = text.get(range.clone()).unwrap_or_default();
    let is_joint = |character: char| character.is_alphanumeric() || matches!(character, '&' | '.' | '\'' | '\u{2019}');
    let mut at = range.start;
    let parts = stretch.split_inclusive(move |character| !is_joint(character)).map(move |part| {
        at += part.len();
        trimmed(text, at - part.len()..at)
    });
    parts.filter(|part| !part.is_empty())
}

/// What stands between white space and holds two capitals, as every short form does.
pub(crate) fn stretches_with_capitals(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut first = next_capital(bytes, at)?;
        loop {
            let second = next_capital(bytes, first + 1)?;
            // Between most capitals there is white space, and it stands right before the second one.
            if bytes[first..second].iter().rev().any(u8::is_ascii_whitespace) {
                first = second;
                continue;
            }
            let start = bytes[..first].iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1);
            let end = bytes[second..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |space| second + space);
            let stretch = text.get(start..end).unwrap_or_default();
            // What is beyond ASCII may be a quotation mark.
            if stretch.is_ascii() || stretch.chars().filter(|character| character.is_uppercase()).nth(1).is_some() {
                at = end;
                return Some(start..end);
            }
            first = next_capital(bytes, end)?;
        }
    })
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
    fn a_stretch_holds_two_capitals() {
        let text = "The (CDS-based) Council\u{2019}s DfE, \u{201c}MoU\u{201d} and \u{c9}t\u{c9} On Mc A";
        let stretches: Vec<&str> = stretches_with_capitals(text).map(|stretch| &text[stretch]).collect();
        assert_eq!(stretches, ["(CDS-based)", "DfE,", "\u{201c}MoU\u{201d}", "\u{c9}t\u{c9}"]);
    }
}
