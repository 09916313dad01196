//! The faces, each with no more glyphs than the book uses; the home of allsorts, which printpdf
//! itself subsets with when its layout engine is switched on.

use std::collections::{BTreeMap, BTreeSet};

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::{FontId, ParsedFont, PdfFont};

use super::super::flow::pages::Page;
use super::super::flow::shape::Face;
use super::problem;
use crate::error::Error;

/// A face as it is embedded.
pub(super) struct Subset {
    face: Face,
    /// Its name in the file: six letters, as for every subset (ISO 32000-1, 9.6.4), and its own.
    pub(super) id: FontId,
    bytes: Vec<u8>,
    /// The number of each glyph in the subset.
    glyphs: BTreeMap<u16, u16>,
}

/// The subsets of all faces that a book uses.
pub(super) fn subsets(pages: &[Page]) -> Result<Vec<Subset>, Error> {
    let mut used: BTreeMap<Face, BTreeSet<u16>> = BTreeMap::new();
    for fragment in pages.iter().flat_map(Page::words) {
        used.entry(fragment.face).or_default().extend(fragment.glyphs.iter().map(|glyph| glyph.id));
    }
    used.into_iter().map(|(face, glyphs)| Subset::new(face, &glyphs)).collect()
}

impl Subset {
    fn new(face: Face, used: &BTreeSet<u16>) -> Result<Self, Error> {
        // Glyph 0 is drawn for what is missing. It must be there and is never used.
        let ids: Vec<u16> = std::iter::once(0).chain(used.iter().copied().filter(|&id| id != 0)).collect();
        let font = ReadScope::new(face.bytes()).read::<FontData<'_>>().map_err(|error| problem(&error))?;
        let tables = font.table_provider(0).map_err(|error| problem(&error))?;
        let bytes = subset(&tables, &ids, &SubsetProfile::Pdf, CmapTarget::Unicode).map_err(|error| problem(&error))?;
        let name = match face {
            Face::Regular => "PLAINR+AtkinsonHyperlegibleNext-Regular",
            Face::Bold => "PLAINB+AtkinsonHyperlegibleNext-Bold",
        };
        let glyphs = ids.into_iter().zip(0..).collect();
        Ok(Self { face, id: FontId(name.to_owned()), bytes, glyphs })
    }

    /// The subset as printpdf takes it.
    pub(super) fn font(&self) -> Result<PdfFont, Error> {
        let font = ParsedFont::from_bytes(&self.bytes, 0, &mut Vec::new());
        font.map(PdfFont::new).ok_or_else(|| problem(&"the font cannot be read back after its unused glyphs were taken out"))
    }

    /// Whether this is a face.
    pub(super) fn is(&self, face: Face) -> bool {
        self.face == face
    }

    /// The number of a glyph in the subset.
    pub(super) fn glyph(&self, id: u16) -> u16 {
        self.glyphs.get(&id).copied().unwrap_or(0)
    }
}
