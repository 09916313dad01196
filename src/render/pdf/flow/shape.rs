//! From characters to glyphs; the home of harfrust.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use harfrust::{Buffer, Direction, Font, ShapeOptions, ShapePlan, ShaperFont, font::charmap::Charmap};

/// A face of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::render::pdf) enum Face {
    Regular,
    Bold,
}

impl Face {
    pub(in crate::render::pdf) const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The bytes of the font file.
    pub(in crate::render::pdf) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
            Self::Bold => include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
        }
    }
}

/// A glyph in its place. Lengths are in thousandths of the size of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::render::pdf) struct Glyph {
    /// Which glyph of the face.
    pub(in crate::render::pdf) id: u16,
    /// How far the next glyph is.
    pub(in crate::render::pdf) advance: i32,
    /// How far to the right of its place it is drawn.
    pub(in crate::render::pdf) offset: i32,
}

/// A shaped piece of text.
#[derive(Debug)]
pub(in crate::render::pdf) struct Shaped {
    pub(in crate::render::pdf) glyphs: Vec<Glyph>,
    /// For each glyph, the byte of the text that it begins at.
    pub(in crate::render::pdf) starts: Vec<usize>,
    /// The sum of the advances.
    pub(in crate::render::pdf) width: i32,
    /// Whether each glyph says by itself what it stands for. A letter composed of two characters
    /// may share its glyph with the same letter typed as one.
    pub(in crate::render::pdf) plain: bool,
}

/// Both faces, opened.
pub(in crate::render::pdf) struct Fonts([Font; 2]);

impl Fonts {
    /// The faces that are built in. `None` if they cannot be read.
    pub(in crate::render::pdf) fn built_in() -> Option<Self> {
        let [regular, bold] = Face::ALL.map(|face| Font::new(face.bytes(), 0));
        Some(Self([regular?, bold?]))
    }

    /// The bytes of the faces.
    pub(in crate::render::pdf) fn files(&self) -> Vec<std::sync::Arc<[u8]>> {
        Face::ALL.map(|face| face.bytes().into()).to_vec()
    }
}

/// Shapes words, and remembers each that it has shaped.
pub(in crate::render::pdf) struct Shaper<'a> {
    fonts: [ShaperFont<'a, 'static>; 2],
    charmaps: [Charmap<'a>; 2],
    plans: [ShapePlan; 2],
    known: HashMap<(Face, Box<str>), Rc<Shaped>>,
    /// What each glyph says when its text is copied or spoken: the first thing it was used for.
    says: BTreeMap<(Face, u16), Box<str>>,
    buffer: Buffer,
}

const LATIN: harfrust::Script = harfrust::Script::LATIN;

impl<'a> Shaper<'a> {
    pub(in crate::render::pdf) fn new(fonts: &'a Fonts) -> Self {
        let shapers = fonts.0.each_ref().map(ShaperFont::new);
        let plans = fonts.0.each_ref().map(|font| ShapePlan::new(font, Direction::LeftToRight, Some(LATIN), None, &[]));
        Self {
            charmaps: fonts.0.each_ref().map(Font::charmap),
            fonts: shapers,
            plans,
            known: HashMap::new(),
            says: BTreeMap::new(),
            buffer: Buffer::new(),
        }
    }

    /// Whether both faces can draw a character.
    pub(in crate::render::pdf) fn can_draw(&self, character: char) -> bool {
        self.charmaps.iter().all(|charmap| charmap.map_unicode(character).is_some_and(|glyph| glyph.to_u32() != 0))
    }

    /// What a glyph says.
    pub(in crate::render::pdf) fn says(&self, face: Face, glyph: u16) -> &str {
        self.says.get(&(face, glyph)).map_or("", |text| text)
    }

    /// How far the next glyph is if the font's own widths are all there is, in thousandths.
    pub(in crate::render::pdf) fn natural_advance(&self, face: Face, glyph: u16) -> i32 {
        self.fonts[face as usize].glyph_h_advance(glyph.into())
    }

    /// The glyphs of a piece of text.
    pub(in crate::render::pdf) fn shape(&mut self, face: Face, text: &str) -> Rc<Shaped> {
        let key = (face, Box::from(text));
        if let Some(shaped) = self.known.get(&key) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(self.shape_anew(face, text));
        self.known.insert(key, Rc::clone(&shaped));
        shaped
    }

    fn shape_anew(&mut self, face: Face, text: &str) -> Shaped {
        let buffer = &mut self.buffer;
        buffer.clear();
        for (at, character) in text.char_indices() {
            // Signs that only forbid a line's end look like their plain fellows.
            let drawn = match character {
                '\u{a0}' => ' ',
                '\u{2011}' => '-',
                other => other,
            };
            buffer.push(drawn.into(), u32::try_from(at).unwrap_or(u32::MAX));
        }
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(LATIN));
        let mut shaped = Shaped { glyphs: Vec::new(), starts: Vec::new(), width: 0, plain: true };
        let options = ShapeOptions::new().plan(Some(&self.plans[face as usize]));
        if harfrust::shape(&self.fonts[face as usize], buffer, options).is_err() {
            return shaped;
        }
        let infos = buffer.glyph_infos();
        for (index, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
            let start = info.cluster as usize;
            let next = infos.get(index + 1..).and_then(|rest| rest.iter().find(|next| next.cluster > info.cluster));
            let end = next.map_or(text.len(), |next| next.cluster as usize);
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            let says = match text.get(start..end).unwrap_or("") {
                "\u{a0}" => " ",
                "\u{2011}" => "-",
                says => says,
            };
            let known = self.says.entry((face, id)).or_insert_with(|| says.into());
            shaped.plain &= **known == *says;
            shaped.glyphs.push(Glyph { id, advance: position.x_advance, offset: position.x_offset });
            shaped.starts.push(start);
            shaped.width += position.x_advance;
        }
        shaped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_is_applied() {
        let fonts = Fonts::built_in().unwrap();
        let mut shaper = Shaper::new(&fonts);
        let apart = shaper.shape(Face::Regular, "A").width + shaper.shape(Face::Regular, "V").width;
        assert!(shaper.shape(Face::Regular, "AV").width < apart);
    }

    #[test]
    fn a_letter_of_two_characters_is_not_plain_beside_the_same_of_one() {
        let fonts = Fonts::built_in().unwrap();
        let mut shaper = Shaper::new(&fonts);
        assert!(shaper.shape(Face::Regular, "tŷ").plain);
        assert!(!shaper.shape(Face::Regular, "ty\u{302}").plain);
    }

    #[test]
    fn the_font_has_welsh_letters_and_no_tick() {
        let fonts = Fonts::built_in().unwrap();
        let shaper = Shaper::new(&fonts);
        assert!("ŵŷŴŶ£€•–—’“½".chars().all(|character| shaper.can_draw(character)));
        assert!(!shaper.can_draw('✓'));
    }
}
