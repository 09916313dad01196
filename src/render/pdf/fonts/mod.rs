//! Fonts: those that are built in, and the user's own, as bytes of TrueType or OpenType files.

use std::fmt;
use std::sync::Arc;

use crate::error::Error;

mod tables;

/// A font file that can be embedded. Cheap to clone.
///
/// ```
/// use plainsong::render::large_print::Font;
///
/// let error = Font::new(b"<html>".to_vec()).unwrap_err();
/// assert!(error.to_string().contains("not a TrueType or OpenType font"));
/// ```
#[derive(Clone)]
pub struct Font {
    bytes: FontBytes,
    /// Its PostScript name.
    name: Arc<str>,
}

/// The bytes of a font, shared. Those that are built in are not copied.
pub(super) type FontBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

impl Font {
    /// Takes a font in: one face, TrueType or OpenType.
    ///
    /// # Errors
    ///
    /// [`Error::Font`], if the bytes are no such font, if parts of it are missing, or if its licence
    /// bits do not allow it to be embedded with fewer glyphs.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Result<Self, Error> {
        let bytes: Arc<[u8]> = bytes.into();
        let name = tables::check(&bytes).map_err(|problem| Error::Font { problem: problem.to_owned() })?;
        Ok(Self { bytes: Arc::new(bytes), name: name.into() })
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self) -> &[u8] {
        (*self.bytes).as_ref()
    }

    /// The bytes of the file, to be kept.
    pub(super) fn shared_bytes(&self) -> FontBytes {
        Arc::clone(&self.bytes)
    }

    /// The PostScript name, letters, digits and hyphens only.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// What is wrong if its tables turn out to be noise, and what to do.
    pub(super) fn damaged(&self) -> String {
        format!("the file of {} is damaged. Get it anew from where it came from, or choose another font", self.name)
    }

    /// A font that ships with plainsong.
    fn built_in(bytes: &'static [u8], name: &'static str) -> Self {
        Self { bytes: Arc::new(bytes), name: name.into() }
    }
}

impl PartialEq for Font {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.bytes() == other.bytes()
    }
}

impl Eq for Font {}

impl fmt::Debug for Font {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Font").field("name", &self.name).field("bytes", &self.bytes().len()).finish()
    }
}

/// The fonts that a document is set in. What one lacks is drawn from the next: the text font, the one
/// that is built in, its signs, then the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Fonts {
    /// The text font; none for the one that is built in.
    pub regular: Option<Font>,
    /// The text font in bold. Without one, words that are stressed are in the bold that is built in.
    pub bold: Option<Font>,
    /// Fonts for what the text font lacks: Greek, Cyrillic, signs of a trade.
    pub others: Vec<Font>,
}

impl Fonts {
    /// Every font, each with a number, and for regular and bold words the numbers in the order in
    /// which a character is looked for.
    pub(super) fn chains(&self) -> (Vec<Font>, [Vec<u8>; 2]) {
        let mut fonts: Vec<Font> = Vec::new();
        let mut chains = [Vec::new(), Vec::new()];
        let mut add = |font: Font, [regular, bold]: [Option<usize>; 2]| {
            let Ok(number) = u8::try_from(fonts.len()) else { return };
            fonts.push(font);
            for (chain, rank) in chains.iter_mut().zip([regular, bold]) {
                chain.extend(rank.map(|rank| (rank, number)));
            }
        };
        // A sign that the bold face lacks is better drawn in the regular one than not at all.
        for (font, ranks) in [(&self.regular, [Some(0), Some(if self.bold.is_some() { 1 } else { 3 })]), (&self.bold, [None, Some(0)])] {
            if let Some(font) = font {
                add(font.clone(), ranks);
            }
        }
        add(Font::built_in(REGULAR, "AtkinsonHyperlegibleNext-Regular"), [Some(2), Some(4)]);
        add(Font::built_in(BOLD, "AtkinsonHyperlegibleNext-Bold"), [None, Some(2)]);
        add(Font::built_in(SIGNS, "DejaVuSans-Signs"), [Some(5), Some(5)]);
        for (font, rank) in self.others.iter().zip(6..) {
            add(font.clone(), [Some(rank), Some(rank)]);
        }
        let ordered = chains.map(|mut chain| {
            chain.sort_unstable();
            chain.into_iter().map(|(_, number)| number).collect()
        });
        (fonts, ordered)
    }
}

const REGULAR: &[u8] = include_bytes!("AtkinsonHyperlegibleNext-Regular.ttf");
const BOLD: &[u8] = include_bytes!("AtkinsonHyperlegibleNext-Bold.ttf");
/// Ticks, boxes, arrows and what else papers hold.
const SIGNS: &[u8] = include_bytes!("DejaVuSans-Signs.ttf");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_users_font_comes_before_the_built_in_ones_and_the_others_after() {
        let mine = Font::new(SIGNS).unwrap();
        let fonts = Fonts { regular: Some(mine.clone()), bold: None, others: vec![mine] };
        let (list, [regular, bold]) = fonts.chains();
        let names = |chain: Vec<u8>| chain.into_iter().map(|number| list[usize::from(number)].name().to_owned()).collect::<Vec<_>>();
        let mine = "DejaVuSans";
        let [text, bold_text, signs] = ["AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold", "DejaVuSans-Signs"];
        assert_eq!(names(regular), [mine, text, signs, mine]);
        assert_eq!(names(bold), [bold_text, mine, text, signs, mine]);
    }
}
