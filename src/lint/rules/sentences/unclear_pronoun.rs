//! Paragraphs that begin with a word that points back.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::walk::{Place, Within};

const PAGE: &str = "\
# unclear-pronoun

A paragraph that begins with \"This is\", \"These will\", \"They were\": what is meant stands in another
paragraph, or nowhere.

## Why

Who listens, jumps from paragraph to paragraph, or has the words in large letters and few lines in view,
does not have the paragraph before at hand. When a paper is quoted or cut for Easy Read, the
paragraph stands alone, and nobody knows what \"this\" was.

## Example

> This will cost £400.

## Instead

> The new roof will cost £400.

## Source

W3C, \"Making Content Usable for People with Cognitive and Learning Disabilities\", pattern \"Use Clear
Words\". Inclusion Europe, \"Information for all\": it must be clear whom a pronoun stands for.
";

static INFO: RuleInfo = RuleInfo {
    name: "unclear-pronoun",
    severity: Severity::Advice,
    summary: "A paragraph that begins with \"this\" or \"they\", and does not say what is meant.",
    page: PAGE,
};

pub(in crate::lint) struct UnclearPronoun;

impl Rule for UnclearPronoun {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::words(is_pronoun).in_english()
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        // After a heading, "this" is what the heading says; in an item, what comes before the list.
        let follows_words = passage.before == Some(Place::Paragraph) && passage.place == Place::Paragraph && passage.within == Within::Flow;
        if !follows_words {
            return;
        }
        let (Some(pronoun), Some(verb)) = (passage.word(0), passage.word(1)) else { return };
        if is_pronoun(pronoun)
            && is_verb(verb)
            && passage.goes_on(0)
            && let Some(word) = passage.printed(0)
            && let Some(span) = passage.span_of_words(0, 1)
        {
            let message = format!("A reader who begins here does not know what \"{word}\" is.");
            findings.push(INFO.finding(span, message, "Name it again: \"the new roof\", and not \"this\"."));
        }
    }
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "this" | "these" | "those" | "they")
}

/// Verbs that cannot be part of the name of a thing: "this will", and not "this will of my uncle".
fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "could"
            | "should"
            | "may"
            | "might"
            | "can"
            | "must"
            | "does"
            | "did"
            | "do"
            | "means"
            | "meant"
            | "includes"
            | "include"
            | "included"
            | "allows"
            | "ensures"
            | "shows"
            | "showed"
            | "also"
            | "then"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn a_paragraph_that_points_back_is_reported() {
        assert_eq!(texts_of(&UnclearPronoun, "The roof leaks.\n\nThis will cost much.\n\nThey were late."), ["This will", "They were"]);
    }

    #[test]
    fn what_is_named_or_stands_near_is_left_alone() {
        for text in [
            "# Roof\n\nThis is new.",
            "The roof leaks. This is bad.",
            "A.\n\nThis roof is new.",
            "We will:\n\n- This is an item",
            "It is.\n\nIt was noted.",
        ] {
            assert_eq!(texts_of(&UnclearPronoun, text), Vec::<&str>::new(), "{text}");
        }
    }
}
