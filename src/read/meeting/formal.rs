//! The formal passages of minutes: declarations of interest, the exclusion of the public, the line
//! for a signature.

use std::collections::BTreeSet;
use std::ops::Range;

use super::pattern::{pattern, patterns};
use super::script::Entry;
use super::topics::Topics;
use super::vocabulary::keys;
use super::words::Words;
use crate::model::walk::Place;
use crate::model::{Certainty, Mark, Role};

/// No more passages than this can belong to one heading of declarations.
const MOST_DECLARATIONS: usize = 12;

pub(super) fn find(script: &[Entry<'_>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (at, entry) in script.iter().enumerate() {
        if let Some(end) = declarations_end(entry) {
            if entry.text()[end..].chars().any(char::is_alphanumeric) {
                marks.extend(entry.mark(end..entry.text().len(), Role::Declaration, Certainty::Certain));
            } else {
                let below = script[at + 1..].iter().take(MOST_DECLARATIONS).take_while(|entry| is_below(entry)).enumerate();
                // After the first only what speaks of interests: the next item may have no heading.
                let speaks =
                    |(index, entry): &(usize, &Entry<'_>)| *index == 0 || entry.words().any(keys!["interest", "interests", "declared"]);
                marks.extend(below.take_while(speaks).filter_map(|(_, entry)| entry.mark_all(Role::Declaration, certainty(entry))));
            }
        }
        if entry.place == Place::Paragraph {
            marks.extend(exclusion(entry));
            if is_signature(entry) {
                marks.extend(entry.mark_all(Role::Signature, Certainty::Certain));
            }
        }
    }
    let is_declared = |mark: &Mark| mark.role == Role::Declaration;
    let known: BTreeSet<usize> = marks.iter().filter(|mark| is_declared(mark)).map(|mark| mark.span.start).collect();
    let may_declare = |entry: &Entry<'_>| entry.may_speak_of(Topics::INTEREST) && entry.place == Place::Paragraph;
    for (at, entry) in script.iter().enumerate().filter(|(_, entry)| may_declare(entry)) {
        let is_known = entry.span(0..entry.text().len()).is_some_and(|span| known.range(span.start..span.end).next().is_some());
        let declared = if is_known { Vec::new() } else { declared(entry) };
        let items = script[at + 1..].iter().take(MOST_DECLARATIONS).take_while(|entry| entry.is_item());
        if !declared.is_empty() && entry.text().trim_end().ends_with(':') {
            // "The following interests were declared:" with a list.
            marks.extend(items.filter_map(|item| item.mark_all(Role::Declaration, Certainty::Certain)));
        } else {
            marks.extend(declared);
        }
    }
    // An item that says so of itself is marked once.
    let mut seen = BTreeSet::new();
    marks.retain(|mark| !is_declared(mark) || seen.insert(mark.span.start));
    marks
}

/// "Cllr Lee declared a personal interest in item 4", wherever it stands.
fn declared(entry: &Entry<'_>) -> Vec<Mark> {
    if !entry.text().contains("declared") {
        return Vec::new();
    }
    let declares = |sentence: &Range<usize>| {
        let words = entry.words_in(sentence.clone());
        let found =
            words.find_any(patterns!["declared a|an ... interest", "declared ... interests", "interests|interest was|were declared"]);
        found.is_some_and(|found| !words.any(keys!["asked", "if", "whether", "must", "should"]) && found.start > 0)
    };
    let declared = entry.sentences().iter().filter(|sentence| declares(sentence)).cloned();
    declared.filter_map(|sentence| entry.mark(sentence, Role::Declaration, Certainty::Certain)).collect()
}

/// Where what follows "Declarations of interest" begins.
fn declarations_end(entry: &Entry<'_>) -> Option<usize> {
    let text = entry.text();
    if !entry.may_speak_of(Topics::INTEREST) || !["nterest", "NTEREST"].iter().any(|stem| text.contains(stem)) {
        return None;
    }
    let head = text.find(char::is_alphabetic)?;
    let words = entry.words_in(head..if text.is_char_boundary(head + 120) { head + 120 } else { text.len() });
    let end = words.begins(pattern!("to? receive|note|record|consider? any? members? declaration|declarations|disclosure|disclosures of? personal|pecuniary? interest|interests made|received?"))?;
    let end = head + words.bytes(0..end)?.end;
    let rest = text[end..].trim_start_matches([':', '-', '\u{2013}', '.', ' ', '*', '\u{a0}']);
    let closes = text[end..].trim_start().starts_with([':', '-', '\u{2013}', '.']) || rest.is_empty();
    if closes {
        return Some(text.len() - rest.len());
    }
    // "Declarations of interest for items on the agenda" is a heading all the same.
    Words::of(rest).begins(pattern!("for|in|on items|matters")).map(|_| text.len())
}

/// "She declared an interest" says so in so many words.
fn certainty(entry: &Entry<'_>) -> Certainty {
    let says_so = entry.words().find(pattern!("declared|declares ... interest|interests")).is_some();
    if says_so { Certainty::Certain } else { Certainty::Likely }
}

fn is_below(entry: &Entry<'_>) -> bool {
    entry.place == Place::Paragraph && !entry.is_numbered() && !entry.text().trim_end().ends_with(':')
}

fn exclusion(entry: &Entry<'_>) -> Option<Mark> {
    let text = entry.text();
    if !entry.may_speak_of(Topics::EXCLUSION) || !text.contains("public") && !text.contains("100A") {
        return None;
    }
    entry.sentences().iter().cloned().find_map(|sentence| {
        let words = entry.words_in(sentence.clone());
        let found = words.find_any(patterns![
            "exclude|excluded|excluding the? press|public",
            "press|public ... be|are|were|was excluded",
            "press|public and? press|public? be|were|was excluded",
        ])?;
        let negated = words.any(keys!["not", "no"]) || found.start > 0 && words.is(found.start - 1, keys!["not"]);
        (!negated).then(|| entry.mark(sentence, Role::Exclusion, Certainty::Certain)).flatten()
    })
}

/// A run of dots or underscores with the chair's or a date's label, or "Signed".
fn is_signature(entry: &Entry<'_>) -> bool {
    if !entry.may_speak_of(Topics::RULE) {
        return false;
    }
    let text = entry.text().replace(['.', '_', '\u{2026}'], " ");
    let words = Words::of(&text);
    words.len() <= 12 && words.any(keys!["signed", "chair", "chairman", "chairperson", "chairwoman", "date", "signature", "clerk"])
}

#[cfg(test)]
mod tests {
    use crate::model::Role;
    use crate::{Source, parse};

    fn found(text: &str, role: &Role) -> Vec<String> {
        let source = Source::new("a.md", format!("# Minutes of the panel\n\nPresent: A. Vane\n\nApologies: None\n\n{text}"));
        let document = parse(&source);
        document.marks.iter().filter(|mark| mark.role == *role).map(|mark| source.slice(mark.span).to_owned()).collect()
    }

    #[test]
    fn declarations_with_and_without_a_heading() {
        assert_eq!(found("Declarations of interest - None", &Role::Declaration), ["None"]);
        assert_eq!(
            found("## 3. Declarations of interest\n\nCllr Lee, item 4.\n\n## 4. Parks\n\nOpen.", &Role::Declaration),
            ["Cllr Lee, item 4."]
        );
    }

    #[test]
    fn an_interest_is_declared_under_any_heading() {
        let text = "## 7. Planning\n\nThe plan came late. Cllr Lee declared a personal interest and left. It was deferred.";
        assert_eq!(found(text, &Role::Declaration), ["Cllr Lee declared a personal interest and left."]);
        let list = "## 7. Planning\n\nThe following interests were declared:\n\n1. Cllr Lee, the hall\n2. Cllr Vane, the mill";
        assert_eq!(found(list, &Role::Declaration), ["Cllr Lee, the hall", "Cllr Vane, the mill"]);
        assert_eq!(found("## 7. Planning\n\nMembers asked if he had declared an interest.", &Role::Declaration), [] as [&str; 0]);
    }

    #[test]
    fn the_public_is_excluded_or_not() {
        assert_eq!(found("It was resolved to exclude the public.", &Role::Exclusion).len(), 1);
        assert_eq!(found("The press and public were not excluded.", &Role::Exclusion), [] as [&str; 0]);
    }

    #[test]
    fn a_line_to_sign_on() {
        assert_eq!(found("Chairman:................ Date.............", &Role::Signature).len(), 1);
        assert_eq!(found("The Chairman signed the minutes.", &Role::Signature), [] as [&str; 0]);
    }
}
