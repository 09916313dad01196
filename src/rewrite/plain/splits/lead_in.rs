//! Cuts before "and" where words lead to the second clause: "and if it rains, we will", "and as part of this, it is".

use super::clause::{Open, follows_comma, has_finite, is_clause, surely_begins_clause};
use super::{Cut, Joint, Sentence, Sign, new_sentence};

/// The comma after what leads in stands within so many words.
const LONGEST: usize = 14;

/// What leads in without a verb.
const PHRASES: [&str; 8] =
    ["as part of", "as a result", "at the same time", "during", "following", "in addition", "in the meantime", "in this way"];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let is_place = matches!(joint.sign, Sign::Comma | Sign::None) && sentence.word(joint.first) == "and";
    let next = joint.first + 1;
    let is_condition = matches!(sentence.word(next), "if" | "when" | "once");
    let begins = |words: &str| words.split(' ').enumerate().all(|(index, word)| sentence.word(next + index) == word);
    if !is_place || !is_condition && !PHRASES.iter().any(|phrase| begins(phrase)) {
        return None;
    }
    let clause = (next + 2..next + LONGEST).find(|at| follows_comma(sentence, *at))?;
    let leads = has_finite(sentence, next..clause) == is_condition;
    let open = if joint.sign == Sign::Comma { Open::Relatives } else { Open::Nothing };
    (leads && surely_begins_clause(sentence, clause) && is_clause(sentence, joint.left.clone(), open))
        .then(|| new_sentence(sentence, joint, next, ""))?
}

#[cfg(test)]
mod tests {
    use crate::rewrite::plain::simplify;

    #[test]
    fn a_condition_goes_with_what_follows_it() {
        let (text, expected) = (
            "We will look at all the old benches in the park and if it is dry, we will mend some of them.",
            "We will look at all the old benches in the park. If it is dry, we will mend some of them.",
        );
        assert_eq!(simplify(text).text, expected);
    }

    #[test]
    fn what_hangs_together_stays() {
        let text = "We asked what people would like to see in the park and if it was open when they were there last.";
        assert_eq!(simplify(text).text, text);
    }
}
