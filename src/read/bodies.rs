//! The names of bodies: councils, committees, boards.

use crate::text::words;

/// Words that a name of a body ends in.
const BODIES: [&str; 14] = [
    "assembly",
    "authority",
    "board",
    "cabinet",
    "commission",
    "committee",
    "council",
    "executive",
    "forum",
    "group",
    "panel",
    "partnership",
    "subcommittee",
    "trust",
];
/// Small words within a name.
const WITHIN: [&str; 6] = ["and", "of", "for", "the", "on", "with"];
/// Words before a name that are no part of it.
const BEFORE: [&str; 13] = ["minutes", "notes", "draft", "agenda", "report", "of", "the", "for", "from", "to", "a", "meeting", "annual"];
/// Words of lines that say more than a name.
const NOT_IN_NAMES: [&str; 7] = ["last", "members", "meeting", "minutes", "open", "report", "title"];

/// Whether a text ends in a word such as "committee".
pub(super) fn ends(text: &str) -> bool {
    words(text).last().is_some_and(|range| is_body(&text[range]))
}

/// The name of a body in a line such as a title: "Minutes of Wexmere Parish Council, May 2024".
/// Every word of it but the small ones has a capital.
pub(super) fn within(text: &str) -> Option<&str> {
    let ranges: Vec<_> = words(text).collect();
    let is_before = |word: &str| BEFORE.contains(&word.to_lowercase().as_str()) || word.starts_with(|first: char| first.is_ascii_digit());
    let start = ranges.iter().position(|range| !is_before(&text[range.clone()]))?;
    let names = ranges.get(start..)?;
    let mut end = None;
    for (at, range) in names.iter().enumerate() {
        let word = &text[range.clone()];
        let small = word.to_lowercase();
        let is_of_name = word.starts_with(char::is_uppercase) || WITHIN.contains(&small.as_str());
        let gap = at.checked_sub(1).and_then(|before| names.get(before)).map_or("", |before| &text[before.end..range.start]);
        if !is_of_name || NOT_IN_NAMES.contains(&small.as_str()) || !matches!(gap.trim(), "" | "&" | "/" | "-" | ",") {
            break;
        }
        if is_body(word) {
            end = Some(at);
        }
    }
    // A committee is known by what it is for: the word alone is no name.
    let last = end.filter(|end| *end > 0)?;
    text.get(names.first()?.start..names.get(last)?.end)
}

fn is_body(word: &str) -> bool {
    BODIES.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_titles() {
        for (text, name) in [
            ("Minutes of Wexmere Parish Council", "Wexmere Parish Council"),
            ("Minutes of the Wexmere Parish Council Meeting, May 2024", "Wexmere Parish Council"),
            ("ADULT CARE AND HEALTH COMMITTEE", "ADULT CARE AND HEALTH COMMITTEE"),
            ("Brook & Fell Community Council minutes 20181029", "Brook & Fell Community Council"),
            ("2014-09-22 Data Panel Meeting", "Data Panel"),
            ("Crime and Justice Sector Panel - 13 March 2012", "Crime and Justice Sector Panel"),
        ] {
            assert_eq!(within(text), Some(name), "{text}");
        }
    }

    #[test]
    fn no_name_is_made_up() {
        for text in [
            "4 members of the Committee",
            "Mr Ward (Chair), Clerk to the Board",
            "Minutes of the last committee",
            "Board papers",
            "Committee",
        ] {
            assert_eq!(within(text), None, "{text}");
        }
    }
}
