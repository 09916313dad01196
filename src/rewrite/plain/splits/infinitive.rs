//! Cuts between two things to do that one frame leads to: "It is important to listen, and to learn" becomes "It is
//! important to listen. It is important to learn".

use super::super::capitalised;
use super::clause::{CONDITIONS, has_finite};
use super::{Cut, Joint, Sentence, Sign, new_sentence};

/// A frame has no more words.
const LONGEST: usize = 9;

/// What a frame may begin with and does not say again.
const ADVERBS: [&str; 3] = ["However, ", "But ", "So "];

pub(super) fn cut(sentence: &Sentence<'_>, joint: &Joint) -> Option<Cut> {
    let second = joint.first + 1;
    let is_place = matches!(joint.sign, Sign::Comma | Sign::None) && sentence.word(joint.first) == "and" && sentence.word(second) == "to";
    if !is_place {
        return None;
    }
    // "prior to the", "next to a": no verb follows.
    let is_infinitive = |at: usize| {
        sentence.word(at) == "to" && sentence.shown(at + 1).starts_with(char::is_lowercase) && !is_noun_ahead(sentence.word(at + 1))
    };
    let mut all = joint.left.clone().filter(|at| is_infinitive(*at));
    let first = all.next().filter(|_| all.next().is_none() && is_infinitive(second))?;
    let frame = joint.left.start..first;
    let is_open = joint
        .left
        .clone()
        .any(|at| CONDITIONS.contains(&sentence.word(at)) || matches!(sentence.word(at), "from" | "not" | "and" if at < first));
    if !(2..=LONGEST).contains(&frame.len()) || is_open || !has_finite(sentence, frame.clone()) {
        return None;
    }
    let shown = sentence.text.get(sentence.place(frame.start)?.start..sentence.place(first - 1)?.end)?;
    let shown = ADVERBS.iter().find_map(|adverb| shown.strip_prefix(adverb)).unwrap_or(shown);
    (!shown.contains([',', '(', ':', ';', '"', '\u{2018}'])).then(|| new_sentence(sentence, joint, second, &capitalised(shown)))?
}

fn is_noun_ahead(word: &str) -> bool {
    matches!(
        word,
        "the" | "a" | "an" | "our" | "their" | "its" | "this" | "these" | "all" | "those" | "any" | "your" | "each" | "which" | "whom"
    )
}

#[cfg(test)]
mod tests {
    use crate::rewrite::plain::simplify;

    #[test]
    fn a_frame_is_said_again() {
        let (text, expected) = (
            "It is important to look at all the old benches in the park, and to ask people which they use.",
            "It is important to look at all the old benches in the park. It is important to ask people which they use.",
        );
        assert_eq!(simplify(text).text, expected);
    }

    #[test]
    fn what_hangs_together_stays() {
        let text = "We want to ask people to look at all the old benches in the park and to tell us what they think.";
        assert_eq!(simplify(text).text, text);
    }
}
