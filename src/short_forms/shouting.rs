//! Words that are printed in capitals for weight, alone or in a row.

use std::ops::Range;

use crate::text::{Cut, each_word};

/// Words that minutes and reports print in capitals: what headings, labels and warnings are made of.
const STRESSED: &[&str] = &[
    "ABOUT", "ABSENT", "ABUSE", "ACTION", "ACTIONS", "ADULT", "AFTER", "AGENDA", "AGREE", "AGREED", "AIMS", "ALL", "ALSO", "AND", "ANNEX",
    "ANNUAL", "ANY", "APPENDIX", "APRIL", "ARE", "AREA", "AS", "ASKED", "ASSET", "AT", "AUDIT", "AUGUST", "AUTHOR", "BACK", "BANK", "BE",
    "BEEN", "BOARD", "BOTH", "BUDGET", "BUS", "BUT", "BY", "CALL", "CAN", "CARE", "CASE", "CHAIR", "CHECK", "CHILD", "CITY", "CIVIC",
    "CLERK", "CLLR", "CLLRS", "CLOSE", "CLOSED", "CODE", "COST", "COSTS", "COULD", "COUNTY", "COURT", "DATA", "DATE", "DATED", "DATES",
    "DAY", "DEAR", "DEBT", "DELAY", "DID", "DO", "DOES", "DOG", "DOGS", "DOWN", "DRAFT", "DUE", "DUTY", "EACH", "EAST", "EASY", "END",
    "ENTRY", "ESQ", "EVENT", "EVERY", "FACT", "FEES", "FINAL", "FINANCE", "FIRE", "FIRST", "FLOOD", "FOOD", "FOR", "FORM", "FOUR", "FREE",
    "FROM", "FULL", "FUND", "FUNDS", "FURTHER", "GENERAL", "GIVE", "GIVEN", "GOAL", "GOALS", "GOOD", "GRANT", "GRANTS", "GREEN", "GROUP",
    "HAD", "HALL", "HAS", "HAVE", "HEAD", "HEALTH", "HELD", "HELP", "HERE", "HIGH", "HIS", "HOME", "HOUSE", "HOW", "IF", "IN", "INTO",
    "IS", "ISSUE", "IT", "ITEM", "ITEMS", "ITS", "JULY", "JUNE", "KEY", "LAND", "LANE", "LAST", "LATE", "LEAD", "LEGAL", "LESS", "LIST",
    "LIVE", "LOCAL", "LTD", "MADE", "MAIN", "MARCH", "MAY", "MAYOR", "MEET", "MET", "MINUTE", "MONEY", "MONTH", "MORE", "MOVED", "MUST",
    "NAME", "NAMES", "NEED", "NEW", "NEXT", "NIL", "NO", "NONE", "NORTH", "NOT", "NOTE", "NOTED", "NOTES", "NOW", "OBJECT", "OF", "OFF",
    "OLD", "ON", "ONE", "ONLY", "OPEN", "OR", "ORDER", "OTHER", "OUR", "OUT", "OVER", "OWN", "PAGE", "PAID", "PAPER", "PARA", "PARISH",
    "PARK", "PART", "PARTY", "PAST", "PAY", "PER", "PLACE", "PLAN", "PLANS", "PLAY", "PLC", "PLEASE", "POINT", "POLICY", "POST", "PRESS",
    "PUBLIC", "PUT", "RAISED", "READ", "REF", "REFER", "REPORT", "REPORTS", "RISK", "RISKS", "ROAD", "ROADS", "ROLE", "ROLES", "ROOM",
    "RURAL", "SAID", "SALE", "SCHEDULE", "SCHOOL", "SEE", "SENT", "SET", "SHALL", "SHORT", "SHOULD", "SIGN", "SIGNED", "SITE", "SOCIAL",
    "SOME", "SOUTH", "STAFF", "STAGE", "START", "STILL", "STOP", "STREET", "SUCH", "SUNDAY", "TAX", "TEAM", "TEL", "TERM", "TERMS", "THAN",
    "THAT", "THE", "THEIR", "THEM", "THEN", "THERE", "THESE", "THEY", "THIS", "THREE", "TIME", "TIMES", "TITLE", "TO", "TOPIC", "TOTAL",
    "TOWN", "TREE", "TREES", "TRUE", "TRUST", "TWO", "UNDER", "UNTIL", "UP", "UPDATE", "URGENT", "US", "USE", "USED", "VALUE", "VENUE",
    "VERY", "VIA", "VIEW", "VISION", "VOTE", "VOTES", "WARD", "WARDS", "WAS", "WASTE", "WATER", "WAY", "WE", "WEEK", "WELL", "WERE",
    "WEST", "WHAT", "WHEN", "WHERE", "WHICH", "WHO", "WHY", "WILL", "WITH", "WORK", "WORKS", "YEAR", "YEARS", "YES", "YOU", "YOUNG",
    "YOUR", "YOUTH",
];

/// A word in capitals of this many letters may be a word of the language; a shorter one is too often both:
/// SEND and send.
pub(super) const WORD_LENGTH: usize = 5;

/// From this many letters on, what can be spoken is a word or a name: "CARRIED".
const SPOKEN_LENGTH: usize = 6;

/// Whether a word in capitals is one of those that are printed so for weight.
pub(super) fn is_stressed(word: &str) -> bool {
    STRESSED.binary_search(&word).is_ok() || word.chars().count() >= SPOKEN_LENGTH && is_spoken(word)
}

/// Whether a word has vowels as words of the language have: no four consonants in a row.
fn is_spoken(word: &str) -> bool {
    let is_vowel = |character: char| "AEIOUY".contains(character);
    word.contains(is_vowel) && word.split(is_vowel).all(|consonants| consonants.chars().count() < 4)
}

/// The stretches of a text where words stand side by side in capitals, as in a heading or a label.
pub(super) fn rows(text: &str) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut row: Vec<Range<usize>> = Vec::new();
    let mut close = |row: &mut Vec<Range<usize>>| {
        if let [first, .., last] = row.as_slice()
            && is_heading(text, row)
        {
            rows.push(first.start..last.end);
        }
        row.clear();
    };
    each_word(text, |Cut { range, .. }| {
        let stands_beside = || row.last().is_none_or(|before| text[before.end..range.start].chars().all(goes_on));
        let is_small = text[range.clone()].contains(char::is_lowercase);
        if is_small || !stands_beside() {
            close(&mut row);
        }
        if !is_small {
            row.push(range);
        }
    });
    close(&mut row);
    rows
}

/// Whether a sign between two words leaves them side by side.
const fn goes_on(sign: char) -> bool {
    matches!(sign, ' ' | '/' | '-' | '&')
}

/// Whether words in capitals in a row are a heading or a label in a line of its own making: `REPORT AUTHOR:`.
fn is_heading(text: &str, row: &[Range<usize>]) -> bool {
    let words = || row.iter().map(|range| &text[range.clone()]).filter(|word| word.contains(char::is_alphabetic));
    let count = words().count();
    let long = |word: &str| word.chars().count() >= WORD_LENGTH;
    count > 2 || count == 2 && (words().all(long) || words().any(is_stressed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(STRESSED.is_sorted(), "{:?}", STRESSED.windows(2).find(|pair| pair[0] > pair[1]));
    }

    #[test]
    fn words_are_told_from_letters() {
        for word in ["NOTED", "CARRIED", "PRESENT", "RESOLVED"] {
            assert!(is_stressed(word), "{word}");
        }
        for other in ["SCIE", "CIPFA", "HMCTS", "HMICFRS", "UPRN"] {
            assert!(!is_stressed(other), "{other}");
        }
    }

    #[test]
    fn words_side_by_side_in_capitals_are_a_heading() {
        let found = |text: &str| rows(text).into_iter().map(|row| text[row].to_owned()).collect::<Vec<_>>();
        assert_eq!(found("The DIRECTOR OF QRST spoke."), ["DIRECTOR OF QRST"]);
        assert_eq!(found("BUDGET HISTORY (last 3 years)"), ["BUDGET HISTORY"]);
        assert!(found("We asked DWP, HMRC, DVLA and the QRST WXYZ group.").is_empty());
    }
}
