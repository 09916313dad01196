//! How many pages a PDF has, read from its bytes. Only what this room writes can be read.

use super::deflate::inflated;

/// What begins a stream of objects, and a stream.
const OBJECTS: &[u8] = b"/Type/ObjStm";
const STREAM: &[u8] = b"stream\n";

/// What the tree of pages begins with.
const PAGES: &[u8] = b"/Type/Pages/Count ";

/// The number of pages; `None`, if these bytes are no PDF of ours.
pub(in crate::render) fn pages(mut bytes: &[u8]) -> Option<usize> {
    while let Some(after) = after(bytes, OBJECTS) {
        let stream = self::after(after, STREAM)?;
        let objects = inflated(stream);
        if let Some(count) = objects.as_deref().and_then(|objects| self::after(objects, PAGES)) {
            let digits: Vec<u8> = count.iter().copied().take_while(u8::is_ascii_digit).collect();
            return std::str::from_utf8(&digits).ok()?.parse().ok();
        }
        bytes = stream;
    }
    None
}

/// What comes after the first place of some bytes.
fn after<'a>(bytes: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    let at = bytes.windows(wanted.len()).position(|window| window == wanted)?;
    bytes.get(at + wanted.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::large_print::{Options, render};
    use crate::{Source, parse};

    #[test]
    fn pages_are_counted_in_what_we_write() {
        for lines in [1, 60, 3_000] {
            let text = "A line.\n\n".repeat(lines);
            let pdf = render(&parse(&Source::new("a.md", text)), &Options::default()).unwrap().output;
            assert_eq!(pages(&pdf), Some(lopdf::Document::load_mem(&pdf).unwrap().get_pages().len()));
        }
        assert_eq!(pages(b"no PDF"), None);
        assert_eq!(pages(b"/Type/ObjStm stream\nno stream"), None);
    }
}
