//! Short forms that words such as "hereafter" name: "Holt County Council, hereafter HCC, …"

use std::ops::Range;

use aho_corasick::packed::Searcher;

use super::brackets::{Pair, before, is_leading};
use super::tokens::trimmed;
use crate::text::places_of_part;

/// Words that say that a short form follows.
const NAMING: [&str; 4] = ["hereafter", "hereinafter", "henceforth", "known as"];

/// The most bytes between such words and the end of the short form.
const NEAR: usize = 60;

/// Where such words stand in a text, in order.
pub(super) fn places(text: &str) -> Vec<usize> {
    // Not every processor can look for all of them at once.
    if let Some(all) = Searcher::new(NAMING) {
        return all.find_iter(text).map(|found| found.start()).collect();
    }
    let mut places: Vec<usize> = NAMING.iter().flat_map(|naming| places_of_part(text, naming)).collect();
    places.sort_unstable();
    places
}

/// The short forms that such words name in a text.
pub(super) fn pairs(text: &str) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for naming in NAMING {
        for (at, _) in text.match_indices(naming) {
            let rest = at + naming.len();
            let near = (rest..=text.len().min(rest + NEAR)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(rest);
            let words = text[rest..near].split_inclusive(' ').scan(rest, |from, word| {
                let start = *from;
                *from += word.len();
                Some(start..*from)
            });
            let is_leading = |word: &Range<usize>| is_leading(text[word.clone()].trim());
            let short = words.take(6).find(|word| !is_leading(word) && !text[word.clone()].trim().is_empty());
            let short = short.map(|word| trimmed(text, word));
            let place = text[..at].trim_end_matches([' ', ',']).trim_end_matches(" also").trim_end_matches([' ', ',']).len();
            pairs.extend(short.and_then(|short| before(text, 0, place, &short)));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_form_is_the_next_word_that_may_be_one() {
        for text in ["Holt County Council, hereafter HCC, met.", "Holt County Council, also known as the HCC."] {
            let found: Vec<(&str, &str)> = pairs(text).into_iter().map(|pair| (&text[pair.short], &text[pair.long])).collect();
            assert_eq!(found, [("HCC", "Holt County Council")], "{text}");
        }
    }

    #[test]
    fn their_places_are_in_order() {
        let text = "known as A, hereinafter B, hereafter C, henceforth D, known here as E";
        assert_eq!(places(text), ["known as", "hereinafter", "hereafter", "henceforth"].map(|naming| text.find(naming).unwrap()));
        assert!(places("").is_empty());
    }
}
