//! Comments to the linter that it cannot follow.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::rule::Rule;

const PAGE: &str = "\
# unknown-suppression

A comment in the document that asks to leave something out, and that `check` cannot follow: it names no
rule, or a rule that there is not; it is no comment that plainsong knows; it ends a block that never
began, or begins one that never ends.

## Why

Somebody looked at a finding and decided that it is all right. If the comment does not say so in the
right words, the finding stays, or more is left out than they meant. The next person cannot tell.

## Example

> <!-- plainsong-ignore-next-line jargn: the name of the group -->

## Instead

> <!-- plainsong-ignore-next-line jargon: the name of the group -->

These are the comments. A reason after a colon is for the people who read it later. More than one rule
can be named, with commas between.

- `<!-- plainsong-ignore-next-line RULE: reason -->` is for what begins on the next line.
- `<!-- plainsong-ignore-start RULE: reason -->` and `<!-- plainsong-ignore-end RULE -->` are for what is between them.
- `<!-- plainsong-ignore-file RULE: reason -->` is for the whole document.

## Source

A convention of plainsong. Other linters do the same: a comment with a mistake in it must not pass in silence.
";

pub(in crate::lint) static INFO: RuleInfo = RuleInfo {
    name: "unknown-suppression",
    severity: Severity::Warning,
    summary: "A comment to the linter that it cannot follow.",
    page: PAGE,
};

pub(in crate::lint) struct UnknownSuppression;

impl Rule for UnknownSuppression {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }
}
