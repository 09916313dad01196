//! Sentences that tell who came, who sent apologies and who took the chair.

use std::ops::Range;

use super::lists::is_list;
use super::person::Layout;
use crate::read::meeting::pattern::{pattern, patterns};
use crate::read::meeting::topics::Topics;
use crate::read::meeting::vocabulary::{Key, keys, keys_of};
use crate::read::meeting::words::{Words, first_word, key};
use crate::text::sentences;

/// Parts of the words of a sentence that gives apologies, as they are written.
const APOLOGIES: [&str; 5] = ["eceived", "polog", "POLOG", "iven from", "ccepted from"];

/// The words that begin a sentence that gives them without naming them.
const FIRST: [Key; 11] =
    keys_of(["had", "have", "has", "was", "were", "also", "been", "received", "given", "accepted", "noted"]);

/// Where the names begin in a sentence that gives apologies: after "apologies … from".
pub(super) fn apologies_in(text: &str) -> Option<usize> {
    if !APOLOGIES.iter().any(|stem| text.contains(stem)) {
        return None;
    }
    let says_apologies = ["pologies", "pology", "APOLOGIES"].iter().any(|stem| text.contains(stem));
    if !says_apologies && !key(first_word(text)).is_among(&FIRST) {
        return None;
    }
    let words = Words::of(text);
    if !words.speak_of(Topics::APOLOGIES) {
        return None;
    }
    if let Some(end) = words.begins(pattern!("had|have|has? was|were? also? been? received|given|accepted|noted from|by")) {
        return Some(words.bytes(0..end)?.end);
    }
    if !says_apologies {
        return None;
    }
    let found = words.find(pattern!(
        "apologies|apology for? absence? also? had|have|has|was|were? also? been? received|given|accepted? also? from|by"
    ))?;
    Some(words.bytes(found)?.end)
}

/// Where the names end in "Ann Vane and Bo Lee sent their apologies". "Her apologies" are those of one.
pub(super) fn senders(text: &str) -> Option<(usize, Layout)> {
    if !text.contains("polog") {
        return None;
    }
    let words = Words::of(text);
    let found = words.find(pattern!("sent|gave|tendered|submitted his|her|their? apologies|apology"))?;
    let one = words.is(found.start + 1, keys!["his", "her"]);
    let end = words.bytes(found)?.start;
    Some((end, if one { Layout::OneALine } else { Layout::Running }))
}

/// The name in "Cllr Vane took the Chair and welcomed everyone".
pub(super) fn in_the_chair(text: &str) -> Option<Range<usize>> {
    let chair = patterns!["took the chair", "was in the chair", "chaired the meeting"];
    if !text.contains("hair") {
        return None;
    }
    let words = Words::of(text);
    words.find_any(chair)?;
    sentences(text).into_iter().find_map(|sentence| {
        let words = words.within(sentence.clone());
        let found = words.find_any(chair)?;
        let name = sentence.start..sentence.start + words.bytes(found)?.start;
        is_list(&text[name.clone()]).then_some(name)
    })
}
