//! What a passage can be about at all. Most passages of minutes decide nothing, ask nobody to do
//! anything and name no vote, and their words show it, each looked up once.

use std::ops::Range;

use super::vocabulary::Key;

/// What a passage may hold, as its words have it. A passage without a topic holds nothing of it; one
/// with a topic is looked at closely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::read) struct Topics(u16);

impl Topics {
    /// What became of a motion.
    pub(super) const OUTCOME: Self = Self(1);
    /// The label of an action.
    pub(super) const ACTION: Self = Self(1 << 1);
    /// Somebody who may be told to do something.
    pub(super) const PARTY: Self = Self(1 << 2);
    /// The label of a list of people, or the chair.
    pub(super) const PEOPLE: Self = Self(1 << 3);
    /// Apologies given in a sentence.
    pub(super) const APOLOGIES: Self = Self(1 << 4);
    /// An interest to declare.
    pub(super) const INTEREST: Self = Self(1 << 5);
    /// That somebody is shut out.
    pub(super) const EXCLUSION: Self = Self(1 << 6);
    /// A meeting to come.
    pub(super) const NEXT: Self = Self(1 << 7);
    /// A vote.
    pub(super) const VOTE: Self = Self(1 << 8);
    /// Words in a margin: signs that stand between words, see [`Topics::of_signs`].
    pub(super) const MARGIN: Self = Self(1 << 9);
    /// A line to write on, which signs make too.
    pub(super) const RULE: Self = Self(1 << 10);

    /// Somebody's initials, told by their capitals.
    pub(super) const INITIALS: Self = Self(1 << 11);

    /// The first word of a label of people.
    pub(super) const LABEL: Self = Self(1 << 12);
    /// A word of Welsh that no English sentence needs.
    pub(in crate::read) const WELSH: Self = Self(1 << 13);

    /// The topics of a word.
    #[inline(always)]
    pub(super) fn of(key: Key) -> Self {
        let mut at = key.top(INDEX_BITS);
        loop {
            let topics = TABLE.topics[at % SLOTS];
            if topics.0 == 0 || TABLE.keys[at % SLOTS] == key {
                return topics;
            }
            at += 1;
        }
    }

    /// The topics of what stands between two words of a text: most often a space, with a comma or not.
    #[inline(always)]
    pub(super) fn between(text: &str, place: Range<usize>) -> Self {
        match text.as_bytes().get(place.clone()) {
            None | Some([] | [b' '] | [b',' | b'.' | b':' | b';', b' ']) => Self::default(),
            Some(_) => Self::of_signs(text.get(place).unwrap_or_default()),
        }
    }

    /// The topics of signs.
    #[inline(never)]
    pub(super) fn of_signs(signs: &str) -> Self {
        let is_gap = signs.len() > 1 && ["   ", "**"].iter().any(|gap| signs.contains(gap)) || signs.contains('\t');
        let margin = if is_gap { Self::MARGIN } else { Self::default() };
        if signs.len() >= SHORTEST_RULE { margin.and(Self::RULE) } else { margin }
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn has(self, topic: Self) -> bool {
        self.0 & topic.0 != 0
    }
}

/// A rule has at least so many bytes.
const SHORTEST_RULE: usize = 6;

const LISTS: [(Topics, &[&str]); 11] = [
    (Topics::OUTCOME, &super::decisions::OUTCOMES),
    (Topics::ACTION, &["action", "actions"]),
    (Topics::PARTY, &super::actions::PARTIES),
    (Topics::PEOPLE, &super::attendance::PEOPLE),
    (Topics::APOLOGIES, &["apologies", "apology", "received", "given", "accepted", "noted"]),
    (Topics::INTEREST, &["interest", "interests"]),
    (Topics::EXCLUSION, &["exclude", "excluded", "excluding"]),
    (Topics::NEXT, &["next", "future", "forthcoming"]),
    (Topics::VOTE, &["against", "abstain", "abstained", "abstention", "abstentions", "vote", "votes", "voted"]),
    (Topics::LABEL, &super::attendance::FIRST_OF_LABELS),
    (Topics::WELSH, &crate::read::languages::WELSH),
];

const INDEX_BITS: u32 = 10;
const SLOTS: usize = 1 << INDEX_BITS;

/// The words with a topic, each at the slot that its key names or the next free one after it. A free slot
/// has no topic. Most are free, so most words are known to have no topic at once.
struct Table {
    topics: [Topics; SLOTS],
    keys: [Key; SLOTS],
}

static TABLE: Table = {
    let mut table = Table { topics: [Topics(0); SLOTS], keys: [Key::of(""); SLOTS] };
    let mut list = 0;
    while list < LISTS.len() {
        let (topics, words) = LISTS[list];
        let mut word = 0;
        while word < words.len() {
            let key = Key::of(words[word]);
            let mut at = key.top(INDEX_BITS) % SLOTS;
            while table.topics[at].0 != 0 && !table.keys[at].is(key) {
                at = (at + 1) % SLOTS;
            }
            table.keys[at] = key;
            table.topics[at] = table.topics[at].and(topics);
            word += 1;
        }
        list += 1;
    }
    table
};
