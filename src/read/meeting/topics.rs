//! What a passage can be about at all. Most passages of minutes decide nothing, ask nobody to do
//! anything and name no vote, and a search in one pass says so of all of them.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};

/// What a passage may hold, as its words have it. A passage without a topic holds nothing of it; one
/// with a topic is looked at closely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Topics(u16);

impl Topics {
    pub(super) const OUTCOME: Self = Self(1);
    pub(super) const ACTION: Self = Self(1 << 1);
    pub(super) const PARTY: Self = Self(1 << 2);
    pub(super) const PEOPLE: Self = Self(1 << 3);
    pub(super) const INTEREST: Self = Self(1 << 4);
    pub(super) const PUBLIC: Self = Self(1 << 5);
    pub(super) const RULE: Self = Self(1 << 6);
    pub(super) const MEETING: Self = Self(1 << 7);
    pub(super) const VOTE: Self = Self(1 << 8);
    pub(super) const MARGIN: Self = Self(1 << 9);
    pub(super) const APOLOGIES: Self = Self(1 << 10);

    /// The topics of a passage.
    pub(super) fn of(text: &str) -> Self {
        let mut topics = Self::default();
        let Some((automaton, of_stems)) = &*STEMS else { return Self(u16::MAX) };
        for found in automaton.find_overlapping_iter(text) {
            topics.0 |= of_stems.get(found.pattern().as_usize()).map_or(0, |topic| topic.0);
        }
        topics
    }

    pub(super) const fn has(self, topic: Self) -> bool {
        self.0 & topic.0 != 0
    }
}

/// Parts of words, in any case, and the topic that each belongs to.
static STEMS: LazyLock<Option<(AhoCorasick, Vec<Topics>)>> = LazyLock::new(|| {
    let lists: [(Topics, &[&str]); 11] = [
        (Topics::OUTCOME, &super::decisions::STEMS),
        (Topics::ACTION, &["action"]),
        (Topics::PARTY, &super::actions::PARTIES),
        (Topics::PEOPLE, &super::attendance::STEMS),
        (Topics::APOLOGIES, &super::attendance::APOLOGIES),
        (Topics::INTEREST, &["nterest"]),
        (Topics::PUBLIC, &["public", "100a"]),
        (Topics::RULE, &super::formal::RULES),
        (Topics::MEETING, &["eeting"]),
        (Topics::VOTE, &super::votes::STEMS),
        (Topics::MARGIN, &["   ", "\t", "**"]),
    ];
    let stems = lists.iter().flat_map(|(topic, stems)| stems.iter().map(|stem| (*stem, *topic)));
    let (stems, topics): (Vec<&str>, Vec<Topics>) = stems.unzip();
    let automaton = AhoCorasickBuilder::new().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(stems);
    automaton.ok().map(|automaton| (automaton, topics))
});
