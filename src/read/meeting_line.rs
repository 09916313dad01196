//! The line that says when and where a meeting was held: "Minutes of the meeting held in the Village
//! Hall at 7.30pm on Monday 8 May 2019".

use std::ops::Range;

use crate::model::Date;
use crate::model::full_date;
use crate::text::words;

/// A line that tells of a meeting is no longer than this many bytes: longer, it is the minutes of it.
const LONGEST_LINE: usize = 500;
/// A place has no more words than this: longer, the sentence went on.
const LONGEST_PLACE: usize = 10;
/// Words of lines that tell of another meeting.
const OF_ANOTHER: [&str; 8] = ["last", "previous", "next", "future", "confirm", "approve", "arising", "its"];
/// What ends a place within a sentence.
const ENDS: [&str; 11] = [" on ", " from ", " commencing", " starting", " with ", " and was ", ". ", " (", ";", " \u{2013} ", " - "];

/// Where a line says what of a meeting.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct MeetingLine {
    pub(super) date: Option<Date>,
    pub(super) time: Option<Range<usize>>,
    pub(super) place: Option<Range<usize>>,
    /// Whether these are the minutes of that meeting.
    pub(super) is_of_minutes: bool,
}

/// Reads a line that tells of a meeting that was held; `None`, if it does not, or tells of another.
pub(super) fn read(line: &str) -> Option<MeetingLine> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let small = line.to_ascii_lowercase();
    let held = words(&small).find(|range| &small[range.clone()] == "held")?;
    if words(&small).any(|range| OF_ANOTHER.contains(&&small[range.clone()])) || small[..held.start].ends_with("be ") {
        return None;
    }
    let is_of_minutes = words(&small).take(3).any(|range| matches!(&small[range], "minutes" | "notes"));
    let date = full_date(&line[held.end..]).map(|(_, date)| date);
    let place = place(&line[held.end..], &small[held.end..]).map(|range| range.start + held.end..range.end + held.end);
    Some(MeetingLine { date, time: time(line), place, is_of_minutes })
}

/// The first part after "held" that is in or at something other than a time or a date.
fn place(line: &str, small: &str) -> Option<Range<usize>> {
    let mut starts: Vec<usize> =
        [" at ", " in ", " via "].iter().flat_map(|word| small.match_indices(word).map(|(at, _)| at + word.len())).collect();
    starts.sort_unstable();
    starts.into_iter().find_map(|start| {
        let rest = &small[start..];
        let first = words(rest).next().map_or("", |range| &rest[range]);
        let is_named = line[start..].starts_with(char::is_uppercase) || rest.starts_with("the ");
        if !is_named || Date::month_named(first).is_some() {
            return None;
        }
        let before_time = rest.match_indices(" at ").map(|(at, _)| at).find(|at| rest[at + 4..].starts_with(|c: char| c.is_ascii_digit()));
        let end = ENDS.iter().filter_map(|end| rest.find(end)).chain(before_time).min().unwrap_or(rest.len());
        let text = line[start..start + end].trim_end_matches(['.', ',', ':', ';', ' ']);
        let text = text.strip_suffix(" on").or_else(|| text.strip_suffix(" ON")).unwrap_or(text);
        let fits = (1..=LONGEST_PLACE).contains(&words(text).count()) && full_date(text).is_none();
        fits.then_some(start..start + text.len())
    })
}

/// The first time of day: `7.30pm`, `7 p.m.`, `14:00`.
pub(super) fn time(line: &str) -> Option<Range<usize>> {
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            at += 1;
            continue;
        }
        let alone = at == 0 || !matches!(bytes[at - 1], b'.' | b':' | b'/' | b'-' | b',') && !bytes[at - 1].is_ascii_alphanumeric();
        if (1..=2).contains(&digits)
            && alone
            && let Some(length) = time_length(line.get(at..)?, digits)
        {
            return Some(at..at + length);
        }
        at += digits;
    }
    None
}

/// How long the time is that begins with so many digits.
fn time_length(text: &str, hour: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let has_minutes = matches!(bytes.get(hour), Some(b'.' | b':')) && is_digit(hour + 1) && is_digit(hour + 2) && !is_digit(hour + 3);
    let clock = if has_minutes { hour + 3 } else { hour };
    let rest = text.get(clock..)?;
    let space = rest.len() - rest.trim_start_matches([' ', '.']).len();
    let after = rest.get(space..)?.to_ascii_lowercase();
    let ending = ["a.m.", "p.m.", "a.m", "p.m", "am", "pm"]
        .iter()
        .find(|ending| after.strip_prefix(**ending).is_some_and(|next| !next.starts_with(char::is_alphanumeric)));
    match ending {
        Some(ending) if space < 2 => Some(clock + space + ending.len()),
        _ if has_minutes && bytes.get(hour) == Some(&b':') => Some(clock),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> (Option<String>, Option<&str>, Option<&str>) {
        let read = read(line).unwrap_or_default();
        (read.date.map(|date| date.to_string()), read.time.map(|range| &line[range]), read.place.map(|range| &line[range]))
    }

    #[test]
    fn lines_as_clerks_write_them() {
        for (line, date, time, place) in [
            (
                "Minutes of the Council meeting held in the Reading Room at 7.30pm on Monday 8 May 2019",
                "2019-05-08",
                "7.30pm",
                "the Reading Room",
            ),
            (
                "The council held their meeting at 7.00 p.m. on the 10th October 2018 at the Old School, Cwmbach.",
                "2018-10-10",
                "7.00 p.m.",
                "the Old School, Cwmbach",
            ),
            ("MINUTES OF A MEETING HELD AT THE VILLAGE HALL ON TUESDAY 6 MAY 2014 AT 7PM", "2014-05-06", "7PM", "THE VILLAGE HALL"),
            ("A meeting was held via Microsoft Teams on 3 June 2021 from 14:00", "2021-06-03", "14:00", "Microsoft Teams"),
        ] {
            assert_eq!(told(line), (Some(date.into()), Some(time), Some(place)), "{line}");
        }
    }

    #[test]
    fn what_is_not_said_is_not_made_up() {
        assert_eq!(told("Minutes of the meeting held in March 2024"), (None, None, None));
        assert_eq!(told("The meeting was held in public on 4 May 2024"), (Some("2024-05-04".into()), None, None));
        assert_eq!(read("To confirm the minutes of the meeting held on 4 May 2024 at the Hall"), None);
        assert_eq!(read("The next meeting will be held at the Hall on 4 May 2024"), None);
        assert_eq!(time("Item 7.30 and 12 people, ref 3:4, paid 7.30 pounds"), None);
        assert_eq!(time("Thursday 28 March 2019 \u{2013} 14:00-17:00").map(|range| range.len()), Some(5));
    }
}
