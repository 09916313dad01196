//! What the book says of itself: the Dublin Core elements that the standard asks for.

use crate::model::{Date, Document};
use crate::render::{colophon, losses};

use super::Book;

impl Book<'_> {
    pub(super) fn head(&mut self, document: &Document, fallback_date: Option<Date>) {
        let identifier = identifier(document);
        self.meta("dtb:uid", &identifier);
        self.meta("dtb:generator", concat!("plainsong ", env!("CARGO_PKG_VERSION")));
        self.meta("dc:Title", title(document));
        self.meta("dc:Identifier", &identifier);
        if let Some(publisher) = &document.meta.publisher {
            self.meta("dc:Publisher", &publisher.value);
        }
        if let Some(body) = &document.meta.body {
            self.meta("dc:Creator", &body.value);
        }
        let (date, loss) = losses::date(document, fallback_date);
        self.xml.losses.extend(loss);
        self.meta("dc:Date", &date.to_string());
        self.meta("dc:Language", document.meta.language.tag());
        self.meta("dc:Format", "ANSI/NISO Z39.86-2005");
        self.meta("dc:Source", document.source.file_name());
        self.meta("dc:Description", &colophon::line(document));
    }

    fn meta(&mut self, name: &str, content: &str) {
        self.xml.empty("meta", &[("name", name), ("content", content.trim())]);
        self.xml.new_line();
    }
}

/// The identifier that front matter gives; without one, a name made from the hash of the source, so
/// that the same source always has the same.
pub(in crate::render) fn identifier(document: &Document) -> String {
    let stated = document.meta.identifier.as_ref().map(|identifier| identifier.value.trim()).filter(|stated| !stated.is_empty());
    stated.map_or_else(|| format!("plainsong:{}", document.source.hash), str::to_owned)
}

/// The title. The standard does not allow an empty one.
pub(in crate::render) fn title(document: &Document) -> &str {
    let title = document.title();
    if title.trim().is_empty() { "Document" } else { title }
}
