//! What reading marks as certain is right. Every such mark of twenty documents was judged by hand; the
//! list of verdicts is `tests/expectations/certain.tsv`. The documents are in the shared folder only.

use std::collections::BTreeMap;

use plainsong::model::{Attendance, Certainty, Document, Role};
use plainsong::{Source, parse};

use crate::{no_complaints, shared_documents};

const VERDICTS: &str = include_str!("../expectations/certain.tsv");
/// At least so many of a hundred certain marks are right.
const PRECISION: usize = 98;

/// A mark as the list has it: its line and its kind.
type Judged = (usize, String);

/// The judged marks of each document.
fn judged() -> BTreeMap<&'static str, Vec<Judged>> {
    let mut judged: BTreeMap<&str, Vec<Judged>> = BTreeMap::new();
    for row in rows() {
        let [document, line, kind, _] = row;
        judged.entry(document).or_default().push((line.parse().unwrap(), kind.to_owned()));
    }
    judged
}

fn rows() -> impl Iterator<Item = [&'static str; 4]> {
    let rows = VERDICTS.lines().filter(|row| !row.starts_with('#')).skip(1);
    rows.map(|row| row.split('\t').collect::<Vec<_>>().try_into().unwrap())
}

/// What the record of a document holds for certain.
fn certain(document: &Document, source: &Source) -> Vec<Judged> {
    let certain = document.marks.iter().filter(|mark| mark.certainty == Certainty::Certain);
    let kinds = certain.filter_map(|mark| Some((source.position(mark.span.start).line, kind(&mark.role)?.to_owned())));
    let mut found: Vec<Judged> = kinds.collect();
    found.sort();
    found
}

/// The name of a kind in the list; nothing for what the record does not show.
fn kind(role: &Role) -> Option<&'static str> {
    Some(match role {
        Role::Attendance { kind: Attendance::Chair, .. } => "chair",
        Role::Attendance { kind: Attendance::Present, .. } => "present",
        Role::Attendance { kind: Attendance::InAttendance, .. } => "in-attendance",
        Role::Attendance { kind: Attendance::Apologies, .. } => "apologies",
        Role::Attendance { kind: Attendance::Public, .. } => "public",
        Role::Declaration => "declaration",
        Role::Decided => "decided",
        Role::Lost => "lost",
        Role::Noted => "noted",
        Role::Recommended => "recommended",
        Role::Action { .. } => "action",
        Role::Vote { .. } => "vote",
        Role::Commitment => "commitment",
        Role::NextMeeting => "next-meeting",
        _ => return None,
    })
}

#[test]
fn nearly_all_that_is_certain_is_right() {
    let (mut right, mut all) = (0, 0);
    for [.., verdict] in rows() {
        assert!(["right", "wrong"].contains(&verdict), "{verdict}");
        right += usize::from(verdict == "right");
        all += 1;
    }
    assert!(right * 100 >= all * PRECISION, "{right} of {all}");
}

#[test]
fn what_is_certain_was_judged() {
    let mut complaints = Vec::new();
    let documents = shared_documents();
    for (name, mut judged) in judged() {
        let Some(source) = documents.iter().find(|source| source.name().ends_with(&format!("/{name}.md"))) else { continue };
        judged.sort();
        let found = certain(&parse(source), source);
        let new: Vec<&Judged> = found.iter().filter(|mark| !judged.contains(mark)).collect();
        let gone: Vec<&Judged> = judged.iter().filter(|mark| !found.contains(mark)).collect();
        if found != judged {
            complaints.push(format!("{name}: the list wants a look. Not judged: {new:?}. No longer found: {gone:?}."));
        }
    }
    no_complaints(&complaints);
}
