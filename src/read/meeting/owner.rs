//! Who is to do something, and by when: always words of the document.

use std::ops::Range;

use super::pattern::{pattern, patterns};
use super::vocabulary::{Key, keys, keys_of};
use super::words::Words;
use crate::model::MONTHS;

/// People that minutes call by their post.
const POSTS: [Key; 14] = keys_of([
    "clerk",
    "chair",
    "chairman",
    "chairperson",
    "vice",
    "secretary",
    "treasurer",
    "councillors",
    "cllrs",
    "members",
    "all",
    "rfo",
    "warden",
    "officers",
]);
/// What stands before a name.
const TITLES: [Key; 12] =
    keys_of(["cllr", "cllrs", "councillor", "councillors", "mr", "mrs", "ms", "miss", "dr", "county", "borough", "district"]);

/// Whether a text names people and says nothing else: "Clerk", "Cllr. A. Lee", "AW/NS".
pub(super) fn is_owner(words: &Words<'_>) -> bool {
    if !(1..=8).contains(&words.len()) {
        return false;
    }
    let text = words.text().trim().trim_matches(['*', '.', ':', '[', ']', '(', ')', ' ']);
    if text.contains([':', '?']) {
        return false;
    }
    let mut named = false;
    for at in 0..words.len() {
        let printed = words.printed(at);
        if words.is(at, &POSTS) || words.is(at, &TITLES) || words.is_initials(at) {
            named = true;
        } else if !(named && printed.starts_with(char::is_uppercase) || words.is(at, keys!["the", "and", "team", "to"])) {
            return false;
        }
    }
    named && !words.is(words.len() - 1, keys!["to"])
}

/// Two to four capitals: the initials that minutes use for people.
pub(super) fn is_initials(word: &str) -> bool {
    let is_small = |byte: &u8| byte.is_ascii_lowercase();
    if word.as_bytes().get(1..).is_none_or(|rest| rest.iter().all(is_small)) {
        return false;
    }
    (2..=4).contains(&word.chars().count())
        && word.chars().filter(|character| character.is_uppercase()).count() >= 2
        && word.chars().all(char::is_alphabetic)
}

/// In "Clerk to chase the Borough", the clerk; in "… (web team)", the web team.
pub(super) fn of_task(words: &Words<'_>) -> Option<Range<usize>> {
    let text = words.text();
    // "Clerk: write to the school".
    if let Some((before, after)) = text.split_once(':')
        && is_owner(&words.within(0..before.len()))
        && !after.trim().is_empty()
    {
        return Some(0..before.len());
    }
    if let Some(to) = (1..words.len().min(13)).find(|&at| words.is(at, keys!["to"])) {
        let last = if words.is(to - 1, keys!["invited", "asked", "requested", "also", "agreed", "is", "are"]) { to - 1 } else { to };
        let owner = words.bytes(0..last)?;
        // "A summary to be circulated" names nobody.
        if !words.is(to + 1, keys!["be"]) && is_party(&words.within(owner.clone())) {
            return Some(owner);
        }
    }
    if let Some(end) = text.trim_end().trim_end_matches('.').strip_suffix(']') {
        // "The views to be passed on [Ann Vane]".
        let open = end.rfind('[')?;
        let inside = &end[open + 1..];
        let is_name = (2..=3).contains(&inside.split_whitespace().count())
            && inside.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        return (is_name || is_owner(&words.within(open + 1..end.len()))).then_some(open + 1..end.len());
    }
    let end = text.trim_end().trim_end_matches('.').strip_suffix(')')?;
    let open = end.rfind('(')?;
    let inside = words.within(open + 1..end.len());
    let is_team = inside.any(keys!["team", "clerk", "chair", "secretariat", "office"]) || is_owner(&inside);
    is_team.then_some(open + 1..end.len())
}

/// Whether words can be a party: they begin with a capital and hold no verb of a sentence.
fn is_party(words: &Words<'_>) -> bool {
    let text = words.text();
    text.starts_with(char::is_uppercase)
        && !words.is(0, keys!["in", "at", "on", "for", "from", "with", "after", "before", "by", "as", "under", "once"])
        && !text.contains([':', ';', '?'])
        // "Will Vane to ask the school" begins with a name.
        && !text.contains(" will ")
        && !words.any(keys!["was", "were", "is", "are", "has", "have", "had", "that", "would", "if", "due", "need", "needs", "how", "be", "it", "there"])
        && !words.any(keys!["wanted", "requested", "agreed", "needed", "invited", "asked", "meeting", "decided"])
        && words.begins(pattern!("agree|discuss|review|prepare|send|share|start|publish|add|write|ask|circulate|consider|arrange|contact|provide|update|to|continue|ensure|work|produce|collect|make|set|invite")).is_none()
}

/// When something is due, as printed: "by the next meeting", "by 4 May".
pub(super) fn due(words: &Words<'_>) -> Option<Range<usize>> {
    if !words.any(keys!["by", "before", "until", "for", "at", "in", "when", "every"]) {
        return None;
    }
    let plain = patterns![
        "by|before|until|for|at|in the? next meeting",
        "by|before the? end of the? week|month|year",
        "at|for|by|before the january|february|march|april|may|june|july|august|september|october|november|december meeting",
        "when available",
        "every week|month|quarter|year",
    ];
    if let Some(found) = words.find_any(plain) {
        return words.bytes(found);
    }
    (0..words.len()).filter(|&at| words.is(at, keys!["by", "before"])).find_map(|by| {
        let last = (by + 1..words.len()).take_while(|&at| belongs_to_date(words, at)).last()?;
        let is_dated = (by + 1..=last).any(|at| words.is(at, &MONTH_NAMES));
        is_dated.then(|| words.bytes(by..last + 1)).flatten()
    })
}

const MONTH_NAMES: [Key; 12] = keys_of(MONTHS);

fn belongs_to_date(words: &Words<'_>, at: usize) -> bool {
    const OTHERS: [Key; 16] = keys_of([
        "the",
        "end",
        "of",
        "on",
        "early",
        "mid",
        "late",
        "week",
        "in",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]);
    words.is(at, &MONTH_NAMES) || words.is(at, &OTHERS) || words.printed(at).starts_with(|character: char| character.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners_and_what_is_none() {
        for text in ["Clerk", "Cllr. A. Lee", "AW/NS", "All", "Clerk and Cllr Vane", "DT"] {
            assert!(is_owner(&Words::of(text)), "{text}");
        }
        for text in ["Noted", "Unanimously Agreed", "Signed by the Chair", "Carried", "", "The bench"] {
            assert!(!is_owner(&Words::of(text)), "{text}");
        }
    }

    #[test]
    fn the_owner_of_a_task_is_printed_in_it() {
        let owner = |text: &'static str| of_task(&Words::of(text)).map(|range| &text[range]);
        assert_eq!(owner("Members of the Panel and Head of Parks to meet often"), Some("Members of the Panel and Head of Parks"));
        assert_eq!(owner("Parks Panel invited to attend"), Some("Parks Panel"));
        assert_eq!(owner("Send letters to members (parks team)"), Some("parks team"));
        assert_eq!(owner("Will Vane to ask the school"), Some("Will Vane"));
        assert_eq!(owner("The views to be passed on [Ann Vane]"), Some("Ann Vane"));
        assert_eq!(owner("To confirm the sum"), None);
        assert_eq!(owner("In the steps to a plan, the clerk should help"), None);
        assert_eq!(owner("If the trial is good, it is to be published"), None);
    }

    #[test]
    fn due_as_printed() {
        let date = |text: &'static str| due(&Words::of(text)).map(|range| &text[range]);
        assert_eq!(date("report back by the next meeting."), Some("by the next meeting"));
        assert_eq!(date("finish by 4 May 2024."), Some("by 4 May 2024"));
        assert_eq!(date("finish by the end of April."), Some("by the end of April"));
        assert_eq!(date("stand by the bench"), None);
    }
}
