//! What someone is to do after the meeting.

use std::ops::Range;

use super::attendance;
use super::owner;
use super::pattern::{pattern, patterns};
use super::script::Entry;
use super::topics::Topics;
use super::vocabulary::{Key, keys, keys_of};
use super::words::Words;
use crate::model::walk::{Place, Within};
use crate::model::{Certainty, Mark, Role};
use crate::text::sentences;

/// The verbs that minutes give a clerk without "to": "Clerk email the landowner".
const VERBS: &str = "email|write|chase|ask|notify|contact|report|obtain|arrange|send|order|check|thank|reply|advertise|circulate|get|investigate|look|follow|inform|request|raise|add|ring|phone|respond|forward|update|prepare|liaise|speak|find|make|put|book|submit|enquire|invite|provide|organise|clear|inspect|amend|email/post|mend|attend|purchase|buy|apply|complete|review|monitor|produce|discuss|confirm|meet|bring|pass|draft|publish|source|seek|advise|consider|instruct|remind|take|keep|set|call|post|place|collect|go|continue|also|again|then|now|try|help|supply|share|ensure|upload|remove|repair|install|pursue|issue|display|promote|distribute|approach|attach|try|replace|give|let|pay|proceed|visit|work|develop|draw|deal|sort";

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
            || entry.may_speak_of(Topics::PEOPLE) && attendance::label(&entry.words()).is_some()
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
        } else if entry.may_speak_of(Topics::PARTY.and(Topics::INITIALS)) && may_tell(&entry.words()) && names_a_party(entry.text()) {
            for sentence in entry.sentences() {
                if !names_a_party(&entry.text()[sentence.clone()]) {
                    continue;
                }
                if let Some(subject) = told(&entry.words_in(sentence.clone())) {
                    let subject = subject.start + sentence.start..subject.end + sentence.start;
                    marks.extend(owned(entry, sentence.clone(), subject, Certainty::Likely));
                }
            }
        }
    }
    marks
}

fn is_prose(entry: &Entry<'_>) -> bool {
    entry.place == Place::Paragraph && entry.within != Within::Cell && label(entry).is_none()
}

/// An action label and where what it labels begins.
struct Label {
    end: usize,
    plural: bool,
}

/// "Action:", "ACTION 2 -", "Actions" alone, at the start of a passage.
fn label(entry: &Entry<'_>) -> Option<Label> {
    if !entry.may_speak_of(Topics::ACTION) {
        return None;
    }
    let text = entry.text();
    let head = text.find(char::is_alphabetic)?;
    let words = entry.words_in(head..if text.is_char_boundary(head + 24) { head + 24 } else { text.len() });
    let plural = words.is(0, keys!["actions"]);
    if !plural && !words.is(0, keys!["action"]) {
        return None;
    }
    let second = words.printed(1);
    let number = usize::from(!second.is_empty() && second.chars().all(|character| character.is_ascii_digit() || character == '.'));
    let points = usize::from(words.is(1, keys!["points", "point", "items"]));
    // "Actions relating to the bridge" as a heading.
    if plural && words.is(1, keys!["relating", "arising", "from", "agreed"]) && !text.contains(['.', ':']) && text.len() < LONGEST_HEADING {
        return Some(Label { end: text.len(), plural });
    }
    let end = head + words.bytes(0..1 + number + points)?.end;
    let after = text[end..].trim_start_matches([' ', '*', '.']);
    let value = after.trim_start_matches([':', '-', '\u{2013}', ' ', '*', '\u{a0}', '.']);
    let closes = after.is_empty()
        || after.starts_with([':', '-', '\u{2013}'])
        || text[end..].starts_with('.')
        || after.starts_with("for ") && after.ends_with(':');
    let end = if after.starts_with("for ") { text.len() } else { text.len() - value.len() };
    closes.then_some(Label { end, plural: plural || points > 0 })
}

/// "Action:" within a passage; in capitals it needs no colon before an owner.
fn label_inside(entry: &Entry<'_>) -> Option<Range<usize>> {
    if !entry.may_speak_of(Topics::ACTION) {
        return None;
    }
    let text = entry.text();
    let closed = ["Action:", "ACTION:", "Actions:", "ACTION -", "ACTION \u{2013}"].iter();
    let closed = closed.filter_map(|label| text.find(label).map(|at| at..at + label.len())).min_by_key(|range| range.start);
    closed.or_else(|| text.rfind("ACTION ").map(|at| at..at + 7).filter(|range| owner::is_owner(&entry.words_in(range.end..text.len()))))
}

/// "The map is late (Action: Clerk).": whoever stands in the brackets is to see to the sentence.
fn in_brackets(entry: &Entry<'_>) -> Vec<Mark> {
    let text = entry.text();
    let labels = ["Action: ", "Action ", "ACTION: ", "ACTION "];
    let mut marks = Vec::new();
    if !entry.may_speak_of(Topics::ACTION) || !labels.iter().any(|label| text.contains(label)) {
        return marks;
    }
    let sentences = sentences(text);
    for (open, _) in text.match_indices(['(', '[']) {
        let inside = &text[open + 1..];
        let Some(close) = inside.find([')', ']']) else { break };
        let Some(label) = labels.iter().find(|label| inside.starts_with(**label)) else { continue };
        let owner = open + 1 + label.len()..open + 1 + close;
        // The brackets belong to the sentence that they stand in, or to the one before them.
        let at = sentences.partition_point(|sentence| sentence.start < open);
        let before = sentences.get(..at).and_then(|before| {
            before.iter().rev().take(2).find(|sentence| text[sentence.start..sentence.end.min(open)].contains(char::is_alphanumeric))
        });
        if let Some(before) = before.filter(|_| close > label.len() && owner::is_owner(&entry.words_in(owner.clone()))) {
            marks.extend(owned(entry, before.start..open + close + 2, owner, Certainty::Certain));
        }
    }
    marks
}

/// A heading of actions is no longer than this many bytes.
const LONGEST_HEADING: usize = 90;

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
    let words = entry.words();
    let may_be_label =
        words.is(0, keys!["due", "deadline", "timescale", "by", "owner", "lead", "responsible"]) || words.printed(0).contains(':');
    if !may_be_label {
        return None;
    }
    let end = text.bytes().take(LONGEST_FIELD + 1).position(|byte| byte == b':')?;
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

/// The words for those who are told to do something.
pub(super) const PARTIES: [&str; 16] = [
    "clerk",
    "chairman",
    "chair",
    "chairperson",
    "secretary",
    "treasurer",
    "councillors",
    "cllrs",
    "members",
    "cllr",
    "councillor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
];

/// Parts of them, as they are written.
const PARTS_OF_PARTIES: [&str; 11] = ["lerk", "hair", "ecretary", "reasurer", "ouncillor", "llr", "Mr", "Ms", "Miss", "Dr", "embers"];

/// Whether a passage can name someone who is told to do something; most do not.
fn names_a_party(text: &str) -> bool {
    let begins_with_initials = text.split_whitespace().next().is_some_and(owner::is_initials);
    begins_with_initials
        || PARTS_OF_PARTIES.iter().any(|party| text.contains(party))
        || text.contains(". ") && text.split(". ").any(|sentence| sentence.split_whitespace().next().is_some_and(owner::is_initials))
}

/// Whether a passage may tell somebody to do something. It need not be cut into sentences to see that
/// most do not.
fn may_tell(words: &Words<'_>) -> bool {
    (0..words.len()).any(|at| {
        let initials = words.speaks_of(at, Topics::INITIALS).then_some(at + 1);
        let party = words.speaks_of(at, Topics::PARTY).then(|| party(words, at)).flatten();
        [initials, party].into_iter().flatten().any(|after| is_asked(words, at..after) || is_told(words, at..after))
    })
}

/// Whom a sentence tells to do something: "Clerk to chase", "The Clerk will write", "asked the Clerk to".
fn told(words: &Words<'_>) -> Option<Range<usize>> {
    if !words.any(keys!["to", "will", "would", "clerk"]) {
        return None;
    }
    let parties = (0..words.len()).filter_map(|at| Some(at..party(words, at)?));
    let told = |party: &Range<usize>| is_asked(words, party.clone()) || opens_clause(words, party.start) && is_told(words, party.clone());
    words.bytes({ parties }.find(told)?)
}

/// Whether a party was asked to: "asked Cllr Lee to", "asked the Clerk to".
fn is_asked(words: &Words<'_>, party: Range<usize>) -> bool {
    let before = |back: usize, keys: &[Key]| party.start.checked_sub(back).is_some_and(|at| words.is(at, keys));
    words.is(party.end, keys!["to"])
        && (before(1, keys!["asked", "requested", "instructed", "authorised"])
            || before(1, keys!["the"]) && before(2, keys!["asked", "requested", "instructed"]))
}

/// Whether what follows a party tells it to do something.
fn is_told(words: &Words<'_>, party: Range<usize>) -> bool {
    let after = party.end;
    let verb = patterns![
        format!("also? to also|again|then? {VERBS}"),
        "also? was|were|is|are? asked|requested|instructed|authorised to",
        "is|are to",
    ];
    // "MCC would provide": capitals before "would" are a body as often as a person.
    let is_known = || !words.speaks_of(party.start, Topics::INITIALS);
    // What all of them agree to is a decision.
    let is_one = || !words.is(after - 1, keys!["councillors", "cllrs", "members"]);
    verb.iter().any(|pattern| words.at(after, pattern).is_some())
        || words.is(after - 1, keys!["clerk"]) && words.at(after, pattern!(VERBS)).is_some() && !is_in_the_past(words.printed(after))
        || words.at(after, pattern!(format!("will|would|shall also|again|then? {VERBS}"))).is_some() && is_known()
        || words.at(after, pattern!("also|kindly? agreed|offered|undertook|volunteered to")).is_some() && is_one()
}

fn is_in_the_past(verb: &str) -> bool {
    verb.to_ascii_lowercase().ends_with("ed")
}

/// The index after a party that begins here: "Clerk", "Cllr. Arwel Lee", "Chairman and Clerk", "DT".
fn party(words: &Words<'_>, at: usize) -> Option<usize> {
    let is_title = |at: usize| words.is(at, &TITLES_OF_PARTIES);
    let is_post = |at: usize| words.is(at, &POSTS_THAT_ACT);
    let of_county = |at: usize| words.is(at, keys!["county", "borough", "district"]) && is_title(at + 1);
    let mut end = at;
    while end - at < LONGEST_PARTY {
        end += usize::from(words.is(end, keys!["the"]) && end > at);
        // "County Councillor White".
        end += usize::from(of_county(end));
        if is_title(end) {
            end += 1;
            while end - at < LONGEST_PARTY && words.printed(end).starts_with(char::is_uppercase) {
                end += 1;
            }
        } else if is_post(end) || end == 0 && words.speaks_of(0, Topics::INITIALS) {
            end += 1;
        } else {
            return None;
        }
        let goes_on = of_county(end + 1) || is_title(end + 1) || is_post(end + 1) || words.is(end + 1, keys!["the"]);
        if !(words.is(end, keys!["and"]) && goes_on) {
            return Some(end);
        }
        end += 1;
    }
    None
}

/// No party has more words than this; a list of so many names is none.
const LONGEST_PARTY: usize = 40;

const TITLES_OF_PARTIES: [Key; 8] = keys_of(["cllr", "cllrs", "councillor", "mr", "mrs", "ms", "miss", "dr"]);
const POSTS_THAT_ACT: [Key; 9] =
    keys_of(["clerk", "chairman", "chair", "chairperson", "secretary", "treasurer", "councillors", "cllrs", "members"]);

/// Whether a clause can begin here: at the start, or after a comma, a dash, "and", "that".
fn opens_clause(words: &Words<'_>, at: usize) -> bool {
    let back = if at > 0 && words.is(at - 1, keys!["the"]) { at - 1 } else { at };
    if back == 0 || words.is(back - 1, keys!["and", "that", "agreed", "the", "meeting", "both"]) {
        return true;
    }
    let Some(start) = words.bytes(back..back + 1).map(|bytes| bytes.start) else { return false };
    words.text()[..start].trim_end().ends_with([',', '-', '\u{2013}', ':', ';', ')', '/', '.'])
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
