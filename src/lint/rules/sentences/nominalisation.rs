//! Actions written as things.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# nominalisation

An action that is written as a thing, with a verb that says nothing beside it: \"make a decision\",
\"carry out a review\". Each is reported once, at its first place.

## Why

The verb is where a reader looks for what happens. \"Carry out\" does not say. The thing that does say it
is longer and harder than its verb, and sentences with it are longer, too.

## Example

> Officers will carry out a review and make a recommendation.

## Instead

> Officers will review it and recommend what to do.

## Source

Plain English Campaign, \"How to write in plain English\": avoid nominalisations. GOV.UK content design
guide, \"Writing for GOV.UK\".
";

static INFO: RuleInfo = RuleInfo {
    name: "nominalisation",
    severity: Severity::Advice,
    summary: "An action written as a thing: \"make a decision\".",
    page: PAGE,
};

/// Things that are actions, and the verb of each.
const ACTIONS: [(&str, &str); 48] = [
    ("adjustment", "adjust"),
    ("amendment", "change"),
    ("amendments", "change"),
    ("analysis", "look closely at"),
    ("apology", "apologise"),
    ("application", "apply"),
    ("appointment", "appoint"),
    ("arrangements", "arrange"),
    ("assessment", "assess"),
    ("assessments", "assess"),
    ("assistance", "help"),
    ("attempt", "try"),
    ("choice", "choose"),
    ("commitment", "promise"),
    ("comparison", "compare"),
    ("complaint", "complain"),
    ("consideration", "consider"),
    ("consultation", "ask people"),
    ("contribution", "add"),
    ("decision", "decide"),
    ("decisions", "decide"),
    ("discussion", "talk"),
    ("discussions", "talk"),
    ("enquiries", "ask"),
    ("estimate", "estimate"),
    ("evaluation", "judge"),
    ("examination", "look at"),
    ("explanation", "explain"),
    ("improvement", "improve"),
    ("improvements", "improve"),
    ("inspection", "look at"),
    ("inspections", "look at"),
    ("investigation", "look into"),
    ("investigations", "look into"),
    ("measurement", "measure"),
    ("payment", "pay"),
    ("payments", "pay"),
    ("preparations", "prepare"),
    ("presentation", "speak"),
    ("proposal", "propose"),
    ("recommendation", "recommend"),
    ("recommendations", "recommend"),
    ("reduction", "reduce"),
    ("repairs", "mend"),
    ("request", "ask"),
    ("review", "review"),
    ("reviews", "review"),
    ("visit", "visit"),
];

/// What may stand between the verb and the thing.
const BETWEEN: [&str; 14] =
    ["a", "all", "an", "any", "detailed", "final", "full", "further", "initial", "regular", "some", "the", "their", "thorough"];

pub(in crate::lint) struct Nominalisation;

impl Rule for Nominalisation {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::words(|word| empty_verb(word).is_some()).in_english()
    }

    fn word(&self, index: usize, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) -> Option<usize> {
        let (last, noun, verb) = action_after(passage, after_verb(passage, index)?)?;
        let span = passage.span_of_words(index, last)?;
        findings.add(Occurrence { rule: INFO.name, key: noun, span, called: Called::Places, replacement: None }, || {
            INFO.finding(span, "The action hides in a long noun, where slow readers look for a verb.", format!("Use the verb: \"{verb}\"."))
        });
        Some(last)
    }
}

/// What a verb that may say nothing has to have after it.
enum EmptyVerb {
    /// Nothing: "make".
    Alone,
    /// "carry out".
    WithOut,
    /// "give assistance".
    WithHelp,
}

fn empty_verb(word: &str) -> Option<EmptyVerb> {
    match word {
        "make" | "makes" | "made" | "making" | "undertake" | "undertakes" | "undertook" | "undertaking" | "undertaken" | "conduct"
        | "conducts" | "conducted" | "conducting" => Some(EmptyVerb::Alone),
        "carry" | "carries" | "carried" | "carrying" => Some(EmptyVerb::WithOut),
        "give" | "gave" | "giving" | "given" | "provide" | "provides" | "provided" | "providing" => Some(EmptyVerb::WithHelp),
        _ => None,
    }
}

/// Where the words after a verb that says nothing begin.
fn after_verb(passage: &Passage<'_>, index: usize) -> Option<usize> {
    match empty_verb(passage.word(index)?)? {
        EmptyVerb::Alone => Some(index + 1),
        EmptyVerb::WithOut => (passage.word(index + 1) == Some("out") && passage.goes_on(index)).then_some(index + 2),
        EmptyVerb::WithHelp => {
            let is_help = |at| passage.word(at).is_some_and(|word| matches!(word, "assistance" | "consideration" | "explanation"));
            (is_help(index + 1) || is_help(index + 2)).then_some(index + 1)
        }
    }
}

fn action_after(passage: &Passage<'_>, from: usize) -> Option<(usize, &'static str, &'static str)> {
    for at in from..from + 3 {
        if !passage.goes_on(at.checked_sub(1)?) {
            return None;
        }
        let word = passage.word(at)?;
        if let Some((noun, verb)) = ACTIONS.binary_search_by(|(noun, _)| (*noun).cmp(word)).ok().and_then(|found| ACTIONS.get(found)) {
            return Some((at, noun, verb));
        }
        if !BETWEEN.contains(&word) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn an_action_written_as_a_thing_is_reported_with_its_verb() {
        let text = "They will make a decision, carry out a full review and give further consideration to it.";
        assert_eq!(texts_of(&Nominalisation, text), ["make a decision", "carry out a full review", "give further consideration"]);
        assert_eq!(findings_of(&Nominalisation, text)[0].help.as_deref(), Some("Use the verb: \"decide\"."));
    }

    #[test]
    fn things_and_verbs_that_say_something_are_left_alone() {
        for text in [
            "The decision was made, payment by payment.",
            "They make bread. They signed a decision.",
            "We gave a presentation.",
            "They carry the review out.",
        ] {
            assert_eq!(texts_of(&Nominalisation, text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(ACTIONS.is_sorted_by_key(|(noun, _)| *noun));
    }
}
