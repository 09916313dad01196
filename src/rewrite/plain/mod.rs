//! The same thing in plainer words and shorter sentences, where that can be defended.
//!
//! Plainer words with the right form, contractions in full, long sentences in two. Nothing is left
//! out, reordered or summed up. A change that would touch a number, a negation or a name is not made;
//! names, quotations and what is written in capitals are left as they are. Published simplifiers
//! change one of those in 14 to 34 of 100 sentences.

mod digits;
mod gate;
mod inflection;
mod passage;
mod sentence;
mod splits;
mod swaps;

use std::ops::Range;

use crate::outcome::ChangeKind;
use crate::text::{sentences, words};
pub(super) use passage::{Kept, reworded, reworded_by};
use sentence::{Sentence, quotations};
use splits::Cut;
pub(super) use splits::is_plain_verb;
use swaps::{Fit, Swaps};

/// So many words after a place tell which plainer word fits there.
const CONTEXT: usize = 8;

/// A text in plainer words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Simplified {
    /// The text.
    pub text: String,
    /// What was said in other words, in order.
    pub changes: Vec<Rewording>,
}

/// Words of a text that are said in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rewording {
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// The bytes of the text that it stands for.
    pub range: Range<usize>,
    /// What is said there now.
    pub after: String,
}

/// Says a text in plainer words and shorter sentences.
///
/// ```
/// use plainsong::rewrite::plain::simplify;
///
/// let simple = simplify("Prior to the meeting, an additional bench was purchased.");
/// assert_eq!(simple.text, "Before the meeting, an extra bench was bought.");
/// assert_eq!(simple.changes.len(), 3);
/// ```
#[must_use]
pub fn simplify(text: &str) -> Simplified {
    let changes = rewordings(text);
    Simplified { text: applied(text, 0..text.len(), &changes), changes }
}

/// What of a passage can be said in another way: in order, none inside another.
fn rewordings(text: &str) -> Vec<Rewording> {
    let quoted = quotations(text);
    let mut all = Vec::new();
    for range in sentences(text) {
        let sentence = Sentence::of(text, range.clone(), &quoted);
        if is_motion(&sentence) {
            continue;
        }
        let mut found = plainer_words(&sentence);
        add_cuts(&sentence, &quoted, &mut found);
        if gate::passes(&text[range.clone()], &applied(text, range, &found)) {
            all.append(&mut found);
        }
    }
    all
}

/// Whether a sentence tells of a motion, whose very words count.
fn is_motion(sentence: &Sentence<'_>) -> bool {
    (0..sentence.len()).any(|at| match sentence.word(at) {
        "resolved" | "seconded" | "motion" | "motions" | "moved" => true,
        "proposed" => matches!(sentence.word(at + 1), "by" | "that"),
        _ => false,
    })
}

fn plainer_words(sentence: &Sentence<'_>) -> Vec<Rewording> {
    let swaps = Swaps::built_in();
    let mut found: Vec<Rewording> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        match swaps.fit(sentence, at).filter(|fit| sentence.is_free(at..at + fit.words)) {
            Some(fit) => {
                let change = rewording(sentence, at, &fit);
                at += fit.words;
                let is_apart = |change: &Rewording| found.last().is_none_or(|before| before.range.end <= change.range.start);
                found.extend(change.filter(is_apart).filter(|change| gate::passes(&sentence.text[change.range.clone()], &change.after)));
            }
            None => {
                if let Some((digits, range)) = digits::digits(sentence, at).zip(sentence.place(at)) {
                    found.push(Rewording { kind: ChangeKind::NumberInDigits, range, after: digits });
                }
                at += 1;
            }
        }
    }
    found
}

fn rewording(sentence: &Sentence<'_>, at: usize, fit: &Fit<'_>) -> Option<Rewording> {
    let first = sentence.place(at)?;
    let mut end = sentence.place(at + fit.words - 1)?.end;
    // The stop of "e.g." goes with it.
    if sentence.word(at + fit.words - 1).contains('.') && sentence.text[end..].starts_with('.') {
        end += 1;
    }
    let mut start = first.start;
    let mut after = fit.plainer.to_owned();
    if sentence.shown(at).starts_with(char::is_uppercase) {
        after = capitalised(&after);
    }
    // "an additional" is "an extra", "an objective" is "a plan".
    let is_beside = |before: &usize| sentence.place(*before).is_some_and(|article| sentence.text[article.end..start].trim().is_empty());
    let article = at.checked_sub(1).filter(|before| matches!(sentence.word(*before), "a" | "an")).filter(is_beside);
    if let Some(article) = article {
        let wanted = if begins_with_vowel(fit.plainer) { "an" } else { "a" };
        if sentence.word(article) != wanted {
            let is_capital = sentence.shown(article).starts_with('A');
            start = sentence.place(article)?.start;
            after = format!("{} {after}", if is_capital { capitalised(wanted) } else { wanted.to_owned() });
        }
    }
    let kind = if fit.is_contraction { ChangeKind::ContractionInFull } else { ChangeKind::PlainerWords };
    Some(Rewording { kind, range: start..end, after })
}

/// Adds the places where a sentence is cut. A plainer word that stands there goes; one that follows gets a capital.
fn add_cuts(sentence: &Sentence<'_>, quoted: &[Range<usize>], found: &mut Vec<Rewording>) {
    for Cut { mut range, text, capitalises } in splits::cuts(sentence, quoted) {
        let follows = sentence.text.get(range.end..sentence.range.end).unwrap_or_default();
        let mut text = in_plainer_words(&text, follows);
        let is_across = |change: &Rewording| change.range.start < range.start && range.start < change.range.end;
        if found.iter().any(|change| is_across(change) || change.range.start < range.end && range.end < change.range.end) {
            continue;
        }
        found.retain(|change| change.range.end <= range.start || range.end <= change.range.start);
        match found.iter_mut().find(|change| change.range.start == range.end).filter(|_| capitalises) {
            Some(next) => next.after = capitalised(&next.after),
            None if capitalises => {
                let first = sentence.between(range.end, sentence.range.end).start;
                text.push_str(&capitalised(sentence.shown(first)));
                range.end += sentence.shown(first).len();
            }
            None => {}
        }
        found.push(Rewording { kind: ChangeKind::SentenceSplit, range, after: text });
    }
    found.sort_by_key(|change| change.range.start);
}

/// What is said again is said in the same words as the first time. Of what follows, the first words tell what fits.
fn in_plainer_words(said: &str, follows: &str) -> String {
    let next = words(follows).nth(CONTEXT).map_or(follows.len(), |word| word.start);
    let both = [said, follows.get(..next).unwrap_or_default()].join(if said.ends_with(' ') { "" } else { " " });
    let mut changes = plainer_words(&Sentence::of(&both, 0..both.len(), &[]));
    changes.retain(|change| change.range.end <= said.len());
    applied(said, 0..said.len(), &changes)
}

/// A part of a text with the changes that lie in it.
fn applied(text: &str, range: Range<usize>, changes: &[Rewording]) -> String {
    let mut said = String::with_capacity(range.len());
    let mut from = range.start;
    for change in changes {
        said.push_str(&text[from..change.range.start]);
        said.push_str(&change.after);
        from = change.range.end;
    }
    said.push_str(&text[from..range.end]);
    said
}

fn begins_with_vowel(words: &str) -> bool {
    words.starts_with(['a', 'e', 'i', 'o', 'u']) && !words.starts_with("us") && !words.starts_with("one")
}

fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        simplify(text).text
    }

    #[test]
    fn the_form_of_a_verb_is_kept() {
        assert_eq!(said("The meeting was facilitated by the Clerk."), "The meeting was helped by the Clerk.");
        assert_eq!(said("We are utilising the hall."), "We are using the hall.");
        assert_eq!(said("The panel undertook a survey."), "The panel did a survey.");
        assert_eq!(said("A survey was undertaken by the panel."), "A survey was done by the panel.");
        assert_eq!(said("It has demonstrated a need."), "It has shown a need.");
    }

    #[test]
    fn a_noun_is_not_taken_for_a_verb() {
        assert_eq!(said("The purchase of a monitor was a first attempt."), "The purchase of a monitor was a first attempt.");
        assert_eq!(said("We will purchase it."), "We will buy it.");
    }

    #[test]
    fn a_word_that_would_not_fit_is_left() {
        for text in [
            "Governments have implemented and published plans.",
            "The group will convene on 16 May.",
            "She requested this issue be debated.",
            "The enabling factors were named.",
            "It uses the location standards.",
            "The waste can go in general waste bins.",
        ] {
            assert_eq!(said(text), text);
        }
    }

    #[test]
    fn articles_agree() {
        assert_eq!(said("It is an option."), "It is a choice.");
        assert_eq!(said("An alteration was made."), "A change was made.");
        assert_eq!(said("It is a previous idea."), "It is an earlier idea.");
        assert_eq!(said("Lost: An alteration to the fees."), "Lost: A change to the fees.");
    }

    #[test]
    fn names_quotations_and_capitals_are_left() {
        for text in [
            "Additional Support Fund money came.",
            "He wrote \u{2018}we commence in May\u{2019} to us.",
            "THE ADDITIONAL BENCH",
            "Write to additional@council.example today.",
        ] {
            assert_eq!(said(text), text);
        }
    }

    #[test]
    fn contractions_and_short_latin_are_said_in_full() {
        assert_eq!(said("We don\u{2019}t know."), "We do not know.");
        assert_eq!(said("Some, e.g. the gate, are old."), "Some, for example the gate, are old.");
    }

    #[test]
    fn the_words_of_a_motion_are_left() {
        let text = "Cllr Lee proposed that an additional bench be purchased.";
        assert_eq!(said(text), text);
    }

    #[test]
    fn a_text_that_is_made_to_do_harm_takes_bounded_time() {
        for piece in [
            "'a' ",
            ", and it ",
            "not ",
            "rapidly ",
            "was rapidly undertaken ",
            "; they ",
            "if a, and it is ",
            "\u{201c}a\u{201d}, ",
            "an ",
        ] {
            let text = piece.repeat(20_000);
            assert!(simplify(&text).text.len() > piece.len(), "{piece:?}");
        }
    }

    #[test]
    fn each_change_tells_its_place() {
        let text = "We met prior to lunch.";
        let simple = simplify(text);
        assert_eq!(&text[simple.changes[0].range.clone()], "prior to");
        assert_eq!(simple.changes[0].after, "before");
    }
}
