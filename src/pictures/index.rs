//! Pictures by the phrases that choose them.

use std::collections::HashMap;
use std::ops::Range;

use super::Picture;
use crate::text::words;

/// Pictures, and how to find them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    pub(super) pictures: Vec<Picture>,
    /// For the first word of each phrase: the words that follow it, and the picture. Longer phrases come first.
    phrases: HashMap<String, Vec<Phrase>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Phrase {
    rest: Vec<String>,
    /// None for a phrase that means something else than its words.
    picture: Option<usize>,
}

/// A word of a sentence.
pub(super) struct Word {
    lower: String,
    has_capital: bool,
    /// Whether nothing but a space, or a hyphen, stands between it and the next.
    joins_next: bool,
    /// Whether the name of a person may follow: it is a title or an initial.
    introduces_person: bool,
}

/// What stands before the name of a person.
const TITLES: [&str; 15] =
    ["mr", "mrs", "ms", "miss", "messrs", "dr", "doctor", "sir", "lady", "rev", "professor", "cllr", "cllrs", "councillor", "councillors"];

/// The words of a text. Those of a compound count one by one, and those of an address not at all.
pub(super) fn words_of(text: &str) -> Vec<Word> {
    let addresses = addresses(text);
    let is_of_address = |range: &Range<usize>| {
        let before = addresses.partition_point(|address| address.end <= range.start);
        addresses.get(before).is_some_and(|address| address.start <= range.start)
    };
    let ranges: Vec<_> = words(text).filter(|range| !is_of_address(range)).collect();
    let ends = ranges.iter().skip(1).map(|next| next.start).chain(std::iter::once(text.len()));
    let word = |(range, next): (&Range<usize>, usize)| {
        let written = text.get(range.clone()).unwrap_or_default();
        let between = text.get(range.end..next).unwrap_or_default();
        let is_hyphen = |sign: char| matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '/');
        let lower = written.to_lowercase().replace('\u{2019}', "'");
        let has_capital = written.starts_with(char::is_uppercase);
        let is_letter = has_capital && written.chars().count() == 1;
        let is_initial = is_letter && (between.trim_end() == "." || (!matches!(written, "A" | "I") && between == " "));
        let introduces_person = is_initial || TITLES.contains(&lower.as_str());
        let joins_next = between.chars().all(char::is_whitespace) || between.chars().all(is_hyphen);
        Word { lower, has_capital, joins_next, introduces_person }
    };
    ranges.iter().zip(ends).map(word).collect()
}

/// Where the addresses of pages and mailboxes are: their words say nothing of the sentence.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let is_address = |part: &str| part.contains("://") || part.contains('@') || part.starts_with("www.");
    let mut at = 0;
    let parts = text.split_inclusive(char::is_whitespace).map(|part| {
        let start = at;
        at += part.len();
        (part, start..at)
    });
    parts.filter(|(part, _)| is_address(part)).map(|(_, range)| range).collect()
}

impl Index {
    /// Pictures, each with phrases that hold a term and mean something else.
    pub(super) fn of(pictures: Vec<(Picture, Vec<String>)>) -> Self {
        let mut index = Self::default();
        let mut phrases: Vec<(Vec<String>, Option<usize>)> = Vec::new();
        for (number, (picture, never)) in pictures.into_iter().enumerate() {
            phrases.extend(picture.terms.iter().map(|term| (lower_words(term), Some(number))));
            phrases.extend(never.iter().map(|phrase| (lower_words(phrase), None)));
            index.pictures.push(picture);
        }
        // Of two as long, one with a picture goes before one without.
        phrases.sort_by_key(|(words, picture)| (std::cmp::Reverse(words.len()), picture.is_none()));
        for (words, picture) in phrases {
            let mut words = words.into_iter();
            let Some(first) = words.next() else { continue };
            index.phrases.entry(first).or_default().push(Phrase { rest: words.collect(), picture });
        }
        index
    }

    /// The picture of the longest phrase in these words, the first of those. A general picture is chosen only
    /// where there is no other.
    pub(super) fn choose(&self, words: &[Word]) -> Option<&Picture> {
        let mut best: Option<((bool, usize), &Picture)> = None;
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let phrases = self.phrases.get(&word.lower).into_iter().flatten();
            let Some(phrase) = phrases.into_iter().find(|phrase| begins(words.get(at..).unwrap_or_default(), &phrase.rest)) else {
                at += 1;
                continue;
            };
            let length = phrase.rest.len() + 1;
            let (from, to) = (at, at + length);
            at = to;
            let Some(picture) = phrase.picture.and_then(|picture| self.pictures.get(picture)) else { continue };
            let rank = (!picture.is_general, length);
            if best.is_none_or(|(highest, _)| rank > highest) && !is_of_name(words, from, to) {
                best = Some((rank, picture));
            }
        }
        best.map(|(_, picture)| picture)
    }
}

/// Whether a phrase is part of a name that means something else: "Church" of "Church Lane", "Food" of "Food and Rural
/// Affairs", "Lane" of "Mrs Lane". What a name ends with is what it is: "Ambleford Library" is a library.
fn is_of_name(words: &[Word], from: usize, to: usize) -> bool {
    let word = |at: usize| words.get(at);
    let Some(last) = to.checked_sub(1).and_then(word).filter(|last| last.has_capital) else { return false };
    let follows = |at: usize| word(at).is_some_and(|next| next.has_capital);
    let and_follows = word(to).is_some_and(|next| next.lower == "and" && next.joins_next) && follows(to + 1);
    let goes_on = !last.introduces_person && last.joins_next && (follows(to) || and_follows);
    let before = from.checked_sub(1).and_then(word);
    // "The hut in Mill Lane" is about a hut.
    let is_address = STREETS.contains(&last.lower.as_str()) && before.is_some_and(|before| before.has_capital && before.joins_next);
    goes_on || is_address || before.is_some_and(|before| before.introduces_person)
}

/// What names of streets end with.
const STREETS: [&str; 4] = ["road", "street", "lane", "highway"];

fn begins(words: &[Word], rest: &[String]) -> bool {
    words.len() > rest.len()
        && rest.iter().zip(words.iter().zip(words.iter().skip(1))).all(|(part, (before, word))| before.joins_next && word.lower == *part)
}

fn lower_words(phrase: &str) -> Vec<String> {
    words_of(phrase).into_iter().map(|word| word.lower).collect()
}
