//! What was proposed, decided, lost and noted.

use std::ops::Range;

use super::motion::{Said, said};
use super::on_demand::OnDemand;
use super::outcomes::holds_stem;
use super::pattern::{pattern, patterns};
use super::script::Entry;
use super::topics::Topics;
use super::vocabulary::{Key, keys, keys_of};
use super::words::{Words, first_word, key};
use crate::model::walk::{Place, Within};
use crate::model::{Certainty, Mark, Role};
use crate::text::sentences;

/// "RESOLVED" alone, with what marks it up, is no longer than this many bytes.
const LONGEST_BARE: usize = 24;

/// Such a word, alone.
const BARE: [Key; 4] = keys_of(["resolved", "agreed", "decided", "decisions"]);

/// "The Board:", with what it did in a list below.
const BODY_ALONE: &str = "the? board|committee|council|cabinet|panel|governors|trustees|members";

/// The decision that a line of movers belongs to is among this many marks before it.
const LATEST: usize = 8;

/// The decisions of a meeting.
pub(super) fn find(script: &[Entry<'_>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(entry) = script.get(at) {
        at += 1;
        if let Some((role, certainty)) = lead_in(entry) {
            let led = led_by(&script[at..], opens_with_nothing(&entry.words()));
            if led > 0 {
                marks.extend(script[at..at + led].iter().filter_map(|entry| entry.mark_all(role.clone(), certainty)));
                at += led;
                continue;
            }
        }
        let may_speak = entry.place == Place::Paragraph || (entry.is_heading() && entry.text().contains("RESOLVED"));
        let is_heading_of_column = || entry.within == Within::Cell && entry.has_at_most(3);
        if entry.may_speak_of(Topics::OUTCOME) && may_speak && !is_heading_of_column() {
            decisions_of(entry, script.get(at), &mut marks);
        }
    }
    marks
}

/// A passage that only opens a list of decisions: "RESOLVED:", "The Board agreed that:".
fn lead_in(entry: &Entry<'_>) -> Option<(Role, Certainty)> {
    let text = entry.text().trim_end().trim_end_matches('*');
    let ends_open = text.ends_with([':', '-', '\u{2013}', '\u{2014}'])
        || ((text.ends_with(" to") || text.ends_with(" To") || text.ends_with(" that")) && !entry.is_item());
    let opens_bare = || text.len() <= LONGEST_BARE && entry.opens_with(&BARE);
    if !(ends_open || opens_bare()) {
        return None;
    }
    let last = sentences(text).pop()?;
    let words = entry.words_in(last.clone());
    let is_bare = last.start == 0 && words.is(0, &BARE) && words.len() <= 2;
    if !(ends_open || (is_bare && (entry.is_heading() || !text.contains(char::is_lowercase)))) {
        return None;
    }
    if words.begins(pattern!(BODY_ALONE)) == Some(words.len()) {
        return Some((Role::Decided, Certainty::Likely));
    }
    match said(&words) {
        // "Noted the report and:" notes one thing and decides others.
        Said::Outcome(Role::Noted, _) => Some((Role::Decided, Certainty::Likely)),
        Said::Outcome(role, certainty) => Some((role, certainty)),
        Said::Confirmed | Said::Nothing if is_bare => Some((Role::Decided, Certainty::Certain)),
        Said::Confirmed | Said::Proposed { .. } | Said::Nothing => words
            .find(pattern!("agreed|resolved|decided that|to|the?"))
            .filter(|found| found.end == words.len())
            .map(|_| (Role::Decided, Certainty::Likely)),
    }
}

/// Whether a lead-in says nothing of its own, so that what follows must: "RESOLVED:", "agreed that:".
fn opens_with_nothing(words: &Words<'_>) -> bool {
    words.len() <= 2 || words.is(words.len() - 1, keys!["that", "to"])
}

/// How many passages after a lead-in belong to it: the items of one list, or one paragraph.
fn led_by(rest: &[Entry<'_>], opens_with_nothing: bool) -> usize {
    match rest.first() {
        Some(first) if first.is_item() => {
            let shape = first.shape();
            rest.iter().take_while(|entry| entry.is_item() && entry.shape() == shape).count()
        }
        Some(first) if first.place == Place::Paragraph && opens_with_nothing => 1,
        _ => 0,
    }
}

/// The decisions of one passage: each motion with its movers, its vote and its outcome is one.
fn decisions_of(entry: &Entry<'_>, next: Option<&Entry<'_>>, marks: &mut Vec<Mark>) {
    let text = entry.text();
    let mut found: Vec<(Range<usize>, Role, Certainty)> = Vec::new();
    let mut pending: Option<(usize, bool)> = None;
    // Whether the words so far tell of another meeting, and how far they were read for that.
    let (mut elsewhere, mut read) = (false, 0);
    let passage = OnDemand::of(text);
    let may_decide = |sentence: &&Range<usize>| {
        entry.may_speak_within(sentence, Topics::OUTCOME) && text.get((*sentence).clone()).is_some_and(holds_stem)
    };
    for sentence in entry.sentences().iter().filter(may_decide).cloned() {
        let words = passage.part(sentence.clone());
        mark_movers(entry, &words, &sentence, marks);
        match said(&words) {
            Said::Outcome(role, certainty) => {
                let start = pending.take().map_or(sentence.start, |(start, _)| start);
                let may_tell = || entry.may_speak_within(&(read..sentence.end), Topics::ELSEWHERE);
                elsewhere = elsewhere || may_tell() && tells_of_another_meeting(&passage.part(read..sentence.end));
                read = sentence.end;
                let certainty = if elsewhere { Certainty::Likely } else { certainty };
                match found.last_mut() {
                    Some((last, of, how))
                        if *of == role && begins_with_mover(&text[start..]) && sentences_between(text, last.end, start) == 0 =>
                    {
                        last.end = sentence.end;
                        *how = certainty;
                    }
                    _ => found.push((start..sentence.end, role, certainty)),
                }
            }
            Said::Confirmed => match (pending.take(), found.last_mut()) {
                (Some((start, _)), _) => found.push((start..sentence.end, Role::Decided, Certainty::Certain)),
                (None, Some(last)) if sentences_between(text, last.0.end, sentence.start) == 0 => last.0.end = sentence.end,
                (None, _) => found.push((sentence, Role::Decided, Certainty::Likely)),
            },
            Said::Proposed { seconded } => match (&mut pending, found.last_mut()) {
                (Some((_, known)), _) => *known |= seconded,
                // "Proposed by …" after a decision tells who proposed it.
                (None, Some(last)) if sentences_between(text, last.0.end, sentence.start) == 0 && begins_with_mover(words.text()) => {
                    last.0.end = sentence.end;
                }
                (None, _) => pending = Some((sentence.start, seconded)),
            },
            Said::Nothing => {}
        }
    }
    // "Moved by …, seconded by …, and" waits for "RESOLVED" in the next passage.
    let goes_on = || {
        next.is_some_and(|next| {
            next.opens_with(keys!["resolved", "carried", "agreed", "it", "was"])
                && next.words().begins(pattern!("resolved|carried|agreed|it? was? resolved|carried")).is_some()
        })
    };
    if let Some((start, true)) = pending.filter(|_| !goes_on()) {
        found.push((start..text.trim_end().len(), Role::Decided, Certainty::Likely));
    }
    if found.is_empty() {
        return;
    }
    let alone = found.len() == 1 && found.iter().all(|(range, ..)| range.start == 0 && range.end >= text.trim_end().len());
    let decides = || passage.all().find(pattern!("resolved|agreed|carried that|to")).is_some();
    let speaks_of_the_one_before = || said(passage.all()) == Said::Confirmed || (begins_with_mover(text) && !decides());
    if alone
        && speaks_of_the_one_before()
        && marks.iter().rev().take(LATEST).any(|mark| mark.role == Role::Decided && entry.follows(mark.span))
    {
        return;
    }
    marks.extend(found.into_iter().filter_map(|(range, role, certainty)| entry.mark(range, role, certainty)));
}

/// Words that tell of a meeting that is not this one have one of these.
pub(super) const ELSEWHERE: [&str; 3] = ["met", "meeting", "sold"];

/// Whether words tell of a meeting that is not this one.
fn tells_of_another_meeting(words: &Words<'_>) -> bool {
    words
        .find_any(patterns![
            "committee|group|team|board met",
            "had met",
            "at|after the|a ... site|finance|committee|group|forum|last|recent|previous|annual meeting",
            "at|after the|a recent|previous|last ... meeting",
            "meeting took place",
            "was sold",
        ])
        .is_some()
}

fn sentences_between(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to).map_or(0, |between| between.trim().len())
}

fn begins_with_mover(text: &str) -> bool {
    key(first_word(text)).is_among(keys!["proposed", "proposer", "moved", "seconded", "seconder"])
}

fn mark_movers(entry: &Entry<'_>, words: &Words<'_>, sentence: &Range<usize>, marks: &mut Vec<Mark>) {
    let moved = patterns!["proposed|moved by", "cllr|mr|mrs|ms|dr|councillor ... proposed|moved", "proposer"];
    if words.any(keys!["seconded", "seconder"]) {
        marks.extend(entry.mark(sentence.clone(), Role::Seconded, Certainty::Certain));
        marks.extend(
            words
                .any(keys!["proposed", "moved", "proposer"])
                .then(|| entry.mark(sentence.clone(), Role::Moved, Certainty::Certain))
                .flatten(),
        );
    } else if words.find_any(moved).is_some() {
        marks.extend(entry.mark(sentence.clone(), Role::Moved, Certainty::Likely));
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Certainty, Role};
    use crate::{Source, parse};

    const HEAD: &str = "# Minutes of the panel\n\nPresent: A. Vane\n\nApologies: None\n\n";

    fn decided(text: &str) -> Vec<(String, Certainty)> {
        let source = Source::new("a.md", format!("{HEAD}{text}"));
        let document = parse(&source);
        let marks = document.marks.iter().filter(|mark| matches!(mark.role, Role::Decided | Role::Lost | Role::Recommended));
        marks.map(|mark| (source.slice(mark.span).to_owned(), mark.certainty)).collect()
    }

    fn words(text: &str) -> Vec<String> {
        decided(text).into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn a_list_after_resolved_is_a_decision_an_item() {
        assert_eq!(
            words("RESOLVED:\n\n(1) That the bench be mended;\n\n(2) That it be painted.\n\nThe panel had tea."),
            ["That the bench be mended;", "That it be painted."]
        );
        assert_eq!(
            words("Resolved \u{2013}\n\n(1) That it be mended;\n\n(2) that it be painted."),
            ["That it be mended;", "that it be painted."]
        );
        assert_eq!(words("The amendment was put to the vote and was LOST."), ["The amendment was put to the vote and was LOST."]);
        assert_eq!(words("The Board agreed to:\n\n- note the report\n- approve the plan"), ["note the report", "approve the plan"]);
    }

    #[test]
    fn a_motion_its_movers_and_its_vote_are_one_decision() {
        let text = "Cllr Lee proposed that the bench be mended, seconded by Cllr Vane. 4 votes for, 2 against. Carried.";
        assert_eq!(decided(text), [(text.to_owned(), Certainty::Certain)]);
    }

    #[test]
    fn a_line_of_movers_belongs_to_the_decision_before_it() {
        assert_eq!(
            words("It was agreed that the bench be mended.\n\nProposed: Cllr Lee Seconded: Cllr Vane"),
            ["It was agreed that the bench be mended."]
        );
    }

    #[test]
    fn seconded_without_an_outcome_is_likely() {
        let found = decided("Cllr Lee proposed closing the meeting, seconded by Cllr Vane.");
        assert_eq!(found.first().map(|(_, certainty)| *certainty), Some(Certainty::Likely));
    }
}
