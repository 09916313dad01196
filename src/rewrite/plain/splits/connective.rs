//! Cuts before a last part that says why or what for: "because" becomes "This is because", "so that" becomes "This is
//! so that".

use super::clause::{Open, begins_clause, has_finite, is_clause, is_past, surely_begins_clause};
use super::verbs::FINITE;
use super::{Cut, Joint, Sentence, Sign, ends_sentence, new_sentence, rest};

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

/// How much of a reason it is: "mostly because".
const PARTLY: [&str; 6] = ["largely", "mainly", "mostly", "partly", "perhaps", "probably"];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_comma = joint.sign == Sign::Comma;
    if joint.sign != Sign::None && !is_comma {
        return None;
    }
    let begins = |words: &str| words.split(' ').enumerate().all(|(index, word)| sentence.word(joint.first + index) == word);
    match (sentence.word(joint.first), sentence.word(joint.first + 1)) {
        ("because", after) if after != "of" => reason(sentence, joint),
        (how, "because") if is_comma && PARTLY.contains(&how) => reason(sentence, joint),
        ("so", "that") => aim(sentence, joint),
        ("although" | "though", _) => but(sentence, joint),
        ("to", _) if is_comma => addition(sentence, joint),
        _ if CAUSES.iter().any(|cause| begins(cause)) => cause(sentence, joint),
        _ if begins("in order to") || is_comma && ADDITIONS.iter().any(|words| begins(words.join(" ").trim_end())) => {
            addition(sentence, joint)
        }
        ("as", _) => as_reason(sentence, joint),
        _ => None,
    }
}

fn stands_alone(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    let open = if joint.sign == Sign::Comma { Open::Relatives } else { Open::Nothing };
    is_clause(sentence, joint.left.clone(), open)
}

/// What goes before a reason is a whole: not "partly because".
fn is_whole(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    !BEFORE_A_REASON.contains(&sentence.word(joint.first - 1)) && stands_alone(sentence, joint)
}

fn this(is_past: bool) -> &'static str {
    if is_past { "This was" } else { "This is" }
}

fn reason(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let has_verb = has_finite(sentence, rest(sentence, joint));
    let said = this(is_past(sentence, joint.left.clone()) && is_past(sentence, rest(sentence, joint)));
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
    let said = this(is_past(sentence, joint.left.clone()) && is_past(sentence, rest(sentence, joint)));
    super::instead(sentence, joint, joint.first, &format!("{said} because"))
}

/// "because of", "due to": no verb follows, as it has one in "This is".
fn cause(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_owed = matches!(
        sentence.word(joint.first - 1),
        "amount" | "sum" | "money" | "payment" | "tax" | "rent" | "fee" | "fees" | "being" | "been" | "when" | "balance"
    );
    // "made because of": the cause is that of the making.
    let is_done = sentence.word(joint.first - 1).ends_with("ed");
    let has_verb = rest(sentence, joint).any(|at| FINITE.contains(&sentence.word(at)));
    let said = this(is_past(sentence, joint.left.clone()));
    (!is_owed && !is_done && !has_verb && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn addition(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let said = this(is_past(sentence, joint.left.clone()));
    (ends_sentence(sentence, joint) && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn aim(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let has_verb = rest(sentence, joint).skip(1).any(|at| FINITE.contains(&sentence.word(at)));
    let said = this(is_past(sentence, joint.left.clone()));
    (has_verb && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn but(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_clear = !matches!(sentence.word(joint.first - 1), "even" | "as" | "and" | "but");
    (is_clear && begins_clause(sentence, joint.first + 1) && stands_alone(sentence, joint))
        .then(|| new_sentence(sentence, joint, joint.first + 1, "But"))?
}
