//! Cuts before examples at the end of a sentence: ", including" becomes "This includes", "such as" becomes
//! "Examples are".

use super::clause::has_finite;
use super::{Cut, Joint, Lead, Sentence, Sign, instead, rest, stands_alone, tells_of_past};

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_including = sentence.word(joint.first) == "including";
    let is_such_as = sentence.word(joint.first) == "such" && sentence.word(joint.first + 1) == "as";
    if !matches!(joint.sign, Sign::Comma | Sign::None) || !is_including && !is_such_as {
        return None;
    }
    let right = rest(joint);
    let is_last = !has_finite(sentence, right.clone()) && !sentence.text.get(joint.at + 1..joint.end_at)?.contains([';', ':', '?']);
    if joint.lead != Lead::None || !is_last || !stands_alone(sentence, joint) {
        return None;
    }
    let before = sentence.word(joint.first - 1);
    let is_several = before.len() > 3 && before.ends_with('s') && !before.ends_with("ss") && !before.ends_with("us");
    // "including the Trust giving a talk": more than examples.
    let goes_on = joint.sign == Sign::None
        && right.clone().skip(1).any(|at| sentence.shown(at).ends_with("ing") && sentence.shown(at).starts_with(char::is_lowercase));
    // Without a comma the examples may be a part of what is said: "a body such as the Trust".
    if joint.sign == Sign::None && !is_several || goes_on {
        return None;
    }
    // "including by the Board": that is no thing.
    let is_thing =
        !matches!(sentence.word(joint.first + 1), "by" | "in" | "at" | "on" | "for" | "from" | "to" | "with" | "when" | "where" | "how");
    if is_including && !is_thing {
        return None;
    }
    if is_including {
        let said = if tells_of_past(sentence, joint) { "This included" } else { "This includes" };
        return instead(sentence, joint, joint.first, said);
    }
    let lists =
        sentence.text.get(joint.at + 1..joint.end_at)?.contains(',') || right.clone().any(|at| matches!(sentence.word(at), "and" | "or"));
    is_several.then(|| instead(sentence, joint, joint.first + 1, if lists { "Examples are" } else { "An example is" }))?
}

#[cfg(test)]
mod tests {
    use crate::rewrite::plain::simplify;

    #[test]
    fn examples_have_a_sentence() {
        for (text, expected) in [
            (
                "The plan of the council has a lot of new ways for people to get about with their friends, such as a bus and a train.",
                "The plan of the council has a lot of new ways for people to get about with their friends. Examples are a bus and a train.",
            ),
            (
                "The plan of the council for the park and the pond has had a lot of help from other groups such as the Sailing Trust.",
                "The plan of the council for the park and the pond has had a lot of help from other groups. An example is the Sailing Trust.",
            ),
        ] {
            assert_eq!(simplify(text).text, expected);
        }
    }

    #[test]
    fn what_hangs_together_stays() {
        for text in [
            "The plan was read by all the groups in the town, including by the Board, at a meeting in May.",
            "People including the Chair and the Clerk will be asked to come to the first meeting about the plan.",
        ] {
            assert_eq!(simplify(text).text, text);
        }
    }
}
