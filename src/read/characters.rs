//! Characters that stand for others. Old Windows text that was taken for Latin-1 has its quotes and
//! dashes as control characters, U+0080 to U+009F: no font shows them, and speech skips them. Bullets of the
//! fonts Symbol and Wingdings come as private characters, which mean nothing outside those fonts.

use crate::text::places_of;

/// The sign meant by a control character, as Windows-1252 has it, or by a private character of a
/// font of signs. Letters are not guessed.
pub(super) const fn meant(character: char) -> Option<char> {
    Some(match character {
        '\u{80}' => '€',
        '\u{82}' => '‚',
        '\u{84}' => '„',
        '\u{85}' => '…',
        '\u{86}' => '†',
        '\u{87}' => '‡',
        '\u{89}' => '‰',
        '\u{8b}' => '‹',
        '\u{91}' => '\u{2018}',
        '\u{92}' => '\u{2019}',
        '\u{93}' => '\u{201c}',
        '\u{94}' => '\u{201d}',
        '\u{95}' => '•',
        '\u{96}' => '–',
        '\u{97}' => '—',
        '\u{99}' => '™',
        '\u{9b}' => '›',
        // The same places in the fonts Symbol and Wingdings, as Word writes them out.
        '\u{f0b7}' => '•',
        '\u{f0a7}' => '▪',
        '\u{f0a8}' => '□',
        '\u{f0d8}' => '➢',
        '\u{f076}' => '❖',
        '\u{f0e0}' => '→',
        '\u{f0fc}' | '\u{f050}' => '✓',
        '\u{f0fb}' | '\u{f04f}' => '✗',
        '\u{f06f}' => '□',
        '\u{f0fe}' => '☑',
        _ => return None,
    })
}

/// The first character from a place on that stands for another: where it is, itself, and the sign meant.
pub(super) fn next_meant(text: &str, from: usize) -> Option<(usize, char, char)> {
    if text.is_ascii() {
        return None;
    }
    // In UTF-8, those that stand for others begin with one of two bytes.
    places_of(text.get(from..)?, 0xc2, 0xef).find_map(|ahead| {
        let at = from + ahead;
        let character = text.get(at..)?.chars().next()?;
        Some((at, character, meant(character)?))
    })
}

/// A text with the signs that are meant.
pub(super) fn mended(text: &str) -> String {
    text.chars().map(|character| meant(character).unwrap_or(character)).collect()
}

#[cfg(test)]
mod tests {
    use crate::model::{NoteKind, Prose, walk};
    use crate::{Source, parse};

    #[test]
    fn bullets_of_a_font_are_bullets() {
        let document = parse(&Source::new("t", "Tea \u{f0b7} milk \u{f0fc} cups \u{f8ff}"));
        let mut text = String::new();
        walk::passages(&document.blocks, &mut |passage| text.push_str(Prose::of(passage.content).text()));
        assert_eq!(text, "Tea • milk ✓ cups \u{f8ff}");
    }

    #[test]
    fn code_pictures_and_front_matter_are_mended_too() {
        let source = Source::new("t", "---\ntitle: The panel\u{92}s plan\n---\n\n`it\u{92}s` <img src=a.png alt=\"it\u{92}s\">");
        let document = parse(&source);
        assert_eq!(document.title(), "The panel\u{2019}s plan");
        let mut text = String::new();
        walk::passages(&document.blocks, &mut |passage| text.push_str(Prose::of(passage.content).text()));
        assert!(text.ends_with("it\u{2019}s it\u{2019}s"), "{text}");
    }

    #[test]
    fn quotes_from_windows_are_quotes_and_a_note_says_so() {
        let document = parse(&Source::new("t", "The panel\u{92}s \u{93}vote\u{94}"));
        let mut text = String::new();
        walk::passages(&document.blocks, &mut |passage| text.push_str(Prose::of(passage.content).text()));
        assert_eq!(text, "The panel\u{2019}s \u{201c}vote\u{201d}");
        assert_eq!(document.notes.iter().filter(|note| note.kind == NoteKind::CharacterMended).count(), 1);
    }
}
