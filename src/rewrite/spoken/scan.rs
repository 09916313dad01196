//! Reading a text from a place on: numbers, words, signs.

/// A text and a place in it, which moves on as its parts are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'a> {
    text: &'a str,
    /// The place, in bytes. Always between two characters.
    pub(super) at: usize,
}

impl<'a> Scan<'a> {
    /// A text from a place on.
    pub(super) const fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The same text from another place on.
    pub(super) const fn moved_to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The text from here on.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The text from one place to another.
    pub(super) fn between(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The text before here.
    pub(super) fn before(&self) -> &'a str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The next character.
    pub(super) fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before here.
    pub(super) fn last(&self) -> Option<char> {
        self.before().chars().next_back()
    }

    /// Reads one of these signs.
    pub(super) fn sign(&mut self, signs: &[char]) -> Option<char> {
        let sign = self.next().filter(|next| signs.contains(next))?;
        self.at += sign.len_utf8();
        Some(sign)
    }

    /// Reads spaces, if there are any.
    pub(super) fn spaces(&mut self) {
        while self.sign(&[' ', '\u{a0}']).is_some() {}
    }

    /// Reads letters.
    pub(super) fn word(&mut self) -> &'a str {
        self.take_while(char::is_alphabetic)
    }

    /// Reads digits.
    pub(super) fn digits(&mut self) -> Option<&'a str> {
        Some(self.take_while(|character| character.is_ascii_digit())).filter(|digits| !digits.is_empty())
    }

    /// Reads a number as people write it: digits, with commas between the thousands and a decimal part.
    pub(super) fn number(&mut self) -> Option<&'a str> {
        let start = self.at;
        self.digits()?;
        let part = |scan: &Self, sign: char, length: Option<usize>| {
            let mut ahead = *scan;
            ahead.sign(&[sign])?;
            let digits = ahead.digits()?;
            length.is_none_or(|length| digits.len() == length).then_some(ahead)
        };
        while let Some(ahead) = part(self, ',', Some(3)) {
            *self = ahead;
        }
        if let Some(ahead) = part(self, '.', None) {
            *self = ahead;
        }
        self.text.get(start..self.at)
    }

    /// Reads one of these words, in any case, if nothing follows that would make it another word.
    pub(super) fn one_of(&mut self, words: &[&'static str]) -> Option<&'static str> {
        let mut ahead = *self;
        let word = ahead.word();
        let found = words.iter().find(|known| word.eq_ignore_ascii_case(known))?;
        *self = ahead;
        Some(found)
    }

    /// Whether a number or a word that was read may end here: nothing follows that belongs to it.
    pub(super) fn is_end(&self) -> bool {
        let mut rest = self.rest().chars();
        match rest.next() {
            None => true,
            Some('.' | ',' | ':' | '/' | '-' | '–' | '\'' | '’') => !rest.next().is_some_and(|next| next.is_ascii_digit()),
            Some(next) => !next.is_alphanumeric() && next != '_',
        }
    }

    /// Whether a number or a word may begin here: nothing stands before it that it belongs to.
    pub(super) fn is_start(&self) -> bool {
        let mut before = self.before().chars().rev();
        match before.next() {
            None => true,
            Some(',' | ':') => !before.next().is_some_and(|last| last.is_ascii_digit()),
            Some('.' | '/' | '-' | '–') => !before.next().is_some_and(char::is_alphanumeric),
            Some(last) => !last.is_alphanumeric() && !matches!(last, '_' | '\\' | '@' | '#' | '£' | '€' | '$'),
        }
    }

    /// The last word before here, without the signs and spaces after it.
    pub(super) fn word_before(&self) -> &'a str {
        let before = self.before().trim_end_matches([' ', '\u{a0}', '.', ':', '(']);
        let start = before
            .rfind(|character: char| !character.is_alphanumeric())
            .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        before.get(start..).unwrap_or_default()
    }

    /// Whether a full stop here ends a sentence: nothing follows, or a word with a capital does.
    pub(super) fn ends_sentence(&self) -> bool {
        let Some(after) = self.rest().strip_prefix('.') else { return false };
        let words = after.trim_start_matches(['"', '”', '’', ')']).trim_start();
        after.is_empty() || words.is_empty() || (after.starts_with(char::is_whitespace) && words.starts_with(char::is_uppercase))
    }

    fn take_while(&mut self, is_part: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|character| !is_part(character)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, number) in [("4,500.", "4,500"), ("12.50 each", "12.50"), ("3.", "3"), ("1,2", "1"), ("1,234,567", "1,234,567")] {
            assert_eq!(Scan::new(text, 0).number(), Some(number), "{text}");
        }
        assert_eq!(Scan::new("x", 0).number(), None);
    }

    #[test]
    fn a_full_stop_ends_a_sentence_before_a_capital() {
        assert!(Scan::new("pm. The", 2).ends_sentence() && Scan::new("pm.", 2).ends_sentence());
        assert!(!Scan::new("pm. and", 2).ends_sentence() && !Scan::new("pm", 2).ends_sentence());
    }

    #[test]
    fn the_word_before_is_found_over_signs() {
        assert_eq!(Scan::new("See pages (3", 11).word_before(), "pages");
        assert_eq!(Scan::new("3", 0).word_before(), "");
    }
}
