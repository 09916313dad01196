//! The words that lists of people are told by.

use crate::model;
use crate::read::meeting::vocabulary::{Key, keys_of};

/// Words before a name that people are also written without.
const TITLES: [Key; 17] = keys_of(model::TITLES);
/// Words before a name that it is not written without, or that several people share.
const OTHER_TITLES: [Key; 9] = keys_of(["messrs", "baroness", "revd", "county", "borough", "district", "alderman", "pcso", "pc"]);

/// Whether a word stands before a name.
pub(super) fn is_title(word: Key) -> bool {
    TITLES.contains(&word) || OTHER_TITLES.contains(&word)
}

/// Titles of several people, which are no part of a name.
pub(super) const PLURAL_TITLES: [Key; 7] = keys_of(["councillors", "cllrs", "messrs", "chairman", "chairperson", "chair", "vice-chairman"]);
/// Posts that stand in a list as persons.
pub(super) const POSTS: [Key; 6] = keys_of(["clerk", "secretary", "treasurer", "chairman", "vice", "chair"]);
/// Words within a name that need no capital letter.
pub(super) const SMALL: [Key; 8] = keys_of(["de", "von", "van", "der", "den", "le", "la", "du"]);
/// Titles that a place may follow: "Lord Rees of Cwmbach".
pub(super) const PEERS: [Key; 6] = keys_of(["lord", "lady", "baroness", "baron", "viscount", "earl"]);
/// Words of bodies, which are no people.
pub(super) const OF_BODIES: [Key; 21] = keys_of([
    "council",
    "agency",
    "authority",
    "department",
    "ministry",
    "association",
    "committee",
    "board",
    "panel",
    "group",
    "team",
    "trust",
    "university",
    "society",
    "office",
    "service",
    "services",
    "ltd",
    "limited",
    "representative",
    "representatives",
]);
/// Words of posts: with other words beside them, and no title before, they are no name.
pub(super) const OF_POSTS: [Key; 22] = keys_of([
    "director",
    "officer",
    "secretary",
    "manager",
    "executive",
    "head",
    "chief",
    "assistant",
    "governor",
    "nurse",
    "lead",
    "adviser",
    "advisor",
    "minister",
    "administrator",
    "coordinator",
    "non-executive",
    "chair",
    "chairman",
    "treasurer",
    "solicitor",
    "partner",
]);
/// What people do in sentences about them.
pub(super) const TELLING: [Key; 18] = keys_of([
    "chaired",
    "took",
    "welcomed",
    "opened",
    "informed",
    "reported",
    "said",
    "stated",
    "advised",
    "explained",
    "asked",
    "thanked",
    "proposed",
    "seconded",
    "declared",
    "agreed",
    "gave",
    "presented",
]);
/// Words of headings and sentences: a line with one of them is no list of names.
pub(super) const NOT_NAMES: [Key; 41] = keys_of([
    "minutes",
    "matters",
    "arising",
    "meeting",
    "interest",
    "interests",
    "report",
    "reports",
    "business",
    "introductions",
    "welcome",
    "declarations",
    "declaration",
    "update",
    "item",
    "agenda",
    "was",
    "were",
    "had",
    "has",
    "is",
    "are",
    "that",
    "none",
    "it",
    "there",
    "discussion",
    "actions",
    "action",
    "approval",
    "previous",
    "correspondence",
    "planning",
    "discussed",
    "absent",
    "summary",
    "noted",
    "apologies",
    "review",
    "standards",
    "proposal",
]);
