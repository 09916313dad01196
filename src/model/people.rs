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
            Role::Attendance { kind, person } if wanted.contains(kind) => Some((mark, person.as_str())),
            _ => None,
        })
    };
    let away: Vec<(&Mark, String)> = of(&[Attendance::Apologies]).map(|(mark, person)| (mark, bare(person, String::new()))).collect();
    // Most people came: only for those whose name is among the others is a mark kept.
    let mut came: BTreeMap<&str, Option<&Mark>> = away.iter().map(|(_, name)| (name.as_str(), None)).collect();
    came.remove("");
    if came.is_empty() {
        return Vec::new();
    }
    let mut name = String::new();
    for (mark, person) in of(&[Attendance::Present, Attendance::InAttendance]) {
        name = bare(person, name);
        if let Some(found) = came.get_mut(name.as_str()) {
            *found = Some(mark);
        }
    }
    away.iter().filter_map(|(away, name)| Some((*away, (*came.get(name.as_str())?)?))).collect()
}

/// A name without its titles, in small letters. It takes the room of another.
fn bare(name: &str, mut bare: String) -> String {
    bare.clear();
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
