//! The people in a list, as printed.

use std::ops::Range;

use crate::read::meeting::pattern::{Words, pattern};
use crate::text::sentences;

/// A person in a list.
pub(super) struct Person {
    /// The name, without a job title.
    pub(super) range: Range<usize>,
    /// What the list says of the person.
    pub(super) sort: Sort,
}

/// What a list says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Nothing.
    Member,
    /// The chair.
    Chair,
    /// An officer or a guest.
    Officer,
    /// A number of members of the public.
    Public,
}

/// How a list is set out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Names with commas between.
    Running,
    /// A person a line; what follows a comma is a post or a body.
    OneALine,
}

/// A line of more words without a sign between them holds a name and something else.
const MOST_WORDS_OF_A_NAME: usize = 3;

/// Words before a name.
const TITLES: [&str; 26] = [
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
    "messrs",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "baroness",
    "rev",
    "revd",
    "county",
    "borough",
    "district",
    "alderman",
    "pcso",
    "pc",
];
/// Titles of several people, which are no part of a name.
const PLURAL_TITLES: [&str; 7] = ["councillors", "cllrs", "messrs", "chairman", "chairperson", "chair", "vice-chairman"];
/// Posts that stand in a list as persons.
const POSTS: [&str; 6] = ["clerk", "secretary", "treasurer", "chairman", "vice", "chair"];
/// Words of headings and sentences: a line with one of them is no list of names.
const NOT_NAMES: [&str; 42] = [
    "minutes",
    "matters",
    "arising",
    "meeting",
    "interest",
    "interests",
    "report",
    "reports",
    "business",
    "introductions",
    "welcome",
    "declarations",
    "declaration",
    "update",
    "item",
    "agenda",
    "was",
    "were",
    "had",
    "has",
    "is",
    "are",
    "will",
    "that",
    "none",
    "it",
    "there",
    "discussion",
    "actions",
    "action",
    "approval",
    "previous",
    "correspondence",
    "planning",
    "discussed",
    "absent",
    "summary",
    "noted",
    "apologies",
    "review",
    "standards",
    "proposal",
];

/// The people in a list. After the first sentence, only those of whom it says that they came.
pub(super) fn people(text: &str, layout: Layout) -> Vec<Person> {
    let mut people = Vec::new();
    for (index, sentence) in sentences(text).into_iter().enumerate() {
        let words = Words::of(&text[sentence.clone()]);
        if index > 0 {
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
    for part in parts(text, range, layout) {
        people.extend(person(text, part, layout));
    }
}

/// The parts of a list between commas and "and", brackets left whole.
fn parts(text: &str, range: Range<usize>, layout: Layout) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = range.start;
    let mut skip_to = range.start;
    for (at, character) in text[range.clone()].char_indices().map(|(at, character)| (range.start + at, character)) {
        if at < skip_to {
            continue;
        }
        let rest = &text[at..range.end];
        let width = match character {
            '(' | '[' => {
                depth += 1;
                0
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                0
            }
            '\t' if layout == Layout::OneALine => {
                parts.push(start..at);
                return parts;
            }
            ',' | ';' | '\n' if depth == 0 => 1,
            ' ' if depth == 0 && rest[1..].starts_with(|character: char| character.is_ascii_digit()) => 1,
            ' ' if depth == 0 && layout == Layout::Running => {
                [" and ", " & ", " plus ", " together with "].iter().find(|word| rest.starts_with(**word)).map_or(0, |word| word.len() - 1)
            }
            _ => 0,
        };
        if width > 0 {
            parts.push(start..at);
            if layout == Layout::OneALine && character == ',' {
                return parts;
            }
            start = at + width;
            skip_to = start;
        }
    }
    parts.push(start..range.end);
    parts
}

/// The person of a part, if it holds one.
fn person(text: &str, part: Range<usize>, layout: Layout) -> Option<Person> {
    let whole = &text[part.clone()];
    let words = Words::of(whole);
    if words.any(&["public", "parishioners", "residents"])
        && (words.word(0).parse::<u32>().is_ok() || words.find(pattern!("members|member of the public")).is_some())
    {
        let trimmed = whole.trim().trim_start_matches("plus ").trim_end_matches('.');
        let start = part.start + whole.find(trimmed)?;
        return Some(Person { range: start..start + trimmed.len(), sort: Sort::Public });
    }
    let sort = if words.any(&["chair", "chairman", "chairperson", "chairwoman"]) && !words.any(&["vice", "deputy"]) {
        Sort::Chair
    } else if words.any(&["clerk", "pcso", "pc", "officer", "minutes"]) && words.len() > 2 {
        Sort::Officer
    } else {
        Sort::Member
    };
    // The name ends at a bracket, a dash, a tab or a gap.
    let ends = ["(", "[", "\t", "  ", " - ", " \u{2013} ", " \u{2014} ", "\u{2013} ", " from ", " re ", " who ", " The ", " -", "**"];
    let mut start =
        part.start + whole.len() - whole.trim_start_matches([' ', '\u{a0}', '*', '-', '\u{2013}', '\u{2022}', '.', ':', '\t', '/']).len();
    let body = &text[start..part.end];
    let mut end = start + ends.iter().filter_map(|end| body.find(end)).min().unwrap_or(body.len());
    end = start + text[start..end].trim_end_matches([' ', '.', '\u{a0}', ')', '*', '-', '\u{2013}']).len();
    start += leading(&text[start..end]);
    let name = &text[start..end];
    let words = Words::of(name);
    let last = words.len().checked_sub(1)?;
    // A post or a body in capitals after the name: "Jeni Vane ODI", "Brian Marsh Vice-Chairman".
    let post_or_body = (2..=last).find(|&at| {
        ["chair", "chairman", "vice", "deputy"].contains(&words.word(at))
            || (at == last && words.bytes(at..at + 1).is_some_and(|bytes| is_body(&name[bytes])))
    });
    if let Some(at) = post_or_body {
        end = start + words.bytes(0..at)?.end;
    } else if layout == Layout::OneALine && last >= MOST_WORDS_OF_A_NAME {
        // A name and a body with nothing between them: a name is two words after its titles.
        let titles = (0..=last).take_while(|&at| TITLES.contains(&words.word(at))).count();
        end = start + words.bytes(0..titles + 2)?.end;
    }
    is_name(&text[start..end]).then_some(Person { range: start..end, sort })
}

/// How many bytes of titles for several people, or of the chair before a title, come first.
fn leading(name: &str) -> usize {
    let words = Words::of(name);
    let mut count = 0;
    while count + 1 < words.len() && PLURAL_TITLES.contains(&words.word(count)) {
        count += 1;
    }
    if count == 0 { 0 } else { words.bytes(count..count + 1).map_or(0, |bytes| bytes.start) }
}

fn is_body(word: &str) -> bool {
    word.len() >= 3 && word.chars().all(|character| character.is_uppercase() || character.is_ascii_digit())
}

/// Capital letters first, few words, none of a sentence; or a post.
fn is_name(text: &str) -> bool {
    let words = Words::of(text);
    let is_post = (0..words.len()).all(|at| words.word(at) == "the" || POSTS.contains(&words.word(at)));
    if words.len() > 0 && is_post {
        return true;
    }
    let small = ["de", "von", "van", "der", "le", "la", "of", "du", "the"];
    let fits = |at: usize| {
        let original = words.bytes(at..at + 1).map_or("", |bytes| &text[bytes]);
        original.starts_with(char::is_uppercase) || small.contains(&words.word(at))
    };
    (1..=6).contains(&words.len())
        && fits(0)
        && (0..words.len()).all(fits)
        && !words.any(&NOT_NAMES)
        && !words.any(&["all", "nil", "no", "not"])
        && text != "N/A"
        && !text.chars().any(|character| character.is_ascii_digit() || matches!(character, '?' | '!' | '£' | ':'))
}

/// Whether every part of a line could be a person.
pub(super) fn is_list(line: &str) -> bool {
    let line = line.trim();
    if line.is_empty() || line.ends_with(':') || line.contains(": ") {
        return false;
    }
    let parts = parts(line, 0..line.len(), Layout::Running);
    let names = parts.iter().filter(|part| !line[(*part).clone()].trim().is_empty());
    let people: Vec<Option<Person>> = names.map(|part| person(line, part.clone(), Layout::Running)).collect();
    let first = people.first().is_some_and(|first| {
        first
            .as_ref()
            .is_some_and(|person| person.sort == Sort::Public || Words::of(&line[person.range.clone()]).len() >= 2 || people.len() > 1)
    });
    first && people.iter().filter(|person| person.is_none()).count() * 2 <= people.len()
}

/// Whether a line begins as a name does that has a title.
pub(super) fn begins_with_title(line: &str) -> bool {
    TITLES.contains(&Words::of(line.get(..40).unwrap_or(line)).word(0))
        || Words::of(line).find(pattern!("members|member of the public")).is_some()
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
    fn what_follows_a_gap_or_a_comma_on_a_line_of_its_own_is_a_post() {
        assert_eq!(names("Mark Vane (MV)\t\t-\tWest Board"), ["Mark Vane"]);
        let line = "Lord Marsh, Minister for Bridges";
        let found: Vec<&str> = people(line, Layout::OneALine).into_iter().map(|person| &line[person.range]).collect();
        assert_eq!(found, ["Lord Marsh"]);
    }
}
