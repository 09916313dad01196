//! What a passage can be about at all. Most passages of minutes decide nothing, ask nobody to do
//! anything and name no vote, and their words show it.

use super::attendance::wording;
use super::vocabulary::Key;

/// What a passage may hold, as its words have it. A passage without a topic holds nothing of it; one
/// with a topic is looked at closely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::read) struct Topics(u32);

impl Topics {
    /// What became of a motion.
    pub(super) const OUTCOME: Self = Self(1);
    /// The label of an action.
    pub(super) const ACTION: Self = Self(1 << 1);
    /// Somebody who may be told to do something; in a passage, with words after that may tell it.
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
    /// Words in a margin, told by the signs before them.
    pub(super) const MARGIN: Self = Self(1 << 9);
    /// A line to sign on, told by the signs it is made of.
    pub(super) const RULE: Self = Self(1 << 10);
    /// Somebody's initials, told by their capitals; in a passage as for a party.
    pub(super) const INITIALS: Self = Self(1 << 11);

    /// The first word of a label of people.
    pub(super) const LABEL: Self = Self(1 << 12);
    /// A word of Welsh that no English sentence needs.
    pub(in crate::read) const WELSH: Self = Self(1 << 13);
    /// What a body is asked to do.
    pub(super) const REQUEST: Self = Self(1 << 14);
    /// What was agreed, recommended or promised: it tells minutes, reports and strategies from one another.
    pub(super) const KIND: Self = Self(1 << 15);
    /// What minutes say of a meeting.
    pub(super) const MEETING: Self = Self(1 << 22);
    /// That something was decided in another meeting.
    pub(super) const ELSEWHERE: Self = Self(1 << 23);

    // What a word is among the words of a list of people. Passages are not looked at for it.
    /// Stands before a name.
    pub(super) const TITLE: Self = Self(1 << 16);
    /// Is part of what a body is called.
    pub(super) const BODY: Self = Self(1 << 17);
    /// Is part of what a post is called.
    pub(super) const POST: Self = Self(1 << 18);
    /// Stands in no name.
    pub(super) const NO_NAME: Self = Self(1 << 19);
    /// Says what somebody did.
    pub(super) const TELLING: Self = Self(1 << 20);
    /// Stands within a name without a capital.
    pub(super) const SMALL: Self = Self(1 << 21);

    /// The topics that passages are looked at for. The words that labels begin with are among the most common
    /// of all.
    pub(super) const OF_PASSAGES: Self = Self(((1 << 16) - 1 - Self::LABEL.0) | Self::MEETING.0 | Self::ELSEWHERE.0);

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

    /// Whether a word can have a topic that passages are looked at for, as far as its first eight bytes tell:
    /// most cannot.
    #[inline(always)]
    pub(super) fn may_begin(head: u64) -> bool {
        BEGINNINGS[Key::of_head(head).top(BEGINNING_BITS) % BEGINNINGS.len()]
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) const fn has(self, topic: Self) -> bool {
        self.0 & topic.0 != 0
    }
}

const LISTS: [(Topics, &[&str]); 22] = [
    (Topics::OUTCOME, &super::outcomes::OUTCOMES),
    (Topics::ACTION, &["action", "actions"]),
    (Topics::PARTY, &super::actions::PARTIES),
    (Topics::PEOPLE, &super::attendance::PEOPLE),
    (Topics::APOLOGIES, &["apologies", "apology", "received", "given", "accepted", "noted"]),
    (Topics::INTEREST, &["interest", "interests"]),
    (Topics::EXCLUSION, &["exclude", "excluded", "excluding"]),
    (Topics::NEXT, &["next", "future", "forthcoming"]),
    (Topics::VOTE, &["against", "abstain", "abstained", "abstention", "abstentions", "vote", "votes", "voted"]),
    (Topics::REQUEST, &super::recommendations::REQUESTS),
    (Topics::KIND, &super::kind::SIGNS),
    (Topics::MEETING, &super::kind::SIGNS_OF_MINUTES),
    (Topics::ELSEWHERE, &super::decisions::ELSEWHERE),
    (Topics::LABEL, &super::attendance::FIRST_OF_LABELS),
    (Topics::WELSH, &crate::read::languages::WELSH),
    (Topics::TITLE, &crate::model::TITLES),
    (Topics::TITLE, &wording::OTHER_TITLES),
    (Topics::BODY, &wording::OF_BODIES),
    (Topics::POST, &wording::OF_POSTS),
    (Topics::NO_NAME, &wording::NOT_NAMES),
    (Topics::TELLING, &wording::TELLING),
    (Topics::SMALL, &wording::SMALL),
];

const INDEX_BITS: u32 = 11;
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

const BEGINNING_BITS: u32 = 12;

/// For the first eight bytes of a word, whether some word begins so that passages are looked at for.
static BEGINNINGS: [bool; 1 << BEGINNING_BITS] = {
    let mut beginnings = [false; 1 << BEGINNING_BITS];
    let mut list = 0;
    while list < LISTS.len() {
        let (topics, words) = LISTS[list];
        let mut word = 0;
        while word < words.len() && topics.has(Topics::OF_PASSAGES) {
            beginnings[Key::of_head_of(words[word]).top(BEGINNING_BITS)] = true;
            word += 1;
        }
        list += 1;
    }
    beginnings
};
