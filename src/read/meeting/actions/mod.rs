//! What someone is to do after the meeting.

mod labels;
mod told;

use std::ops::Range;

pub(super) use told::{PARTIES, may_tell};

use super::owner;
use super::pattern::pattern;
use super::script::Entry;
use super::topics::Topics;
use super::vocabulary::keys;
use super::words::first_word;
use crate::model::walk::{Place, Within};
use crate::model::{Certainty, Mark, Role};
use crate::text::{places_of_sign, sentences};
use labels::{Label, in_brackets, label, label_inside};

pub(super) fn find(script: &[Entry<'_>]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut at = 0;
    while let Some(entry) = script.get(at) {
        at += 1;
        // The term of a definition can be a label: "Actions", and what they are below.
        if entry.place == Place::Caption || (entry.place == Place::Term && label(entry).is_none()) {
            continue;
        }
        let is_column_heading = |label: &Label| entry.within == Within::Cell && label.end == entry.text().len();
        if let Some(label) = label(entry).filter(|label| !is_column_heading(label)) {
            if entry.text()[label.end..].trim().is_empty() {
                // pandoc sets the colon of a bold label on a line of its own at times.
                at += usize::from(script.get(at).is_some_and(|entry| entry.text().trim() == ":"));
                let led = led_by(&script[at..], label.plural);
                for entry in &script[at..at + led] {
                    marks.extend(task(entry, 0..entry.text().len(), Certainty::Certain));
                }
                at += led;
            } else {
                let alone = owner::is_owner(&entry.words_in(label.end..entry.text().len()));
                let before = at.checked_sub(2).and_then(|at| script.get(at)).filter(|before| alone && is_prose(before));
                marks.extend(task(entry, label.end..entry.text().len(), Certainty::Certain));
                // "Action: DT" alone: what DT is to do is the sentence before.
                if let (Some(before), Some(mark)) = (before, marks.last_mut())
                    && let Some(sentence) = sentences(before.text()).pop().and_then(|sentence| before.span(sentence))
                {
                    mark.span = sentence.cover(mark.span);
                    mark.certainty = Certainty::Likely;
                }
            }
            continue;
        }
        if let Some((is_due, value)) = field(entry) {
            // "Due: May" under an action says when, "Owner: Clerk" who; the value may stand below.
            let below = || script.get(at).filter(|next| next.place == Place::Paragraph).map(Entry::text);
            let value = Some(entry.text()[value].trim()).filter(|value| !value.is_empty()).or_else(below);
            let value =
                value.map(|value| value.trim_matches([' ', '.', '*', '\n']).to_owned()).filter(|value| value.len() <= LONGEST_FIELD);
            if let (Some(Mark { role: Role::Action { owner, due }, .. }), Some(value)) = (marks.last_mut(), value) {
                let slot = if is_due { due } else { owner };
                slot.get_or_insert(value);
            }
            continue;
        }
        if entry.is_heading()
            || entry.within == Within::Cell
            || entry.may_speak_of(Topics::PEOPLE) && entry.label(&(0..entry.text().len())).is_some()
        {
            continue;
        }
        let noted = in_brackets(entry);
        if !noted.is_empty() {
            marks.extend(noted);
        } else if let Some(at) = label_inside(entry) {
            let before = sentences(&entry.text()[..at.start]).pop();
            let rest = at.end..entry.text().len();
            let alone = owner::is_owner(&entry.words_in(rest.clone()));
            marks.extend(match before.filter(|_| alone) {
                Some(sentence) => owned(entry, sentence.start..rest.end, rest, Certainty::Certain),
                None => task(entry, rest, Certainty::Certain),
            });
        } else if let Some(margin) = entry.margin().filter(|margin| owner::is_owner(&entry.words_in(margin.clone()))) {
            marks.extend(owned(entry, 0..margin.end, margin, Certainty::Likely));
        } else {
            let told = told::sentences(entry);
            marks.extend(told.into_iter().filter_map(|(sentence, who)| owned(entry, sentence, who, Certainty::Likely)));
        }
    }
    marks
}

fn is_prose(entry: &Entry<'_>) -> bool {
    entry.place == Place::Paragraph && entry.within != Within::Cell && label(entry).is_none()
}
/// What follows a label that stands alone: a list, or one paragraph.
fn led_by(rest: &[Entry<'_>], plural: bool) -> usize {
    let items = rest.iter().take_while(|entry| entry.is_item()).count();
    let one = rest.first().is_some_and(|entry| entry.place == Place::Paragraph && entry.within != Within::Cell);
    if items > 0 && (plural || rest.first().is_some_and(|entry| entry.within == Within::Item)) { items } else { usize::from(one) }
}

/// The label of a field is no longer than this many bytes.
const LONGEST_FIELD: usize = 40;

/// "Due: May" or "Responsible officer: Clerk": whether it is a date, and its value.
fn field(entry: &Entry<'_>) -> Option<(bool, Range<usize>)> {
    let text = entry.text();
    let end = places_of_sign(text, b':').next().filter(|end| *end <= LONGEST_FIELD)?;
    let may_be_label =
        entry.opens_with(keys!["due", "deadline", "timescale", "by", "owner", "lead", "responsible"]) || first_word(text).contains(':');
    if !may_be_label {
        return None;
    }
    let words = entry.words_in(0..end);
    if words.len() > 2 {
        return None;
    }
    let is_due = words.begins(pattern!("due|deadline|timescale|by date|when?")).is_some();
    let is_owner = words.begins(pattern!("owner|lead|responsible officer|person|lead?")).is_some();
    (is_due || is_owner).then_some((is_due, end + 1..text.len()))
}

/// A labelled action: its owner and date are looked for in its words.
fn task(entry: &Entry<'_>, range: Range<usize>, certainty: Certainty) -> Option<Mark> {
    let text = &entry.text()[range.clone()];
    let start = range.start + text.len() - text.trim_start_matches([' ', '*', '\u{a0}', '\n']).len();
    let text = entry.text()[start..range.end].trim_end_matches([' ', '*']);
    if ["", "none", "no actions", "nil", "n/a"].iter().any(|nothing| text.trim_end_matches('.').eq_ignore_ascii_case(nothing)) {
        return None;
    }
    let words = entry.words_in(start..start + text.len());
    let owner = if owner::is_owner(&words) { Some(0..text.len()) } else { owner::of_task(&words) };
    let due = text.find("Due:").map(|at| at + 4..text.len()).or_else(|| owner::due(&words));
    let word = |range: Range<usize>| text[range].trim().to_owned();
    entry.mark(start..start + text.len(), Role::Action { owner: owner.map(word), due: due.map(word) }, certainty)
}

/// An action whose owner stands at a place of the passage.
fn owned(entry: &Entry<'_>, range: Range<usize>, owner: Range<usize>, certainty: Certainty) -> Option<Mark> {
    let due = owner::due(&entry.words_in(range.clone())).map(|due| entry.text()[range.start + due.start..range.start + due.end].to_owned());
    let owner = entry.text()[owner].trim().trim_matches(['*', '.', ' ']).to_owned();
    entry.mark(range, Role::Action { owner: Some(owner), due }, certainty)
}
#[cfg(test)]
mod tests {
    use crate::model::Role;
    use crate::{Source, parse};

    const HEAD: &str = "# Minutes of the panel\n\nPresent: A. Vane\n\nApologies: None\n\n## 4. Parks\n\n";

    fn actions(text: &str) -> Vec<(String, Option<String>, Option<String>)> {
        let source = Source::new("a.md", format!("{HEAD}{text}"));
        let found = parse(&source).marks.into_iter().filter_map(|mark| match mark.role {
            Role::Action { owner, due } => Some((source.slice(mark.span).to_owned(), owner, due)),
            _ => None,
        });
        found.collect()
    }

    fn action(text: &str, owner: Option<&str>, due: Option<&str>) -> (String, Option<String>, Option<String>) {
        (text.to_owned(), owner.map(str::to_owned), due.map(str::to_owned))
    }

    #[test]
    fn a_label_with_its_owner_and_date() {
        assert_eq!(
            actions("**Action:** Parks Team to send the plan.\n\n**Due:** May"),
            [action("Parks Team to send the plan.", Some("Parks Team"), Some("May"))]
        );
        assert_eq!(actions("The bench is late. ACTION: DT"), [action("The bench is late. ACTION: DT", Some("DT"), None)]);
        assert_eq!(actions("Actions: none"), []);
        assert_eq!(
            actions("It rained. The map is late (Action DCLG). It is a large one."),
            [action("The map is late (Action DCLG)", Some("DCLG"), None)]
        );
        assert_eq!(
            actions("Action: Clerk to ask for paint.\n\nDue:\n\nlate May"),
            [action("Clerk to ask for paint.", Some("Clerk"), Some("late May"))]
        );
        assert_eq!(
            actions("## Actions relating to the hall\n\n1. Ann Lee to mend it."),
            [action("Ann Lee to mend it.", Some("Ann Lee"), None)]
        );
        assert_eq!(actions("**Actions**\n\n:\n\n- Ann Lee to mend it."), [action("Ann Lee to mend it.", Some("Ann Lee"), None)]);
    }

    #[test]
    fn an_owner_in_the_margin() {
        assert_eq!(
            actions("ii) Signs, reply needed. **Clerk**").first().map(|(_, owner, _)| owner.clone()),
            Some(Some("Clerk".to_owned()))
        );
        assert_eq!(actions("ii) Signs, a survey. **Noted**"), []);
    }

    #[test]
    fn told_without_a_label() {
        for (text, owner) in [
            ("Clerk to chase the Borough.", "Clerk"),
            ("Clerk email the landowner.", "Clerk"),
            ("The Clerk will write to the owner.", "Clerk"),
            ("The Chairman asked the Clerk to investigate.", "Clerk"),
            ("Cllr. Arwel Lee would liaise with the school.", "Cllr. Arwel Lee"),
            ("It was agreed that the Chairman and Clerk would inspect the swings.", "Chairman and Clerk"),
            ("It was agreed that both Ms Rees and Mr Day would ask.", "Ms Rees and Mr Day"),
            ("Mr Vane and County Councillor Lee kindly agreed to mend it.", "Mr Vane and County Councillor Lee"),
        ] {
            let found = actions(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1.as_deref(), Some(owner), "{text}");
        }
    }

    #[test]
    fn what_was_done_or_said_is_no_action() {
        for text in [
            "The Clerk had written to the owner.",
            "The Clerk reported that it rained.",
            "Cllr Lee wanted to know why.",
            "The Clerk would like to retire.",
        ] {
            assert_eq!(actions(text), [], "{text}");
        }
    }
}
