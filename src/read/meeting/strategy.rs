//! What a strategy promises: its vision, priorities and commitments; and its foreword, contact and
//! other formats.

use super::pattern::{pattern, patterns};
use super::script::Entry;
use super::vocabulary::keys;
use crate::model::walk::Place;
use crate::model::{Certainty, Mark, Role};
use crate::text::sentences;

/// "We will" opens a list when so few words follow it: "We will do this by:".
const MOST_WORDS_AFTER: usize = 6;

pub(super) fn find(script: &[Entry<'_>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(entry) = script.get(at) {
        at += 1;
        if is_lead_in(entry) {
            let led = led_by(&script[at..]);
            let mut certainty = Certainty::Certain;
            for entry in &script[at..at + led] {
                // An item of several sentences may have swallowed what came after the list.
                if entry.is_item() && sentences(entry.text()).len() > 1 {
                    certainty = Certainty::Likely;
                }
                marks.extend(entry.mark_all(Role::Commitment, certainty));
            }
            at += led;
            continue;
        }
        if is_priorities(entry) {
            let led = items(&script[at..]);
            // Where the priorities have numbers, the items below them are not priorities.
            let numbered = script[at..at + led].first().is_some_and(|first| !numbered_priority(first).is_empty());
            for entry in script[at..at + led].iter().filter(|entry| !numbered || !numbered_priority(entry).is_empty()) {
                marks.extend(entry.mark_all(Role::Priority, Certainty::Certain));
                marks.extend(entry.mark_all(Role::Commitment, Certainty::Likely));
            }
            at += led;
            continue;
        }
        if entry.is_heading() {
            let words = entry.words();
            marks.extend(words.any(keys!["foreword"]).then(|| entry.mark_all(Role::Foreword, Certainty::Certain)).flatten());
            if words.any(keys!["vision"]) && words.len() <= 4 {
                let below = script.get(at).filter(|next| next.place == Place::Paragraph);
                marks.extend(below.and_then(|next| next.mark_all(Role::Vision, Certainty::Likely)));
            }
            marks.extend(numbered_priority(entry));
        } else if entry.place == Place::Paragraph {
            marks.extend(numbered_priority(entry));
            sentences_of(entry, &mut marks);
        }
    }
    marks
}

/// "We will:", "therefore, we commit to:": what follows is promised.
pub(super) fn is_lead_in(entry: &Entry<'_>) -> bool {
    let text = entry.text().trim_end();
    if !entry.is_heading() && !text.ends_with(':') {
        return false;
    }
    let Some(last) = sentences(text).pop() else { return false };
    let words = entry.words_in(last);
    let ours = words.find_any(patterns!["we will|shall|commit|pledge|promise", "we'll", "we are committed to"]);
    let near_the_end = ours.is_some_and(|found| words.len() - found.end <= MOST_WORDS_AFTER)
        || words.find(pattern!("council|board|partnership|trust will|shall")).is_some_and(|found| found.end == words.len());
    near_the_end && (text.ends_with(':') || words.len() <= 3)
}

/// The items of a list, else the paragraphs up to the next heading or question, when they are short.
fn led_by(rest: &[Entry<'_>]) -> usize {
    let items = items(rest);
    if items > 0 {
        return items;
    }
    let is_promise = |entry: &&Entry<'_>| {
        entry.place == Place::Paragraph && entry.text().starts_with(char::is_uppercase) && !entry.text().trim_end().ends_with(':')
    };
    rest.iter().take_while(is_promise).count()
}

/// How many items come first. One that ends with a colon has swallowed the lead-in of the next list,
/// and is the last.
fn items(rest: &[Entry<'_>]) -> usize {
    let items = rest.iter().take_while(|entry| entry.is_item() && !entry.is_heading());
    let mut open = true;
    items.take_while(|entry| std::mem::replace(&mut open, !entry.text().trim_end().ends_with(':'))).count()
}

/// A heading or a line that opens a list of priorities.
fn is_priorities(entry: &Entry<'_>) -> bool {
    entry.has_at_most(4) && entry.words().find_any(patterns!["priorities", "our goals|aims|objectives|commitments|pledges"]).is_some()
}

/// "Priority 2 - Say thank you".
fn numbered_priority(entry: &Entry<'_>) -> Vec<Mark> {
    let is_number = |word: &str| !word.is_empty() && word.chars().all(|character| character.is_ascii_digit());
    let is_one = entry.opens_with(keys!["priority", "goal", "pledge", "commitment"]) && is_number(entry.words().printed(1));
    let roles = [(Role::Priority, Certainty::Certain), (Role::Commitment, Certainty::Likely)];
    roles.into_iter().filter(|_| is_one).filter_map(|(role, certainty)| entry.mark_all(role, certainty)).collect()
}

fn sentences_of(entry: &Entry<'_>, marks: &mut Vec<Mark>) {
    let text = entry.text();
    for sentence in sentences(text) {
        let words = entry.words_in(sentence.clone());
        let label_end = text[sentence.clone()].find([':', '\u{2013}']).or(text[sentence.clone()].find(" - ")).unwrap_or(0);
        let promises = words.find_any(patterns!["we will|shall|pledge|promise|commit", "we'll", "we are committed to"]).filter(|found| {
            let start = words.bytes(found.clone()).map_or(0, |bytes| bytes.start);
            found.start == 0
                || (start > label_end
                    && text[sentence.start + label_end..sentence.start + start].trim_matches([' ', '-', ':', '\u{2013}']).is_empty())
                || words.begins(pattern!("by|to|in|over|as ...")).is_some() && found.start <= 8
        });
        if promises.is_some() && !words.is(promises.as_ref().map_or(0, |found| found.end), keys!["not"]) {
            marks.extend(entry.mark(sentence.clone(), Role::Commitment, Certainty::Certain));
        }
        if words.find_any(patterns!["our? vision is", "our vision"]).is_some() && words.len() > 3 {
            marks.extend(entry.mark(sentence.clone(), Role::Vision, Certainty::Certain));
        }
        if words
            .find_any(patterns![
                "another|other|alternative|different|accessible format|formats",
                "large print",
                "easy read version|copy",
                "sign language version",
            ])
            .is_some()
            && words.any(keys!["please", "contact", "email", "ask", "available", "watch", "request", "call"])
        {
            marks.extend(entry.mark(sentence.clone(), Role::OtherFormats, Certainty::Likely));
        }
        if words.find_any(patterns!["please email|contact|call|phone|write", "contact us", "email us"]).is_some()
            || text[sentence.clone()].contains('@')
        {
            marks.extend(entry.mark(sentence, Role::Contact, Certainty::Likely));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Role;
    use crate::{Source, parse};

    fn commitments(text: &str) -> Vec<String> {
        let source = Source::new("a.md", format!("# Bus strategy\n\n{text}"));
        let document = parse(&source);
        document.marks.iter().filter(|mark| mark.role == Role::Commitment).map(|mark| source.slice(mark.span).to_owned()).collect()
    }

    #[test]
    fn we_will_with_a_list_or_bare_paragraphs() {
        assert_eq!(commitments("We will:\n\nRun more buses.\n\nWash them.\n\n## Money\n\nIt costs."), ["Run more buses.", "Wash them."]);
        assert_eq!(
            commitments("We care and therefore, we commit to:\n\n- running more buses\n- washing them\n\nEnd."),
            ["running more buses", "washing them"]
        );
    }

    #[test]
    fn promises_in_sentences() {
        assert_eq!(
            commitments("- People - We will ask people\n\nWe will run more buses. Buses are good.\n\nWe will:\n\n- wash"),
            ["People - We will ask people", "We will run more buses.", "wash"]
        );
    }
}
