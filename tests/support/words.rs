//! What counts as a word, in a source and in an output.

use unicode_normalization::UnicodeNormalization;

/// The words of a text: runs of letters and digits, in NFC. Characters that no reader sees (soft
/// hyphens, joiners, byte order marks) neither count nor cut a word in two.
pub(crate) fn words(text: &str) -> Vec<String> {
    let seen: String = text.nfc().filter(|character| !is_invisible(*character)).collect();
    seen.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
