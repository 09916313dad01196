//! People who are told to do something without a label: "Clerk to chase", "The Clerk will write".

use std::ops::Range;

use crate::read::meeting::owner;
use crate::read::meeting::pattern::{pattern, patterns};
use crate::read::meeting::script::Entry;
use crate::read::meeting::topics::Topics;
use crate::read::meeting::vocabulary::{Key, keys, keys_of};
use crate::read::meeting::words::{Words, key_of_cut};
use crate::text::{Cut, cut_words};

/// The verbs that minutes give a clerk without "to": "Clerk email the landowner".
const VERBS: &str = "email|write|chase|ask|notify|contact|report|obtain|arrange|send|order|check|thank|reply|advertise|circulate|get|investigate|look|follow|inform|request|raise|add|ring|phone|respond|forward|update|prepare|liaise|speak|find|make|put|book|submit|enquire|invite|provide|organise|clear|inspect|amend|email/post|mend|attend|purchase|buy|apply|complete|review|monitor|produce|discuss|confirm|meet|bring|pass|draft|publish|source|seek|advise|consider|instruct|remind|take|keep|set|call|post|place|collect|go|continue|also|again|then|now|try|help|supply|share|ensure|upload|remove|repair|install|pursue|issue|display|promote|distribute|approach|attach|try|replace|give|let|pay|proceed|visit|work|develop|draw|deal|sort";

/// The words for those who are told to do something.
pub(in crate::read::meeting) const PARTIES: [&str; 16] = [
    "clerk",
    "chairman",
    "chair",
    "chairperson",
    "secretary",
    "treasurer",
    "councillors",
    "cllrs",
    "members",
    "cllr",
    "councillor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
];

/// Parts of them, as they are written.
const PARTS_OF_PARTIES: [&str; 11] = ["lerk", "hair", "ecretary", "reasurer", "ouncillor", "llr", "Mr", "Ms", "Miss", "Dr", "embers"];

/// The sentences of a passage that tell somebody to do something, and who that is.
pub(super) fn sentences(entry: &Entry<'_>) -> Vec<(Range<usize>, Range<usize>)> {
    if !(entry.may_speak_of(Topics::PARTY.and(Topics::INITIALS)) && names_a_party(entry.text())) {
        return Vec::new();
    }
    let names_one = |sentence: &&Range<usize>| {
        entry.may_speak_within(sentence, Topics::PARTY.and(Topics::INITIALS)) && names_a_party(&entry.text()[(*sentence).clone()])
    };
    let sentences = entry.sentences().iter().filter(names_one);
    let told = sentences.filter_map(|sentence| {
        let who = told(&entry.words_in(sentence.clone()))?;
        Some((sentence.clone(), who.start + sentence.start..who.end + sentence.start))
    });
    told.collect()
}

/// The words that follow those who are told to do something, but for verbs.
const AFTER_PARTIES: [Key; 18] = keys_of([
    "to",
    "also",
    "was",
    "were",
    "is",
    "are",
    "will",
    "would",
    "shall",
    "kindly",
    "agreed",
    "offered",
    "undertook",
    "volunteered",
    "asked",
    "requested",
    "instructed",
    "authorised",
]);

/// Whether a passage can name someone who is told to do something; most do not.
fn names_a_party(text: &str) -> bool {
    let begins_with_initials = text.split_whitespace().next().is_some_and(owner::is_initials);
    begins_with_initials
        || PARTS_OF_PARTIES.iter().any(|party| text.contains(party))
        || text.contains(". ") && text.split(". ").any(|sentence| sentence.split_whitespace().next().is_some_and(owner::is_initials))
}

/// Whether a text begins with somebody who may be told in it to do something, wherever its sentences end: with a
/// word for a party, or with initials. Of several parties the last is looked at. Most are told nothing.
pub(in crate::read::meeting) fn may_tell(text: &str) -> bool {
    let start = text.as_bytes().get(..LONGEST_STRETCH);
    if start.is_some_and(|start| !start.iter().any(u8::is_ascii_whitespace)) {
        return false;
    }
    let mut words = cut_words(text).enumerate();
    let Some(first) = words.next().map(|(_, word)| key_of_cut(text, &word)) else { return false };
    let is_title = first.is_among(&TITLES_OF_PARTIES);
    let is_named = |word: &Cut| is_title && text.get(word.range.clone()).is_some_and(|word| word.starts_with(char::is_uppercase));
    let Some((after, next)) = words.take(LONGEST_PARTY).find(|(_, word)| !is_named(word)) else { return false };
    let next = key_of_cut(text, &next);
    if !(next.is_among(&AFTER_PARTIES) || first == const { Key::of("clerk") }) {
        return false;
    }
    // Whether somebody asks the party to is told by the words before it.
    next == const { Key::of("to") } || is_told(&Words::first(text, after + 1 + MOST_WORDS_AFTER), 0..after)
}

/// Whom a sentence tells to do something: "Clerk to chase", "The Clerk will write", "asked the Clerk to".
fn told(words: &Words<'_>) -> Option<Range<usize>> {
    if !words.any(keys!["to", "will", "would", "clerk"]) {
        return None;
    }
    let parties = (0..words.len()).filter_map(|at| Some(at..party(words, at)?));
    let told = |party: &Range<usize>| is_asked(words, party.clone()) || opens_clause(words, party.start) && is_told(words, party.clone());
    words.bytes({ parties }.find(told)?)
}

/// Whether a party was asked to: "asked Cllr Lee to", "asked the Clerk to".
fn is_asked(words: &Words<'_>, party: Range<usize>) -> bool {
    let before = |back: usize, keys: &[Key]| party.start.checked_sub(back).is_some_and(|at| words.is(at, keys));
    words.is(party.end, keys!["to"])
        && (before(1, keys!["asked", "requested", "instructed", "authorised"])
            || before(1, keys!["the"]) && before(2, keys!["asked", "requested", "instructed"]))
}

/// Whether what follows a party tells it to do something.
fn is_told(words: &Words<'_>, party: Range<usize>) -> bool {
    let after = party.end;
    let verb = patterns![
        format!("also? to also|again|then? {VERBS}"),
        "also? was|were|is|are? asked|requested|instructed|authorised to",
        "is|are to",
    ];
    // "MCC would provide": capitals before "would" are a body as often as a person.
    let is_known = || !words.is_initials(party.start);
    // What all of them agree to is a decision.
    let is_one = || !words.is(after - 1, keys!["councillors", "cllrs", "members"]);
    verb.iter().any(|pattern| words.at(after, pattern).is_some())
        || words.is(after - 1, keys!["clerk"]) && words.at(after, pattern!(VERBS)).is_some() && !is_in_the_past(words.printed(after))
        || words.at(after, pattern!(format!("will|would|shall also|again|then? {VERBS}"))).is_some() && is_known()
        || words.at(after, pattern!("also|kindly? agreed|offered|undertook|volunteered to")).is_some() && is_one()
}

fn is_in_the_past(verb: &str) -> bool {
    verb.to_ascii_lowercase().ends_with("ed")
}

/// The index after a party that begins here: "Clerk", "Cllr. Arwel Lee", "Chairman and Clerk", "DT".
fn party(words: &Words<'_>, at: usize) -> Option<usize> {
    let is_title = |at: usize| words.is(at, &TITLES_OF_PARTIES);
    let is_post = |at: usize| words.is(at, &POSTS_THAT_ACT);
    let of_county = |at: usize| words.is(at, keys!["county", "borough", "district"]) && is_title(at + 1);
    let mut end = at;
    while end - at < LONGEST_PARTY {
        end += usize::from(words.is(end, keys!["the"]) && end > at);
        // "County Councillor White".
        end += usize::from(of_county(end));
        if is_title(end) {
            end += 1;
            while end - at < LONGEST_PARTY && words.printed(end).starts_with(char::is_uppercase) {
                end += 1;
            }
        } else if is_post(end) || end == 0 && words.is_initials(0) {
            end += 1;
        } else {
            return None;
        }
        let goes_on = of_county(end + 1) || is_title(end + 1) || is_post(end + 1) || words.is(end + 1, keys!["the"]);
        if !(words.is(end, keys!["and"]) && goes_on) {
            return Some(end);
        }
        end += 1;
    }
    None
}

/// Where no white space stands among so many bytes, nobody is named. Each word of such a stretch may be asked for,
/// and the words cut anew from there.
const LONGEST_STRETCH: usize = 256;

/// What a party is told shows in so many words after it: "also to then write".
const MOST_WORDS_AFTER: usize = 4;

/// No party has more words than this; a list of so many names is none.
const LONGEST_PARTY: usize = 40;

const TITLES_OF_PARTIES: [Key; 8] = keys_of(["cllr", "cllrs", "councillor", "mr", "mrs", "ms", "miss", "dr"]);
const POSTS_THAT_ACT: [Key; 9] =
    keys_of(["clerk", "chairman", "chair", "chairperson", "secretary", "treasurer", "councillors", "cllrs", "members"]);

/// Whether a clause can begin here: at the start, or after a comma, a dash, "and", "that".
fn opens_clause(words: &Words<'_>, at: usize) -> bool {
    let back = if at > 0 && words.is(at - 1, keys!["the"]) { at - 1 } else { at };
    if back == 0 || words.is(back - 1, keys!["and", "that", "agreed", "the", "meeting", "both"]) {
        return true;
    }
    let Some(start) = words.bytes(back..back + 1).map(|bytes| bytes.start) else { return false };
    words.text()[..start].trim_end().ends_with([',', '-', '\u{2013}', ':', ';', ')', '/', '.'])
}
