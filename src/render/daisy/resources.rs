//! The words by which a player names what a listener can leave or leave out.

use crate::model::Origin;
use crate::render::xml::Xml;

use super::{ESCAPABLE, SKIPPABLE};

const DOCUMENT_TYPE: &str = "resources PUBLIC \"-//NISO//DTD resource 2005-1//EN\" \"http://www.daisy.org/z3986/2005/resource-2005-1.dtd\"";

pub(super) fn write() -> String {
    let mut xml = Xml::new(DOCUMENT_TYPE);
    xml.open("resources", &[("xmlns", "http://www.daisy.org/z3986/2005/resource/"), ("version", "2005-1")]);
    xml.new_line();
    xml.open("scope", &[("nsuri", "http://www.w3.org/2001/SMIL20/")]);
    for (class, words) in ESCAPABLE {
        named(&mut xml, &format!("leave_{class}"), &format!("//seq[@class='{class}']"), words);
    }
    xml.close();
    xml.new_line();
    xml.open("scope", &[("nsuri", "http://www.daisy.org/z3986/2005/ncx/")]);
    for (class, _, structure, words) in SKIPPABLE {
        named(&mut xml, &format!("skip_{class}"), &format!("//smilCustomTest[@bookStruct='{structure}']"), words);
    }
    named(&mut xml, "tables", "//navList[@class='table']", "tables");
    xml.finish().0
}

/// Gives what a path selects a name.
fn named(xml: &mut Xml, id: &str, select: &str, words: &str) {
    xml.new_line();
    xml.open("nodeSet", &[("id", id), ("select", select)]);
    xml.open("resource", &[("xml:lang", "en")]);
    xml.open("text", &[]);
    xml.text(words, Origin::None);
    xml.close();
    xml.close();
    xml.close();
}
