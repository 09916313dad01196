//! References to parts of documents and of Acts.

use crate::outcome::ChangeKind;

use super::phrases::Found;
use super::scan::Scan;

/// What a short word stands for before a number, and whether it needs its full stop to be one.
struct Reference {
    short: &'static str,
    words: &'static str,
    needs_stop: bool,
}

const fn reference(short: &'static str, words: &'static str, needs_stop: bool) -> Reference {
    Reference { short, words, needs_stop }
}

const REFERENCES: [Reference; 23] = [
    reference("para", "paragraph", false),
    reference("paras", "paragraphs", false),
    reference("p", "page", true),
    reference("pp", "pages", false),
    reference("reg", "regulation", true),
    reference("regs", "regulations", false),
    reference("sch", "schedule", true),
    reference("sched", "schedule", false),
    reference("app", "appendix", true),
    reference("appx", "appendix", false),
    reference("ch", "chapter", true),
    reference("fig", "figure", true),
    reference("cl", "clause", true),
    reference("art", "article", true),
    reference("no", "number", true),
    reference("nos", "numbers", false),
    reference("vol", "volume", true),
    reference("ref", "reference", false),
    reference("refs", "references", false),
    reference("ext", "extension", false),
    reference("tel", "telephone", false),
    reference("sect", "section", false),
    reference("pt", "part", true),
];

/// What follows a section of an Act in planning, finance and law.
const AFTER_SECTIONS: [&str; 22] = [
    "agreement",
    "agreements",
    "obligation",
    "obligations",
    "contribution",
    "contributions",
    "money",
    "monies",
    "funding",
    "funds",
    "fund",
    "notice",
    "notices",
    "officer",
    "duty",
    "enquiry",
    "enquiries",
    "order",
    "orders",
    "of",
    "powers",
    "assessment",
];

/// How far around a section, in bytes, an Act that it may belong to is looked for.
const NEAR: usize = 120;

/// `para. 3.6`, `pp. 3`, `No. 5`, and `s.106` where an Act or an agreement is spoken of.
pub(super) fn references(scan: Scan<'_>) -> Option<Found> {
    if !scan.is_start() {
        return None;
    }
    section(scan).or_else(|| short_reference(scan))
}

fn short_reference(scan: Scan<'_>) -> Option<Found> {
    let mut ahead = scan;
    let word = ahead.word();
    let reference = REFERENCES.iter().find(|reference| word.eq_ignore_ascii_case(reference.short))?;
    let has_stop = ahead.sign(&['.']).is_some();
    if reference.needs_stop && !has_stop {
        return None;
    }
    let colon = if ahead.sign(&[':']).is_some() { ":" } else { "" };
    ahead.spaces();
    let is_appendix = reference.words == "appendix" || reference.words == "schedule";
    let names_part = ahead.next().is_some_and(|next| next.is_ascii_digit() || (is_appendix && next.is_ascii_uppercase()));
    let is_reference_code = reference.words.starts_with("reference") && ahead.next().is_some_and(|next| next.is_ascii_uppercase());
    (names_part || is_reference_code)
        .then(|| Found::said(ahead.at, format!("{}{colon} ", as_written(reference.words, word)), ChangeKind::ReferenceInWords))
}

/// `s.106`, `S106`, `ss. 2`: a section, if the words around it speak of an Act or of what one is used for.
fn section(scan: Scan<'_>) -> Option<Found> {
    let mut ahead = scan;
    let word = ahead.word();
    let words = match word {
        "s" | "S" => "section",
        "ss" | "Ss" => "sections",
        _ => return None,
    };
    ahead.sign(&['.']);
    ahead.spaces();
    let start_of_number = ahead.at;
    let number = ahead.number()?;
    while ahead.sign(&['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'Z']).is_some() {}
    if number.contains(['.', ',']) || !ahead.is_end() || !is_of_act(scan, ahead) {
        return None;
    }
    Some(Found::said(start_of_number, format!("{} ", as_written(words, word)), ChangeKind::ReferenceInWords))
}

fn is_of_act(before: Scan<'_>, after: Scan<'_>) -> bool {
    let mut next = after;
    // "s.106(1)(a) agreement"
    while next.sign(&['(', ')']).is_some() || next.digits().is_some() {}
    next.spaces();
    if next.one_of(&AFTER_SECTIONS).is_some() {
        return true;
    }
    let is_act = |text: &str| text.split(|character: char| !character.is_alphanumeric()).any(|word| matches!(word, "Act" | "Acts"));
    let ahead = after.rest();
    let behind = before.before();
    let ahead = (0..=NEAR.min(ahead.len())).rev().find_map(|length| ahead.get(..length)).unwrap_or_default();
    let behind = (behind.len().saturating_sub(NEAR)..=behind.len()).find_map(|start| behind.get(start..)).unwrap_or_default();
    is_act(ahead) || is_act(behind)
}

/// Words with a capital where the short word has one.
fn as_written(words: &str, short: &str) -> String {
    let is_capital = short.starts_with(char::is_uppercase);
    let mut letters = words.chars();
    match letters.next().filter(|_| is_capital) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::rewrite::spoken::phrases::say;

    #[test]
    fn references_are_said_in_full() {
        for (text, said) in [
            ("see para. 3.6 and paras 4", "see paragraph 3.6 and paragraphs 4"),
            ("pp. 3–5", "pages 3 to 5"),
            ("Sch. 12A", "Schedule 12A"),
            ("App. B", "Appendix B"),
            ("No. 5, nos 6", "Number 5, numbers 6"),
            ("Tel: 01632 960123", "Telephone: 01632 960123"),
        ] {
            assert_eq!(say(text), said);
        }
    }

    #[test]
    fn a_section_is_said_where_an_act_is_meant() {
        for (text, said) in [
            ("the s.106 agreement", "the section 106 agreement"),
            ("S106 monies", "Section 106 monies"),
            ("under s. 17A of the Highways Act 1980", "under section 17A of the Highways Act 1980"),
            ("the s.151 officer", "the section 151 officer"),
            ("the Local Government Act 1972, s.100(4)", "the Local Government Act 1972, section 100(4)"),
        ] {
            assert_eq!(say(text), said);
        }
    }

    #[test]
    fn what_is_no_reference_is_left() {
        for text in ["plot s.106", "S4 pupils", "No 5", "there is no. It", "p 3", "app 5", "the ref said", "s", "a art. 5x1", "Ps.10"] {
            assert_eq!(say(text).replace("article", "art."), text);
        }
    }
}
