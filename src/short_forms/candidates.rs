//! The words of a document that may be short forms, and which of them are. Most come again and again: each is judged once.

use std::collections::{HashMap, HashSet};

use super::long_words::LongWords;
use super::people::People;
use super::references::{is_roman, is_with_digit};
use super::shouting::{WORD_LENGTH, is_stressed};
use crate::model::Acronym;

/// The most letters of a short form in capitals. Longer ones are names and words.
pub(super) const LONGEST: usize = 7;

/// Marks that stand for no name: of times, years, titles and the points of the compass.
const MARKS: [&str; 18] = ["AD", "AM", "BC", "DR", "HM", "JNR", "MR", "MRS", "MS", "NB", "NE", "NW", "OK", "PM", "PS", "SE", "SNR", "SW"];

/// Short forms that are words, too. Among words in capitals they are words.
const WORDS: [&str; 22] = [
    "BID", "CAP", "CHIP", "CIVIC", "IT", "MASH", "NEST", "NICE", "PACE", "PALS", "PIN", "PIP", "PO", "RAG", "REAL", "SALT", "SAR", "SEND",
    "SID", "SNAP", "US", "WHO",
];

/// The candidates that were met so far.
pub(super) struct Candidates<'a, 'text> {
    /// Those that the document explains.
    defined: HashSet<&'a str>,
    /// The words of those that the document explains and that have several: "WGS 84".
    of_several: HashSet<&'a str>,
    /// Which ones are short forms even among words in capitals.
    is_known: &'a dyn Fn(&str) -> bool,
    people: &'a People,
    judged: Vec<Candidate<'text>>,
    /// Where each stands among those.
    numbers: HashMap<&'text str, usize>,
}

/// What is known of a candidate.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    /// As it is printed, without the ending of a plural or a possessive.
    pub(super) printed: &'a str,
    pub(super) verdict: Verdict,
    /// Whether its last full stop is its own: "H.C.C."
    pub(super) is_dotted: bool,
    /// Whether there are people with this before their surname.
    pub(super) stands_before_surnames: bool,
    /// Whether it is a short form among words in capitals, too.
    pub(super) stands_among_capitals: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    ShortForm,
    Other,
    /// It is a short form unless the document also has it in small letters.
    InDoubt,
}

impl<'a, 'text> Candidates<'a, 'text> {
    /// None of them were met yet.
    pub(super) fn new(defined: &'a [Acronym], is_known: &'a dyn Fn(&str) -> bool, people: &'a People) -> Self {
        let several = defined.iter().filter(|acronym| acronym.short.contains(' '));
        Self {
            defined: defined.iter().map(|acronym| base(acronym.short.trim_end_matches('.'))).collect(),
            of_several: several.flat_map(|acronym| acronym.short.split(' ')).collect(),
            is_known,
            people,
            judged: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// Whether the document explains it.
    pub(super) fn is_defined(&self, word: &str) -> bool {
        self.defined.contains(word)
    }

    /// The number of a word, and what is known of it.
    pub(super) fn look_up(&mut self, word: &'text str) -> (usize, Candidate<'text>) {
        let known = self.numbers.get(word).and_then(|number| Some((*number, *self.judged.get(*number)?)));
        known.unwrap_or_else(|| {
            let (number, judged) = (self.judged.len(), self.judge(word));
            self.judged.push(judged);
            self.numbers.insert(word, number);
            (number, judged)
        })
    }

    fn judge(&self, printed: &'text str) -> Candidate<'text> {
        let is_known = (self.is_known)(printed);
        let is_defined = self.is_defined(printed);
        Candidate {
            printed,
            verdict: self.verdict(printed, is_defined, is_known),
            is_dotted: is_dotted(printed),
            stands_before_surnames: self.people.are_before_surnames(printed),
            stands_among_capitals: is_defined || is_known && !WORDS.contains(&printed),
        }
    }

    fn verdict(&self, word: &str, is_defined: bool, is_known: bool) -> Verdict {
        let letters = count_of_letters(word);
        if is_defined {
            return if letters > 1 { Verdict::ShortForm } else { Verdict::Other };
        }
        let is_made_so = is_capitals(word) || is_mixed(word) || is_with_digit(word) || is_dotted(word);
        let is_other = !is_made_so
            || letters > LONGEST
            || is_roman(word)
            || MARKS.contains(&word)
            || self.of_several.contains(word)
            || !is_known && is_stressed(word)
            || self.people.are_initials(word, is_known);
        match is_other {
            true => Verdict::Other,
            false if !is_known && letters >= WORD_LENGTH => Verdict::InDoubt,
            false => Verdict::ShortForm,
        }
    }

    /// Judges those in doubt by a text, and gives all of them.
    pub(super) fn settled(self, text: &str) -> Vec<Candidate<'text>> {
        let mut candidates = self.judged;
        let in_doubt = candidates.iter().filter(|candidate| candidate.verdict == Verdict::InDoubt).map(|candidate| candidate.printed);
        let in_small_letters = LongWords::of(in_doubt.filter(|word| is_capitals(word))).in_small_letters(text);
        for candidate in candidates.iter_mut().filter(|candidate| candidate.verdict == Verdict::InDoubt) {
            let is_word = in_small_letters.contains(&candidate.printed.to_lowercase());
            candidate.verdict = if is_word { Verdict::Other } else { Verdict::ShortForm };
        }
        candidates
    }
}

/// How many letters and digits a word has.
pub(super) fn count_of_letters(word: &str) -> usize {
    word.chars().filter(|character| character.is_alphanumeric()).count()
}

/// A word without the ending of a plural or a possessive: `SMEs` and `SME's` are `SME`.
pub(super) fn base(word: &str) -> &str {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let bare = singular.trim_end_matches(['\'', '\u{2019}']);
    if bare.ends_with(char::is_uppercase) && bare.len() > 1 { bare } else { word }
}

/// Two letters or more, all of them capitals, `&` between them or not.
fn is_capitals(word: &str) -> bool {
    let ends_in_capitals = word.starts_with(char::is_uppercase) && word.ends_with(char::is_uppercase);
    word.chars().nth(1).is_some() && ends_in_capitals && word.chars().all(|character| character.is_uppercase() || character == '&')
}

/// Capitals with one or two small letters between: `DfE`, `MoU`, `DfID`.
fn is_mixed(word: &str) -> bool {
    let is_letters = word.chars().all(char::is_alphabetic) && word.chars().count() <= 6;
    let small = word.chars().filter(|character| character.is_lowercase()).count();
    let ends_in_capitals = word.starts_with(char::is_uppercase) && word.ends_with(char::is_uppercase);
    is_letters && ends_in_capitals && (1..=2).contains(&small) && !word.starts_with("Mc") && !word.starts_with("Mac")
}

/// Three capitals or more, with full stops between: `C.C.C`.
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    parts.clone().count() > 2 && parts.all(|part| part.len() == 1 && part.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_candidate_is_judged_once_and_settled_by_the_text() {
        let people = People::default();
        let mut candidates = Candidates::new(&[], &|word| word == "NHS", &people);
        let numbers = ["SCIE", "BRIDGE", "CIPFA", "NHS", "NOTED", "SCIE"].map(|word| candidates.look_up(word).0);
        assert_eq!(numbers, [0, 1, 2, 3, 4, 0]);
        assert!(candidates.look_up("CIPFA").1.verdict == Verdict::InDoubt);
        let candidates = candidates.settled("CIPFA met at the bridge.");
        let short_forms = candidates.iter().filter(|candidate| candidate.verdict == Verdict::ShortForm).map(|candidate| candidate.printed);
        assert_eq!(short_forms.collect::<Vec<_>>(), ["SCIE", "CIPFA", "NHS"]);
        assert!(candidates.iter().filter(|candidate| candidate.stands_among_capitals).map(|candidate| candidate.printed).eq(["NHS"]));
    }

    #[test]
    fn plurals_and_possessives_have_a_base() {
        for word in ["SME", "SMEs", "SME's", "SME\u{2019}s", "SMEs'"] {
            assert_eq!(base(word), if word.ends_with('\'') { word } else { "SME" }, "{word}");
        }
        assert_eq!(base("As"), "As");
    }
}
