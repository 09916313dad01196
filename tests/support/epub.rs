//! Reading an EPUB back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

/// The files of a book.
pub(crate) struct Epub {
    /// Their names, in the order of the ZIP file.
    pub(crate) names: Vec<String>,
    files: BTreeMap<String, Vec<u8>>,
}

/// An element of an XML file: its name and its attributes.
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: BTreeMap<String, String>,
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }
}

/// The book in a ZIP file.
pub(crate) fn of_zip(bytes: &[u8]) -> Epub {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let (mut names, mut files) = (Vec::new(), BTreeMap::new());
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        names.push(file.name().to_owned());
        files.insert(file.name().to_owned(), bytes);
    }
    Epub { names, files }
}

impl Epub {
    /// A file of the folder of the book, as text.
    pub(crate) fn file(&self, name: &str) -> &str {
        let bytes = self.files.get(&format!("EPUB/{name}")).unwrap_or_else(|| panic!("the book has no {name}"));
        std::str::from_utf8(bytes).unwrap()
    }

    pub(crate) fn package(&self) -> &str {
        self.file("package.opf")
    }

    /// The elements of the manifest.
    pub(crate) fn manifest(&self) -> Vec<Element> {
        elements(self.package()).into_iter().filter(|element| element.name == "item").collect()
    }

    /// The names of the pages that are read one after the other.
    pub(crate) fn spine(&self) -> Vec<String> {
        let manifest = self.manifest();
        let read = elements(self.package()).into_iter().filter(|element| element.name == "itemref" && element.get("linear").is_none());
        let href = |id: &str| manifest.iter().find(|item| item.get("id") == Some(id)).unwrap().get("href").unwrap().to_owned();
        read.map(|item| href(item.get("idref").unwrap())).collect()
    }

    /// What a page holds, without its head.
    pub(crate) fn body(&self, page: &str) -> &str {
        let (_, body) = self.file(page).split_once("<body").unwrap();
        body.split_once('>').unwrap().1.rsplit_once("</body>").unwrap().0.trim()
    }

    /// All that is read, page after page.
    pub(crate) fn text(&self) -> String {
        self.spine().iter().map(|page| self.body(page)).collect::<Vec<_>>().join("\n")
    }

    /// The package, the way through the book, and, if that is wanted, the pages.
    pub(crate) fn to_review(&self, with_pages: bool) -> String {
        let mut text = format!("{}\n\n{}\n", self.package(), self.body("nav.xhtml"));
        for page in self.spine().iter().filter(|_| with_pages) {
            text.push_str(&format!("\n=== {page}\n{}\n", self.body(page)));
        }
        text
    }
}

/// Every element of an XML file, in order. The file must be well formed.
pub(crate) fn elements(xml: &str) -> Vec<Element> {
    let mut found = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}")) {
            Event::Start(start) | Event::Empty(start) => {
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                    (attribute.key.as_ref().to_owned(), value)
                });
                found.push(Element { name: start.name().as_ref().to_owned(), attributes: attributes.collect() });
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}
