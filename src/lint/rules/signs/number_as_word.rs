//! Numbers written as words.

use crate::diagnostic::{Applicability, Severity};
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::walk::Place;
use crate::text::number;

const PAGE: &str = "\
# number-as-word

A number written as a word: \"twelve\" for 12. Each is reported once, at its first place. \"One\" is left
alone, as it is often no number.

## Why

Digits stand out: who looks for the number finds it, and who reads slowly takes it in at a glance.
Many people with a learning disability, or who are deaf, know 12 and not \"twelve\".

## Example

> We asked twenty-five people.

## Instead

> We asked 25 people.

## Source

Inclusion Europe, \"Information for all\": write numbers as digits. GOV.UK style guide, \"Numbers\".
";

static INFO: RuleInfo = RuleInfo { name: "number-as-word", severity: Severity::Advice, summary: "A number written as a word.", page: PAGE };

pub(in crate::lint) struct NumberAsWord;

impl Rule for NumberAsWord {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::words(|word| number(word).is_some()).in_english()
    }

    fn word(&self, index: usize, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) -> Option<usize> {
        if passage.place == Place::Heading {
            return None;
        }
        let (last, value) = number_from(passage, index)?;
        let words = passage.words().get(index)?.start..passage.words().get(last)?.end;
        if let Some(span) = passage.span(words.clone()) {
            let printed = passage.lower().get(words).unwrap_or_default();
            let replacement = || stands_alone(passage, index, last).then(|| (Applicability::Suggested, value.to_string()));
            findings.add(Occurrence { rule: INFO.name, key: printed, span, called: Called::Uses, replacement: Some(&replacement) }, || {
                INFO.finding(span, "Many readers know a number by its digits, and not by its word.", format!("Write {value}."))
            });
        }
        Some(last)
    }
}

/// The last word of the number that begins with this one, and its value. Larger numbers, such as "two
/// hundred", are no single word, and left alone.
fn number_from(passage: &Passage<'_>, index: usize) -> Option<(usize, u32)> {
    let value = number(passage.word(index)?)?;
    let goes_on = |at: usize| matches!(passage.after(at), " " | "-" | "\u{2010}" | "\u{2011}");
    let unit = passage.word(index + 1).filter(|_| goes_on(index) && value >= 20).and_then(unit);
    let (last, value) = unit.map_or((index, value), |unit| (index + 1, value + unit));
    let is_greater =
        |word: &str| matches!(word, "hundred" | "hundreds" | "thousand" | "thousands" | "million" | "billion" | "dozen" | "fold");
    let is_fraction = |word: &str| matches!(word, "half" | "halves" | "third" | "thirds" | "quarters" | "fifths" | "tenths");
    let next = passage.word(last + 1).filter(|_| goes_on(last));
    (!next.is_some_and(|word| is_greater(word) || is_fraction(word))).then_some((last, value))
}

/// Whether digits can stand in its place: not beside other numbers, where they would run together.
fn stands_alone(passage: &Passage<'_>, first: usize, last: usize) -> bool {
    let is_number = |word: &str| {
        number(word).is_some() || word.bytes().any(|byte| byte.is_ascii_digit()) || matches!(word, "one" | "to" | "or" | "point")
    };
    let before = first.checked_sub(1).and_then(|at| passage.word(at));
    let after = passage.word(last + 1);
    !before.is_some_and(is_number) && !after.is_some_and(is_number) && !passage.after(last).starts_with(['-', '.', '\u{2019}', '\''])
}

/// What can follow the tens: "twenty-one".
fn unit(word: &str) -> Option<u32> {
    if word == "one" { Some(1) } else { number(word).filter(|value| *value < 10) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn a_number_is_reported_once_with_its_digits() {
        let text = "We asked twenty-five people, and twelve came. Twelve left.";
        assert_eq!(texts_of(&NumberAsWord, text), ["twenty-five", "twelve"]);
        let findings = findings_of(&NumberAsWord, text);
        assert_eq!(findings[0].help.as_deref(), Some("Write 25."));
        assert_eq!(findings[1].fix.as_ref().unwrap().edits.len(), 2);
    }

    #[test]
    fn digits_that_would_run_together_are_not_offered() {
        for text in ["It is five 20 pence coins.", "Ask two or three people.", "It is a two-year plan."] {
            assert_eq!(findings_of(&NumberAsWord, text)[0].fix, None, "{text}");
        }
    }

    #[test]
    fn one_and_larger_numbers_and_headings_are_left_alone() {
        for text in ["No one came.", "We met two hundred.", "It is two-thirds.", "# Part two", "We come often.", "It is `two`."] {
            assert_eq!(texts_of(&NumberAsWord, text), Vec::<&str>::new(), "{text}");
        }
    }
}
