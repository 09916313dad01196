//! Cuts after a clause that stands first: "Although the gate is old, it shuts" becomes "The gate is old. But it
//! shuts". The order stays, so "if" and "when" are left: what they say first holds for what follows.

use std::ops::Range;

use super::super::capitalised;
use super::clause::{CONDITIONS, begins_clause, has_finite, surely_begins_clause};
use super::verbs::FINITE;
use super::{Cut, SHORTEST_PART, Sentence};

/// A clause that stands first, and what its sentence becomes up to the next clause.
pub(super) fn cut(sentence: &Sentence<'_>, asides: &[Range<usize>]) -> Option<(Cut, usize)> {
    let said = match sentence.word(0) {
        "although" | "though" => "But",
        "because" if sentence.word(1) != "of" => "So",
        "as" | "since" if is_reason(sentence) => "So",
        _ => return None,
    };
    let begin = sentence.place(1).filter(|_| begins_clause(sentence, 1))?.start;
    let (comma, next) = (SHORTEST_PART..sentence.len()).find_map(|next| {
        let end = sentence.place(next - 1)?.end;
        let between = sentence.text.get(end..sentence.place(next)?.start)?;
        (between.trim_end() == "," && !super::is_within(asides, &(end..end + 1))).then_some((end, next))
    })?;
    let holds = has_finite(sentence, 1..next) && !(1..next).any(|at| CONDITIONS.contains(&sentence.word(at)));
    let is_clause = surely_begins_clause(sentence, next) || (next..next + 6).any(|at| is_pronoun_with_verb(sentence, at));
    if !holds || !is_clause || sentence.len() - next < SHORTEST_PART {
        return None;
    }
    let clause = sentence.text.get(begin..comma)?;
    let range = sentence.place(0)?.start..sentence.place(next)?.start;
    Some((Cut { range, text: format!("{}. {said} ", capitalised(clause)), capitalises: false }, next))
}

/// "As there was no time", "As it is shut": "as" tells why, and not when or how.
fn is_reason(sentence: &Sentence<'_>) -> bool {
    let is_lasting = |at: usize| matches!(sentence.word(at), "is" | "are" | "was" | "were" | "has" | "have" | "had");
    sentence.word(0) == "as" && sentence.word(1) == "there" && is_lasting(2)
        || sentence.word(0) == "as" && (2..8).any(|at| is_lasting(at) && matches!(sentence.word(at + 1), "not" | "no" | "too"))
}

fn is_pronoun_with_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    matches!(sentence.word(at), "it" | "we" | "they" | "he" | "she" | "there" | "this") && FINITE.contains(&sentence.word(at + 1))
}

#[cfg(test)]
mod tests {
    use crate::rewrite::plain::simplify;

    #[test]
    fn a_clause_that_stands_first_keeps_its_place() {
        for (text, expected) in [
            (
                "Although the bench by the gate of the park is very old, it is the one people use most often.",
                "The bench by the gate of the park is very old. But it is the one people use most often.",
            ),
            (
                "As there was no more to talk about that day, the Chair said that the meeting had come to an end.",
                "There was no more to talk about that day. So the Chair said that the meeting had come to an end.",
            ),
        ] {
            assert_eq!(simplify(text).text, expected);
        }
    }

    #[test]
    fn what_hangs_together_stays() {
        for text in [
            "If the bench by the gate of the park is very old, it is the one that we will mend first.",
            "As we look at the bench by the gate of the park, we will think about who will mend it.",
        ] {
            assert_eq!(simplify(text).text, text);
        }
    }
}
