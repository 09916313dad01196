//! Two negatives that have to be taken together.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# double-negative

Two negatives close together: \"not uncommon\", \"not without\", \"no reason not to\".

## Why

The reader has to turn the sense round twice. People who are tired, anxious or new to English lose one
of the two, and understand the contrary.

## Example

> It is not unlikely that the bus will be late.

## Instead

> The bus will probably be late.

## Source

Inclusion Europe, \"Information for all\": use positive sentences. GOV.UK content design guide:
\"Positive contractions\". Plain English Campaign, \"How to write in plain English\".
";

static INFO: RuleInfo =
    RuleInfo { name: "double-negative", severity: Severity::Warning, summary: "Two negatives that have to be taken together.", page: PAGE };

/// Words that deny what they are made of.
const DENYING: [&str; 37] = [
    "dissimilar",
    "illegal",
    "impossible",
    "improbable",
    "inadequate",
    "inappropriate",
    "inconceivable",
    "inconsiderable",
    "inconsistent",
    "infrequent",
    "infrequently",
    "insignificant",
    "insubstantial",
    "irrelevant",
    "unable",
    "unacceptable",
    "unaware",
    "uncertain",
    "uncommon",
    "unconnected",
    "unconvinced",
    "undesirable",
    "unexpected",
    "unfair",
    "unfamiliar",
    "unhappy",
    "unimportant",
    "unknown",
    "unlawful",
    "unlike",
    "unlikely",
    "unnecessary",
    "unreasonable",
    "unrelated",
    "unusual",
    "unwelcome",
    "unwilling",
];

/// What may stand between the two.
const BETWEEN: [&str; 14] = ["a", "all", "altogether", "an", "at", "be", "been", "entirely", "in", "of", "reason", "so", "the", "to"];

pub(in crate::lint) struct DoubleNegative;

impl Rule for DoubleNegative {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::words(is_negative).in_english()
    }

    fn word(&self, index: usize, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) -> Option<usize> {
        let span = passage.span_of_words(index, second_after(passage, index)?)?;
        let message = "Two negatives: a reader who misses one understands the contrary.";
        findings.push(INFO.finding(span, message, "Say what is so, and not what is not."));
        // The second can be the first of two more.
        None
    }
}

fn is_negative(word: &str) -> bool {
    matches!(word, "not" | "no" | "never" | "cannot" | "nor") || word.ends_with("n't") || word.ends_with("n\u{2019}t")
}

/// The second negative, up to three words on.
fn second_after(passage: &Passage<'_>, first: usize) -> Option<usize> {
    for at in first + 1..=first + 3 {
        if !passage.goes_on(at - 1) {
            return None;
        }
        let word = passage.word(at)?;
        let is_second =
            DENYING.binary_search(&word).is_ok() || word == "without" && at == first + 1 || word == "not" && is_reason(passage, at);
        if is_second {
            return Some(at);
        }
        if !BETWEEN.contains(&word) {
            return None;
        }
    }
    None
}

/// "no reason not to"
fn is_reason(passage: &Passage<'_>, not: usize) -> bool {
    not.checked_sub(1).and_then(|before| passage.word(before)) == Some("reason")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn two_negatives_close_together_are_reported() {
        let text = "It is not unlikely. It isn't at all impossible. It was not without cost. I see no reason not to go.";
        assert_eq!(texts_of(&DoubleNegative, text), ["not unlikely", "isn't at all impossible", "not without", "no reason not"]);
    }

    #[test]
    fn one_negative_and_two_that_stand_apart_are_left_alone() {
        for text in [
            "It is not likely.",
            "Not only that, it is unlikely.",
            "No. It is impossible.",
            "Do not leave unless you are unwell.",
            "No later than May, without a form.",
        ] {
            assert_eq!(texts_of(&DoubleNegative, text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(DENYING.is_sorted());
    }
}
