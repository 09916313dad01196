//! The name of a person in a part of a list.

use std::ops::Range;

use super::wording::{PEERS, PLURAL_TITLES, POSTS};
use crate::read::meeting::pattern::pattern;
use crate::read::meeting::topics::Topics;
use crate::read::meeting::vocabulary::{Key, keys};
use crate::read::meeting::words::Words;

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
pub(super) const MOST_WORDS_OF_A_NAME: usize = 3;

/// The person of a part, if it holds one.
pub(super) fn person(text: &str, part: Range<usize>, layout: Layout) -> Option<Person> {
    // "Ex officio: Ann Vane" names somebody after the colon.
    let head = text[part.clone()].find('(').map_or(part.end, |open| part.start + open);
    let part = after_last_colon(&text[part.start..head]).map_or(part.start, |after| part.start + after)..part.end;
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
    let mut start =
        part.start + whole.len() - whole.trim_start_matches([' ', '\u{a0}', '*', '-', '\u{2013}', '\u{2022}', '.', ':', '\t', '/']).len();
    let body = &text[start..part.end];
    let mut end = start + end_of_name(body);
    end = start + text[start..end].trim_end_matches([' ', '.', '\u{a0}', ')', '*', '-', '\u{2013}']).len();
    let all = &words;
    let words_of = |name: Range<usize>| all.within(name.start - part.start..name.end - part.start);
    start += leading(&words_of(start..end));
    let words = words_of(start..end);
    let last = words.len().checked_sub(1)?;
    // A post or a body in capitals after the name: "Jeni Vane ODI", "Brian Marsh Vice-Chairman".
    let post_or_body =
        (2..=last).find(|&at| words.is(at, keys!["chair", "chairman", "vice", "deputy"]) || (at == last && is_body(words.printed(at))));
    if let Some(at) = post_or_body {
        end = start + words.bytes(0..at)?.end;
    } else if layout == Layout::OneALine && last >= MOST_WORDS_OF_A_NAME {
        // A name and a body with nothing between them: a name is two words after its titles.
        end = start + two_words_and_titles(words.text());
    }
    let name = words_of(start..end);
    let is_of_county = name.begins(pattern!("county|borough|district cllr|councillor")).is_some();
    let doubtful = is_of_county || (layout == Layout::OneALine && may_hold_a_body(&name));
    is_name(&name).then_some(Person { range: start..end, sort, doubtful })
}

/// Where what follows the last colon with a space behind it begins.
fn after_last_colon(text: &str) -> Option<usize> {
    text.rmatch_indices(':').map(|(at, _)| at + 1).find(|after| text[*after..].starts_with(' ')).map(|after| after + 1)
}

/// What the name in a part ends at: a bracket, a dash, a tab, a gap or what is said of the person.
const ENDS_OF_NAMES: [&str; 15] =
    ["(", "[", "\t", "  ", " - ", " \u{2013} ", " \u{2014} ", "\u{2013} ", " from ", " sent ", " re ", " who ", " The ", " -", "**"];

/// Where the name ends that a part begins with.
fn end_of_name(part: &str) -> usize {
    let mut places = part.match_indices(['(', '[', '\t', ' ', '\u{2013}', '*']).map(|(at, _)| at);
    // After most spaces stands a capital.
    let goes_on = |at: usize| matches!(part.as_bytes().get(at..), Some([b' ', b'A'..=b'S' | b'U'..=b'Z', ..]));
    places.find(|&at| !goes_on(at) && ENDS_OF_NAMES.iter().any(|end| part[at..].starts_with(end))).unwrap_or(part.len())
}

/// How many bytes of titles for several people, or of the chair before a title, come first.
fn leading(words: &Words<'_>) -> usize {
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
        let bare = word.trim().trim_end_matches('.');
        left -= usize::from(!bare.is_empty() && !Topics::of(Key::of(bare)).has(Topics::TITLE.and(Topics::SMALL)));
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
    (is_post && begins_with_title(&Words::of(&part[inside.start..end]))).then_some(inside.start..end)
}

/// `MCC`, `DfID`, `MoJ`: capitals, and no more than one small letter among them.
pub(super) fn is_body(word: &str) -> bool {
    let capitals = word.chars().filter(|character| character.is_uppercase() || character.is_ascii_digit()).count();
    let others = word.chars().count() - capitals;
    word.len() >= 3 && (others == 0 || (others == 1 && capitals > 1 && word.ends_with(char::is_uppercase)))
}

/// "van", "de": with a capital it counts as a word of the name.
fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && Topics::of(Key::of(word)).has(Topics::SMALL)
}

/// Whether a name may have the name of a body behind it: three words and no title, on a line of a list
/// where others have one.
fn may_hold_a_body(name: &Words<'_>) -> bool {
    let words: Vec<&str> = name.text().split_whitespace().collect();
    let is_full = |word: &&str| word.trim_end_matches('.').chars().count() > 1 && !is_small(word);
    words.len() == 3 && words.iter().all(is_full) && !begins_with_title(name)
}

/// Capital letters first, few words, none of a sentence; or a post.
pub(super) fn is_name(words: &Words<'_>) -> bool {
    let text = words.text();
    let is_post = (0..words.len()).all(|at| words.is(at, keys!["the"]) || words.is(at, &POSTS));
    if words.len() > 0 && is_post {
        return true;
    }
    let needs_no_capital =
        |at: usize| words.speaks_of(at, Topics::SMALL) || words.is(at, keys!["the"]) || (words.is(at, keys!["of"]) && words.is(0, &PEERS));
    let fits = |at: usize| words.printed(at).starts_with(char::is_uppercase) || needs_no_capital(at);
    // "Griffin Brown Digital Publishing" has too many words for somebody without a title.
    let has_title = words.speaks_of(0, Topics::TITLE);
    let long = || text.split_whitespace().filter(|word| word.trim_end_matches('.').chars().count() > 1 && !is_small(word)).count();
    (1..=6).contains(&words.len())
        && fits(0)
        && (0..words.len()).all(fits)
        && (has_title || long() <= MOST_WORDS_OF_A_NAME)
        && (0..words.len()).any(|at| !words.speaks_of(at, Topics::TITLE))
        && !words.speak_of(Topics::BODY.and(Topics::NO_NAME))
        && (has_title || !words.speak_of(Topics::POST))
        && !words.any(keys!["all", "nil", "no", "not"])
        && text != "N/A"
        && !text.chars().any(|character| character.is_ascii_digit() || matches!(character, '?' | '!' | '£' | ':'))
}

/// Whether a line begins as a name does that has a title.
pub(super) fn begins_with_title(words: &Words<'_>) -> bool {
    words.speaks_of(0, Topics::TITLE) || words.find(pattern!("members|member of the public")).is_some()
}
