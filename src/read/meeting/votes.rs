//! Votes with numbers.

use super::pattern::pattern;
use super::script::Entry;
use super::topics::Topics;
use super::vocabulary::{Key, keys, keys_of};
use super::words::Words;
use crate::model::walk::Place;
use crate::model::{Certainty, Mark, Role};

/// The numbers of a vote.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) r#for: Option<u32>,
    pub(super) against: Option<u32>,
    pub(super) abstain: Option<u32>,
}

impl Count {
    pub(super) fn role(self) -> Role {
        Role::Vote { r#for: self.r#for, against: self.against, abstain: self.abstain }
    }

    /// The side that the word at an index stands for.
    pub(super) fn side(&mut self, words: &Words<'_>, at: usize) -> Option<&mut Option<u32>> {
        if words.is(at, keys!["for", "favour"]) {
            Some(&mut self.r#for)
        } else if words.is(at, keys!["against"]) {
            Some(&mut self.against)
        } else if words.is(at, keys!["abstain", "abstained", "abstention", "abstentions"]) {
            Some(&mut self.abstain)
        } else {
            None
        }
    }
}

/// Words that may stand between a number and what it counts.
const FILLERS: [Key; 12] =
    keys_of(["votes", "vote", "voted", "voting", "members", "member", "councillors", "councillor", "cllrs", "in", "was", "were"]);

pub(super) fn find(script: &[Entry<'_>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for entry in script.iter().filter(|entry| entry.may_speak_of(Topics::VOTE) && entry.place == Place::Paragraph) {
        for sentence in entry.sentences().iter().filter(|sentence| entry.may_speak_within(sentence, Topics::VOTE)).cloned() {
            if let Some(count) = count(&entry.words_in(sentence.clone())) {
                marks.extend(entry.mark(sentence, count.role(), Certainty::Certain));
            }
        }
    }
    marks
}

/// "4 votes for 2 votes against", "For: 6, Against: 3", "one councillor abstained".
fn count(words: &Words<'_>) -> Option<Count> {
    if !words.speak_of(Topics::VOTE) {
        return None;
    }
    let mut count = Count::default();
    let number = |at: usize| number(&words.printed(at).to_ascii_lowercase());
    let number_before = |at: usize| (1..=3).filter_map(|back| at.checked_sub(back)).find(|&at| !words.is(at, &FILLERS)).and_then(number);
    // "For: 6 Against: 3" puts each number after its side.
    let mut sides_first = None;
    for at in 0..words.len() {
        let Some(side) = count.side(words, at) else { continue };
        let before = number_before(at);
        let number = if *sides_first.get_or_insert(before.is_none()) { number(at + 1) } else { before };
        *side = number.or(*side);
    }
    // "Carried by 2 votes to 1".
    if let Some(found) =
        words.find(pattern!("carried|approved|agreed|lost|defeated by ... votes? to")).filter(|_| count == Count::default())
    {
        let votes = (found.start..found.end).rev().find_map(number);
        let (more, fewer) = (votes, number(found.end));
        let is_lost = words.is(found.start, keys!["lost", "defeated"]);
        (count.r#for, count.against) = if is_lost { (fewer, more) } else { (more, fewer) };
    }
    // "Recommended by 5 votes and 1 abstention".
    if let Some(found) = words.find(pattern!("by ... votes|vote")).filter(|_| count.r#for.is_none()) {
        count.r#for = (found.start..found.end).rev().find_map(number);
    }
    let sides = [count.r#for, count.against, count.abstain].iter().flatten().count();
    let says_vote = words.any(keys!["vote", "votes", "voted", "abstained", "abstention", "abstentions"]);
    (sides > 1 && (count.against.is_some() || count.abstain.is_some()) || sides == 1 && says_vote && count.r#for.is_none()).then_some(count)
}

/// A number in digits, or a small one in words.
pub(super) fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    word.parse().ok().or_else(|| WORDS.iter().position(|known| *known == word).and_then(|value| u32::try_from(value).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> Option<Count> {
        super::count(&Words::of(text))
    }

    #[test]
    fn the_layouts_of_a_vote() {
        let vote = |r#for, against, abstain| Some(Count { r#for, against, abstain });
        assert_eq!(count("4 Votes for 2 Votes against."), vote(Some(4), Some(2), None));
        assert_eq!(count("CARRIED: 8 for, 2 abstentions"), vote(Some(8), None, Some(2)));
        assert_eq!(count("For: 6 Against: 3 Abstentions: 0"), vote(Some(6), Some(3), Some(0)));
        assert_eq!(count("1 councillor voted against."), vote(None, Some(1), None));
        assert_eq!(count("Three in favour, one against."), vote(Some(3), Some(1), None));
        assert_eq!(count("Refusal recommended by 5 votes and 1 abstention."), vote(Some(5), None, Some(1)));
        assert_eq!(count("Carried by 5 votes to 2."), vote(Some(5), Some(2), None));
    }

    #[test]
    fn other_numbers_are_no_vote() {
        for text in ["The fence is 4 metres against the wall.", "Five pounds for the bench.", "The vote was secret."] {
            assert_eq!(count(text), None, "{text}");
        }
    }
}
