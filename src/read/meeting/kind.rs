//! What kind of document it is: only some have a record.

use super::pattern::{Pattern, pattern, patterns};
use super::script::Entry;
use super::topics::Topics;
use super::vocabulary::keys;
use super::words::{Words, first_word, key};
use crate::model::walk::Place;
use crate::model::{Attendance, Document};

/// The kinds of document that roles are looked for in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Minutes or notes of a meeting.
    Minutes,
    /// A report that asks a body to do something.
    Report,
    /// A strategy, a plan or a charter.
    Strategy,
    /// Anything else: a glossary, a transcript of speech, an agenda.
    Other,
}

/// What a report says of itself in its head.
fn report_head() -> &'static [Pattern] {
    patterns![
        "report title",
        "title of report",
        "report of",
        "report summary",
        "report author",
        "purpose of report",
        "report to",
        "title of paper"
    ]
}

/// A head of a report has no more words than these within so many bytes.
const MOST_HEAD_WORDS: usize = 5;
const LONGEST_HEAD: usize = 60;

/// So many signs make minutes of a document.
const ENOUGH: usize = 2;

/// What minutes say, each of them once or often: one of [`SIGNS_OF_MINUTES`], and the words beside it.
fn minutes_say() -> &'static [Pattern] {
    patterns![
        "next meeting",
        "matters arising",
        "declarations|declaration of? interest|interests",
        "meeting closed|ended|finished",
        "closed the meeting",
        "minutes of",
        "resolved that|to",
        "proposed|moved ... seconded",
    ]
}

/// In what minutes say, no word is further from such a word than this.
const MOST_WORDS_AWAY: usize = 4;

/// Words of what minutes say: a passage without any of them says nothing of it.
pub(super) const SIGNS_OF_MINUTES: [&str; 12] =
    ["action", "actions", "arising", "closed", "ended", "finished", "interest", "interests", "meeting", "minutes", "resolved", "seconded"];

/// Words that show what was agreed, recommended or promised.
pub(super) const SIGNS: [&str; 9] = ["agreed", "asked", "decided", "noted", "our", "recommendation", "recommendations", "resolved", "we"];

/// In what a board did, and in what somebody promises, no word is further from such a word than this.
const MOST_WORDS_BESIDE: usize = 2;

pub(super) fn kind(document: &Document, script: &[Entry<'_>]) -> Kind {
    let title = Words::of(document.title());
    if title.any(keys!["glossary", "jargon", "transcript"]) || is_transcript(script) || is_glossary(script) {
        return Kind::Other;
    }
    let says_minutes = title.any(keys!["minutes", "notes"]);
    let is_of_meeting = says_minutes || title.any(keys!["meeting"]);
    if title.any(keys!["agenda"]) && !says_minutes {
        return Kind::Other;
    }
    if !says_minutes && script.iter().any(is_report_head) {
        return Kind::Report;
    }
    let signs = signs_of_minutes(script);
    if usize::from(says_minutes) + signs >= ENOUGH {
        return Kind::Minutes;
    }
    let (mut promises, mut agreed) = (0, false);
    for entry in script.iter().filter(|entry| entry.may_speak_of(Topics::KIND)) {
        if entry.is_heading() && entry.has_at_most(3) && entry.words().any(keys!["recommendation", "recommendations", "recommendation/s"]) {
            return Kind::Report;
        }
        let mut promised = false;
        for words in entry.near(Topics::KIND, MOST_WORDS_BESIDE) {
            agreed |= words.find(pattern!("the board|committee|council|panel|group agreed|noted|decided|resolved|asked")).is_some();
            promised |= words.find_any(patterns!["we will|we'll|pledge|promise", "we commit to", "our priorities|vision"]).is_some();
        }
        promises += usize::from(promised);
    }
    // A report speaks of what a board agreed too, so this is asked after its recommendations.
    if usize::from(is_of_meeting) + usize::from(agreed) + signs >= ENOUGH {
        return Kind::Minutes;
    }
    let named = title.any(keys!["strategy", "plan", "charter", "vision", "priorities", "promise", "commitment", "commitments"]);
    if promises + usize::from(named) >= 2 || (promises == 1 && script.iter().any(super::strategy::is_lead_in)) {
        Kind::Strategy
    } else {
        Kind::Other
    }
}

fn is_report_head(entry: &Entry<'_>) -> bool {
    let text = entry.text();
    let start = text.get(..LONGEST_HEAD).unwrap_or(text);
    let is_label = || entry.place == Place::Term || entry.is_heading() || text.trim_end().ends_with(':') || entry.strong().next().is_some();
    let holds_word = |part: &&str| part.contains(char::is_alphanumeric);
    let opens_one = key(first_word(start)).is_among(keys!["report", "title", "purpose"]);
    if !opens_one || start.split_whitespace().filter(holds_word).nth(MOST_HEAD_WORDS).is_some() || !is_label() {
        return false;
    }
    let words = Words::of(start);
    words.len() <= MOST_HEAD_WORDS && report_head().iter().any(|pattern| words.begins(pattern).is_some())
}

fn signs_of_minutes(script: &[Entry<'_>]) -> usize {
    let mut said = vec![false; minutes_say().len()];
    let (mut present, mut apologies, mut action) = (false, false, false);
    let count = |said: &[bool], others: [bool; 3]| said.iter().chain(&others).filter(|sign| **sign).count();
    for entry in script {
        if count(&said, [present, apologies, action]) >= ENOUGH {
            break;
        }
        for line in entry.lines().take_while(|_| entry.may_speak_of(Topics::PEOPLE)) {
            match entry.label(&line).map(|(kind, _)| kind) {
                Some(Attendance::Present) => present = true,
                Some(Attendance::Apologies) => apologies = true,
                _ => {}
            }
        }
        if !entry.may_speak_of(Topics::MEETING) {
            continue;
        }
        action = action || entry.opens_with(keys!["action", "actions"]) && entry.text().contains(':');
        for words in entry.near(Topics::MEETING, MOST_WORDS_AWAY) {
            for (said, pattern) in said.iter_mut().zip(minutes_say()) {
                *said = *said || words.find(pattern).is_some();
            }
        }
    }
    count(&said, [present, apologies, action])
}

/// Speech that a machine wrote down: a time before every few words.
fn is_transcript(script: &[Entry<'_>]) -> bool {
    let (mut lines, mut timed) = (0, 0);
    for entry in script {
        for line in entry.lines() {
            lines += 1;
            timed += usize::from(begins_with_time(entry.text()[line].trim_start()));
        }
    }
    timed > 10 && timed * 4 > lines
}

/// `0:05` or `01:02:03`, as a player counts.
fn begins_with_time(line: &str) -> bool {
    if !line.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '[' | '(')) {
        return false;
    }
    let line = line.trim_start_matches(['[', '(']);
    let stamp = line.split(|character: char| !(character.is_ascii_digit() || character == ':')).next().unwrap_or_default();
    let parts: Vec<&str> = stamp.split(':').collect();
    (2..=3).contains(&parts.len())
        && parts.iter().all(|part| (1..=2).contains(&part.len()))
        && parts.last().is_some_and(|part| part.len() == 2)
}

/// Mostly terms and what they mean.
fn is_glossary(script: &[Entry<'_>]) -> bool {
    let terms = script.iter().filter(|entry| entry.place == Place::Term).count();
    terms > 10 && terms * 5 > script.len() * 2
}

#[cfg(test)]
mod tests {
    use super::super::passages::Passages;
    use super::*;
    use crate::model::Texts;
    use crate::{Source, parse};

    fn kind_of(text: &str) -> Kind {
        let document = parse(&Source::new("a.md", text));
        kind(&document, &Passages::of(&Texts::of(&document.blocks)).script())
    }

    #[test]
    fn each_kind_says_so() {
        assert_eq!(kind_of("# Minutes of the panel\n\nPresent: A. Vane\n\nApologies: None"), Kind::Minutes);
        assert_eq!(kind_of("REPORT TITLE:\tBUSES\n\n## RECOMMENDATION/S\n\nThe panel is asked to agree."), Kind::Report);
        assert_eq!(kind_of("# Bus strategy\n\nWe will:\n\n- run more buses"), Kind::Strategy);
        assert_eq!(kind_of("# How to take minutes\n\nWrite down who came."), Kind::Other);
    }

    #[test]
    fn each_sign_is_in_a_passage_that_is_looked_at() {
        for sign in [
            "The next meeting is in May.",
            "Matters arising",
            "Declarations of interest",
            "The meeting ended at noon.",
            "She closed the meeting.",
            "Minutes of May",
            "RESOLVED that it be done.",
            "Moved by A. Vane, seconded by B. Lee",
            "Action: Clerk",
        ] {
            assert_eq!(kind_of(&format!("# Parks\n\nPresent: A. Vane\n\n{sign}")), Kind::Minutes, "{sign}");
        }
        assert_eq!(kind_of("# The meeting\n\nThe board agreed it."), Kind::Minutes);
        assert_eq!(kind_of("# The meeting\n\nThe council asked why."), Kind::Minutes);
        assert_eq!(kind_of("# Parks\n\n## Recommendations\n\nNone."), Kind::Report);
        for promise in ["We pledge it.", "We commit to it.", "These are our priorities."] {
            assert_eq!(kind_of(&format!("# A charter\n\n{promise}")), Kind::Strategy, "{promise}");
        }
    }

    #[test]
    fn speech_with_times_has_no_record() {
        let speech: String = (10..40).map(|second| format!("0:{second} the minutes we agreed that the next meeting\n\n")).collect();
        assert_eq!(kind_of(&format!("# Minutes\n\n{speech}")), Kind::Other);
    }

    #[test]
    fn a_glossary_has_no_record() {
        assert_eq!(kind_of("# Glossary of minutes\n\nPresent: here\n\nApologies: sorry\n\nResolved that: decided"), Kind::Other);
    }
}
