//! Words in capitals, one after the other.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::{FEWEST_CAPITALS, Passage};
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# all-capitals

Several words in capitals, one after the other, in the text or in a heading. One finding for the whole
document, with every place. Short forms such as NHS are no words in capitals.

## Why

People know a word by its shape. In capitals, all words are boxes, and have to be read letter by letter.
Some screen readers spell such words out, others shout. A short form among them cannot be told from
a word.

## Example

> THE MEETING WILL NOW BE HELD IN MAY.

## Instead

> **The meeting will now be held in May.**

## Source

UK Association for Accessible Formats, \"Creating clear print and large print documents\" (G003): no
blocks of capitals. Royal National Institute of Blind People, \"Clear Print\".
";

static INFO: RuleInfo =
    RuleInfo { name: "all-capitals", severity: Severity::Advice, summary: "Several words in capitals, one after the other.", page: PAGE };

/// So many words make a block of capitals.
const BLOCK: usize = 2;

pub(in crate::lint) struct AllCapitals;

impl Rule for AllCapitals {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::EVERY
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        let bytes = passage.text().as_bytes();
        if passage.capitals < BLOCK {
            return;
        }
        let mut index = 0;
        while let Some(word) = passage.words().get(index) {
            let is_small = bytes.get(word.start + 1..word.end).and_then(<[u8]>::first).is_some_and(u8::is_ascii_lowercase);
            let row = index..if is_small { index } else { end_of_row(passage, index) };
            index = row.end.max(index + 1);
            if let Some(first) = start_of_block(passage, row.clone())
                && let Some(span) = passage.span_of_words(first, row.end - 1)
            {
                findings.add(Occurrence { rule: INFO.name, key: "", span, called: Called::Places, replacement: None }, || {
                    INFO.finding(
                        span,
                        "Words in capitals have to be read letter by letter, and some screen readers spell them.",
                        "Write them in small letters. If they matter, make them bold.",
                    )
                });
            }
        }
    }
}

/// Where a row of words in capitals ends that begins with this word: there, if it is none.
fn end_of_row(passage: &Passage<'_>, first: usize) -> usize {
    let mut end = first;
    while passage.printed(end).is_some_and(is_capital) {
        end += 1;
        if !passage.goes_on(end - 1) {
            break;
        }
    }
    end
}

/// The first word of a row in capitals from which on it is a block. A list of short forms has long ones among its
/// short ones; a block of words is mostly long.
fn start_of_block(passage: &Passage<'_>, row: Range<usize>) -> Option<usize> {
    let mut long = 0;
    let begins_block = |first: &usize| {
        long += usize::from(passage.printed(*first).is_some_and(is_long));
        long >= BLOCK && long * 2 >= row.end - first
    };
    row.clone().rev().filter(begins_block).last()
}

fn is_long(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() >= FEWEST_CAPITALS
}

fn is_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(|letter| letter.is_lowercase() || letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn blocks_of_capitals_are_one_finding() {
        let text = "# ANNUAL REPORT\n\nThe MEETING WILL BE HELD in May.";
        assert_eq!(texts_of(&AllCapitals, text), ["ANNUAL REPORT"]);
        let also = findings_of(&AllCapitals, text)[0].also[0];
        assert_eq!(&text[also.range()], "MEETING WILL BE HELD");
    }

    #[test]
    fn a_block_may_begin_among_short_forms() {
        assert_eq!(texts_of(&AllCapitals, "The AB CD EF PLANNING BOARD met."), ["CD EF PLANNING BOARD"]);
    }

    #[test]
    fn short_forms_and_single_words_are_left_alone() {
        for text in ["RESOLVED that it be done.", "The NHS ICB and DEFRA, DLUHC, CIPFA met.", "Form AB1234 CD5678", "I A B C"] {
            assert_eq!(texts_of(&AllCapitals, text), Vec::<&str>::new(), "{text}");
        }
    }
}
