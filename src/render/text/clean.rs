//! Which characters go out: white space is a space, and control characters never leave.

/// Adds words to a text. Runs of white space become one space, none at the start of a line.
/// Returns whether a character that may mean something had to be left out.
pub(super) fn append(out: &mut String, words: &str) -> bool {
    let mut lost = false;
    for character in words.chars() {
        match printable(character) {
            Some(character) if !character.is_whitespace() => out.push(character),
            kept => {
                lost |= kept.is_none();
                append_space(out);
            }
        }
    }
    lost
}

/// Adds one space, but none at the start of a line or after another.
pub(super) fn append_space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '\n']) {
        out.push(' ');
    }
}

/// Adds text whose spaces and line ends are kept. Returns whether a character had to be left out.
pub(super) fn append_as_typed(out: &mut String, text: &str) -> bool {
    let mut lost = false;
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        for character in line.chars() {
            match printable(character) {
                Some(character) if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') => out.push(' '),
                Some(character) => out.push(character),
                None => {
                    lost = true;
                    out.push(' ');
                }
            }
        }
    }
    lost
}

/// The character itself; `None` for one that may not go out.
fn printable(character: char) -> Option<char> {
    is_printable(character).then_some(character)
}

/// Whether a character may go out, as itself or as a space: all but control characters that are no
/// white space.
pub(super) fn is_printable(character: char) -> bool {
    !character.is_control() || character.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(words: &str) -> (String, bool) {
        let mut out = String::new();
        let lost = append(&mut out, words);
        (out, lost)
    }

    #[test]
    fn white_space_of_every_kind_is_one_space() {
        assert_eq!(cleaned("  a\u{a0}\u{a0}b\tc\u{c}d\u{2028}e"), ("a b c d e".to_owned(), false));
    }

    #[test]
    fn a_control_character_keeps_words_apart_and_is_told() {
        assert_eq!(cleaned("a\0b\u{1b}c"), ("a b c".to_owned(), true));
    }

    #[test]
    fn typed_text_keeps_its_spaces_and_lines() {
        let mut out = String::new();
        assert!(!append_as_typed(&mut out, "a  b\r\n\tc\u{c}"));
        assert_eq!(out, "a  b\n c ");
    }
}
