//! The full stops of a text. Most texts have no other sign that could matter to where a sentence ends,
//! and then each full stop can be judged by itself: there is no need to look for quotations, brackets,
//! addresses and lists first.

/// What can end a sentence within a text.
pub(super) enum FullStops {
    /// Nothing but full stops, at these bytes; what ends the text is not among them.
    Plain(Vec<usize>),
    /// It takes a closer look.
    Other,
}

/// Looks for the full stops of a text.
pub(super) fn full_stops(text: &str) -> FullStops {
    let within = text.trim_end().trim_end_matches(['.', '!', '?']);
    let mut stops = Vec::new();
    let mut may_be_plain = true;
    let mut brackets = Brackets::default();
    let mut before = ' ';
    for (at, character) in within.char_indices() {
        may_be_plain &= match character {
            '.' => {
                // Dots in a row are one sign, spaces between them or not.
                let is_alone = stops.last().is_none_or(|&last: &usize| !within[last + 1..at].trim_matches([' ', '\t']).is_empty());
                stops.push(at);
                is_alone && !brackets.is_open
            }
            '!' | '?' | '\n' | '\r' => return FullStops::Other,
            '\'' | '\u{2019}' => {
                before.is_ascii_alphabetic() && within[at..].chars().nth(1).is_some_and(|after| after.is_ascii_alphabetic())
            }
            '`' | '"' | '<' | '>' | '{' | '}' | '[' | ']' | '@' => false,
            '(' | ')' => brackets.see(character),
            '\0'..='\x7f' | '\u{a0}' | '\u{a3}' | '\u{2013}' | '\u{2014}' => true,
            '\u{80}'..'\u{589}' | '\u{2010}'..='\u{201f}' => false,
            // From Armenian on, each script has signs of its own.
            _ => return FullStops::Other,
        };
        brackets.pass(character);
        before = character;
    }
    if may_be_plain || stops.is_empty() { FullStops::Plain(stops) } else { FullStops::Other }
}

/// Brackets, and the word before the last of them: "(1)" and "a)" may begin the item of a list.
#[derive(Default)]
struct Brackets {
    is_open: bool,
    /// How many bytes of a word were passed.
    length: usize,
    /// Whether they can only be a word: a number or a label has no such letter.
    is_word: bool,
}

impl Brackets {
    /// Whether a bracket is one that means nothing to sentences.
    fn see(&mut self, bracket: char) -> bool {
        let was_open = std::mem::replace(&mut self.is_open, bracket == '(');
        if bracket == '(' { !was_open } else { was_open && self.is_word && self.length > 1 }
    }

    fn pass(&mut self, character: char) {
        if character.is_whitespace() || character == '(' {
            (self.length, self.is_word) = (0, false);
        } else {
            self.length += character.len_utf8();
            self.is_word |= character.is_ascii_alphabetic() && !"ivxlcdmIVXLCDM".contains(character);
        }
    }
}
