//! Comments to the linter that are not needed any more.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::rule::Rule;

const PAGE: &str = "\
# unused-suppression

A comment in the document that asks to leave out the findings of a rule, where that rule finds nothing.

## Why

The words it was for have been mended or taken out. If the comment stays, it will hide the next hard
word that somebody writes there, and nobody will know.

## Example

> <!-- plainsong-ignore-next-line jargon: the name of the group -->
> We met the people who use the centre.

## Instead

> We met the people who use the centre.

`check --fix` deletes such a comment.

## Source

A convention of plainsong. Users of other linters ask for it, so that old exceptions do not pile up.
";

pub(in crate::lint) static INFO: RuleInfo =
    RuleInfo { name: "unused-suppression", severity: Severity::Advice, summary: "A comment to the linter that is not needed.", page: PAGE };

pub(in crate::lint) struct UnusedSuppression;

impl Rule for UnusedSuppression {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }
}
