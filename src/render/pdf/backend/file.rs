//! The bytes of a file, as few as can be: objects in compressed streams, and the table of where they
//! are in one too (ISO 32000-1, 7.5.7 and 7.5.8). Objects are written as they come, so that no more
//! than the file itself is kept in memory.

use super::deflate::Deflater;
use super::object::{Array, Bytes, Dictionary, Id, Name, Value};
use crate::source::short_hash;

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
    /// In a stream of objects: the stream, and how many come before.
    In(Id, usize),
}

/// A file that grows.
pub(super) struct File {
    bytes: Vec<u8>,
    /// Where each object is, by its number.
    places: Vec<Place>,
    /// The objects that wait for their stream: the number of each, and where it begins.
    waiting: Vec<(Id, usize)>,
    bodies: Vec<u8>,
    deflater: Deflater,
}

/// What leads to all else in a file.
pub(super) struct Trailer {
    pub(super) catalog: Id,
    pub(super) information: Id,
    /// What the file is, and what it was made from.
    pub(super) identifier: String,
}

impl File {
    pub(super) fn new() -> Self {
        Self { bytes: HEADER.to_vec(), places: vec![Place::Nowhere], waiting: Vec::new(), bodies: Vec::new(), deflater: Deflater::new() }
    }

    /// The number of an object that is written later, by [`Self::put`].
    pub(super) fn reserve(&mut self) -> Id {
        let id = Id(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
        self.places.push(Place::Nowhere);
        id
    }

    /// Writes the object of a number.
    pub(super) fn put(&mut self, id: Id, object: impl Value) {
        self.waiting.push((id, self.bodies.len()));
        object.write(&mut self.bodies);
        self.bodies.push(b' ');
        if self.waiting.len() == OBJECTS_A_STREAM {
            self.write_waiting();
        }
    }

    /// Writes an object.
    pub(super) fn add(&mut self, object: impl Value) -> Id {
        let id = self.reserve();
        self.put(id, object);
        id
    }

    /// Writes a stream, compressed if that makes it smaller.
    pub(super) fn add_stream(&mut self, about: Dictionary, content: &[u8]) -> Id {
        let id = self.reserve();
        match self.deflater.deflated(content) {
            Some(deflated) => self.write_stream(id, &about.with("Filter", Name("FlateDecode")), &deflated),
            None => self.write_stream(id, &about, content),
        }
        id
    }

    /// Writes a stream as it is.
    pub(super) fn add_stream_as_it_is(&mut self, about: &Dictionary, content: &[u8]) -> Id {
        let id = self.reserve();
        self.write_stream(id, about, content);
        id
    }

    fn write_stream(&mut self, id: Id, about: &Dictionary, content: &[u8]) {
        self.set_place(id, Place::At(self.bytes.len()));
        id.0.write(&mut self.bytes);
        self.bytes.extend(b" 0 obj\n");
        about.clone().with("Length", content.len()).write(&mut self.bytes);
        self.bytes.extend(b"stream\n");
        self.bytes.extend(content);
        self.bytes.extend(b"\nendstream\nendobj\n");
    }

    fn set_place(&mut self, id: Id, place: Place) {
        if let Some(known) = self.places.get_mut(id.0 as usize) {
            *known = place;
        }
    }

    /// Writes the objects that wait for their stream.
    fn write_waiting(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let mut content = Vec::with_capacity(self.bodies.len() + waiting.len() * 8);
        let stream = self.reserve();
        for (index, (id, start)) in waiting.iter().enumerate() {
            self.set_place(*id, Place::In(stream, index));
            id.0.write(&mut content);
            content.push(b' ');
            start.write(&mut content);
            content.push(b' ');
        }
        let about = Dictionary::new().with("Type", Name("ObjStm")).with("N", waiting.len()).with("First", content.len());
        content.append(&mut self.bodies);
        match self.deflater.deflated(&content) {
            Some(deflated) => self.write_stream(stream, &about.with("Filter", Name("FlateDecode")), &deflated),
            None => self.write_stream(stream, &about, &content),
        }
    }

    /// Writes what is left and the table of objects, and gives the bytes back.
    pub(super) fn finish(mut self, trailer: &Trailer) -> Vec<u8> {
        self.write_waiting();
        // What is written so far depends on the words and on how they are set, so that no two files share it.
        let identifier = format!("{}-{}", trailer.identifier, short_hash(&self.bytes));
        let start = self.bytes.len();
        let table = self.reserve();
        self.set_place(table, Place::At(start));
        let rows: Vec<[u8; ROW]> = self.places.iter().map(|place| row(*place)).collect();
        let about = Dictionary::new()
            .with("Type", Name("XRef"))
            .with("Size", rows.len())
            .with("W", Array::new().with(1_i64).with(4_i64).with(2_i64))
            .with("Root", trailer.catalog)
            .with("Info", trailer.information)
            .with("ID", Array::new().with(Bytes(identifier.as_bytes())).with(Bytes(identifier.as_bytes())));
        match self.deflater.deflated(&differences(&rows)) {
            Some(deflated) => {
                let rows = Dictionary::new().with("Predictor", 12_i64).with("Columns", ROW);
                self.write_stream(table, &about.with("Filter", Name("FlateDecode")).with("DecodeParms", rows), &deflated);
            }
            None => self.write_stream(table, &about, &rows.concat()),
        }
        self.bytes.extend(b"startxref\n");
        start.write(&mut self.bytes);
        self.bytes.extend(b"\n%%EOF\n");
        self.bytes
    }
}

/// The bytes of a row of the table: what kind of place it is, four bytes and two for it.
const ROW: usize = 7;

fn row(place: Place) -> [u8; ROW] {
    let (kind, long, short) = match place {
        Place::Nowhere => (0, 0, usize::from(u16::MAX)),
        Place::At(byte) => (1, byte, 0),
        Place::In(stream, index) => (2, stream.0 as usize, index),
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

#[cfg(test)]
mod tests {
    use lopdf::Document;

    use super::*;

    fn file() -> Vec<u8> {
        let mut file = File::new();
        let numbers: Vec<Id> = (0..5_000_i64).map(|number| file.add(number)).collect();
        let long = file.add_stream(Dictionary::new(), &b"words ".repeat(100));
        let short = file.add_stream(Dictionary::new(), b"words");
        let lost = file.reserve();
        let numbers: Array = numbers.into_iter().collect();
        let catalog = Dictionary::new().with("Type", Name("Catalog")).with("Text", Bytes(b"(\r\\"));
        let catalog = file.add(catalog.with("Numbers", numbers).with("Streams", Array::new().with(long).with(short)).with("Lost", lost));
        let information = file.add(Dictionary::new());
        file.finish(&Trailer { catalog, information, identifier: "a".to_owned() })
    }

    #[test]
    fn a_file_is_read_back_as_it_was() {
        let read = Document::load_mem(&file()).unwrap();
        let catalog = read.catalog().unwrap();
        let of = |key: &[u8]| catalog.get(key).unwrap().as_array().unwrap().iter().map(|id| read.dereference(id).unwrap().1);
        assert!(of(b"Numbers").zip(0..).all(|(object, number)| object.as_i64().unwrap() == number));
        let streams: Vec<Vec<u8>> = of(b"Streams").map(|object| object.as_stream().unwrap().get_plain_content().unwrap()).collect();
        assert_eq!(streams, [b"words ".repeat(100), b"words".to_vec()]);
        assert_eq!(catalog.get(b"Text").unwrap().as_str().unwrap(), b"(\r\\");
    }

    #[test]
    fn the_same_objects_are_the_same_bytes() {
        assert_eq!(file(), file());
    }
}
