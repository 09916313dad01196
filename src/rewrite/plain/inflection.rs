//! The forms of English verbs and nouns. Regular ones follow the rules of spelling; the others are listed.

/// Verbs of our lists whose forms no rule gives: the verb, its past, its past participle.
const IRREGULAR: [(&str, &str, &str); 35] = [
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("choose", "chose", "chosen"),
    ("cut", "cut", "cut"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("find", "found", "found"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("fight", "fought", "fought"),
    ("have", "had", "had"),
    ("hide", "hid", "hidden"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("show", "showed", "shown"),
    ("speed", "sped", "sped"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("undergo", "underwent", "undergone"),
    ("undertake", "undertook", "undertaken"),
    ("withhold", "withheld", "withheld"),
];

/// Verbs that end in one consonant after one vowel and double it: "stop", "stopped".
const DOUBLING: [&str; 13] = ["ban", "cut", "fulfil", "get", "occur", "omit", "permit", "put", "run", "set", "stop", "submit", "transmit"];

/// What is said of "he" or "she": "helps".
pub(super) fn third_person(verb: &str) -> String {
    of_head(verb, |head| if head == "have" { "has".to_owned() } else { with_s(head) })
}

/// "helped", "built".
pub(super) fn past(verb: &str) -> String {
    of_head(verb, |head| IRREGULAR.iter().find(|(base, ..)| *base == head).map_or_else(|| with_ed(head), |(_, past, _)| (*past).to_owned()))
}

/// "helped", "shown".
pub(super) fn participle(verb: &str) -> String {
    of_head(verb, |head| {
        IRREGULAR.iter().find(|(base, ..)| *base == head).map_or_else(|| with_ed(head), |(.., participle)| (*participle).to_owned())
    })
}

/// "helping", "stopping".
pub(super) fn gerund(verb: &str) -> String {
    of_head(verb, |head| match head.strip_suffix('e').filter(|stem| !stem.ends_with('e')) {
        Some(stem) => format!("{stem}ing"),
        None => format!("{}ing", doubled(head)),
    })
}

/// Several of a noun: "changes", "dwellings".
pub(super) fn plural(noun: &str) -> String {
    if noun == "criterion" {
        return "criteria".to_owned();
    }
    let (before, last) = noun.rsplit_once(' ').map_or(("", noun), |(before, last)| (before, last));
    let space = if before.is_empty() { "" } else { " " };
    format!("{before}{space}{}", with_s(last))
}

/// A verb of several words changes in its first: "send in", "sent in".
fn of_head(verb: &str, form: impl Fn(&str) -> String) -> String {
    verb.split_once(' ').map_or_else(|| form(verb), |(head, rest)| format!("{} {rest}", form(head)))
}

fn with_s(word: &str) -> String {
    match ends_in_consonant_and_y(word) {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh", "go", "do"].iter().any(|ending| word.ends_with(ending)) => format!("{word}es"),
        None => format!("{word}s"),
    }
}

fn with_ed(verb: &str) -> String {
    match ends_in_consonant_and_y(verb) {
        Some(stem) => format!("{stem}ied"),
        None if verb.ends_with('e') => format!("{verb}d"),
        None => format!("{}ed", doubled(verb)),
    }
}

fn doubled(verb: &str) -> String {
    match verb.chars().last() {
        Some(last) if DOUBLING.contains(&verb) => format!("{verb}{last}"),
        _ => verb.to_owned(),
    }
}

fn ends_in_consonant_and_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs() {
        let forms = |verb| [third_person(verb), past(verb), participle(verb), gerund(verb)].join(" ");
        assert_eq!(forms("help"), "helps helped helped helping");
        assert_eq!(forms("utilise"), "utilises utilised utilised utilising");
        assert_eq!(forms("send in"), "sends in sent in sent in sending in");
        assert_eq!(forms("stop"), "stops stopped stopped stopping");
        assert_eq!(forms("modify"), "modifies modified modified modifying");
        assert_eq!(forms("show"), "shows showed shown showing");
        assert_eq!(forms("undergo"), "undergoes underwent undergone undergoing");
        assert_eq!(forms("get rid of"), "gets rid of got rid of got rid of getting rid of");
    }

    #[test]
    fn nouns() {
        assert_eq!([plural("duty"), plural("choice"), plural("criterion")], ["duties", "choices", "criteria"]);
    }
}
