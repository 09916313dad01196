//! Who came and who sent apologies.

mod names;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::pattern::{Pattern, Words, pattern};
use super::script::Entry;
use super::topics::Topics;
use crate::model::walk::Within;
use crate::model::{Attendance, Certainty, Mark, Role};
use crate::text::sentences;

/// Labels and what they head, the longer before the shorter that they begin with. `|` and `?` as in
/// [`Words::find`].
static LABELS: LazyLock<Vec<(Pattern, Attendance)>> = LazyLock::new(|| {
    vec![
        (Pattern::of("in the chair"), Attendance::Chair),
        (Pattern::of("also? in attendance"), Attendance::InAttendance),
        (Pattern::of("non members|attendees attending|present?"), Attendance::InAttendance),
        (Pattern::of("other attendees|attendance"), Attendance::InAttendance),
        (Pattern::of("also present|attending"), Attendance::InAttendance),
        (
            Pattern::of("officers|officials|guests|observers|visitors|presenters|invitees attending|present|presenting"),
            Attendance::InAttendance,
        ),
        (Pattern::of("officials regular attendees"), Attendance::InAttendance),
        (Pattern::of("officers|officials|guests|observers|visitors|presenters|invited|secretariat"), Attendance::InAttendance),
        (Pattern::of("members of the public present?"), Attendance::InAttendance),
        (Pattern::of("welcome|introductions and? apologies for? absence?"), Attendance::Apologies),
        (Pattern::of("to? receive|consider|note and? accept|consider|approve? any? apologies for? absence?"), Attendance::Apologies),
        (Pattern::of("apologies ministerial"), Attendance::Apologies),
        (Pattern::of("apologies for absence"), Attendance::Apologies),
        (Pattern::of("apologies and? absences|absence?"), Attendance::Apologies),
        (Pattern::of("apology for? absence?"), Attendance::Apologies),
        (Pattern::of("absent"), Attendance::Apologies),
        (
            Pattern::of("members|councillors|those|panel|board|committee|trustees|people members? present|attending|attended"),
            Attendance::Present,
        ),
        (Pattern::of("people who came|attended"), Attendance::Present),
        (Pattern::of("... board|panel|committee|council|group members"), Attendance::Present),
        (Pattern::of("attendees|attendance|attending"), Attendance::Present),
        (Pattern::of("present"), Attendance::Present),
    ]
});

/// Parts of the words of the labels, to pass over lines that have none of them.
pub(super) const STEMS: [&str; 16] = [
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
];

/// A label of attendance at the start of a line, and where what it heads begins.
pub(super) fn label(line: &str) -> Option<(Attendance, usize)> {
    let head: usize = line.find(|character: char| character.is_alphabetic())?;
    // A number or a bullet may come first, no words.
    if line[..head].chars().any(|character| !(character.is_ascii_digit() || ". )(\u{2022}\t\u{a0}\\-*:".contains(character))) {
        return None;
    }
    // "4 members of the public" is a count, no label.
    let counted = line[..head].trim_end().ends_with(|character: char| character.is_ascii_digit());
    let window: String = line[head..].chars().take(60).collect();
    let lower = window.to_ascii_lowercase();
    if !STEMS.iter().any(|stem| lower.contains(stem)) {
        return None;
    }
    let words = Words::of(&window);
    LABELS.iter().find_map(|(pattern, kind)| {
        let count = words.begins(pattern)?;
        let end = head + words.bytes(0..count)?.end;
        let after = line[end..].trim_start_matches([')', '*', ' ']);
        let start = line.len() - after.len();
        let capitals = !line[head..end].chars().any(char::is_lowercase);
        if counted && (0..count).any(|at| words.word(at) == "public") {
            return None;
        }
        let closes = after.is_empty() || after.starts_with([':', ';', '\u{2013}', '-', '.', '\t', '\u{2014}']);
        let goes_on = *kind == Attendance::Apologies && follows_apologies(after);
        let bare_list = (capitals || words.word(count.saturating_sub(1)) == "attending") && after.starts_with(char::is_uppercase);
        let value =
            start + after.len() - after.trim_start_matches([':', ';', '\u{2013}', '-', '.', '\t', '\u{2014}', ' ', '\u{a0}', '*']).len();
        (closes || goes_on || bare_list).then_some((*kind, value))
    })
}

/// What comes after "apologies" in a sentence about them.
fn follows_apologies(after: &str) -> bool {
    Words::of(&after.chars().take(40).collect::<String>())
        .begins(pattern!("for? absence? had|have|has|was|were? also? been? received|given|accepted|noted? from|by"))
        .is_some()
}

/// A line of a passage.
type Line<'a> = (&'a Entry, Range<usize>);

pub(super) fn find(script: &[Entry]) -> Vec<Mark> {
    let lines: Vec<Line<'_>> =
        script.iter().flat_map(|entry| entry.lines.iter().flat_map(move |line| at_labels(entry, line.clone()))).collect();
    let mut marks = Vec::new();
    let mut at = 0;
    let mut flattened = false;
    while let Some((entry, line)) = lines.get(at) {
        let text = &entry.text()[line.clone()];
        at += 1;
        let Some((kind, value)) = entry.may_speak_of(Topics::PEOPLE).and_then(|_| label(text)) else {
            let apologies = entry.may_speak_of(Topics::APOLOGIES).filter(|_| !entry.is_heading());
            if let Some(from) = apologies.and_then(|_| apologies_in(text)) {
                add(&mut marks, entry, line.start + from..line.end, Attendance::Apologies, names::Layout::Running);
            }
            continue;
        };
        let value = line.start + value..line.end;
        let alone = entry.text()[value.clone()].trim().is_empty();
        // Two labels with nobody between: a table of two columns that was flattened row by row.
        let beside = lines.get(at).filter(|_| alone).and_then(|(entry, line)| {
            let (kind, value) = label(&entry.text()[line.clone()])?;
            entry.text()[line.start + value..line.end].trim().is_empty().then_some(kind)
        });
        at += usize::from(beside.is_some());
        let mut more: Vec<Line<'_>> = Vec::new();
        let mut before = &lines[at - 1];
        while let Some(next) = lines.get(at) {
            // Beside a name in a table stands a post or a body.
            let beside_a_name = more
                .first()
                .is_some_and(|(first, _)| first.within == Within::Cell && next.0.within == Within::Cell && next.0.column > first.column);
            if !beside_a_name {
                if !goes_on(next, before, alone, more.is_empty()) {
                    break;
                }
                more.push(next.clone());
                before = next;
            }
            at += 1;
        }
        let running = |(entry, line): &&Line<'_>| entry.text()[line.clone()].matches(',').count() > 1;
        let is_running = more.iter().filter(running).count() * 2 > more.len();
        let layout = if alone && more.len() > 1 && !is_running { names::Layout::OneALine } else { names::Layout::Running };
        if !alone {
            let start = apologies_in(&entry.text()[value.clone()]).unwrap_or(0);
            add(&mut marks, entry, value.start + start..value.end, kind, layout);
        }
        flattened |= beside.is_some();
        if let Some(beside) = beside {
            for ((entry, line), kind) in more.iter().zip([kind, beside].into_iter().cycle()) {
                add(&mut marks, entry, line.clone(), kind, layout);
            }
            continue;
        }
        for (entry, line) in &more {
            let start = apologies_in(&entry.text()[line.clone()]).unwrap_or(0);
            add(&mut marks, entry, line.start + start..line.end, kind, layout);
        }
    }
    doubt(&mut marks, flattened);
    marks
}

/// A person in two lists that cannot both be right is likely only; after two columns have run into
/// one another, everybody is.
fn doubt(marks: &mut [Mark], flattened: bool) {
    let away = |mark: &Mark| match &mark.role {
        Role::Attendance { kind, person } => Some((*kind == Attendance::Apologies, person.clone())),
        _ => None,
    };
    let people: BTreeSet<(bool, String)> = marks.iter().filter_map(away).collect();
    for mark in marks {
        let contradicted = away(mark).is_some_and(|(is_away, person)| people.contains(&(!is_away, person)));
        if flattened || contradicted {
            mark.certainty = Certainty::Likely;
        }
    }
}

/// A line cut where a sentence of it begins with a label: "Present: A. Also present: B".
fn at_labels(entry: &Entry, line: Range<usize>) -> Vec<Line<'_>> {
    let text = &entry.text()[line.clone()];
    let may_hold_label = entry.may_speak_of(Topics::PEOPLE).is_some() && text.contains(". ");
    if !(may_hold_label && ["resent", "ttend", "pologies"].iter().any(|stem| text.contains(stem))) {
        return vec![(entry, line)];
    }
    let labelled =
        |sentence: &Range<usize>| sentence.start > 0 && text[sentence.clone()].contains(':') && label(&text[sentence.clone()]).is_some();
    let mut lines = Vec::new();
    let mut start = line.start;
    for sentence in sentences(text).into_iter().filter(labelled) {
        lines.push((entry, start..line.start + sentence.start));
        start = line.start + sentence.start;
    }
    lines.push((entry, start..line.end));
    lines
}

/// Parts of the words of a sentence that gives apologies.
pub(super) const APOLOGIES: [&str; 5] = ["eceived", "polog", "POLOG", "iven from", "ccepted from"];

/// Where the names begin in a sentence that gives apologies: after "apologies … from".
fn apologies_in(text: &str) -> Option<usize> {
    if !APOLOGIES.iter().any(|stem| text.contains(stem)) {
        return None;
    }
    let words = Words::of(text);
    if let Some(end) = words.begins(pattern!("was|were received|given|accepted from")) {
        return Some(words.bytes(0..end)?.end);
    }
    if !["pologies", "pology", "APOLOGIES"].iter().any(|stem| text.contains(stem)) {
        return None;
    }
    let found = words.find(pattern!(
        "apologies|apology for? absence? also? had|have|has|was|were? also? been? received|given|accepted? also? from|by"
    ))?;
    Some(words.bytes(found)?.end)
}

/// Whether a line goes on with the people of the line before.
fn goes_on((entry, line): &Line<'_>, (before, line_before): &Line<'_>, alone: bool, first: bool) -> bool {
    let text = entry.text()[line.clone()].trim();
    if entry.is_heading() || (entry.numbered && !alone) || label(text).is_some() {
        return false;
    }
    if alone && first && apologies_in(text).is_some() {
        return true;
    }
    let unfinished = before.text()[line_before.clone()].trim_end().ends_with([',', '&']);
    let same_passage = std::ptr::eq(*entry, *before);
    names::is_list(text) && (alone || unfinished || same_passage || names::begins_with_title(text))
}

fn add(marks: &mut Vec<Mark>, entry: &Entry, range: Range<usize>, kind: Attendance, layout: names::Layout) {
    for person in names::people(&entry.text()[range.clone()], layout) {
        let place = range.start + person.range.start..range.start + person.range.end;
        let kind = match person.sort {
            names::Sort::Public => Attendance::Public,
            names::Sort::Officer if kind == Attendance::Present => Attendance::InAttendance,
            names::Sort::Officer | names::Sort::Chair | names::Sort::Member => kind,
        };
        let Some(name) = entry.text().get(place.clone()) else { continue };
        let role = |kind| Role::Attendance { kind, person: name.split_whitespace().collect::<Vec<_>>().join(" ") };
        marks.extend(entry.mark(place.clone(), role(kind), Certainty::Certain));
        if kind == Attendance::Chair {
            marks.extend(entry.mark(place, role(Attendance::Present), Certainty::Certain));
        } else if matches!(person.sort, names::Sort::Chair) && kind == Attendance::Present {
            marks.extend(entry.mark(place, role(Attendance::Chair), Certainty::Certain));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Attendance, Certainty, Role};
    use crate::{Source, parse};

    fn people(text: &str) -> Vec<(Attendance, String, Certainty)> {
        let marks = parse(&Source::new("a.md", format!("# Minutes of the panel\n\n{text}\n\n## Matters arising\n\nNone."))).marks;
        let found = marks.into_iter().filter_map(|mark| match mark.role {
            Role::Attendance { kind, person } => Some((kind, person, mark.certainty)),
            _ => None,
        });
        found.collect()
    }

    fn names(text: &str, kind: Attendance) -> Vec<String> {
        people(text).into_iter().filter(|(of, ..)| *of == kind).map(|(_, name, _)| name).collect()
    }

    #[test]
    fn lists_on_a_line_below_a_label_and_in_a_sentence() {
        assert_eq!(names("PRESENT Mrs. T. Vane (Chairman), Messrs Okoro and Pell", Attendance::Present), ["Mrs. T. Vane", "Okoro", "Pell"]);
        assert_eq!(names("## Attendees\n\n- Ann Vane, Park Board\n- Bo Lee, West Board", Attendance::Present), ["Ann Vane", "Bo Lee"]);
        assert_eq!(names("An apology for absence was received from Cllr C Rees.", Attendance::Apologies), ["Cllr C Rees"]);
        assert_eq!(names("Present: Ann Vane. Also present: Bo Lee.", Attendance::InAttendance), ["Bo Lee"]);
    }

    #[test]
    fn in_a_table_posts_beside_names_are_no_people() {
        let table = "| Present | |\n|---|---|\n| Ann Vane | Chief Executive |\n| **Apologies** | |\n| Bo Lee | Medical Director |";
        assert_eq!(names(table, Attendance::Present), ["Ann Vane"]);
        assert_eq!(names(table, Attendance::Apologies), ["Bo Lee"]);
    }

    #[test]
    fn columns_that_ran_into_one_another_are_no_certainty() {
        let flat = people("**Board members**\n\n**Officials**\n\nAnn Vane\n\nBo Lee (Parks)");
        assert_eq!(flat[0], (Attendance::Present, "Ann Vane".to_owned(), Certainty::Likely));
        assert_eq!(flat[1], (Attendance::InAttendance, "Bo Lee".to_owned(), Certainty::Likely));
    }

    #[test]
    fn a_person_here_and_away_is_no_certainty() {
        let found = people("Present: Ann Vane, Bo Lee\n\nApologies: Bo Lee");
        let certain: Vec<&str> = found.iter().filter(|(.., how)| *how == Certainty::Certain).map(|(_, name, _)| name.as_str()).collect();
        assert_eq!(certain, ["Ann Vane"]);
    }
}
