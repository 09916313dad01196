//! What makes words a sentence of their own: a verb, a subject, and nothing that hangs on what goes before.

use std::ops::Range;

use super::super::sentence::Sentence;

/// Verbs that need no other word to say that something is so.
pub(super) const FINITE: [&str; 36] = [
    "is", "are", "was", "were", "am", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall",
    "do", "does", "did", "cannot", "agreed", "asked", "said", "noted", "reported", "wants", "want", "need", "needs", "makes", "make",
    "made", "went", "gave", "took",
];

/// Verbs that cannot be a noun, a participle or another form.
pub(super) const AUXILIARY: [&str; 18] = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "cannot",
    "does",
];

/// Verbs that follow a subject of several words. "Made" and "need" can be a participle and a noun there.
const SAID_OF_NAMES: [&str; 24] = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "cannot",
    "does", "agreed", "asked", "said", "wants", "went", "took",
];

/// Words whose clause may go on after "and": what follows may be a part of the condition or of the words reported.
const CONDITIONS: [&str; 14] =
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
const ARTICLES: [&str; 12] = ["the", "a", "an", "our", "your", "their", "its", "all", "some", "many", "most", "each"];

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
    has_finite(sentence, words.clone())
        && !OPENERS.contains(&sentence.word(words.start))
        && !words.clone().any(|at| hangs(sentence, at, open))
}

/// Whether what follows the last comma of some words is no item of a list: "the hall, the park, and the pool are shut".
pub(super) fn ends_no_list(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let comma = words.clone().rev().find(|at| *at > words.start && is_after_comma(sentence, *at));
    comma.is_none_or(|comma| has_finite(sentence, comma..words.end))
}

/// Whether a word is a pronoun or points at something: no item of a list begins with it.
pub(super) fn is_pronoun(word: &str) -> bool {
    SUBJECTS.contains(&word) || POINTING.contains(&word)
}

fn is_after_comma(sentence: &Sentence<'_>, at: usize) -> bool {
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
        let is_past = || at > words.start && is_past_form(word) && !describes_noun(sentence, at);
        FINITE.contains(&word) || (SUBJECTS.contains(&word) && words.contains(&(at + 1))) || is_past()
    })
}

/// "looked", and not "speed".
fn is_past_form(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && (!word.ends_with("eed") || word == "agreed") && word != "hundred"
}

/// Whether a participle stands before its noun: "the named people", "with reduced costs".
fn describes_noun(sentence: &Sentence<'_>, at: usize) -> bool {
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

/// Whether a pronoun or a short named subject and a verb that can be nothing else begin at a word: no comma tells.
pub(super) fn surely_begins_clause(sentence: &Sentence<'_>, first: usize) -> bool {
    let word = sentence.word(first);
    if SUBJECTS.contains(&word) || POINTING.contains(&word) {
        return word != "you" && FINITE.contains(&sentence.word(first + 1));
    }
    named_subject(sentence, first, &AUXILIARY).is_some_and(|verb| {
        // "the help people can get": the verb is not that of the help.
        let last = sentence.word(verb - 1);
        let may_be_two = verb - first > 2 && (last.ends_with('s') || last == "people" || SUBJECTS.contains(&last));
        !may_be_two && sentence.len() - verb > 2
    })
}

/// The verb of a subject that begins with an article or a name, if it follows soon.
fn named_subject(sentence: &Sentence<'_>, first: usize, verbs: &[&str]) -> Option<usize> {
    let word = sentence.word(first);
    let names_something = ARTICLES.contains(&word) || sentence.shown(first).starts_with(char::is_uppercase) || word.ends_with('s');
    let verb = (first + 1..first + 6).find(|at| verbs.contains(&sentence.word(*at))).filter(|_| names_something)?;
    let between = sentence.text.get(sentence.place(first)?.start..sentence.place(verb)?.start)?;
    let is_one_phrase = !between.contains([',', ';', ':', '-', '\u{2013}', '(']);
    let is_relative = |word: &str| matches!(word, "who" | "which" | "that" | "whose" | "and" | "or" | "as" | "to" | "not");
    (is_one_phrase && !(first..verb).any(|at| is_relative(sentence.word(at)))).then_some(verb)
}

/// Whether a clause tells of the past, by its first verb.
pub(super) fn is_past(sentence: &Sentence<'_>, mut words: Range<usize>) -> bool {
    words
        .find_map(|at| match sentence.word(at) {
            "was" | "were" | "had" | "did" | "said" | "made" | "went" | "gave" | "took" | "could" => Some(true),
            word if AUXILIARY.contains(&word) || matches!(word, "do" | "need" | "needs") => Some(false),
            word if is_past_form(word) => Some(true),
            _ => None,
        })
        .unwrap_or(false)
}
