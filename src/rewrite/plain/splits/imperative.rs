//! Cuts between two things that a reader is asked to do: "Read about the plan and tell us what you think".

use super::clause::{FINITE, SUBJECTS};
use super::{Cut, Joint, Sentence, new_sentence};

/// Verbs that can be no noun where a sentence or "and" goes before.
const ASKED: [&str; 34] = [
    "agree", "ask", "attend", "bring", "build", "choose", "come", "consider", "contact", "decide", "discuss", "email", "explain", "find",
    "give", "go", "involve", "keep", "learn", "listen", "look", "make", "read", "send", "share", "speak", "start", "take", "talk", "tell",
    "think", "use", "visit", "write",
];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_asked = |at: usize| ASKED.contains(&sentence.word(at));
    // "Come to see us and talk": the second may belong to what the first is for.
    let is_open = joint.left.clone().any(|at| {
        let word = sentence.word(at);
        matches!(word, "to" | "who" | "that" | "let" | "help") || FINITE.contains(&word) && !is_asked(at) || SUBJECTS.contains(&word)
    });
    let is_pair = is_asked(joint.left.start) && sentence.word(joint.first) == "and" && is_asked(joint.first + 1);
    (is_pair && !is_open).then(|| new_sentence(sentence, joint, joint.first + 1, ""))?
}
