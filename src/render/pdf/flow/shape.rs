//! From characters to glyphs; the home of harfrust.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::rc::Rc;

use harfrust::{Buffer, Direction, Script, ShapeOptions, ShapePlan, ShaperFont, font::charmap::Charmap, unicode};

use super::super::fonts::{Font, Fonts};
use crate::error::Error;

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::render::pdf) enum Face {
    Regular,
    Bold,
}

/// Which font of those that a document is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::render::pdf) struct FontNumber(pub(in crate::render::pdf) u8);

impl FontNumber {
    const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A glyph in its place. Lengths are in thousandths of the size of the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::render::pdf) struct Glyph {
    pub(in crate::render::pdf) font: FontNumber,
    /// Which glyph of the font.
    pub(in crate::render::pdf) id: u16,
    /// How far the next glyph is.
    pub(in crate::render::pdf) advance: i32,
    /// How far the next glyph is if the font's own widths are all there is, in whole thousandths, as
    /// the file says them.
    pub(in crate::render::pdf) natural: i32,
    /// How far to the right of its place it is drawn.
    pub(in crate::render::pdf) offset: i32,
    /// How far above its place it is drawn: marks over letters.
    pub(in crate::render::pdf) rise: i32,
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
    /// Whether there are spaces and nothing else.
    pub(in crate::render::pdf) is_space: bool,
}

/// Fonts, opened.
pub(in crate::render::pdf) struct OpenFonts {
    fonts: Vec<(Font, harfrust::Font)>,
    /// For each face, the fonts in which a character is looked for, one after the other.
    chains: [Vec<FontNumber>; 2],
}

impl OpenFonts {
    /// Opens fonts. One of the user's that cannot be opened is named.
    pub(in crate::render::pdf) fn of(fonts: &Fonts) -> Result<Self, Error> {
        let (fonts, chains) = fonts.chains();
        let open = |font: Font| match harfrust::Font::new(font.shared_bytes(), 0) {
            Some(open) => Ok((font, open)),
            None => Err(Error::Font { problem: font.damaged() }),
        };
        let fonts = fonts.into_iter().map(open).collect::<Result<_, _>>()?;
        Ok(Self { fonts, chains: chains.map(|chain| chain.into_iter().map(FontNumber).collect()) })
    }

    /// The font of this number.
    pub(in crate::render::pdf) fn font(&self, number: FontNumber) -> Option<&Font> {
        self.fonts.get(number.index()).map(|(font, _)| font)
    }

    /// All fonts.
    pub(in crate::render::pdf) fn all(&self) -> impl Iterator<Item = &Font> {
        self.fonts.iter().map(|(font, _)| font)
    }
}

/// A font as it is shaped with.
struct Instance<'a> {
    charmap: Charmap<'a>,
    /// In thousandths of its size.
    scaled: ShaperFont<'a, 'static>,
    /// In its own units.
    plain: ShaperFont<'a, 'static>,
    units: i32,
    plan: ShapePlan,
}

/// Shapes words, and remembers each that it has shaped.
pub(in crate::render::pdf) struct Shaper<'a> {
    open: &'a OpenFonts,
    fonts: Vec<Instance<'a>>,
    /// For each face, a space: nothing else is shaped as often.
    spaces: [Option<Rc<Shaped>>; 2],
    /// For each face, what is shaped already.
    known: [HashMap<Box<str>, Rc<Shaped>>; 2],
    /// For each face, the fonts of the characters that nearly all words are made of.
    ascii: [[Option<FontNumber>; 128]; 2],
    /// What each glyph says when its text is copied or spoken: the first thing it was used for.
    says: BTreeMap<(FontNumber, u16), Box<str>>,
    buffer: Buffer,
}

impl<'a> Shaper<'a> {
    pub(in crate::render::pdf) fn new(open: &'a OpenFonts) -> Self {
        let instance = |(_, font): &'a (Font, harfrust::Font)| Instance {
            charmap: font.charmap(),
            scaled: ShaperFont::new(font).with_scale(1000),
            plain: ShaperFont::new(font),
            units: i32::from(font.units_per_em()).max(1),
            plan: ShapePlan::new(font, Direction::LeftToRight, Some(Script::LATIN), None, &[]),
        };
        let fonts = open.fonts.iter().map(instance).collect();
        let mut shaper = Self {
            open,
            fonts,
            spaces: [None, None],
            known: [(); 2].map(|()| HashMap::new()),
            ascii: [[None; 128]; 2],
            says: BTreeMap::new(),
            buffer: Buffer::new(),
        };
        let of = |face| std::array::from_fn(|code| shaper.find_font(face, u8::try_from(code).unwrap_or_default().into()));
        shaper.ascii = [Face::Regular, Face::Bold].map(of);
        shaper
    }

    /// Whether words of every face can hold a character.
    pub(in crate::render::pdf) fn can_draw(&self, character: char) -> bool {
        [Face::Regular, Face::Bold].into_iter().all(|face| self.font_for(face, character).is_some())
    }

    /// The first font of a face that has a character.
    fn font_for(&self, face: Face, character: char) -> Option<FontNumber> {
        match self.ascii[face as usize].get(character as usize) {
            Some(font) => *font,
            None => self.find_font(face, character),
        }
    }

    fn find_font(&self, face: Face, character: char) -> Option<FontNumber> {
        self.chain(face).iter().copied().find(|&number| self.has(number, character))
    }

    fn chain(&self, face: Face) -> &'a [FontNumber] {
        let [regular, bold] = &self.open.chains;
        match face {
            Face::Regular => regular,
            Face::Bold => bold,
        }
    }

    /// The font of this number.
    pub(in crate::render::pdf) fn font(&self, number: FontNumber) -> Option<&'a Font> {
        self.open.font(number)
    }

    /// What a glyph says.
    pub(in crate::render::pdf) fn says(&self, glyph: Glyph) -> &str {
        self.says.get(&(glyph.font, glyph.id)).map_or("", |text| text)
    }

    /// The glyphs of a piece of text.
    pub(in crate::render::pdf) fn shape(&mut self, face: Face, text: &str) -> Rc<Shaped> {
        let known = if text == " " { self.spaces[face as usize].as_ref() } else { self.known[face as usize].get(text) };
        if let Some(shaped) = known {
            return Rc::clone(shaped);
        }
        let is_space = text.bytes().all(|byte| byte == b' ');
        let mut shaped = Shaped { glyphs: Vec::new(), starts: Vec::new(), width: 0, plain: true, is_space };
        for (font, script, range) in self.stretches(face, text) {
            self.shape_stretch(font, script, text, range, &mut shaped);
        }
        let shaped = Rc::new(shaped);
        match text {
            " " => self.spaces[face as usize] = Some(Rc::clone(&shaped)),
            text => drop(self.known[face as usize].insert(text.into(), Rc::clone(&shaped))),
        }
        shaped
    }

    /// The stretches of a text that are drawn in one font and belong to one script.
    fn stretches(&self, face: Face, text: &str) -> Vec<(FontNumber, Script, Range<usize>)> {
        let mut stretches: Vec<(FontNumber, Script, Range<usize>)> = Vec::new();
        for (at, character) in text.char_indices() {
            let end = at + character.len_utf8();
            let own = script(character);
            let last = stretches.last_mut();
            // A mark belongs to its letter, and goes with it if the letter's font has it.
            let font = match &last {
                Some((font, ..)) if is_mark(character) && self.has(*font, character) => Some(*font),
                _ => self.font_for(face, character),
            };
            let Some(font) = font.or_else(|| self.chain(face).first().copied()) else { continue };
            match last {
                Some((of, script, range)) if *of == font && own.is_none_or(|own| own == *script) => range.end = end,
                _ => stretches.push((font, own.unwrap_or(Script::LATIN), at..end)),
            }
        }
        stretches
    }

    fn has(&self, font: FontNumber, character: char) -> bool {
        let charmap = self.fonts.get(font.index()).map(|instance| &instance.charmap);
        charmap.and_then(|charmap| charmap.map_unicode(plain(character))).is_some_and(|glyph| glyph.to_u32() != 0)
    }

    fn shape_stretch(&mut self, number: FontNumber, script: Script, text: &str, range: Range<usize>, shaped: &mut Shaped) {
        let (Some(font), Some(stretch)) = (self.fonts.get(number.index()), text.get(range.clone())) else { return };
        let buffer = &mut self.buffer;
        buffer.clear();
        for (at, character) in stretch.char_indices() {
            buffer.push(plain(character).into(), u32::try_from(range.start + at).unwrap_or(u32::MAX));
        }
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(script));
        let plan = (script == Script::LATIN).then_some(&font.plan);
        if harfrust::shape(&font.scaled, buffer, ShapeOptions::new().plan(plan)).is_err() {
            return;
        }
        let infos = buffer.glyph_infos();
        let mut last = None;
        for (index, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
            let start = info.cluster as usize;
            let next = infos.get(index + 1..).and_then(|rest| rest.iter().find(|next| next.cluster > info.cluster));
            let end = next.map_or(range.end, |next| next.cluster as usize);
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            // The first of several glyphs for one thing says it all.
            let goes_on = last == Some(start);
            let says = match text.get(start..end).unwrap_or("") {
                _ if goes_on => "",
                "\u{a0}" => " ",
                "\u{2011}" => "-",
                says => says,
            };
            let known = self.says.entry((number, id)).or_insert_with(|| says.into());
            shaped.plain &= **known == *says && !goes_on;
            let (advance, offset, rise) = (position.x_advance, position.x_offset, position.y_offset);
            let natural = i64::from(font.plain.glyph_h_advance(info.glyph_id.into())) * 1000 / i64::from(font.units);
            let natural = i32::try_from(natural).unwrap_or(0);
            shaped.glyphs.push(Glyph { font: number, id, advance, natural, offset, rise });
            shaped.starts.push(start);
            shaped.width += advance;
            last = Some(start);
        }
    }
}

/// The script of a character; none if it is a mark or a sign that goes with any. What is written
/// from right to left never comes here.
fn script(character: char) -> Option<Script> {
    let script = unicode::script(character.into());
    (script != Script::COMMON && script != Script::INHERITED && script != Script::UNKNOWN).then_some(script)
}

/// Whether a character stands over or under the one before it.
fn is_mark(character: char) -> bool {
    unicode::script(character.into()) == Script::INHERITED
}

/// Signs that only forbid a line's end look like their plain fellows.
const fn plain(character: char) -> char {
    match character {
        '\u{a0}' => ' ',
        '\u{2011}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built_in() -> OpenFonts {
        OpenFonts::of(&Fonts::default()).unwrap()
    }

    #[test]
    fn kerning_is_applied() {
        let fonts = built_in();
        let mut shaper = Shaper::new(&fonts);
        let apart = shaper.shape(Face::Regular, "A").width + shaper.shape(Face::Regular, "V").width;
        assert!(shaper.shape(Face::Regular, "AV").width < apart);
    }

    #[test]
    fn a_letter_of_two_characters_is_not_plain_beside_the_same_of_one() {
        let fonts = built_in();
        let mut shaper = Shaper::new(&fonts);
        assert!(shaper.shape(Face::Regular, "tŷ").plain);
        assert!(!shaper.shape(Face::Regular, "ty\u{302}").plain);
    }

    #[test]
    fn letters_come_from_the_text_face_and_signs_from_that_of_signs() {
        let fonts = built_in();
        let mut shaper = Shaper::new(&fonts);
        assert!("ŵŷŴŶ£€•–—’“½✓☐→".chars().all(|character| shaper.can_draw(character)));
        assert!(!shaper.can_draw('Ψ'));
        let shaped = shaper.shape(Face::Bold, "Yes ✓ £");
        let fonts: Vec<u8> = shaped.glyphs.iter().map(|glyph| glyph.font.0).collect();
        assert_eq!(fonts, [1, 1, 1, 1, 2, 1, 1]);
        let said: String = shaped.glyphs.iter().map(|&glyph| shaper.says(glyph)).collect();
        assert_eq!((said.as_str(), shaped.plain), ("Yes ✓ £", true));
    }

    #[test]
    fn a_mark_over_a_letter_is_said_once() {
        let fonts = built_in();
        let mut shaper = Shaper::new(&fonts);
        let shaped = shaper.shape(Face::Regular, "x\u{302}");
        let said: String = shaped.glyphs.iter().map(|&glyph| shaper.says(glyph)).collect();
        assert_eq!(said, "x\u{302}");
    }
}
