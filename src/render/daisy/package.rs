//! The list of the files of the book, and what the book says of itself, as an OPF package.

use crate::model::{Date, Document, Origin};
use crate::render::dtbook::{identifier, part_name, title};
use crate::render::losses;
use crate::render::xml::Xml;

use super::{GENERATOR, NAVIGATION, PACKAGE, RESOURCES, TEXT};

const DOCUMENT_TYPE: &str =
    "package PUBLIC \"+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN\" \"http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd\"";

/// The publisher of a document that names none and no body: the standard asks for one.
const NO_PUBLISHER: &str = "Not stated";

pub(super) fn write(document: &Document, fallback_date: Option<Date>, parts: usize) -> String {
    let mut xml = Xml::new(DOCUMENT_TYPE);
    xml.open("package", &[("xmlns", "http://openebook.org/namespaces/oeb-package/1.0/"), ("unique-identifier", "uid")]);
    xml.new_line();
    xml.open("metadata", &[]);
    xml.new_line();
    dublin_core(&mut xml, document, fallback_date);
    xml.open("x-metadata", &[]);
    for (name, content) in
        [("dtb:multimediaType", "textNCX"), ("dtb:multimediaContent", "text"), ("dtb:totalTime", "0:00:00.000"), ("generator", GENERATOR)]
    {
        xml.new_line();
        xml.empty("meta", &[("name", name), ("content", content)]);
    }
    xml.close();
    xml.close();
    xml.new_line();
    manifest(&mut xml, parts);
    xml.open("spine", &[]);
    for part in 1..=parts {
        xml.empty("itemref", &[("idref", &format!("smil-{part}"))]);
    }
    xml.finish().0
}

fn dublin_core(xml: &mut Xml, document: &Document, fallback_date: Option<Date>) {
    let meta = &document.meta;
    let body = meta.body.as_ref().map(|body| body.value.as_str());
    let publisher = meta.publisher.as_ref().map(|publisher| publisher.value.as_str()).or(body).unwrap_or(NO_PUBLISHER);
    // A date that is not known is a loss of the text, and told there.
    let (date, _) = losses::date(document, fallback_date);
    xml.open(
        "dc-metadata",
        &[("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("xmlns:oebpackage", "http://openebook.org/namespaces/oeb-package/1.0/")],
    );
    let mut element = |name, attributes: &[(&str, &str)], words: &str| {
        xml.new_line();
        xml.open(name, attributes);
        xml.text(words.trim(), Origin::None);
        xml.close();
    };
    element("dc:Title", &[], title(document));
    if let Some(body) = body {
        element("dc:Creator", &[], body);
    }
    element("dc:Publisher", &[], publisher);
    element("dc:Date", &[], &date.to_string());
    element("dc:Format", &[], "ANSI/NISO Z39.86-2005");
    element("dc:Identifier", &[("id", "uid")], &identifier(document));
    element("dc:Language", &[], meta.language.tag());
    element("dc:Source", &[], document.source.file_name());
    xml.close();
    xml.new_line();
}

fn manifest(xml: &mut Xml, parts: usize) {
    xml.open("manifest", &[]);
    let mut item = |id: &str, href: &str, kind: &str| {
        xml.new_line();
        xml.empty("item", &[("id", id), ("href", href), ("media-type", kind)]);
    };
    item("opf", PACKAGE, "text/xml");
    item("dtbook", TEXT, "application/x-dtbook+xml");
    for part in 1..=parts {
        item(&format!("smil-{part}"), &part_name(part), "application/smil");
    }
    item("ncx", NAVIGATION, "application/x-dtbncx+xml");
    item("resource", RESOURCES, "application/x-dtbresource+xml");
    xml.close();
    xml.new_line();
}
