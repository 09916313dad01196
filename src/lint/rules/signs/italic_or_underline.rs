//! Words in italics or underlined.

use crate::diagnostic::{Applicability, Severity};
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::{InlineKind, Prose, walk};
use crate::source::Span;
use crate::text::places_of;

const PAGE: &str = "\
# italic-or-underline

Words in italics, or underlined. One finding for the whole document, with every place.

## Why

Slanted letters run into one another for many people with low vision or dyslexia. A line under words
cuts off the tails of g, p and y, and looks like a link that does not work.

## Example

> Bring *both* forms.

## Instead

> Bring **both** forms.

## Source

UK Association for Accessible Formats, \"Creating clear print and large print documents\" (G003): no
italics, no underlining. British Dyslexia Association, \"Dyslexia friendly style guide\".
";

static INFO: RuleInfo =
    RuleInfo { name: "italic-or-underline", severity: Severity::Advice, summary: "Words in italics, or underlined.", page: PAGE };

/// How underlined words begin or end where the source has them.
const UNDERLINED: [&str; 3] = ["<u>", "<U>", "{.underline}"];
/// What they begin with.
const BEGINNINGS: [u8; 2] = [b'<', b'{'];
/// The length of the longest of these, with the bracket before it, in bytes.
const LONGEST_MARK: usize = 13;

pub(in crate::lint) struct ItalicOrUnderline;

impl Rule for ItalicOrUnderline {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::MARKUP
    }

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        walk::inlines(passage.content, &mut |inline| {
            let InlineKind::Emphasis(_) = &inline.kind else { return };
            let Some(span) = inline.origin.span() else { return };
            let replacement = || in_bold(context.source.slice(span)).map(|bold| (Applicability::Suggested, bold));
            findings.add(
                Occurrence { rule: INFO.name, key: "italic", span, called: Called::Places, replacement: Some(&replacement) },
                || {
                    INFO.finding(
                        span,
                        "Slanted letters are hard to read for people with low vision or dyslexia.",
                        "Make the words bold, or leave them plain.",
                    )
                },
            );
        });
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        let source = context.source.text();
        let [one, other] = BEGINNINGS;
        let underlines = |at: usize| source.get(at..).is_some_and(|rest| UNDERLINED.iter().any(|mark| rest.starts_with(mark)));
        // Few documents hold such a mark anywhere.
        if !places_of(source, one, other).any(underlines) {
            return;
        }
        walk::passages(&context.document.blocks, &mut |passage| {
            let Some(span) = underlined(&Prose::of(passage.content), source) else { return };
            findings.add(Occurrence { rule: INFO.name, key: "underline", span, called: Called::Places, replacement: None }, || {
                INFO.finding(
                    span,
                    "A line under words hides the tails of letters, and looks like a link.",
                    "Make the words bold, or leave them plain.",
                )
            });
        });
    }
}

/// The same words in bold, where the marks of the italics are their first and last sign.
fn in_bold(italic: &str) -> Option<String> {
    let inner = ['*', '_'].iter().find_map(|sign| italic.strip_prefix(*sign)?.strip_suffix(*sign))?;
    let is_plain = !inner.is_empty() && !inner.contains(['*', '_', '\n', '\\', '`', '<']);
    is_plain.then(|| format!("**{inner}**"))
}

/// The passage, if the source underlines something in it. Which words they are, the document no longer says.
fn underlined(passage: &Prose, source: &str) -> Option<Span> {
    let span = passage.span(0..passage.text().len())?;
    let start = source.ceil_char_boundary(span.start.saturating_sub(LONGEST_MARK));
    let around = source.get(start..source.floor_char_boundary(span.end + LONGEST_MARK))?;
    let holds = |mark: &str| around.contains(mark) && !passage.text().contains(mark);
    UNDERLINED.iter().any(|mark| holds(mark)).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn italics_are_one_finding_and_can_be_made_bold() {
        let text = "Bring *both* forms and _one_ pen.";
        assert_eq!(texts_of(&ItalicOrUnderline, text), ["*both*"]);
        let fix = findings_of(&ItalicOrUnderline, text)[0].fix.clone().unwrap();
        assert_eq!(fix.edits.iter().map(|edit| edit.text.as_str()).collect::<Vec<_>>(), ["**both**", "**one**"]);
    }

    #[test]
    fn underlined_words_are_reported() {
        for text in ["<u>Bring both</u> forms.", "Bring [both]{.underline} forms."] {
            let findings = findings_of(&ItalicOrUnderline, text);
            assert!(findings.len() == 1 && findings[0].message.contains("line under"), "{text}: {findings:?}");
        }
    }

    #[test]
    fn bold_plain_and_quoted_words_are_left_alone() {
        for text in ["Bring **both** forms.", "2 * 3 * 4", "snake_case_word", "`<u>` underlines", "a < b"] {
            assert_eq!(texts_of(&ItalicOrUnderline, text), Vec::<&str>::new(), "{text}");
        }
    }
}
