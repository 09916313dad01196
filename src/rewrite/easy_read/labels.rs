//! A label before a long sentence, on a line of its own: "Equality: No one is more important than anyone else …". Guides
//! ask for clear titles and one idea a line (Inclusion Europe).

use crate::model::{Inline, Origin, Prose, cut, trimmed};
use crate::outcome::{Change, ChangeKind};
use crate::text::{sentences, words};

/// Sentences up to this many words keep their label (GOV.UK 2020: 10 to 15 words).
const LONG_ENOUGH: usize = 15;

/// A label has no more words.
const LONGEST: usize = 5;

/// What follows a label has at least so many words.
const SHORTEST_REST: usize = 6;

/// What no label holds: a sentence has begun.
const IN_SENTENCES: [&str; 18] = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "to", "that", "said", "asked", "agreed", "we",
];

/// Who is asked to do something about what stands before: "Library survey, Clerk to circulate".
const ROLES: [&str; 8] = ["Chair", "Clerk", "Cllr", "Cllrs", "Councillors", "Members", "Officers", "Secretary"];

/// The label of a long sentence, and the sentence.
pub(super) fn labelled(sentence: &[Inline], changes: &mut Vec<Change>) -> Option<(Vec<Inline>, Vec<Inline>)> {
    let prose = Prose::of(sentence);
    let text = prose.text();
    if words(text).nth(LONG_ENOUGH).is_none() || text.contains('\n') {
        return None;
    }
    let (sign, separator) = what_somebody_is_to_do(text).or_else(|| after_sign(text))?;
    let is_colon = separator == ": ";
    let end = sign + usize::from(is_colon);
    let start = sign + separator.len();
    let mut parts = cut(sentence, &[end, start]).into_iter();
    let (mut label, _, rest) = (trimmed(parts.next()?), parts.next()?, trimmed(parts.next()?));
    if !is_colon {
        let span = prose.span(sign..start)?;
        changes.push(Change::new(ChangeKind::SentenceSplit, separator, ":\n", Some(span)));
        label.push(Inline::text(":", Origin::DerivedFrom(span)));
    }
    Some((label, rest))
}

/// Where a label ends that a colon or a dash sets apart, and the sign.
fn after_sign(text: &str) -> Option<(usize, &'static str)> {
    let (sign, separator) = [": ", " - ", " \u{2013} "].into_iter().filter_map(|sign| Some((text.find(sign)?, sign))).min()?;
    let (label, rest) = (text.get(..sign)?, text.get(sign + separator.len()..)?.trim_start());
    let is_sentence = rest.starts_with(char::is_uppercase) && words(rest).nth(SHORTEST_REST - 1).is_some();
    (is_label(label) && is_sentence).then_some((sign, separator))
}

/// Where a label ends that says what somebody is to do something about.
fn what_somebody_is_to_do(text: &str) -> Option<(usize, &'static str)> {
    let comma = text.rfind(", ")?;
    let (label, rest) = (text.get(..comma)?, text.get(comma + 2..)?);
    let is_task = ROLES.iter().any(|role| rest.strip_prefix(role).is_some_and(|after| after.starts_with(" to ")));
    (is_task && is_title(label) && !holds_verb(label) && sentences(label).len() == 1).then_some((comma, ", "))
}

/// Whether most words have capitals, as in the name of a paper.
fn is_title(label: &str) -> bool {
    let capitals = words(label).filter(|range| label.get(range.clone()).is_some_and(|word| word.starts_with(char::is_uppercase))).count();
    capitals * 2 >= words(label).count() && !label.contains(" - ")
}

fn holds_verb(words_before: &str) -> bool {
    words(words_before).filter_map(|range| words_before.get(range)).any(|word| {
        let lower = word.to_lowercase();
        IN_SENTENCES.contains(&lower.as_str()) || lower == word && lower.ends_with("ed")
    })
}

/// Whether words name what the next ones are about.
fn is_label(label: &str) -> bool {
    let is_short = (1..=LONGEST).contains(&words(label).count());
    is_short && !holds_verb(label) && label.starts_with(char::is_uppercase) && !label.contains([',', '(', '"', '\u{201c}', '\u{2018}', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;
    use crate::{Source, parse};

    fn shown(text: &str) -> Option<[String; 2]> {
        let document = parse(&Source::new("t", format!("# T\n\n{text}")));
        let BlockKind::Paragraph { content, .. } = &document.blocks[1].kind else { panic!() };
        let (label, rest) = labelled(content, &mut Vec::new())?;
        Some([label, rest].map(|part| Prose::of(&part).text().to_owned()))
    }

    #[test]
    fn a_label_has_a_line_of_its_own() {
        assert_eq!(
            shown("**Equal shares:** No one in the town is more important than anyone else, and each of us has skills.").unwrap(),
            ["Equal shares:", "No one in the town is more important than anyone else, and each of us has skills."]
        );
        assert_eq!(
            shown("Benches - We will mend all of the old benches in the park of the town by the end of next year.").unwrap(),
            ["Benches:", "We will mend all of the old benches in the park of the town by the end of next year."]
        );
    }

    #[test]
    fn what_somebody_is_to_do_stands_under_what_it_is_about() {
        assert_eq!(
            shown("Wexmere Library and Museum Annual Report and Survey of Readers, Clerk to send it to all of the councillors.").unwrap(),
            ["Wexmere Library and Museum Annual Report and Survey of Readers:", "Clerk to send it to all of the councillors."]
        );
    }

    #[test]
    fn what_may_be_no_label_stays() {
        for text in [
            "Benches: We will mend all of the old benches.",
            "The plan is this: We will mend all of the old benches in the park of the town by the end of the year.",
            "The Clerk asked about the survey of the library in the town and the county, Clerk to send it to all of us.",
            "For the park: old benches, new gates, a pond with fish in it, some trees and a lot of flowers for all.",
            "In the park there are many things of old - We will mend all of the benches of it by the end of the year.",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
