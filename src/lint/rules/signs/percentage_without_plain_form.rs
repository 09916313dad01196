//! Percentages that nothing explains.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::walk::{Place, Within};

const PAGE: &str = "\
# percentage-without-plain-form

A percentage in a sentence, without words beside it that say how many that is. Tables are left alone.

## Why

Many people cannot picture what 24% is. They can picture 1 person in 4. Human Easy Read has no
percentages at all. Other readers lose nothing if the number stays, in brackets.

## Example

> 24% of the people we asked use the bus.

## Instead

> About 1 in 4 of the people we asked use the bus (24%).

## Source

Netzwerk Leichte Sprache, \"The rules for easy language\": avoid percentages, or explain them. NHS
digital service manual, \"Numbers, measurements, dates and time\": how to present numbers.
";

static INFO: RuleInfo = RuleInfo {
    name: "percentage-without-plain-form",
    severity: Severity::Advice,
    summary: "A percentage without words that say how many that is.",
    page: PAGE,
};

/// Words that say how many it is.
const PLAIN_FORMS: [&str; 12] =
    ["out of", "in every", "in 10", "in ten", "half", "quarter", "third", "fifth", "1 in ", "one in ", "nearly all", "almost all"];

pub(in crate::lint) struct PercentageWithoutPlainForm;

impl Rule for PercentageWithoutPlainForm {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::words(can_say_percent).or_signs("%").in_english()
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        if passage.within == Within::Cell || passage.place != Place::Paragraph {
            return;
        }
        // A sentence may hold any number of them, and is looked through once.
        let mut looked_through: Option<(Range<usize>, bool)> = None;
        for (range, value) in percentages(passage) {
            let sentence = passage.sentence_at(range.start).map(|sentence| sentence.range.clone()).unwrap_or_default();
            if looked_through.as_ref().is_none_or(|(last, _)| *last != sentence) {
                let is_explained = passage.lower().get(sentence.clone()).is_some_and(says_how_many);
                looked_through = Some((sentence, is_explained));
            }
            if looked_through.as_ref().is_some_and(|(_, is_explained)| *is_explained) {
                continue;
            }
            let (Some(printed), Some(plain)) = (passage.text().get(range.clone()), plain_form(value)) else { continue };
            let Some(span) = passage.span(range) else { continue };
            findings.add(Occurrence { rule: INFO.name, key: printed, span, called: Called::Uses, replacement: None }, || {
                INFO.finding(
                    span,
                    format!("Many people cannot picture how many {printed} is."),
                    format!("Say it in plain words, too: \"{plain}\"."),
                )
            });
        }
    }
}

fn says_how_many(sentence: &str) -> bool {
    PLAIN_FORMS.iter().any(|form| sentence.contains(form))
}

/// Whether a word is "percent" or may go on as "per cent", with or without a number before it.
fn can_say_percent(word: &str) -> bool {
    word.ends_with("per") || word.contains("percent")
}

/// The percentages of a passage and the value of each.
fn percentages(passage: &Passage<'_>) -> Vec<(Range<usize>, f64)> {
    let mut found = Vec::new();
    let lower = passage.lower();
    for sign in ["%", "per cent", "percent"] {
        for (at, _) in lower.match_indices(sign) {
            let Some(before) = lower.get(..at).map(str::trim_end) else { continue };
            let number = before.bytes().rev().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
            let start = before.len() - number;
            let end = at + sign.len();
            let is_word_end = !lower.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
            let is_whole =
                !before.get(..start).is_some_and(|rest| rest.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '+' | ',')));
            if let Some(value) = before.get(start..).and_then(|number| number.parse().ok())
                && is_word_end
                && is_whole
                && at - before.len() <= 1
            {
                found.push((start..end, value));
            }
        }
    }
    found
}

/// So many of so many people. None for nothing, for all, and for more than all.
fn plain_form(percent: f64) -> Option<String> {
    if !(percent > 0.0 && percent < 100.0) {
        return None;
    }
    if percent < 0.75 {
        return Some("fewer than 1 in 100".to_owned());
    }
    let share = |of: f64| (percent / 100.0 * of).round();
    let of = [2.0, 3.0, 4.0, 5.0, 10.0, 20.0, 100.0].into_iter().find(|of| {
        let parts = share(*of);
        parts > 0.0 && parts < *of && (parts / of * 100.0 - percent).abs() <= 1.0
    })?;
    let parts = share(of);
    let about = if (parts / of * 100.0 - percent).abs() < 0.001 { "" } else { "about " };
    Some(format!("{about}{parts} in {of}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn a_percentage_is_reported_with_its_plain_form() {
        let text = "We heard from 24% of you. It was 12.5 per cent.";
        assert_eq!(texts_of(&PercentageWithoutPlainForm, text), ["24%", "12.5 per cent"]);
        assert_eq!(
            findings_of(&PercentageWithoutPlainForm, text)[0].help.as_deref(),
            Some("Say it in plain words, too: \"about 1 in 4\".")
        );
    }

    #[test]
    fn plain_forms_are_near_the_value() {
        for (percent, plain) in [
            (50.0, Some("1 in 2")),
            (33.0, Some("about 1 in 3")),
            (60.0, Some("3 in 5")),
            (89.0, Some("about 9 in 10")),
            (1.0, Some("1 in 100")),
            (0.2, Some("fewer than 1 in 100")),
            (97.4, Some("about 97 in 100")),
            (0.0, None),
            (100.0, None),
            (120.0, None),
        ] {
            assert_eq!(plain_form(percent).as_deref(), plain, "{percent}");
        }
    }

    #[test]
    fn what_is_explained_and_what_stands_in_a_table_are_left_alone() {
        for text in ["About 1 in 4 of us (24%) came.", "| a |\n|---|\n| 24% |", "100% of it", "a percentage of 5", "%", "5-10%", "# 24%"] {
            assert_eq!(texts_of(&PercentageWithoutPlainForm, text), Vec::<&str>::new(), "{text}");
        }
    }
}
