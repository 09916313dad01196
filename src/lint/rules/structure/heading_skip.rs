//! Headings that leave out a level.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::{Block, BlockKind};

const PAGE: &str = "\
# heading-skip

A heading that is more than one level below the heading before it. plainsong closes the gap in its
formats; other programs do not.

## Why

People who use a screen reader learn from the levels how the paper is built. If level 4 follows level
2, they look for a level 3 that they must have missed.

## Example

> ## Buses
>
> #### Fares

## Instead

> ## Buses
>
> ### Fares

## Source

Web Content Accessibility Guidelines 2.2, 1.3.1 Info and Relationships, technique G141.
";

static INFO: RuleInfo =
    RuleInfo { name: "heading-skip", severity: Severity::Warning, summary: "A heading that leaves out a level.", page: PAGE };

pub(in crate::lint) struct HeadingSkip;

impl Rule for HeadingSkip {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        let mut before = None;
        for block in &context.document.blocks {
            let BlockKind::Heading { .. } = &block.kind else { continue };
            let Some(level) = level_in_source(block, context) else { continue };
            if let Some(before) = before.filter(|before| level > before + 1)
                && let Some(span) = block.origin.span()
            {
                let message = format!("Level {level} follows level {before}: who listens looks for the level between.");
                findings.push(INFO.finding(
                    context.trimmed(span),
                    message,
                    format!("Make it a heading of level {}: {}", before + 1, "#".repeat(before + 1)),
                ));
            }
            before = Some(level);
        }
    }
}

/// The level that the source gives a heading: `###`, `<h3>`. None for one that only stands as a heading.
fn level_in_source(block: &Block, context: &Context<'_>) -> Option<usize> {
    let printed = context.source.slice(block.origin.span()?).trim_start();
    let signs = printed.bytes().take_while(|byte| *byte == b'#').count();
    if signs > 0 {
        return Some(signs);
    }
    if let Some(digit) = printed.strip_prefix("<h").or_else(|| printed.strip_prefix("<H")).and_then(|rest| rest.chars().next()) {
        return digit.to_digit(10).and_then(|level| usize::try_from(level).ok());
    }
    let underline = printed.trim_end().lines().nth(1)?.trim();
    match underline.bytes().next() {
        Some(b'=') => Some(1),
        Some(b'-') => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn a_level_that_is_left_out_is_reported() {
        let found = texts_of(&HeadingSkip, "# Plan\n\n## Buses\n\n#### Fares\n\n<h2>Trains</h2>\n\n<h5>Seats</h5>\n");
        assert_eq!(found, ["#### Fares", "<h5>Seats</h5>"]);
    }

    #[test]
    fn one_level_down_and_any_number_up_are_left_alone() {
        for text in ["# A\n\n## B\n\n### C\n\n# D", "### A\n\n### B", "A\n=\n\nB\n-\n\n### C", "# A\n\n**B**\n\nText\n\n## C"] {
            assert_eq!(texts_of(&HeadingSkip, text), Vec::<&str>::new(), "{text}");
        }
    }
}
