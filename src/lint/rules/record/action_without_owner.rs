//! Actions that nobody is asked to do.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::{Certainty, Role};

const PAGE: &str = "\
# action-without-owner

Something that is marked as an action and does not say who is to do it.

## Why

Who was not in the room cannot tell whom to ask. Easy Read minutes answer \"who will do what, by when\",
and have nothing to write here. What nobody was named for is often not done.

## Example

> Action: write to the bus company.

## Instead

> Action: The Clerk will write to the bus company by 4 May 2026.

## Source

National Association of Local Councils and other guides to minutes: name who is to act. Change and other
writers of Easy Read: say who will do it.
";

static INFO: RuleInfo = RuleInfo {
    name: "action-without-owner",
    severity: Severity::Warning,
    summary: "An action that does not say who is to do it.",
    page: PAGE,
};

pub(in crate::lint) struct ActionWithoutOwner;

impl Rule for ActionWithoutOwner {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        for mark in context.document.marks.iter().filter(|mark| mark.certainty == Certainty::Certain) {
            if let Role::Action { owner: None, .. } = &mark.role
                && !names_somebody(context.source.slice(mark.span))
            {
                let message = "Nobody can tell who is to do this.";
                findings.push(INFO.finding(mark.span, message, "Ask whoever took the minutes, and write who will do it."));
            }
        }
    }
}

/// Whether a sentence says in its own words who acts: "The team will provide", "[Ann Rees to talk to them]".
fn names_somebody(action: &str) -> bool {
    let acts = ["will", "is to", "are to", "to"].into_iter().filter_map(|verb| {
        let at = action.find(&format!(" {verb} "))?;
        let (before, after) = (action.get(..at)?, action.get(at + verb.len() + 2..)?);
        let subject = before.rsplit(['[', '(', '.', ':']).next()?.trim_start();
        // "Copies to be sent" names nobody, and neither does "Write to the school".
        let has_name = verb != "to" || subject.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
        Some(has_name && !after.starts_with("be "))
    });
    acts.into_iter().any(|is_said| is_said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    #[test]
    fn an_action_without_an_owner_is_reported() {
        let text = "# Minutes\n\nPresent: A. Vane\n\nAction: write to the bus company.\n";
        let findings = findings_of(&ActionWithoutOwner, text);
        assert_eq!(findings.len(), 1);
        assert!(text[findings[0].span.range()].contains("write to the bus company"));
    }

    #[test]
    fn an_action_with_an_owner_is_left_alone() {
        assert!(
            findings_of(&ActionWithoutOwner, "# Minutes\n\nPresent: A. Vane\n\nAction: Clerk to write to the bus company.\n").is_empty()
        );
    }
}
