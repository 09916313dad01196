//! Who came and who sent apologies.

mod columns;
mod labels;
mod lines;
mod lists;
mod names;
mod person;
mod telling;
pub(super) mod wording;

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;

pub(super) use labels::{FIRST_OF_LABELS, PEOPLE, label};

use super::script::Entry;
use super::topics::Topics;
use crate::model::walk::Within;
use crate::model::{Attendance, Block, Certainty, Mark, Role, present_and_absent};
use crate::source::Span;
use columns::Columns;
use lines::{Line, at_labels, closes_brackets, goes_on, has_body_in_brackets, is_beneath_a_name, is_told_by_brackets};
use names::people;
use person::{Layout, Sort};
use telling::{apologies_in, in_the_chair, senders};

/// The people of a meeting. Where two lists of them ran into one another, the place of both labels is told.
pub(super) fn find(script: &[Entry<'_>], blocks: &[Block], run_together: &mut Vec<Span>) -> Vec<Mark> {
    let columns = LazyCell::new(|| Columns::of(blocks));
    let mut lines: Vec<Line<'_>> = Vec::with_capacity(script.len());
    for entry in script {
        entry.lines().for_each(|line| at_labels(entry, line, &mut lines));
    }
    let mut marks = Vec::new();
    let mut at = 0;
    let mut flattened = false;
    let mut has_chair = false;
    // What the right one of two such columns holds, where brackets tell its people from those of the left.
    let mut right = None;
    while let Some((entry, line)) = lines.get(at) {
        at += 1;
        if !entry.may_speak_of(Topics::PEOPLE.and(Topics::APOLOGIES)) {
            continue;
        }
        let Some((kind, value)) = entry.label(line) else {
            if entry.is_heading() {
                continue;
            }
            if let Some(from) = apologies_in(entry, line.clone()) {
                add(&mut marks, entry, line.start + from..line.end, Attendance::Apologies, Layout::Running);
            } else if let Some((end, layout)) = senders(entry, line.clone()) {
                add(&mut marks, entry, line.start..line.start + end, Attendance::Apologies, layout);
            }
            add_chair(&mut marks, &mut has_chair, entry, line);
            continue;
        };
        let value = line.start + value..line.end;
        let alone = entry.text()[value.clone()].trim().is_empty();
        // Two labels with nobody between: a table of two columns that was flattened row by row.
        let below = lines.get(at).filter(|_| alone).and_then(|(entry, line)| {
            let (kind, value) = entry.label(line)?;
            entry.text()[line.start + value..line.end].trim().is_empty().then_some(kind)
        });
        // "Attendance" above "Present" only heads all the lists.
        let beside = below.filter(|below| *below != kind);
        let label_at = at - 1;
        at += usize::from(below.is_some());
        let mut more: Vec<Line<'_>> = Vec::new();
        let mut before = &lines[at - 1];
        while let Some(next) = lines.get(at) {
            // Beside a name in a table stands a post or a body.
            let beside_a_name = more.first().is_some_and(|(first, _)| {
                let are_cells = first.within == Within::Cell && next.0.within == Within::Cell;
                are_cells && columns.column(next.0) > columns.column(first)
            });
            if !beside_a_name && !closes_brackets(next, &lines[at - 1]) {
                if goes_on(next, before, alone, more.is_empty()) {
                    more.push(next.clone());
                    before = next;
                } else if !is_beneath_a_name(next, before, alone && !more.is_empty()) {
                    break;
                }
            }
            at += 1;
        }
        let running = |(entry, line): &&Line<'_>| entry.text()[line.clone()].matches(',').count() > 1;
        let is_running = more.iter().filter(running).count() * 2 >= more.len().max(1);
        let is_listed = more.len() > 1 || more.iter().any(|(entry, _)| entry.within == Within::Item);
        let layout = if alone && is_listed && !is_running { Layout::OneALine } else { Layout::Running };
        if !alone {
            let start = apologies_in(entry, value.clone()).unwrap_or(0);
            add(&mut marks, entry, value.start + start..value.end, kind, layout);
        }
        flattened |= beside.is_some();
        if let Some(beside) = beside {
            let labels = [entry.span(line.clone()), lines.get(label_at + 1).and_then(|(entry, line)| entry.span(line.clone()))];
            run_together.extend(labels.into_iter().flatten().reduce(Span::cover));
            right = Some(beside).filter(|_| is_told_by_brackets(&more));
            for (index, (entry, line)) in more.iter().enumerate() {
                let is_right = if right.is_some() { has_body_in_brackets(entry, line) } else { index % 2 == 1 };
                add(&mut marks, entry, line.clone(), if is_right { beside } else { kind }, layout);
            }
            continue;
        }
        for (entry, line) in &more {
            // Below a label of the left column the right column goes on.
            let kind = right.filter(|_| has_body_in_brackets(entry, line)).unwrap_or(kind);
            let start = apologies_in(entry, line.clone()).unwrap_or(0);
            add(&mut marks, entry, line.start + start..line.end, kind, layout);
            add_chair(&mut marks, &mut has_chair, entry, line);
        }
    }
    doubt(&mut marks, flattened);
    marks
}

/// A person in two lists that cannot both be right is likely only; after two columns have run into
/// one another, everybody is.
fn doubt(marks: &mut [Mark], flattened: bool) {
    let contradicted: BTreeSet<usize> =
        present_and_absent(marks).into_iter().flat_map(|(away, came)| [away.span.start, came.span.start]).collect();
    for mark in marks {
        if flattened || contradicted.contains(&mark.span.start) {
            mark.certainty = Certainty::Likely;
        }
    }
}

/// Adds whoever a line says took the chair, if nobody has it yet. That is no word on who else was there.
fn add_chair(marks: &mut Vec<Mark>, has_chair: &mut bool, entry: &Entry<'_>, line: &Range<usize>) {
    if *has_chair {
        return;
    }
    let Some(name) = in_the_chair(&entry.text()[line.clone()]) else { return };
    let is_chair = |mark: &Mark| matches!(mark.role, Role::Attendance { kind: Attendance::Chair, .. });
    if !std::mem::replace(has_chair, true) && !marks.iter().any(is_chair) {
        let first = marks.len();
        add(marks, entry, line.start + name.start..line.start + name.end, Attendance::Chair, Layout::OneALine);
        marks.truncate(first + 1);
    }
}

fn add(marks: &mut Vec<Mark>, entry: &Entry<'_>, range: Range<usize>, kind: Attendance, layout: Layout) {
    for person in people(&entry.text()[range.clone()], layout) {
        let place = range.start + person.range.start..range.start + person.range.end;
        let kind = match person.sort {
            Sort::Public => Attendance::Public,
            Sort::Officer if kind == Attendance::Present => Attendance::InAttendance,
            Sort::Away => Attendance::Apologies,
            Sort::Officer | Sort::Chair | Sort::Member => kind,
        };
        let Some(name) = entry.text().get(place.clone()) else { continue };
        let role = |kind| Role::Attendance { kind, person: name.split_whitespace().collect::<Vec<_>>().join(" ") };
        // Nobody says whether a county councillor is a member of the parish council too.
        let is_doubtful = person.doubtful && (kind == Attendance::Present || layout == Layout::OneALine);
        let certainty = if is_doubtful { Certainty::Likely } else { Certainty::Certain };
        marks.extend(entry.mark(place.clone(), role(kind), certainty));
        if kind == Attendance::Chair {
            marks.extend(entry.mark(place, role(Attendance::Present), Certainty::Certain));
        } else if matches!(person.sort, Sort::Chair) && kind == Attendance::Present {
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
    fn lists_that_clerks_write() {
        let present = |text: &str| names(text, Attendance::Present);
        let away = |text: &str| names(text, Attendance::Apologies);
        assert_eq!(present("PRESENT Vice Chairman (Mr. Vane, who took the chair), Mrs. Lee."), ["Mr. Vane", "Mrs. Lee"]);
        assert_eq!(present("Present: Ann Vane (Chair), Bo Lee (Treasurer) Cy Rees, Di Day"), ["Ann Vane", "Bo Lee", "Cy Rees", "Di Day"]);
        assert_eq!(present("**Panel:** Ann Vane (Chair), Bo Lee, Ex Officio: Cy Rees (Parks)"), ["Ann Vane", "Bo Lee", "Cy Rees"]);
        assert_eq!(
            present("## Present\n\nWill Vane, Talk About Fen\n\nBo Lee, HS2 Ltd\n\nSir Cy Rees-Day"),
            ["Will Vane", "Bo Lee", "Sir Cy Rees-Day"]
        );
        assert_eq!(
            away("**25/101 Apologies for absence**\n\nCllr A Vane (ill) and Cllr Bo Lee (work). Members resolved to accept them."),
            ["Cllr A Vane", "Cllr Bo Lee"]
        );
        assert_eq!(present("**Attendees**\n\nAnn Vane Chair\nBo Lee County Records (phone)\nCy Rees"), ["Ann Vane", "Bo Lee", "Cy Rees"]);
        assert_eq!(away("## People who could not come\n\n- Ann Vane"), ["Ann Vane"]);
        assert_eq!(away("2. Apologies for Absence received from Mr B Day and Mr Rees"), ["Mr B Day", "Mr Rees"]);
        assert_eq!(away("Apologies had been received from Ann Vane and from representatives of KL&WN and TOWN."), ["Ann Vane"]);
        assert_eq!(away("Apologies: Ann Vane, members of the Council of Lynn and West Fen"), ["Ann Vane"]);
        assert_eq!(away("## Apologies\n\nAnn Vane, Fen Press; Bo Lee, NHS Fenland sent their apologies."), ["Ann Vane", "Bo Lee"]);
        assert_eq!(away("## Present\n\nMs Di Day (Parks)\n\nMs Cy Rees (Environment Agency) Apologies"), ["Ms Cy Rees"]);
    }

    #[test]
    fn what_is_told_of_people_names_nobody() {
        assert_eq!(
            names("Apologies: Were received from Bo Lee\n\nMrs T Vane (Vice Chair) chaired the meeting.", Attendance::Apologies),
            ["Bo Lee"]
        );
        assert_eq!(names("Apologies: Bo Lee\n\nMrs T Vane (Vice Chair) chaired the meeting.", Attendance::Chair), ["Mrs T Vane"]);
        for told in ["\nAnn is the clerk of the panel", "\n\nAnn is the clerk of the panel"] {
            let text = format!("## Attendees\n\nAnn Vane, West Board{told}\n\nBo Lee, East Board");
            assert_eq!(names(&text, Attendance::Present), ["Ann Vane", "Bo Lee"]);
        }
        assert_eq!(
            names("Present: Ms Di Day (Parks,\n\nLynn and West Fen Borough Council)\n\nMr Bo Lee", Attendance::Present),
            ["Ms Di Day", "Mr Bo Lee"]
        );
    }

    #[test]
    fn posts_below_names_are_no_people() {
        let text = "**Present:**\n\nAnn Vane\nTrust Chair\n\nBo Lee\n\nChief Executive Officer\n\nDr Di Day\nNon-Executive Director\n\n**Apologies:**\n\nCy Rees\nCompany Secretary";
        assert_eq!(names(text, Attendance::Present), ["Ann Vane", "Bo Lee", "Dr Di Day"]);
        assert_eq!(names(text, Attendance::Apologies), ["Cy Rees"]);
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
    fn a_label_that_heads_all_lists_is_no_column() {
        let found = people("Attendance\n\nPresent\n\n- Ann Vane\n- Bo Lee\n\nApologies\n\n- Cy Rees");
        assert!(found.iter().all(|(.., how)| *how == Certainty::Certain), "{found:?}");
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn brackets_tell_two_columns_apart() {
        let flat = "**Board members**\n\n**Officials**\n\nAnn Vane\n\nBo Lee (Parks)\n\nDi Day\n\nEd Fox (Roads)\n\nFay Hill (Roads)\n\n**Apologies**\n\nGil Ivy (Parks)\n\nHal Joy";
        assert_eq!(names(flat, Attendance::Present), ["Ann Vane", "Di Day"]);
        assert_eq!(names(flat, Attendance::InAttendance), ["Bo Lee", "Ed Fox", "Fay Hill", "Gil Ivy"]);
        assert_eq!(names(flat, Attendance::Apologies), ["Hal Joy"]);
    }

    #[test]
    fn a_name_that_may_be_more_is_no_certainty() {
        let sure = |text: &str| {
            people(text).into_iter().filter(|(.., how)| *how == Certainty::Certain).map(|(_, name, _)| name).collect::<Vec<_>>()
        };
        assert_eq!(sure("**Attendees**\n\nAnn Vane FPC\nBo Lee DfID\nCy Rees Millco\nMrs Di Day"), ["Ann Vane", "Bo Lee", "Mrs Di Day"]);
        assert_eq!(sure("Present: Cllr A Vane, County Councillor B Lee"), ["Cllr A Vane"]);
    }

    #[test]
    fn a_person_here_and_away_is_no_certainty() {
        let found = people("Present: Ann Vane, Bo Lee\n\nApologies: Bo Lee");
        let certain: Vec<&str> = found.iter().filter(|(.., how)| *how == Certainty::Certain).map(|(_, name, _)| name.as_str()).collect();
        assert_eq!(certain, ["Ann Vane"]);
    }
}
