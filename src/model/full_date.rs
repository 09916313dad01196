//! Full dates in a text.

use std::ops::Range;

use super::Date;
use crate::text::words;

/// The first full date of a text and the bytes that it takes: `5 March 2024`, `the 16th of November
/// 2000`, `March 5, 2024`, `2024-03-05`, `25/03/2024`. Numbers with strokes of which both could be the
/// month are left alone: who can tell 1/4/2026 from 4 January?
pub(crate) fn full_date(text: &str) -> Option<(Range<usize>, Date)> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    in_digits(text).into_iter().chain(in_words(text)).min_by_key(|(range, _)| range.start)
}

fn in_words(text: &str) -> Option<(Range<usize>, Date)> {
    let words: Vec<Range<usize>> = words(text).collect();
    words.iter().enumerate().find_map(|(index, month)| {
        let month_number = Date::month_named(&text[month.clone()])?;
        let before = index.checked_sub(1).and_then(|at| words.get(at));
        let earlier = index.checked_sub(2).and_then(|at| words.get(at));
        let day_before = match before {
            Some(of) if &text[of.clone()] == "of" => earlier,
            other => other,
        };
        let after = words.get(index + 1);
        let year_after = |at: usize| words.get(at).and_then(|range| Some((range, year(&text[range.clone()])?)));
        if let (Some(day), Some((year_range, year))) = (day_before, year_after(index + 1))
            && let Some(number) = day_of_month(&text[day.clone()])
        {
            return Some((day.start..year_range.end, Date::new(year, month_number, number)?));
        }
        let number = after.and_then(|day| day_of_month(&text[day.clone()]))?;
        let (year_range, year) = year_after(index + 2)?;
        Some((month.start..year_range.end, Date::new(year, month_number, number)?))
    })
}

fn day_of_month(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let is_ordinal = ending.is_empty() || ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    (is_ordinal && digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

fn year(word: &str) -> Option<i16> {
    (word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok()).flatten()
}

/// `2024-03-05`, and `25/03/2024` where the order is plain.
fn in_digits(text: &str) -> Option<(Range<usize>, Date)> {
    let mut start = 0;
    for part in text.split(|character: char| !(character.is_ascii_digit() || matches!(character, '-' | '/' | '.'))) {
        let token = part.trim_end_matches(['-', '/', '.']);
        let range = start..start + token.len();
        start += part.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
        let mut numbers = token.split(['-', '/', '.']);
        let (Some(first), Some(second), Some(third), None) = (numbers.next(), numbers.next(), numbers.next(), numbers.next()) else {
            continue;
        };
        if let Some(date) = three_numbers(first, second, third) {
            return Some((range, date));
        }
    }
    None
}

fn three_numbers(first: &str, second: &str, third: &str) -> Option<Date> {
    if first.len() == 4 && third.len() <= 2 {
        return Date::new(first.parse().ok()?, second.parse().ok()?, third.parse().ok()?);
    }
    let (day, month): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    let is_plain = third.len() == 4 && (day > 12 || day == month);
    if is_plain { Date::new(third.parse().ok()?, month, day) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, String)> {
        full_date(text).map(|(range, date)| (&text[range], date.to_string()))
    }

    #[test]
    fn dates_as_councils_write_them() {
        for (text, printed, date) in [
            ("5 March 2024", "5 March 2024", "2024-03-05"),
            ("Held on the 16th November 2000 at 7.30pm", "16th November 2000", "2000-11-16"),
            ("the 3rd of June 2025", "3rd of June 2025", "2025-06-03"),
            ("MEETING 10th OCTOBER 2018", "10th OCTOBER 2018", "2018-10-10"),
            ("March 5, 2024", "March 5, 2024", "2024-03-05"),
            ("2024-03-05", "2024-03-05", "2024-03-05"),
            ("on 25/03/2024.", "25/03/2024", "2024-03-25"),
            ("5 March 2024 (revised 2024-04-01)", "5 March 2024", "2024-03-05"),
            ("2024-99-300, 25/03/2024", "25/03/2024", "2024-03-25"),
            ("Thursday 28 March 2019 \u{2013} 14:00-17:00", "28 March 2019", "2019-03-28"),
        ] {
            assert_eq!(found(text), Some((printed, date.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_could_be_two_dates_or_none_is_left_alone() {
        for text in [
            "1/4/2026",
            "4.4.2025.13",
            "May 2024",
            "30 February 2024",
            "It may 2024",
            "ref 12-34-5678",
            "999999999999-1-1",
            "\u{f9}/1/2024",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
