//! The words that lists of people are told by.

use crate::read::meeting::vocabulary::{Key, keys_of};

/// Words before a name that it is not written without, or that several people share.
pub(in crate::read::meeting) const OTHER_TITLES: [&str; 9] = ["messrs", "baroness", "revd", "county", "borough", "district", "alderman", "pcso", "pc"];

/// Titles of several people, which are no part of a name.
pub(super) const PLURAL_TITLES: [Key; 7] = keys_of(["councillors", "cllrs", "messrs", "chairman", "chairperson", "chair", "vice-chairman"]);
/// Posts that stand in a list as persons.
pub(super) const POSTS: [Key; 6] = keys_of(["clerk", "secretary", "treasurer", "chairman", "vice", "chair"]);
/// Words within a name that need no capital letter.
pub(in crate::read::meeting) const SMALL: [&str; 8] = ["de", "von", "van", "der", "den", "le", "la", "du"];
/// Titles that a place may follow: "Lord Rees of Cwmbach".
pub(super) const PEERS: [Key; 6] = keys_of(["lord", "lady", "baroness", "baron", "viscount", "earl"]);
/// Words of bodies, which are no people.
pub(in crate::read::meeting) const OF_BODIES: [&str; 21] = [
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
];
/// Words of posts: with other words beside them, and no title before, they are no name.
pub(in crate::read::meeting) const OF_POSTS: [&str; 22] = [
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
];
/// What people do in sentences about them.
pub(in crate::read::meeting) const TELLING: [&str; 18] = [
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
];
/// Words of headings and sentences: a line with one of them is no list of names.
pub(in crate::read::meeting) const NOT_NAMES: [&str; 41] = [
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
];
