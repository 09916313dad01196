//! Verbs by how sure they are: as the verb of a clause, and not a noun, a participle or another form.

/// Verbs that need no other word to say that something is so.
pub(super) const FINITE: [&str; 36] = [
    "is", "are", "was", "were", "am", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall",
    "do", "does", "did", "cannot", "agreed", "asked", "said", "noted", "reported", "wants", "want", "need", "needs", "makes", "make",
    "made", "went", "gave", "took",
];

/// Verbs that cannot be a noun, a participle or another form.
pub(super) const AUXILIARY: [&str; 18] = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "cannot",
    "does",
];

/// Verbs that ask for another verb in its plain form.
pub(super) const MODALS: [&str; 10] = ["will", "would", "can", "could", "may", "might", "must", "should", "shall", "cannot"];

/// What people in meetings do with words: two of them in a sentence have one subject.
pub(super) const REPORTING: [&str; 19] = [
    "added",
    "advised",
    "agreed",
    "answered",
    "asked",
    "confirmed",
    "declared",
    "explained",
    "informed",
    "noted",
    "questioned",
    "reminded",
    "remarked",
    "reported",
    "said",
    "stated",
    "suggested",
    "thanked",
    "updated",
];

/// What people do in meetings beside words. Each is the past of its verb, and rarely describes a noun after "and".
pub(super) const DOING: [&str; 22] = [
    "attended",
    "became",
    "began",
    "brought",
    "chose",
    "closed",
    "gave",
    "held",
    "introduced",
    "led",
    "left",
    "met",
    "opened",
    "outlined",
    "presented",
    "raised",
    "sent",
    "spoke",
    "took",
    "visited",
    "welcomed",
    "wrote",
];

/// Verbs whose plain form is no noun and no adjective.
const PLAIN: [&str; 62] = [
    "achieve",
    "agree",
    "allow",
    "apply",
    "ask",
    "attend",
    "avoid",
    "become",
    "begin",
    "believe",
    "bring",
    "build",
    "choose",
    "consider",
    "contain",
    "continue",
    "create",
    "decide",
    "describe",
    "develop",
    "discuss",
    "enable",
    "encourage",
    "ensure",
    "establish",
    "expect",
    "explain",
    "find",
    "follow",
    "get",
    "give",
    "go",
    "identify",
    "improve",
    "include",
    "inform",
    "introduce",
    "involve",
    "keep",
    "know",
    "learn",
    "make",
    "meet",
    "prepare",
    "prevent",
    "protect",
    "provide",
    "publish",
    "recognise",
    "reduce",
    "refer",
    "reflect",
    "remain",
    "represent",
    "require",
    "share",
    "suggest",
    "take",
    "tell",
    "think",
    "understand",
    "write",
];

/// Verbs that may be nouns too, but not where they follow the people who do them.
const OF_SEVERAL: [&str; 14] =
    ["aim", "come", "feel", "help", "live", "mean", "need", "offer", "support", "use", "value", "want", "welcome", "work"];

/// Forms with "s" that may be nouns: "the needs", "the works".
const MAY_BE_NOUNS: [&str; 5] = ["finds", "gives", "makes", "shares", "takes"];

/// "develop", as after "will".
pub(super) fn is_plain_form(word: &str) -> bool {
    PLAIN.contains(&word)
}

/// Verbs that may be nouns too, but not at the head of one of several things to do.
const OF_THINGS_TO_DO: [&str; 22] = [
    "aim",
    "change",
    "design",
    "focus",
    "help",
    "increase",
    "invest",
    "listen",
    "look",
    "offer",
    "plan",
    "promote",
    "raise",
    "review",
    "set",
    "shape",
    "speak",
    "strengthen",
    "support",
    "test",
    "use",
    "work",
];

/// Whether a word can begin one of several things to do.
pub(in crate::rewrite) fn is_plain_verb(word: &str) -> bool {
    is_plain_form(word) || OF_THINGS_TO_DO.contains(&word)
}

/// "develops", as after "the Board".
pub(super) fn is_third_person(word: &str) -> bool {
    let Some(stem) = word.strip_suffix('s') else { return false };
    !MAY_BE_NOUNS.contains(&word) && (PLAIN.contains(&stem) || matches!(word, "means" | "stresses" | "applies" | "goes" | "identifies"))
}

/// "develop", after a word for several people or things.
pub(super) fn is_of_several(word: &str, before: &str) -> bool {
    let is_several = before.len() > 3 && before.ends_with('s') && !before.ends_with("ss") && !before.ends_with("us");
    let is_several = is_several || matches!(before, "people" | "children" | "staff");
    is_several && (PLAIN.contains(&word) || OF_SEVERAL.contains(&word))
}

/// "looked", and not "speed".
pub(super) fn is_past_form(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && (!word.ends_with("eed") || word == "agreed") && word != "hundred"
}
