//! A stroke between two words, for "and", "or", or both.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# slash-and-or

A stroke between two words: \"and/or\", \"he/she\", \"carer/relative\". Each pair is reported once, at its
first place. Short forms such as c/o and addresses are left alone.

## Why

The reader has to choose whether it means \"and\", \"or\" or both, and the writer often does not know.
Screen readers say \"slash\", or nothing at all, so that two words become one.

## Example

> Bring a passport and/or a letter.

## Instead

> Bring a passport or a letter, or both.

## Source

GOV.UK style guide, \"and/or\" and \"Slashes\": use \"or\" or \"and\" instead.
";

static INFO: RuleInfo =
    RuleInfo { name: "slash-and-or", severity: Severity::Advice, summary: "A stroke between two words: \"and/or\".", page: PAGE };

pub(in crate::lint) struct SlashAndOr;

impl Rule for SlashAndOr {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::signs("/")
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        let lower = passage.lower();
        let mut from = 0;
        while let Some(stroke) = lower.get(from..).and_then(|rest| rest.find('/')).map(|at| from + at) {
            let start = lower.get(..stroke).and_then(|before| before.rfind(char::is_whitespace)).map_or(0, |space| space + 1);
            let end = lower.get(stroke..).and_then(|after| after.find(char::is_whitespace)).map_or(lower.len(), |space| stroke + space);
            from = end;
            let Some(joined) = lower.get(start..end) else { continue };
            let bare = joined.trim_matches(|sign: char| !sign.is_alphabetic());
            let Some(at) = joined.find(bare).map(|at| start + at) else { continue };
            if !is_pair(passage.text().get(at..at + bare.len()).unwrap_or_default()) {
                continue;
            }
            let Some(span) = passage.span(at..at + bare.len()) else { continue };
            findings.add(Occurrence { rule: INFO.name, key: bare, span, called: Called::Uses, replacement: None }, || {
                INFO.finding(span, format!("With \"{bare}\", the reader has to guess whether both are meant."), help(bare))
            });
        }
    }
}

/// Whether words in small letters stand on both sides of each stroke, with nothing else among them.
fn is_pair(joined: &str) -> bool {
    let is_word = |part: &str| {
        part.chars().nth(1).is_some() && part.chars().all(|sign| sign.is_lowercase() || matches!(sign, '-' | '\'' | '\u{2019}'))
    };
    joined.contains('/') && (joined == "s/he" || joined.split('/').all(is_word))
}

fn help(pair: &str) -> &'static str {
    match pair {
        "and/or" => "Write \"or\" or \"and\". Where both may be true, write \"a or b, or both\".",
        "he/she" | "she/he" | "s/he" => "Write \"they\".",
        "his/her" | "her/his" => "Write \"their\".",
        "him/her" | "her/him" => "Write \"them\".",
        _ => "Write \"or\" or \"and\", whichever is meant.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn a_stroke_between_words_is_reported_once() {
        let text = "A carer and/or a friend; he/she, and/or (parent/carer).";
        assert_eq!(texts_of(&SlashAndOr, text), ["and/or", "he/she", "parent/carer"]);
        assert_eq!(findings_of(&SlashAndOr, text)[0].also.len(), 1);
    }

    #[test]
    fn short_forms_names_and_addresses_are_left_alone() {
        for text in [
            "c/o the Clerk, n/a, 24/7",
            "DWP/HMRC",
            "Rees/Lee",
            "www.a.example/about/us",
            "https://a.example/b/c",
            "see docs/a.md",
            "`and/or`",
            "/",
            "a / b",
        ] {
            assert_eq!(texts_of(&SlashAndOr, text), Vec::<&str>::new(), "{text}");
        }
    }
}
