//! What makes words a sentence of their own: a verb, a subject, and nothing that hangs on what goes before.

use std::ops::Range;

use super::super::sentence::Sentence;
use super::verbs::{AUXILIARY, DOING, FINITE, REPORTING, is_of_several, is_past_form, is_plain_form, is_third_person};

/// Verbs that follow a subject of several words. "Made" and "need" can be a participle and a noun there.
const SAID_OF_NAMES: [&str; 24] = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "cannot",
    "does", "agreed", "asked", "said", "wants", "went", "took",
];

/// Words whose clause may go on after "and": what follows may be a part of the condition or of the words reported.
pub(super) const CONDITIONS: [&str; 14] =
    ["if", "when", "whenever", "while", "whether", "unless", "although", "though", "because", "since", "until", "once", "than", "whatever"];

/// Words that begin a clause about what stands before them, or a question within the sentence.
const RELATIVES: [&str; 9] = ["who", "which", "whose", "whom", "where", "how", "why", "what", "wherever"];

/// Words that begin a clause which cannot stand alone.
const OPENERS: [&str; 14] =
    ["as", "after", "before", "given", "despite", "where", "how", "what", "why", "who", "which", "having", "being", "not"];

/// Words that promise a second part: "both", "not only".
const PAIRED: [&str; 6] = ["both", "between", "either", "neither", "only", "just"];

pub(super) const SUBJECTS: [&str; 7] = ["we", "they", "you", "he", "she", "it", "i"];
pub(super) const POINTING: [&str; 3] = ["this", "there", "these"];
const ARTICLES: [&str; 18] = [
    "the", "a", "an", "our", "your", "their", "its", "all", "some", "many", "most", "each", "both", "several", "local", "other",
    "everyone", "people",
];

/// A subject without a pronoun has no more words before its verb.
const LONGEST_SUBJECT: usize = 9;

/// How much of what a clause holds may still be open at its end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// No relative clause, as there is no comma to end it.
    Nothing,
    /// A relative clause or a question, which a comma ends.
    Relatives,
}

/// Whether the words so far are a sentence of their own, on which nothing later hangs.
pub(super) fn is_clause(sentence: &Sentence<'_>, words: Range<usize>, open: Open) -> bool {
    (has_finite(sentence, words.clone()) || is_order(sentence, words.start))
        && !OPENERS.contains(&sentence.word(words.start))
        && !is_open(sentence, words, open)
}

/// "Clerk to write": in minutes that is as good as a verb.
fn is_order(sentence: &Sentence<'_>, first: usize) -> bool {
    let is_role = matches!(sentence.word(first), "chair" | "chairman" | "clerk" | "councillors" | "members" | "officers" | "secretary");
    is_role && sentence.word(first + 1) == "to"
}

/// Whether something in some words may go on after them: a condition, a clause about a word.
pub(super) fn is_open(sentence: &Sentence<'_>, mut words: Range<usize>, open: Open) -> bool {
    words.any(|at| hangs(sentence, at, open))
}

/// Whether what follows the last comma of some words is no item of a list: "the hall, the park, and the pool are shut".
pub(super) fn ends_no_list(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let comma = words.clone().rev().find(|at| *at > words.start && follows_comma(sentence, *at));
    comma.is_none_or(|comma| has_finite(sentence, comma..words.end))
}

/// Whether a word is a pronoun or points at something: no item of a list begins with it.
pub(super) fn is_pronoun(word: &str) -> bool {
    SUBJECTS.contains(&word) || POINTING.contains(&word)
}

/// Whether a comma stands before a word.
pub(super) fn follows_comma(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| sentence.place(before));
    let between = before.zip(sentence.place(at)).and_then(|(before, place)| sentence.text.get(before.end..place.start));
    between.is_some_and(|between| between.contains(','))
}

fn hangs(sentence: &Sentence<'_>, at: usize, open: Open) -> bool {
    let word = sentence.word(at);
    // "a plan that says": the clause is about the plan, and ends.
    let is_complement = word == "that" && !is_verb(sentence.word(at + 1));
    CONDITIONS.contains(&word)
        || is_complement
        || open == Open::Nothing && (word == "that" || RELATIVES.contains(&word) || PAIRED.contains(&word))
}

fn is_verb(word: &str) -> bool {
    FINITE.contains(&word) || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && word != "this"
}

pub(super) fn has_finite(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    words.clone().any(|at| {
        let word = sentence.word(at);
        let before = if at > words.start { sentence.word(at - 1) } else { "" };
        let is_past = || at > words.start && is_past_form(word) && !is_name(sentence, at) && !describes_noun(sentence, at);
        let is_present = || !before.is_empty() && !of_relative(before) && (is_third_person(word) || is_of_several(word, before));
        FINITE.contains(&word) && !is_first_name(sentence, at)
            || (SUBJECTS.contains(&word) && words.contains(&(at + 1)))
            || is_past()
            || is_present()
    })
}

/// A name may end like a verb: "Mr Ahmed".
fn is_name(sentence: &Sentence<'_>, at: usize) -> bool {
    at > 0 && sentence.shown(at).starts_with(char::is_uppercase)
}

/// "Will Perrin", "in May".
fn is_first_name(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.word(at), "will" | "may") && is_name(sentence, at)
}

/// Whether there is a verb that is not that of a clause about a word: "those who are".
pub(super) fn has_main_verb(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let is_relative = |at: usize| at > words.start && of_relative(sentence.word(at - 1));
    words.clone().any(|at| !is_relative(at) && has_finite(sentence, at..at + 1))
}

/// "a plan that says": the verb is that of a clause about the plan.
fn of_relative(before: &str) -> bool {
    matches!(before, "who" | "which" | "that" | "to")
}

/// Whether a participle stands before its noun: "the named people", "with reduced costs".
fn describes_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_joined = sentence.place(at).and_then(|place| sentence.text.get(..place.start)).is_some_and(|before| before.ends_with('-'));
    if is_joined {
        return true;
    }
    let before = sentence.word(at - 1);
    ARTICLES.contains(&before) || matches!(before, "of" | "with" | "for" | "in" | "on" | "by" | "from" | "and" | "or" | "new" | "more")
}

/// Whether a subject and its verb begin at a word.
pub(super) fn begins_clause(sentence: &Sentence<'_>, first: usize) -> bool {
    let word = sentence.word(first);
    if SUBJECTS.contains(&word) {
        return !sentence.word(first + 1).is_empty();
    }
    if POINTING.contains(&word) && FINITE.contains(&sentence.word(first + 1)) {
        return true;
    }
    named_subject(sentence, first, &SAID_OF_NAMES).is_some()
}

/// Whether a pronoun or a named subject and a verb that can be nothing else begin at a word: no comma tells.
pub(super) fn surely_begins_clause(sentence: &Sentence<'_>, first: usize) -> bool {
    let word = sentence.word(first);
    if SUBJECTS.contains(&word) || POINTING.contains(&word) {
        return word != "you" && FINITE.contains(&sentence.word(first + 1));
    }
    named_subject(sentence, first, &AUXILIARY).is_some_and(|verb| sentence.len() - verb > 2 && !is_verb_of_last(sentence, first, verb))
        || reports(sentence, first)
}

/// "the help people can get": the verb is not that of the help.
fn is_verb_of_last(sentence: &Sentence<'_>, first: usize, verb: usize) -> bool {
    let last = sentence.word(verb - 1);
    let is_several = last.ends_with('s') || last == "people";
    let is_of_one = matches!(sentence.word(verb), "is" | "was" | "has" | "does");
    // "a trip to see it will be": "it" is seen.
    let is_seen = (first..verb).any(|at| sentence.word(at) == "to");
    verb - first > 2 && (is_several && !is_of_one || SUBJECTS.contains(&last) && !is_seen)
}

/// "SK reported", "the Clerk explained": no participle follows a name without a stop.
fn reports(sentence: &Sentence<'_>, first: usize) -> bool {
    let is_name = |at: usize| sentence.shown(at).starts_with(char::is_uppercase);
    let start = first + usize::from(sentence.word(first) == "the");
    let Some(verb) = (start + 1..start + 4).find(|at| REPORTING.contains(&sentence.word(*at))) else { return false };
    (start..verb).all(is_name) && !matches!(sentence.word(verb + 1), "by" | "") && is_one_phrase(sentence, first, verb)
}

/// The verb of a subject that begins with an article or a name, if it follows soon.
fn named_subject(sentence: &Sentence<'_>, first: usize, verbs: &[&str]) -> Option<usize> {
    let word = sentence.word(first);
    let names_something = ARTICLES.contains(&word) || sentence.shown(first).starts_with(char::is_uppercase) || word.ends_with('s');
    let is_one_of_several = word == "one" && sentence.word(first + 1) == "of";
    let verb = (first + 1..=first + LONGEST_SUBJECT)
        .find(|at| verbs.contains(&sentence.word(*at)) && !is_first_name(sentence, *at))
        .filter(|_| names_something || is_one_of_several)?;
    let is_relative = |word: &str| RELATIVES.contains(&word) || matches!(word, "that" | "and" | "or" | "as" | "not" | "if" | "when");
    let leads_on = |at: usize| sentence.word(at) == "to" && !matches!(sentence.word(at + 1), "see" | "visit" | "mend" | "look");
    let is_subject = is_one_phrase(sentence, first, verb) && !(first..verb).any(|at| is_relative(sentence.word(at)) || leads_on(at));
    is_subject.then_some(verb)
}

/// Whether nothing but spaces and hyphens stand between some words.
fn is_one_phrase(sentence: &Sentence<'_>, first: usize, last: usize) -> bool {
    let between = sentence.place(first).zip(sentence.place(last)).and_then(|(from, to)| sentence.text.get(from.start..to.start));
    between
        .is_some_and(|between| !between.contains([',', ';', ':', '\u{2013}', '(', '"', '\u{201c}', '\u{2018}']) && !between.contains(" - "))
}

/// Whether a clause tells of the past, by the first verb after the last "and" that joins clauses.
pub(super) fn is_past(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let joins = |at: &usize| matches!(sentence.word(*at), "and" | "but") && has_main_verb(sentence, *at + 1..words.end);
    let first = words.clone().skip(1).rfind(joins).map_or(words.start, |and| and + 1);
    let is_relative = |at: usize| at > first && of_relative(sentence.word(at - 1));
    let helping = (first..words.end).filter(|at| !is_relative(*at)).find_map(|at| match sentence.word(at) {
        "was" | "were" | "had" | "did" | "could" => Some(true),
        word if AUXILIARY.contains(&word) && !is_first_name(sentence, at) => Some(false),
        _ => None,
    });
    helping.unwrap_or_else(|| tells_of_past(sentence, first..words.end))
}

/// Whether the first verb that needs no other has a form of the past.
fn tells_of_past(sentence: &Sentence<'_>, mut words: Range<usize>) -> bool {
    let first = words.start;
    let verb = words.find_map(|at| match sentence.word(at) {
        "said" | "made" | "went" | "gave" | "took" | "rewrote" | "saw" | "told" | "thought" | "found" => Some(true),
        word if DOING.contains(&word) => Some(true),
        "do" | "need" | "needs" => Some(false),
        // "The Clerk to read the proposed plan"
        "to" if is_order(sentence, first) || is_plain_form(sentence.word(at + 1)) => Some(false),
        // "the hall used by the club"
        word if is_past_form(word) && sentence.word(at + 1) != "by" && !is_name(sentence, at) => {
            (at == first || !describes_noun(sentence, at)).then_some(true)
        }
        _ => None,
    });
    verb.unwrap_or(false)
}
