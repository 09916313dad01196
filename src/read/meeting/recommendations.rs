//! What a report asks a body to do.

use super::pattern::{pattern, patterns};
use super::script::Entry;
use super::topics::Topics;
use crate::model::walk::Place;
use crate::model::{Certainty, Mark, Role};

/// The recommendations of a report.
pub(super) fn find(script: &[Entry<'_>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    let mut under_heading = false;
    while let Some(entry) = script.get(at) {
        at += 1;
        if entry.is_heading() || entry.place == Place::Term {
            under_heading = is_of_recommendations(entry);
            continue;
        }
        let text = entry.text().trim_end();
        let asks = asks(entry);
        let led = if asks.is_some() && text.ends_with([':', '-']) || asks == Some(text.len()) { items(&script[at..]) } else { 0 };
        if led > 0 {
            marks.extend(script[at..at + led].iter().filter_map(|entry| entry.mark_all(Role::Recommended, Certainty::Certain)));
            at += led;
        } else if asks.is_some() {
            marks.extend(entry.mark_all(Role::Recommended, Certainty::Certain));
        } else if under_heading && !text.ends_with(':') {
            marks.extend(entry.mark_all(Role::Recommended, Certainty::Likely));
        }
        if !entry.is_item() || led > 0 {
            under_heading = false;
        }
    }
    marks
}

/// A heading of recommendations, with a number or not.
fn is_of_recommendations(heading: &Entry<'_>) -> bool {
    if !heading.may_speak_of(Topics::REQUEST) {
        return false;
    }
    let words = heading.words();
    let first = usize::from(words.printed(0).parse::<f32>().is_ok());
    words.at(first, pattern!("recommendation|recommendations")).is_some() && words.len() <= first + 2
}

/// The words with which a body is asked.
pub(super) const REQUESTS: [&str; 6] = ["asked", "recommended", "invited", "requested", "recommendation", "recommendations"];

/// Where "is asked to" ends.
fn asks(entry: &Entry<'_>) -> Option<usize> {
    if !entry.may_speak_of(Topics::REQUEST) {
        return None;
    }
    let words = entry.words();
    let found = words.find_any(patterns![
        "committee|board|cabinet|council|panel|members|executive|forum|governors|trustees ... is|are|be asked|recommended|invited|requested to|that",
        "committee|board|cabinet|council|panel|members|executive|forum ... is|are asked|recommended|invited|requested to|that",
        "it is recommended that|to",
    ])?;
    words.bytes(found).map(|bytes| bytes.end)
}

/// How many items come first.
fn items(rest: &[Entry<'_>]) -> usize {
    rest.iter().take_while(|entry| entry.is_item()).count()
}
