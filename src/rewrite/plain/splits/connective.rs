//! Cuts before a last part that says why, what for, what comes of it or what belongs to it: "which is" becomes
//! "This is", "because" becomes "This is because".

use std::ops::Range;

use super::super::inflection::{past, third_person};
use super::clause::{FINITE, Open, begins_clause, has_finite, is_clause, is_past, surely_begins_clause};
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

/// What begins a last part that needs only "This is" before it.
const ADDITIONS: [[&str; 3]; 6] = [
    ["in", "line", "with"],
    ["in", "accordance", "with"],
    ["as", "part", "of"],
    ["with", "the", "aim"],
    ["based", "on", ""],
    ["in", "order", "to"],
];

/// What leads to a cause that has no verb.
const CAUSES: [&str; 4] = ["because of", "as a result of", "owing to", "due to"];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_comma = joint.sign == Sign::Comma;
    if joint.sign != Sign::None && !is_comma {
        return None;
    }
    match (sentence.word(joint.first), sentence.word(joint.first + 1)) {
        ("because", after) if after != "of" => reason(sentence, joint),
        ("so", "that") => aim(sentence, joint),
        ("although" | "though", _) => but(sentence, joint),
        ("which", _) if is_comma => which(sentence, joint),
        ("including", _) if is_comma => including(sentence, joint),
        ("to", _) if is_comma => addition(sentence, joint),
        (word, _) => {
            if let Some((_, verb)) = OUTCOMES.iter().find(|(outcome, _)| is_comma && *outcome == word) {
                return outcome(sentence, joint, verb);
            }
            let begins = |words: &str| words.split(' ').enumerate().all(|(index, word)| sentence.word(joint.first + index) == word);
            let adds = ADDITIONS.iter().any(|words| begins(words.join(" ").trim_end()));
            match () {
                () if CAUSES.iter().any(|cause| begins(cause)) => cause(sentence, joint),
                () if adds && (is_comma || begins("in order to")) => addition(sentence, joint),
                () if word == "as" => as_reason(sentence, joint),
                () => None,
            }
        }
    }
}

fn right(sentence: &Sentence<'_>, joint: &Joint) -> Range<usize> {
    joint.first + 1..sentence.len()
}

fn stands_alone(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    is_clause(sentence, joint.left.clone(), Open::Nothing)
}

/// What goes before a reason is a whole: not "partly because".
fn is_whole(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    !BEFORE_A_REASON.contains(&sentence.word(joint.first - 1)) && stands_alone(sentence, joint)
}

fn this(is_past: bool) -> &'static str {
    if is_past { "This was" } else { "This is" }
}

fn reason(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let has_verb = has_finite(sentence, right(sentence, joint));
    let said = this(is_past(sentence, joint.left.clone()) && is_past(sentence, right(sentence, joint)));
    (has_verb && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

/// "as there was no time": a reason, where "as" cannot compare.
fn as_reason(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let next = joint.first + 1;
    let is_verb = |at: usize| matches!(sentence.word(at), "is" | "are" | "was" | "were" | "has" | "have" | "had");
    let is_pronoun = matches!(sentence.word(next), "there" | "this" | "these" | "some" | "they" | "he" | "she" | "we");
    let is_lack = surely_begins_clause(sentence, next) && (next..next + 6).any(|at| is_verb(at) && sentence.word(at + 1) == "not");
    let is_like = matches!(
        sentence.word(joint.first - 1),
        "such"
            | "same"
            | "well"
            | "so"
            | "much"
            | "many"
            | "soon"
            | "long"
            | "far"
            | "known"
            | "described"
            | "defined"
            | "set"
            | "agreed"
            | "as"
    );
    if is_like || !(is_pronoun && is_verb(next + 1) || is_lack) || !is_whole(sentence, joint) {
        return None;
    }
    let said = this(is_past(sentence, joint.left.clone()) && is_past(sentence, right(sentence, joint)));
    super::instead(sentence, joint, &format!("{said} because"))
}

/// "because of", "due to": no verb follows, as it has one in "This is".
fn cause(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_owed = matches!(
        sentence.word(joint.first - 1),
        "amount" | "sum" | "money" | "payment" | "tax" | "rent" | "fee" | "fees" | "being" | "been" | "when" | "balance"
    );
    // "made because of": the cause is that of the making.
    let is_done = sentence.word(joint.first - 1).ends_with("ed");
    let has_verb = right(sentence, joint).any(|at| FINITE.contains(&sentence.word(at)));
    let said = this(is_past(sentence, joint.left.clone()));
    (!is_owed && !is_done && !has_verb && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn addition(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_last = !sentence.text.get(joint.at + 1..sentence.range.end)?.contains([',', ';', ':']);
    let said = this(is_past(sentence, joint.left.clone()));
    (is_last && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn aim(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let has_verb = right(sentence, joint).skip(1).any(|at| FINITE.contains(&sentence.word(at)));
    let said = this(is_past(sentence, joint.left.clone()));
    (has_verb && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn but(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_clear = !matches!(sentence.word(joint.first - 1), "even" | "as" | "and" | "but");
    (is_clear && begins_clause(sentence, joint.first + 1) && stands_alone(sentence, joint))
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
    let goes_on = rest.contains([';', ':']) || rest.contains(',') && !rest.contains(", with ");
    (!goes_on && is_clause(sentence, joint.left.clone(), Open::Relatives)).then(|| super::instead(sentence, joint, subject))?
}

/// ", including …" up to the end of the sentence becomes "This includes …".
fn including(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let has_verb = right(sentence, joint).any(|at| FINITE.contains(&sentence.word(at)));
    let said = if is_past(sentence, joint.left.clone()) { "This included" } else { "This includes" };
    (!has_verb && stands_alone(sentence, joint)).then(|| super::instead(sentence, joint, said))?
}

fn outcome(sentence: &Sentence<'_>, joint: &Joint, verb: &str) -> Option<Cut> {
    let rest = sentence.text.get(sentence.place(joint.first)?.end..sentence.range.end)?;
    let form = if is_past(sentence, joint.left.clone()) { past(verb) } else { third_person(verb) };
    let is_pair = right(sentence, joint).any(|at| sentence.word(at) == "and" && sentence.word(at + 1).ends_with("ing"));
    let is_last = !is_pair && !rest.contains([',', ';', ':']);
    (is_last && stands_alone(sentence, joint)).then(|| super::instead(sentence, joint, &format!("This {form}")))?
}
