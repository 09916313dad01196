//! What the file says of itself: the catalogue, the information dictionary, and XMP with the mark of
//! PDF/UA (ISO 14289-1, 5).

use super::About;
use super::file::File;
use super::object::{Bytes, Dictionary, Id, Name, Text};

const PRODUCER: &str = concat!("plainsong ", env!("CARGO_PKG_VERSION"));

/// Writes the information dictionary.
pub(super) fn information(file: &mut File, about: &About) -> Id {
    let date = format!("D:{:04}{:02}{:02}000000Z", about.date.year(), about.date.month(), about.date.day());
    let mut information = Dictionary::new()
        .with("Title", Text(&about.title))
        .with("Subject", Text(&about.description))
        .with("Producer", Text(PRODUCER))
        .with("CreationDate", Bytes(date.as_bytes()))
        .with("ModDate", Bytes(date.as_bytes()));
    if let Some(publisher) = &about.publisher {
        information.set("Author", Text(publisher));
    }
    file.add(information)
}

/// The catalogue, as far as it is about the document; writes the metadata.
pub(super) fn catalog(file: &mut File, about: &About) -> Dictionary {
    // Programs look for the metadata in the bytes of the file, so it is not compressed.
    let metadata = Dictionary::new().with("Type", Name("Metadata")).with("Subtype", Name("XML"));
    let metadata = file.add_stream_as_it_is(&metadata, xmp(about).as_bytes());
    Dictionary::new()
        .with("Type", Name("Catalog"))
        .with("Lang", Bytes(about.language.as_bytes()))
        .with("MarkInfo", Dictionary::new().with("Marked", true))
        .with("Metadata", metadata)
        .with("PageMode", Name("UseOutlines"))
        .with("ViewerPreferences", Dictionary::new().with("DisplayDocTitle", true))
}

fn xmp(about: &About) -> String {
    let publisher = about.publisher.as_ref().map_or(String::new(), |publisher| {
        let publisher = escaped(publisher);
        format!(
            "<dc:creator><rdf:Seq><rdf:li>{publisher}</rdf:li></rdf:Seq></dc:creator>\
             <dc:publisher><rdf:Bag><rdf:li>{publisher}</rdf:li></rdf:Bag></dc:publisher>"
        )
    });
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{description}</rdf:li></rdf:Alt></dc:description>\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{publisher}\
         <xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>\
         <pdf:Producer>{producer}</pdf:Producer><pdfuaid:part>1</pdfuaid:part>\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>",
        title = escaped(&about.title),
        description = escaped(&about.description),
        language = escaped(&about.language),
        date = about.date,
        producer = PRODUCER,
    )
}

/// Text for XML 1.0: its signs escaped, and characters that it forbids left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_escaped() {
        assert_eq!(escaped("Care & <support>\u{1}"), "Care &amp; &lt;support&gt;");
    }
}
