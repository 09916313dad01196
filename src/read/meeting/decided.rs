//! Whether a sentence says that something was decided, here and now.

use super::pattern::{pattern, patterns};
use super::vocabulary::{Key, keys, keys_of};
use super::words::Words;
use crate::model::Certainty;

/// The body that decides, as its minutes call it.
pub(super) const BODY: &str =
    "council|councillors|cllrs|committee|board|panel|members|meeting|cabinet|group|trustees|governors|forum|executive|all|we|directors";

/// Words that take a decision back to another day, another body or a condition.
const NOT_NOW: [Key; 21] = keys_of([
    "has",
    "have",
    "had",
    "been",
    "be",
    "not",
    "as",
    "previously",
    "if",
    "until",
    "already",
    "being",
    "once",
    "when",
    "never",
    "where",
    "which",
    "unless",
    "he",
    "she",
    "who",
]);

/// Words that show who says it or that somebody else did.
const ELSEWHERE: [Key; 7] = keys_of(["by", "with", "in", "about", "upon", "at", "round"]);

/// "Approved by the Parish Council" is said of the meeting itself, "by the Borough Council" is not.
const BY_ITSELF: &str = "by the? all? parish|community|town|council|councillors|councillor's|board|committee|panel|members|meeting|governors|trustees|directors|cabinet|forum|pc";

/// Whether something was decided, and how sure that is.
pub(super) fn is_decided(words: &Words<'_>) -> Option<Certainty> {
    let text = words.text();
    if text.contains("RESOLVED")
        && words.find(pattern!("not|until|was resolved that?")).is_none_or(|found| words.is(found.start, keys!["was"]))
    {
        return Some(Certainty::Certain);
    }
    if words.begins(pattern!("resolved|decision|agreed|decisions")).is_some_and(|end| closes_label(words, end))
        || words.begins(pattern!("resolved|agreed that|to")).is_some()
        || words.begins(pattern!("decided that|to|not|it")).is_some()
        || ["Resolved:", "Resolved \u{2013} ", "Resolved - "].iter().any(|label| text.contains(label))
    {
        return Some(Certainty::Certain);
    }
    let strict = patterns![
        "it was|is also|then|therefore|unanimously|duly? unanimously? agreed|resolved|decided that|to|the|unanimously|not",
        "unanimously agreed|resolved|approved|carried|adopted|decided",
        "carried unanimously",
        "it was ... agreed|resolved|decided by the? all? board|committee|council|panel|members|councillors|councillor's|group|meeting that|to",
    ];
    if let Some(found) = words.find_any(strict) {
        return is_here_and_now(words, found.start, found.end).then_some(Certainty::Certain);
    }
    if let Some(found) = words.find(pattern!(format!(
        "{BODY} also|then|all|both|unanimously|therefore|duly? unanimously? agreed|resolved|decided|approved|accepted|adopted|ratified|endorsed"
    ))) {
        if !is_here_and_now(words, found.end - 1, found.end) || is_member_of_body(words, found.start) || words.is(0, keys!["when"]) {
            return None;
        }
        let opens_list = found.end == words.len() && text.trim_end().ends_with([':', '-']);
        let in_capitals = words.printed(found.end - 1).chars().all(char::is_uppercase);
        let in_so_many_words = in_capitals
            || (words.is(found.end, keys!["that", "to"]) || opens_list) && !words.any(keys!["would", "previously"]) && !words.is(found.start, keys!["all"]);
        return Some(if in_so_many_words { Certainty::Certain } else { Certainty::Likely });
    }
    let likely = patterns![
        "minutes ... ... was|were|be reviewed|received|taken|read|considered? and? duly|then? unanimously? approved|agreed|confirmed|accepted|adopted|signed|taken|passed",
        "minutes ... were|was read",
        "minutes ... read|approved|agreed|confirmed and signed",
        "approved|agreed and|& signed",
        "approved|agreed|accepted|confirmed as a|an? true|correct|accurate|fair",
        "all? approved|agreed|accepted for payment",
        "payments|accounts|invoices|cheques ... ... was|were approved|agreed|accepted|adopted",
        "recommendation|proposal|quote|quotation|offer|tender|report|return ... ... was|were approved|agreed|accepted|adopted",
        "this|these was|were approved|agreed|accepted|adopted",
        format!("approved|supported|agreed|accepted|refused|rejected {BY_ITSELF}"),
        "was|were duly? re? elected|appointed|adopted|approved|adjourned|deferred",
        "approval|refusal recommended",
        "recommended approval|refusal",
        "no decision at",
        "chair|board|panel|committee|council was|were happy|content to accept|approve|agree",
        "chair|chairman declared|agreed that",
        "councillors|members|cllrs felt that?",
        "following were|was elected|appointed",
        "all agreed",
        "was|were agreed",
    ];
    let found = words.find_any(likely)?;
    is_here_and_now(words, found.start, found.end).then_some(Certainty::Likely)
}

/// "A Board member agreed" is not the Board.
pub(super) fn is_member_of_body(words: &Words<'_>, at: usize) -> bool {
    words.is(at + 1, keys!["member", "members"]) || (at > 0 && words.is(at - 1, keys!["some", "two", "three", "most"]))
}

/// Whether so many words are a label.
pub(super) fn closes_label(words: &Words<'_>, count: usize) -> bool {
    let Some(bytes) = words.bytes(0..count) else { return false };
    let after = words.text()[bytes.end..].trim_start_matches([' ', '*']);
    after.starts_with([':', '\u{2013}', '\u{2014}', '-', ';'])
}

/// Whether a verb tells of this meeting: no "had been", no "as agreed", no "agreed by the Borough".
fn is_here_and_now(words: &Words<'_>, start: usize, end: usize) -> bool {
    let before = |back: usize, keys: &[Key]| start.checked_sub(back).is_some_and(|at| words.is(at, keys));
    let taken_back = before(1, &NOT_NOW) || (before(1, keys!["also", "kindly"]) && before(2, &NOT_NOW));
    let conditional = before(1, keys!["they", "it", "this", "these"]) && before(2, keys!["after", "once", "when", "until", "if"]);
    let elsewhere =
        words.is(end, &ELSEWHERE) && words.at(end, pattern!(BY_ITSELF)).is_none() && words.at(end, pattern!("by ... votes")).is_none();
    let another_day = words
        .find(pattern!("last|previous meeting|month|year"))
        .is_some_and(|found| words.find(pattern!("minutes")).is_none() && found.start > end)
        && words.is(end, keys!["at"]);
    !taken_back && !conditional && !elsewhere && !another_day
}
