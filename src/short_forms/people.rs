//! Initials of people, and the brackets after their names that say where they work.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::tokens::{bare, ending};
use crate::model::{Document, Role, TITLES, Texts};
use crate::text::{places_of_sign, words};

/// A title is looked for in so many bytes of names.
const NEAR: usize = 200;

/// What minutes say of people, and seldom of bodies.
const SPEAKING: [&str; 13] = [
    "added",
    "asked",
    "commented",
    "explained",
    "felt",
    "introduced",
    "mentioned",
    "said",
    "suggested",
    "summarised",
    "thanked",
    "thought",
    "welcomed",
];

/// The people of a document, as far as they matter here.
#[derive(Default)]
pub(super) struct People {
    /// The initials that can stand for them: `TK` for "Tim Kelsey".
    initials: HashSet<String>,
    /// Those that the document itself gives: "Tim Kelsey (TK)".
    given: HashSet<String>,
    /// Their initials and surnames: `JP` and "Smith".
    with_surnames: HashMap<String, HashSet<String>>,
}

impl People {
    /// Those that the marks of a document name, and those whose initials its texts tell. `capitals` are the stretches
    /// of the texts that hold two capitals.
    pub(super) fn of(document: &Document, texts: &Texts<'_>, capitals: &[Range<usize>]) -> Self {
        let mut people = Self::default();
        let mut seen = HashSet::new();
        for mark in &document.marks {
            if let Role::Attendance { person, .. } = &mark.role
                && seen.insert(person.as_str())
            {
                people.add(person);
            }
        }
        people.note_speakers(texts.all(), capitals);
        let brackets = texts.holding(places_of_sign(texts.all(), b'(').filter(|at| initials_in_brackets(texts.all(), *at).is_some()));
        for (_, text) in brackets.into_iter().filter_map(|(passage, _)| texts.get(passage)) {
            people.note_initials(text);
        }
        people
    }

    /// Notes who in this text is followed by initials in brackets: "David Thomas (DT)".
    fn note_initials(&mut self, text: &str) {
        for at in places_of_sign(text, b'(') {
            let Some(inside) = initials_in_brackets(text, at) else { continue };
            let name = name_before(&text[..at]);
            if !name.is_empty() && initials(&name).is_some_and(|initials| is_made_of(inside, &initials)) {
                self.given.insert(inside.to_owned());
            }
        }
    }

    /// Notes who speaks under two letters, in one of the stretches with capitals: "MW said that …".
    fn note_speakers(&mut self, text: &str, capitals: &[Range<usize>]) {
        for stretch in capitals {
            let printed = &text[stretch.clone()];
            let Some(rest) = text[stretch.end..].strip_prefix(' ') else { continue };
            if printed.bytes().rev().take_while(u8::is_ascii_uppercase).count() != 2 {
                continue;
            }
            let next = rest.split(|character: char| character.is_ascii_whitespace()).next().unwrap_or_default();
            let verb = words(next).next().filter(|verb| verb.start == 0);
            if !verb.is_some_and(|verb| SPEAKING.contains(&&next[verb])) {
                continue;
            }
            let last = words(printed).last().filter(|last| last.end == printed.len()).map(|last| &printed[last]);
            self.initials.extend(last.filter(|letters| letters.len() == 2).map(str::to_owned));
        }
    }

    fn add(&mut self, person: &str) {
        let names: Vec<&str> = words(person).map(|range| &person[range]).filter(|name| !is_title(name)).collect();
        if let Some((surname, before)) = names.split_last() {
            for name in before.iter().filter(|name| !name.contains(char::is_lowercase)) {
                self.with_surnames.entry((*name).to_owned()).or_default().insert((*surname).to_owned());
            }
        }
        self.initials.extend(initials(&names));
        if let [first, .., last] = names.as_slice() {
            self.initials.extend(initials(&[first, last]));
        }
    }

    /// Whether these letters stand for a person. Those that also stand for something known do so only if
    /// the document says it.
    pub(super) fn are_initials(&self, letters: &str, is_known: bool) -> bool {
        self.given.contains(letters) || !is_known && self.initials.contains(letters)
    }

    /// Whether there are people with these letters before their surname.
    pub(super) fn are_before_surnames(&self, letters: &str) -> bool {
        self.with_surnames.contains_key(letters)
    }

    /// Whether these letters and the word after them are a person.
    pub(super) fn are_before_surname(&self, letters: &str, next: &str) -> bool {
        self.with_surnames.get(letters).is_some_and(|surnames| surnames.contains(next))
    }
}

/// The two or three capitalised words at the end of a text, if they can be a name.
pub(super) fn name_before(text: &str) -> Vec<&str> {
    let line = text.trim_end().rsplit([',', ';', ':', '(', ')', '\n', '\t']).next().unwrap_or_default();
    let mut name: Vec<&str> = line.split_whitespace().rev().take(3).take_while(|word| is_name(word)).collect();
    name.reverse();
    if name.len() > 1 { name } else { Vec::new() }
}

fn is_name(word: &str) -> bool {
    let mut characters = word.chars();
    let is_letter = |character: char| character.is_lowercase() || matches!(character, '\'' | '\u{2019}' | '-') || character.is_uppercase();
    characters.next().is_some_and(char::is_uppercase) && characters.all(is_letter) && word.contains(char::is_lowercase)
}

/// What stands in brackets that open at a place of a text, if that may be initials: two letters, or three.
fn initials_in_brackets(text: &str, open: usize) -> Option<&str> {
    let after = text.get(open + 1..)?;
    let length = after.bytes().take(4).position(|byte| byte == b')')?;
    after.get(..length).filter(|_| length > 1)
}

/// The first letters of names.
fn initials(names: &[&str]) -> Option<String> {
    let initials: Option<String> = names.iter().map(|name| name.chars().next().filter(|first| first.is_uppercase())).collect();
    initials.filter(|initials| initials.chars().count() > 1)
}

/// Whether letters are initials of a name, the middle ones left out or a letter more of the last: `AW`, `AWa`.
fn is_made_of(letters: &str, initials: &str) -> bool {
    let capitals: String = letters.chars().filter(|character| character.is_uppercase()).collect();
    let ends = |text: &str| (text.chars().next(), text.chars().next_back());
    capitals == initials || capitals.chars().count() == 2 && ends(&capitals) == ends(initials)
}

/// Whether a word that follows this text is a name, or one of several, after a title: "Cllr AB Jones and JP".
pub(super) fn follows_title(before: &str) -> bool {
    let breaks = ['(', ':', ';', '\u{2013}', '\u{2014}'];
    let stretches = ending(before, NEAR).rsplit(char::is_whitespace).take_while(|stretch| !stretch.contains(breaks));
    let words = stretches.map(bare).filter(|word| !word.is_empty());
    words.take_while(|word| *word == "and" || word.starts_with(char::is_uppercase)).any(is_title)
}

/// Whether a word stands before names of people: "Cllr".
pub(super) fn is_title(word: &str) -> bool {
    TITLES.iter().any(|title| title.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn initials_are_of_those_who_came() {
        let document = parse(&Source::new("t.md", "# Minutes\n\nPresent: Tim Kells, JP Smith\n\nApologies: Ann Vane"));
        let texts = Texts::of(&document.blocks);
        let people = People::of(&document, &texts, &[]);
        assert!(people.are_initials("TK", false) && people.are_initials("AV", false) && !people.are_initials("SC", false));
        assert!(people.are_before_surname("JP", "Smith"));
    }

    #[test]
    fn brackets_hold_initials() {
        let mut people = People::default();
        people.note_initials("Present: Andy Warburton (AWa), David Thomas (DT), Stephen Taylor (SCC), the Pond Group (PG)");
        assert!(people.are_initials("AWa", true) && people.are_initials("DT", true) && !people.are_initials("SCC", false));
    }

    #[test]
    fn names_go_on_after_a_title() {
        for before in ["Cllr ", "Cllr AB Jones and ", "It met Mrs CD ", "Mr Jones, "] {
            assert!(follows_title(before), "{before}");
        }
        for other in ["Mr Jones (", "Mr Jones of ", "", "Council ", "Cllrs Rees and Lee met "] {
            assert!(!follows_title(other), "{other}");
        }
    }
}
