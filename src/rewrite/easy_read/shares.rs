//! "33% of homes" is "33% (about 1 in 3) of homes": how many that is, beside the percentage. Only where it is a
//! share of things or people that can be counted: not a change, a limit, or nearly none or all of them.

use crate::outcome::ChangeKind;
use crate::rewrite::plain::Rewording;
use crate::text::words;

/// The shares that people say, and what they are of a hundred.
const SHARES: [(u32, u32); 11] = [(1, 10), (1, 5), (1, 4), (3, 10), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5)];

/// How many in a hundred a share may be away from the percentage.
const NEAR_ENOUGH: f64 = 2.5;

/// Shares below and above are nearly none and nearly all.
const LEAST: f64 = 5.0;
const MOST: f64 = 95.0;

/// Words near a percentage that make it a change, a limit or a price.
const NO_SHARE: [&str; 38] = [
    "by",
    "increase",
    "increased",
    "increases",
    "decrease",
    "decreased",
    "reduce",
    "reduced",
    "reduction",
    "rise",
    "rises",
    "rose",
    "risen",
    "fall",
    "fell",
    "fallen",
    "cut",
    "drop",
    "dropped",
    "growth",
    "grew",
    "up",
    "down",
    "more",
    "less",
    "least",
    "most",
    "over",
    "under",
    "above",
    "below",
    "extra",
    "additional",
    "further",
    "another",
    "minimum",
    "maximum",
    "between",
];

/// Words that go between "of" and what is counted.
const DETERMINERS: [&str; 10] = ["the", "all", "our", "these", "those", "their", "its", "your", "such", "local"];

/// The percentages of a text that are shares, with what they come to.
pub(super) fn shares(text: &str) -> Vec<Rewording> {
    if !text.contains('%') && !text.contains("per cent") {
        return Vec::new();
    }
    let all: Vec<_> = words(text).collect();
    let word = |at: usize| all.get(at).and_then(|range| text.get(range.clone())).unwrap_or_default().to_lowercase();
    let mut found = Vec::new();
    for (at, range) in all.iter().enumerate() {
        let Some(percentage) = text.get(range.clone()).and_then(percentage) else { continue };
        let rest = text.get(range.end..).unwrap_or_default();
        let (sign, next) = if rest.starts_with('%') {
            (1, at + 1)
        } else if rest.starts_with(" per cent ") {
            (" per cent".len(), at + 3)
        } else {
            continue;
        };
        let is_change = (at.saturating_sub(3)..at).any(|before| NO_SHARE.contains(&word(before).as_str()));
        if is_change || is_joined(text, range.start) || word(next) != "of" || !is_counted(&word, next + 1) {
            continue;
        }
        let range = range.start..range.end + sign;
        let Some((share, shown)) = share(percentage).zip(text.get(range.clone())) else { continue };
        found.push(Rewording { kind: ChangeKind::ShareExplained, range, after: format!("{shown} ({share})") });
    }
    found
}

fn percentage(word: &str) -> Option<f64> {
    word.chars().all(|character| character.is_ascii_digit() || character == '.').then(|| word.parse().ok())?
}

/// Whether a number is the end of a range or a part of a sum: "5–10%", "£10%".
fn is_joined(text: &str, start: usize) -> bool {
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    before.is_some_and(|before| !before.is_whitespace() && before != '(')
}

/// Whether several things or people begin at a word: "of the 40 homes", "of people".
fn is_counted(word: &impl Fn(usize) -> String, from: usize) -> bool {
    let first = (from..from + 3).find(|at| !DETERMINERS.contains(&word(*at).as_str())).unwrap_or(from);
    (first..first + 2).any(|at| {
        let word = word(at);
        let is_several = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
        is_several && !matches!(word.as_str(), "costs" | "savings" | "funds" | "expenses" | "earnings" | "fees" | "sales" | "has" | "was")
            || matches!(word.as_str(), "people" | "children" | "women" | "men")
    })
}

/// "about 1 in 3"; "1 in 4" where it is that very share.
fn share(percentage: f64) -> Option<String> {
    if !(LEAST..=MOST).contains(&percentage) {
        return None;
    }
    let away = |(some, of): (u32, u32)| (percentage - 100.0 * f64::from(some) / f64::from(of)).abs();
    let (some, of) = SHARES.into_iter().min_by(|one, other| away(*one).total_cmp(&away(*other)))?;
    let away = away((some, of));
    let about = if away < 0.01 { "" } else { "about " };
    (away <= NEAR_ENOUGH).then(|| format!("{about}{some} in {of}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let mut said = text.to_owned();
        for share in shares(text).into_iter().rev() {
            said.replace_range(share.range, &share.after);
        }
        said
    }

    #[test]
    fn a_share_is_said_in_small_numbers() {
        assert_eq!(said("Of these, 33% of homes are old."), "Of these, 33% (about 1 in 3) of homes are old.");
        assert_eq!(said("25% of the people came."), "25% (1 in 4) of the people came.");
        assert_eq!(said("We asked 66.7 per cent of local residents."), "We asked 66.7 per cent (about 2 in 3) of local residents.");
        assert_eq!(said("52% of the 40 homes and 21% of shops"), "52% (about 1 in 2) of the 40 homes and 21% (about 1 in 5) of shops");
    }

    #[test]
    fn what_is_no_share_stays() {
        for text in [
            "The tax rose by 33% of homes.",
            "A rise of 5% is planned.",
            "At least 50% of members must come.",
            "It pays 50% of the cost.",
            "It pays 50% of the costs.",
            "Some 2% of homes are empty.",
            "Some 99% of homes are full.",
            "We expect 5-10% of homes.",
            "It went up 4% points.",
            "10% of a% of % per cent",
            "15% of homes",
        ] {
            assert_eq!(said(text), text);
        }
    }
}
