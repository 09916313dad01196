//! Sentences; the home of sentencex.

use std::ops::Range;

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
    if ends_only_at_its_end(text) {
        let trimmed = text.trim();
        let start = text.len() - text.trim_start().len();
        let sentence = Some(start..start + trimmed.len()).filter(|sentence| !sentence.is_empty());
        return sentence.into_iter().collect();
    }
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for boundary in sentencex::get_sentence_boundaries("en", text) {
        let trimmed = boundary.text.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = boundary.start_byte + boundary.text.len() - boundary.text.trim_start().len();
        let end = start + trimmed.len();
        match sentences.last_mut() {
            Some(before) if ends_in_abbreviation(&text[before.clone()]) && !text[before.end..start].contains('\n') => before.end = end,
            _ => sentences.push(start..end),
        }
    }
    sentences
}

/// Whether nothing within a text could end a sentence. That is so of most headings, cells and items,
/// and there is no need to take them apart.
fn ends_only_at_its_end(text: &str) -> bool {
    let within = text.trim_end().trim_end_matches(['.', '!', '?']);
    !within.contains(|character| match character {
        '.' | '!' | '?' | '\n' | '\r' => true,
        // Dashes and quotation marks. A bullet begins a sentence.
        '\u{2010}'..='\u{201f}' => false,
        // From Armenian on, each script has signs of its own.
        _ => character >= '\u{589}',
    })
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
            let all: Vec<&str> = sentencex::get_sentence_boundaries("en", &text).iter().map(|boundary| boundary.text.trim()).filter(|text| !text.is_empty()).collect();
            proptest::prop_assert_eq!(split(&text), all);
        }
    }

    #[test]
    fn no_text_has_no_sentence() {
        assert!(split(" \n ").is_empty());
    }
}
