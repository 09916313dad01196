//! Cuts before a second verb of the same subject: "The Board will meet them and share the plan" becomes "The Board
//! will meet them. The Board will share the plan".

use std::ops::Range;

use super::verbs::{AUXILIARY, DOING, MODALS, REPORTING, is_plain_form, is_third_person};
use super::{Joint, Sentence};

/// How many words a subject with its verb may have that are said again before the second verb.
pub(super) fn said_before(sentence: &Sentence<'_>, joint: &Joint, subject: &Range<usize>) -> Option<usize> {
    let second = joint.first + 1;
    let verb = subject.end;
    let first = sentence.word(verb);
    let word = sentence.word(second);
    if MODALS.contains(&first) {
        let is_alike = is_plain_form(word) && is_open_to(sentence, verb + 1..joint.first);
        return (is_alike && first != "cannot").then_some(verb + 1);
    }
    let is_present = (is_third_person(first) || matches!(first, "is" | "has")) && is_third_person(word);
    let is_done = |word: &str| DOING.contains(&word) || REPORTING.contains(&word);
    let is_past = is_done(first) && DOING.contains(&word) && !matches!(sentence.word(second + 1), "by" | "and" | "or" | "");
    let is_plain = (is_present || is_past) && is_closed(sentence, verb + 1..joint.first);
    is_plain.then_some(verb)
}

/// Whether no other verb stands between, to which the second may belong.
fn is_open_to(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    let verb = sentence.word(words.start);
    // "will help people find work and build": the second may be what they do.
    let leads_on = matches!(verb, "help" | "let" | "make" | "not" | "be" | "need" | "have" | "also" | "want" | "go" | "try");
    !leads_on && is_closed(sentence, words)
}

fn is_closed(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    !words.clone().any(|at| {
        let word = sentence.word(at);
        let is_verb = AUXILIARY.contains(&word) || at > words.start && (is_plain_form(word) || is_third_person(word));
        let is_joined = matches!(
            word,
            "that" | "who" | "which" | "whose" | "where" | "when" | "if" | "what" | "how" | "why" | "not" | "both" | "either"
        );
        is_verb || is_joined || word == "to" && !matches!(sentence.word(at + 1), "the" | "a" | "an" | "our" | "their" | "its")
    })
}

#[cfg(test)]
mod tests {
    use crate::rewrite::plain::simplify;

    #[test]
    fn a_second_verb_has_its_subject_again() {
        for (text, expected) in [
            (
                "The Board will look at all the old benches in the park and share what it finds with the town.",
                "The Board will look at all the old benches in the park. The Board will share what it finds with the town.",
            ),
            (
                "The Chair thanked all the people of the town for coming to the hall and closed the meeting at nine.",
                "The Chair thanked all the people of the town for coming to the hall. The Chair closed the meeting at nine.",
            ),
        ] {
            assert_eq!(simplify(text).text, expected);
        }
    }

    #[test]
    fn what_hangs_together_stays() {
        for text in [
            "The Board will help all the people who live near the park find work and share what they know.",
            "The Clerk explained these are the old benches in the park by the gate and will be mended by the Trust.",
        ] {
            assert_eq!(simplify(text).text, text);
        }
    }
}
