//! Cuts at a semicolon, a colon, a comma or a dash before a new clause, and at "and", "but" and "so".

use std::ops::Range;

use super::clause::{CONDITIONS, Open, POINTING, begins_clause, ends_no_list, has_finite, is_clause, is_pronoun, surely_begins_clause};
use super::verbs::{AUXILIARY, FINITE, REPORTING};
use super::{Cut, Joint, Sentence, Sign, imperative, new_sentence, subject};
use crate::text::words;

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    match joint.sign {
        Sign::Semicolon | Sign::Colon | Sign::Dash => at_sign(sentence, joint),
        Sign::Comma => at_comma(sentence, joint),
        Sign::None => at_word(sentence, joint),
        Sign::Bracket => None,
    }
}

fn at_sign(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    if let Some(cut) = doing_means(sentence, joint) {
        return Some(cut);
    }
    // "Among these are: the park is old": what is told of has not been said.
    if AUXILIARY.contains(&sentence.word(joint.first - 1)) {
        return None;
    }
    let stands_alone = match joint.sign {
        Sign::Semicolon => {
            let begins = begins_clause(sentence, joint.first) || surely_begins_clause(sentence, joint.first);
            has_finite(sentence, joint.left.clone()) && begins
        }
        Sign::Colon | Sign::Dash | Sign::Comma | Sign::Bracket | Sign::None => {
            is_clause(sentence, joint.left.clone(), Open::Relatives) && surely_begins_clause(sentence, joint.first)
        }
    };
    stands_alone.then(|| new_sentence(sentence, joint, joint.first, ""))?
}

/// "… - doing things differently means that we can …".
fn doing_means(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let begins = sentence.word(joint.first).ends_with("ing") && (2..6).any(|at| sentence.word(joint.first + at) == "means");
    let is_whole = has_finite(sentence, joint.left.clone()) || imperative::is_asked(sentence, joint.left.start);
    (joint.sign == Sign::Dash && begins && is_whole).then(|| new_sentence(sentence, joint, joint.first, ""))?
}

fn at_comma(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let word = sentence.word(joint.first);
    if POINTING.contains(&word) {
        return at_splice(sentence, joint);
    }
    if word == "then" {
        return imperative::cut(sentence, joint).or_else(|| subject::said_again(sentence, joint));
    }
    let (before, next) = conjunction(sentence, joint.first)?;
    // "not only …, but …" is one thought.
    if before == "But" && joint.left.clone().any(|at| sentence.word(at) == "not" && sentence.word(at + 1) == "only") {
        return None;
    }
    let is_new = begins_clause(sentence, next) && is_clause(sentence, joint.left.clone(), Open::Relatives);
    if is_new && (is_pronoun(sentence.word(next)) || ends_no_list(sentence, joint.left.clone())) {
        return new_sentence(sentence, joint, next, before);
    }
    imperative::cut(sentence, joint).or_else(|| subject::said_again(sentence, joint))
}

/// What is said for a conjunction at the beginning of a sentence, and the word after it.
fn conjunction(sentence: &Sentence<'_>, at: usize) -> Option<(&'static str, usize)> {
    match (sentence.word(at), sentence.word(at + 1)) {
        ("and", "so") => Some(("So", at + 2)),
        ("and", _) => Some(("", at + 1)),
        ("but", _) => Some(("But", at + 1)),
        ("so", _) => Some(("So", at + 1)),
        ("however", _) => Some(("However,", at + 1)),
        _ => None,
    }
}

/// Two sentences with no more than a comma between them: "…, this will help".
fn at_splice(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let left = joint.left.clone();
    let is_reported = left.clone().any(|at| REPORTING.contains(&sentence.word(at)));
    let begins = |at: usize| at == left.start || follows_sign(sentence, at);
    let begins_open = is_reported || left.clone().any(|at| CONDITIONS.contains(&sentence.word(at)) && begins(at));
    // What a condition in the middle holds for has ended at the comma.
    let ends = is_clause(sentence, left.clone(), Open::Relatives) || !begins_open && has_finite(sentence, left.start..left.start + 5);
    let is_sure = FINITE.contains(&sentence.word(joint.first + 1)) && ends;
    // "…; furthermore, there is": the word before the comma leads in.
    let said = sentence.place(left.start).and_then(|first| sentence.text.get(first.start..joint.at)).unwrap_or_default();
    let is_led_in = said.rfind(';').is_some_and(|sign| words(said.get(sign..).unwrap_or_default()).nth(3).is_none());
    let is_whole = !is_led_in && !leads_in(sentence, joint.left.clone());
    (is_sure && is_whole).then(|| new_sentence(sentence, joint, joint.first, ""))?
}

/// Whether a sign stands before a word, and no space alone.
fn follows_sign(sentence: &Sentence<'_>, at: usize) -> bool {
    let between = at
        .checked_sub(1)
        .and_then(|before| sentence.place(before))
        .zip(sentence.place(at))
        .and_then(|(before, place)| sentence.text.get(before.end..place.start));
    between.is_some_and(|between| between.contains([',', ';', ':', '-', '\u{2013}']))
}

/// "… and we will …", without a comma: only where subject and verb leave no doubt.
fn at_word(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    if !matches!(sentence.word(joint.first), "and" | "but") {
        return None;
    }
    let (before, next) = conjunction(sentence, joint.first)?;
    if is_said_by_all(sentence, next) && !joint.left.clone().any(|at| matches!(sentence.word(at), "if" | "when" | "unless")) {
        return new_sentence(sentence, joint, next, before);
    }
    if before == "But" && matches!(sentence.word(next), "this" | "it") && is_impersonal(sentence, joint.left.start) {
        return (FINITE.contains(&sentence.word(next + 1))).then(|| new_sentence(sentence, joint, next, before))?;
    }
    let is_new = surely_begins_clause(sentence, next) && is_clause(sentence, joint.left.clone(), Open::Nothing);
    if is_new && (is_pronoun(sentence.word(next)) || ends_no_list(sentence, joint.left.clone())) {
        return new_sentence(sentence, joint, next, before);
    }
    imperative::cut(sentence, joint).or_else(|| subject::said_again(sentence, joint))
}

/// "It was noted that": nobody's words are told, so a second sentence needs no "it was noted".
fn is_impersonal(sentence: &Sentence<'_>, at: usize) -> bool {
    is_said_by_all(sentence, at) && sentence.word(at + 3) == "that"
}

/// "it was agreed that": what was said before ends there, whoever said it.
fn is_said_by_all(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_it = sentence.word(at) == "it" && matches!(sentence.word(at + 1), "was" | "is");
    is_it && matches!(sentence.word(at + 2), "agreed" | "noted" | "reported" | "decided" | "suggested" | "felt" | "hoped" | "confirmed")
}

/// Whether words lead to what follows a comma: "For those who came, this …", "…, but as it rained, there …".
fn leads_in(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let leads = |at: usize| {
        let word = sentence.word(at);
        matches!(
            word,
            "for" | "in" | "on" | "at" | "by" | "with" | "to" | "from" | "under" | "during" | "as" | "after" | "before" | "where"
        )
    };
    leads(words.start) || words.clone().any(|at| matches!(sentence.word(at), "but" | "and") && words.contains(&(at + 1)) && leads(at + 1))
}
