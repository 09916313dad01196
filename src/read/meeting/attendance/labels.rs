//! The labels that lists of people stand under.

use std::ops::Range;
use std::sync::LazyLock;

use super::lists::is_several;
use crate::model::Attendance;
use crate::read::meeting::pattern::{Pattern, pattern};
use crate::read::meeting::topics::Topics;
use crate::read::meeting::vocabulary::keys;
use crate::read::meeting::words::{Words, key};
use crate::text::words;

/// Labels and what they head, the longer before the shorter that they begin with. `|` and `?` as in
/// [`Pattern`].
const WORDINGS: [(&str, Attendance); 24] = [
    ("in the chair", Attendance::Chair),
    ("also? in attendance", Attendance::InAttendance),
    ("non members|attendees attending|present?", Attendance::InAttendance),
    ("other|additional|further attendees|attendance", Attendance::InAttendance),
    ("also present|attending", Attendance::InAttendance),
    ("officers|officials|guests|observers|visitors|presenters|invitees attending|present|presenting", Attendance::InAttendance),
    ("officials regular attendees", Attendance::InAttendance),
    ("officers|officials|guests|observers|visitors|presenters|invited|secretariat", Attendance::InAttendance),
    ("members of the public present?", Attendance::InAttendance),
    ("welcome|introductions and? apologies for? absence?", Attendance::Apologies),
    ("to? receive|consider|note and? accept|consider|approve? any? apologies for? absence?", Attendance::Apologies),
    ("apologies ministerial", Attendance::Apologies),
    ("apologies for absence", Attendance::Apologies),
    ("apologies and? absences|absence?", Attendance::Apologies),
    ("apology for? absence?", Attendance::Apologies),
    ("board|panel|committee|council? member|members apologies", Attendance::Apologies),
    ("absent", Attendance::Apologies),
    ("people who could not|couldn't|didn't come|attend", Attendance::Apologies),
    ("members|councillors|those|panel|board|committee|trustees|people members? present|attending|attended", Attendance::Present),
    ("the? people who came|attended along?", Attendance::Present),
    ("... board|panel|committee|council|group members", Attendance::Present),
    ("on|by|via the? phone|telephone|video|line", Attendance::Present),
    ("attendees|attendance|attending", Attendance::Present),
    ("present", Attendance::Present),
];

/// The same, read once.
static LABELS: LazyLock<Vec<(Pattern, Attendance)>> =
    LazyLock::new(|| WORDINGS.iter().map(|(pattern, kind)| (Pattern::of(pattern), *kind)).collect());

/// A label has one of these words, or speaks of the chair.
pub(in crate::read::meeting) const PEOPLE: [&str; 38] = [
    "present",
    "presenting",
    "presenters",
    "attend",
    "attended",
    "attending",
    "attendees",
    "attendance",
    "apologies",
    "apology",
    "absent",
    "absence",
    "absences",
    "officers",
    "officials",
    "guests",
    "observers",
    "visitors",
    "invitees",
    "invited",
    "public",
    "member",
    "members",
    "chair",
    "chaired",
    "secretariat",
    "people",
    "phone",
    "telephone",
    "video",
    "line",
    "panel",
    "board",
    "committee",
    "councillors",
    "trustees",
    "governors",
    "directors",
];

/// Parts of words, one of which stands in a label or near it.
const STEMS: [&str; 23] = [
    "present",
    "attend",
    "apolog",
    "absen",
    "presenter",
    "invite",
    "officer",
    "official",
    "guest",
    "observer",
    "visitor",
    "public",
    "member",
    "chair",
    "secretariat",
    "people",
    "phone:",
    "panel:",
    "board:",
    "committee:",
    "councillors:",
    "trustees:",
    "governors:",
];

/// A label of attendance at the start of a line, and where what it heads begins. `may_hold_label` says of a part of
/// the line whether it has a word of [`PEOPLE`].
pub(in crate::read::meeting) fn label(line: &str, may_hold_label: impl Fn(Range<usize>) -> bool) -> Option<(Attendance, usize)> {
    let head: usize = line.find(|character: char| character.is_alphabetic())?;
    // A number or a bullet may come first, no words.
    if line[..head].chars().any(|character| !(character.is_ascii_digit() || ". )(\u{2022}\t\u{a0}\\-*:/".contains(character))) {
        return None;
    }
    // "4 members of the public" is a count, no label.
    let counted = line[..head].trim_end().ends_with(|character: char| character.is_ascii_digit());
    let end = head + first_characters(&line[head..], LONGEST_LABEL).len();
    if !may_hold_label(head..end) || !may_be_label(&line[head..end]) {
        return None;
    }
    let words = Words::of(&line[head..end]);
    let has_stem = || {
        let lower = line[head..end].to_ascii_lowercase();
        STEMS.iter().any(|stem| lower.contains(stem))
    };
    // These are labels of those present only if a colon and people follow.
    if words.is(0, keys!["panel", "board", "committee", "members", "councillors", "trustees", "governors", "directors"]) && has_stem() {
        let after = words.bytes(0..1).map_or("", |word| &line[head + word.end..]);
        let names = after.trim_start_matches('*').strip_prefix(':');
        if let Some(names) = names.filter(|names| is_several(names)) {
            return Some((Attendance::Present, line.len() - names.len()));
        }
    }
    let label = LABELS.iter().find_map(|(pattern, kind)| {
        let count = words.begins(pattern)?;
        let end = head + words.bytes(0..count)?.end;
        let after = line[end..].trim_start_matches([')', '*', ' ']);
        let start = line.len() - after.len();
        let capitals = !line[head..end].chars().any(char::is_lowercase);
        if counted && (0..count).any(|at| words.is(at, keys!["public"])) {
            return None;
        }
        let closes = after.is_empty() || after.starts_with([':', ';', '\u{2013}', '-', '.', '\t', '\u{2014}']);
        let goes_on = *kind == Attendance::Apologies && follows_apologies(after);
        let bare_list = (capitals || words.is(count.saturating_sub(1), keys!["attending"])) && after.starts_with(char::is_uppercase);
        let value =
            start + after.len() - after.trim_start_matches([':', ';', '\u{2013}', '-', '.', '\t', '\u{2014}', ' ', '\u{a0}', '*']).len();
        (closes || goes_on || bare_list).then_some((*kind, value))
    });
    label.filter(|_| has_stem())
}

/// The words that labels begin with.
pub(in crate::read::meeting) const FIRST_OF_LABELS: [&str; 44] = [
    "in",
    "also",
    "non",
    "other",
    "additional",
    "further",
    "officers",
    "officials",
    "guests",
    "observers",
    "visitors",
    "presenters",
    "invitees",
    "invited",
    "secretariat",
    "member",
    "members",
    "welcome",
    "introductions",
    "to",
    "receive",
    "consider",
    "note",
    "apologies",
    "apology",
    "board",
    "panel",
    "committee",
    "council",
    "absent",
    "people",
    "councillors",
    "those",
    "trustees",
    "the",
    "on",
    "by",
    "via",
    "attendees",
    "attendance",
    "attending",
    "present",
    "governors",
    "directors",
];

/// Whether words can begin as a label does, or be the members of a body. Most lines show at once that they
/// cannot.
fn may_be_label(text: &str) -> bool {
    let mut first = words(text).take(5).map(|word| key(&text[word]));
    first.next().is_some_and(|word| Topics::of(word).has(Topics::LABEL)) || first.any(|word| word.is_among(keys!["members"]))
}

/// A label ends within so many characters.
const LONGEST_LABEL: usize = 60;

/// The first so many characters of a text, or all of it.
fn first_characters(text: &str, count: usize) -> &str {
    let plain = text.get(..count).filter(|first| first.is_ascii());
    plain.unwrap_or_else(|| text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end]))
}

/// What comes after "apologies" in a sentence about them.
fn follows_apologies(after: &str) -> bool {
    Words::of(&after.chars().take(40).collect::<String>())
        .begins(pattern!("for? absence? had|have|has|was|were? also? been? received|given|accepted|noted? from|by"))
        .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_needs_a_word_that_passages_are_looked_at_for() {
        for (label, _) in WORDINGS {
            let mut needed = label.split(' ').filter(|part| *part != "..." && !part.ends_with('?'));
            assert!(needed.any(|part| part.split('|').all(|word| PEOPLE.contains(&word))), "{label}");
        }
    }

    #[test]
    fn every_label_begins_with_a_word_that_is_known_to_begin_one() {
        for (label, _) in WORDINGS.iter().filter(|(label, _)| !label.starts_with("...")) {
            let optional = label.split(' ').take_while(|part| part.ends_with('?')).count();
            let mut first = label.split(' ').take(optional + 1).flat_map(|part| part.trim_end_matches('?').split('|'));
            assert!(first.all(|word| FIRST_OF_LABELS.contains(&word)), "{label}");
        }
    }
}
