//! Short forms in capitals, told from what only looks like one: numerals, references, initials of
//! people, and words that are printed in capitals for weight.

use std::collections::HashSet;
use std::ops::Range;

use crate::text::words;

/// Short forms that most people know better than the full name, and marks that stand for no name.
const WELL_KNOWN: &[&str] = &[
    "AD", "AM", "BBC", "BC", "CD", "COVID", "DIY", "DNA", "DVD", "EU", "FAQ", "GB", "GCSE", "GP", "HIV", "HM", "HTML", "HTTP", "HTTPS",
    "ID", "IT", "ITV", "MOT", "MP", "NHS", "OK", "PC", "PDF", "PIN", "PM", "PO", "RAF", "TV", "UK", "UN", "URL", "US", "USA", "VAT", "VIP",
];

/// Words that minutes and reports print in capitals for weight.
const STRESSED: &[&str] = &[
    "AGENDA",
    "AGREED",
    "ALL",
    "AND",
    "ANNEX",
    "APPENDIX",
    "APPROVED",
    "APRIL",
    "AS",
    "AT",
    "AUGUST",
    "AUTHOR",
    "BOARD",
    "BY",
    "CHAIR",
    "CLERK",
    "CLOSED",
    "COUNCIL",
    "DATE",
    "DEFERRED",
    "DRAFT",
    "EXEMPT",
    "FOR",
    "FRIDAY",
    "FROM",
    "IN",
    "IS",
    "ITEM",
    "JANUARY",
    "JULY",
    "JUNE",
    "LTD",
    "MARCH",
    "MAY",
    "MINUTES",
    "MONDAY",
    "MUST",
    "NEW",
    "NEXT",
    "NO",
    "NOT",
    "NOTE",
    "NOTED",
    "OCTOBER",
    "OF",
    "ON",
    "ONE",
    "ONLY",
    "OPEN",
    "OR",
    "OUT",
    "PARISH",
    "PART",
    "PRESENT",
    "PRIVATE",
    "RECOMMENDED",
    "REFUSED",
    "REPORT",
    "RESOLVED",
    "SECTION",
    "SUBJECT",
    "SUNDAY",
    "THAT",
    "THE",
    "TIME",
    "TO",
    "TOTAL",
    "TOWN",
    "TUESDAY",
    "TWO",
    "VENUE",
    "VOTE",
    "WITH",
    "YES",
];

/// What stands before the name of a person.
const TITLES: &[&str] =
    &["Cllr", "Cllrs", "Councillor", "Councillors", "Dr", "Lady", "Lord", "Miss", "Mr", "Mrs", "Ms", "Prof", "Professor", "Rev", "Sir"];

/// A word in capitals of this many letters may be a word of the language; a shorter one is too often both: SEND and send.
const WORD_LENGTH: usize = 5;

/// The most letters of a short form. Longer ones are names and words.
const LONGEST: usize = 7;

/// Finds the short forms of one document.
pub(super) struct ShortForms {
    /// The longer words that the document also has in small letters.
    words: HashSet<String>,
}

impl ShortForms {
    /// For the document of this source text.
    pub(super) fn of(text: &str) -> Self {
        let in_small_letters = words(text).map(|range| &text[range]).filter(|word| word.contains(char::is_lowercase));
        Self { words: in_small_letters.filter(|word| word.len() >= WORD_LENGTH).map(str::to_lowercase).collect() }
    }

    /// The short forms of a text and the place of each, without the ending of a plural or a possessive.
    pub(super) fn find<'a>(&self, text: &'a str) -> Vec<(&'a str, Range<usize>)> {
        let words: Vec<Range<usize>> = words(text).collect();
        let references = parts(text, char::is_whitespace, is_reference);
        let mut found = Vec::new();
        let mut in_names = false;
        let mut before = 0;
        for run in words.chunk_by(|one, next| in_one_run(text, one, next)) {
            let heading = is_heading(text, run);
            for range in run {
                let word = &text[range.clone()];
                let goes_on = word == "and" || word.starts_with(char::is_uppercase);
                let broken = text[before..range.start].contains(['(', ':', ';', '\u{2013}', '\u{2014}']);
                in_names = TITLES.contains(&word) || in_names && goes_on && !broken;
                before = range.end;
                let short = base(word);
                if !heading && !in_names && self.is_short_form(short) && !lies_in(&references, range.start) {
                    found.push((short, range.start..range.start + short.len()));
                }
            }
        }
        found
    }

    fn is_short_form(&self, word: &str) -> bool {
        let is_known = || WELL_KNOWN.contains(&word) || STRESSED.contains(&word) || is_roman(word);
        let is_word = || word.len() >= WORD_LENGTH && self.words.contains(&word.to_lowercase());
        is_capitals(word) && word.chars().count() <= LONGEST && !is_known() && !is_word()
    }
}

/// A word without the ending of a plural or a possessive: `SMEs` and `SME's` are `SME`.
pub(super) fn base(word: &str) -> &str {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let bare = singular.trim_end_matches(['\'', '\u{2019}']);
    if is_capitals(bare) { bare } else { word }
}

/// Whether a line has no small letter: a heading in capitals, or a shout.
pub(super) fn is_capital_line(line: &str) -> bool {
    !line.contains(char::is_lowercase)
}

/// The parts of a text, each up to and with a separator, that pass a test; in order.
pub(super) fn parts(text: &str, separator: fn(char) -> bool, test: fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut end = 0;
    let ranges = text.split_inclusive(separator).map(|part| {
        end += part.len();
        end - part.len()..end
    });
    ranges.filter(|range| test(&text[range.clone()])).collect()
}

/// Whether a byte lies in one of these parts, which are in order.
pub(super) fn lies_in(parts: &[Range<usize>], at: usize) -> bool {
    parts.get(parts.partition_point(|part| part.end <= at)).is_some_and(|part| part.start <= at)
}

fn is_capitals(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// Whether a word is a number from I to XXXIX.
fn is_roman(word: &str) -> bool {
    let units = word.trim_start_matches('X');
    word.len() - units.len() <= 3 && ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&units)
}

/// Whether words joined without a space are a reference, an amount, an address, a post code or the name of a
/// file: `DM/2023/00263`, `THIRD-PARTY.md`.
fn is_reference(joined: &str) -> bool {
    joined.contains(['@', '\\'])
        || joined.contains("://")
        || joined.starts_with("www.")
        || joined.contains(|character: char| character.is_ascii_digit())
        || joined.split('.').skip(1).any(|ending| ending.starts_with(|character: char| character.is_ascii_lowercase()))
}

/// Whether two words without small letters stand side by side, with no comma or bracket between.
fn in_one_run(text: &str, one: &Range<usize>, next: &Range<usize>) -> bool {
    let between = &text[one.end..next.start];
    !text[one.clone()].contains(char::is_lowercase)
        && !text[next.clone()].contains(char::is_lowercase)
        && between.chars().all(|character| matches!(character, ' ' | '/' | '-' | '&'))
}

/// Whether a run of words in capitals is a heading or a label in a line of its own making: `REPORT AUTHOR: Ann Rees`.
fn is_heading(text: &str, run: &[Range<usize>]) -> bool {
    let words = || run.iter().map(|range| &text[range.clone()]);
    let long = |word: &str| word.chars().count() >= WORD_LENGTH;
    run.len() > 2 || run.len() == 2 && (words().all(long) || words().any(|word| STRESSED.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        ShortForms::of(text).find(text).into_iter().map(|(short, _)| short).collect()
    }

    #[test]
    fn plurals_and_possessives_are_the_short_form() {
        assert_eq!(found("We helped SMEs, read the SCC's plan and the DWP\u{2019}s, with QRSs' help."), ["SME", "SCC", "DWP", "QRS"]);
    }

    #[test]
    fn well_known_short_forms_and_stressed_words_are_none() {
        assert!(found("The NHS in the UK says N/A. It was RESOLVED that this is NOT done.").is_empty());
    }

    #[test]
    fn numbers_and_references_are_none() {
        assert!(found("Schedule II, part XIV, of DM/2023/00263 at CH41 6AH.").is_empty());
        assert!(found("Write to QRST@council.example or see https://www.council.example/QRST now.").is_empty());
        assert!(found("The names are in QRST-LIST.csv here.").is_empty());
        assert_eq!(found("They asked SCIE. Then they left."), ["SCIE"]);
    }

    #[test]
    fn roman_numerals_are_told_from_letters() {
        for numeral in ["II", "IV", "XIX", "XXXIX"] {
            assert!(is_roman(numeral), "{numeral}");
        }
        for other in ["IIII", "VX", "SCIE", "XXXX"] {
            assert!(!is_roman(other), "{other}");
        }
    }

    #[test]
    fn words_side_by_side_in_capitals_are_a_heading() {
        assert!(found("The DIRECTOR OF QRST spoke.").is_empty());
        assert!(found("REPORT QRST: Ann Rees. BUDGET HISTORY (last 3 years)").is_empty());
        assert_eq!(found("We asked DWP, HMRC, DVLA and the QRST WXYZ group."), ["DWP", "HMRC", "DVLA", "QRST", "WXYZ"]);
    }

    #[test]
    fn a_long_word_that_is_also_in_small_letters_is_a_word() {
        assert!(found("The bridge is a BRIDGE.").is_empty());
        assert_eq!(found("We send the SEND plan to CIPFA."), ["SEND", "CIPFA"]);
    }

    #[test]
    fn initials_and_surnames_of_people_are_none() {
        assert!(found("Cllr AB Jones and JP Smith met Mrs CD REES.").is_empty());
        assert_eq!(found("Cllr AB Jones spoke for SCIE."), ["SCIE"]);
        assert_eq!(found("Mr Jones (SCIE) spoke."), ["SCIE"]);
    }
}
