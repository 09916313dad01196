//! Cuts before examples at the end of a sentence: ", including" becomes "This includes", "such as" becomes
//! "Examples are".

use super::clause::{Open, has_finite, is_clause, is_past};
use super::{Cut, Joint, Sentence, Sign, instead, rest};

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_including = sentence.word(joint.first) == "including";
    let is_such_as = sentence.word(joint.first) == "such" && sentence.word(joint.first + 1) == "as";
    if !matches!(joint.sign, Sign::Comma | Sign::None) || !is_including && !is_such_as {
        return None;
    }
    let open = if joint.sign == Sign::Comma { Open::Relatives } else { Open::Nothing };
    let right = rest(sentence, joint);
    let is_last = !has_finite(sentence, right.clone()) && !sentence.text.get(joint.at + 1..sentence.range.end)?.contains([';', ':', '?']);
    if !is_last || !is_clause(sentence, joint.left.clone(), open) {
        return None;
    }
    let before = sentence.word(joint.first - 1);
    let is_several = before.len() > 3 && before.ends_with('s') && !before.ends_with("ss") && !before.ends_with("us");
    // Without a comma the examples may be a part of what is said: "a body such as the Trust".
    if joint.sign == Sign::None && !is_several {
        return None;
    }
    if is_including {
        let said = if is_past(sentence, joint.left.clone()) { "This included" } else { "This includes" };
        return instead(sentence, joint, joint.first, said);
    }
    let lists = sentence.text.get(joint.at + 1..sentence.range.end)?.contains(',')
        || right.clone().any(|at| matches!(sentence.word(at), "and" | "or"));
    is_several.then(|| instead(sentence, joint, joint.first + 1, if lists { "Examples are" } else { "An example is" }))?
}
