//! Ranges, with "to" between their ends: a voice says nothing where "3–5" has its dash.

use crate::model::MONTHS;
use crate::outcome::ChangeKind;

use super::phrases::Found;
use super::scan::Scan;

/// Words before which a hyphen between numbers is a range. Elsewhere it may be a score, a telephone
/// number or the number of a minute.
const COUNTED: [&str; 31] = [
    "page",
    "pages",
    "p",
    "pp",
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "item",
    "items",
    "section",
    "sections",
    "age",
    "aged",
    "ages",
    "line",
    "lines",
    "minute",
    "minutes",
    "question",
    "questions",
    "year",
    "years",
    "week",
    "weeks",
    "number",
    "numbers",
    "nos",
    "recommendations",
    "appendices",
    "objectives",
];

const WEEKDAYS: [&str; 14] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// `3–5`, `pages 3-5`, `2024-2030`, `5%-10%`.
pub(super) fn of_numbers(scan: Scan<'_>) -> Option<Found> {
    if !scan.is_start() {
        return None;
    }
    let word_before = scan.word_before();
    let mut scan = scan;
    let (first, first_percent) = number(&mut scan)?;
    let before_dash = scan.at;
    scan.spaces();
    let is_spaced = scan.at > before_dash;
    let dash = scan.sign(&['–', '-'])?;
    let after_dash = scan.at;
    scan.spaces();
    // "in 2024 –3 members came" is no range.
    if (scan.at > after_dash) != is_spaced {
        return None;
    }
    let (second, second_percent) = number(&mut scan)?;
    let (low, high) = (value(first)?, value(second)?);
    let are_years = is_year(first) && is_year(second);
    let is_counted = COUNTED.iter().any(|word| word_before.eq_ignore_ascii_case(word));
    let is_sure = is_counted || second_percent || are_years || (dash == '–' && (first.len() <= 4 || first.contains(',')));
    let is_number = !first.starts_with('0') || first.contains('.');
    if !(is_sure && is_number && low < high && scan.is_end()) || scan.next() == Some('(') {
        return None;
    }
    let first_percent = if first_percent { "%" } else { "" };
    let second_percent = if second_percent { "%" } else { "" };
    Some(Found::said(scan.at, format!("{first}{first_percent} to {second}{second_percent}"), ChangeKind::RangeInWords))
}

/// `Monday–Friday` and `April-June`.
pub(super) fn of_names(scan: Scan<'_>) -> Option<Found> {
    if !scan.is_start() || !scan.next().is_some_and(char::is_uppercase) {
        return None;
    }
    let mut scan = scan;
    let first = scan.word();
    scan.sign(&['–', '-', '/']).filter(|sign| *sign != '/')?;
    let second = scan.word();
    let are_both = |names: &[&str]| names.contains(&first) && names.contains(&second);
    let is_range = first != second && (are_both(&WEEKDAYS) || are_both(&MONTHS));
    (is_range && scan.is_end())
        .then(|| Found::said(scan.at, format!("{} to {}", weekday(first), weekday(second)), ChangeKind::RangeInWords))
}

/// A weekday in full; another word as it is.
fn weekday(word: &str) -> &str {
    let short = WEEKDAYS.iter().skip(7).position(|short| *short == word);
    short.and_then(|index| WEEKDAYS.get(index)).copied().unwrap_or(word)
}

/// Reads a number and whether it is in per cent.
fn number<'a>(scan: &mut Scan<'a>) -> Option<(&'a str, bool)> {
    let number = scan.number()?;
    Some((number, scan.sign(&['%']).is_some()))
}

fn value(number: &str) -> Option<f64> {
    number.replace(',', "").parse().ok()
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use crate::rewrite::spoken::phrases::say;

    #[test]
    fn ranges_are_said_with_to() {
        for (text, said) in [
            ("3–5 people", "3 to 5 people"),
            ("3 – 5", "3 to 5"),
            ("1,000–2,500", "1,000 to 2,500"),
            ("pages 3-5.", "pages 3 to 5."),
            ("aged 11-18", "aged 11 to 18"),
            ("2024-2030", "2024 to 2030"),
            ("5%-10%", "5% to 10%"),
            ("5–10%", "5 to 10%"),
            ("Monday–Friday", "Monday to Friday"),
            ("open Mon-Fri", "open Monday to Friday"),
            ("April-June", "April to June"),
        ] {
            assert_eq!(say(text), said);
        }
    }

    #[test]
    fn what_is_no_range_is_left() {
        for text in [
            "01632-960123",
            "won 5–3",
            "won 5-3",
            "minute 12-13-14",
            "COVID-19–20",
            "3-bed",
            "2024-5 x",
            "A1–A4",
            "12 -13",
            "Monday-morning",
            "010–020",
            "3–5–7",
        ] {
            assert_eq!(say(text), text);
        }
    }
}
