//! Sentences that are too long to keep in mind.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::Role;
use crate::model::walk::{Place, Within};

const PAGE: &str = "\
# long-sentence

A sentence of more than 25 words is a warning, one of more than 15 words is advice. Words with hyphens
count as one. Headings, cells of tables and lists of people are left out. Other limits can be set in
`plainsong.toml`: `advised-sentence` and `longest-sentence` in the section `[check.limits]`.

## Why

Who reads slowly, listens, or has little room in the memory has lost the beginning of a long sentence
before its end. The words a sentence has tell human Easy Read from other papers better than any other
figure: its writers use 13, others 23.

## Example

> The panel, which met in March, noted that the report, which had been sent to all members before the
> meeting, was late, and asked the officer to explain why at the next meeting.

## Instead

> The panel met in March. The report had been sent to all members before the meeting. The panel noted
> that it was late. It asked the officer to explain why at the next meeting.

## Source

GOV.UK content design guide, \"Writing for GOV.UK\": sentences of no more than 25 words. Department of
Health, \"Making written information easier to understand for people with learning disabilities\"
(2010): 10 to 15 words.
";

static INFO: RuleInfo = RuleInfo {
    name: "long-sentence",
    severity: Severity::Warning,
    summary: "A sentence of more than 25 words; advice from 16 on.",
    page: PAGE,
};

/// A passage that names this many people who came or did not is a list of them.
const LIST_OF_PEOPLE: usize = 3;

pub(in crate::lint) struct LongSentence;

impl Rule for LongSentence {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::EVERY
    }

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        let limits = context.options.limits;
        if passage.place != Place::Paragraph || passage.within == Within::Cell || passage.words().len() < limits.advised_sentence {
            return;
        }
        let mut long = passage.sentences().iter().filter(|sentence| sentence.length > limits.advised_sentence).peekable();
        if long.peek().is_none() || lists_people(passage, context) {
            return;
        }
        let advised = limits.advised_sentence.to_string();
        for sentence in long {
            let Some(span) = passage.span(sentence.range.clone()) else { continue };
            // Of all findings most are of this rule: their texts are put together without the formatter.
            let message = |who_loses: &str| ["This sentence has ", &sentence.length.to_string(), " words: ", who_loses].concat();
            let finding = if sentence.length > limits.longest_sentence {
                let help = ["Make two or more sentences of it, each of ", &advised, " words at most."].concat();
                INFO.finding(span, message("readers lose its beginning before they reach its end."), help)
            } else {
                let help = ["Aim at ", &advised, " words or fewer."].concat();
                let mut finding = INFO.finding(span, message("people who read slowly may lose its beginning."), help);
                finding.severity = Severity::Advice;
                finding
            };
            findings.push(finding);
        }
    }
}

fn lists_people(passage: &Passage<'_>, context: &Context<'_>) -> bool {
    let people = |span| context.marks_in(span).filter(|mark| matches!(mark.role, Role::Attendance { .. })).count();
    passage.whole().map_or(0, people) >= LIST_OF_PEOPLE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    fn words(count: usize) -> String {
        format!("The{}.", " bus".repeat(count - 1))
    }

    #[test]
    fn a_sentence_is_advice_from_16_words_on_and_a_warning_from_26_on() {
        for (count, severity) in [(15, None), (16, Some(Severity::Advice)), (25, Some(Severity::Advice)), (26, Some(Severity::Warning))] {
            let text = format!("We met. {}", words(count));
            let findings = findings_of(&LongSentence, &text);
            assert_eq!(findings.first().map(|finding| finding.severity), severity, "{count}");
            assert!(findings.iter().all(|finding| text[finding.span.range()] == words(count)));
        }
    }

    #[test]
    fn headings_cells_and_lists_of_people_are_left_alone() {
        let people = "Present: Cllr Ann Vane, Cllr Bo Lee, Cllr Cy Rees, Cllr Di Hull, Cllr Ed Moss, Cllr Flo Park, Cllr Guy Hill, \
                      Cllr Hal Wood, Cllr Ivy Lane";
        for text in [format!("# {}", words(30)), format!("| a |\n|---|\n| {} |", words(30)), format!("# Minutes\n\n{people}")] {
            assert!(findings_of(&LongSentence, &text).is_empty(), "{text}");
        }
    }
}
