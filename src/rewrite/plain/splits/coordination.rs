//! Cuts at a semicolon, a colon, a comma or a dash before a new clause, and at "and", "but" and "so".

use super::clause::{FINITE, Open, POINTING, begins_clause, has_finite, is_clause, surely_begins_clause};
use super::{Cut, Joint, Sentence, Sign, new_sentence, subject};

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    match joint.sign {
        Sign::Semicolon | Sign::Colon | Sign::Dash => at_sign(sentence, joint),
        Sign::Comma => at_comma(sentence, joint),
        Sign::None => at_word(sentence, joint),
    }
}

fn at_sign(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let stands_alone = match joint.sign {
        Sign::Semicolon => has_finite(sentence, joint.left.clone()) && begins_clause(sentence, joint.first),
        Sign::Colon | Sign::Dash | Sign::Comma | Sign::None => {
            is_clause(sentence, joint.left.clone(), Open::Relatives) && surely_begins_clause(sentence, joint.first)
        }
    };
    stands_alone.then(|| new_sentence(sentence, joint, joint.first, ""))?
}

fn at_comma(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let before = match sentence.word(joint.first) {
        "and" => "",
        "but" => "But",
        "so" => "So",
        word if POINTING.contains(&word) => return at_splice(sentence, joint),
        _ => return None,
    };
    if is_clause(sentence, joint.left.clone(), Open::Relatives) && begins_clause(sentence, joint.first + 1) {
        return new_sentence(sentence, joint, joint.first + 1, before);
    }
    subject::said_again(sentence, joint)
}

/// Two sentences with no more than a comma between them: "…, this will help".
fn at_splice(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_sure = FINITE.contains(&sentence.word(joint.first + 1)) && is_clause(sentence, joint.left.clone(), Open::Relatives);
    is_sure.then(|| new_sentence(sentence, joint, joint.first, ""))?
}

/// "… and we will …", without a comma: only where subject and verb leave no doubt.
fn at_word(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let before = match sentence.word(joint.first) {
        "and" => "",
        "but" => "But",
        _ => return None,
    };
    let next = joint.first + 1;
    if surely_begins_clause(sentence, next) && is_clause(sentence, joint.left.clone(), Open::Nothing) {
        return new_sentence(sentence, joint, next, before);
    }
    subject::said_again(sentence, joint)
}
