//! The words before a bracket that can be the long form.

use std::ops::Range;

/// The most bytes of a long form.
const LONGEST: usize = 200;

/// The words before a place, no more than can be the long form of so many letters (Schwartz and Hearst, 2003),
/// back to the end of a sentence, a bracket or `from`.
pub(super) fn window(text: &str, from: usize, end: usize, letters: usize) -> Range<usize> {
    let from = (from.max(end.saturating_sub(LONGEST))..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
    let before = text[from..end].trim_end();
    let most = (letters * 2).min(letters + 5);
    let mut words = 0;
    let mut later = ' ';
    // Where the brackets close that the words before them belong to: "N-(1-naphthyl) diamine".
    let mut closed: Vec<usize> = Vec::new();
    for (at, character) in before.char_indices().rev() {
        // Nothing ends at a letter.
        if character.is_ascii_alphanumeric() {
            later = character;
            continue;
        }
        let earlier = before[..at].chars().next_back().unwrap_or(' ');
        let after = at + character.len_utf8();
        let stop = match character {
            '\n' => Some(after),
            '.' => (later.is_whitespace() && !is_initial(&before[..at])).then_some(after),
            '!' | '?' | ':' | ';' => later.is_whitespace().then_some(after),
            ')' | ']' => {
                closed.push(after);
                None
            }
            '(' | '[' => match closed.pop() {
                None => Some(after),
                Some(close) => (!earlier.is_alphanumeric() && !matches!(earlier, '-' | '/')).then_some(close),
            },
            _ if character.is_whitespace() && !later.is_whitespace() && closed.is_empty() => {
                words += 1;
                (words >= most).then_some(after)
            }
            _ => None,
        };
        if let Some(stop) = stop {
            return from + closed.first().copied().unwrap_or(stop).max(stop)..end;
        }
        later = character;
    }
    from + closed.first().copied().unwrap_or_default()..end
}

/// Whether a full stop after this text belongs to a letter: "J. Rees".
fn is_initial(before: &str) -> bool {
    let word = before.rsplit(|character: char| character.is_whitespace() || character == '(').next().unwrap_or_default();
    word.chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_before(text: &str, letters: usize) -> &str {
        text[window(text, 0, text.len(), letters)].trim()
    }

    #[test]
    fn a_sentence_and_a_bracket_end_the_search() {
        assert_eq!(words_before("It met. The care board", 5), "The care board");
        assert_eq!(words_before("the plan (new) for the care board", 5), "for the care board");
        assert_eq!(words_before("see (the care board", 5), "the care board");
        assert_eq!(words_before("the J. Rees fund", 3), "the J. Rees fund");
    }

    #[test]
    fn a_bracket_within_a_word_does_not() {
        assert_eq!(words_before("the N-(1-naphthyl) ethylene diamine", 4), "the N-(1-naphthyl) ethylene diamine");
        assert_eq!(words_before("ester) of diethyl", 4), "of diethyl");
    }

    #[test]
    fn there_are_no_more_words_than_letters_allow() {
        assert_eq!(words_before("one two three four five six", 2), "three four five six");
    }
}
