//! Cuts before a sentence in brackets at the end of another: "We met (it was late)" becomes "We met. (It was late)".

use super::clause::{Open, is_open, surely_begins_clause};
use super::{Cut, Joint, Sentence, Sign};

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let whole = sentence.text.get(joint.at..joint.end_at)?.trim_end().trim_end_matches('.');
    let is_last = joint.sign == Sign::Bracket && whole.ends_with(')') && whole.matches('(').count() == 1;
    // What it stands after may be a list of names: it stays as it was.
    let stands_alone = surely_begins_clause(sentence, joint.first) && !is_open(sentence, joint.left.clone(), Open::Relatives);
    let range = joint.at..sentence.place(joint.first)?.start;
    (is_last && stands_alone).then_some(Cut { range, text: ". (".to_owned(), capitalises: true })
}

#[cfg(test)]
mod tests {
    use crate::rewrite::plain::simplify;

    #[test]
    fn a_sentence_in_brackets_stands_alone() {
        let (text, expected) = (
            "We looked at all the old benches in the park by the gate (some of them are not safe to sit on).",
            "We looked at all the old benches in the park by the gate. (Some of them are not safe to sit on).",
        );
        assert_eq!(simplify(text).text, expected);
    }

    #[test]
    fn what_hangs_together_stays() {
        let text = "We looked at all the old benches in the park (the red and the green ones) by the old iron gate.";
        assert_eq!(simplify(text).text, text);
    }
}
