//! Cuts before a last part about what stands before it: "which is" becomes "This is", "all of which are" becomes
//! "All of these are", "who is" says the name again.

use super::verbs::{is_of_several, is_past_form, is_third_person};
use super::{Cut, Joint, Sentence, Sign, ends_sentence, instead, stands_alone};

/// How many of them: "some of which".
const SHARES: [&str; 7] = ["all", "both", "each", "many", "most", "one", "some"];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    if joint.sign != Sign::Comma || !stands_alone(sentence, joint) || !ends_sentence(sentence, joint) {
        return None;
    }
    // "a hall, which is old, and a park": a list goes on.
    let left = sentence.place(joint.left.start).and_then(|first| sentence.text.get(first.start..joint.at)).unwrap_or_default();
    let tail = sentence.text.get(joint.at + 1..joint.end_at).unwrap_or_default();
    if left.contains(',') && (tail.contains(", and ") || tail.contains(", or ")) {
        return None;
    }
    let word = sentence.word(joint.first);
    match word {
        "which" => which(sentence, joint),
        "who" => who(sentence, joint),
        "whereby" => instead(sentence, joint, joint.first, "This means"),
        _ if SHARES.contains(&word) && sentence.word(joint.first + 1) == "of" => {
            let them = match sentence.word(joint.first + 2) {
                "which" if matches!(sentence.word(joint.first + 3), "is" | "was" | "has") && word != "one" && word != "each" => "this",
                "which" => "these",
                "whom" => "them",
                _ => return None,
            };
            instead(sentence, joint, joint.first + 2, &format!("{} of {them}", super::super::capitalised(word)))
        }
        _ => None,
    }
}

fn which(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let before = sentence.word(joint.first - 1);
    let verb = sentence.word(joint.first + 1);
    let several = if before.ends_with('s') && !before.ends_with("ss") { "These" } else { "This" };
    let subject = match verb {
        "is" | "was" | "has" => "This",
        "are" | "were" | "have" => "These",
        "will" | "would" | "can" | "could" | "may" | "must" | "should" => several,
        _ if is_third_person(verb) => "This",
        _ if is_of_several(verb, before) => "These",
        // "which looked": and not "which agreed plans are".
        _ if is_past_form(verb) && !is_past_form(before) => several,
        _ if verb.len() > 3 && verb.ends_with('s') && !verb.ends_with("ss") => "This",
        _ => return None,
    };
    instead(sentence, joint, joint.first, subject)
}

/// ", who has" after a name is the name again; after several people it is "They have".
fn who(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let last = joint.first - 1;
    let verb = sentence.word(joint.first + 1);
    let is_name = |at: usize| sentence.shown(at).starts_with(char::is_uppercase);
    let names = (joint.left.start + 1..=last).rev().take_while(|at| is_name(*at)).last();
    if let Some(first) = names {
        let is_of_one = matches!(verb, "is" | "was" | "has" | "will" | "would" | "can" | "could") || is_past_form(verb);
        let from = sentence.place(first)?.start;
        let name = sentence.text.get(from..sentence.place(last)?.end)?;
        let article = if sentence.word(first - 1) == "the" { "The " } else { "" };
        // "The Mayor of Wexmere, who": the last name is not his.
        let is_whole = last - first < 4 && !matches!(sentence.word(first - 1), "of" | "and" | "or" | "'s") && is_of_one;
        let is_plain =
            name.split(' ').all(|word| word.chars().all(|character| character.is_alphabetic() || matches!(character, '-' | '.')));
        return (is_whole && is_plain).then(|| instead(sentence, joint, joint.first, &format!("{article}{name}")))?;
    }
    let word = sentence.word(last);
    let is_several = matches!(word, "people" | "residents" | "members" | "councillors" | "children" | "carers" | "officers" | "volunteers");
    (is_several && matches!(verb, "are" | "were" | "have" | "will" | "would" | "can" | "could"))
        .then(|| instead(sentence, joint, joint.first, "They"))?
}

#[cfg(test)]
mod tests {
    use crate::rewrite::plain::simplify;

    #[test]
    fn what_stands_before_is_told_of_in_a_sentence() {
        for (text, expected) in [
            (
                "The panel looked at all the bus shelters by the gate of the park, all of which let in the rain.",
                "The panel looked at all the bus shelters by the gate of the park. All of these let in the rain.",
            ),
            (
                "The old bench by the gate of the park will be mended next week by Ada Vane, who is the new ranger.",
                "The old bench by the gate of the park will be mended next week by Ada Vane. Ada Vane is the new ranger.",
            ),
            (
                "We wrote to the people of the town about a way of working, whereby everyone has a say in the plan.",
                "We wrote to the people of the town about a way of working. This means everyone has a say in the plan.",
            ),
        ] {
            assert_eq!(simplify(text).text, expected);
        }
    }

    #[test]
    fn what_hangs_together_stays() {
        for text in [
            "We looked at the hall by the gate, the pond, which is deep, and the old pool next to the park.",
            "We will talk with the people of the town who are old or ill about the help that they can get.",
        ] {
            assert_eq!(simplify(text).text, text);
        }
    }
}
