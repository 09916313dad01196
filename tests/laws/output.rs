//! The words of an output, whatever its format.

use plainsong::convert::{self, Format, convert};
use plainsong::{Document, Rendered};
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use crate::html::{Html, Piece};
use crate::words::words;

/// A document in a format, with the default options.
pub(crate) fn render(document: &Document, format: Format) -> Rendered<Vec<u8>> {
    render_with(document, format, &convert::Options::default())
}

/// A document in a format.
pub(crate) fn render_with(document: &Document, format: Format, options: &convert::Options) -> Rendered<Vec<u8>> {
    convert(document, format, options).unwrap_or_else(|error| panic!("{} as {}: {error}", document.source.name, format.name()))
}

/// The words that a person reads in an output, in reading order.
pub(crate) fn words_of(format: Format, output: &[u8]) -> Vec<String> {
    words(&text_of(format, output))
}

fn text_of(format: Format, output: &[u8]) -> String {
    match format {
        Format::Html | Format::EasyReadHtml => html_text(std::str::from_utf8(output).unwrap()),
        Format::Epub => html_text(&crate::epub::of_zip(output).text()),
        Format::Text => String::from_utf8(output.to_vec()).unwrap(),
        Format::Daisy => xml_text(&crate::book::of_zip(output).text()),
        Format::Dtbook => xml_text(std::str::from_utf8(output).unwrap()),
        Format::LargePrint | Format::EasyRead => crate::pdf::text(output),
        other => panic!("say here how {} is read back", other.name()),
    }
}

/// The text of a page, with the words that stand for its pictures.
fn html_text(page: &str) -> String {
    let said = |piece| match piece {
        Piece::Text(text) => text,
        Piece::BlockEnd | Piece::HeadingCell | Piece::HeadingCellEnd => "\n".to_owned(),
    };
    Html::default().read(page).into_iter().map(said).collect()
}

/// Elements of DTBook that stand within a word.
const INLINE: [&str; 13] = ["a", "abbr", "acronym", "bdo", "cite", "code", "dfn", "em", "q", "span", "strong", "sub", "sup"];

/// The text of an XML document and the alternative texts of its pictures. Metadata is in attributes, and so does not count.
pub(crate) fn xml_text(xml: &str) -> String {
    let mut text = String::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => {
                separate(start.local_name().as_ref(), &mut text);
                text.push_str(&alternative(&start));
            }
            Event::End(end) => separate(end.local_name().as_ref(), &mut text),
            Event::Text(part) => text.push_str(&part),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().unwrap().map(String::from);
                text.push_str(&character.unwrap_or_else(|| resolve_predefined_entity(&reference).unwrap().to_owned()));
            }
            Event::Eof => return text,
            Event::Comment(_) | Event::Decl(_) | Event::DocType(_) | Event::PI(_) => {}
        }
    }
}

fn separate(name: &str, text: &mut String) {
    if !INLINE.contains(&name) {
        text.push('\n');
    }
}

fn alternative(element: &BytesStart<'_>) -> String {
    match element.try_get_attribute("alt").unwrap() {
        Some(value) => format!("{}\n", unescape(&value.value).unwrap()),
        None => String::new(),
    }
}
