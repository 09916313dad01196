//! Actions without a date.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::{Certainty, Role};

const PAGE: &str = "\
# action-without-date

Something that is marked as an action and does not say by when it is to be done. One finding for the whole
document, with every place.

## Why

Who waits for it cannot tell whether it is late. Easy Read minutes answer \"who will do what, by when\", and
have nothing to write here.

## Example

> Action: Clerk to write to the bus company.

## Instead

> Action: Clerk to write to the bus company by 4 May 2026.

## Source

National Association of Local Councils and other guides to minutes: say by when.
";

static INFO: RuleInfo =
    RuleInfo { name: "action-without-date", severity: Severity::Advice, summary: "An action that does not say by when.", page: PAGE };

pub(in crate::lint) struct ActionWithoutDate;

impl Rule for ActionWithoutDate {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        for mark in context.document.marks.iter().filter(|mark| mark.certainty == Certainty::Certain) {
            if let Role::Action { due: None, .. } = &mark.role {
                let place = Occurrence { rule: INFO.name, key: "", span: mark.span, called: Called::Places, replacement: None };
                findings.add(place, || {
                    INFO.finding(
                        mark.span,
                        "Who waits for this cannot tell by when it is to be done.",
                        "Write a day, such as \"by 4 May 2026\".",
                    )
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    #[test]
    fn actions_without_a_date_are_one_finding() {
        let text = "# Minutes\n\nPresent: A. Vane\n\nAction: Clerk to write to the bus company.\n\nAction: Clerk to ask the school.\n";
        let findings = findings_of(&ActionWithoutDate, text);
        assert_eq!((findings.len(), findings[0].also.len()), (1, 1));
    }

    #[test]
    fn an_action_with_a_date_is_left_alone() {
        assert!(findings_of(&ActionWithoutDate, "# Minutes\n\nPresent: A. Vane\n\nAction: Clerk to write by 4 May 2026.\n").is_empty());
    }
}
