//! Cuts between two things that a reader is asked to do: "Read about the plan and tell us what you think".

use super::clause::{SUBJECTS, follows_comma};
use super::verbs::{FINITE, is_plain_form};
use super::{Cut, Joint, Sentence, new_sentence};

/// Verbs that can be no noun where a sentence or "and" goes before.
const ASKED: [&str; 34] = [
    "agree", "ask", "attend", "bring", "build", "choose", "come", "consider", "contact", "decide", "discuss", "email", "explain", "find",
    "give", "go", "involve", "keep", "learn", "listen", "look", "make", "read", "send", "share", "speak", "start", "take", "talk", "tell",
    "think", "use", "visit", "write",
];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    match sentence.word(joint.first) {
        "and" => pair(sentence, joint),
        "then" => next(sentence, joint),
        _ => None,
    }
}

pub(super) fn is_asked(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    // "Design a room" asks for something, "Design and cost" does not.
    let has_object =
        || at == 0 && matches!(word, "design" | "plan" | "test" | "record") && matches!(sentence.word(at + 1), "a" | "an" | "the");
    ASKED.contains(&word) || is_plain_form(word) || has_object()
}

fn pair(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    // "Come to see us and talk": the second may belong to what the first is for.
    let is_open = joint.left.clone().any(|at| {
        let word = sentence.word(at);
        matches!(word, "to" | "who" | "that" | "let" | "help")
            || FINITE.contains(&word) && !is_asked(sentence, at)
            || SUBJECTS.contains(&word)
    });
    let is_pair = is_asked(sentence, joint.left.start) && is_asked(sentence, joint.first + 1);
    (is_pair && !is_open).then(|| new_sentence(sentence, joint, joint.first + 1, ""))?
}

/// "Decide how you will work, then write it down".
fn next(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let begins = |at: usize| at == joint.left.start || follows_comma(sentence, at);
    let is_condition = matches!(sentence.word(joint.left.start), "if" | "when" | "once" | "unless");
    let is_asking = joint.left.clone().any(|at| is_asked(sentence, at) && begins(at));
    let is_asked = is_asked(sentence, joint.first + 1) || sentence.word(joint.first + 1) == "stick";
    (is_asking && is_asked && !is_condition).then(|| new_sentence(sentence, joint, joint.first, ""))?
}
