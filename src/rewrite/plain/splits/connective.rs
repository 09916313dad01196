//! Cuts before a last part that says why or what for: "because" becomes "This is because", "so that" becomes "This is
//! so that".

use super::clause::{begins_clause, has_finite, is_past, surely_begins_clause};
use super::purpose::AIMS;
use super::verbs::{AUXILIARY, FINITE, MODALS, is_past_form, is_plain_form};
use super::{Cut, Joint, Sentence, Sign, ends_sentence, new_sentence, rest, stands_alone, tells_of_past};

/// What makes a reason one of several, or the point of the sentence: "not because", "partly because".
const BEFORE_A_REASON: [&str; 24] = [
    "always",
    "also",
    "apparently",
    "never",
    "often",
    "possibly",
    "probably",
    "usually",
    "not",
    "just",
    "only",
    "simply",
    "partly",
    "mainly",
    "mostly",
    "largely",
    "and",
    "or",
    "but",
    "is",
    "was",
    "are",
    "were",
    "be",
];

/// What begins a last part that needs only "This is" before it.
const ADDITIONS: [&str; 9] = [
    "as part of",
    "based on",
    "in accordance with",
    "in line with",
    "in order to",
    "with a view to",
    "with the aim",
    "with the understanding that",
    "with understanding that",
];

/// Of these, what needs no comma before it.
const CLOSE_ADDITIONS: [&str; 2] = ["in order to", "with a view to"];

/// Verbs with a part that begins with "as": "seen as a way of".
const SEEN_AS: [&str; 11] = ["act", "acts", "described", "known", "recognised", "regarded", "saw", "see", "seen", "use", "used"];

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
        ("to", verb) if is_comma && (is_plain_form(verb) || AIMS.contains(&verb)) => addition(sentence, joint),
        ("rather", "than") => instead_of(sentence, joint),
        ("either", _) if is_comma => either(sentence, joint),
        ("based", "on") if !is_comma => addition_to_what_is_done(sentence, joint),
        _ if CAUSES.iter().any(|cause| begins(cause)) => cause(sentence, joint),
        _ if is_comma && ADDITIONS.iter().any(|words| begins(words)) || CLOSE_ADDITIONS.iter().any(|words| begins(words)) => {
            addition(sentence, joint)
        }
        ("as", "a") if ["as a means of", "as a means to", "as a way of", "as a way to"].iter().any(|words| begins(words)) => {
            means(sentence, joint)
        }
        ("as", _) => as_reason(sentence, joint),
        _ => None,
    }
}

/// "It should not stop because of this": the reason belongs to what should not be.
fn is_denied(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    let is_wish = |word: &str| matches!(word, "should" | "must" | "would" | "shall");
    let is_denial = |word: &str| matches!(word, "not" | "never" | "cannot" | "no") || word.ends_with("n't");
    let has = |wanted: &dyn Fn(&str) -> bool| joint.left.clone().any(|at| wanted(sentence.word(at)));
    joint.sign == Sign::None && has(&is_denial) && has(&is_wish)
}

/// What goes before a reason is a whole: not "partly because".
fn is_whole(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    let before = sentence.word(joint.first - 1);
    // "particularly because"
    !is_denied(sentence, joint)
        && !before.ends_with("ly")
        && !BEFORE_A_REASON.contains(&sentence.word(joint.first - 1))
        && stands_alone(sentence, joint)
}

fn this(is_past: bool) -> &'static str {
    if is_past { "This was" } else { "This is" }
}

fn reason(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let has_verb = has_finite(sentence, rest(joint));
    let said = this(tells_of_past(sentence, joint) && is_past(sentence, rest(joint)));
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
    let said = this(tells_of_past(sentence, joint) && is_past(sentence, rest(joint)));
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
    let is_defined =
        joint.left.clone().any(|at| matches!(sentence.word(at), "defined" | "described" | "known") && sentence.word(at + 1) == "as");
    let has_verb = rest(joint).any(|at| FINITE.contains(&sentence.word(at)));
    let said = this(tells_of_past(sentence, joint));
    (!is_owed && !is_done && !is_defined && !has_verb && is_whole(sentence, joint))
        .then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn addition(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let said = this(tells_of_past(sentence, joint));
    (ends_sentence(sentence, joint) && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

/// "was reviewed based on": what is done, and not a thing, is based on something.
fn addition_to_what_is_done(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_done = is_past_form(sentence.word(joint.first - 1));
    let said = this(tells_of_past(sentence, joint));
    (is_done && ends_sentence(sentence, joint) && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

/// "rather than looking" becomes "This is instead of looking".
fn instead_of(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let next = joint.first + 2;
    let is_doing = (next..next + 2).any(|at| sentence.word(at).ends_with("ing"));
    let is_last = !rest(joint).any(|at| AUXILIARY.contains(&sentence.word(at)));
    let is_clear = is_doing && is_last && ends_sentence(sentence, joint) && is_whole(sentence, joint);
    let said = format!("{} instead of", this(tells_of_past(sentence, joint)));
    is_clear.then(|| super::instead(sentence, joint, joint.first + 1, &said))?
}

/// "as a means of": "This is a means of".
fn means(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_seen = joint.left.clone().any(|at| SEEN_AS.contains(&sentence.word(at)));
    let is_clear = !is_seen && ends_sentence(sentence, joint) && is_whole(sentence, joint);
    is_clear.then(|| super::instead(sentence, joint, joint.first, this(tells_of_past(sentence, joint))))?
}

/// ", either through … or …": the ways there are.
fn either(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let leads = matches!(sentence.word(joint.first + 1), "through" | "by" | "in" | "at" | "for" | "as" | "with" | "from" | "on");
    let is_future = joint.left.clone().any(|at| sentence.word(at) == "will");
    let said = if is_future { "This will be" } else { this(tells_of_past(sentence, joint)) };
    let is_alone = stands_alone(sentence, joint) || is_future;
    (leads && is_alone && ends_sentence(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn aim(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    // After a comma "so that" may tell what came of it: "…, so that it broke".
    let may_be = |word: &str| MODALS.contains(&word);
    let has_verb = rest(joint).skip(1).any(|at| {
        let word = sentence.word(at);
        if joint.sign == Sign::Comma { may_be(word) } else { FINITE.contains(&word) }
    });
    let said = this(tells_of_past(sentence, joint));
    (has_verb && is_whole(sentence, joint)).then(|| new_sentence(sentence, joint, joint.first, said))?
}

fn but(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_clear = !matches!(sentence.word(joint.first - 1), "even" | "as" | "and" | "but");
    (is_clear && begins_clause(sentence, joint.first + 1) && stands_alone(sentence, joint))
        .then(|| new_sentence(sentence, joint, joint.first + 1, "But"))?
}
