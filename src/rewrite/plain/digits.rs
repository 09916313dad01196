//! Numbers in digits, where they count things: "seven homes" is "7 homes". Digits are easier to find and to
//! read (Inclusion Europe). "One" is left: it is as often no number.

use super::sentence::Sentence;
use crate::text::number;

/// Larger numbers are rarely counts of things when they are written as words.
const LARGEST: u32 = 12;

/// Words that a number names, and does not count: "stage two".
const NAMED_BY_NUMBER: [&str; 22] = [
    "phase", "stage", "part", "option", "group", "year", "day", "week", "page", "chapter", "section", "level", "tier", "item", "number",
    "ward", "zone", "category", "class", "lot", "unit", "one",
];

/// Words within a longer number: "two or three", "one in four", "a hundred and two".
const WITHIN_NUMBER: [&str; 5] = ["or", "to", "and", "in", "of"];

/// Several of a thing, without "s".
const SEVERAL: [&str; 4] = ["people", "children", "men", "women"];

/// What is not counted after a number: "in two minds", "two thirds". Sums of money stay as they are written.
const NOT_COUNTED: [&str; 14] =
    ["pounds", "pence", "minds", "thirds", "quarters", "fifths", "tenths", "halves", "hundreds", "thousands", "s", "is", "was", "has"];

/// The digits for a number word that counts things.
pub(super) fn digits(sentence: &Sentence<'_>, at: usize) -> Option<String> {
    let value = number(sentence.word(at)).filter(|value| *value <= LARGEST)?;
    let before = sentence.word(at.checked_sub(1)?);
    let counts = (at + 1..at + 3).find(|next| is_several(sentence.word(*next)));
    let is_one_phrase = |last: usize| sentence.is_free(at..last + 1);
    let is_within = WITHIN_NUMBER.contains(&before) && at.checked_sub(2).is_some_and(|before| is_number(sentence.word(before)));
    (!is_within && !NAMED_BY_NUMBER.contains(&before) && counts.is_some_and(is_one_phrase)).then(|| value.to_string())
}

fn is_number(word: &str) -> bool {
    let is_word = number(word).is_some() || matches!(word, "one" | "hundred" | "thousand" | "million");
    is_word || word.starts_with(|first: char| first.is_ascii_digit())
}

fn is_several(word: &str) -> bool {
    let is_plural = word.len() > 2 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("'s");
    SEVERAL.contains(&word) || is_plural && !NOT_COUNTED.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::simplify;

    #[test]
    fn what_is_counted_has_digits() {
        for (text, expected) in [
            ("We met seven residents.", "We met 7 residents."),
            ("All three new benches were used.", "All 3 new benches were used."),
            ("They spoke to four people.", "They spoke to 4 people."),
        ] {
            assert_eq!(simplify(text).text, expected);
        }
    }

    #[test]
    fn names_fractions_and_turns_of_phrase_are_left() {
        for text in [
            "One of the benches broke.",
            "No one came.",
            "The Seven Stars is shut.",
            "Phase two works are done.",
            "He was in two minds about it.",
            "It costs ten pounds.",
            "Two or three benches broke.",
            "About two thirds of us came.",
            "It is one in four homes.",
            "The two of them met.",
            "He bought two-tier benches.",
        ] {
            assert_eq!(simplify(text).text, text);
        }
    }
}
