//! The people in a list, as printed.

use std::ops::Range;

use super::wording::{NOT_NAMES, OF_BODIES, OF_POSTS, PEERS, PLURAL_TITLES, POSTS, SMALL, TELLING, is_title};
use crate::read::meeting::pattern::pattern;
use crate::read::meeting::vocabulary::{Key, keys};
use crate::read::meeting::words::Words;
use crate::text::sentences;

/// A person in a list.
pub(super) struct Person {
    /// The name, without a job title.
    pub(super) range: Range<usize>,
    /// What the list says of the person.
    pub(super) sort: Sort,
    /// Whether the name may be more than a name, or the person no member.
    pub(super) doubtful: bool,
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
    /// Somebody who did not come.
    Away,
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
/// A name has no more letters than this.
const LONGEST_NAME: usize = 60;
/// A line of more words tells something.
const MOST_WORDS_OF_A_LINE: usize = 12;

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
    let mut found = people.split_off(first);
    if found.iter().any(|person| !in_capitals(person)) {
        found.retain(|person| !in_capitals(person));
    }
    people.append(&mut found);
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
                // "Ann Vane (Chair) Bo Lee": a comma was forgotten.
                let next = rest[1..].strip_prefix(' ').filter(|_| depth == 0 && layout == Layout::Running);
                if next.is_some_and(is_name_and_more) {
                    parts.push(start..at + 1);
                    start = at + 2;
                    skip_to = start;
                }
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

/// Whether words begin with a name or a title, and not with what else may stand after brackets.
fn is_name_and_more(text: &str) -> bool {
    let near = text.char_indices().nth(LONGEST_NAME).map_or(text.len(), |(at, _)| at);
    let end = text[..near].find([',', ';', '(']).unwrap_or(near);
    let words = Words::of(&text[..end]);
    text.starts_with(char::is_alphabetic) && words.len() > 1 && words.len() <= MOST_WORDS_OF_A_NAME + 2 && is_name(&text[..end])
}

/// The person of a part, if it holds one.
fn person(text: &str, part: Range<usize>, layout: Layout) -> Option<Person> {
    // "Ex officio: Ann Vane" names somebody after the colon.
    let head = text[part.clone()].find('(').map_or(part.end, |open| part.start + open);
    let part = text[part.start..head].rfind(": ").map_or(part.start, |colon| part.start + colon + 2)..part.end;
    let whole = &text[part.clone()];
    let words = Words::of(whole);
    if words.any(keys!["public", "parishioners", "residents"])
        && (words.printed(0).parse::<u32>().is_ok() || words.find(pattern!("members|member of the public")).is_some())
    {
        let trimmed = whole.trim().trim_start_matches("plus ").trim_end_matches('.');
        let start = part.start + whole.find(trimmed)?;
        return Some(Person { range: start..start + trimmed.len(), sort: Sort::Public, doubtful: false });
    }
    // "Vice Chairman (Mr. Vane, who took the chair)" names the person in brackets.
    if let Some(inside) = name_in_brackets(whole) {
        let inside = part.start + inside.start..part.start + inside.end;
        let took_the_chair = words.find(pattern!("took|in the chair")).is_some();
        return person(text, inside, layout)
            .map(|person| Person { sort: if took_the_chair { Sort::Chair } else { person.sort }, ..person });
    }
    let sort = if words.is(words.len().wrapping_sub(1), keys!["apologies", "absent"]) {
        Sort::Away
    } else if words.any(keys!["chair", "chairman", "chairperson", "chairwoman"]) && !words.any(keys!["vice", "deputy"]) {
        Sort::Chair
    } else if words.any(keys!["clerk", "pcso", "pc", "minutes"]) && words.len() > 2 {
        Sort::Officer
    } else {
        Sort::Member
    };
    // The name ends at a bracket, a dash, a tab or a gap.
    let ends =
        ["(", "[", "\t", "  ", " - ", " \u{2013} ", " \u{2014} ", "\u{2013} ", " from ", " sent ", " re ", " who ", " The ", " -", "**"];
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
    let post_or_body =
        (2..=last).find(|&at| words.is(at, keys!["chair", "chairman", "vice", "deputy"]) || (at == last && is_body(words.printed(at))));
    if let Some(at) = post_or_body {
        end = start + words.bytes(0..at)?.end;
    } else if layout == Layout::OneALine && last >= MOST_WORDS_OF_A_NAME {
        // A name and a body with nothing between them: a name is two words after its titles.
        end = start + two_words_and_titles(name);
    }
    let name = &text[start..end];
    let is_of_county = Words::of(name).begins(pattern!("county|borough|district cllr|councillor")).is_some();
    let doubtful = is_of_county || (layout == Layout::OneALine && may_hold_a_body(name));
    is_name(name).then_some(Person { range: start..end, sort, doubtful })
}

/// How many bytes of titles for several people, or of the chair before a title, come first.
fn leading(name: &str) -> usize {
    let words = Words::of(name);
    let mut count = 0;
    while count + 1 < words.len() && words.is(count, &PLURAL_TITLES) {
        count += 1;
    }
    if count == 0 { 0 } else { words.bytes(count..count + 1).map_or(0, |bytes| bytes.start) }
}

/// Where two words end that follow titles; a double name is one word, and "van" or "de" none.
fn two_words_and_titles(name: &str) -> usize {
    let mut left = 2;
    let mut end = 0;
    for word in name.split_inclusive(char::is_whitespace) {
        let bare = Key::of(word.trim().trim_end_matches('.'));
        left -= usize::from(!(is_title(bare) || SMALL.contains(&bare) || bare == Key::of("")));
        end += word.len();
        if left == 0 {
            return end - (word.len() - word.trim_end().len());
        }
    }
    end
}

/// The brackets after a post, if they begin with a title and a name.
fn name_in_brackets(part: &str) -> Option<Range<usize>> {
    let open = part.find('(')?;
    let post = Words::of(&part[..open]);
    let is_post = post.len() > 0 && (0..post.len()).all(|at| post.is(at, keys!["the"]) || post.is(at, &POSTS));
    let inside = open + 1..part.len() - usize::from(part.ends_with(')'));
    let end = part[inside.clone()].find([',', ')']).map_or(inside.end, |at| inside.start + at);
    (is_post && begins_with_title(&part[inside.start..end])).then_some(inside.start..end)
}

/// `MCC`, `DfID`, `MoJ`: capitals, and no more than one small letter among them.
fn is_body(word: &str) -> bool {
    let capitals = word.chars().filter(|character| character.is_uppercase() || character.is_ascii_digit()).count();
    let others = word.chars().count() - capitals;
    word.len() >= 3 && (others == 0 || (others == 1 && capitals > 1 && word.ends_with(char::is_uppercase)))
}

/// "van", "de": with a capital it counts as a word of the name.
fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && SMALL.contains(&Key::of(word))
}

/// Whether a name may have the name of a body behind it: three words and no title, on a line of a list
/// where others have one.
fn may_hold_a_body(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_full = |word: &&str| word.trim_end_matches('.').chars().count() > 1 && !is_small(word);
    words.len() == 3 && words.iter().all(is_full) && !begins_with_title(name)
}

/// Capital letters first, few words, none of a sentence; or a post.
fn is_name(text: &str) -> bool {
    let words = Words::of(text);
    let is_post = (0..words.len()).all(|at| words.is(at, keys!["the"]) || words.is(at, &POSTS));
    if words.len() > 0 && is_post {
        return true;
    }
    let needs_no_capital =
        |at: usize| words.is(at, &SMALL) || words.is(at, keys!["the"]) || (words.is(at, keys!["of"]) && words.is(0, &PEERS));
    let fits = |at: usize| words.printed(at).starts_with(char::is_uppercase) || needs_no_capital(at);
    // "Griffin Brown Digital Publishing" has too many words for somebody without a title.
    let has_title = words.key(0).is_some_and(is_title);
    let long = text.split_whitespace().filter(|word| word.trim_end_matches('.').chars().count() > 1 && !is_small(word)).count();
    (1..=6).contains(&words.len())
        && fits(0)
        && (0..words.len()).all(fits)
        && (has_title || long <= MOST_WORDS_OF_A_NAME)
        && (0..words.len()).any(|at| !words.key(at).is_some_and(is_title))
        && !words.any(&OF_BODIES)
        && (has_title || !words.any(&OF_POSTS))
        && !words.any(&NOT_NAMES)
        && !words.any(keys!["all", "nil", "no", "not"])
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
    if tells(line) {
        return false;
    }
    let first = people.first().is_some_and(|first| {
        first
            .as_ref()
            .is_some_and(|person| person.sort == Sort::Public || Words::of(&line[person.range.clone()]).len() >= 2 || people.len() > 1)
    });
    first && people.iter().filter(|person| person.is_none()).count() * 2 <= people.len()
}

/// Whether a line is a name, a comma and what the person is or does: "Ann Vane, HS2 Ltd, who owns the plan".
pub(super) fn is_name_and_post(line: &str) -> bool {
    let line = line.trim();
    let Some(comma) = line.find(',').filter(|comma| !line[..*comma].contains(':')) else { return false };
    let name = person(line, 0..comma, Layout::OneALine);
    let is_full_name = name.is_some_and(|name| Words::of(&line[name.range]).len() >= 2);
    is_full_name && Words::of(line).len() <= MOST_WORDS_OF_A_LINE && !line.ends_with(['.', ':', '?']) && !tells(line)
}

/// Whether a line of a list is a name and a body with nothing between: "Bo Lee County Records (phone)".
pub(super) fn is_name_and_body(line: &str) -> bool {
    let whole = line.trim();
    let line = whole.split('(').next().unwrap_or_default().trim_end();
    let words = Words::of(line);
    let is_capital = |at: usize| words.printed(at).starts_with(char::is_uppercase) || words.is(at, keys!["of", "and", "the", "for"]);
    (4..=7).contains(&words.len())
        && (0..words.len()).all(is_capital)
        && !whole.ends_with(['.', ':', '?'])
        && !words.any(&NOT_NAMES)
        && person(line, 0..line.len(), Layout::OneALine).is_some()
}

/// Whether a line is a post or a body and nothing else: "Non-Executive Director".
pub(super) fn is_post(line: &str) -> bool {
    let line = line.trim();
    let words = Words::of(line);
    line.starts_with(char::is_uppercase)
        && words.len() <= MOST_WORDS_OF_A_LINE
        && !line.ends_with(['.', ':', '?'])
        && (words.any(&OF_POSTS) || words.any(&OF_BODIES))
        && !words.any(&NOT_NAMES)
        && !tells(line)
}

/// Whether a line is a sentence about somebody; what stands in brackets does not count.
fn tells(line: &str) -> bool {
    let mut depth = 0_usize;
    let outside: String = line
        .chars()
        .filter(|character| {
            depth = match character {
                '(' => depth + 1,
                ')' => depth.saturating_sub(1),
                _ => depth,
            };
            depth == 0
        })
        .collect();
    // In capitals it is a name: "Informed Solutions".
    let words = Words::of(&outside);
    (0..words.len()).any(|at| words.is(at, &TELLING) && words.printed(at).starts_with(char::is_lowercase))
}

/// Whether a text holds a list of two people or more.
pub(super) fn is_several(text: &str) -> bool {
    !tells(text) && people(text, Layout::Running).len() > 1
}

/// Whether a line begins as a name does that has a title.
pub(super) fn begins_with_title(line: &str) -> bool {
    let words = Words::of(line);
    words.key(0).is_some_and(is_title) || words.find(pattern!("members|member of the public")).is_some()
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
