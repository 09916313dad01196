//! Objects as the bytes of a file, as few as can be: objects in compressed streams, and the table of
//! where they are in one too (ISO 32000-1, 7.5.7 and 7.5.8). lopdf leaves that table as it is, which
//! takes seven bytes for each of some hundred objects a page.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// The objects of one stream. One for all would be smallest, but a reader must unpack it whole.
const OBJECTS_A_STREAM: usize = 2_000;

/// The version, and bytes that tell programs that the file is no text (ISO 32000-1, 7.5.2).
const HEADER: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    /// At this byte of the file.
    At(usize),
    /// In a stream of objects: the number of the stream, and how many come before.
    In(u32, usize),
}

/// The bytes of a document whose streams are compressed already.
pub(super) fn bytes(document: &Document) -> Vec<u8> {
    let mut file = File { bytes: HEADER.to_vec(), places: vec![Place::Nowhere; document.max_id as usize + 1] };
    let mut packed = Vec::new();
    for (&(number, _), object) in &document.objects {
        match object {
            Object::Stream(stream) => file.write_stream(number, stream),
            other => packed.push((number, other)),
        }
    }
    for objects in packed.chunks(OBJECTS_A_STREAM) {
        let number = file.next_number();
        for (index, (packed, _)) in objects.iter().enumerate() {
            file.set_place(*packed, Place::In(number, index));
        }
        file.write_stream(number, &object_stream(objects));
    }
    file.finish(&document.trailer)
}

struct File {
    bytes: Vec<u8>,
    places: Vec<Place>,
}

impl File {
    fn next_number(&self) -> u32 {
        u32::try_from(self.places.len()).unwrap_or(u32::MAX)
    }

    fn set_place(&mut self, number: u32, place: Place) {
        let index = number as usize;
        if self.places.len() <= index {
            self.places.resize(index + 1, Place::Nowhere);
        }
        self.places[index] = place;
    }

    fn write_stream(&mut self, number: u32, stream: &Stream) {
        self.set_place(number, Place::At(self.bytes.len()));
        self.bytes.extend(format!("{number} 0 obj\n").bytes());
        write_dictionary(&mut self.bytes, &stream.dict);
        self.bytes.extend(b"stream\n");
        self.bytes.extend(&stream.content);
        self.bytes.extend(b"\nendstream\nendobj\n");
    }

    /// Writes the table of objects, and where it is.
    fn finish(mut self, trailer: &Dictionary) -> Vec<u8> {
        let (number, start) = (self.next_number(), self.bytes.len());
        self.set_place(number, Place::At(start));
        let rows: Vec<[u8; ROW]> = self.places.iter().map(|place| row(*place)).collect();
        let mut dictionary = dictionary! { "Type" => "XRef", "Size" => i64::from(number) + 1, "W" => vec![1.into(), 4.into(), 2.into()] };
        for key in [b"Root".as_slice(), b"Info", b"ID"] {
            if let Ok(value) = trailer.get(key) {
                dictionary.set(key, value.clone());
            }
        }
        let mut table = Stream::new(dictionary, differences(&rows));
        if compress(&mut table) {
            table.dict.set("DecodeParms", dictionary! { "Predictor" => 12, "Columns" => super::integer(ROW) });
        } else {
            table.set_content(rows.concat());
        }
        self.write_stream(number, &table);
        self.bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        self.bytes
    }
}

/// The bytes of a row of the table: what kind of place it is, four bytes and two for it.
const ROW: usize = 7;

fn row(place: Place) -> [u8; ROW] {
    let (kind, long, short) = match place {
        Place::Nowhere => (0, 0, usize::from(u16::MAX)),
        Place::At(byte) => (1, byte, 0),
        Place::In(stream, index) => (2, stream as usize, index),
    };
    let [a, b, c, d] = u32::try_from(long).unwrap_or(u32::MAX).to_be_bytes();
    let [e, f] = u16::try_from(short).unwrap_or(u16::MAX).to_be_bytes();
    [kind, a, b, c, d, e, f]
}

/// Each row as what it differs from the one above: most differ by one (ISO 32000-1, 7.4.4.4, "Up").
fn differences(rows: &[[u8; ROW]]) -> Vec<u8> {
    let mut above = [0; ROW];
    let mut bytes = Vec::with_capacity(rows.len() * (ROW + 1));
    for row in rows {
        bytes.push(2);
        bytes.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = *row;
    }
    bytes
}

/// Compresses a stream, and tells whether that made it smaller.
fn compress(stream: &mut Stream) -> bool {
    stream.compress().is_ok() && stream.dict.has(b"Filter")
}

fn object_stream(objects: &[(u32, &Object)]) -> Stream {
    let (mut offsets, mut bodies) = (String::new(), Vec::new());
    for (number, object) in objects {
        offsets.push_str(&format!("{number} {} ", bodies.len()));
        write_object(&mut bodies, object);
        bodies.push(b' ');
    }
    let dictionary = dictionary! { "Type" => "ObjStm", "N" => super::integer(objects.len()), "First" => super::integer(offsets.len()) };
    let mut stream = Stream::new(dictionary, [offsets.into_bytes(), bodies].concat());
    compress(&mut stream);
    stream
}

fn write_object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(value) => out.extend(value.to_string().bytes()),
        Object::Integer(value) => out.extend(value.to_string().bytes()),
        Object::Real(value) => out.extend(value.to_string().bytes()),
        Object::Name(name) => write_name(out, name),
        Object::String(text, _) => write_string(out, text),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 && needs_space(item) {
                    out.push(b' ');
                }
                write_object(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(out, dictionary),
        // A stream stands by itself and is referred to.
        Object::Stream(stream) => write_dictionary(out, &stream.dict),
        Object::Reference((number, generation)) => out.extend(format!("{number} {generation} R").bytes()),
    }
}

/// Whether nothing else keeps an object apart from the one before.
fn needs_space(object: &Object) -> bool {
    matches!(object, Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Reference(_))
}

fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in dictionary {
        write_name(out, key);
        if needs_space(value) {
            out.push(b' ');
        }
        write_object(out, value);
    }
    out.extend(b">>");
}

/// A name; bytes that would end it, and those that are no signs, as numbers (ISO 32000-1, 7.3.5).
fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            out.extend(format!("#{byte:02X}").bytes());
        }
    }
}

/// A string. A line end in it would be read as another one (ISO 32000-1, 7.3.4.2).
fn write_string(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'(');
    for &byte in text {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            b'\r' => out.extend(b"\\r"),
            other => out.push(other),
        }
    }
    out.push(b')');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(object: &Object) -> String {
        let mut out = Vec::new();
        write_object(&mut out, object);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn nothing_in_a_string_or_name_ends_it() {
        assert_eq!(written(&Object::string_literal("a)b(c\\d\re")), "(a\\)b\\(c\\\\d\\re)");
        assert_eq!(written(&Object::Name(b"A b/c".to_vec())), "/A#20b#2Fc");
    }

    #[test]
    fn numbers_and_references_are_kept_apart() {
        let array = Object::Array(vec![1.into(), Object::Reference((2, 0)), Object::Name(b"XYZ".to_vec()), Object::Null, 0.5.into()]);
        assert_eq!(written(&array), "[1 2 0 R/XYZ null 0.5]");
    }

    #[test]
    fn a_file_is_read_back_as_it_was() {
        let mut document = Document::with_version("1.7");
        let ids: Vec<_> = (0..5_000).map(|number| document.add_object(Object::Integer(number))).collect();
        let stream = document.add_object(Stream::new(Dictionary::new(), b"words".to_vec()));
        let root = document.add_object(dictionary! { "Type" => "Catalog", "Text" => Object::string_literal("(\r\\") });
        document.trailer.set("Root", root);
        let read = Document::load_mem(&bytes(&document)).unwrap();
        assert!(ids.iter().zip(0..).all(|(id, number)| read.get_object(*id).unwrap().as_i64().unwrap() == number));
        assert_eq!(read.get_object(stream).unwrap().as_stream().unwrap().content, b"words");
        assert_eq!(read.catalog().unwrap().get(b"Text").unwrap().as_str().unwrap(), b"(\r\\");
    }
}
