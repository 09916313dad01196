//! The fonts, each with no more glyphs than the book uses. printpdf reads what is embedded, and says
//! which codes its glyphs have and how they are told as characters. The home of allsorts, which printpdf
//! itself subsets with when its layout engine is switched on.

use std::collections::BTreeMap;

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::font::{cff_charset_gid_to_cid_map, extract_cid_keyed_cff, generate_cmap_string};
use printpdf::{FontId, ParsedFont};

use super::super::flow::pages::Page;
use super::super::flow::shape::{FontNumber, Glyph, Shaper};
use super::super::fonts::Font;
use super::file::File;
use super::object::{Array, Bytes, Dictionary, Hundredths, Id, Name};
use crate::error::Error;

/// A font as it is embedded.
pub(super) struct Subset {
    number: FontNumber,
    /// Its name in the file: six letters, as for every subset (ISO 32000-1, 9.6.4), and its own.
    name: FontId,
    program: Vec<u8>,
    parsed: ParsedFont,
    /// The code of each glyph that is used, by its number in the whole font.
    codes: Vec<u16>,
    /// The glyphs in the order of their codes: the code, how far the next glyph is, what it says.
    glyphs: Vec<(u16, i32, String)>,
}

/// What a font is called on the pages.
pub(super) fn name(number: FontNumber) -> String {
    format!("F{}", number.0)
}

/// The subsets of all fonts that a book uses.
pub(super) fn subsets(pages: &[Page], shaper: &Shaper<'_>) -> Result<Vec<Subset>, Error> {
    let mut used: BTreeMap<FontNumber, Vec<Option<Glyph>>> = BTreeMap::new();
    for glyphs in pages.iter().flat_map(Page::words).flat_map(|fragment| fragment.glyphs.chunk_by(|one, next| one.font == next.font)) {
        let Some(first) = glyphs.first() else { continue };
        let known = used.entry(first.font).or_default();
        for glyph in glyphs {
            let id = usize::from(glyph.id);
            if known.len() <= id {
                known.resize(id + 1, None);
            }
            known[id] = Some(*glyph);
        }
    }
    let fonts = used.into_iter().filter_map(|(number, glyphs)| Some((number, shaper.font(number)?, glyphs)));
    fonts.map(|(number, font, used)| Subset::new(number, font, &used, shaper)).collect()
}

impl Subset {
    fn new(number: FontNumber, font: &Font, used: &[Option<Glyph>], shaper: &Shaper<'_>) -> Result<Self, Error> {
        let damaged = || Error::Font { problem: font.damaged() };
        // Glyph 0 is drawn for what is missing. It must be there and is never used.
        let used: Vec<&Glyph> = used.iter().flatten().filter(|glyph| glyph.id != 0).collect();
        let ids: Vec<u16> = std::iter::once(0).chain(used.iter().map(|glyph| glyph.id)).collect();
        let data = ReadScope::new(font.bytes()).read::<FontData<'_>>().map_err(|_| damaged())?;
        let tables = data.table_provider(0).map_err(|_| damaged())?;
        let program = subset(&tables, &ids, &SubsetProfile::Pdf, CmapTarget::Unicode).map_err(|_| damaged())?;
        let parsed = ParsedFont::from_bytes(&program, 0, &mut Vec::new()).ok_or_else(damaged)?;
        // Glyphs are numbered anew, as they were given. Some fonts have codes of their own for them.
        let own_codes = cff_charset_gid_to_cid_map(&program, 0).unwrap_or_default();
        let mut codes = vec![0; usize::from(ids.last().copied().unwrap_or(0)) + 1];
        let mut glyphs = Vec::with_capacity(used.len());
        for (new, glyph) in (1_u16..).zip(&used) {
            let code = own_codes.get(&new).copied().unwrap_or(new);
            codes[usize::from(glyph.id)] = code;
            glyphs.push((code, glyph.natural, shaper.says(**glyph).to_owned()));
        }
        glyphs.sort_unstable();
        let letter = char::from(b'A' + number.0 % 26);
        Ok(Self { number, name: FontId(format!("PLAIN{letter}+{}", font.name())), program, parsed, codes, glyphs })
    }

    /// Whether this is the font of a number.
    pub(super) fn is(&self, number: FontNumber) -> bool {
        self.number == number
    }

    /// The code of a glyph.
    pub(super) fn code(&self, id: u16) -> u16 {
        self.codes.get(usize::from(id)).copied().unwrap_or(0)
    }

    /// Writes the font (ISO 32000-1, 9.7), and gives back what it is called on the pages.
    pub(super) fn add(&self, file: &mut File) -> (String, Id) {
        let (kind, descriptor) = self.descriptor(file);
        let system = Dictionary::new().with("Registry", Bytes(b"Adobe")).with("Ordering", Bytes(b"Identity")).with("Supplement", 0_usize);
        let mut descendant = Dictionary::new()
            .with("Type", Name("Font"))
            .with("Subtype", Name(kind))
            .with("BaseFont", Name(&self.name.0))
            .with("CIDSystemInfo", system)
            .with("W", self.widths())
            .with("DW", 1000_usize)
            .with("FontDescriptor", descriptor);
        if kind == TRUE_TYPE {
            descendant.set("CIDToGIDMap", Name("Identity"));
        }
        let said: Vec<(u16, String)> = self.glyphs.iter().map(|(code, _, says)| (*code, says.clone())).collect();
        let to_unicode = generate_cmap_string(&self.parsed, &self.name, &said);
        let to_unicode = file.add_stream(Dictionary::new(), to_unicode.as_bytes());
        let font = Dictionary::new()
            .with("Type", Name("Font"))
            .with("Subtype", Name("Type0"))
            .with("BaseFont", Name(&self.name.0))
            .with("Encoding", Name("Identity-H"))
            .with("ToUnicode", to_unicode)
            .with("DescendantFonts", Array::new().with(descendant));
        (name(self.number), file.add(font))
    }

    /// Widths, those of codes that follow each other in one array (9.7.4.3).
    fn widths(&self) -> Array {
        let mut widths = Array::new();
        for stretch in self.glyphs.chunk_by(|one, next| one.0.checked_add(1) == Some(next.0)) {
            let first = stretch.first().map_or(0, |glyph| glyph.0);
            widths.push(usize::from(first));
            widths.push(stretch.iter().map(|(_, width, _)| i64::from(*width)).collect::<Array>());
        }
        widths
    }

    /// Writes the program and what there is to say of it (9.8), and gives back the kind of font.
    fn descriptor(&self, file: &mut File) -> (&'static str, Id) {
        let (kind, key, program) = match extract_cid_keyed_cff(&self.program, 0) {
            // Its codes are its own only if it stands by itself.
            Some(bare) => (COMPACT, "FontFile3", file.add_stream(Dictionary::new().with("Subtype", Name("CIDFontType0C")), &bare)),
            None if self.program.starts_with(b"OTTO") => {
                (COMPACT, "FontFile3", file.add_stream(Dictionary::new().with("Subtype", Name("OpenType")), &self.program))
            }
            None => (TRUE_TYPE, "FontFile2", file.add_stream(Dictionary::new().with("Length1", self.program.len()), &self.program)),
        };
        let metrics = &self.parsed.pdf_font_metrics;
        let thousandths = |length: i16| i64::from(length) * 1000 / i64::from(metrics.units_per_em.max(1));
        let [ascent, descent] = [self.parsed.font_metrics.ascent, self.parsed.font_metrics.descent].map(thousandths);
        let slant = f32::from(metrics.caret_slope_run).atan2(f32::from(metrics.caret_slope_rise)).to_degrees();
        const NONSYMBOLIC: usize = 1 << 5;
        const ITALIC: usize = 1 << 6;
        let descriptor = Dictionary::new()
            .with("Type", Name("FontDescriptor"))
            .with("FontName", Name(&self.name.0))
            .with("Ascent", ascent)
            .with("Descent", descent)
            .with("CapHeight", ascent)
            .with("ItalicAngle", Hundredths::of(-slant))
            .with("Flags", if slant == 0.0 { NONSYMBOLIC } else { NONSYMBOLIC | ITALIC })
            .with("StemV", 80_usize)
            .with("FontBBox", [metrics.x_min, metrics.y_min, metrics.x_max, metrics.y_max].map(thousandths).into_iter().collect::<Array>())
            .with(key, program);
        (kind, file.add(descriptor))
    }
}

/// The kinds of a font whose glyphs have codes of two bytes, by its outlines.
const TRUE_TYPE: &str = "CIDFontType2";
const COMPACT: &str = "CIDFontType0";
