//! What a sentence says became of a motion.

use super::decided::{BODY, closes_label, is_decided, is_member_of_body};
use super::pattern::{pattern, patterns};
use super::vocabulary::keys;
use super::words::Words;
use crate::model::{Certainty, Role};

/// What a sentence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Something was decided, lost, noted or recommended.
    Outcome(Role, Certainty),
    /// Only that it was: "Carried", "All in favour". It speaks of the motion before.
    Confirmed,
    /// Somebody proposed something; whether somebody seconded it is said too.
    Proposed {
        /// Somebody seconded it.
        seconded: bool,
    },
    /// Nothing of the kind.
    Nothing,
}

/// What the meeting took note of, when it decides to note something.
const NOTED_THINGS: &str = "report|reports|update|updates|minutes|position|content|contents|recommendation|recommendations|paper|papers|correspondence|accounts|statement|information|presentation|programme|plan";

pub(super) fn said(words: &Words<'_>) -> Said {
    let text = words.text();
    if words.len() == 0 {
        return Said::Nothing;
    }
    if words.len() == 1 && words.is(0, keys!["noted"]) {
        return Said::Outcome(Role::Noted, Certainty::Likely);
    }
    if is_confirmation(words) {
        return Said::Confirmed;
    }
    if words.is(words.len() - 1, keys!["carried"]) && !words.any(keys!["not"]) {
        let is_motion = words.any(keys!["seconded", "proposed", "moved"]);
        return if is_motion { Said::Outcome(Role::Decided, Certainty::Certain) } else { Said::Confirmed };
    }
    if let Some(certainty) = is_lost(words) {
        return Said::Outcome(Role::Lost, certainty);
    }
    if words.begins(pattern!("recommended that|to|unanimously")).is_some() || text.contains("RECOMMENDED") {
        return Said::Outcome(Role::Recommended, Certainty::Certain);
    }
    if words.begins(pattern!("noted")).is_some_and(|end| closes_label(words, end)) {
        return Said::Outcome(Role::Noted, Certainty::Certain);
    }
    if words.begins(pattern!("outcome")).is_some_and(|end| closes_label(words, end)) {
        let role = if is_noted(words) { Role::Noted } else { Role::Decided };
        return Said::Outcome(role, Certainty::Certain);
    }
    if let Some(certainty) = is_decided(words) {
        return Said::Outcome(Role::Decided, certainty);
    }
    if is_noted(words) {
        return Said::Outcome(Role::Noted, Certainty::Certain);
    }
    let proposed = words
        .find_any(patterns!["proposed|moved by", "proposed|proposes|proposer|moved that|the|to|acceptance|approval|closing|cllr|mr|mrs"]);
    let in_short = words.find(pattern!("prop|proposed ... 2nd|sec|seconded")).is_some();
    let seconded = words.any(keys!["seconded", "seconder", "seconds"]) || in_short;
    if seconded || (proposed.is_some() && words.find(pattern!("had|has|have been? proposed|moved")).is_none()) {
        return Said::Proposed { seconded };
    }
    Said::Nothing
}

/// "Agreed.", "Carried unanimously", "All in favour": no more than that.
fn is_confirmation(words: &Words<'_>) -> bool {
    if words.begins(pattern!("carried|approved|agreed by ... votes|vote")).is_some() {
        return true;
    }
    let short = words.len() <= 4 && !words.text().trim_end().ends_with([':', '?']);
    let negative = words.any(keys!["not", "no", "none", "to", "be", "by", "with", "minutes", "item"]);
    short
        && !negative
        && words
            .find_any(patterns![
                "agreed|carried|approved|adopted|accepted",
                "all|unanimously in favour|agreement",
                "unanimous",
                "all approved"
            ])
            .is_some()
        && words.find(pattern!("approved|agreed and|& signed")).is_none()
        && words.find(pattern!("approved for payment")).is_none()
}

fn is_lost(words: &Words<'_>) -> Option<Certainty> {
    if words.find(pattern!("motion|amendment|proposal not carried|agreed")).is_some() {
        return Some(Certainty::Certain);
    }
    let motion = words.find(pattern!("motion|amendment|proposal|vote|resolution"))?;
    let lost = words.find_any(patterns![
        "was|were|is lost|defeated|rejected",
        "was|were not carried|agreed",
        "motion|amendment|proposal fell|failed|lost",
    ])?;
    (motion.start < lost.end).then_some(Certainty::Certain)
}

fn is_noted(words: &Words<'_>) -> bool {
    let found = words.find_any(patterns![
        &format!("{BODY} received|considered? and? noted the|this|these|a ... {NOTED_THINGS}"),
        &format!("{NOTED_THINGS} was|were|be received|duly? and? noted"),
    ]);
    found.is_some_and(|found| !is_member_of_body(words, found.start) && !words.is(found.end, keys!["that"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Said {
        super::said(&Words::of(text))
    }

    #[test]
    fn decisions_in_so_many_words() {
        for text in [
            "RESOLVED: That the bench be mended.",
            "RESOLVED \u{2013} That the bench be mended",
            "The committee RESOLVED to mend the bench.",
            "Resolved \u{2013} that the bench be mended",
            "It was unanimously agreed that the bench be mended.",
            "It was resolved to exclude the public.",
            "After a discussion the Council agreed to mend the bench.",
            "Proposed by Mr Lee, seconded by Ms Vane and unanimously agreed that it be mended.",
            "Agreed: the bench is mended in May.",
            "It was agreed by all Councillors to mend the bench.",
            "Decided that the bench be mended.",
            "P/26/012 \u{2013} Bench at Mill Lane \u{2013} Resolved: no objection.",
            "The Board APPROVED the plan.",
        ] {
            assert_eq!(said(text), Said::Outcome(Role::Decided, Certainty::Certain), "{text}");
        }
    }

    #[test]
    fn what_others_decided_or_at_other_times_is_no_decision() {
        for text in [
            "It had been agreed that the bench be mended.",
            "The grit bins stand in the positions agreed.",
            "New window, agreed by Borough Council.",
            "This can be done after they were approved.",
            "Minutes of the last meeting were passed round.",
            "When it was new, the panel endorsed the plan.",
            "They have also agreed to spray the weeds.",
            "The report will be agreed in May.",
            "No decisions were made on these points.",
            "A Board member agreed that it was late.",
            "The strimming was carried out.",
            "The matter is not resolved.",
        ] {
            assert_eq!(said(text), Said::Nothing, "{text}");
        }
    }

    #[test]
    fn decisions_that_a_reader_should_look_at() {
        for text in [
            "Bench at Mill Lane \u{2013} approved by the Parish Council.",
            "The cost was approved by Councillors.",
            "Accounts were presented and accepted for payment.",
            "The minutes of the last meeting were accepted as a true record.",
            "The minutes were reviewed and agreed as an accurate record.",
            "Agreed as accurate and signed.",
            "Refusal recommended by 5 votes and 1 abstention.",
        ] {
            assert_eq!(said(text), Said::Outcome(Role::Decided, Certainty::Likely), "{text}");
        }
        assert_eq!(said("Bench at Mill Lane, approved by the Borough Council."), Said::Nothing);
        assert_eq!(said("Prop. Mr Lee, 2nd Ms Vane, that the bench go."), Said::Proposed { seconded: true });
        assert_eq!(said("Carried by 2 votes to 1."), Said::Confirmed);
    }

    #[test]
    fn votes_lost_and_reports_noted() {
        assert_eq!(said("The motion was lost."), Said::Outcome(Role::Lost, Certainty::Certain));
        assert_eq!(said("An amendment to leave the fees as they are was lost."), Said::Outcome(Role::Lost, Certainty::Certain));
        assert_eq!(said("The Committee noted the report."), Said::Outcome(Role::Noted, Certainty::Certain));
        assert_eq!(said("It was noted that the slide is old."), Said::Nothing);
        assert_eq!(said("Carried unanimously."), Said::Confirmed);
        assert_eq!(said("Mr Lee proposed acceptance, seconded by Ms Vane."), Said::Proposed { seconded: true });
    }
}
