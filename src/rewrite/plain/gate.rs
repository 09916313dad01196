//! The gate that every change must pass: the same numbers, negations and names before and after.

use std::collections::HashSet;

use crate::text::{number, words};

/// Words that turn a sentence round, or narrow what it says.
const NEGATIONS: [&str; 16] = [
    "not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "without", "cannot", "unable", "unless", "except", "only",
    "hardly", "barely",
];

/// Other words for numbers, and their value.
const OTHER_NUMBERS: [(&str, &str); 6] =
    [("zero", "0"), ("hundred", "100"), ("thousand", "1000"), ("million", "1000000"), ("half", "1/2"), ("quarter", "1/4")];

/// Whether two ways to say something have the same numbers, negations and names. A name may begin a
/// sentence in one of them, where every word has a capital, and may be said again.
pub(super) fn passes(before: &str, after: &str) -> bool {
    let (before, after) = (Facts::of(before), Facts::of(after));
    let has_all = |in_one: &Facts, in_other: &Facts| in_one.names.iter().all(|name| in_other.words.contains(name));
    before.numbers == after.numbers && before.negations == after.negations && has_all(&before, &after) && has_all(&after, &before)
}

#[derive(Default)]
struct Facts {
    numbers: Vec<String>,
    negations: usize,
    names: Vec<String>,
    /// Every word, as it stands.
    words: HashSet<String>,
}

impl Facts {
    fn of(text: &str) -> Self {
        let mut facts = Self::default();
        let mut begins_sentence = true;
        let mut end = 0;
        for range in words(text) {
            begins_sentence |= text[end..range.start].contains(['.', '!', '?', ':', '\n']);
            end = range.end;
            let word = &text[range];
            let lower = word.to_lowercase().replace('\u{2019}', "'");
            if NEGATIONS.contains(&lower.as_str()) || lower.ends_with("n't") {
                facts.negations += 1;
            }
            let other = || OTHER_NUMBERS.iter().find(|(word, _)| *word == lower).map(|(_, value)| (*value).to_owned());
            let value = number(&lower).map(|value| value.to_string()).or_else(other);
            if let Some(value) = value.or_else(|| lower.contains(|character: char| character.is_ascii_digit()).then(|| lower.clone())) {
                facts.numbers.push(value);
            } else if !begins_sentence && word.starts_with(char::is_uppercase) {
                facts.names.push(word.to_owned());
            }
            facts.words.insert(word.to_owned());
            begins_sentence = false;
        }
        facts.numbers.sort_unstable();
        facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_a_number_a_negation_or_a_name_is_stopped() {
        assert!(passes("It was purchased in May for £300.", "It was bought in May for £300."));
        assert!(!passes("It cost £300.", "It cost £30."));
        assert!(!passes("Seven were late.", "Some were late."));
        assert!(passes("We met seven people.", "We met 7 people."));
        assert!(!passes("We met seven people.", "We met 8 people."));
        assert!(!passes("He is unable to come.", "He may come."));
        assert!(!passes("It was sent to Wexmere.", "It was sent."));
        assert!(passes("We met, and it rained.", "We met. It rained."));
        assert!(passes("We don't know.", "We do not know."));
    }
}
