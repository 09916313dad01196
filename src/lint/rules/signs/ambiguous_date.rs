//! Dates that can be read in two ways.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::MONTHS;

const PAGE: &str = "\
# ambiguous-date

A date in numbers that can be read in two ways: 1/4/26 is 1 April, and 4 January to others.

## Why

Screen readers read such a date as a sum, or the American way round. People who use Easy Read know
months by their names. Who gets it wrong misses the meeting. Nothing can mend it but the author, who
knows which day was meant.

## Example

> Send your answer by 1/4/26.

## Instead

> Send your answer by 1 April 2026.

## Source

GOV.UK style guide, \"Dates\". Inclusion Europe, \"Information for all\": write dates in full.
";

static INFO: RuleInfo =
    RuleInfo { name: "ambiguous-date", severity: Severity::Warning, summary: "A date that can be read in two ways: 1/4/26.", page: PAGE };

pub(in crate::lint) struct AmbiguousDate;

impl Rule for AmbiguousDate {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::signs("/")
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        let text = passage.text();
        let mut from = 0;
        while let Some(sign) = text.get(from..).and_then(|rest| rest.find('/')).map(|at| from + at) {
            from = sign + 1;
            let Some((range, day, month)) = date_around(text, sign) else { continue };
            from = range.end;
            let (Some(printed), Some(span)) = (text.get(range.clone()), passage.span(range)) else { continue };
            findings.add(Occurrence { rule: INFO.name, key: printed, span, called: Called::Uses, replacement: None }, || {
                let (first, second) = (in_words(day, month), in_words(month, day));
                let message = format!("\"{printed}\" is {first} to some readers and {second} to others.");
                INFO.finding(span, message, format!("Write the month as a word: \"{first}\", if that is meant."))
            });
        }
    }
}

/// The date of which this is the first stroke, if it can be read in two ways: its place, the day and the month.
fn date_around(text: &str, stroke: usize) -> Option<(Range<usize>, usize, usize)> {
    let bytes = text.as_bytes();
    let start = stroke - bytes.get(..stroke)?.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let middle = stroke + 1 + digits(bytes, stroke + 1);
    let end = middle + 1 + digits(bytes, middle + 1);
    let is_whole = !start.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(|byte| is_joined(*byte))
        && !bytes.get(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'/');
    let year = end.checked_sub(middle + 1)?;
    if bytes.get(middle) != Some(&b'/') || !is_whole || !matches!(year, 2 | 4) {
        return None;
    }
    let number = |range: Range<usize>| text.get(range).filter(|digits| digits.len() <= 2)?.parse::<usize>().ok();
    let (day, month) = (number(start..stroke)?, number(stroke + 1..middle)?);
    let is_open = (1..=12).contains(&day) && (1..=12).contains(&month) && day != month;
    is_open.then_some((start..end, day, month))
}

fn is_joined(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_')
}

fn digits(bytes: &[u8], from: usize) -> usize {
    bytes.get(from..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn in_words(day: usize, month: usize) -> String {
    let month = month.checked_sub(1).and_then(|at| MONTHS.get(at)).unwrap_or(&"");
    format!("{day} {month}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn a_date_that_can_be_read_in_two_ways_is_reported_and_never_mended() {
        assert_eq!(texts_of(&AmbiguousDate, "By 1/4/26, or 03/05/2024."), ["1/4/26", "03/05/2024"]);
        let findings = findings_of(&AmbiguousDate, "By 1/4/26.");
        assert_eq!(findings[0].message, "\"1/4/26\" is 1 April to some readers and 4 January to others.");
        assert_eq!(findings[0].fix, None);
    }

    #[test]
    fn dates_with_one_meaning_and_references_are_left_alone() {
        for text in
            ["25/12/2024", "5/5/2024", "1 April 2026", "DM/2/3/24", "1/4", "1/4/26/7", "0/4/26", "and/or/if", "1/4/266", "/", "9/", "/9/9"]
        {
            assert_eq!(texts_of(&AmbiguousDate, text), Vec::<&str>::new(), "{text}");
        }
    }
}
