//! What of a text between two spaces can be a short form.

use std::ops::Range;

use crate::text::{may_be_capital, next_capital};

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

/// What stands between white space and holds two capitals, as every short form does.
pub(crate) fn stretches_with_capitals(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let first = next_capital(bytes, at)?;
            let rest = bytes.get(first + 1..)?;
            let next = rest.iter().position(|byte| may_be_capital(*byte) || byte.is_ascii_whitespace())?;
            at = first + 1 + next;
            if rest.get(next).is_some_and(|byte| may_be_capital(*byte)) {
                let start = bytes[..first].iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1);
                at = bytes[at..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |space| at + space);
                return Some(start..at);
            }
        }
    })
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
