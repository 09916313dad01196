//! Dates, with the month as a word and the year in full.

use crate::model::{Date, MONTHS};
use crate::outcome::ChangeKind;

use super::phrases::Found;
use super::scan::Scan;

const WEEKDAYS: [(&str, &[&str]); 7] = [
    ("Monday", &["mon"]),
    ("Tuesday", &["tue", "tues"]),
    ("Wednesday", &["wed", "weds"]),
    ("Thursday", &["thu", "thur", "thurs"]),
    ("Friday", &["fri"]),
    ("Saturday", &["sat"]),
    ("Sunday", &["sun"]),
];

/// Years of two digits below this are of this century. Above, nobody can say without the document.
const NEXT_CENTURY: i16 = 50;

/// Dates and years that begin with a digit.
pub(super) fn of_digits(scan: Scan<'_>) -> Option<Found> {
    if !scan.is_start() {
        return None;
    }
    iso(scan).or_else(|| year_span(scan)).or_else(|| figures(scan)).or_else(|| with_month(scan))
}

/// Dates that begin with the short name of a weekday or a month: `Tue 4 March`, `Mar 2026`.
pub(super) fn of_letters(scan: Scan<'_>) -> Option<Found> {
    if !scan.is_start() || !scan.next().is_some_and(char::is_uppercase) {
        return None;
    }
    let mut after = scan;
    let word = after.word();
    after.sign(&['.']);
    let end = after.at;
    after.spaces();
    if after.at == end {
        return None;
    }
    let is_short = |short: &&&str| word.eq_ignore_ascii_case(short);
    if let Some((weekday, _)) = WEEKDAYS.iter().find(|(_, shorts)| shorts.iter().any(|short| is_short(&short))) {
        return day_and_month(after).map(|_| Found::said(end, *weekday, ChangeKind::DateInWords));
    }
    let month = short_month(word)?;
    after.digits().filter(|digits| digits.len() == 4 && after.is_end())?;
    Some(Found::said(end, month, ChangeKind::DateInWords))
}

/// `2026-03-04`, whose order the standard ISO 8601 settles.
fn iso(scan: Scan<'_>) -> Option<Found> {
    let mut scan = scan;
    let year = scan.digits().filter(|year| year.len() == 4)?;
    scan.sign(&['-'])?;
    let month = scan.digits().filter(|month| month.len() == 2)?;
    scan.sign(&['-'])?;
    let day = scan.digits().filter(|day| day.len() == 2)?;
    let date = date(day, month, year).filter(|_| scan.is_end())?;
    Some(Found::said(scan.at, date.in_words(), ChangeKind::DateInWords))
}

/// `2025/26` and `2025-2026`: a year that goes from one to the next.
fn year_span(scan: Scan<'_>) -> Option<Found> {
    let mut scan = scan;
    let first = scan.digits().filter(|year| year.len() == 4 && (year.starts_with("19") || year.starts_with("20")))?;
    scan.sign(&['/', '-', '–'])?;
    let second = scan.digits().filter(|year| matches!(year.len(), 2 | 4))?;
    let next = first.parse::<u16>().ok()? + 1;
    (next.to_string().ends_with(second) && scan.is_end())
        .then(|| Found::said(scan.at, format!("{first} to {next}"), ChangeKind::DateInWords))
}

/// `25/12/2025` and `25.12.2025`. Whether `1/4/26` is in April or in January, the figures do not say.
fn figures(scan: Scan<'_>) -> Option<Found> {
    let mut scan = scan;
    let one = scan.digits().filter(|digits| digits.len() <= 2)?;
    let sign = scan.sign(&['/', '.', '-'])?;
    let other = scan.digits().filter(|digits| digits.len() <= 2)?;
    scan.sign(&[sign])?;
    // With other signs than strokes, three short numbers are a section or a sort code.
    let year = scan.digits().filter(|year| year.len() == 4 || (year.len() == 2 && sign == '/'))?;
    if !scan.is_end() {
        return None;
    }
    match (date(one, other, year), date(other, one, year)) {
        (Some(day_first), Some(month_first)) if day_first != month_first => {
            Some(Found::Ambiguous { end: scan.at, one: day_first.in_words(), other: month_first.in_words() })
        }
        (Some(date), _) => Some(Found::said(scan.at, date.in_words(), ChangeKind::DateInWords)),
        (None, _) => None,
    }
}

/// `4 Mar 2026` and `4th March 26`.
fn with_month(scan: Scan<'_>) -> Option<Found> {
    let start = scan.at;
    let (month_start, month) = day_and_month(scan)?;
    let mut scan = scan.moved_to(month_start);
    let written = scan.word();
    let is_short = written.len() < month.len();
    if is_short && !scan.ends_sentence() {
        scan.sign(&['.']);
    }
    // "9th MARCH" is a month as a word already.
    let month = if is_short { month } else { written };
    let end_of_month = scan.at;
    let day = scan.between(start, month_start);
    scan.spaces();
    scan.sign(&['\'', '’']);
    let year = scan.digits().filter(|year| year.len() == 2 && scan.is_end()).and_then(full_year);
    let (end, year) = match year {
        Some(year) => (scan.at, format!(" {year}")),
        None => (end_of_month, String::new()),
    };
    Some(Found::said(end, format!("{day}{month}{year}"), ChangeKind::DateInWords))
}

/// Reads the number of a day and the name of a month. Returns where the name begins, and the name in full.
fn day_and_month(scan: Scan<'_>) -> Option<(usize, &'static str)> {
    let mut scan = scan;
    scan.digits().filter(|day| day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)))?;
    scan.one_of(&["st", "nd", "rd", "th"]);
    let end_of_day = scan.at;
    scan.spaces();
    let start = scan.at;
    let word = scan.word();
    let is_capital = word.starts_with(char::is_uppercase);
    let month = short_month(word).or_else(|| MONTHS.into_iter().find(|month| word.eq_ignore_ascii_case(month)))?;
    (start > end_of_day && is_capital).then_some((start, month))
}

/// The month of this short name: three letters, or `Sept`. May has no other.
fn short_month(word: &str) -> Option<&'static str> {
    let of = |month: &&str| {
        month.len() > 3 && (word.eq_ignore_ascii_case(&month[..3]) || (*month == "September" && word.eq_ignore_ascii_case("sept")))
    };
    MONTHS.into_iter().find(|month| of(month))
}

fn date(day: &str, month: &str, year: &str) -> Option<Date> {
    let year = if year.len() == 2 { full_year(year)? } else { year.parse().ok()? };
    Date::new(year, month.parse().ok()?, day.parse().ok()?)
}

fn full_year(short: &str) -> Option<i16> {
    short.parse().ok().filter(|year| *year < NEXT_CENTURY).map(|year: i16| 2000 + year)
}

#[cfg(test)]
mod tests {
    use crate::rewrite::spoken::phrases::{Found, phrases, say};

    #[test]
    fn dates_are_said_with_the_month_as_a_word() {
        for (text, said) in [
            ("on 25/12/2025.", "on 25 December 2025."),
            ("25.12.2025", "25 December 2025"),
            ("25/12/25,", "25 December 2025,"),
            ("3/3/26", "3 March 2026"),
            ("2026-03-04", "4 March 2026"),
            ("Tues. 4 Mar 2026", "Tuesday 4 March 2026"),
            ("4th Sept. 26 at", "4th September 2026 at"),
            ("4 March ’26", "4 March 2026"),
            ("by Sept 2026", "by September 2026"),
            ("in 2025/26 and 2026–2027", "in 2025 to 2026 and 2026 to 2027"),
        ] {
            assert_eq!(say(text), said);
        }
    }

    #[test]
    fn what_is_no_date_is_left() {
        for text in [
            "25/0123/FUL",
            "31/12/99",
            "3.2.1",
            "20-45-77",
            "31/2/2026",
            "4 March 2026",
            "May 2026",
            "Mon Repos",
            "4 May",
            "2025/26/14",
            "2025/30",
            "1/2",
            "12/13/14/15",
            "5 marches",
            "9th MARCH 2020",
            "5 June. The",
            "Sat in 2026",
        ] {
            assert_eq!(say(text), text);
        }
    }

    #[test]
    fn a_date_that_can_be_read_in_two_ways_is_left_and_told() {
        let found = phrases("by 1/4/26 or so");
        let [(range, Found::Ambiguous { one, other, .. })] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((range.clone(), one.as_str(), other.as_str()), (3..9, "1 April 2026", "4 January 2026"));
        assert_eq!(say("by 1/4/26 or so"), "by 1/4/26 or so");
    }
}
