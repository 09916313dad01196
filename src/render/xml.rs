//! Writing XML 1.0; the home of quick_xml. Only characters that XML allows go out, elements are
//! always closed in order, and no space is added inside text.

use std::borrow::Cow;

use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};

use crate::model::Origin;
use crate::outcome::Loss;
use crate::render::losses;

/// What stands for a character that XML forbids.
const REPLACEMENT: char = '\u{fffd}';

/// An XML document that is being written.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
    /// The last character of text on this line.
    last: Option<char>,
    /// Whether the next word must not run into the last.
    apart: bool,
    /// The text written since someone asked to hear it.
    heard: Option<String>,
    /// What could not be written, in the order of the document.
    pub(super) losses: Vec<Loss>,
}

impl Xml {
    /// A document with its declaration and document type.
    pub(super) fn new(document_type: &str) -> Self {
        let mut xml = Self::without_document_type();
        xml.write(Event::DocType(BytesText::from_escaped(document_type)));
        xml.new_line();
        xml
    }

    /// A document with its declaration alone.
    pub(super) fn without_document_type() -> Self {
        let mut xml = Self { writer: Writer::new(Vec::new()), open: Vec::new(), last: None, apart: false, heard: None, losses: Vec::new() };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.new_line();
        xml
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.write(Event::Start(start(name, attributes)));
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.write(Event::End(BytesEnd::new(name)));
        }
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// Writes text from a place in the source. Forbidden characters are replaced, and told.
    pub(super) fn text(&mut self, text: &str, origin: Origin) {
        let Some(first) = text.chars().next() else { return };
        if std::mem::take(&mut self.apart) && first.is_alphanumeric() && self.last.is_some_and(char::is_alphanumeric) {
            self.write_text(" ");
        }
        self.last = text.chars().next_back();
        if is_all_legal(text) {
            self.write_text(text);
            return;
        }
        self.losses.append(&mut losses::forbidden_characters(text, origin, |character| !is_legal(character), "The sign U+FFFD"));
        self.write_text(&legal(text));
    }

    fn write_text(&mut self, text: &str) {
        if let Some(heard) = &mut self.heard {
            heard.push_str(text);
        }
        self.write(Event::Text(BytesText::from_escaped(partial_escape(text))));
    }

    /// Begins to keep a copy of the text that is written.
    pub(super) fn listen(&mut self) {
        self.heard = Some(String::new());
    }

    /// The text written since [`Xml::listen`], each run of white space as one space.
    pub(super) fn heard(&mut self) -> String {
        self.heard.take().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Keeps the next word apart from the last: a space is written if two would become one.
    pub(super) fn keep_apart(&mut self) {
        self.apart = true;
    }

    /// Begins a new line. Only for between elements, never beside text.
    pub(super) fn new_line(&mut self) {
        self.last = None;
        self.write(Event::Text(BytesText::from_escaped("\n")));
    }

    /// How much has been written, in bytes.
    pub(super) fn length(&self) -> usize {
        self.writer.get_ref().len()
    }

    /// The document, every element closed.
    pub(super) fn finish(mut self) -> (String, Vec<Loss>) {
        while !self.open.is_empty() {
            self.close();
        }
        // Everything written was text, so it is UTF-8.
        (String::from_utf8(self.writer.into_inner()).unwrap_or_default(), self.losses)
    }

    fn write(&mut self, event: Event<'_>) {
        // Writing to memory does not fail.
        let _ = self.writer.write_event(event);
    }
}

/// Goes through an XML file: `see` is called with the local name of each element and of each of its
/// attributes, and with the attribute's value; for an element itself with neither. Gives whether the file is
/// well formed and has no document type that declares anything.
pub(super) fn read(xml: &str, mut see: impl FnMut(&str, Option<(&str, &str)>)) -> bool {
    let mut reader = Reader::from_str(xml);
    let (mut depth, mut elements) = (0_usize, 0_usize);
    loop {
        match reader.read_event() {
            Ok(event @ (Event::Start(_) | Event::Empty(_))) => {
                let (Event::Start(start) | Event::Empty(start)) = &event else { continue };
                // After the root there is no other.
                if depth == 0 && elements > 0 {
                    return false;
                }
                elements += 1;
                depth += usize::from(matches!(event, Event::Start(_)));
                let name = start.local_name();
                see(name.as_ref(), None);
                for attribute in start.attributes() {
                    let Ok(attribute) = attribute else { return false };
                    see(name.as_ref(), Some((attribute.key.local_name().as_ref(), &attribute.value)));
                }
            }
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::DocType(declared)) if declared.contains('[') => return false,
            Ok(Event::Eof) => return elements > 0 && depth == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

fn start<'a>(name: &'static str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, &*legal(value)));
    }
    start
}

fn legal(text: &str) -> Cow<'_, str> {
    if is_all_legal(text) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|character| if is_legal(character) { character } else { REPLACEMENT }).collect()
}

/// Whether every character is legal. Most texts are plain, and a look at their bytes is enough: the
/// forbidden characters that are no control characters begin with the byte EF.
fn is_all_legal(text: &str) -> bool {
    let is_plain = |byte: u8| (byte >= b' ' && byte != 0xef) || matches!(byte, b'\t' | b'\n' | b'\r');
    text.bytes().all(is_plain) || text.chars().all(is_legal)
}

/// XML 1.0, production 2, `Char`.
const fn is_legal(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn document(fill: impl FnOnce(&mut Xml)) -> (String, Vec<Loss>) {
        let mut xml = Xml::new("a");
        fill(&mut xml);
        xml.finish()
    }

    #[test]
    fn signs_of_xml_are_escaped_and_open_elements_are_closed() {
        let (output, losses) = document(|xml| {
            xml.open("a", &[("b", "x\"<")]);
            xml.open("i", &[]);
            xml.text("R&D < 3 ]]>", Origin::None);
        });
        assert!(output.ends_with("<a b=\"x&quot;&lt;\"><i>R&amp;D &lt; 3 ]]&gt;</i></a>"), "{output}");
        assert!(losses.is_empty());
    }

    #[test]
    fn only_what_is_well_formed_is_read() {
        for (xml, expected) in [
            ("<?xml version='1.0'?><!DOCTYPE a><a><b c='1'/></a>", true),
            ("<a><b></a>", false),
            ("<a>", false),
            ("<a/><b/>", false),
            ("<a b='1' b='2'/>", false),
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", false),
            ("", false),
        ] {
            assert_eq!(read(xml, |_, _| {}), expected, "{xml}");
        }
    }

    #[test]
    fn text_is_heard_through_elements() {
        let mut heard = String::new();
        document(|xml| {
            xml.text("before", Origin::None);
            xml.listen();
            xml.open("a", &[]);
            xml.text(" R&D ", Origin::None);
            xml.close();
            xml.text(" \0", Origin::None);
            heard = xml.heard();
            xml.text("after", Origin::None);
        });
        assert_eq!(heard, "R&D \u{fffd}");
    }

    #[test]
    fn a_forbidden_character_is_replaced_and_told() {
        let (output, losses) = document(|xml| xml.text("a\0b\u{ffff}", Origin::Literal(Span::new(3, 9))));
        assert!(output.ends_with("a\u{fffd}b\u{fffd}"));
        assert_eq!(losses.len(), 2);
        assert_eq!((losses[0].text.as_str(), losses[0].span), ("\0", Some(Span::new(4, 5))));
        assert_eq!((losses[1].text.as_str(), losses[1].span), ("\u{ffff}", Some(Span::new(6, 9))));
    }
}
