//! Words that are printed in capitals for weight, alone or in a row.

use std::ops::Range;

use crate::text::words;

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

/// The words without a small letter that stand side by side around a place of a text.
pub(super) fn row_around(text: &str, at: usize) -> Range<usize> {
    let ends = |(_, character): &(usize, char)| character.is_lowercase() || !(character.is_alphanumeric() || goes_on(*character));
    let is_part = |character: char| character.is_alphanumeric();
    let (before, after) = text.split_at(at);
    let start = before.char_indices().rev().find(ends).map_or(0, |(at, sign)| match sign.is_lowercase() {
        // All of a word with a small letter is left out.
        true => at + before[at..].find(|character| !is_part(character)).unwrap_or(before.len() - at),
        false => at + sign.len_utf8(),
    });
    let end = after.char_indices().find(ends).map_or(text.len(), |(ahead, sign)| match sign.is_lowercase() {
        true => at + after[..ahead].trim_end_matches(is_part).len(),
        false => at + ahead,
    });
    start..end.max(start)
}

/// Whether a sign between two words leaves them side by side, or stands in a word.
const fn goes_on(sign: char) -> bool {
    matches!(sign, ' ' | '/' | '-' | '&' | '\'' | '\u{2019}')
}

/// Whether words in capitals in a row are a heading or a label in a line of its own making: `REPORT AUTHOR:`.
pub(super) fn is_heading(row: &str) -> bool {
    // Most short forms stand alone.
    if row.trim_matches(' ').bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    let words = || words(row).map(|range| &row[range]).filter(|word| word.contains(char::is_alphabetic));
    let count = words().take(3).count();
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
        for (text, row) in [
            ("The DIRECTOR OF QRST spoke.", "DIRECTOR OF QRST"),
            ("BUDGET HISTORY (last QRST years)", "QRST"),
            ("iQR QRST MEETING, 2", "QRST MEETING"),
            ("APIs QRST/WX Yz", "QRST/WX"),
            ("QRST", "QRST"),
        ] {
            assert_eq!(text[row_around(text, text.find("QRST").unwrap())].trim(), row, "{text}");
        }
        assert!(is_heading("DIRECTOR OF QRST") && is_heading("BUDGET HISTORY") && is_heading("REPORT QRST"));
        assert!(!is_heading("QRST WXYZ") && !is_heading("QRST") && !is_heading("F&A"));
    }
}
