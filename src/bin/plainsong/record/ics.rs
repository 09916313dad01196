//! Due dates and next meetings as a calendar: iCalendar as in RFC 5545. Only full dates are in it:
//! nobody can put "by the next meeting" on a day.

use plainsong::model::Date;
use sha2::{Digest, Sha256};

use super::Recorded;

/// A line has at most this many bytes, its end left out: RFC 5545, section 3.1.
const LONGEST_LINE: usize = 75;

/// The calendar.
pub(super) fn report(recorded: &[Recorded]) -> String {
    let mut calendar = String::new();
    let version = format!("PRODID:-//plainsong//{}//EN", env!("CARGO_PKG_VERSION"));
    lines(&mut calendar, &["BEGIN:VCALENDAR", "VERSION:2.0", &version, "CALSCALE:GREGORIAN"]);
    for recorded in recorded {
        let Ok(minutes) = &recorded.result else { continue };
        let record = &minutes.record;
        let stamp = record.date.unwrap_or(Date::EPOCH);
        let event = |date: Date, line: usize, summary: &str, description: &str| Event {
            // The same document gives the same events, so that a calendar replaces them.
            identifier: identifier(&[&minutes.hash, &line.to_string(), summary, &date.to_string()]),
            stamp,
            date,
            summary: summary.to_owned(),
            description: description.to_owned(),
        };
        for action in &record.actions {
            if let Some(date) = action.due_date {
                let owner = action.owner.as_ref().map_or(String::new(), |owner| format!("{owner}: "));
                let description = format!("{} ({}, line {})", record.title, recorded.name, action.entry.lines[0]);
                event(date, action.entry.lines[0], &format!("Due: {owner}{}", action.entry.text), &description).write(&mut calendar);
            }
        }
        if let Some(next) = &record.next_meeting_place
            && let Some(date) = next.date
        {
            let body = record.body.as_deref().unwrap_or(&record.title);
            event(date, next.entry.lines[0], &format!("Next meeting: {body}"), &next.entry.text).write(&mut calendar);
        }
    }
    lines(&mut calendar, &["END:VCALENDAR"]);
    calendar
}

struct Event {
    identifier: String,
    stamp: Date,
    date: Date,
    summary: String,
    description: String,
}

impl Event {
    fn write(&self, calendar: &mut String) {
        lines(
            calendar,
            &[
                "BEGIN:VEVENT",
                &format!("UID:{}", self.identifier),
                &format!("DTSTAMP:{}T000000Z", digits(self.stamp)),
                &format!("DTSTART;VALUE=DATE:{}", digits(self.date)),
                &format!("SUMMARY:{}", escaped(&self.summary)),
                &format!("DESCRIPTION:{}", escaped(&self.description)),
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
            ],
        );
    }
}

fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn identifier(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\n").as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// A text with what has a meaning in iCalendar escaped: RFC 5545, section 3.3.11.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

fn lines(calendar: &mut String, lines: &[&str]) {
    for line in lines {
        fold(calendar, line);
    }
}

/// Writes a line; a long one is folded between characters, each further part after a space.
fn fold(calendar: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LONGEST_LINE {
            calendar.push_str("\r\n ");
            length = 1;
        }
        calendar.push(character);
        length += character.len_utf8();
    }
    calendar.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut folded = String::new();
        let line = format!("SUMMARY:{}", "ŵ".repeat(100));
        fold(&mut folded, &line);
        assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST_LINE));
        assert_eq!(folded.replace("\r\n ", "").trim_end(), line);
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(escaped("tea, cake; a\\b\nend"), "tea\\, cake\\; a\\\\b\\nend");
    }
}
