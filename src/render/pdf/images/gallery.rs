//! The pictures of a document, each opened once, however often it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::fonts::FontBytes;
use super::{Picture, Problem, from_jpeg, from_png, from_svg};
use crate::resources::Resources;

/// Which picture of the gallery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render::pdf) struct PictureId(pub(in crate::render::pdf) usize);

/// Opens pictures, and keeps those that can be drawn.
pub(in crate::render::pdf) struct Gallery {
    resources: Resources,
    /// The faces that words in drawings are set in.
    faces: Vec<FontBytes>,
    pub(in crate::render::pdf) pictures: Vec<Picture>,
    /// What became of each file, by its bytes: two names may lead to one picture.
    known: BTreeMap<Arc<[u8]>, Result<PictureId, Problem>>,
    pixels_left: u64,
}

/// How many pixels of PNG are unpacked for a document. All that a file claims to hold is unpacked
/// once, whatever it holds.
const PIXELS: u64 = 90_000_000;

impl Gallery {
    pub(in crate::render::pdf) fn new(resources: Resources, faces: Vec<FontBytes>) -> Self {
        Self { resources, faces, pictures: Vec::new(), known: BTreeMap::new(), pixels_left: PIXELS }
    }

    /// The picture at an address.
    pub(in crate::render::pdf) fn picture(&mut self, address: &str) -> Result<PictureId, Problem> {
        let bytes = self.resources.get(address).map_err(Problem::Absent)?;
        if let Some(known) = self.known.get(bytes) {
            return known.clone();
        }
        let opened = open(bytes, &mut self.pixels_left, &self.faces).map(|picture| {
            self.pictures.push(picture);
            PictureId(self.pictures.len() - 1)
        });
        self.known.insert(Arc::clone(bytes), opened.clone());
        opened
    }
}

/// Opens a picture. What it is shows in its first bytes; names lie.
fn open(bytes: &[u8], pixels_left: &mut u64, faces: &[FontBytes]) -> Result<Picture, Problem> {
    match format(bytes) {
        Format::Empty => Err(Problem::Empty),
        Format::Png => from_png::read(bytes, pixels_left).map(Picture::of_raster),
        Format::Jpeg => from_jpeg::read(bytes).map(Picture::of_raster),
        Format::Svg => from_svg::read(bytes, pixels_left, faces).map(Picture::of_drawing),
        Format::Other(name) => Err(Problem::OtherFormat(name)),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Format {
    Empty,
    Png,
    Jpeg,
    Svg,
    /// With its name, if that is known.
    Other(Option<&'static str>),
}

/// The first bytes of formats that are not drawn.
const OTHERS: [(&[u8], &str); 9] = [
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\0\0\0", "EMF"),
    (b"\x1f\x8b", "compressed SVG"),
    (b"RIFF", "WebP"),
];

fn format(bytes: &[u8]) -> Format {
    if bytes.is_empty() {
        Format::Empty
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Format::Png
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Format::Jpeg
    } else if let Some((_, name)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        Format::Other(Some(name))
    } else if is_svg(bytes) {
        Format::Svg
    } else {
        Format::Other(None)
    }
}

/// Whether a file is XML with a root that is called svg, as far as its first part shows.
fn is_svg(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 4096;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    head.starts_with(b"<") && (head.windows(4).any(|part| part == b"<svg") || head.windows(5).any(|part| part == b":svg "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_its_first_bytes() {
        for (bytes, expected) in [
            (&b""[..], Format::Empty),
            (b"\x89PNG\r\n\x1a\n", Format::Png),
            (b"\xff\xd8\xff\xe0", Format::Jpeg),
            (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", Format::Svg),
            (b"GIF89a", Format::Other(Some("GIF"))),
            (b"<html>", Format::Other(None)),
            (b"\x89PN", Format::Other(None)),
        ] {
            assert_eq!(format(bytes), expected);
        }
    }

    #[test]
    fn a_picture_is_kept_once() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'><rect width='4' height='4'/></svg>";
        let mut resources = Resources::default();
        resources.insert("a.svg", svg.as_bytes().to_vec());
        resources.insert("b.svg", svg.as_bytes().to_vec());
        let mut gallery = Gallery::new(resources, Vec::new());
        let ids = ["a.svg", "b.svg", "a.svg"].map(|name| gallery.picture(name).unwrap());
        assert_eq!(ids, [PictureId(0); 3]);
        assert_eq!((gallery.pictures[0].width, gallery.pictures[0].height), (6.0, 3.0));
    }
}
