//! Finding what is to be said in words: the text is gone through once, and at each word and sign the
//! rules that may begin there are asked.

use std::ops::Range;

use crate::outcome::ChangeKind;

use super::scan::Scan;
use super::{dates, money, ranges, references, short_words, signs, times, votes};

/// What a rule found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Words to say.
    Said {
        /// Where what they stand for ends.
        end: usize,
        words: String,
        kind: ChangeKind,
    },
    /// Something that can be read in two ways.
    Ambiguous { end: usize, one: String, other: String },
}

impl Found {
    /// Words to say for what ends here.
    pub(super) fn said(end: usize, words: impl Into<String>, kind: ChangeKind) -> Self {
        Self::Said { end, words: words.into(), kind }
    }

    const fn end(&self) -> usize {
        match self {
            Self::Said { end, .. } | Self::Ambiguous { end, .. } => *end,
        }
    }
}

/// A rule: what it finds at a place, if it finds anything.
type Rule = for<'a> fn(Scan<'a>) -> Option<Found>;

/// What may begin with a digit, in the order that it is asked.
const OF_DIGITS: [Rule; 6] = [dates::of_digits, times::times, votes::votes, ranges::of_numbers, money::pence, short_words::units];

/// What may begin with a letter.
const OF_LETTERS: [Rule; 5] = [dates::of_letters, ranges::of_names, votes::votes, references::references, short_words::short_words];

/// What may begin with another sign.
const OF_SIGNS: [Rule; 2] = [money::money, signs::signs];

/// What is to be said in words, in order.
pub(super) fn phrases(text: &str) -> Vec<(Range<usize>, Found)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let scan = Scan::new(text, at);
        if let Some(end) = address(scan) {
            at = end;
            continue;
        }
        let rules: &[Rule] = if next.is_ascii_digit() {
            &OF_DIGITS
        } else if next.is_alphabetic() {
            &OF_LETTERS
        } else if next.is_whitespace() {
            &[]
        } else {
            &OF_SIGNS
        };
        match rules.iter().find_map(|rule| rule(scan)).filter(|found| found.end() > at) {
            Some(phrase) => {
                let start = std::mem::replace(&mut at, phrase.end());
                // What stays the same need not be told.
                let is_same = matches!(&phrase, Found::Said { words, .. } if text.get(start..at) == Some(words));
                if !is_same {
                    found.push((start..at, phrase));
                }
            }
            None => at = next_place(scan, next),
        }
    }
    found
}

/// The place after the word, the number or the sign that begins here.
fn next_place(scan: Scan<'_>, next: char) -> usize {
    let mut scan = scan;
    if next.is_alphabetic() {
        scan.word();
    } else if next.is_ascii_digit() {
        scan.digits();
    } else {
        scan.at += next.len_utf8();
    }
    scan.at
}

/// The end of the address of a page or a mailbox that begins here: it is there to be typed.
fn address(scan: Scan<'_>) -> Option<usize> {
    if scan.last().is_some_and(|last| !last.is_whitespace() && !matches!(last, '(' | '<' | '"' | '“' | '‘')) {
        return None;
    }
    let chunk = scan.rest().split(char::is_whitespace).next()?;
    let is_mailbox = chunk.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let is_page = chunk.contains("://") || chunk.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www."));
    (is_mailbox || is_page).then(|| scan.at + chunk.len())
}

#[cfg(test)]
pub(super) fn say(text: &str) -> String {
    let mut said = String::new();
    let mut from = 0;
    for (range, found) in phrases(text) {
        if let Found::Said { words, .. } = found {
            said.push_str(&text[from..range.start]);
            said.push_str(&words);
            from = range.end;
        }
    }
    said + &text[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_left() {
        for text in ["www.a.uk/25/12/2025", "see https://a.uk/s.106?a=1&b=2 for it", "<c&r@a.uk>", "clerk@a.gov.uk"] {
            assert_eq!(say(text), text);
        }
    }

    #[test]
    fn what_comes_after_an_address_is_said() {
        assert_eq!(say("a@b.uk & www.c.uk at 7.30pm"), "a@b.uk and www.c.uk at 7:30 pm");
    }

    #[test]
    fn plain_words_stay() {
        let text = "Mr T. Hale of 12 St Mary's St saw 3 of the 1,250 trees (oak) on 4 March 2026; ‘fine’, he said.";
        assert_eq!(say(text), text);
    }
}
