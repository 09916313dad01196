//! Sentences; the home of sentencex.

use std::ops::Range;

use sentencex::languages::{English, Language};

use super::full_stops::{FullStops, full_stops};
use super::items::items;

/// Short forms of British public life that end in a full stop and do not end a sentence.
const ABBREVIATIONS: [&str; 14] =
    ["cllr", "cllrs", "messrs", "esq", "ch", "chq", "ref", "para", "paras", "sched", "tel", "ext", "approx", "dept"];

/// The sentences of a text, as byte ranges without the space around them. They cover every byte
/// that is not white space, in order.
///
/// ```
/// let text = "Cllr. Jones took the chair. The panel met at 7 p.m. on Monday.";
/// let sentences: Vec<&str> = plainsong::text::sentences(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(sentences, ["Cllr. Jones took the chair.", "The panel met at 7 p.m. on Monday."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    // Few texts begin with a mark of an item. Its full stop ends no sentence.
    let Some(items) = items(text) else { return without_marks(text) };
    let mut sentences = Vec::new();
    for item in items {
        let words = text.get(item.words..item.all.end).unwrap_or_default();
        let mut start = item.all.start;
        for sentence in without_marks(words) {
            sentences.push(start.min(item.words + sentence.start)..item.words + sentence.end);
            start = item.all.end;
        }
    }
    sentences
}

/// The sentences of a text that begins with words.
fn without_marks(text: &str) -> Vec<Range<usize>> {
    match full_stops(text) {
        FullStops::Plain(stops) => {
            let english = English {};
            let ends = stops.into_iter().filter_map(|stop| english.find_boundary(text, stop, stop + 1));
            let mut start = 0;
            joined(text, ends.chain([text.len()]).map(|end| std::mem::replace(&mut start, end)..end))
        }
        FullStops::Other => by_sentencex(text),
    }
}

fn by_sentencex(text: &str) -> Vec<Range<usize>> {
    let boundaries = sentencex::get_sentence_boundaries("en", text);
    joined(text, boundaries.iter().map(|boundary| boundary.start_byte..boundary.end_byte))
}

/// Parts without the space around them, and joined where one ends in a short form.
fn joined(text: &str, parts: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for part in parts {
        let printed = text.get(part.clone()).unwrap_or_default();
        let trimmed = printed.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = part.start + printed.len() - printed.trim_start().len();
        let end = start + trimmed.len();
        match sentences.last_mut() {
            Some(before) if ends_in_abbreviation(&text[before.clone()]) && !text[before.end..start].contains('\n') => before.end = end,
            _ => sentences.push(start..end),
        }
    }
    sentences
}

fn ends_in_abbreviation(sentence: &str) -> bool {
    let Some(head) = sentence.strip_suffix('.') else { return false };
    let word_start =
        head.rfind(|character: char| !character.is_alphabetic()).map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    ABBREVIATIONS.iter().any(|abbreviation| head[word_start..].eq_ignore_ascii_case(abbreviation))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_councillor_does_not_end_a_sentence() {
        assert_eq!(
            split("Proposed by Cllr. Davies. Seconded by Cllrs. Rees and Hull."),
            ["Proposed by Cllr. Davies.", "Seconded by Cllrs. Rees and Hull."]
        );
    }

    #[test]
    fn a_printed_number_does_not_end_a_sentence() {
        assert_eq!(split("See paragraph 3.6 of the report. It was noted."), ["See paragraph 3.6 of the report.", "It was noted."]);
    }

    proptest::proptest! {
        #[test]
        fn a_text_that_cannot_end_within_is_one_sentence(text in "[A-Za-z0-9 ,:;()'\"\u{2019}\u{2013}\u{e9}\u{a0}-]{0,30}[.!?]{0,3} {0,2}") {
            proptest::prop_assert_eq!(without_marks(&text), by_sentencex(&text));
        }

        #[test]
        fn plain_full_stops_end_what_sentencex_says(text in "([A-Za-z1-3]{0,3}|[a-z]{1,2}|\\([A-Za-z1iv ]{0,4}\\)|St|p\\.m|e\\.g|Mr|No|the|s['\u{2019}] |\u{a3}1|it's|[\"'(\\[)\u{2019}\u{2018}@/:,*\u{2013}-])([.]{0,2}|[ ]{0,2}|\\. |\\. |\\. |, |! |[.] [.]|\u{a0}){1,12}") {
            proptest::prop_assert_eq!(without_marks(&text), by_sentencex(&text));
        }

        #[test]
        fn words_with_full_stops_end_where_sentencex_says(words in proptest::collection::vec(proptest::sample::select(vec!["The", "clerk", "(WPT)", "(i)", "a)", "1)", "2)", "Mr.", "a.m.", "p.m.", "No.", "5", "ft.", "it's", "it\u{2019}s", "tenants'", "tenants\u{2019}", "'so", "so'", "Rees.", "agreed.", "Lee.", "J.", "R.", "4.2", "(end.", "x)", "(ii)", "mild)", "(mild)", "-", "\u{2013}", "*", "\u{a3}5.", "e.g.", "etc.", "U.S.", "I", "\"so", "so.\"", "[1]", "..", "a@b.org", ",", "2024.", "Inc.", "Jan.", "he.", "Members", "b.", "\u{2022}", "\u{201c}so\u{201d}", "fine.Good", "1.", "Yahoo!", "x/y."]), 0..14), gap in " |  |\t|\u{a0}") {
            let text = format!("It is so. {}", words.join(&gap));
            proptest::prop_assert_eq!(without_marks(&text), by_sentencex(&text));
        }
    }

    #[test]
    fn no_text_has_no_sentence() {
        assert!(split(" \n ").is_empty());
    }
}
