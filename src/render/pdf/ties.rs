//! What belongs together on one line: a date, a sum, a time, a phone number, a title and its name.
//! "Single pieces of information" are not split over lines (UKAAF G003).

use crate::model::MONTHS;

/// Whether a line may not end between these two neighbours. `before` ends with the space or sign
/// that would end the line.
pub(super) fn tied(before: &str, after: &str) -> bool {
    let Some(head) = before.strip_suffix(' ') else {
        // A break without a space: after a hyphen, a dash or a stroke within a word or a number. The
        // hyphen would be taken for ours, and the two parts for two words.
        let token = before.rsplit(char::is_whitespace).next().unwrap_or("");
        let in_word = after.starts_with(char::is_alphanumeric) && ends_in_word(before);
        let address = token.contains("//") || token.contains('.');
        return token.ends_with("://") || in_word && (token.ends_with(['-', '\u{2010}', '\u{2013}']) || token.ends_with('/') && !address);
    };
    let left = head.rsplit(char::is_whitespace).next().unwrap_or("");
    let right = after.split(char::is_whitespace).next().unwrap_or("");
    let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    // Nearly all words are neither numbers nor names, and are soon done with.
    if !has_digit(left) && !has_digit(right) && !after.starts_with(is_of_a_name) {
        return false;
    }
    let (left, right) = (left.trim_start_matches(OPENING), right.trim_end_matches(CLOSING));
    let (left, right) = (left.trim_end_matches(OPENING), right.trim_start_matches(OPENING));
    day_and_month(left, right)
        || month_and_year(left, right)
        || number_and_unit(left, right)
        || phone(left, right)
        || right.starts_with(char::is_uppercase) && TITLES.contains(&left.trim_end_matches('.'))
        || right.starts_with(|first: char| first.is_ascii_digit()) && REFERENCES.iter().any(|word| left.eq_ignore_ascii_case(word))
}

/// Whether a name may begin with a sign: brackets may stand before it.
fn is_of_a_name(sign: char) -> bool {
    sign.is_uppercase() || OPENING.contains(&sign)
}

const OPENING: [char; 5] = ['(', '[', '"', '\u{2018}', '\u{201c}'];
const CLOSING: [char; 11] = ['.', ',', ';', ':', ')', ']', '"', '?', '!', '\u{2019}', '\u{201d}'];

/// Titles that a name follows.
const TITLES: [&str; 11] = ["Cllr", "Cllrs", "Councillor", "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Sir", "Rev"];

/// Words that a number follows.
const REFERENCES: [&str; 9] = ["page", "section", "paragraph", "para", "appendix", "item", "minute", "no.", "table"];

/// Words that belong to the number before them.
const UNITS: [&str; 13] = ["am", "pm", "a.m", "p.m", "noon", "million", "billion", "thousand", "per", "pence", "%", "km", "m"];

fn ends_in_word(text: &str) -> bool {
    text.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
}

fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| *month == word || (word.len() >= 3 && month.get(..3) == Some(word)))
}

/// `5 March`, `21st March`.
fn day_and_month(left: &str, right: &str) -> bool {
    let digits = left.trim_end_matches(|last: char| last.is_ascii_lowercase());
    is_month(right) && (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        || is_month(right) && left.split('-').all(|day| (1..=2).contains(&day.len()) && day.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `March 2024`.
fn month_and_year(left: &str, right: &str) -> bool {
    is_month(left) && right.len() == 4 && right.bytes().all(|byte| byte.is_ascii_digit())
}

/// `7.30 pm`, `£2 million`.
fn number_and_unit(left: &str, right: &str) -> bool {
    let amount = left.trim_start_matches(['£', '$', '€']);
    let is_number = amount.starts_with(|first: char| first.is_ascii_digit())
        && amount.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b':'));
    is_number && UNITS.contains(&right.to_ascii_lowercase().trim_end_matches('.'))
}

/// `0151 666 4828`: groups of digits after one that begins with 0 or +, or that make up a long number.
fn phone(left: &str, right: &str) -> bool {
    let group = |text: &str| text.len() >= 3 && text.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit());
    group(left) && group(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_information_is_tied() {
        for (before, after) in [
            ("on 5 ", "March 2024"),
            ("on 5 March ", "2024."),
            ("on the 21st ", "March"),
            ("1-31 ", "October 2023"),
            ("at 7.30 ", "pm."),
            ("at 7 ", "p.m. on"),
            ("some £2 ", "million"),
            ("call 0151 ", "666 4828"),
            ("call 0151 666 ", "4828."),
            ("by Cllr ", "Jones"),
            ("by (Cllr. ", "Jones)"),
            ("see paragraph ", "3.6"),
            ("co-", "production"),
            ("2023-", "27"),
            ("RECOMMENDATION/", "S"),
            ("see https://", "www.example.org"),
        ] {
            assert!(tied(before, after), "{before}|{after}");
        }
    }

    #[test]
    fn other_words_may_part() {
        for (before, after) in [
            ("the ", "panel"),
            ("5 ", "people"),
            ("March ", "past"),
            ("in 2023 ", "the"),
            ("Sir ", "said"),
            ("today - ", "and"),
            ("https://example.org/", "buses"),
            ("www.example.org/", "buses"),
        ] {
            assert!(!tied(before, after), "{before}|{after}");
        }
    }
}
