//! Signs that voices skip, or say by their name: arrows, ticks, "&".

use crate::outcome::ChangeKind;

use super::phrases::Found;
use super::scan::Scan;

/// Signs before a number.
const BEFORE_NUMBERS: [(char, &str); 12] = [
    ('↑', "up"),
    ('↓', "down"),
    ('▲', "up"),
    ('▼', "down"),
    ('≥', "at least"),
    ('≤', "at most"),
    ('>', "more than"),
    ('<', "less than"),
    ('~', "about"),
    ('≈', "about"),
    ('±', "plus or minus"),
    ('#', "number"),
];

/// Signs that stand for a word wherever they are.
const ANYWHERE: [(char, &str); 15] = [
    ('✓', "yes"),
    ('✔', "yes"),
    ('☑', "yes"),
    ('✗', "no"),
    ('✘', "no"),
    ('☒', "no"),
    ('☐', "not ticked"),
    ('→', "to"),
    ('←', "from"),
    ('⇒', "so"),
    ('↑', "up"),
    ('↓', "down"),
    ('▲', "up"),
    ('▼', "down"),
    ('&', "and"),
];

/// What stands after a number.
const AFTER_NUMBERS: [(&str, &str); 3] = [("°C", "degrees Celsius"), ("°F", "degrees Fahrenheit"), ("°", "degrees")];

/// So many full stops or underlines in a row are a line to write on.
const GAP: usize = 4;

/// A sign, said as a word.
pub(super) fn signs(scan: Scan<'_>) -> Option<Found> {
    let sign = scan.next()?;
    let after = scan.moved_to(scan.at + sign.len_utf8());
    before_number(scan, sign, after)
        .or_else(|| after_number(scan))
        .or_else(|| more(scan, sign, after))
        .or_else(|| section(sign, after))
        .or_else(|| gap(scan, sign))
        .or_else(|| anywhere(scan, sign, after))
}

fn before_number(scan: Scan<'_>, sign: char, after: Scan<'_>) -> Option<Found> {
    let is_apart = scan.last().is_none_or(|last| last.is_whitespace() || matches!(last, '(' | '|' | ':'));
    let (_, words) = BEFORE_NUMBERS.iter().find(|(known, _)| *known == sign && is_apart)?;
    let mut ahead = after;
    if sign != '#' {
        ahead.spaces();
    }
    // Money is said by its own rule.
    let is_number = ahead.next().is_some_and(|next| next.is_ascii_digit() || matches!(next, '£' | '€' | '$'));
    is_number.then(|| Found::said(ahead.at, format!("{words} "), ChangeKind::SymbolInWords))
}

fn after_number(scan: Scan<'_>) -> Option<Found> {
    scan.last().filter(char::is_ascii_digit)?;
    let (sign, words) = AFTER_NUMBERS.iter().find(|(sign, _)| scan.rest().starts_with(sign))?;
    Some(Found::said(scan.at + sign.len(), format!(" {words}"), ChangeKind::SymbolInWords))
}

/// `10+` is 10 or more.
fn more(scan: Scan<'_>, sign: char, after: Scan<'_>) -> Option<Found> {
    let is_more = sign == '+' && scan.last().is_some_and(|last| last.is_ascii_digit()) && after.is_end();
    let is_sum = after.rest().trim_start().starts_with(|next: char| next.is_ascii_digit());
    (is_more && !is_sum).then(|| Found::said(after.at, " or more", ChangeKind::SymbolInWords))
}

/// `§ 5` is section 5.
fn section(sign: char, after: Scan<'_>) -> Option<Found> {
    let mut ahead = after;
    ahead.spaces();
    let is_number = sign == '§' && ahead.next().is_some_and(|next| next.is_ascii_digit());
    is_number.then(|| Found::said(ahead.at, "section ", ChangeKind::SymbolInWords))
}

/// `Signed .......... Date ______`: a line to write on, which voices read sign by sign.
fn gap(scan: Scan<'_>, sign: char) -> Option<Found> {
    let rest = scan.rest();
    let length = rest.find(|next| next != sign).unwrap_or(rest.len());
    let is_gap = matches!(sign, '_' | '.' | '…') && rest.get(..length).is_some_and(|gap| gap.chars().count() >= GAP);
    let after = scan.moved_to(scan.at + length);
    let words = format!("{}blank{}", space_beside(scan.last()), space_beside(after.next()));
    is_gap.then(|| Found::said(after.at, words, ChangeKind::SymbolInWords))
}

/// A space between a word that is said and what stands beside it; none where there is one, or nothing.
fn space_beside(beside: Option<char>) -> &'static str {
    if beside.is_some_and(|beside| !beside.is_whitespace()) { " " } else { "" }
}

fn anywhere(scan: Scan<'_>, sign: char, after: Scan<'_>) -> Option<Found> {
    // "&c;" is no "and".
    let is_apart = |beside: Option<char>| beside.is_none_or(|beside| !beside.is_alphanumeric());
    if sign == '&' && is_apart(scan.last()) != is_apart(after.next()) {
        return None;
    }
    let (_, words) = ANYWHERE.iter().find(|(known, _)| *known == sign)?;
    let space = |beside: Option<char>| if beside.is_some_and(char::is_alphanumeric) { " " } else { "" };
    let end = if after.next() == Some('\u{fe0f}') { after.at + '\u{fe0f}'.len_utf8() } else { after.at };
    let words = format!("{}{words}{}", space(scan.last()), space(after.next()));
    Some(Found::said(end, words, ChangeKind::SymbolInWords))
}

#[cfg(test)]
mod tests {
    use crate::rewrite::spoken::phrases::say;

    #[test]
    fn signs_are_said_as_words() {
        for (text, said) in [
            ("↑3% on last year", "up 3% on last year"),
            ("↓ 5", "down 5"),
            ("Parks & Leisure, R&D", "Parks and Leisure, R and D"),
            ("✓", "yes"),
            ("✔\u{fe0f}", "yes"),
            ("≥5 and <£10", "at least 5 and less than 10 pounds"),
            ("20°C", "20 degrees Celsius"),
            ("Amber → Green", "Amber to Green"),
            ("65+ live", "65 or more live"),
            ("item #5", "item number 5"),
            ("§ 5", "section 5"),
            ("Signed........ Date ____", "Signed blank Date blank"),
        ] {
            assert_eq!(say(text), said);
        }
    }

    #[test]
    fn other_signs_are_left() {
        for text in ["a < b", "5+3", "5 + 3", "C#", "3 × 5", "5%", "x > y", "—", "#park", "# 4", "&notit;"] {
            assert_eq!(say(text), text);
        }
    }
}
