//! Long sentences in several: at a semicolon, at "and", "but" or "so" with a subject of its own or one that
//! can be said again, before "because", before a last "which is". Only where each part has a verb of
//! its own, and never where a condition or somebody's words would end too early.

mod aside;
mod clause;
mod connective;
mod coordination;
mod example;
mod imperative;
mod infinitive;
mod lead_in;
mod leading;
mod participle;
mod purpose;
mod relative;
mod shared;
mod subject;
mod verbs;

use std::ops::Range;

use super::sentence::{Sentence, is_within};
use clause::Open;
pub(in crate::rewrite) use verbs::is_plain_verb;

/// Sentences up to this many words are left (GOV.UK 2020: 10 to 15 words).
const LONG_ENOUGH: usize = 15;

/// What is longer than this has lost the marks of its sentences, and is left.
const TOO_LONG: usize = 200;

/// Each part of a sentence that is cut has at least so many words.
const SHORTEST_PART: usize = 4;

/// Cuts between clauses that stand side by side. They come first, so that the others know where their clause ends.
const BETWEEN_CLAUSES: [Rule; 3] = [coordination::cut, infinitive::cut, lead_in::cut];

/// Cuts before what hangs on a clause. Of each, the first that fits a place is made.
const WITHIN_CLAUSES: [Rule; 6] = [connective::cut, relative::cut, example::cut, participle::cut, purpose::cut, aside::cut];

type Rule = fn(&Sentence<'_>, &Joint) -> Option<Cut>;

/// A place where a sentence is cut: the bytes that go, and what stands there then.
pub(super) struct Cut {
    pub(super) range: Range<usize>,
    pub(super) text: String,
    /// Whether the word that follows begins the next sentence.
    pub(super) capitalises: bool,
}

/// Where to cut a sentence.
pub(super) fn cuts(sentence: &Sentence<'_>, quoted: &[Range<usize>]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    if !(LONG_ENOUGH + 1..=TOO_LONG).contains(&sentence.len()) {
        return cuts;
    }
    let Some(said) = sentence.text.get(sentence.range.clone()).filter(|said| !said.contains('\n') && !said.ends_with('?')) else {
        return cuts;
    };
    let closed = Closed { quoted, asides: &asides(said, sentence.range.start) };
    let mut begins = 0;
    if let Some((cut, next)) = leading::cut(sentence, closed.asides) {
        cuts.push(cut);
        begins = next;
    }
    let mut clauses = vec![begins];
    for (at, cut) in cuts_by(&BETWEEN_CLAUSES, sentence, begins..sentence.len(), &closed) {
        cuts.push(cut);
        clauses.push(at);
    }
    let ends = clauses.iter().skip(1).copied().chain([sentence.len()]);
    for clause in clauses.iter().zip(ends).map(|(start, end)| *start..end).filter(|clause| clause.len() > LONG_ENOUGH) {
        cuts.extend(cuts_by(&WITHIN_CLAUSES, sentence, clause, &closed).into_iter().map(|(_, cut)| cut));
    }
    cuts.sort_by_key(|cut| cut.range.start);
    cuts
}

/// Where nothing is cut: what is quoted, and what stands in brackets.
struct Closed<'a> {
    quoted: &'a [Range<usize>],
    asides: &'a [Range<usize>],
}

/// The cuts that some rules make in a part of a sentence, each with the word that begins what follows.
fn cuts_by(rules: &[Rule], sentence: &Sentence<'_>, part: Range<usize>, closed: &Closed<'_>) -> Vec<(usize, Cut)> {
    let mut cuts = Vec::new();
    let mut start = part.start;
    let mut lead = Lead::None;
    for first in part.start + 1..part.end {
        let Some(joint) = joint(sentence, first, start..part.end, lead) else { continue };
        let sign = joint.at..joint.at + 1;
        let is_short = joint.left.len() < SHORTEST_PART || part.end - first < SHORTEST_PART;
        if is_short || is_within(closed.quoted, &sign) || is_within(closed.asides, &sign) {
            continue;
        }
        if let Some(cut) = rules.iter().find_map(|rule| rule(sentence, &joint)) {
            let next = sentence.between(cut.range.end, sentence.range.end).start.max(first);
            // What "as" began hangs on it still.
            start = if sentence.word(first) == "as" { first } else { next };
            lead = Lead::of(&cut);
            cuts.push((if cut.capitalises { next } else { first }, cut));
        }
    }
    cuts
}

/// A place between two words where a sentence may be cut.
struct Joint {
    /// Where the word before ends.
    at: usize,
    sign: Sign,
    /// The words since the last cut.
    left: Range<usize>,
    /// What the last cut put before them.
    lead: Lead,
    /// The word after.
    first: usize,
    /// Where the clause ends, as a word and as a place.
    end: usize,
    end_at: usize,
}

/// Whether a cut put a subject and a verb before what follows it: "This is", "This was".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    None,
    Present,
    Past,
}

impl Lead {
    fn of(cut: &Cut) -> Self {
        match cut.text.strip_prefix(". Th") {
            Some(verb) if verb.contains(" was") || verb.contains(" were") || verb.ends_with("ed") => Self::Past,
            Some(_) => Self::Present,
            None => Self::None,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Semicolon,
    Colon,
    Comma,
    Dash,
    /// One that opens.
    Bracket,
    None,
}

fn joint(sentence: &Sentence<'_>, first: usize, part: Range<usize>, lead: Lead) -> Option<Joint> {
    let at = sentence.place(first.checked_sub(1)?)?.end;
    let between = sentence.text.get(at..sentence.place(first)?.start)?;
    // A bracket and a quotation mark that close belong to the part before.
    let closes = between.len() - between.trim_start_matches(CLOSING).len();
    let at = at + closes;
    let sign = match between.trim_start_matches(CLOSING).trim_end() {
        ";" => Sign::Semicolon,
        ":" => Sign::Colon,
        "," => Sign::Comma,
        " -" | " \u{2013}" | " \u{2014}" => Sign::Dash,
        " (" => Sign::Bracket,
        "" if between.ends_with(' ') => Sign::None,
        _ => return None,
    };
    let end_at = if part.end == sentence.len() { sentence.range.end } else { sentence.place(part.end.checked_sub(1)?)?.end };
    Some(Joint { at, sign, left: part.start..first, lead, first, end: part.end, end_at })
}

const CLOSING: [char; 4] = [')', '\u{201d}', '\u{2019}', '\''];

/// What stands in brackets, in order, as bytes of the passage. One that is never closed goes to the end.
fn asides(said: &str, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut opened = None;
    let mut depth = 0_usize;
    for (at, character) in said.char_indices() {
        match character {
            '(' | '[' => {
                depth += 1;
                opened = opened.or(Some(start + at));
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0
                    && let Some(from) = opened.take()
                {
                    found.push(from..start + at + 1);
                }
            }
            _ => {}
        }
    }
    found.extend(opened.map(|from| from..start + said.len()));
    found
}

/// Ends the sentence at a joint, and begins the next at a word with these words before it.
fn new_sentence(sentence: &Sentence<'_>, joint: &Joint, word: usize, before: &str) -> Option<Cut> {
    let range = joint.at..sentence.place(word)?.start;
    let text = if before.is_empty() { ". ".to_owned() } else { format!(". {before} ") };
    Some(Cut { range, text, capitalises: before.is_empty() })
}

/// Ends the sentence at a joint, and says these words for those after it up to a last one.
fn instead(sentence: &Sentence<'_>, joint: &Joint, last: usize, said: &str) -> Option<Cut> {
    let range = joint.at..sentence.place(last)?.end;
    Some(Cut { range, text: format!(". {said}"), capitalises: false })
}

/// The words after the one that begins the second part.
fn rest(joint: &Joint) -> Range<usize> {
    joint.first + 1..joint.end
}

/// Words after a comma that go on with what stands before it.
const GOES_ON: [&str; 9] = ["who", "which", "with", "including", "such", "like", "even", "led", "made"];

/// Whether the second part goes on to the end: no other clause follows a comma of it, save one about its last word.
fn ends_sentence(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    let Some(text) = sentence.text.get(joint.at + 1..joint.end_at) else { return false };
    let follows = |comma: usize| {
        let after = sentence.between(joint.at + 1 + comma, joint.end_at);
        GOES_ON.contains(&sentence.word(after.start)) || !clause::has_main_verb(sentence, after)
    };
    // "based on this and were": the verb is that of what stands before.
    let turns_back = (joint.first..joint.end).any(|at| {
        matches!(sentence.word(at), "and" | "but" | "or") && verbs::AUXILIARY.contains(&sentence.word(at + 1)) && at + 1 < joint.end
    });
    !turns_back && !text.contains([';', ':']) && text.match_indices(',').all(|(comma, _)| follows(comma))
}

/// Whether what the words since the last cut tell of is past.
fn tells_of_past(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    match joint.lead {
        Lead::None => clause::is_past(sentence, joint.left.clone()),
        Lead::Present => false,
        Lead::Past => true,
    }
}

/// Whether the words since the last cut are a sentence of their own, with what was put before them.
fn stands_alone(sentence: &Sentence<'_>, joint: &Joint) -> bool {
    let open = if matches!(joint.sign, Sign::Comma | Sign::Dash | Sign::Bracket) { Open::Relatives } else { Open::Nothing };
    let start = joint.left.start;
    // "This is because" and the like: what they lead to is a clause.
    let is_pointing =
        sentence.word(start) == "this" && matches!(sentence.word(start + 1), "is" | "was") && sentence.word(start + 2) == "because";
    let leads = matches!(sentence.word(start), "as" | "because" | "so" | "and" | "but");
    let words = start + if is_pointing { 3 } else { usize::from(leads) }..joint.left.end;
    if joint.lead != Lead::None { !clause::is_open(sentence, words, open) } else { clause::is_clause(sentence, words, open) }
}

#[cfg(test)]
mod tests {
    use super::super::simplify;

    fn said(text: &str) -> String {
        simplify(text).text
    }

    #[test]
    fn a_new_subject_begins_a_new_sentence() {
        for (text, expected) in [
            (
                "The panel looked at every one of the bus shelters in the town, and it was clear which needed work.",
                "The panel looked at every one of the bus shelters in the town. It was clear which needed work.",
            ),
            (
                "We have looked at every one of the bus shelters in the town; they are old and they let in the rain.",
                "We have looked at every one of the bus shelters in the town. They are old and they let in the rain.",
            ),
            (
                "The panel has looked at every one of the shelters in the ward, but the cost of them is not known.",
                "The panel has looked at every one of the shelters in the ward. But the cost of them is not known.",
            ),
            (
                "The terms of the new group will be agreed in May and the Chair will be chosen by its members.",
                "The terms of the new group will be agreed in May. The Chair will be chosen by its members.",
            ),
            (
                "Some of the shelters in the ward (three in all) are old, and Wexmere Council will mend those first.",
                "Some of the shelters in the ward (three in all) are old. Wexmere Council will mend those first.",
            ),
            (
                "The people of the town can help us in many ways, this may be by telling us what they need.",
                "The people of the town can help us in many ways. This may be by telling us what they need.",
            ),
        ] {
            assert_eq!(said(text), expected);
        }
    }

    #[test]
    fn a_subject_is_said_again() {
        for (text, expected) in [
            (
                "The Board has looked at every one of the shelters in the ward and would like to mend them.",
                "The Board has looked at every one of the shelters in the ward. The Board would like to mend them.",
            ),
            (
                "A member of staff noted that the shelters in the ward were old and asked who would mend them.",
                "A member of staff noted that the shelters in the ward were old. The member of staff asked who would mend them.",
            ),
            (
                "It was noted that the shelters in the ward are old and that the money for them has been found.",
                "It was noted that the shelters in the ward are old. It was noted that the money for them has been found.",
            ),
        ] {
            assert_eq!(said(text), expected);
        }
    }

    #[test]
    fn a_reason_an_aim_and_an_addition_have_sentences_of_their_own() {
        for (text, expected) in [
            (
                "We will mend the old bench by the gate of the park in the town, which is the one people use most.",
                "We will mend the old bench by the gate of the park in the town. This is the one people use most.",
            ),
            (
                "We will mend the old bench by the gate of the park because it is the one people use most.",
                "We will mend the old bench by the gate of the park. This is because it is the one people use most.",
            ),
            (
                "The bench by the gate of the park was mended last week so that people could sit in the sun.",
                "The bench by the gate of the park was mended last week. This was so that people could sit in the sun.",
            ),
            (
                "The bench by the gate of the park will be mended, although there is not much money for it now.",
                "The bench by the gate of the park will be mended. But there is not much money for it now.",
            ),
            (
                "The bench by the gate of the old park will be mended next week, allowing people to sit in the sun.",
                "The bench by the gate of the old park will be mended next week. This allows people to sit in the sun.",
            ),
            (
                "We will mend the benches in each of the parks of the town, including those by the gate and the pond.",
                "We will mend the benches in each of the parks of the town. This includes those by the gate and the pond.",
            ),
        ] {
            assert_eq!(said(text), expected);
        }
    }

    #[test]
    fn what_hangs_together_stays_together() {
        for text in [
            "If the panel looks at every one of the bus shelters in the town, and it is clear which need work, it will say so.",
            "We asked about bus shelters, benches, and the old gate of the park that is next to the school in the town.",
            "The Clerk said that the bench by the gate of the park is old and the seat of it has come off.",
            "We talked about the shelters and the benches that are by the gate of the park in the old town.",
            "It is not just about the old homes of people in this town but about the help people can get there.",
            "The plan is for people in the town and the help people can get there when they are old or ill.",
            "Do we want to mend the old bench by the gate of the park, or is it clear that we cannot?",
            "The bench by the gate of the park (it is old, and it was mended in the spring of last year) is red.",
            "Short, and it is left.",
        ] {
            assert_eq!(said(text), text);
        }
    }
}
