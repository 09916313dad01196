//! Paragraphs that give the eye no rest.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::walk::Place;

const PAGE: &str = "\
# long-paragraph

A paragraph of more than 5 sentences. Another limit can be set in `plainsong.toml`: `paragraph` in the
section `[check.limits]`.

## Why

Who reads with a magnifier or loses the line finds the place again at the beginning of a paragraph. Who
listens can go back one paragraph. In a long one there is no place to go back to. Often it holds several
topics, of which only the first is seen.

## Example

> The shop opens in May. It sells bread. It has a ramp. Dogs may come in. The bus stops there. Ask
> for the manager. She can help.

## Instead

> The shop opens in May. It sells bread.
>
> It has a ramp. Dogs may come in. The bus stops there.
>
> Ask for the manager. She can help.

## Source

GOV.UK content design guide: paragraphs of no more than 5 sentences. Department of Health, \"Making
written information easier to understand for people with learning disabilities\": one topic a paragraph.
";

static INFO: RuleInfo =
    RuleInfo { name: "long-paragraph", severity: Severity::Advice, summary: "A paragraph of more than 5 sentences.", page: PAGE };

/// Fewer words are a label or a number, and no sentence.
const FEWEST_WORDS: usize = 3;

pub(in crate::lint) struct LongParagraph;

impl Rule for LongParagraph {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::EVERY
    }

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        let limit = context.options.limits.paragraph;
        if passage.place != Place::Paragraph || passage.words().len() <= limit {
            return;
        }
        let count = passage.sentences().iter().filter(|sentence| sentence.length >= FEWEST_WORDS).count();
        if count > limit
            && let Some(span) = passage.whole()
        {
            let message = format!("This paragraph has {count} sentences: who loses the place cannot find it again.");
            findings.push(INFO.finding(
                span,
                message,
                format!("Begin a new paragraph for each topic, and have {limit} sentences at most."),
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    #[test]
    fn the_sixth_sentence_is_one_too_many() {
        assert!(findings_of(&LongParagraph, &"The bus came. ".repeat(5)).is_empty());
        let text = "The bus came. ".repeat(6);
        let findings = findings_of(&LongParagraph, &text);
        assert_eq!(findings.len(), 1);
        assert_eq!(&text[findings[0].span.range()], text.trim());
    }

    #[test]
    fn labels_and_names_are_no_sentences() {
        assert!(findings_of(&LongParagraph, "The bus came. A. Vane. B. Lee. C. Rees. D. Hull. E. Moss. F. Park.").is_empty());
    }
}
