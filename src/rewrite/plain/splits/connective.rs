//! Cuts before a last part that says why, what for, what comes of it or what belongs to it: "which is" becomes
//! "This is", "because" becomes "This is because".

use std::ops::Range;

use super::super::inflection::{past, third_person};
use super::clause::{FINITE, Open, begins_clause, has_finite, is_clause, is_past};
use super::{Cut, Joint, Sentence, Sign, new_sentence};

/// What comes of the clause before: "…, allowing people to sit".
const OUTCOMES: [(&str, &str); 8] = [
    ("allowing", "allow"),
    ("causing", "cause"),
    ("enabling", "enable"),
    ("ensuring", "ensure"),
    ("helping", "help"),
    ("leading", "lead"),
    ("meaning", "mean"),
    ("resulting", "result"),
];

/// What makes a reason one of several, or the point of the sentence: "not because", "partly because".
const BEFORE_A_REASON: [&str; 16] =
    ["not", "just", "only", "simply", "partly", "mainly", "mostly", "largely", "and", "or", "but", "is", "was", "are", "were", "be"];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let next = joint.first + 1;
    let is_comma = joint.sign == Sign::Comma;
    if joint.sign != Sign::None && !is_comma {
        return None;
    }
    match (sentence.word(joint.first), sentence.word(next)) {
        ("because", after) => (after != "of").then(|| reason(sentence, joint))?,
        ("so", "that") => aim(sentence, joint),
        ("although" | "though", _) => but(sentence, joint),
        ("which", _) if is_comma => which(sentence, joint),
        ("including", _) if is_comma => including(sentence, joint),
        (word, _) if is_comma => {
            let verb = OUTCOMES.iter().find(|(outcome, _)| *outcome == word).map(|(_, verb)| *verb)?;
            outcome(sentence, joint, verb)
        }
        _ => None,
    }
}

fn right(sentence: &Sentence<'_>, joint: &Joint) -> Range<usize> {
    joint.first + 1..sentence.len()
}

fn stands_alone(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    is_clause(sentence, joint.left.clone(), Open::Nothing)
}

fn reason(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_whole = !BEFORE_A_REASON.contains(&sentence.word(joint.first - 1));
    let has_verb = has_finite(sentence, right(sentence, joint));
    let said = if is_past(sentence, joint.left.clone()) && is_past(sentence, right(sentence, joint)) { "This was" } else { "This is" };
    (is_whole && has_verb && stands_alone(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn aim(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let has_verb = right(sentence, joint).skip(1).any(|at| FINITE.contains(&sentence.word(at)));
    let said = if is_past(sentence, joint.left.clone()) { "This was" } else { "This is" };
    (has_verb && stands_alone(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn but(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_whole = !matches!(sentence.word(joint.first - 1), "even" | "as");
    (is_whole && begins_clause(sentence, joint.first + 1) && stands_alone(sentence, joint))
        .then(|| new_sentence(sentence, joint, joint.first + 1, "But"))?
}

/// ", which is …" up to the end of the sentence becomes "This is …".
fn which(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let subject = match sentence.word(joint.first + 1) {
        "is" | "was" | "has" => "This",
        "are" | "were" | "have" => "These",
        "will" | "would" | "can" | "could" | "may" | "must" | "should" => {
            if sentence.word(joint.first - 1).ends_with('s') {
                "These"
            } else {
                "This"
            }
        }
        verb if verb.len() > 3 && verb.ends_with('s') && !verb.ends_with("ss") => "This",
        _ => return None,
    };
    let rest = sentence.text.get(joint.at + 1..sentence.range.end)?;
    if rest.contains([',', ';', ':']) || !is_clause(sentence, joint.left.clone(), Open::Relatives) {
        return None;
    }
    let which = sentence.place(joint.first)?;
    Some(Cut { range: joint.at..which.end, text: format!(". {subject}") })
}

/// ", including …" up to the end of the sentence becomes "This includes …".
fn including(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let has_verb = right(sentence, joint).any(|at| FINITE.contains(&sentence.word(at)));
    let place = sentence.place(joint.first)?;
    let said = if is_past(sentence, joint.left.clone()) { "This included" } else { "This includes" };
    (!has_verb && stands_alone(sentence, joint)).then(|| Cut { range: joint.at..place.end, text: format!(". {said}") })
}

fn outcome(sentence: &Sentence<'_>, joint: &Joint, verb: &str) -> Option<Cut> {
    let place = sentence.place(joint.first)?;
    let rest = sentence.text.get(place.end..sentence.range.end)?;
    let form = if is_past(sentence, joint.left.clone()) { past(verb) } else { third_person(verb) };
    (!rest.contains([',', ';', ':']) && stands_alone(sentence, joint)).then(|| Cut { range: joint.at..place.end, text: format!(". This {form}") })
}
