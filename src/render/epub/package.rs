//! The list of the files of the book, and what the book says of itself (EPUB 3.3, 5).

use super::accessibility::Accessibility;
use super::text::Text;
use super::{COVER, COVER_PICTURE, NAVIGATION, STYLES};
use crate::model::{Date, Document, Origin};
use crate::render::dtbook::{identifier, title};
use crate::render::xml::Xml;

pub(super) fn write(document: &Document, date: Date, text: &Text) -> String {
    let mut xml = Xml::without_document_type();
    let language = document.meta.language.tag();
    let attributes = [("xmlns", "http://www.idpf.org/2007/opf"), ("version", "3.0"), ("unique-identifier", "uid"), ("xml:lang", language)];
    xml.open("package", &attributes);
    xml.new_line();
    metadata(&mut xml, document, date, text);
    manifest(&mut xml, text);
    xml.open("spine", &[]);
    let chapters = text.pages.iter().enumerate().map(|(index, _)| format!("text-{}", index + 1));
    for id in std::iter::once("cover".to_owned()).chain(chapters) {
        xml.empty("itemref", &[("idref", &id)]);
    }
    // Reading apps show the contents themselves; who turns the pages need not go through them.
    xml.empty("itemref", &[("idref", "nav"), ("linear", "no")]);
    xml.finish().0
}

fn metadata(xml: &mut Xml, document: &Document, date: Date, text: &Text) {
    let meta = &document.meta;
    let stated = |value: Option<&str>| value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned);
    let body = stated(meta.body.as_ref().map(|body| body.value.as_str()));
    let publisher = stated(meta.publisher.as_ref().map(|publisher| publisher.value.as_str()));
    xml.open("metadata", &[("xmlns:dc", "http://purl.org/dc/elements/1.1/")]);
    element(xml, "dc:identifier", &[("id", "uid")], &identifier(document));
    element(xml, "dc:title", &[], title(document));
    element(xml, "dc:language", &[], meta.language.tag());
    for (name, value) in [("dc:creator", body), ("dc:publisher", publisher)] {
        if let Some(value) = value {
            element(xml, name, &[], &value);
        }
    }
    // The date of an unknown day is no date of publication. The day of the last change must be there.
    if date != Date::EPOCH {
        element(xml, "dc:date", &[], &date.to_string());
    }
    element(xml, "dc:source", &[], document.source.file_name());
    let mut property = |name: &str, value: &str| element(xml, "meta", &[("property", name)], value);
    property("dcterms:modified", &format!("{date}T00:00:00Z"));
    if text.has_printed_pages {
        property("pageBreakSource", document.source.file_name());
    }
    for (name, value) in Accessibility::of(text).properties() {
        property(name, &value);
    }
    xml.new_line();
    xml.close();
    xml.new_line();
}

fn element(xml: &mut Xml, name: &'static str, attributes: &[(&str, &str)], words: &str) {
    xml.new_line();
    xml.open(name, attributes);
    xml.text(words.trim(), Origin::None);
    xml.close();
}

fn manifest(xml: &mut Xml, text: &Text) {
    const XHTML: &str = "application/xhtml+xml";
    xml.open("manifest", &[]);
    let mut item = |id: &str, href: &str, kind: &str, properties: Option<&str>| {
        let properties = properties.map(|properties| ("properties", properties));
        xml.new_line();
        xml.empty("item", &[[("id", id), ("href", href), ("media-type", kind)].as_slice(), properties.as_slice()].concat());
    };
    item("nav", NAVIGATION, XHTML, Some("nav"));
    item("style", STYLES, "text/css", None);
    item("cover-picture", COVER_PICTURE, "image/svg+xml", Some("cover-image"));
    item("cover", COVER, XHTML, None);
    for (index, (name, _)) in text.pages.iter().enumerate() {
        item(&format!("text-{}", index + 1), name, XHTML, None);
    }
    for (index, picture) in text.pictures.iter().enumerate() {
        item(&format!("picture-{}", index + 1), &picture.name, picture.media_type, None);
    }
    xml.new_line();
    xml.close();
    xml.new_line();
}

#[cfg(test)]
mod tests {
    use crate::render::epub::{CLOSING, Options, render};
    use crate::{Source, parse};

    fn package(text: &str) -> String {
        let book = render(&parse(&Source::new("a & b.md", text)), &Options::default()).output;
        String::from_utf8(book.get("EPUB/package.opf").unwrap().to_vec()).unwrap()
    }

    #[test]
    fn the_book_says_what_the_document_says() {
        let package = package("---\ntitle: R&D\ndate: 2024-03-05\nlanguage: cy\n---\n\nTestun.");
        for expected in [
            "<dc:title>R&amp;D</dc:title>",
            "<dc:language>cy</dc:language>",
            "<dc:date>2024-03-05</dc:date>",
            "<meta property=\"dcterms:modified\">2024-03-05T00:00:00Z</meta>",
            "<dc:source>a &amp; b.md</dc:source>",
        ] {
            assert!(package.contains(expected), "{expected}: {package}");
        }
        assert!(!package.contains("pageBreakSource"));
    }

    #[test]
    fn an_unknown_date_is_no_date_of_publication() {
        let package = package("Text.");
        assert!(package.contains("1970-01-01T00:00:00Z") && !package.contains("dc:date"), "{package}");
    }

    #[test]
    fn the_closing_words_are_read_last() {
        let package = package("# T\n\n## One\n\nA");
        let read = package.split("<itemref idref=\"").filter(|item| !item.contains("linear=\"no\""));
        let last = read.last().and_then(|item| item.split_once('"')).unwrap().0;
        assert!(package.contains(&format!("<item id=\"{last}\" href=\"{CLOSING}\"")), "{package}");
    }
}
