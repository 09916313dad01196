//! Sums of money, with the unit after the number, as people say it.

use crate::outcome::ChangeKind;

use super::phrases::Found;
use super::scan::Scan;

/// A currency: its sign, its unit, and the hundredth part of that.
struct Currency {
    sign: char,
    unit: &'static str,
    part: (&'static str, &'static str),
}

const CURRENCIES: [Currency; 3] = [
    Currency { sign: '£', unit: "pound", part: ("penny", "pence") },
    Currency { sign: '€', unit: "euro", part: ("cent", "cents") },
    Currency { sign: '$', unit: "dollar", part: ("cent", "cents") },
];

/// `£4,500`, `£1.2m`, `£12.50`, `£5-£10k`, `-£500`.
pub(super) fn money(scan: Scan<'_>) -> Option<Found> {
    let mut scan = scan;
    let is_apart = scan.last().is_none_or(|last| last.is_whitespace() || matches!(last, '(' | ':'));
    let minus = if is_apart && scan.sign(&['-', '−', '–']).is_some() { "minus " } else { "" };
    let currency = CURRENCIES.iter().find(|currency| scan.next() == Some(currency.sign))?;
    if scan.last().is_some_and(char::is_alphanumeric) {
        return None;
    }
    // "a £500 grant" is a 500 pound grant.
    let is_kind = matches!(scan.word_before(), "a" | "an" | "A" | "An");
    scan.at += currency.sign.len_utf8();
    scan.spaces();
    let first = sum(&mut scan)?;
    let second = to(scan, currency);
    let words = match &second {
        Some((second, end)) => {
            scan.at = *end;
            // "£5-10m" is from 5 million on.
            let scale = if first.scale.is_empty() || first.scale == second.scale { "" } else { first.scale };
            format!("{minus}{}{scale} to {}", first.number, in_units(second, currency, false))
        }
        None => format!("{minus}{}", in_units(&first, currency, is_kind)),
    };
    let each = each(&mut scan);
    Some(Found::said(scan.at, format!("{words}{each}"), ChangeKind::MoneyInWords))
}

/// Reads how often a sum is due, where that is written in one word with it: `£52pa`.
fn each(scan: &mut Scan<'_>) -> &'static str {
    let mut ahead = *scan;
    let each = match ahead.word() {
        "pa" => " a year",
        "pcm" => " a month",
        "pw" => " a week",
        _ => return "",
    };
    *scan = ahead;
    each
}

/// `50p`.
pub(super) fn pence(scan: Scan<'_>) -> Option<Found> {
    let is_start = scan.is_start();
    let mut scan = scan;
    let number = scan.digits().filter(|digits| is_start && digits.len() <= 2)?;
    scan.sign(&['p'])?;
    let unit = if number == "1" { "penny" } else { "pence" };
    scan.is_end().then(|| Found::said(scan.at, format!("{number} {unit}"), ChangeKind::MoneyInWords))
}

struct Sum<'a> {
    number: &'a str,
    /// " thousand", " million" or " billion"; else nothing.
    scale: &'static str,
}

fn sum<'a>(scan: &mut Scan<'a>) -> Option<Sum<'a>> {
    let start = scan.at;
    scan.number()?;
    scan.sign(&['½', '¼', '¾']);
    let number = scan.between(start, scan.at);
    let mut ahead = *scan;
    ahead.spaces();
    let scale = match ahead.word() {
        "k" | "K" => " thousand",
        "m" | "M" | "mn" | "million" => " million",
        "bn" | "billion" => " billion",
        "thousand" => " thousand",
        _ => "",
    };
    // "£5 m" may be metres of something.
    let is_scale = !scale.is_empty() && (ahead.at - scan.at > 2 || !scan.next().is_some_and(char::is_whitespace));
    if is_scale {
        *scan = ahead;
    } else if scan.next().is_some_and(char::is_alphabetic) && each(&mut Scan::clone(scan)).is_empty() {
        return None;
    }
    Some(Sum { number, scale: if is_scale { scale } else { "" } })
}

/// Reads the sum that another one goes up to. Returns it and its end.
fn to<'a>(scan: Scan<'a>, currency: &Currency) -> Option<(Sum<'a>, usize)> {
    let mut scan = scan;
    let start = scan.at;
    scan.spaces();
    scan.sign(&['-', '–'])?;
    let is_tight = scan.at - start <= '–'.len_utf8();
    scan.spaces();
    let has_sign = scan.sign(&[currency.sign]).is_some();
    let second = sum(&mut scan)?;
    ((has_sign || is_tight) && scan.is_end()).then_some((second, scan.at))
}

fn in_units(sum: &Sum<'_>, currency: &Currency, is_kind: bool) -> String {
    let Currency { unit, part, .. } = currency;
    let plural = if is_kind { "" } else { "s" };
    if !sum.scale.is_empty() {
        return format!("{}{} {unit}{plural}", sum.number, sum.scale);
    }
    let (whole, hundredths) = match sum.number.split_once('.') {
        Some((whole, hundredths)) if hundredths.len() == 2 => (whole, hundredths.trim_start_matches('0')),
        Some(_) => return format!("{} {unit}{plural}", sum.number),
        None => (sum.number, ""),
    };
    let units = if whole == "1" { format!("1 {unit}") } else { format!("{whole} {unit}{plural}") };
    let parts = format!("{hundredths} {}", if hundredths == "1" { part.0 } else { part.1 });
    match (whole, hundredths) {
        (_, "") => units,
        ("0", _) => parts,
        _ => format!("{units} {parts}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::rewrite::spoken::phrases::say;

    #[test]
    fn sums_are_said_with_the_unit_last() {
        for (text, said) in [
            ("£4,500.", "4,500 pounds."),
            ("£1", "1 pound"),
            ("£12.50 each", "12 pounds 50 pence each"),
            ("£0.05", "5 pence"),
            ("£240.00", "240 pounds"),
            ("£7½", "7½ pounds"),
            ("£1.2m", "1.2 million pounds"),
            ("£1.2 million", "1.2 million pounds"),
            ("£3k", "3 thousand pounds"),
            ("£52pa", "52 pounds a year"),
            ("a £500 grant", "a 500 pound grant"),
            ("£5-£10", "5 to 10 pounds"),
            ("£5–10m", "5 to 10 million pounds"),
            ("£500k-£1m", "500 thousand to 1 million pounds"),
            ("was -£500", "was minus 500 pounds"),
            ("€20 and $3.50", "20 euros and 3 dollars 50 cents"),
            ("50p or 1p", "50 pence or 1 penny"),
        ] {
            assert_eq!(say(text), said);
        }
    }

    #[test]
    fn what_is_no_sum_is_left() {
        for text in ["£", "£nil", "£xxx", "US$", "12pt", "150p", "£5x", "p50"] {
            assert_eq!(say(text), text);
        }
    }
}
