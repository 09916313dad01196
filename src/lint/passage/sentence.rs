//! The sentences of a passage, as people count them and their words.

use std::ops::Range;

use crate::text::{each_sentence, holds_any, sentences};

/// A sentence of a passage.
#[derive(Debug, Clone)]
pub(in crate::lint) struct Sentence {
    /// Its bytes.
    pub(in crate::lint) range: Range<usize>,
    /// Which words of the passage it has.
    pub(in crate::lint) words: Range<usize>,
    /// How many words it has as people count them: those with hyphens are one, and so is a number printed
    /// before it, which is read with it.
    pub(in crate::lint) length: usize,
}

/// Adds the sentences of a text with these words, of which some are joined to the one before.
pub(super) fn add_sentences(text: &str, words: &[Range<usize>], joined: &[usize], found: &mut Vec<Sentence>) {
    let may_quote = holds_any(text, [b'\'', b'"', QUOTATION_MARK_BEGINS]);
    let mut joined = joined.iter().copied().peekable();
    let mut next = 0;
    let mut add = |range: Range<usize>| {
        let first = next;
        next += words.get(first..).unwrap_or_default().partition_point(|word| word.start < range.end);
        let mut length = next - first;
        while let Some(word) = joined.next_if(|word| *word < next) {
            length -= usize::from(word > first);
        }
        found.push(Sentence { range, words: first..next, length });
    };
    each_sentence(text, |range| match may_quote.then(|| within_quotation(text, &range)).flatten() {
        Some(parts) => parts.into_iter().for_each(&mut add),
        None => add(range),
    });
}

/// A quotation of several sentences is one sentence of the text around it. A reader has to keep each in mind
/// on its own, so they are told apart: the same text without its quotation marks has them. None, if there is
/// no such quotation.
fn within_quotation(text: &str, sentence: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let whole = text.get(sentence.clone()).unwrap_or_default();
    let ends_within = whole.as_bytes().windows(2).any(|pair| matches!(pair, [b'.' | b'?' | b'!', b' ']));
    if !ends_within || !whole.contains(QUOTATION_MARKS) {
        return None;
    }
    let unquoted: String = whole.chars().flat_map(blanked).collect();
    let mut parts: Vec<Range<usize>> =
        sentences(&unquoted).into_iter().map(|part| sentence.start + part.start..sentence.start + part.end).collect();
    if let Some(last) = parts.last_mut() {
        last.end = sentence.end;
    }
    Some(parts)
}

const QUOTATION_MARKS: [char; 6] = ['\'', '"', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'];
/// The first byte of each that is not ASCII.
const QUOTATION_MARK_BEGINS: u8 = 0xe2;

/// A sign, or spaces of the same length in its place if it is a quotation mark.
fn blanked(sign: char) -> impl Iterator<Item = char> {
    let (shown, count) = if QUOTATION_MARKS.contains(&sign) { (' ', sign.len_utf8()) } else { (sign, 1) };
    std::iter::repeat_n(shown, count)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::lint::interest::Interests;
    use crate::lint::passage::passages;
    use crate::{Source, parse};

    fn lengths(text: &str) -> Vec<usize> {
        let document = parse(&Source::new("t.md", text));
        let mut found = Vec::new();
        passages(&document, Lexicon::built_in(), &Interests::of(&[]), &mut |passage| {
            found.extend(passage.sentences().iter().map(|sentence| sentence.length))
        });
        found
    }

    #[test]
    fn a_sentence_has_the_words_that_people_count() {
        assert_eq!(lengths("A well-known rule. It's 3.5 miles, and/or more!"), [3, 5]);
        assert_eq!(lengths("- One two\n- Three"), [2, 1]);
    }

    #[test]
    fn the_sentences_of_a_quotation_are_told_apart() {
        assert_eq!(lengths("She said: 'It is a meeting of minds. In practice, it works. Then Cllr. Lee came.' "), [8, 4, 4]);
    }
}
