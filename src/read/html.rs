//! HTML inside Markdown, into the same tree; home of html5gum.
//!
//! Only what a reader reads is taken: the words, and what the tags say of them. Addresses of links
//! and pictures are kept as addresses. Scripts and styles are no words.

use html5gum::emitters::default::{DefaultEmitter, EndTag, StartTag, Token};
use html5gum::{HtmlString, Tokenizer};

use super::characters::mended;
use super::tree::{Element, Tree};
use crate::model::{Block, BlockKind, CellRole, Destination, Image, InlineKind, Label, Level, Note, NoteKind, Origin};
use crate::source::{Source, Span};

/// HTML gathered from one event or several, with the way back to the source.
#[derive(Debug, Default)]
pub(super) struct Html {
    text: String,
    pieces: Vec<Piece>,
    /// The next number of each open list; none for a list of bullets.
    numbers: Vec<Option<u64>>,
    /// Whether a raised part begins: a digit there must not run into a digit before it.
    raised: bool,
}

/// A stretch of the gathered text that stands in the source in one piece.
#[derive(Debug)]
struct Piece {
    start: usize,
    source: Span,
    /// Whether the source holds exactly this text there. White space before HTML in a list is
    /// sometimes given another place.
    is_exact: bool,
}

/// Tags whose content is not read out: no words for a reader.
const LEFT_OUT: [&str; 3] = ["script", "style", "template"];
/// Tags that end an open paragraph.
const BLOCKS: [&str; 31] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
/// Tags that an open paragraph cannot reach through.
const BOUNDARIES: [&str; 8] = ["table", "td", "th", "caption", "li", "dd", "div", "blockquote"];

/// Closes what a heading ends, if HTML left it open: a paragraph, and a heading before it. (HTML Standard,
/// 13.2.6.4.7: start tags of headings.)
pub(super) fn before_heading(tree: &mut Tree, at: usize) {
    tree.close_html_within(&["p"], &BOUNDARIES, at);
    tree.close_html_within(&HEADINGS, &BOUNDARIES, at);
}

impl Html {
    pub(super) fn gather(&mut self, text: &str, span: Span, source: &Source) {
        self.pieces.push(Piece { start: self.text.len(), source: span, is_exact: source.slice(span) == text });
        self.text.push_str(text);
    }

    /// Whether nothing is left over for what follows.
    pub(super) fn is_at_rest(&self) -> bool {
        self.text.is_empty() && self.numbers.is_empty() && !self.raised
    }

    /// Reads what was gathered into the tree.
    pub(super) fn read_into(&mut self, tree: &mut Tree) {
        if !self.text.is_empty() {
            self.read_gathered(tree);
        }
    }

    fn read_gathered(&mut self, tree: &mut Tree) {
        let text = std::mem::take(&mut self.text);
        let pieces = std::mem::take(&mut self.pieces);
        let fragment = Fragment { text: &text, pieces: &pieces };
        let mut emitter = DefaultEmitter::new_with_span();
        emitter.naively_switch_states(true);
        let mut left_out: Option<String> = None;
        for token in Tokenizer::new_with_emitter(&text, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let name = string(&tag.name);
                    if left_out.is_none() && LEFT_OUT.contains(&name.as_str()) {
                        let span = fragment.span(tag.span.start, tag.span.end);
                        tree.note(Note::new(
                            NoteKind::HtmlLeftOut,
                            format!("A <{name}> was left out: it holds no words for a reader."),
                            span,
                        ));
                        left_out = (!tag.self_closing).then_some(name);
                    } else if left_out.is_none() {
                        self.start_tag(&name, &tag, fragment, tree);
                    }
                }
                Token::EndTag(tag) => {
                    let name = string(&tag.name);
                    if left_out.is_none() {
                        self.end_tag(&name, &tag, fragment, tree);
                    } else if left_out.as_ref() == Some(&name) {
                        left_out = None;
                    }
                }
                Token::String(string) if left_out.is_none() => {
                    let is_digit = string.value.first().is_some_and(u8::is_ascii_digit);
                    if std::mem::take(&mut self.raised) && is_digit && tree.ends_in_digit() {
                        tree.text("^", Origin::None);
                    }
                    words(fragment, string.span.start, string.span.end, tree);
                }
                Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    fn start_tag(&mut self, name: &str, tag: &StartTag<usize>, fragment: Fragment<'_>, tree: &mut Tree) {
        let span = fragment.span(tag.span.start, tag.span.end);
        if BLOCKS.contains(&name) {
            tree.close_html_within(&["p"], &BOUNDARIES, span.start);
        }
        let element = match name {
            "br" => return tree.inline(InlineKind::LineBreak, Origin::Decoded(span)),
            "hr" => return tree.block(Block::new(BlockKind::Break, Origin::Literal(span))),
            "img" => {
                let image = Image {
                    address: attribute(tag, "src").unwrap_or_default(),
                    alternative: mended(&attribute(tag, "alt").unwrap_or_default()),
                    title: attribute(tag, "title").filter(|title| !title.is_empty()),
                };
                return tree.inline(InlineKind::Image(Box::new(image)), Origin::Decoded(span));
            }
            "area" | "base" | "col" | "embed" | "input" | "link" | "meta" | "param" | "source" | "track" | "wbr" => return,
            "p" | "figcaption" | "summary" => Element::Paragraph,
            _ if HEADINGS.contains(&name) => {
                before_heading(tree, span.start);
                Element::Heading(Level::clamped(name[1..].parse().unwrap_or(6)))
            }
            "blockquote" => Element::Quote,
            "pre" => Element::Code,
            "ul" | "menu" => {
                self.numbers.push(None);
                Element::List
            }
            "ol" => {
                self.numbers.push(Some(attribute(tag, "start").and_then(|start| start.parse().ok()).unwrap_or(1)));
                Element::List
            }
            "li" => {
                tree.close_html_within(&["li"], &["ul", "ol", "menu"], span.start);
                Element::Item(self.next_number(tag))
            }
            "dl" => Element::Definitions,
            "dt" | "dd" => {
                tree.close_html_within(&["dt", "dd"], &["dl"], span.start);
                if name == "dt" { Element::Term } else { Element::Description }
            }
            "table" => Element::Table,
            "thead" | "tbody" | "tfoot" => {
                tree.close_html_within(&["thead", "tbody", "tfoot"], &["table"], span.start);
                if name == "thead" { Element::TableHead } else { Element::Transparent }
            }
            "tr" => {
                tree.close_html_within(&["tr"], &["table", "thead", "tbody", "tfoot"], span.start);
                Element::Row
            }
            "td" | "th" => {
                tree.close_html_within(&["td", "th"], &["table", "tr"], span.start);
                Element::Cell { role: cell_role(name, tag), columns: spanned(tag, "colspan"), rows: spanned(tag, "rowspan") }
            }
            "caption" => Element::Caption,
            "sup" => {
                self.raised = true;
                Element::Transparent
            }
            "q" => {
                tree.text("\u{201c}", Origin::None);
                Element::Transparent
            }
            "em" | "i" | "cite" | "dfn" | "var" => Element::Emphasis,
            "strong" | "b" => Element::Strong,
            "del" | "s" | "strike" => Element::Deleted,
            "a" => match attribute(tag, "href") {
                Some(target) => {
                    let title = attribute(tag, "title").filter(|title| !title.is_empty());
                    Element::Link(Box::new(Destination { target, title }))
                }
                None => Element::Transparent,
            },
            _ if BLOCKS.contains(&name) => Element::Division,
            _ => Element::Transparent,
        };
        // Browsers pass over the slash of `<b/>`; but on a tag nobody knows it means what it says.
        if !(tag.self_closing && element == Element::Transparent) {
            tree.open_html(element, name, span);
        }
    }

    fn end_tag(&mut self, name: &str, tag: &EndTag<usize>, fragment: Fragment<'_>, tree: &mut Tree) {
        let end = fragment.span(tag.span.start, tag.span.end).end;
        match name {
            "ul" | "ol" | "menu" => {
                self.numbers.pop();
                tree.close_html(&[name], end);
            }
            _ if HEADINGS.contains(&name) => tree.close_html(&HEADINGS, end),
            "p" => tree.close_html_within(&["p"], &BOUNDARIES, end),
            "td" | "th" | "tr" => tree.close_html_within(&[name], &["table"], end),
            "q" => {
                tree.close_html(&[name], end);
                tree.text("\u{201d}", Origin::None);
            }
            _ => tree.close_html(&[name], end),
        }
    }

    /// The number that a browser prints before an item.
    fn next_number(&mut self, tag: &StartTag<usize>) -> Option<Box<Label>> {
        let next = self.numbers.last_mut()?.as_mut()?;
        let number = attribute(tag, "value").and_then(|value| value.parse().ok()).unwrap_or(*next);
        *next = number.saturating_add(1);
        Some(Box::new(Label { text: format!("{number}."), origin: Origin::None }))
    }
}

fn cell_role(name: &str, tag: &StartTag<usize>) -> CellRole {
    match (name, attribute(tag, "scope").as_deref()) {
        ("th", Some("row" | "rowgroup")) => CellRole::RowHeading,
        ("th", _) => CellRole::ColumnHeading,
        _ => CellRole::Data,
    }
}

/// How many columns or rows a cell spans, within what HTML allows.
fn spanned(tag: &StartTag<usize>, name: &str) -> u16 {
    attribute(tag, name).and_then(|value| value.trim().parse::<u16>().ok()).unwrap_or(1).clamp(1, 1000)
}

fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| string(value))
}

fn string(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[derive(Clone, Copy)]
struct Fragment<'a> {
    text: &'a str,
    pieces: &'a [Piece],
}

impl Fragment<'_> {
    /// The place in the source of a stretch of the gathered text.
    fn span(self, start: usize, end: usize) -> Span {
        let last = end.saturating_sub(1).max(start);
        Span::new(self.place(start), self.place(last) + (end - last))
    }

    fn place(self, at: usize) -> usize {
        self.pieces.get(self.piece(at)).map_or(0, |piece| (piece.source.start + (at - piece.start)).min(piece.source.end))
    }

    fn piece(self, at: usize) -> usize {
        self.pieces.partition_point(|piece| piece.start <= at).saturating_sub(1)
    }

    /// The place of a stretch, if it stands in the source in one piece and as it is.
    fn origin(self, start: usize, end: usize) -> Origin {
        let span = self.span(start, end);
        let piece = self.piece(start);
        let is_exact = piece == self.piece(end.saturating_sub(1)) && self.pieces.get(piece).is_some_and(|piece| piece.is_exact);
        if is_exact { Origin::Literal(span) } else { Origin::Decoded(span) }
    }
}

/// Reads text between tags: lines, words and entities, each with its own place.
fn words(fragment: Fragment<'_>, start: usize, end: usize, tree: &mut Tree) {
    let Some(text) = fragment.text.get(start..end) else { return };
    let keep = tree.keeps_spaces();
    let mut at = start;
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            let origin = Origin::Decoded(fragment.span(at - 1, at));
            let kind = if keep { InlineKind::Text("\n".to_owned()) } else { InlineKind::SoftBreak };
            tree.inline(kind, origin);
        }
        let mut from = 0;
        while from < line.len() {
            let rest = &line[from..];
            let entity = rest.starts_with('&').then(|| entity_length(rest)).flatten();
            let to = match entity {
                Some(length) => from + length,
                None => {
                    let lone = usize::from(rest.starts_with('&'));
                    rest[lone..].find('&').map_or(line.len(), |next| from + lone + next)
                }
            };
            let raw = &line[from..to];
            match entity.map(|_| decoded(raw)).filter(|decoded| decoded != raw) {
                Some(decoded) => tree.text(&decoded, Origin::Decoded(fragment.span(at + from, at + to))),
                None => {
                    let text = raw.trim_end_matches('\r');
                    if !text.is_empty() {
                        tree.text(text, fragment.origin(at + from, at + from + text.len()));
                    }
                }
            }
            from = to;
        }
        at += line.len() + 1;
    }
}

/// How long the entity at the start of this text is, if it is shaped like one.
fn entity_length(text: &str) -> Option<usize> {
    let body = text[1..].bytes().take(32).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    (body > 0).then(|| 1 + body + usize::from(text.as_bytes().get(1 + body) == Some(&b';')))
}

/// The characters that an entity stands for.
fn decoded(entity: &str) -> String {
    let mut decoded = String::new();
    for token in Tokenizer::new(entity) {
        let Ok(token) = token;
        if let Token::String(text) = token {
            decoded.push_str(&string(&text));
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use crate::model::{BlockKind, NoteKind};
    use crate::{Source, parse};

    #[test]
    fn a_heading_that_is_never_closed_ends_at_the_next() {
        let text = "# Minutes\n\n<h4>Lamps\n\nThey are out.\n\n## Roads\n\n- Mill Lane\n\n".repeat(50);
        let document = parse(&Source::new("t", text));
        assert!(!document.notes.iter().any(|note| note.kind == NoteKind::NestingFlattened), "{:?}", document.notes);
        assert_eq!(document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::List(_))).count(), 50);
    }
}
