//! Whether two names as printed are of one person.

use std::collections::BTreeMap;

use super::{Attendance, Mark, Role};
use crate::text::words;

/// Words before a name that people are also written without.
pub(crate) const TITLES: [&str; 17] = [
    "cllr",
    "cllrs",
    "councillor",
    "councillors",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
];

/// The people who stand both among those who came and among those who did not: for each mark of one
/// who was away, the mark that says the person came. Both stay as they are; nobody but the author can tell.
pub(crate) fn present_and_absent(marks: &[Mark]) -> Vec<(&Mark, &Mark)> {
    let of = |wanted: &'static [Attendance]| {
        marks.iter().filter_map(move |mark| match &mark.role {
            Role::Attendance { kind, person } if wanted.contains(kind) => Some((mark, bare(person))),
            _ => None,
        })
    };
    if of(&[Attendance::Apologies]).next().is_none() {
        return Vec::new();
    }
    let came: BTreeMap<String, &Mark> = of(&[Attendance::Present, Attendance::InAttendance]).map(|(mark, name)| (name, mark)).collect();
    let away = of(&[Attendance::Apologies]).filter(|(_, name)| !name.is_empty());
    away.filter_map(|(away, name)| came.get(&name).map(|came| (away, *came))).collect()
}

/// A name without its titles, in small letters.
fn bare(name: &str) -> String {
    let mut bare = String::with_capacity(name.len());
    for word in words(name).filter_map(|word| name.get(word)) {
        if TITLES.iter().any(|title| word.eq_ignore_ascii_case(title)) {
            continue;
        }
        if !bare.is_empty() {
            bare.push(' ');
        }
        let start = bare.len();
        if word.is_ascii() {
            bare.push_str(word);
            bare[start..].make_ascii_lowercase();
        } else {
            bare.push_str(&word.to_lowercase());
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn contradictions(text: &str) -> usize {
        let document = parse(&Source::new("t.md", format!("# Minutes of the panel\n\n{text}")));
        present_and_absent(&document.marks).len()
    }

    #[test]
    fn a_title_makes_no_other_person() {
        assert_eq!(contradictions("Present: Cllr Ann Vane, Bo Lee\n\nApologies: Ann Vane"), 1);
        assert_eq!(contradictions("Present: Mr A Rees, Bo Lee\n\nApologies: A Rhys"), 0);
    }
}
