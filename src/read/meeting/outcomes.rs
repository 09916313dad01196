//! The words that decisions are made with.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

/// The words that decisions are made with: a sentence without any of them holds none. What is decided upon is not
/// among them: "minutes" and "motion" stand in many sentences, and say something only with another of these.
pub(super) const OUTCOMES: [&str; 48] = [
    "noted",
    "carried",
    "approved",
    "approve",
    "agreed",
    "agree",
    "agreement",
    "favour",
    "unanimous",
    "adopted",
    "accepted",
    "accept",
    "lost",
    "defeated",
    "rejected",
    "fell",
    "failed",
    "recommended",
    "outcome",
    "resolved",
    "decision",
    "decisions",
    "decided",
    "ratified",
    "endorsed",
    "supported",
    "refused",
    "elected",
    "appointed",
    "adjourned",
    "deferred",
    "signed",
    "read",
    "confirmed",
    "passed",
    "taken",
    "declared",
    "felt",
    "proposed",
    "proposes",
    "proposer",
    "moved",
    "seconded",
    "seconder",
    "seconds",
    "prop",
    "2nd",
    "sec",
];

/// Parts of words, one of which a decision has, as they are written.
const STEMS: [&str; 46] = [
    "gree", "GREE", "esolv", "ESOLV", "ecid", "ECID", "ecision", "ECISION", "arried", "ARRIED", "pprov", "PPROV", "ccept", "ropos",
    "ROPOS", "econd", "ECOND", "oved", "OVED", "lected", "ppointed", "ecommend", "ECOMMEND", "oted", "OTED", "inutes", "INUTES", "avour",
    "eferred", "djourned", "lost", "LOST", "efeated", "EFEATED", "fell", "eclared", "felt", "dopt", "atified", "nanimous", "ejected",
    "ndorsed", "upported", "efused", "Prop", "prop.",
];

/// Whether a text holds one of them.
pub(super) fn holds_stem(text: &str) -> bool {
    static STEMS_AT_ONCE: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(STEMS).ok());
    STEMS_AT_ONCE.as_ref().is_none_or(|stems| stems.is_match(text))
}
