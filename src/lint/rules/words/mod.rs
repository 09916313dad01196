//! Rules of single words and phrases. Most of them are data: what they look for stands in the lexicon,
//! and each rule speaks for the entries of its kind.

pub(super) mod foreign_phrase;
pub(super) mod hard_word;
pub(super) mod jargon;
pub(super) mod metaphor;
pub(super) mod wordy_phrase;

use crate::diagnostic::{Applicability, Diagnostic};
use crate::lexicon::Kind;
use crate::lint::RuleInfo;
use crate::lint::findings::{Called, Findings, Occurrence};
use crate::lint::passage::{HardWord, Passage};
use crate::lint::rule::Context;
use crate::source::Span;

/// Reports the words of a kind that have plainer ones, each once a document. The message is about the words as
/// they are printed where they stand first.
fn report(
    kind: Kind,
    info: &RuleInfo,
    passage: &Passage<'_>,
    context: &Context<'_>,
    findings: &mut Findings,
    message: impl Fn(&str) -> String,
) {
    for word in passage.hard_words().iter().filter(|word| word.entry.kind == kind) {
        let Some(plainer) = word.entry.plainer.as_deref() else { continue };
        let Some(span) = passage.span(word.range.clone()) else { continue };
        let term = word.entry.term.as_str();
        let replacement = || replacement(word, plainer, span, passage, context).map(|text| (Applicability::Suggested, text));
        findings.add(Occurrence { rule: info.name, key: term, span, called: Called::Uses, replacement: Some(&replacement) }, || {
            let printed = passage.text().get(word.range.clone()).unwrap_or(term);
            let printed = printed.split_whitespace().collect::<Vec<&str>>().join(" ");
            let mut finding = Diagnostic::new(info.name, info.severity, message(&printed), span);
            finding.help = Some(help(word, plainer));
            finding
        });
    }
}

fn help(word: &HardWord<'_>, plainer: &str) -> String {
    match &word.entry.asked_by {
        Some(who) => format!("Write \"{plainer}\" instead. {who} ask for this."),
        None => format!("Write \"{plainer}\" instead, or say what it means."),
    }
}

/// What could stand in the place of a word: the plainer words, where the grammar allows it and the
/// sentence does not grow too long. Another form of the word has none, nor one with markup in it.
fn replacement(word: &HardWord<'_>, plainer: &str, span: Span, passage: &Passage<'_>, context: &Context<'_>) -> Option<String> {
    let printed = context.source.slice(span);
    let term = word.entry.term.as_str();
    let is_the_term = printed.eq_ignore_ascii_case(term) || !printed.is_ascii() && printed.to_lowercase() == term.to_lowercase();
    if !is_the_term {
        return None;
    }
    let sentence = passage.sentence_at(word.range.start)?;
    let count = |text: &str| text.split_whitespace().count();
    let length = sentence.length + count(plainer) - count(printed).min(sentence.length);
    let limits = context.options.limits;
    let grows = |limit: usize| sentence.length <= limit && length > limit;
    let fits = !grows(limits.advised_sentence) && !grows(limits.longest_sentence);
    let before = passage.words().partition_point(|range| range.end <= word.range.start).checked_sub(1).and_then(|at| passage.word(at));
    let fits_article = match before {
        Some("a") => !begins_with_vowel(plainer),
        Some("an") => begins_with_vowel(plainer),
        _ => true,
    };
    (fits && fits_article).then(|| in_the_case_of(printed, plainer))
}

fn begins_with_vowel(text: &str) -> bool {
    text.starts_with(['a', 'e', 'i', 'o', 'u'])
}

/// The plainer words, with the capitals of the word they stand for.
fn in_the_case_of(word: &str, plainer: &str) -> String {
    let mut characters = plainer.chars();
    if !word.chars().any(char::is_lowercase) {
        plainer.to_uppercase()
    } else if word.starts_with(char::is_uppercase) {
        characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
    } else {
        plainer.to_owned()
    }
}
