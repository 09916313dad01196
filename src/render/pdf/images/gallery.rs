//! The pictures of a document, each opened once, however often it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::fonts::FontBytes;
use super::{Picture, Problem, from_jpeg, from_png, from_svg};
use crate::render::picture_kind::PictureKind;
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
        let bytes = Arc::clone(self.resources.get(address).map_err(Problem::Absent)?);
        self.own_picture(&bytes)
    }

    /// A picture that is no file of the document.
    pub(in crate::render::pdf) fn own_picture(&mut self, bytes: &Arc<[u8]>) -> Result<PictureId, Problem> {
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

/// Opens a picture.
fn open(bytes: &[u8], pixels_left: &mut u64, faces: &[FontBytes]) -> Result<Picture, Problem> {
    match PictureKind::of(bytes) {
        PictureKind::Empty => Err(Problem::Empty),
        PictureKind::Png => from_png::read(bytes, pixels_left).map(Picture::of_raster),
        PictureKind::Jpeg => from_jpeg::read(bytes).map(Picture::of_raster),
        PictureKind::Svg => from_svg::read(bytes, pixels_left, faces).map(Picture::of_drawing),
        PictureKind::Gif => Err(Problem::OtherFormat(Some("GIF"))),
        PictureKind::WebP => Err(Problem::OtherFormat(Some("WebP"))),
        PictureKind::Other(name) => Err(Problem::OtherFormat(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
