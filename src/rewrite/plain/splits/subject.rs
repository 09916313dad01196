//! Cuts where the second part has no subject, and that of the first can be said again: "The Board has met
//! and will report" is "The Board has met. The Board will report".

use std::ops::Range;

use super::super::capitalised;
use super::clause::{Open, is_clause};
use super::verbs::{AUXILIARY, DOING, REPORTING, is_past_form, is_plain_form, is_third_person};
use super::{Cut, Joint, Sentence, shared};

/// A longer subject is not said again.
const LONGEST: usize = 5;

/// What begins the words that are reported or asked.
const QUESTIONS: [&str; 7] = ["that", "what", "how", "why", "whether", "where", "when"];

/// Other verbs that such words follow.
const ASKING: [&str; 9] = ["told", "describes", "described", "shows", "showed", "says", "means", "describe", "show"];

/// Words that begin what hangs on a word of the subject.
const NOT_IN_SUBJECT: [&str; 12] = ["who", "which", "that", "and", "or", "there", "to", "in", "for", "what", "if", "as"];

pub(super) fn said_again(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let (before, then, verb) = match (sentence.word(joint.first), sentence.word(joint.first + 1)) {
        ("then", _) => ("", " then", joint.first + 1),
        ("and", "then") => ("", " then", joint.first + 2),
        ("and", _) => ("", "", joint.first + 1),
        ("but", _) => ("But ", "", joint.first + 1),
        _ => return None,
    };
    let word = sentence.word(verb);
    if (QUESTIONS.contains(&word) || word == "if") && before.is_empty() {
        return reported_again(sentence, joint);
    }
    let subject = subject(sentence, joint.left.clone())?;
    let shown = if is_report(sentence, joint, subject.end, word) || is_clear(sentence, joint, subject.end, verb) {
        the_same(sentence, subject)?
    } else {
        let last = shared::said_before(sentence, joint, &subject).filter(|_| then.is_empty())?;
        let more = subject.clone().end..last;
        let modal = more.map(|at| format!(" {}", sentence.word(at))).collect::<String>();
        the_same(sentence, subject)? + &modal
    };
    let said = if before.is_empty() { capitalised(&shown) } else { shown };
    super::new_sentence(sentence, joint, verb, &format!("{before}{said}{then}"))
}

/// "The Chair remarked that … and asked …"; "The Board was told that … but noted …".
fn is_report(sentence: &Sentence<'_>, joint: &Joint, first: usize, word: &str) -> bool {
    let is_told = matches!(sentence.word(first), "was" | "were")
        && matches!(sentence.word(first + 1), "told" | "assured" | "informed" | "asked" | "advised" | "reminded");
    let is_open = joint.left.clone().any(|at| matches!(sentence.word(at), "who" | "which" | "if"));
    REPORTING.contains(&word) && (REPORTING.contains(&sentence.word(first)) || is_told) && !is_open
}

/// "The plan has been read and will be sent": the second verb can be that of no other word.
fn is_clear(sentence: &Sentence<'_>, joint: &Joint, first: usize, verb: usize) -> bool {
    // "We were the first to use it and it is used": what is done may be done to another.
    let is_done = |at: usize| {
        matches!(sentence.word(at), "is" | "are" | "was" | "were") && (at + 1..at + 3).any(|next| sentence.word(next).ends_with("ed"))
    };
    let is_alike = !is_done(verb) || is_done(first);
    // "The Clerk said these are old and will be mended": it is not the Clerk who will be mended.
    AUXILIARY.contains(&sentence.word(first))
        && AUXILIARY.contains(&sentence.word(verb))
        && is_alike
        && is_clause(sentence, joint.left.clone(), Open::Nothing)
}

/// "It was noted that … and that …": what was noted has two sentences. So has "We asked how … and what …".
fn reported_again(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let said = sentence.word(joint.first + 1);
    let is_question = |at: &usize| QUESTIONS.contains(&sentence.word(*at)) && !is_about_noun(sentence, *at);
    let mut questions = joint.left.clone().filter(is_question);
    let question = questions.next().filter(|_| questions.next().is_none())?;
    let verb = sentence.word(question.checked_sub(1)?);
    let is_short = (2..=LONGEST).contains(&(question - joint.left.start));
    let is_open =
        joint.left.clone().any(|at| at != question && matches!(sentence.word(at), "if" | "when" | "sure" | "who" | "which" | "to" | "not"));
    // "Clerk ask the Trust when …"
    let is_asked = (joint.left.start + 1..question).any(|at| matches!(sentence.word(at), "ask" | "asked" | "told"));
    let is_same = (sentence.word(question) == "that") == (said == "that") && (said != "if" || sentence.word(question) == "whether");
    if !is_short || !is_same || is_open || !(REPORTING.contains(&verb) || ASKING.contains(&verb) || is_asked) {
        return None;
    }
    let from = sentence.place(joint.left.start)?.start;
    let frame = sentence.text.get(from..sentence.place(question - 1)?.end)?;
    (!frame.contains([',', '(', ':'])).then(|| super::new_sentence(sentence, joint, joint.first + 1, &capitalised(frame)))?
}

/// "organisations that publish": a verb follows, and no word that is reported goes before.
fn is_about_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| sentence.word(before));
    let next = sentence.word(at + 1);
    let is_verb = AUXILIARY.contains(&next) || is_plain_form(next) || is_third_person(next) || is_past_form(next);
    sentence.word(at) == "that" && is_verb && !REPORTING.contains(&before) && !ASKING.contains(&before)
}

/// The subject that begins a part of a sentence: up to its verb.
fn subject(sentence: &Sentence<'_>, left: Range<usize>) -> Option<Range<usize>> {
    let verb = left.clone().take(LONGEST + 1).find(|at| {
        let word = sentence.word(*at);
        let is_verb = AUXILIARY.contains(&word) || REPORTING.contains(&word) || DOING.contains(&word) || is_third_person(word);
        *at > left.start && is_verb
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
