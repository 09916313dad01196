//! Cuts where the second part has no subject, and that of the first can be said again: "The Board has met
//! and will report" is "The Board has met. The Board will report".

use std::ops::Range;

use super::super::capitalised;
use super::clause::{AUXILIARY, Open, is_clause};
use super::{Cut, Joint, Sentence};

/// A longer subject is not said again.
const LONGEST: usize = 5;

/// What people in meetings do with words: two of them in a sentence have one subject.
const REPORTING: [&str; 18] = [
    "added",
    "advised",
    "agreed",
    "answered",
    "asked",
    "confirmed",
    "declared",
    "explained",
    "informed",
    "noted",
    "questioned",
    "reminded",
    "remarked",
    "reported",
    "said",
    "stated",
    "suggested",
    "thanked",
];

/// What begins the words that are reported or asked.
const QUESTIONS: [&str; 6] = ["that", "what", "how", "why", "whether", "where"];

/// Other verbs that such words follow.
const ASKING: [&str; 9] = ["told", "describes", "described", "shows", "showed", "says", "means", "describe", "show"];

/// Words that begin what hangs on a word of the subject.
const NOT_IN_SUBJECT: [&str; 12] = ["who", "which", "that", "and", "or", "there", "to", "in", "for", "what", "if", "as"];

pub(super) fn said_again(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let verb = joint.first + 1;
    let word = sentence.word(verb);
    let before = if sentence.word(joint.first) == "but" { "But " } else { "" };
    if QUESTIONS.contains(&word) && before.is_empty() {
        return reported_again(sentence, joint);
    }
    let subject = subject(sentence, joint.left.clone())?;
    let first_verb = sentence.word(subject.end);
    let is_report = REPORTING.contains(&word) && REPORTING.contains(&first_verb);
    // "We were the first to use it and it is used": what is done may be done to another.
    let is_done = |at: usize| {
        matches!(sentence.word(at), "is" | "are" | "was" | "were") && (at + 1..at + 3).any(|next| sentence.word(next).ends_with("ed"))
    };
    let is_alike = !is_done(verb) || is_done(subject.end);
    let is_clear = AUXILIARY.contains(&word) && is_alike && is_clause(sentence, joint.left.clone(), Open::Nothing);
    if !is_report && !is_clear || is_report && joint.left.clone().any(|at| matches!(sentence.word(at), "who" | "which" | "if")) {
        return None;
    }
    let shown = the_same(sentence, subject)?;
    let said = if before.is_empty() { capitalised(&shown) } else { shown };
    super::new_sentence(sentence, joint, verb, &format!("{before}{said}"))
}

/// "It was noted that … and that …": what was noted has two sentences. So has "We asked how … and what …".
fn reported_again(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let said = sentence.word(joint.first + 1);
    let mut questions = joint.left.clone().filter(|at| QUESTIONS.contains(&sentence.word(*at)));
    let question = questions.next().filter(|_| questions.next().is_none())?;
    let verb = sentence.word(question.checked_sub(1)?);
    let is_short = (2..=LONGEST).contains(&(question - joint.left.start));
    let is_open = joint.left.clone().any(|at| matches!(sentence.word(at), "if" | "when" | "sure" | "who" | "which" | "to" | "not"));
    let is_same = (sentence.word(question) == "that") == (said == "that");
    if !is_short || !is_same || is_open || !(REPORTING.contains(&verb) || ASKING.contains(&verb)) {
        return None;
    }
    let from = sentence.place(joint.left.start)?.start;
    let frame = sentence.text.get(from..sentence.place(question - 1)?.end)?;
    (!frame.contains([',', '(', ':'])).then(|| super::new_sentence(sentence, joint, joint.first + 1, &capitalised(frame)))?
}

/// The subject that begins a part of a sentence: up to its verb.
fn subject(sentence: &Sentence<'_>, left: Range<usize>) -> Option<Range<usize>> {
    let verb = left.clone().take(LONGEST + 1).find(|at| {
        let word = sentence.word(*at);
        *at > left.start && (AUXILIARY.contains(&word) || REPORTING.contains(&word))
    })?;
    let words = left.start..verb;
    (!words.clone().any(|at| NOT_IN_SUBJECT.contains(&sentence.word(at)))).then_some(words)
}

/// The words of a subject, as they are said the second time: "A member" is "the member" then.
fn the_same(sentence: &Sentence<'_>, subject: Range<usize>) -> Option<String> {
    let from = sentence.place(subject.start)?.start;
    let shown = sentence.text.get(from..sentence.place(subject.end.checked_sub(1)?)?.end)?;
    if shown.contains([',', '(', ':', ';', '"', '\u{201c}', '\u{2018}', '\'', '\u{2019}', '-', '\u{2013}']) {
        return None;
    }
    let (first, rest) = shown.split_once(' ').unwrap_or((shown, ""));
    let lower = first.to_lowercase();
    Some(match lower.as_str() {
        "a" | "an" if rest.is_empty() => return None,
        "a" | "an" => format!("the {rest}"),
        "the" | "our" | "your" | "their" | "its" | "this" | "these" | "we" | "they" | "you" | "he" | "she" | "it" | "all" | "some" => {
            [lower.as_str(), rest].join(if rest.is_empty() { "" } else { " " })
        }
        _ if first.starts_with(char::is_uppercase) && sentence.word(subject.start).len() > 1 => shown.to_owned(),
        _ => return None,
    })
    .filter(|_| joint_is_named(sentence, subject))
}

/// A plain noun at the beginning has a capital too, and is written small after "But": only names and words
/// with an article are said again.
fn joint_is_named(sentence: &Sentence<'_>, subject: Range<usize>) -> bool {
    let first = sentence.word(subject.start);
    let is_closed = matches!(
        first,
        "a" | "an"
            | "the"
            | "our"
            | "your"
            | "their"
            | "its"
            | "this"
            | "these"
            | "we"
            | "they"
            | "you"
            | "he"
            | "she"
            | "it"
            | "all"
            | "some"
    );
    is_closed || subject.clone().skip(1).all(|at| sentence.shown(at).starts_with(char::is_uppercase)) && subject.len() > 1
}
