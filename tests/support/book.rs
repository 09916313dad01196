//! Reading a DAISY book back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The files of a book, by name.
pub(crate) struct Book {
    files: BTreeMap<String, String>,
}

/// The book in a ZIP file.
pub(crate) fn of_zip(bytes: &[u8]) -> Book {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.insert(file.name().to_owned(), text);
    }
    Book { files }
}

impl Book {
    /// A file of the book.
    pub(crate) fn file(&self, name: &str) -> &str {
        self.files.get(name).unwrap_or_else(|| panic!("the book has no {name}"))
    }

    /// The text of the book, as XML.
    pub(crate) fn text(&self) -> String {
        self.file("book.xml").to_owned()
    }

    /// The names of the files and the way through the book. The text is shown as DTBook, without what times it.
    pub(crate) fn to_review(&self) -> String {
        let names: Vec<&str> = self.files.keys().map(String::as_str).collect();
        format!("{}\n{}", names.join(" "), self.file("book.ncx"))
    }

    /// The parts that time the book, in order.
    pub(crate) fn parts(&self) -> Vec<&str> {
        (1..).map_while(|number| self.files.get(&format!("book-{number}.smil"))).map(String::as_str).collect()
    }

    /// The elements of the text that are spoken, by name, in order.
    pub(crate) fn spoken(&self) -> Vec<String> {
        let mut spoken = Vec::new();
        for part in self.parts() {
            spoken.extend(attributes(part, "text", "src").into_iter().map(|place| place.strip_prefix("book.xml#").unwrap().to_owned()));
        }
        spoken
    }
}

/// The values of an attribute of the elements of a name, in order.
pub(crate) fn attributes(xml: &str, element: &str, name: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == element => values.extend(attribute(&start, name)),
            Event::Eof => return values,
            _ => {}
        }
    }
}

/// The value of an attribute.
pub(crate) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start.try_get_attribute(name).unwrap().map(|attribute| attribute.value.into_owned())
}
