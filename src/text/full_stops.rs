//! The full stops of a text, and other signs that end sentences. In most texts no other sign matters to where a
//! sentence ends, and then each of these can be judged by itself: there is no need to look for quotations, brackets,
//! addresses and lists first.

use std::ops::{ControlFlow, Range};

use super::bytes::each_place;

/// What can end a sentence within a text.
pub(super) enum FullStops {
    /// Nothing but full stops, at these bytes; what ends the text is not among them. Signs in a row are one.
    Plain(Vec<Range<usize>>),
    /// It takes a closer look.
    Other,
}

/// Looks for the full stops of a text.
pub(super) fn full_stops(text: &str) -> FullStops {
    let within = text.trim_end().trim_end_matches(['.', '!', '?']);
    let bytes = within.as_bytes();
    let mut stops: Vec<Range<usize>> = Vec::new();
    let mut is_plain = true;
    // Without a full stop or a new line it is one sentence, whatever else is in it.
    let mut is_one = true;
    // One that may be the mark of an item makes no list. The bracket of a mark counts for it.
    let mut marks = usize::from(!begins_with_word(bytes) && !begins_with_bracket(bytes));
    let mut open: Option<usize> = None;
    let mut closed = 0;
    // Where a quotation began, and the sign that ends it. What else stands in it opens and ends none.
    let mut quotation: Option<(usize, char)> = None;
    let seen = each_place(bytes, may_matter, |at| {
        let Some(character) = within.get(at..).and_then(|rest| rest.chars().next()).filter(|character| matters(*character)) else {
            return ControlFlow::Continue(());
        };
        is_one &= !matches!(character, '.' | '!' | '?' | '\n');
        is_plain &= match character {
            '.' | '!' | '?' => add(&mut stops, at, within),
            '\r' => return ControlFlow::Break(()),
            '\n' => begins_with_word(&bytes[at + 1..]),
            // A sentence that ends in a quotation takes a closer look.
            _ if quotation.is_some_and(|(_, end)| end == character) => {
                let begin = quotation.take().map_or(0, |(begin, _)| begin);
                stops.last().is_none_or(|stop| stop.end <= begin)
            }
            '"' | '\u{2018}' | '\u{201c}' => {
                quotation.get_or_insert((at, end_of_quotation(character)));
                true
            }
            '\u{201d}' => quotation.is_some(),
            // After a letter it opens no quotation: "it's", "the tenants' forum".
            '\'' | '\u{2019}' => follows_letter(bytes, at),
            '(' | '[' => open.replace(at).is_none(),
            ')' | ']' if bytes[..at].ends_with(b"\\") => false,
            ')' | ']' => {
                let opened = open.take();
                // What stands in brackets ends no sentence.
                stops.truncate(opened.map_or(stops.len(), |open| stops.partition_point(|stop| stop.start < open)));
                let before = opened.map_or(closed, |open| open + 1)..at;
                closed = at + 1;
                marks += usize::from(character == ')' && may_be_mark(&within[before]));
                marks < 2
            }
            // From the capital A with a grave accent on they are Latin letters.
            '\u{a0}' | '\u{a3}' | '\u{c0}'..='\u{24f}' | '\u{2013}' | '\u{2014}' => true,
            '\0'..'\u{589}' | '\u{2010}'..='\u{201f}' => false,
            // From Armenian on, each script has signs of its own.
            _ => return ControlFlow::Break(()),
        };
        ControlFlow::Continue(())
    });
    is_plain &= quotation.is_none() && stops.last().is_none_or(|last| !is_blank(&within[last.end..]));
    if seen.is_continue() && (is_plain || is_one) { FullStops::Plain(stops) } else { FullStops::Other }
}

/// The sign that ends a quotation which a sign begins.
const fn end_of_quotation(begin: char) -> char {
    match begin {
        '\u{2018}' => '\u{2019}',
        '\u{201c}' => '\u{201d}',
        _ => begin,
    }
}

/// Adds a sign that ends sentences, unless there are spaces between it and the one before: whether those are one sign
/// takes a closer look.
fn add(stops: &mut Vec<Range<usize>>, at: usize, text: &str) -> bool {
    match stops.last_mut() {
        Some(last) if last.end == at => last.end += 1,
        Some(last) if is_blank(&text[last.end..at]) => return false,
        _ => stops.push(at..at + 1),
    }
    true
}

fn is_blank(text: &str) -> bool {
    text.trim_matches([' ', '\t']).is_empty()
}

/// Whether a byte can begin a character that matters. It turns away nearly all bytes, and can be asked of many at
/// once.
const fn may_matter(byte: u8) -> bool {
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let is_within_character = byte & 0xc0 == 0x80;
    !is_letter & (byte != b' ') & (byte != b',') & !is_within_character
}

/// Whether a character can matter to where a sentence ends.
const fn matters(character: char) -> bool {
    !character.is_ascii()
        || matches!(character, '.' | '!' | '?' | '\n' | '\r' | '\'' | '`' | '"' | '(' | ')' | '<' | '>' | '{' | '}' | '[' | ']' | '@')
}

fn follows_letter(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(u8::is_ascii_alphabetic)
}

/// Whether a line begins with a word, and so not with the mark of an item: "ii." and "b)" are marks.
fn begins_with_word(line: &[u8]) -> bool {
    let indent = line.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let line = line.get(indent..).unwrap_or_default();
    let letters = line.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    letters > 1 && !matches!(line.get(letters), Some(b'.' | b')'))
}

/// Whether a text begins with the mark of an item that is a word and a bracket: "2)".
fn begins_with_bracket(text: &[u8]) -> bool {
    let length = text.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    length > 0 && text.get(length) == Some(&b')')
}

/// Whether the last word before a bracket is a number or a letter: "(1)", "a)" and "(see ii.)" may be marks of items.
fn may_be_mark(before: &str) -> bool {
    let last = before.trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or_default();
    last.len() < 2 || !last.contains(|character: char| character.is_ascii_alphabetic() && !"ivxlcdmIVXLCDM".contains(character))
}
