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
