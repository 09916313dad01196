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
    let mut sentences = Vec::new();
    each_sentence(text, |sentence| sentences.push(sentence));
    sentences
}

/// Calls `see` with every sentence of a text.
pub(crate) fn each_sentence(text: &str, mut see: impl FnMut(Range<usize>)) {
    // Few texts begin with a mark of an item. Its full stop ends no sentence.
    let Some(items) = items(text) else { return without_marks(text, &mut see) };
    for item in items {
        let words = text.get(item.words..item.all.end).unwrap_or_default();
        let mut start = item.all.start;
        without_marks(words, &mut |sentence| {
            see(start.min(item.words + sentence.start)..item.words + sentence.end);
            start = item.all.end;
        });
    }
}

/// The sentences of a text that begins with words.
fn without_marks(text: &str, see: &mut dyn FnMut(Range<usize>)) {
    match full_stops(text) {
        FullStops::Plain(stops) => {
            let ends = stops.into_iter().filter_map(|stop| boundary(text, &stop));
            let mut start = 0;
            joined(text, ends.chain([text.len()]).map(|end| std::mem::replace(&mut start, end)..end), see);
        }
        FullStops::Other => by_sentencex(text, see),
    }
}

/// Where the next sentence begins, if full stops end one. Most stand after a long word and before a space, or
/// within a number: those need none of the lists of sentencex but the one of short forms.
fn boundary(text: &str, stops: &Range<usize>) -> Option<usize> {
    let english = English {};
    let (before, after) = (text.get(..stops.start)?, text.as_bytes().get(stops.end..)?);
    match after {
        [next, ..] if stops.len() == 1 && (next.is_ascii_lowercase() || next.is_ascii_digit()) => None,
        [b' ', next, ..] if stops.len() == 1 && next.is_ascii_alphanumeric() && ends_in_long_word(before, &english) => Some(stops.end + 1),
        _ => english.find_boundary(text, stops.start, stops.end),
    }
}

/// Whether a text ends in a word of small letters that is too long for a unit, such as "mph", and no short form.
fn ends_in_long_word(text: &str, english: &English) -> bool {
    let letters = text.bytes().rev().take_while(u8::is_ascii_lowercase).count();
    let start = text.len() - letters;
    let stands_apart = start.checked_sub(1).and_then(|at| text.as_bytes().get(at)) == Some(&b' ');
    letters > LONGEST_UNIT && stands_apart && text.get(start..).is_some_and(|word| !english.get_abbreviations().contains(word))
}

/// The letters of the longest unit or title that sentencex tells from the end of a sentence by what follows.
const LONGEST_UNIT: usize = 4;

/// By the rules of sentencex. The time that it takes can grow with the square of what it is given, so a longer text
/// is given to it in pieces.
fn by_sentencex(text: &str, see: &mut dyn FnMut(Range<usize>)) {
    let ends = |end: usize| text.get(end..).filter(|rest| !rest.is_empty()).map(|rest| end + end_of_piece(rest));
    let mut start = 0;
    let pieces = std::iter::successors(ends(0), |end| ends(*end)).map(|end| std::mem::replace(&mut start, end)..end);
    let of_piece = |piece: Range<usize>| {
        let boundaries = sentencex::get_sentence_boundaries("en", &text[piece.clone()]);
        boundaries.into_iter().map(move |boundary| piece.start + boundary.start_byte..piece.start + boundary.end_byte)
    };
    joined(text, pieces.flat_map(of_piece), see);
}

/// Where a piece for sentencex ends: after the last sign in reach that ends a sentence, and the space after it; without
/// one, after the last space.
fn end_of_piece(text: &str) -> usize {
    let Some(reach) = text.get(..text.floor_char_boundary(LONGEST_PIECE)).filter(|reach| reach.len() < text.len()) else {
        return text.len();
    };
    let ends = |(at, space): &(usize, &str)| reach.get(..*at).is_some_and(|before| before.ends_with(['.', '!', '?'])) || *space == "\n";
    let mut spaces = reach.rmatch_indices(char::is_whitespace);
    let last = spaces.clone().next();
    spaces.find(ends).or(last).map_or(reach.len(), |(at, space)| at + space.len())
}

/// In bytes. Hardly any paragraph is longer.
const LONGEST_PIECE: usize = 8 * 1024;

/// Parts without the space around them, and joined where one ends in a short form.
fn joined(text: &str, parts: impl Iterator<Item = Range<usize>>, see: &mut dyn FnMut(Range<usize>)) {
    let mut last: Option<Range<usize>> = None;
    for part in parts {
        let printed = text.get(part.clone()).unwrap_or_default();
        let trimmed = printed.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = part.start + printed.len() - printed.trim_start().len();
        let end = start + trimmed.len();
        match &mut last {
            Some(before) if ends_in_abbreviation(&text[before.clone()]) && !text[before.end..start].contains('\n') => before.end = end,
            _ => last.replace(start..end).into_iter().for_each(&mut *see),
        }
    }
    last.into_iter().for_each(see);
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

    /// The sentences that a way to find them finds.
    fn found_by(find: fn(&str, &mut dyn FnMut(Range<usize>)), text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        find(text, &mut |sentence| found.push(sentence));
        found
    }

    #[test]
    fn short_forms_end_what_sentencex_says() {
        let abbreviations = English {}.get_abbreviations().iter();
        for word in abbreviations.map(String::as_str).chain(["mph", "bcom", "Yahoo", "Yum", "agreed"]) {
            for next in ["The bus", "Rees", "bus", "5", "(so", "\u{e9}t\u{e9}"] {
                let text = format!("It is {word}. {next}. It is {word}.{next}");
                assert_eq!(found_by(without_marks, &text), found_by(by_sentencex, &text), "{text}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn a_text_that_cannot_end_within_is_one_sentence(text in "[A-Za-z0-9 ,:;()'\"\u{2019}\u{2013}\u{e9}\u{a0}-]{0,30}[.!?]{0,3} {0,2}") {
            proptest::prop_assert_eq!(found_by(without_marks, &text), found_by(by_sentencex, &text));
        }

        #[test]
        fn plain_full_stops_end_what_sentencex_says(text in "([A-Za-z1-3]{0,3}|[a-z]{1,2}|\\([A-Za-z1iv ]{0,4}\\)|St|p\\.m|e\\.g|Mr|No|the|s['\u{2019}] |\u{a3}1|it's|[\"'(\\[)\u{2019}\u{2018}\u{201c}\u{201d}@/:,*\u{2013}-])([.]{0,2}|[ ]{0,2}|\\. |\\. |\\. |, |! |[?]|[?] |[.] [.]|\u{a0}){1,12}") {
            proptest::prop_assert_eq!(found_by(without_marks, &text), found_by(by_sentencex, &text));
        }

        #[test]
        fn words_with_full_stops_end_where_sentencex_says(words in proptest::collection::vec(proptest::sample::select(vec!["The", "clerk", "(WPT)", "(i)", "a)", "1)", "2)", "Mr.", "a.m.", "p.m.", "No.", "5", "ft.", "it's", "it\u{2019}s", "tenants'", "tenants\u{2019}", "'so", "so'", "Rees.", "agreed.", "Lee.", "J.", "R.", "4.2", "(end.", "x)", "(ii)", "mild)", "(mild)", "-", "\u{2013}", "*", "\u{a3}5.", "e.g.", "etc.", "U.S.", "I", "\"so", "so.\"", "[1]", "..", "a@b.org", ",", "2024.", "Inc.", "Jan.", "he.", "Members", "b.", "\u{2022}", "\u{201c}so\u{201d}", "\u{201c}so", "so\u{201d}", "\u{2018}so\u{2019}", "\"so\"", "(\u{201c}so", "why?", "why?\u{2019}", "?", "!", "[a", "b.]", "[so]", "so.[2]", "caf\u{e9}.", "\u{c9}t\u{e9}", "fine.Good", "1.", "Yahoo!", "x/y.", "...", "so...", "(approx.", "p.m.)", "(b.)", "iv."]), 0..14), gap in " |  |\t|\u{a0}|\n|\n ", start in "|7i\\) |2\\) |a\\) |\\(1\\) |1\\. |1\\.\\) ") {
            let text = format!("{start}It is so. {}", words.join(&gap));
            proptest::prop_assert_eq!(found_by(without_marks, &text), found_by(by_sentencex, &text));
        }
    }

    #[test]
    fn a_long_text_is_cut_where_sentences_end() {
        let sentence = "He asked \u{2018}why?\u{2019} (item 1) of a) the clerk. ";
        let text = sentence.repeat(3 * LONGEST_PIECE / sentence.len());
        let found = split(&text);
        assert!(found.len() > 1 && found.iter().all(|part| part.len() % sentence.len() == sentence.len() - 1), "{found:?}");
        let without_space = "\u{2018}\u{e9}".repeat(LONGEST_PIECE);
        assert_eq!(sentences(&without_space).iter().map(ExactSizeIterator::len).sum::<usize>(), without_space.len());
    }

    #[test]
    fn no_text_has_no_sentence() {
        assert!(split(" \n ").is_empty());
    }
}
