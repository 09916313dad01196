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
    let bytes = within.as_bytes();
    let mut stops = Vec::new();
    let mut is_plain = true;
    let mut open = None;
    let mut at = 0;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| matters(*byte))) {
        at += next;
        let Some(character) = within.get(at..).and_then(|rest| rest.chars().next()) else { break };
        is_plain &= match character {
            '.' => {
                // Dots in a row are one sign, spaces between them or not.
                let is_alone = stops.last().is_none_or(|&last: &usize| !within[last + 1..at].trim_matches([' ', '\t']).is_empty());
                stops.push(at);
                is_alone && open.is_none()
            }
            '!' | '?' | '\n' | '\r' => return FullStops::Other,
            // After a letter it opens no quotation: "it's", "the tenants' forum".
            '\'' | '\u{2019}' => follows_letter(bytes, at),
            '(' => open.replace(at).is_none(),
            ')' => open.take().is_some_and(|open| is_no_label(&within[open + 1..at])),
            '\u{a0}' | '\u{a3}' | '\u{2013}' | '\u{2014}' => true,
            '\0'..'\u{589}' | '\u{2010}'..='\u{201f}' => false,
            // From Armenian on, each script has signs of its own.
            _ => return FullStops::Other,
        };
        at += character.len_utf8();
    }
    if is_plain || stops.is_empty() { FullStops::Plain(stops) } else { FullStops::Other }
}

/// Whether a byte, or the character that it begins, can matter to where a sentence ends.
fn matters(byte: u8) -> bool {
    const MATTERS: [bool; 256] = {
        let mut matters = [false; 256];
        let mut byte = 0;
        while byte < 256 {
            matters[byte] = !(byte as u8).is_ascii()
                || matches!(
                    byte as u8,
                    b'.' | b'!' | b'?' | b'\n' | b'\r' | b'\'' | b'`' | b'"' | b'(' | b')' | b'<' | b'>' | b'{' | b'}' | b'[' | b']' | b'@'
                );
            byte += 1;
        }
        matters
    };
    MATTERS[usize::from(byte)]
}

fn follows_letter(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(u8::is_ascii_alphabetic)
}

/// Whether the last word in brackets is neither a number nor a letter or two: "(1)" and "(see a)" may
/// begin the item of a list.
fn is_no_label(inside: &str) -> bool {
    let last = inside.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.len() > 1 && last.contains(|character: char| character.is_ascii_alphabetic() && !"ivxlcdmIVXLCDM".contains(character))
}
