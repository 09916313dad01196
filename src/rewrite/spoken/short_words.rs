//! Short words of British public life, in full.

use crate::outcome::ChangeKind;

use super::phrases::Found;
use super::scan::Scan;

/// What must stand before a short word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Anything,
    /// A number: `2 hrs`, `5km`.
    Number,
}

/// A short word as it is written, without a closing full stop, and what it stands for. "St" is not
/// here: it may be a saint or a street. "Dr", "Mr" and "Mrs" every voice knows.
const WORDS: [(&str, &str, After); 85] = [
    ("Cllr", "Councillor", After::Anything),
    ("Cllrs", "Councillors", After::Anything),
    ("CLLR", "Councillor", After::Anything),
    ("CLLRS", "Councillors", After::Anything),
    ("Cllr's", "Councillor's", After::Anything),
    ("Ald", "Alderman", After::Anything),
    ("Revd", "Reverend", After::Anything),
    ("Dept", "Department", After::Anything),
    ("dept", "department", After::Anything),
    ("Depts", "Departments", After::Anything),
    ("Govt", "Government", After::Anything),
    ("govt", "government", After::Anything),
    ("Rd", "Road", After::Anything),
    ("Ave", "Avenue", After::Anything),
    ("approx", "approximately", After::Anything),
    ("Approx", "Approximately", After::Anything),
    ("incl", "including", After::Anything),
    ("excl", "excluding", After::Anything),
    ("e.g", "for example", After::Anything),
    ("E.g", "For example", After::Anything),
    ("eg", "for example", After::Anything),
    ("i.e", "that is", After::Anything),
    ("I.e", "That is", After::Anything),
    ("ie", "that is", After::Anything),
    ("etc", "and so on", After::Anything),
    ("N.B", "Note", After::Anything),
    ("NB", "Note", After::Anything),
    ("viz", "namely", After::Anything),
    ("vs", "versus", After::Anything),
    ("w/c", "week beginning", After::Anything),
    ("W/C", "week beginning", After::Anything),
    ("w/e", "week ending", After::Anything),
    ("W/E", "week ending", After::Anything),
    ("w.e.f", "with effect from", After::Anything),
    ("wef", "with effect from", After::Anything),
    ("c/o", "care of", After::Anything),
    ("o/s", "outstanding", After::Anything),
    ("b/f", "brought forward", After::Anything),
    ("c/f", "carried forward", After::Anything),
    ("n/a", "not applicable", After::Anything),
    ("N/A", "not applicable", After::Anything),
    ("tbc", "to be confirmed", After::Anything),
    ("TBC", "to be confirmed", After::Anything),
    ("tba", "to be announced", After::Anything),
    ("TBA", "to be announced", After::Anything),
    ("asap", "as soon as possible", After::Anything),
    ("ASAP", "as soon as possible", After::Anything),
    ("p.a", "a year", After::Anything),
    ("and/or", "and or", After::Anything),
    ("he/she", "he or she", After::Anything),
    ("she/he", "she or he", After::Anything),
    ("He/she", "He or she", After::Anything),
    ("She/he", "She or he", After::Anything),
    ("s/he", "she or he", After::Anything),
    ("his/her", "his or her", After::Anything),
    ("her/his", "her or his", After::Anything),
    ("him/her", "him or her", After::Anything),
    ("Tel", "Telephone", After::Anything),
    ("Mgmt", "Management", After::Anything),
    ("mgmt", "management", After::Anything),
    ("Asst", "Assistant", After::Anything),
    ("hr", "hour", After::Number),
    ("hrs", "hours", After::Number),
    ("min", "minute", After::Number),
    ("mins", "minutes", After::Number),
    ("yr", "year", After::Number),
    ("yrs", "years", After::Number),
    ("mm", "millimetres", After::Number),
    ("cm", "centimetres", After::Number),
    ("km", "kilometres", After::Number),
    ("kg", "kilograms", After::Number),
    ("mph", "miles an hour", After::Number),
    ("ha", "hectares", After::Number),
    ("sqm", "square metres", After::Number),
    ("sq m", "square metres", After::Number),
    ("sq. m", "square metres", After::Number),
    ("sq ft", "square feet", After::Number),
    ("m²", "square metres", After::Number),
    ("m³", "cubic metres", After::Number),
    ("km²", "square kilometres", After::Number),
    ("pcm", "a month", After::Number),
    ("pw", "a week", After::Number),
    ("pa", "a year", After::Number),
    ("bn", "billion", After::Number),
    ("kWh", "kilowatt hours", After::Number),
];

/// `Cllr`, `e.g.`, `w/c`, `5km`.
pub(super) fn short_words(scan: Scan<'_>) -> Option<Found> {
    let before = scan.before().trim_end_matches([' ', '\u{a0}']);
    let follows_number = before.ends_with(|last: char| last.is_ascii_digit());
    let touches_number = follows_number && before.len() == scan.at;
    if !touches_number && !scan.is_start() {
        return None;
    }
    let fits = |(short, _, after): &&(&str, &str, After)| {
        scan.rest().starts_with(short) && (*after == After::Number && follows_number || *after == After::Anything && !touches_number)
    };
    // Of two that fit, the longer is meant: "sq m" and not "sq".
    let (short, words, _) = WORDS.iter().filter(fits).filter(|(short, ..)| is_whole(scan, short)).max_by_key(|(short, ..)| short.len())?;
    let mut after = scan.moved_to(scan.at + short.len());
    if !after.ends_sentence() {
        after.sign(&['.']);
    }
    let space = if touches_number { " " } else { "" };
    Some(Found::said(after.at, format!("{space}{words}"), ChangeKind::ShortFormInFull))
}

/// Whether nothing follows a short word that would make it another.
fn is_whole(scan: Scan<'_>, short: &str) -> bool {
    let rest = scan.rest().get(short.len()..).unwrap_or_default();
    let mut next = rest.chars();
    match next.next() {
        Some('.' | '/' | '-' | '\'' | '’' | '&') => !next.next().is_some_and(char::is_alphanumeric),
        Some(next) => !next.is_alphanumeric() && next != '_' && next != '²' && next != '³',
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::rewrite::spoken::phrases::say;

    #[test]
    fn short_words_are_said_in_full() {
        for (text, said) in [
            ("Cllr Rees, Cllrs. Ash and Moor", "Councillor Rees, Councillors Ash and Moor"),
            ("e.g. bins, i.e. waste", "for example bins, that is waste"),
            ("bins, etc. The end", "bins, and so on. The end"),
            ("bins etc.", "bins and so on."),
            ("w/c 4 March", "week beginning 4 March"),
            ("Mill Rd, approx. 5km", "Mill Road, approximately 5 kilometres"),
            ("2 hrs and 30 mins", "2 hours and 30 minutes"),
            ("he/she and/or TBC", "he or she and or to be confirmed"),
            ("£500 p.a.", "500 pounds a year."),
            ("250 sq m of it", "250 square metres of it"),
        ] {
            assert_eq!(say(text), said);
        }
    }

    #[test]
    fn other_words_are_left() {
        for text in
            ["St Mary's St", "Dr Pugh", "egg", "Ashton Rdx", "w/c/d", "pa said", "5 no", "in hrs", "Cllr-elect-x", "tie", "km", "viz-a"]
        {
            assert_eq!(say(text).replace("Councillor-elect", "Cllr-elect"), text);
        }
    }
}
