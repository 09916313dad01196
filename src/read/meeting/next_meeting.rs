//! When the next meeting is, if the minutes say it with a day and a month.

use std::ops::Range;

use super::pattern::{Words, pattern, patterns};
use super::script::Entry;
use super::topics::Topics;
use crate::model::{Certainty, Date, Mark, Role};
use crate::text::sentences;

pub(super) fn find(script: &[Entry]) -> Vec<Mark> {
    let mut last = None;
    for (at, entry) in script.iter().enumerate() {
        let Some(text) = entry.may_speak_of(Topics::MEETING) else { continue };
        let Some(label) = label_end(text) else {
            last = in_sentences(entry).or(last);
            continue;
        };
        let rest = label..text.len();
        let stated = if text[rest.clone()].chars().any(char::is_alphanumeric) {
            stated(entry, rest)
        } else {
            script.get(at + 1).filter(|next| !next.is_heading()).and_then(|next| stated(next, 0..next.text().len()))
        };
        last = stated.or(last);
    }
    last.into_iter().collect()
}

/// Where what follows a label such as "Date of next meeting:" begins.
fn label_end(text: &str) -> Option<usize> {
    let head = text.find(char::is_alphabetic)?;
    let words = Words::of(&text[head..]);
    const KINDS: &str = "ordinary|scheduled|full|parish|community|town|council|board|committee|panel";
    let item = if words.word(0) == "item" && words.word(1).starts_with(|first: char| first.is_ascii_digit()) { 2 } else { 0 };
    let label =
        pattern!(format!("date|dates|day? and|&|,? time? and|&? place|venue? of|for? the? next {KINDS}? {KINDS}? meeting|meetings"));
    let end = words.at(item, label).or_else(|| words.at(item, pattern!("date of future|forthcoming meeting|meetings")))?;
    // "The next meeting …" is a sentence; "Next meeting of the Parks Group" is another's.
    let is_other = words.word(end) == "for" || (words.word(end) == "of" && !matches!(words.word(end + 1), "the" | "parish"));
    let begins_sentence = words.word(item) == "the" || matches!(words.word(end), "will" | "is" | "was" | "to" | "and");
    (!is_other && !begins_sentence).then(|| words.bytes(0..end).map(|bytes| head + bytes.end)).flatten()
}

/// "The next meeting will be held on 4 May", as a sentence of its own.
fn in_sentences(entry: &Entry) -> Option<Mark> {
    if !entry.text().to_lowercase().contains("next meeting") && !entry.text().contains("NEXT MEETING") {
        return None;
    }
    let text = entry.text();
    entry.sentences().iter().cloned().find_map(|sentence| {
        let words = Words::of(&text[sentence.clone()]);
        let opening = patterns![
            "the? date? of? the? next ordinary|scheduled|full|parish|town|council|board|committee? meeting of? the? parish|town|board|committee|council|cabinet|panel? council? will|is|was|to|on",
            "the next meeting of the ... board|committee|council|cabinet|panel will|is",
            "next meeting",
            "it was agreed that? the? next meeting would|will|to",
        ];
        let end = opening.iter().find_map(|pattern| words.begins(pattern))?;
        if words.word(end) == "for" {
            return None;
        }
        let start = words.bytes(end - 1..end)?;
        stated(entry, sentence.start + start.start..sentence.end)
    })
}

/// The day, the month and what is said with them, without the words before.
fn stated(entry: &Entry, range: Range<usize>) -> Option<Mark> {
    let first = sentences(&entry.text()[range.clone()]).into_iter().next()?;
    // A sentence may end after "P.M."; what follows in the passage is not of this meeting.
    let text = &entry.text()[range.start + first.start..range.start + first.end];
    let words = Words::of(text);
    let month = (0..words.len()).find(|&at| Date::month_named(words.word(at)).is_some() && has_day(&words, at))?;
    if month > 12 {
        return None;
    }
    let before = (0..month).rev().find(|&at| !belongs_to_date(words.word(at))).map_or(0, |at| at + 1);
    let start = range.start + first.start + words.bytes(before..month + 1)?.start;
    entry.mark(start..range.start + first.end, Role::NextMeeting, Certainty::Certain)
}

/// Whether a day of the month stands beside the month at an index.
fn has_day(words: &Words, month: usize) -> bool {
    let is_day = |at: Option<usize>| {
        let word = at.map_or("", |at| words.word(at));
        word.trim_end_matches(|character: char| character.is_alphabetic()).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
    };
    // "16^(th) December" leaves the ordinal on its own.
    let between = ["of", "th", "st", "nd", "rd"];
    let day_before = if month > 0 && between.contains(&words.word(month - 1)) { month.checked_sub(2) } else { month.checked_sub(1) };
    is_day(day_before) || is_day(Some(month + 1))
}

fn belongs_to_date(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.contains(&word)
        || word == "of"
        || word == "the"
        || word.starts_with(|character: char| character.is_ascii_digit())
        || matches!(word, "th" | "st" | "nd" | "rd")
}

#[cfg(test)]
mod tests {
    use crate::model::Role;
    use crate::{Source, parse};

    fn next(text: &str) -> Option<String> {
        let source = Source::new("a.md", format!("# Minutes of the panel\n\nPresent: A. Vane\n\nApologies: None\n\n{text}"));
        let document = parse(&source);
        document.marks.iter().find(|mark| mark.role == Role::NextMeeting).map(|mark| source.slice(mark.span).to_owned())
    }

    #[test]
    fn stated_in_many_ways() {
        for (text, stated) in [
            ("## 9. Date of next meeting\n\n24th April.", "24th April."),
            ("2598. Date of next meeting: 26th November 2018.", "26th November 2018."),
            ("The next meeting will be on Wednesday 14 August 2013 at 7.30pm", "Wednesday 14 August 2013 at 7.30pm"),
            (
                "ITEM 9. DATE OF NEXT COMMITTEE MEETING\n\nIt was agreed to meet in the Hall on Monday 8th November 2004.",
                "Monday 8th November 2004.",
            ),
            ("The meeting closed. NEXT MEETING 18th JANUARY AT 7.30.", "18th JANUARY AT 7.30."),
            ("It was agreed the next meeting would be on Wednesday 23 November 2005.", "Wednesday 23 November 2005."),
        ] {
            assert_eq!(next(text).as_deref(), Some(stated), "{text}");
        }
    }

    #[test]
    fn none_is_invented() {
        for text in [
            "Date of next meeting to be arranged.",
            "Cllr Lee said that the next meeting for Parks will be on 24 June.",
            "The report will come to the next meeting. It was written on 4 May.",
            "## Next meeting\n\nThe Clerk will send dates.\n\nParks \u{2013} 21 October 2013",
        ] {
            assert_eq!(next(text), None, "{text}");
        }
    }
}
