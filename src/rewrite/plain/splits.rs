//! Long sentences in two: at a semicolon, at "and", "but" or "so" with a new subject, and before a last
//! "which is". Only where each part has a verb of its own.

use std::ops::Range;

use super::capitalised;
use super::sentence::{Sentence, is_within};

/// Sentences up to this many words are left (GOV.UK 2020: 10 to 15 words).
const LONG_ENOUGH: usize = 15;

/// What is longer than this has lost the marks of its sentences, and is left.
const TOO_LONG: usize = 200;

/// Each part of a sentence that is cut has at least so many words.
const SHORTEST_PART: usize = 4;

/// Verbs that need no other word to say that something is so.
const FINITE: [&str; 36] = [
    "is", "are", "was", "were", "am", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall",
    "do", "does", "did", "cannot", "agreed", "asked", "said", "noted", "reported", "wants", "want", "need", "needs", "makes", "make",
    "made", "went", "gave", "took",
];

/// Words that a part of a sentence hangs on. What follows "and" may hang on them too.
const HANGING: [&str; 17] = [
    "if", "when", "whenever", "while", "whether", "unless", "although", "though", "because", "since", "until", "once", "that", "where",
    "how", "why", "what",
];

const SUBJECTS: [&str; 7] = ["we", "they", "you", "he", "she", "it", "i"];
const POINTING: [&str; 3] = ["this", "there", "these"];
const ARTICLES: [&str; 12] = ["the", "a", "an", "our", "your", "their", "its", "all", "some", "many", "most", "each"];

/// A place where a sentence is cut: the bytes that go, and what stands there then.
pub(super) struct Cut {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

/// Where to cut a sentence.
pub(super) fn cuts(sentence: &Sentence<'_>, quoted: &[Range<usize>]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let text = sentence.text;
    if !(LONG_ENOUGH + 1..=TOO_LONG).contains(&sentence.len())
        || text.get(sentence.range.clone()).is_none_or(|said| said.contains(['(', '[', '\n']))
    {
        return cuts;
    }
    let mut start = 0;
    for at in 1..sentence.len() {
        let Some(joint) = joint(sentence, at).filter(|joint| !is_within(quoted, &(joint.at..joint.at + 1))) else { continue };
        let left = start..at;
        if left.len() < SHORTEST_PART || sentence.len() - at < SHORTEST_PART {
            continue;
        }
        let cut = match joint.sign {
            Sign::Semicolon => at_semicolon(sentence, &joint, left),
            Sign::Comma => at_comma(sentence, &joint, left),
            Sign::None => at_and(sentence, &joint, left),
        };
        if let Some(cut) = cut {
            start = sentence.between(cut.range.end, sentence.range.end).start.saturating_sub(1).max(at);
            cuts.push(cut);
        }
    }
    cuts
}

/// What stands before a word of a sentence.
struct Joint {
    /// Where the word before ends.
    at: usize,
    sign: Sign,
    /// The word after.
    first: usize,
}

enum Sign {
    Semicolon,
    Comma,
    None,
}

fn joint(sentence: &Sentence<'_>, first: usize) -> Option<Joint> {
    let at = sentence.place(first.checked_sub(1)?)?.end;
    let sign = match sentence.text.get(at..sentence.place(first)?.start)?.trim_end() {
        ";" => Sign::Semicolon,
        "," => Sign::Comma,
        "" if sentence.word(first) == "and" => Sign::None,
        _ => return None,
    };
    Some(Joint { at, sign, first })
}

fn at_semicolon(sentence: &Sentence<'_>, joint: &Joint, left: Range<usize>) -> Option<Cut> {
    (has_finite(sentence, left) && begins_clause(sentence, joint.first)).then(|| new_sentence(sentence, joint.at, joint.first, ""))?
}

fn at_comma(sentence: &Sentence<'_>, joint: &Joint, left: Range<usize>) -> Option<Cut> {
    let keeps = match sentence.word(joint.first) {
        "and" => "",
        "but" => "But ",
        "so" => "So ",
        "which" => return at_which(sentence, joint, left),
        _ => return None,
    };
    let stands_alone = is_clause(sentence, left) && begins_clause(sentence, joint.first + 1);
    stands_alone.then(|| new_sentence(sentence, joint.at, joint.first + 1, keeps))?
}

/// "… and we will …", without a comma: only where a pronoun and its verb leave no doubt.
fn at_and(sentence: &Sentence<'_>, joint: &Joint, left: Range<usize>) -> Option<Cut> {
    let subject = sentence.word(joint.first + 1);
    let is_sure = SUBJECTS.contains(&subject) && subject != "you" && FINITE.contains(&sentence.word(joint.first + 2));
    (is_sure && is_clause(sentence, left)).then(|| new_sentence(sentence, joint.at, joint.first + 1, ""))?
}

/// ", which is …" up to the end of the sentence becomes "This is …".
fn at_which(sentence: &Sentence<'_>, joint: &Joint, left: Range<usize>) -> Option<Cut> {
    let subject = match sentence.word(joint.first + 1) {
        "is" | "was" | "has" => "This",
        "are" | "were" | "have" => "These",
        "will" | "would" | "can" | "could" | "may" | "must" | "should" => {
            if sentence.word(left.end - 1).ends_with('s') {
                "These"
            } else {
                "This"
            }
        }
        verb if verb.len() > 3 && verb.ends_with('s') && !verb.ends_with("ss") => "This",
        _ => return None,
    };
    let rest = sentence.text.get(joint.at + 1..sentence.range.end)?;
    if rest.contains([',', ';', ':']) || !is_clause(sentence, left) {
        return None;
    }
    let which = sentence.place(joint.first)?;
    Some(Cut { range: joint.at..which.end, text: format!(". {subject}") })
}

/// Whether the words so far are a sentence of their own, on which nothing later hangs.
fn is_clause(sentence: &Sentence<'_>, left: Range<usize>) -> bool {
    // After a comma there must be a verb too: "the hall, the park, and the pool are shut" is a list.
    let last_comma =
        left.clone().rev().find(|at| *at > left.start && matches!(joint(sentence, *at), Some(Joint { sign: Sign::Comma, .. })));
    has_finite(sentence, left.clone())
        && !hangs(sentence, left.clone())
        && last_comma.is_none_or(|comma| has_finite(sentence, comma..left.end))
}

/// Ends the sentence at a sign, and begins the next at a word.
fn new_sentence(sentence: &Sentence<'_>, at: usize, first: usize, keeps: &str) -> Option<Cut> {
    let place = sentence.place(first)?;
    let word = sentence.shown(first);
    let word = if keeps.is_empty() { capitalised(word) } else { word.to_owned() };
    Some(Cut { range: at..place.end, text: format!(". {keeps}{word}") })
}

fn has_finite(sentence: &Sentence<'_>, words: Range<usize>) -> bool {
    words.clone().any(|at| {
        let word = sentence.word(at);
        let is_past = || at > words.start && word.len() > 4 && word.ends_with("ed") && !ARTICLES.contains(&sentence.word(at - 1));
        FINITE.contains(&word) || (SUBJECTS.contains(&word) && words.contains(&(at + 1))) || is_past()
    })
}

fn hangs(sentence: &Sentence<'_>, mut words: Range<usize>) -> bool {
    words.any(|at| HANGING.contains(&sentence.word(at)))
}

/// Whether a subject and its verb begin at a word.
fn begins_clause(sentence: &Sentence<'_>, first: usize) -> bool {
    let is_finite = |at: usize| FINITE.contains(&sentence.word(at));
    let word = sentence.word(first);
    if SUBJECTS.contains(&word) {
        return !sentence.word(first + 1).is_empty();
    }
    if POINTING.contains(&word) {
        return is_finite(first + 1);
    }
    let names_something = ARTICLES.contains(&word) || sentence.shown(first).starts_with(char::is_uppercase) || word.ends_with('s');
    let is_one_phrase = |to: usize| {
        sentence.place(first).zip(sentence.place(to)).is_some_and(|(from, to)| {
            sentence.text.get(from.start..to.end).is_some_and(|between| !between.contains([',', ';', ':', '-', '\u{2013}']))
        })
    };
    names_something
        && (first + 1..first + 6)
            .find(|at| is_finite(*at))
            .is_some_and(|verb| is_one_phrase(verb) && !(first + 1..verb).any(|at| is_relative(sentence.word(at))))
}

fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "which" | "that" | "whose" | "and" | "or" | "as")
}

#[cfg(test)]
mod tests {
    use super::super::simplify;

    #[test]
    fn a_new_subject_begins_a_new_sentence() {
        let said = |text: &str| simplify(text).text;
        assert_eq!(
            said("The panel looked at all of the bus shelters in the town, and it was clear which needed work."),
            "The panel looked at all of the bus shelters in the town. It was clear which needed work."
        );
        assert_eq!(
            said("We have looked at all of the bus shelters in the town; they are old and they let in the rain."),
            "We have looked at all of the bus shelters in the town. They are old and they let in the rain."
        );
        assert_eq!(
            said("The panel has looked at every one of the shelters in the ward, but the cost of them is not known."),
            "The panel has looked at every one of the shelters in the ward. But the cost of them is not known."
        );
        assert_eq!(
            said("We will mend the old bench by the gate of the park in the town, which is the one people use most."),
            "We will mend the old bench by the gate of the park in the town. This is the one people use most."
        );
    }

    #[test]
    fn what_hangs_together_stays_together() {
        for text in [
            "If the panel looks at all of the bus shelters in the town, and it is clear which need work, it will say so.",
            "We asked about bus shelters, benches, and the old gate of the park that is next to the school in the town.",
            "Short, and it is left.",
        ] {
            assert_eq!(simplify(text).text, text);
        }
    }
}
