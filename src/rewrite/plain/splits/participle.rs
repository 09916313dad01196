//! Cuts before a participle at the end of a sentence: ", led by" becomes "This is led by", ", allowing" becomes
//! "This allows".

use super::super::inflection::{past, third_person};
use super::clause::follows_comma;
use super::{Cut, Joint, Sentence, Sign, ends_sentence, instead, rest, stands_alone, tells_of_past};

/// What comes of the clause before: "…, allowing people to sit".
const OUTCOMES: [(&str, &str); 9] = [
    ("allowing", "allow"),
    ("causing", "cause"),
    ("enabling", "enable"),
    ("ensuring", "ensure"),
    ("helping", "help"),
    ("leading", "lead"),
    ("meaning", "mean"),
    ("preventing", "prevent"),
    ("resulting", "result"),
];

/// What may tell what the subject does, if no "therefore" goes before.
const AFTER_THEREFORE: [(&str, &str); 3] = [("creating", "create"), ("giving", "give"), ("putting", "put")];

/// What is said of a thing in a word or two: "linked to", "run by".
const STATES: [[&str; 2]; 17] = [
    ["aimed", "at"],
    ["attended", "by"],
    ["chaired", "by"],
    ["designed", "to"],
    ["developed", "by"],
    ["developed", "with"],
    ["followed", "by"],
    ["funded", "by"],
    ["hosted", "by"],
    ["led", "by"],
    ["linked", "to"],
    ["made", "up"],
    ["organised", "by"],
    ["run", "by"],
    ["supported", "by"],
    ["written", "by"],
    ["based", "on"],
];

/// States that last: they are so, whenever the sentence is.
const LASTING: [&str; 3] = ["based", "linked", "made"];

/// What comes of a clause may have such a word before it.
const THEREFORE: [&str; 4] = ["therefore", "thereby", "thus", "hence"];

/// How something is done, in a clause of its own: ", working with the Trust".
const WAYS: [&str; 21] = [
    "asking",
    "bringing",
    "building",
    "considering",
    "developing",
    "encouraging",
    "engaging",
    "focusing",
    "improving",
    "involving",
    "listening",
    "thinking",
    "looking",
    "offering",
    "promoting",
    "providing",
    "sharing",
    "supporting",
    "taking",
    "talking",
    "working",
];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_alone = matches!(joint.sign, Sign::Comma | Sign::Dash) && stands_alone(sentence, joint);
    if !is_alone || !ends_sentence(sentence, joint) {
        return None;
    }
    outcome(sentence, joint).or_else(|| state(sentence, joint)).or_else(|| way(sentence, joint))
}

fn outcome(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_result = THEREFORE.contains(&sentence.word(joint.first));
    let at = joint.first + usize::from(is_result);
    let after_therefore = AFTER_THEREFORE.iter().filter(|_| is_result);
    let (_, verb) = OUTCOMES.iter().chain(after_therefore).find(|(outcome, _)| *outcome == sentence.word(at))?;
    let form = if tells_of_past(sentence, joint) { past(verb) } else { third_person(verb) };
    let is_pair = rest(joint).any(|at| sentence.word(at) == "and" && sentence.word(at + 1).ends_with("ing"));
    (!is_pair).then(|| instead(sentence, joint, at, &format!("This {form}")))?
}

fn state(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let at = joint.first + usize::from(matches!(sentence.word(joint.first), "co" | "jointly"));
    STATES.iter().find(|[state, next]| sentence.word(at) == *state && sentence.word(at + 1) == *next)?;
    let before = sentence.word(joint.first - 1);
    let is_several = before.ends_with('s') && !before.ends_with("ss");
    let is_past = tells_of_past(sentence, joint) && !LASTING.contains(&sentence.word(at));
    let said = match (is_several, is_past) {
        (true, true) => "These were",
        (true, false) => "These are",
        (false, true) => "This was",
        (false, false) => "This is",
    };
    super::new_sentence(sentence, joint, joint.first, said)
}

fn way(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let at = joint.first + usize::from(sentence.word(joint.first) == "re");
    let is_way = WAYS.contains(&sentence.word(at)) && !tells_of_past(sentence, joint);
    let left = sentence.place(joint.left.start).and_then(|first| sentence.text.get(first.start..joint.at)).unwrap_or_default();
    // "sharing a hall, asking for one or paying for it": one of several.
    let is_item = left.contains(':')
        || (joint.left.start + 1..joint.first).any(|at| sentence.word(at).ends_with("ing") && follows_comma(sentence, at));
    // A second dash ends an aside.
    let is_aside = joint.sign == Sign::Dash && [" - ", " \u{2013} ", " \u{2014} "].iter().any(|dash| left.contains(dash));
    (is_way && !is_aside && !is_item).then(|| super::new_sentence(sentence, joint, joint.first, "This means"))?
}

#[cfg(test)]
mod tests {
    use crate::rewrite::plain::simplify;

    #[test]
    fn a_state_and_an_outcome_have_sentences() {
        for (text, expected) in [
            (
                "The plan for the old park in the town will be read by a new group, made up of people who live there.",
                "The plan for the old park in the town will be read by a new group. This is made up of people who live there.",
            ),
            (
                "There will be no money for any bus shelter in the town this spring, therefore putting the plan at risk.",
                "There will be no money for any bus shelter in the town this spring. This puts the plan at risk.",
            ),
            (
                "The council will write to everyone in the town about the park in May, working with the Sailing Trust.",
                "The council will write to everyone in the town about the park in May. This means working with the Sailing Trust.",
            ),
        ] {
            assert_eq!(simplify(text).text, expected);
        }
    }

    #[test]
    fn what_hangs_together_stays() {
        for text in [
            "The services of the town are about sharing a hall, buying new benches, asking for help, or paying for it.",
            "The Clerk wrote to everyone who lives near the park in May, working with the Trust and the Board on it.",
        ] {
            assert_eq!(simplify(text).text, text);
        }
    }
}
