//! When the next meeting is, if the minutes say it with a day and a month.

use std::ops::Range;

use super::pattern::{pattern, patterns};
use super::script::Entry;
use super::topics::Topics;
use super::vocabulary::{Key, keys, keys_of};
use super::words::{Words, first_word, key};
use crate::model::{Certainty, Date, Mark, Role};
use crate::text::sentences;

pub(super) fn find(script: &[Entry<'_>]) -> Vec<Mark> {
    let mut last = None;
    for (at, entry) in script.iter().enumerate() {
        if !entry.may_speak_of(Topics::NEXT) {
            continue;
        }
        let text = entry.text();
        let Some(label) = label_end(entry) else {
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

/// The words that a label can begin with. With "the" a sentence begins.
const FIRST_OF_LABELS: [Key; 11] = keys_of(["item", "date", "dates", "day", "and", "time", "place", "venue", "of", "for", "next"]);

/// Where what follows a label such as "Date of next meeting:" begins.
fn label_end(entry: &Entry<'_>) -> Option<usize> {
    let head = entry.text().find(char::is_alphabetic)?;
    if !key(first_word(&entry.text()[head..])).is_among(&FIRST_OF_LABELS) {
        return None;
    }
    let words = entry.words_in(head..entry.text().len());
    const KINDS: &str = "ordinary|scheduled|full|parish|community|town|council|board|committee|panel";
    let item = if words.is(0, keys!["item"]) && words.printed(1).starts_with(|first: char| first.is_ascii_digit()) { 2 } else { 0 };
    let label =
        pattern!(format!("date|dates|day? and|&|,? time? and|&? place|venue? of|for? the? next {KINDS}? {KINDS}? meeting|meetings"));
    let end = words.at(item, label).or_else(|| words.at(item, pattern!("date of future|forthcoming meeting|meetings")))?;
    // "The next meeting …" is a sentence; "Next meeting of the Parks Group" is another's.
    let is_other = words.is(end, keys!["for"]) || (words.is(end, keys!["of"]) && !words.is(end + 1, keys!["the", "parish"]));
    let begins_sentence = words.is(item, keys!["the"]) || words.is(end, keys!["will", "is", "was", "to", "and"]);
    (!is_other && !begins_sentence).then(|| words.bytes(0..end).map(|bytes| head + bytes.end)).flatten()
}

/// "The next meeting will be held on 4 May", as a sentence of its own.
fn in_sentences(entry: &Entry<'_>) -> Option<Mark> {
    if !says_next_meeting(entry) {
        return None;
    }
    entry.sentences().iter().cloned().find_map(|sentence| {
        let words = entry.words_in(sentence.clone());
        let opening = patterns![
            "the? date? of? the? next ordinary|scheduled|full|parish|town|council|board|committee? meeting of? the? parish|town|board|committee|council|cabinet|panel? council? will|is|was|to|on",
            "the next meeting of the ... board|committee|council|cabinet|panel will|is",
            "next meeting",
            "it was agreed that? the? next meeting would|will|to",
        ];
        let end = opening.iter().find_map(|pattern| words.begins(pattern))?;
        if words.is(end, keys!["for"]) {
            return None;
        }
        let start = words.bytes(end - 1..end)?;
        stated(entry, sentence.start + start.start..sentence.end)
    })
}

fn says_next_meeting(entry: &Entry<'_>) -> bool {
    const SAID: &str = "next meeting";
    let mut places = entry.places(Topics::NEXT).filter_map(|at| entry.text().as_bytes().get(at..at + SAID.len()));
    places.any(|said| said.eq_ignore_ascii_case(SAID.as_bytes()))
}

/// The day, the month and what is said with them, without the words before.
fn stated(entry: &Entry<'_>, range: Range<usize>) -> Option<Mark> {
    let first = sentences(&entry.text()[range.clone()]).into_iter().next()?;
    // A sentence may end after "P.M."; what follows in the passage is not of this meeting.
    let words = entry.words_in(range.start + first.start..range.start + first.end);
    let month = (0..words.len()).find(|&at| Date::month_named(words.printed(at)).is_some() && has_day(&words, at))?;
    if month > 12 {
        return None;
    }
    let before = (0..month).rev().find(|&at| !belongs_to_date(&words, at)).map_or(0, |at| at + 1);
    let start = range.start + first.start + words.bytes(before..month + 1)?.start;
    entry.mark(start..range.start + first.end, Role::NextMeeting, Certainty::Certain)
}

/// Whether a day of the month stands beside the month at an index.
fn has_day(words: &Words<'_>, month: usize) -> bool {
    let is_day = |at: Option<usize>| {
        let word = at.map_or("", |at| words.printed(at));
        word.trim_end_matches(|character: char| character.is_alphabetic()).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
    };
    // "16^(th) December" leaves the ordinal on its own.
    let day_before =
        if month > 0 && words.is(month - 1, keys!["of", "th", "st", "nd", "rd"]) { month.checked_sub(2) } else { month.checked_sub(1) };
    is_day(day_before) || is_day(Some(month + 1))
}

fn belongs_to_date(words: &Words<'_>, at: usize) -> bool {
    const OTHERS: [Key; 13] =
        keys_of(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "of", "the", "th", "st", "nd", "rd"]);
    words.is(at, &OTHERS) || words.printed(at).starts_with(|character: char| character.is_ascii_digit())
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
