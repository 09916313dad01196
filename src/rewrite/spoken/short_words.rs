//! Short words of British public life, in full.

use crate::outcome::ChangeKind;

use super::phrases::Found;
use super::scan::Scan;

/// How a short word stands among others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    /// Before a name: its full stop ends no sentence.
    Title,
    /// After a number: `2 hrs`, `5km`.
    Unit,
}

/// A short word as it is written, without a closing full stop, and what it stands for. "St" is not
/// here: it may be a saint or a street. "Dr", "Mr" and "Mrs" every voice knows.
const WORDS: [(&str, &str, Kind); 89] = [
    ("Cllr", "Councillor", Kind::Title),
    ("Cllrs", "Councillors", Kind::Title),
    ("CLLR", "Councillor", Kind::Title),
    ("CLLRS", "Councillors", Kind::Title),
    ("Cllr's", "Councillor's", Kind::Word),
    ("Ald", "Alderman", Kind::Title),
    ("Revd", "Reverend", Kind::Title),
    ("Dept", "Department", Kind::Word),
    ("dept", "department", Kind::Word),
    ("Depts", "Departments", Kind::Word),
    ("Govt", "Government", Kind::Word),
    ("govt", "government", Kind::Word),
    ("Rd", "Road", Kind::Word),
    ("Ave", "Avenue", Kind::Word),
    ("approx", "approximately", Kind::Word),
    ("Approx", "Approximately", Kind::Word),
    ("incl", "including", Kind::Word),
    ("excl", "excluding", Kind::Word),
    ("e.g", "for example", Kind::Word),
    ("E.g", "For example", Kind::Word),
    ("eg", "for example", Kind::Word),
    ("i.e", "that is", Kind::Word),
    ("I.e", "That is", Kind::Word),
    ("ie", "that is", Kind::Word),
    ("etc", "and so on", Kind::Word),
    ("N.B", "Note", Kind::Word),
    ("NB", "Note", Kind::Word),
    ("viz", "namely", Kind::Word),
    ("vs", "versus", Kind::Word),
    ("w/c", "week beginning", Kind::Word),
    ("W/C", "week beginning", Kind::Word),
    ("w/e", "week ending", Kind::Word),
    ("W/E", "week ending", Kind::Word),
    ("w.e.f", "with effect from", Kind::Word),
    ("wef", "with effect from", Kind::Word),
    ("c/o", "care of", Kind::Word),
    ("o/s", "outstanding", Kind::Word),
    ("b/f", "brought forward", Kind::Word),
    ("c/f", "carried forward", Kind::Word),
    ("n/a", "not applicable", Kind::Word),
    ("N/A", "not applicable", Kind::Word),
    ("tbc", "to be confirmed", Kind::Word),
    ("TBC", "to be confirmed", Kind::Word),
    ("tba", "to be announced", Kind::Word),
    ("TBA", "to be announced", Kind::Word),
    ("asap", "as soon as possible", Kind::Word),
    ("ASAP", "as soon as possible", Kind::Word),
    ("p.a", "a year", Kind::Word),
    ("and/or", "and or", Kind::Word),
    ("he/she", "he or she", Kind::Word),
    ("she/he", "she or he", Kind::Word),
    ("He/she", "He or she", Kind::Word),
    ("She/he", "She or he", Kind::Word),
    ("s/he", "she or he", Kind::Word),
    ("his/her", "his or her", Kind::Word),
    ("her/his", "her or his", Kind::Word),
    ("him/her", "him or her", Kind::Word),
    ("Tel", "Telephone", Kind::Word),
    ("a/c", "account", Kind::Word),
    ("A/C", "account", Kind::Word),
    ("Chq", "Cheque", Kind::Title),
    ("chq", "cheque", Kind::Title),
    ("Mgmt", "Management", Kind::Word),
    ("mgmt", "management", Kind::Word),
    ("Asst", "Assistant", Kind::Title),
    ("hr", "hour", Kind::Unit),
    ("hrs", "hours", Kind::Unit),
    ("min", "minute", Kind::Unit),
    ("mins", "minutes", Kind::Unit),
    ("yr", "year", Kind::Unit),
    ("yrs", "years", Kind::Unit),
    ("mm", "millimetres", Kind::Unit),
    ("cm", "centimetres", Kind::Unit),
    ("km", "kilometres", Kind::Unit),
    ("kg", "kilograms", Kind::Unit),
    ("mph", "miles an hour", Kind::Unit),
    ("ha", "hectares", Kind::Unit),
    ("sqm", "square metres", Kind::Unit),
    ("sq m", "square metres", Kind::Unit),
    ("sq. m", "square metres", Kind::Unit),
    ("sq ft", "square feet", Kind::Unit),
    ("m²", "square metres", Kind::Unit),
    ("m³", "cubic metres", Kind::Unit),
    ("km²", "square kilometres", Kind::Unit),
    ("pcm", "a month", Kind::Unit),
    ("pw", "a week", Kind::Unit),
    ("pa", "a year", Kind::Unit),
    ("bn", "billion", Kind::Unit),
    ("kWh", "kilowatt hours", Kind::Unit),
];

/// `Cllr`, `e.g.`, `w/c`, `2 hrs`.
pub(super) fn short_words(scan: Scan<'_>) -> Option<Found> {
    if !scan.is_start() {
        return None;
    }
    let follows_number = scan.before().trim_end_matches([' ', '\u{a0}']).ends_with(|last: char| last.is_ascii_digit());
    let (short, words, kind) = longest(scan, |kind| kind != Kind::Unit || follows_number)?;
    let mut after = scan.moved_to(scan.at + short.len());
    if kind == Kind::Title || !after.ends_sentence() {
        after.sign(&['.']);
    }
    Some(Found::said(after.at, words, ChangeKind::ShortFormInFull))
}

/// `5km`, `20mph`: a number and its unit in one word.
pub(super) fn units(scan: Scan<'_>) -> Option<Found> {
    if !scan.is_start() {
        return None;
    }
    let mut after = scan;
    let number = after.number()?;
    let (short, words, _) = longest(after, |kind| kind == Kind::Unit)?;
    Some(Found::said(after.at + short.len(), format!("{number} {words}"), ChangeKind::ShortFormInFull))
}

/// The short word that stands here: of two, the longer, "sq m" and not "sq".
fn longest(scan: Scan<'_>, fits: impl Fn(Kind) -> bool) -> Option<(&'static str, &'static str, Kind)> {
    let is_here = |(short, _, kind): &&(&str, &str, Kind)| fits(*kind) && scan.rest().starts_with(short) && is_whole(scan, short);
    WORDS.iter().filter(is_here).max_by_key(|(short, ..)| short.len()).copied()
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
            ("a 20mph zone of 1.5km", "a 20 miles an hour zone of 1.5 kilometres"),
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
