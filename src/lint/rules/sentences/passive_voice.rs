//! Sentences that do not say who acts.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::walk::Place;

const PAGE: &str = "\
# passive-voice

A verb that hides who acts: \"was sent\", \"will be considered\". One finding for the whole document, with
every place.

## Why

\"It was decided\" leaves the reader to work out who decided. People with a learning disability often
take the first name in a sentence for the one who acts. Human Easy Read has half as many of these verbs
as other papers.

## Example

> Your form will be read within five days.

## Instead

> We will read your form within five days.

The passive voice is right where nobody knows who acted, or it does not matter.

## Source

GOV.UK content design guide, \"Writing for GOV.UK\": use the active voice. Inclusion Europe, \"Information
for all\".
";

static INFO: RuleInfo = RuleInfo { name: "passive-voice", severity: Severity::Advice, summary: "A verb that hides who acts.", page: PAGE };

/// Participles that do not end in -ed.
const IRREGULAR: [&str; 68] = [
    "begun",
    "bought",
    "bound",
    "broken",
    "brought",
    "built",
    "caught",
    "chosen",
    "cut",
    "dealt",
    "done",
    "drawn",
    "driven",
    "felt",
    "forgotten",
    "found",
    "given",
    "heard",
    "held",
    "hidden",
    "hit",
    "kept",
    "known",
    "laid",
    "led",
    "left",
    "lent",
    "let",
    "lost",
    "made",
    "meant",
    "met",
    "overseen",
    "overspent",
    "overtaken",
    "paid",
    "proven",
    "put",
    "read",
    "reset",
    "ridden",
    "run",
    "said",
    "seen",
    "sent",
    "set",
    "shown",
    "shut",
    "sold",
    "sought",
    "spent",
    "split",
    "spoken",
    "spread",
    "stolen",
    "struck",
    "sung",
    "sworn",
    "taken",
    "taught",
    "thought",
    "thrown",
    "told",
    "undertaken",
    "withdrawn",
    "won",
    "worn",
    "written",
];

/// Words that look like participles and say how somebody is, or are none.
const ADJECTIVES: [&str; 44] = [
    "advanced",
    "aged",
    "ashamed",
    "beloved",
    "bored",
    "committed",
    "concerned",
    "confused",
    "dedicated",
    "delighted",
    "detailed",
    "determined",
    "disabled",
    "disappointed",
    "entitled",
    "excited",
    "experienced",
    "frightened",
    "hundred",
    "indeed",
    "interested",
    "involved",
    "left",
    "limited",
    "located",
    "married",
    "mixed",
    "need",
    "needed",
    "opposed",
    "pleased",
    "prepared",
    "qualified",
    "related",
    "relieved",
    "retired",
    "satisfied",
    "skilled",
    "supposed",
    "surprised",
    "tired",
    "unemployed",
    "used",
    "worried",
];

/// Words that may stand between the two parts of the verb.
const BETWEEN: [&str; 14] =
    ["all", "also", "already", "always", "both", "being", "been", "just", "never", "not", "now", "often", "since", "then"];

pub(in crate::lint) struct PassiveVoice;

impl Rule for PassiveVoice {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::words(is_be).in_english()
    }

    fn word(&self, index: usize, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) -> Option<usize> {
        if passage.place != Place::Paragraph {
            return None;
        }
        let participle = participle_after(passage, index)?;
        if let Some(span) = passage.span_of_words(index, participle) {
            findings.add(Occurrence { rule: INFO.name, key: "", span, called: Called::Places, replacement: None }, || {
                INFO.finding(
                    span,
                    "This verb does not say who acts, and readers have to guess.",
                    "Say who does it: \"we sent\", and not \"was sent\".",
                )
            });
        }
        Some(participle)
    }
}

fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "isn't" | "aren't" | "wasn't" | "weren't")
}

/// The participle that a form of "to be" goes with.
fn participle_after(passage: &Passage<'_>, be: usize) -> Option<usize> {
    for at in be + 1..=be + 3 {
        if !passage.goes_on(at - 1) {
            return None;
        }
        let word = passage.word(at)?;
        if is_participle(word) {
            return Some(at);
        }
        let is_adverb = word.len() > 4 && word.ends_with("ly") || BETWEEN.contains(&word);
        if !is_adverb {
            return None;
        }
    }
    None
}

fn is_participle(word: &str) -> bool {
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    let agreed = matches!(word, "agreed" | "freed" | "guaranteed" | "refereed" | "decreed");
    (regular || agreed || IRREGULAR.binary_search(&word).is_ok()) && ADJECTIVES.binary_search(&word).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn the_lists_are_in_order() {
        assert!(IRREGULAR.is_sorted() && ADJECTIVES.is_sorted());
    }

    #[test]
    fn verbs_that_hide_who_acts_are_one_finding_with_all_places() {
        let text = "The form was sent. It will be carefully read, and has not been lost. It was agreed.";
        let findings = findings_of(&PassiveVoice, text);
        let places: Vec<&str> =
            std::iter::once(findings[0].span).chain(findings[0].also.iter().copied()).map(|span| &text[span.range()]).collect();
        assert_eq!(places, ["was sent", "be carefully read", "been lost", "was agreed"]);
        assert!(findings[0].message.ends_with("There are 4 such places."));
    }

    #[test]
    fn how_somebody_is_and_what_somebody_does_are_left_alone() {
        for text in [
            "She was pleased and is interested.",
            "They were late. He wanted it.",
            "There is, noted above, a need.",
            "# It was sent",
            "It is indeed so.",
        ] {
            assert_eq!(texts_of(&PassiveVoice, text), Vec::<&str>::new(), "{text}");
        }
    }
}
