//! Cuts before what something is for: "… to ensure that" becomes "This is to ensure that".

use super::clause::has_finite;
use super::verbs::{AUXILIARY, is_past_form};
use super::{Cut, Joint, Sentence, Sign, rest, stands_alone, tells_of_past};

/// Verbs that say what something is for.
pub(super) const AIMS: [&str; 23] = [
    "achieve",
    "allow",
    "avoid",
    "build",
    "consider",
    "discuss",
    "enable",
    "encourage",
    "ensure",
    "explain",
    "find",
    "help",
    "identify",
    "improve",
    "make",
    "meet",
    "prevent",
    "promote",
    "protect",
    "reduce",
    "review",
    "see",
    "support",
];

/// Nouns that say of themselves what they are for: "a way to help".
const OPEN_NOUNS: [&str; 59] = [
    "ability",
    "action",
    "agreement",
    "aim",
    "ambition",
    "aims",
    "anything",
    "approach",
    "attempt",
    "authority",
    "best",
    "capacity",
    "chance",
    "chances",
    "commitment",
    "decision",
    "desire",
    "duty",
    "effort",
    "evidence",
    "efforts",
    "everything",
    "first",
    "freedom",
    "how",
    "idea",
    "intention",
    "job",
    "mandate",
    "means",
    "measures",
    "money",
    "need",
    "needs",
    "nothing",
    "offer",
    "opportunities",
    "opportunity",
    "option",
    "options",
    "people",
    "permission",
    "place",
    "plan",
    "plans",
    "potential",
    "power",
    "powers",
    "proposal",
    "responsibility",
    "right",
    "role",
    "scope",
    "something",
    "steps",
    "time",
    "way",
    "ways",
    "work",
];

/// Words before "to" that are no noun.
const NOT_NOUNS: [&str; 63] = [
    "shown",
    "seen",
    "given",
    "made",
    "held",
    "sent",
    "known",
    "taken",
    "found",
    "thought",
    "said",
    "left",
    "set",
    "met",
    "put",
    "certain",
    "difficult",
    "easy",
    "failed",
    "free",
    "good",
    "hard",
    "quick",
    "sure",
    "willing",
    "unwilling",
    "pleased",
    "glad",
    "always",
    "able",
    "and",
    "as",
    "be",
    "but",
    "clear",
    "due",
    "happy",
    "him",
    "important",
    "in",
    "is",
    "it",
    "keen",
    "likely",
    "me",
    "necessary",
    "not",
    "on",
    "or",
    "order",
    "possible",
    "ready",
    "so",
    "them",
    "there",
    "up",
    "us",
    "used",
    "was",
    "were",
    "when",
    "where",
    "you",
];

/// Verbs that ask somebody else to do something, and words that leave open who does it.
const ASKING: [&str; 36] = [
    "unable",
    "able",
    "willing",
    "ready",
    "keen",
    "happy",
    "aim",
    "aims",
    "allow",
    "allows",
    "ask",
    "asks",
    "continue",
    "continues",
    "enough",
    "expect",
    "for",
    "how",
    "invite",
    "invites",
    "like",
    "need",
    "needs",
    "order",
    "plans",
    "require",
    "requires",
    "sufficient",
    "tell",
    "told",
    "too",
    "try",
    "want",
    "wants",
    "wish",
    "what",
];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_aim = sentence.word(joint.first) == "to" && AIMS.contains(&sentence.word(joint.first + 1));
    if !is_aim || !matches!(joint.sign, Sign::None | Sign::Comma) {
        return None;
    }
    let makes = sentence.word(joint.first + 1) != "make" || matches!(sentence.word(joint.first + 2), "sure" | "it");
    let before = sentence.word(joint.first - 1);
    let is_noun = !OPEN_NOUNS.contains(&before)
        && !NOT_NOUNS.contains(&before)
        && !is_past_form(before)
        && (!before.ends_with("ing") || matches!(before, "meeting" | "building" | "hearing"))
        && !before.ends_with("ly")
        && !["ful", "able", "ible", "ous"].iter().any(|ending| before.ends_with(ending))
        && !before.starts_with(|first: char| first.is_ascii_digit());
    let is_open = joint.left.clone().any(|at| {
        let word = sentence.word(at);
        let is_asked = matches!(word, "asked" | "invited" | "encouraged" | "required" | "expected" | "advised" | "reminded" | "instructed");
        let is_infinitive = word == "to" && !matches!(sentence.word(at + 1), "the" | "a" | "an" | "our" | "their" | "its" | "this" | "all");
        ASKING.contains(&word) || is_asked || is_infinitive
    });
    // "It is important to", "There is a need to": what is important comes after.
    let is_ahead = sentence.word(joint.left.start) == "it";
    // "… to ensure that it is": the verb is in what is ensured. "They felt the plan to allow it was good": it is not.
    let leads_on = |at: usize| matches!(sentence.word(at), "that" | "who" | "which" | "what" | "how" | "if" | "whether" | "when" | "where");
    let may_have_verb = matches!(sentence.word(joint.first + 1), "ensure" | "make") || rest(joint).any(leads_on);
    let is_broken = !may_have_verb && rest(joint).any(|at| AUXILIARY.contains(&sentence.word(at)));
    if !makes || !is_noun || is_open || is_ahead || is_broken || joint.left.len() < 6 || goes_on(sentence, joint)? {
        return None;
    }
    let said = if tells_of_past(sentence, joint) { "This was" } else { "This is" };
    stands_alone(sentence, joint).then(|| super::new_sentence(sentence, joint, joint.first, said))?
}

/// Whether another clause follows the aim.
fn goes_on(sentence: &Sentence<'_>, joint: &Joint) -> Option<bool> {
    let text = sentence.text.get(joint.at + 1..joint.end_at)?;
    let Some(comma) = text.rfind([',', ';', ':']) else { return Some(false) };
    let after = sentence.between(joint.at + 1 + comma, joint.end_at);
    Some(has_finite(sentence, after) || rest(joint).is_empty())
}

#[cfg(test)]
mod tests {
    use crate::rewrite::plain::simplify;

    #[test]
    fn an_aim_has_a_sentence() {
        for (text, expected) in [
            (
                "A meeting was held with the Chair and the Clerk in the old hall by the park to discuss the new gate.",
                "A meeting was held with the Chair and the Clerk in the old hall by the park. This was to talk about the new gate.",
            ),
            (
                "The plan has a list of all the old benches and gates in the town to make sure that we mend each one.",
                "The plan has a list of all the old benches and gates in the town. This is to make sure that we mend each one.",
            ),
        ] {
            assert_eq!(simplify(text).text, expected);
        }
    }

    #[test]
    fn what_hangs_together_stays() {
        for text in [
            "It is important for everyone in the town who would like to come to the meeting to see the plan.",
            "The council has asked all the people who live near the park and the pond to review the plan.",
            "The Chair has so far been unable in this long and hard year to find anyone who will mend the gate.",
            "They also felt the plan for a path by the old pond in the park to allow more bikes would be bad.",
        ] {
            assert_eq!(simplify(text).text, text);
        }
    }
}
