//! The plainer ways to say things, as data, and where in a sentence they can stand.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use super::inflection::{gerund, participle, past, plural, third_person};
use super::sentence::Sentence;

/// Words before a verb that can also be a noun: here it is a verb.
const BEFORE_A_VERB: [&str; 20] = [
    "to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not", "we", "you", "they", "i", "who", "please",
    "cannot", "help", "let",
];

/// Who does something: what follows is no passive.
const PRONOUNS: [&str; 8] = ["i", "we", "you", "they", "he", "she", "it", "who"];

/// Words before a participle that describes a noun: "the revised plan".
const BEFORE_A_NOUN: [&str; 32] = [
    "a", "an", "the", "any", "all", "our", "your", "their", "its", "his", "her", "this", "that", "these", "those", "each", "every", "no",
    "some", "other", "of", "with", "for", "newly", "to", "from", "into", "by", "on", "in", "at", "under",
];

/// What makes a participle of the word that follows: "was shown", "has shown", "if shown".
const BEFORE_A_PARTICIPLE: [&str; 23] = [
    "be", "is", "are", "was", "were", "been", "being", "has", "have", "had", "having", "get", "gets", "got", "if", "where", "when", "as",
    "once", "unless", "until", "than", "we've",
];

/// What a pronoun must stand before: "send it in", never "send in it".
const PARTICLES: [&str; 10] = ["round", "up", "out", "off", "in", "down", "right", "together", "back", "over"];
const OBJECTS: [&str; 11] = ["it", "them", "us", "you", "him", "her", "me", "themselves", "itself", "ourselves", "yourself"];

/// What ends a verb that needs an object after it: "talk about".
const PREPOSITIONS: [&str; 6] = ["about", "at", "for", "into", "of", "with"];

/// What can begin no object.
const NO_OBJECT: [&str; 34] = [
    "", "and", "are", "as", "at", "be", "because", "before", "but", "by", "during", "for", "from", "further", "had", "has", "have", "if",
    "in", "is", "of", "on", "or", "so", "than", "that", "then", "to", "under", "was", "were", "when", "where", "with",
];

/// What follows a participle that stands for a clause: "work done by the Clerk".
const AFTER_A_PARTICIPLE: [&str; 12] = ["by", "in", "on", "at", "for", "to", "from", "under", "with", "during", "as", "over"];

/// Adjectives up to this many letters do not follow "more".
const SHORT: usize = 6;

/// The plainer ways, by the first word of each form.
pub(super) struct Swaps {
    by_first: HashMap<String, Vec<Form>>,
}

/// One form of a hard word, and the same form of the plainer one.
struct Form {
    /// The words after the first.
    rest: Vec<String>,
    kind: Kind,
    plainer: String,
    conditions: Conditions,
}

/// What a form is, as far as its place in a sentence tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It has one form, or any place will do.
    Any,
    Noun,
    Adjective,
    Contraction,
    Base,
    ThirdPerson,
    /// `is_doubtful`: the hard verb has one form for "did" and "done", and the plainer verb two.
    Past {
        is_doubtful: bool,
    },
    Participle,
    Gerund,
}

/// A plainer word, with or without conditions.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Plain(String),
    Conditional(Conditions),
}

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Conditions {
    to: String,
    only_before: Vec<String>,
    never_before: Vec<String>,
    only_after: Vec<String>,
    never_after: Vec<String>,
    /// The word can be a noun too.
    noun: bool,
    /// The plainer verb needs an object after it.
    object: bool,
    /// The plainer verb does not go on with "to" or "be" after its object.
    object_alone: bool,
    /// The plainer word sounds wrong in the passive.
    active: bool,
    /// The plainer word is right only in the passive.
    passive: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    phrases: BTreeMap<String, Entry>,
    verbs: BTreeMap<String, Entry>,
    nouns: BTreeMap<String, Entry>,
    plurals: BTreeMap<String, Entry>,
    adjectives: BTreeMap<String, Entry>,
    adverbs: BTreeMap<String, Entry>,
    contractions: BTreeMap<String, Entry>,
}

/// A plainer way that fits at a place in a sentence.
pub(super) struct Fit<'a> {
    /// How many words it stands for.
    pub(super) words: usize,
    /// What to say.
    pub(super) plainer: &'a str,
    /// Whether it says a contraction in full.
    pub(super) is_contraction: bool,
}

impl Swaps {
    pub(super) fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Swaps> = OnceLock::new();
        // The file is part of the program, and a test reads it: a mistake in it cannot ship.
        BUILT_IN.get_or_init(|| Self::of(toml::from_str(include_str!("swaps.toml")).unwrap_or_default()))
    }

    fn of(file: File) -> Self {
        let mut swaps = Self { by_first: HashMap::new() };
        for (kind, group) in [
            (Kind::Any, file.phrases),
            (Kind::Noun, file.plurals),
            (Kind::Any, file.adverbs),
            (Kind::Adjective, file.adjectives),
            (Kind::Contraction, file.contractions),
        ] {
            for (hard, entry) in group {
                let conditions = entry.conditions();
                swaps.add(&hard, kind, conditions.to.clone(), &conditions);
            }
        }
        for (hard, entry) in file.nouns {
            let conditions = entry.conditions();
            swaps.add(&plural(&hard), Kind::Noun, plural(&conditions.to), &conditions);
            swaps.add(&hard, Kind::Noun, conditions.to.clone(), &conditions);
        }
        for (hard, entry) in file.verbs {
            let conditions = entry.conditions();
            let plainer = conditions.to.as_str();
            swaps.add(&hard, Kind::Base, plainer.to_owned(), &conditions);
            swaps.add(&third_person(&hard), Kind::ThirdPerson, third_person(plainer), &conditions);
            let is_doubtful = past(&hard) == participle(&hard) && past(plainer) != participle(plainer);
            swaps.add(&past(&hard), Kind::Past { is_doubtful }, past(plainer), &conditions);
            swaps.add(&participle(&hard), Kind::Participle, participle(plainer), &conditions);
            swaps.add(&gerund(&hard), Kind::Gerund, gerund(plainer), &conditions);
        }
        swaps
    }

    fn add(&mut self, hard: &str, kind: Kind, plainer: String, conditions: &Conditions) {
        let mut words = hard.split([' ', '-']).map(str::to_owned);
        let Some(first) = words.next() else { return };
        let form = Form { rest: words.collect(), kind, plainer, conditions: conditions.clone() };
        let forms = self.by_first.entry(first).or_default();
        // The longest first, and of two as long the one added first.
        let place = forms.partition_point(|other| other.rest.len() >= form.rest.len());
        forms.insert(place, form);
    }

    /// The plainer way for the words that begin at an index, the longest first.
    pub(super) fn fit<'a>(&'a self, sentence: &Sentence<'_>, at: usize) -> Option<Fit<'a>> {
        let forms = self.by_first.get(sentence.word(at))?;
        let form = forms.iter().find(|form| form.is_at(sentence, at) && form.fits(sentence, at))?;
        Some(Fit { words: form.rest.len() + 1, plainer: &form.plainer, is_contraction: form.kind == Kind::Contraction })
    }
}

impl Entry {
    fn conditions(self) -> Conditions {
        match self {
            Self::Plain(to) => Conditions { to, ..Conditions::default() },
            Self::Conditional(conditions) => conditions,
        }
    }
}

impl Form {
    fn is_at(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        self.rest.iter().enumerate().all(|(index, word)| sentence.word(at + 1 + index) == word)
    }

    fn fits(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| sentence.word(before));
        let after = sentence.word(at + 1 + self.rest.len());
        let conditions = &self.conditions;
        let is_in = |list: &[String], word: &str| list.iter().any(|listed| listed == word);
        (conditions.only_before.is_empty() || is_in(&conditions.only_before, after))
            && (conditions.only_after.is_empty() || is_in(&conditions.only_after, before))
            && !is_in(&conditions.never_before, after)
            && !is_in(&conditions.never_after, before)
            && !(conditions.object_alone && (at + 1..at + 8).any(|next| ["to", "be"].contains(&sentence.word(next))))
            && !(self.plainer.starts_with("will") && is_in_condition(sentence, at))
            && self.is_possible(sentence, at, before, after)
    }

    /// "talk about", "carry out": nothing else can end the clause.
    fn needs_object(&self) -> bool {
        let last = self.plainer.rsplit_once(' ').map_or("", |(_, last)| last);
        self.conditions.object || PREPOSITIONS.contains(&last)
    }

    fn is_possible(&self, sentence: &Sentence<'_>, at: usize, before: &str, after: &str) -> bool {
        let leads = sentence.before_adverbs(at);
        let is_done = BEFORE_A_PARTICIPLE.contains(&leads);
        let describes_noun = BEFORE_A_NOUN.contains(&before)
            || before.ends_with("'s")
            || before.ends_with("s'")
            || matches!(before, "already" | "now" | "then" | "just") && BEFORE_A_NOUN.contains(&leads)
            || (before.ends_with("ly") && !is_done && !PRONOUNS.contains(&leads));
        let parts = PARTICLES.iter().any(|particle| self.plainer.ends_with(&format!(" {particle}"))) && OBJECTS.contains(&after);
        let is_active = match self.kind {
            Kind::Base | Kind::ThirdPerson | Kind::Gerund | Kind::Past { .. } => true,
            Kind::Participle => matches!(leads, "has" | "have" | "had" | "having"),
            Kind::Any | Kind::Noun | Kind::Adjective | Kind::Contraction => false,
        };
        if is_active && self.needs_object() && !has_object(sentence, at + self.rest.len(), after) {
            return false;
        }
        match self.kind {
            Kind::Any | Kind::Contraction => true,
            // "Option 2" and "Category B" are names.
            Kind::Noun => !after.starts_with(|character: char| character.is_ascii_digit()) && after.len() != 1 || after == "a",
            // "as necessary", "where appropriate": the plainer word wants a noun after it.
            // "a more robust plan": a short word has a form of its own, "stronger".
            Kind::Adjective => match before {
                "as" | "than" => false,
                "more" | "most" => self.plainer.len() > SHORT,
                _ => true,
            },
            Kind::Base => !self.conditions.passive && !parts && (!self.conditions.noun || BEFORE_A_VERB.contains(&before)),
            Kind::ThirdPerson => !self.conditions.passive && !parts && (!self.conditions.noun || PRONOUNS.contains(&before)),
            Kind::Gerund => !self.conditions.passive && !parts && (!self.conditions.noun || !BEFORE_A_NOUN.contains(&before)),
            Kind::Past { is_doubtful } => {
                let is_clause = PRONOUNS.contains(&leads);
                // "developing assisted travel", "a named assisted person"
                let is_among_adjectives = before.ends_with("ing") || before.ends_with("ed");
                let may_be = !self.conditions.active
                    && !is_doubtful
                    && !before.is_empty()
                    && !is_among_adjectives
                    && !AFTER_A_PARTICIPLE.contains(&after);
                !self.conditions.passive && !parts && !describes_noun && !is_done && (is_clause || may_be)
            }
            Kind::Participle => !self.conditions.active && !describes_noun && (is_done || AFTER_A_PARTICIPLE.contains(&after)),
        }
    }
}

/// "if it is going to rain": no "will" stands there.
fn is_in_condition(sentence: &Sentence<'_>, at: usize) -> bool {
    (at.saturating_sub(8)..at)
        .any(|before| matches!(sentence.word(before), "if" | "when" | "unless" | "until" | "once" | "before" | "after"))
}

/// Whether an object may follow a word.
fn has_object(sentence: &Sentence<'_>, at: usize, after: &str) -> bool {
    let between = sentence.place(at).zip(sentence.place(at + 1)).and_then(|(word, next)| sentence.text.get(word.end..next.start));
    !NO_OBJECT.contains(&after) && between.is_some_and(|between| !between.contains([',', '.', ';', ':', ')', '\u{2013}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        assert_eq!(toml::from_str::<File>(include_str!("swaps.toml")).err(), None);
    }

    #[test]
    fn no_plainer_word_is_itself_replaced() {
        let swaps = Swaps::built_in();
        for form in swaps.by_first.values().flatten() {
            for word in form.plainer.split(' ') {
                let again = swaps.by_first.get(word).into_iter().flatten().find(|form| form.rest.is_empty());
                assert!(again.is_none(), "\"{}\" would become \"{}\"", form.plainer, again.map_or("", |form| &form.plainer));
            }
        }
    }
}
