//! What the file says of itself: the catalogue, the information dictionary, and XMP with the mark of
//! PDF/UA (ISO 14289-1, 5).

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};

use super::{About, name, text_string};

const PRODUCER: &str = concat!("plainsong ", env!("CARGO_PKG_VERSION"));

/// Adds the metadata, and gives back the catalogue.
pub(super) fn add(document: &mut Document, about: &About) -> Dictionary {
    let date = Object::string_literal(format!("D:{:04}{:02}{:02}000000Z", about.date.year(), about.date.month(), about.date.day()));
    let mut information = dictionary! {
        "Title" => text_string(&about.title),
        "Subject" => text_string(&about.description),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    };
    if let Some(publisher) = &about.publisher {
        information.set("Author", text_string(publisher));
    }
    let information = document.add_object(information);
    document.trailer.set("Info", information);
    let identifier = Object::String(about.identifier.as_bytes().to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![identifier.clone(), identifier]);
    let stream = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(about).into_bytes());
    let xmp = document.add_object(stream.with_compression(false));
    dictionary! {
        "Type" => "Catalog",
        "Lang" => Object::string_literal(about.language.as_str()),
        "MarkInfo" => dictionary! { "Marked" => true },
        "Metadata" => xmp,
        "PageMode" => name("UseOutlines"),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    }
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
