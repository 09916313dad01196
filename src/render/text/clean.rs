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

/// The character itself, or what it stands for; `None` for a control character that is neither
/// white space nor a sign.
fn printable(character: char) -> Option<char> {
    if !character.is_control() || character.is_whitespace() { Some(character) } else { windows_sign(character) }
}

/// The sign that a character of the range U+0080 to U+009F stands for in Windows-1252. Documents
/// that were once saved as Latin-1 have their quotes and dashes there. Letters are not guessed.
const fn windows_sign(character: char) -> Option<char> {
    Some(match character {
        '\u{80}' => '€',
        '\u{82}' => '‚',
        '\u{84}' => '„',
        '\u{86}' => '†',
        '\u{87}' => '‡',
        '\u{89}' => '‰',
        '\u{8b}' => '‹',
        '\u{91}' => '‘',
        '\u{92}' => '’',
        '\u{93}' => '“',
        '\u{94}' => '”',
        '\u{95}' => '•',
        '\u{96}' => '–',
        '\u{97}' => '—',
        '\u{99}' => '™',
        '\u{9b}' => '›',
        _ => return None,
    })
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
    fn quotes_from_windows_are_quotes() {
        assert_eq!(cleaned("the panel\u{92}s \u{96} vote"), ("the panel’s – vote".to_owned(), false));
    }

    #[test]
    fn typed_text_keeps_its_spaces_and_lines() {
        let mut out = String::new();
        assert!(!append_as_typed(&mut out, "a  b\r\n\tc\u{c}"));
        assert_eq!(out, "a  b\n c ");
    }
}
