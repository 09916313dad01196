//! People who came and sent apologies.

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::RuleInfo;
use crate::lint::rule::{Context, Rule};
use crate::model::present_and_absent;

const PAGE: &str = "\
# person-present-and-absent

A person who stands in two lists that cannot both be right: among those who came, and among those who
sent apologies or were absent.

## Why

Minutes say who took part in a decision. Often the first list is that of all members, and only the
second tells who was away: a reader who hears the lists one after the other cannot know that. plainsong
keeps both lists as they are and does not guess.

## Example

> Present: A. Vane, B. Lee, C. Rees
>
> Apologies: C. Rees

## Instead

> Present: A. Vane, B. Lee
>
> Apologies: C. Rees

If the person came late or left early, say so beside the name.

## Source

Local Government Act 1972, Schedule 12, paragraph 40: the names of the members present at a meeting are
recorded.
";

static INFO: RuleInfo = RuleInfo {
    name: "person-present-and-absent",
    severity: Severity::Warning,
    summary: "A person who came and sent apologies.",
    page: PAGE,
};

pub(in crate::lint) struct PersonPresentAndAbsent;

impl Rule for PersonPresentAndAbsent {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        for (away, came) in present_and_absent(&context.document.marks) {
            let name = context.source.slice(away.span);
            let line = context.source.position(came.span.start).line;
            let message = format!("\"{name}\" stands here among those who were away, and in line {line} among those who came.");
            let mut finding = Diagnostic::new(INFO.name, INFO.severity, message, away.span);
            finding.help = Some("Ask whoever took the minutes, and take the name out of one list.".to_owned());
            findings.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    fn found(text: &str) -> Vec<Diagnostic> {
        findings_of(&PersonPresentAndAbsent, text)
    }

    #[test]
    fn somebody_in_both_lists_is_reported_where_they_are_away() {
        let text = "# Minutes of the panel\n\nPresent: Ann Vane, Bo Lee\n\nApologies: Cy Rees, Bo Lee\n";
        let findings = found(text);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].span.start, text.rfind("Bo Lee").unwrap());
        assert!(findings[0].message.contains("line 3"), "{}", findings[0].message);
    }

    #[test]
    fn two_lists_of_other_people_are_left_alone() {
        assert!(found("# Minutes of the panel\n\nPresent: Ann Vane, Bo Lee\n\nApologies: Cy Lee\n").is_empty());
    }
}
