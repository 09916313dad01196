//! The words in raw HTML: tags are stripped, entities decoded, scripts and styles left out.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};

/// A piece of what HTML says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words.
    Text(String),
    /// Words before and after are not joined.
    BlockEnd,
    /// The words up to `HeadingCellEnd` head a row or column.
    HeadingCell,
    /// The end of such a cell.
    HeadingCellEnd,
}

/// A reader of HTML that comes in pieces, with Markdown between.
#[derive(Debug, Default)]
pub(crate) struct Html {
    silent_in: Option<&'static str>,
    in_heading_cell: bool,
}

const SILENT: [&str; 2] = ["script", "style"];

/// Elements that stand within a word.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "u",
];

impl Html {
    /// Whether what comes now is inside a script or a style.
    pub(crate) fn is_silent(&self) -> bool {
        self.silent_in.is_some()
    }

    /// Ends a script or a style that was never closed: it does not reach past its paragraph.
    pub(crate) fn end_paragraph(&mut self) {
        self.silent_in = None;
    }

    /// Reads some HTML.
    pub(crate) fn read(&mut self, html: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut rest = html;
        while !rest.is_empty() {
            let (text, tag, after) = next_tag(rest);
            if !self.is_silent() && !text.is_empty() {
                pieces.push(Piece::Text(decode(text)));
            }
            self.see_tag(tag, &mut pieces);
            rest = after;
        }
        pieces
    }

    fn see_tag(&mut self, tag: &str, pieces: &mut Vec<Piece>) {
        let closes = tag.starts_with("</");
        let name: String =
            tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        if let Some(silent) = self.silent_in {
            if closes && name == silent {
                self.silent_in = None;
            }
            return;
        }
        if name.is_empty() || INLINE.contains(&name.as_str()) {
            return;
        }
        if !closes && let Some(silent) = SILENT.into_iter().find(|silent| *silent == name) {
            self.silent_in = Some(silent);
            return;
        }
        if self.in_heading_cell && matches!(name.as_str(), "th" | "td" | "tr" | "table" | "thead" | "tbody") {
            self.in_heading_cell = false;
            pieces.push(Piece::HeadingCellEnd);
        }
        pieces.push(Piece::BlockEnd);
        if !closes && name == "th" {
            self.in_heading_cell = true;
            pieces.push(Piece::HeadingCell);
        }
        if name == "img"
            && let Some(alternative) = attribute(tag, "alt")
        {
            pieces.push(Piece::Text(decode(alternative)));
            pieces.push(Piece::BlockEnd);
        }
    }
}

/// The text up to the next tag or comment, that tag or comment, and the rest.
fn next_tag(html: &str) -> (&str, &str, &str) {
    let opens = |at: &usize| html[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    let Some(start) = html.match_indices('<').map(|(at, _)| at).find(opens) else { return (html, "", "") };
    let tag = &html[start..];
    let end = if tag.starts_with("<!--") { tag.find("-->").map(|at| at + 3) } else { end_of_tag(tag) };
    let end = end.unwrap_or(tag.len());
    (&html[..start], &tag[..end], &tag[end..])
}

/// Where a tag ends: at the first `>` that no quotation mark holds.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, character) in tag.char_indices() {
        match (quote, character) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    None
}

/// The value of an attribute, which must stand in quotation marks.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=")).or_else(|| tag.split_once(&format!("\n{name}=")))?;
    let quote = after.chars().next().filter(|character| matches!(character, '"' | '\''))?;
    after[1..].split(quote).next()
}

/// The text with its entities decoded, each by comrak: CommonMark and HTML share their names.
fn decode(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end =
            rest.find(';').filter(|end| rest[1..*end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#')).map_or(1, |end| end + 1);
        decoded.push_str(&entity(&rest[..end]));
        rest = &rest[end..];
    }
    decoded + rest
}

fn entity(reference: &str) -> String {
    let arena = Arena::new();
    let document = parse_document(&arena, reference, &Options::default());
    let texts = document.descendants().filter_map(|node| match &node.data.borrow().value {
        NodeValue::Text(text) => Some(text.to_string()),
        _ => None,
    });
    texts.collect()
}
