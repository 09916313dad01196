//! Characters that no font has: written as words where there is a word for them, else told as a loss.
//! Never a box.

use super::report::Report;
use super::signs;
use crate::model::{Inline, Prose};
use crate::outcome::{Change, ChangeKind, Loss, LossKind};
use crate::render::losses::code_point;

/// What becomes of a character.
enum Fate {
    /// It is drawn, as this character.
    Drawn(char),
    /// It marks something and has no shape.
    Shapeless,
    /// It is written as a word, or as a sign of the same meaning.
    Word(&'static str),
    /// Nothing can stand for it.
    Lost,
}

fn fate(character: char, drawable: &impl Fn(char) -> bool) -> Fate {
    match character {
        // Nearly all characters are such.
        ' '..='~' if drawable(character) => Fate::Drawn(character),
        '\n' => Fate::Drawn('\n'),
        '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Drawn(' '),
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => Fate::Drawn(' '),
        '\u{a0}' | '\u{202f}' => Fate::Drawn('\u{a0}'),
        '\u{2011}' => Fate::Drawn('\u{2011}'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => Fate::Shapeless,
        '\u{34f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => Fate::Shapeless,
        _ if is_written_leftwards(character) => Fate::Lost,
        // What a symbol font meant by a code of nobody's says nothing to who copies or hears it.
        _ if drawable(character) && !is_private(character) => Fate::Drawn(character),
        _ => signs::instead(character).map_or(Fate::Lost, Fate::Word),
    }
}

/// The text as it will be drawn. What is said in other words, and what is lost, goes to the report.
pub(super) fn drawn(text: &str, inline: Option<&Inline>, drawable: impl Fn(char) -> bool, report: &mut Report) -> String {
    let mut drawn = String::with_capacity(text.len());
    let mut lost: Vec<usize> = Vec::new();
    for (at, character) in text.char_indices() {
        match fate(character, &drawable) {
            Fate::Drawn(character) => drawn.push(character),
            Fate::Shapeless => {}
            Fate::Word(word) => {
                let sign = character.to_string();
                let span = inline.and_then(|inline| Prose::of(std::slice::from_ref(inline)).span(at..at + sign.len()));
                set_apart(&mut drawn, word, text.get(at + sign.len()..).unwrap_or(""));
                report.changes.push(Change::new(ChangeKind::SymbolInWords, sign, word, span));
            }
            Fate::Lost => {
                lost.push(at);
                // A lost sign still keeps the words to its sides apart.
                if !character.is_alphanumeric() && drawn.ends_with(char::is_alphanumeric) {
                    drawn.push(' ');
                }
            }
        }
    }
    if !lost.is_empty() {
        tell(text, inline, &lost, report);
    }
    drawn
}

/// Writes a word for a sign, with a space to each side that a letter stands on.
fn set_apart(drawn: &mut String, word: &str, rest: &str) {
    let is_word = word.starts_with(char::is_alphanumeric);
    if is_word && drawn.ends_with(char::is_alphanumeric) {
        drawn.push(' ');
    }
    drawn.push_str(word);
    if is_word && rest.starts_with(char::is_alphanumeric) {
        drawn.push(' ');
    }
}

/// A loss for each word that has lost a character, and for each lost sign outside words.
fn tell(text: &str, inline: Option<&Inline>, lost: &[usize], report: &mut Report) {
    let prose = inline.map(|inline| Prose::of(std::slice::from_ref(inline)));
    let mut lost = lost.iter().copied().peekable();
    while let Some(&first) = lost.peek() {
        let (start, end) = word_around(text, first);
        let word = text.get(start..end).unwrap_or("");
        while lost.next_if(|&at| at < end).is_some() {}
        let span = prose.as_ref().and_then(|prose| prose.span(start..end));
        let named = named(word);
        let message = if word.contains(is_written_leftwards) {
            format!("Words from right to left cannot be set, and so {named} is left out. Write it in other letters or words.")
        } else {
            format!("No font has a shape for {named}. Write it in other letters or words.")
        };
        report.losses.push(Loss::new(LossKind::CharacterWithoutGlyph, message, word, span));
    }
}

/// What is lost, so that a person can find it: a word, or a sign and its code, for not all can be seen.
fn named(lost: &str) -> String {
    let mut characters = lost.chars();
    match (characters.next(), characters.next()) {
        (Some(sign), None) if !can_be_seen(sign) => format!("the character {}", code_point(sign)),
        (Some(sign), None) if !sign.is_alphanumeric() => format!("\"{sign}\" ({})", code_point(sign)),
        (_, _) => format!("some of \"{lost}\""),
    }
}

/// Whether a screen may show a sign: no control character, no space, none that Unicode leaves without one.
fn can_be_seen(sign: char) -> bool {
    let is_noncharacter = u32::from(sign) & 0xfffe == 0xfffe;
    !(sign.is_control() || sign.is_whitespace() || is_noncharacter || is_private(sign))
}

/// Whether Unicode leaves a code to whoever wants it.
const fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Whether a character is of a script that is written from right to left: Hebrew, Arabic and their
/// like. Set from left to right, its words would be wrong.
fn is_written_leftwards(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1eeff}')
}

/// The word that a character stands in, or the character alone if it is no part of one.
fn word_around(text: &str, at: usize) -> (usize, usize) {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let first = rest.chars().next().map_or(0, char::len_utf8);
    if !rest.starts_with(char::is_alphanumeric) {
        return (at, at + first);
    }
    let start = before.trim_end_matches(char::is_alphanumeric).len();
    let end = text.len() - rest.trim_start_matches(char::is_alphanumeric).len();
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latin(text: &str) -> (String, Report) {
        let mut report = Report::default();
        let drawn = drawn(text, None, |character| character.is_ascii_graphic() || character == ' ', &mut report);
        (drawn, report)
    }

    #[test]
    fn a_sign_becomes_a_word_and_is_told() {
        let (drawn, report) = latin("Status🔴, 3📞4");
        assert_eq!(drawn, "Status red, 3 phone 4");
        assert_eq!(report.changes.len(), 2);
        assert_eq!(report.changes[0].before, "🔴");
    }

    #[test]
    fn a_word_with_a_lost_letter_is_lost_whole() {
        let (drawn, report) = latin("the naжme of");
        assert_eq!(drawn, "the name of");
        assert_eq!(report.losses.len(), 1);
        assert_eq!(report.losses[0].text, "naжme");
    }

    #[test]
    fn words_from_right_to_left_are_told_as_such() {
        let mut report = Report::default();
        assert_eq!(drawn("name שלום", None, |_| true, &mut report), "name ");
        assert!(report.losses[0].message.starts_with("Words from right to left"), "{}", report.losses[0].message);
    }

    #[test]
    fn a_code_of_a_symbol_font_is_written_as_the_sign_that_it_showed() {
        let mut report = Report::default();
        assert_eq!(drawn("\u{f0fc} done", None, |_| true, &mut report), "✓ done");
        assert_eq!(report.changes.len(), 1);
    }

    #[test]
    fn a_lost_sign_keeps_words_apart() {
        let (drawn, report) = latin("one\u{1}two");
        assert_eq!(drawn, "one two");
        assert!(report.losses[0].message.contains("the character U+0001."), "{}", report.losses[0].message);
    }

    #[test]
    fn spaces_and_shapeless_characters_are_no_loss() {
        let (drawn, report) = latin("a\tb\u{2009}c\u{a0}d\u{ad}e\u{200b}f\u{feff}");
        assert_eq!(drawn, "a b c\u{a0}def");
        assert!(report.losses.is_empty() && report.changes.is_empty());
    }
}
