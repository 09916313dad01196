//! Signs that stand for words.

use std::ops::Range;

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};

const PAGE: &str = "\
# symbol-for-word

A sign that stands for a word: \"adults + children\", \"65+\", \"@ 7pm\", \"~50\". Each sign is reported once,
at its first place.

## Why

Screen readers leave many signs out, or give them another name: \"~\" is \"tilde\" to some, and nothing to
others. People who learned to read late know letters and digits, and few signs.

## Example

> Meet @ 7pm. Over 65s + carers: ~50 places.

## Instead

> Meet at 7pm. People over 65 and carers: about 50 places.

## Source

GOV.UK style guide, \"Symbols\". Inclusion Europe, \"Information for all\": avoid special characters.
";

static INFO: RuleInfo =
    RuleInfo { name: "symbol-for-word", severity: Severity::Advice, summary: "A sign that stands for a word.", page: PAGE };

/// The signs, and what they are read as.
const SIGNS: [(char, &str); 11] = [
    ('@', "at"),
    ('+', "and"),
    ('=', "is"),
    ('~', "about"),
    ('#', "number"),
    ('\u{2192}', "to"),
    ('\u{2264}', "at most"),
    ('\u{2265}', "at least"),
    ('\u{2248}', "about"),
    ('<', "less than"),
    ('>', "more than"),
];

/// The first byte of those that are not ASCII.
const BEYOND_ASCII: u8 = 0xe2;

/// The signs alone.
const LOOKED_FOR: &str = "@+=~#\u{2192}\u{2264}\u{2265}\u{2248}<>";

pub(in crate::lint) struct SymbolForWord;

impl Rule for SymbolForWord {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::signs(LOOKED_FOR).in_english()
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        let text = passage.text();
        let may_be_sign = |byte: u8| matches!(byte, b'@' | b'+' | b'=' | b'~' | b'#' | b'<' | b'>' | BEYOND_ASCII);
        for (at, _) in text.bytes().enumerate().filter(|(_, byte)| may_be_sign(*byte)) {
            let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
            let Some((range, words)) = for_word(text, at, sign) else { continue };
            let Some(span) = passage.span(range) else { continue };
            let mut letters = [0; 4];
            let key: &str = sign.encode_utf8(&mut letters);
            findings.add(Occurrence { rule: INFO.name, key, span, called: Called::Uses, replacement: None }, || {
                INFO.finding(
                    span,
                    format!("Some screen readers leave \"{sign}\" out, and not every reader knows it."),
                    format!("Write \"{words}\"."),
                )
            });
        }
    }
}

/// The place of a sign that stands for a word, and the word. Signs in sums and codes stand for themselves.
fn for_word(text: &str, at: usize, sign: char) -> Option<(Range<usize>, &'static str)> {
    let (_, word) = SIGNS.iter().find(|(known, _)| *known == sign)?;
    let (before, after) = (text.get(..at)?, text.get(at + sign.len_utf8()..)?);
    let is_space = |side: Option<char>| side.is_none_or(|sign| sign.is_whitespace() || sign == '(');
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let words_beside = before.trim_end().ends_with(char::is_alphabetic) && after.trim_start().starts_with(char::is_alphabetic);
    let number_follows = after.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '\u{a3}');
    let range = at..at + sign.len_utf8();
    match sign {
        '+' if last.is_some_and(|c| c.is_ascii_digit())
            && next.is_none_or(|c| !c.is_alphanumeric() && c != '+')
            && !after.trim_start().starts_with(|c: char| c.is_ascii_digit()) =>
        {
            let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
            let stands_apart = before.get(..at - digits)?.chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
            stands_apart.then_some((at - digits..at + 1, "and over"))
        }
        '+' | '=' => (is_space(last) && is_space(next) && words_beside).then_some((range, word)),
        '@' => (last.is_some_and(char::is_whitespace) && next.is_some_and(char::is_whitespace)).then_some((range, word)),
        '~' | '#' | '<' | '>' => (is_space(last) && number_follows && next.is_some_and(|c| !c.is_whitespace())).then_some((range, word)),
        _ => (words_beside || number_follows).then_some((range, word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn signs_for_words_are_reported_once_each() {
        let text = "Meet @ seven, adults + children, 65+ (~50), \u{2265} 3, 70+ too.";
        assert_eq!(texts_of(&SymbolForWord, text), ["@", "+", "~", "\u{2265}"]);
        let help = |text| findings_of(&SymbolForWord, text)[0].help.clone();
        assert_eq!(help("For over 65s @ 7pm").as_deref(), Some("Write \"at\"."));
        assert_eq!(texts_of(&SymbolForWord, "For people 65+."), ["65+"]);
        assert_eq!(help("For people 65+.").as_deref(), Some("Write \"and over\"."));
    }

    #[test]
    fn addresses_sums_and_codes_are_left_alone() {
        for text in [
            "clerk@wexmere.example",
            "2 + 3 = 5",
            "C#, C++, A+",
            "`a = b`",
            "a -> b",
            "~/papers",
            "#hashtag",
            "x<y",
            "+44 20 7946 0000",
            "0300 + 1",
        ] {
            assert_eq!(texts_of(&SymbolForWord, text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn every_sign_is_looked_for() {
        assert_eq!(SIGNS.map(|(sign, _)| sign).iter().collect::<String>(), LOOKED_FOR);
    }
}
