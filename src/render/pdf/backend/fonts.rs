//! The fonts, each with no more glyphs than the book uses; the home of allsorts, which printpdf
//! itself subsets with when its layout engine is switched on.

use std::collections::{BTreeMap, BTreeSet};

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::{FontId, ParsedFont, PdfFont};

use super::super::flow::pages::Page;
use super::super::flow::shape::{FontNumber, Shaper};
use super::super::fonts::Font;
use super::problem;
use crate::error::Error;

/// A font as it is embedded.
pub(super) struct Subset {
    number: FontNumber,
    /// Its name in the file: six letters, as for every subset (ISO 32000-1, 9.6.4), and its own.
    pub(super) id: FontId,
    bytes: Vec<u8>,
    /// The number of each glyph in the subset.
    glyphs: BTreeMap<u16, u16>,
}

/// The subsets of all fonts that a book uses.
pub(super) fn subsets(pages: &[Page], shaper: &Shaper<'_>) -> Result<Vec<Subset>, Error> {
    let mut used: BTreeMap<FontNumber, BTreeSet<u16>> = BTreeMap::new();
    for glyph in pages.iter().flat_map(Page::words).flat_map(|fragment| &fragment.glyphs) {
        used.entry(glyph.font).or_default().insert(glyph.id);
    }
    let fonts = used.into_iter().filter_map(|(number, glyphs)| Some((number, shaper.font(number)?, glyphs)));
    fonts.map(|(number, font, glyphs)| Subset::new(number, font, &glyphs)).collect()
}

impl Subset {
    fn new(number: FontNumber, font: &Font, used: &BTreeSet<u16>) -> Result<Self, Error> {
        let unusable =
            |error: &dyn std::fmt::Display| Error::Font { problem: format!("{} is damaged ({error}). Choose another", font.name()) };
        // Glyph 0 is drawn for what is missing. It must be there and is never used.
        let ids: Vec<u16> = std::iter::once(0).chain(used.iter().copied().filter(|&id| id != 0)).collect();
        let data = ReadScope::new(font.bytes()).read::<FontData<'_>>().map_err(|error| unusable(&error))?;
        let tables = data.table_provider(0).map_err(|error| unusable(&error))?;
        let bytes = subset(&tables, &ids, &SubsetProfile::Pdf, CmapTarget::Unicode).map_err(|error| unusable(&error))?;
        let letter = char::from(b'A' + number.0 % 26);
        let name = format!("PLAIN{letter}+{}", font.name());
        let glyphs = ids.into_iter().zip(0..).collect();
        Ok(Self { number, id: FontId(name), bytes, glyphs })
    }

    /// The subset as printpdf takes it.
    pub(super) fn font(&self) -> Result<PdfFont, Error> {
        let font = ParsedFont::from_bytes(&self.bytes, 0, &mut Vec::new());
        font.map(PdfFont::new).ok_or_else(|| problem(&"the font cannot be read back after its unused glyphs were taken out"))
    }

    /// Whether this is the font of a number.
    pub(super) fn is(&self, number: FontNumber) -> bool {
        self.number == number
    }

    /// The number of a glyph in the subset.
    pub(super) fn glyph(&self, id: u16) -> u16 {
        self.glyphs.get(&id).copied().unwrap_or(0)
    }
}
