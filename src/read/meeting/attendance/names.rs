//! The people in a list, as printed.

use std::ops::Range;

use super::lists::is_list;
use super::person::{Layout, MOST_WORDS_OF_A_NAME, Person, Sort, is_body, is_name, person};
use crate::read::meeting::pattern::pattern;
use crate::read::meeting::words::Words;
use crate::text::sentences;

/// A name has no more letters than this.
const LONGEST_NAME: usize = 60;
/// The people in a list. After the first sentence, only those of whom it says that they came.
pub(super) fn people(text: &str, layout: Layout) -> Vec<Person> {
    let mut people = Vec::new();
    // "Ann Vane, Park Board; Bo Lee, West Board": between semicolons each part is as a line of its own.
    let is_one = |part: &str| part.matches(',').count() <= 1;
    if layout == Layout::Running && text.contains("; ") && text.contains(", ") && text.split(';').all(is_one) {
        let mut start = 0;
        for part in text.split_inclusive(';') {
            let and = if part.starts_with(" and ") { " and".len() } else { 0 };
            add(&mut people, text, start + and..start + part.trim_end_matches(';').len(), Layout::OneALine);
            start += part.len();
        }
        return people;
    }
    for (index, sentence) in sentences(text).into_iter().enumerate() {
        if index > 0 {
            let words = Words::of(&text[sentence.clone()]);
            let came = words.find(pattern!("was|were also? present|attending|attended|in")).and_then(|found| words.bytes(0..found.start));
            if let Some(name) = came {
                let before = people.len();
                add(&mut people, text, sentence.start + name.start..sentence.start + name.end, layout);
                people[before..].iter_mut().filter(|person| person.sort == Sort::Member).for_each(|person| person.sort = Sort::Officer);
                continue;
            }
            if let Some(end) =
                words.begins(pattern!("members of the public")).and_then(|count| words.bytes(0..count)).map(|bytes| bytes.end)
            {
                let before = people.len();
                add(&mut people, text, sentence.start + end..sentence.end, layout);
                people[before..].iter_mut().for_each(|person| person.sort = Sort::Officer);
                continue;
            }
            if !is_list(&text[sentence.clone()]) {
                break;
            }
        }
        add(&mut people, text, sentence, layout);
    }
    people
}

fn add(people: &mut Vec<Person>, text: &str, range: Range<usize>, layout: Layout) {
    let first = people.len();
    let mut body: Option<usize> = None;
    for part in parts(text, range, layout) {
        // "members of the Borough Council of Lynn and West Fen": the name of a body goes on after "and".
        let goes_on = body.is_some_and(|end| text[end..part.start].contains(['a', '&']));
        let found = person(text, part.clone(), layout).filter(|_| !goes_on);
        body = (found.is_none() && (goes_on || text[part.clone()].contains(" of "))).then_some(part.end);
        people.extend(found);
    }
    // Among names a word in capitals is a body: "Mr R Hale, MCC".
    let in_capitals = |person: &Person| is_body(&text[person.range.clone()]);
    let found = &people[first..];
    if found.iter().any(in_capitals) && !found.iter().all(in_capitals) {
        let mut found = people.split_off(first);
        found.retain(|person| !in_capitals(person));
        people.append(&mut found);
    }
}

/// The parts of a list between commas and "and", brackets left whole.
pub(super) fn parts(text: &str, range: Range<usize>, layout: Layout) -> impl Iterator<Item = Range<usize>> {
    Parts { text: text.get(..range.end).unwrap_or_default(), start: range.start, layout, is_last: false }
}

struct Parts<'a> {
    /// The text up to the end of the list.
    text: &'a str,
    /// Where the next part begins.
    start: usize,
    layout: Layout,
    /// Whether no part follows the last one.
    is_last: bool,
}

impl Iterator for Parts<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.is_last {
            return None;
        }
        let mut depth = 0_usize;
        // Every sign that matters is ASCII, so characters stay whole.
        for (at, byte) in self.text.bytes().enumerate().skip(self.start) {
            let rest = || &self.text[at + 1..];
            let (end, next) = match byte {
                b'(' | b'[' => {
                    depth += 1;
                    continue;
                }
                b')' | b']' => {
                    depth = depth.saturating_sub(1);
                    // "Ann Vane (Chair) Bo Lee": a comma was forgotten.
                    let next = rest().strip_prefix(' ').filter(|_| depth == 0 && self.layout == Layout::Running);
                    if !next.is_some_and(is_name_and_more) {
                        continue;
                    }
                    (at + 1, at + 2)
                }
                b'\t' if self.layout == Layout::OneALine => return self.last(at),
                b',' if depth == 0 && self.layout == Layout::OneALine => return self.last(at),
                b',' | b';' | b'\n' if depth == 0 => (at, at + 1),
                b' ' if depth == 0 => match width_of_and(rest(), self.layout) {
                    Some(width) => (at, at + 1 + width),
                    None => continue,
                },
                _ => continue,
            };
            return Some(std::mem::replace(&mut self.start, next)..end);
        }
        self.last(self.text.len())
    }
}

impl Parts<'_> {
    /// The last part, which ends here.
    fn last(&mut self, end: usize) -> Option<Range<usize>> {
        self.is_last = true;
        Some(self.start..end)
    }
}

/// How wide a word is that ends a part as a comma does, if one begins after a space. A number begins a part itself.
fn width_of_and(rest: &str, layout: Layout) -> Option<usize> {
    match rest.as_bytes().first()? {
        b'0'..=b'9' => Some(0),
        b'a' | b'&' | b'p' | b't' if layout == Layout::Running => {
            ["and ", "& ", "plus ", "together with "].iter().find(|word| rest.starts_with(**word)).map(|word| word.len() - 1)
        }
        _ => None,
    }
}

/// Whether words begin with a name or a title, and not with what else may stand after brackets.
fn is_name_and_more(text: &str) -> bool {
    let near = text.char_indices().nth(LONGEST_NAME).map_or(text.len(), |(at, _)| at);
    let end = text[..near].find([',', ';', '(']).unwrap_or(near);
    let words = Words::of(&text[..end]);
    text.starts_with(char::is_alphabetic) && words.len() > 1 && words.len() <= MOST_WORDS_OF_A_NAME + 2 && is_name(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        people(text, Layout::Running).into_iter().map(|person| &text[person.range]).collect()
    }

    #[test]
    fn titles_brackets_and_the_public() {
        let text = "Cllr J Ferreira-Vale (Chairman), Mrs C Oduya (Clerk), 6 Members of the Public. PCSO Ada Marsh was present for part.";
        assert_eq!(names(text), ["Cllr J Ferreira-Vale", "Mrs C Oduya", "6 Members of the Public", "PCSO Ada Marsh"]);
        let sorts: Vec<Sort> = people(text, Layout::Running).into_iter().map(|person| person.sort).collect();
        assert_eq!(sorts, [Sort::Chair, Sort::Officer, Sort::Public, Sort::Officer]);
    }

    #[test]
    fn one_title_for_several() {
        assert_eq!(
            names("Councillors Ann Rees, Bo Hull and County Councillor Cy Lee."),
            ["Ann Rees", "Bo Hull", "County Councillor Cy Lee"]
        );
        assert_eq!(names("Cllrs Rees, Hull & Lee & the Clerk."), ["Rees", "Hull", "Lee", "the Clerk"]);
    }

    #[test]
    fn nobody_is_nobody() {
        for text in ["None", "No apologies", "N/A", "", "none received.", "Nil"] {
            assert_eq!(names(text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn brackets_that_do_not_match() {
        assert_eq!(names(", Mrs. (Chair)) & Ms"), [] as [&str; 0]);
        assert_eq!(names("Ann Vane (Chair)) & Bo Lee"), ["Ann Vane", "Bo Lee"]);
    }

    #[test]
    fn what_follows_a_gap_or_a_comma_on_a_line_of_its_own_is_a_post() {
        assert_eq!(names("Mark Vane (MV)\t\t-\tWest Board"), ["Mark Vane"]);
        let line = "Lord Marsh, Minister for Bridges";
        let found: Vec<&str> = people(line, Layout::OneALine).into_iter().map(|person| &line[person.range]).collect();
        assert_eq!(found, ["Lord Marsh"]);
    }
}
