//! What has capitals and digits and is no short form: references, post codes, roads, addresses, numerals.

use super::tokens::bare;

/// Whether what stands between two spaces is a reference, an amount, an address or the name of a file:
/// `DM/2023/00263`, `A134`, `THIRD-PARTY.md`.
pub(super) fn is_reference(stretch: &str) -> bool {
    // Most are letters, and signs around them.
    if stretch.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b',' | b'(' | b')' | b'&' | b'-' | b'/' | b'\'')) {
        return false;
    }
    stretch.contains(['@', '\\', '\u{a3}', '_'])
        || stretch.contains("://")
        || stretch.starts_with("www.")
        || stretch.contains(|character: char| character.is_ascii_digit())
            && !stretch.split(['/', '-']).any(|part| is_with_digit(bare(part)))
        || stretch.split('.').skip(1).any(|ending| ending.starts_with(|character: char| character.is_ascii_lowercase()))
}

/// Whether a word is letters around one digit: `A4A`, `W3C`.
pub(super) fn is_with_digit(word: &str) -> bool {
    let bytes = word.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    digits == 1
        && bytes.len() <= 5
        && bytes.first().is_some_and(u8::is_ascii_uppercase)
        && bytes.last().is_some_and(u8::is_ascii_uppercase)
        && bytes.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// Whether a word can be the second half of a post code: `6AH`. The word before it is the first half.
pub(super) fn is_inward_code(word: &str) -> bool {
    matches!(bare(word).as_bytes(), [digit, one, two] if digit.is_ascii_digit() && one.is_ascii_uppercase() && two.is_ascii_uppercase())
}

/// Whether a word can be a number with a part of a file or a year: `19827/07/0`. The letters before it belong to it.
pub(super) fn is_reference_number(word: &str) -> bool {
    let word = bare(word);
    word.contains('/') && word.split('/').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a word is a number from I to XXXIX. Among them is "XXX", which people also write where a name is still
/// missing: that is no short form either.
pub(super) fn is_roman(word: &str) -> bool {
    let units = word.trim_start_matches('X');
    word.len() - units.len() <= 3 && ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_told_from_short_forms() {
        for reference in ["DM/2023/00263", "E/34934", "A134", "PE33", "LIST.csv", "a@b.org", "https://x.org/SCIE", "\u{a3}2M", "B\\C"] {
            assert!(is_reference(reference), "{reference}");
        }
        for other in ["SCIE", "A4A", "(W3C)", "F&A", "C.C.C.", "CCG/LA"] {
            assert!(!is_reference(other), "{other}");
        }
        assert!(is_reference_number("19827/07/0.") && !is_reference_number("639-1:2002") && !is_reference_number("2023"));
        assert!(is_inward_code("9SF,") && !is_inward_code("A4A"));
    }

    #[test]
    fn roman_numerals_are_told_from_letters() {
        for numeral in ["II", "IV", "XIX", "XXX", "XXXIX"] {
            assert!(is_roman(numeral), "{numeral}");
        }
        for other in ["IIII", "VX", "SCIE", "XXXX"] {
            assert!(!is_roman(other), "{other}");
        }
    }
}
