//! Pages as content streams. What belongs to the document is drawn in marked sequences, each told to
//! the structure tree; all else is an artifact (ISO 14289-1, 7.1).

use super::super::colours::{Colour, Colours, Shade};
use super::super::flow::galley::{Fragment, Ink, Paint, Placed};
use super::super::flow::lines::points;
use super::super::flow::pages::Page;
use super::super::flow::shape::{FontNumber, Glyph};
use super::super::images::{Content as Pictured, Picture, Turned};
use super::super::tags::{Holds, NodeId, Turn};
use super::content::Content;
use super::file::File;
use super::fonts::{self, Subset};
use super::object::{Array, Dictionary, Hundredths, Id, Name, Text};
use super::{Book, pictures, structure};

/// A page that is drawn.
pub(super) struct Drawn {
    pub(super) content: Id,
    /// How far from the bottom of the page each marked sequence begins.
    pub(super) tops: Vec<Hundredths>,
}

/// Draws the pages of a book, and tells its tree which sequence stands where.
pub(super) fn pages(file: &mut File, book: &mut Book<'_, '_>, fonts: &[Subset]) -> Vec<Drawn> {
    let pages = book.pages;
    let draw = |(index, page)| {
        let (content, tops) = draw_page(book, index, page, fonts);
        Drawn { content: file.add_stream(Dictionary::new(), content.bytes()), tops }
    };
    pages.iter().enumerate().map(draw).collect()
}

fn draw_page(book: &mut Book<'_, '_>, index: usize, page: &Page, fonts: &[Subset]) -> (Content, Vec<Hundredths>) {
    let style = book.style;
    let mut pen = Pen { content: Content::default(), page_height: style.page_height, colours: style.colours, fonts, font: None };
    pen.draw_ground(style.page_width);
    pen.draw_ink(&page.ink);
    pen.draw_decoration(&page.pictures, book.pictures);
    let mut tops = Vec::new();
    for (sequence, (node, turn, part)) in parts(page).into_iter().enumerate() {
        let tag = book.tree.nodes.get(node.0).map_or("Span", |node| structure::standard_type(&node.role));
        pen.content.begin(tag, &Dictionary::new().with("MCID", sequence));
        match &part {
            Part::Words(words) => pen.write(words),
            Part::Picture(placed) => pen.draw_picture(placed, book.pictures),
        }
        pen.content.end();
        book.tree.give(node, turn, Holds::Content { page: index, sequence });
        tops.push(Hundredths::of(style.page_height - part.top()));
    }
    for (place, area) in page.areas.iter().enumerate() {
        book.tree.give(area.link.node, area.turn, Holds::Area { page: index, area: place });
    }
    pen.write_artifact(&page.artifacts, None);
    pen.write_artifact(&page.head, Some("Header"));
    pen.write_artifact(&page.foot, Some("Footer"));
    (pen.content, tops)
}

/// How far the ground goes beyond the page, so that no edge of white paper is left.
const BLEED: f32 = 2.0;

/// What a marked sequence holds.
enum Part<'a> {
    Words(&'a [Fragment]),
    Picture(&'a Placed),
}

impl Part<'_> {
    /// Where it begins, from the top of the page.
    fn top(&self) -> f32 {
        match self {
            Self::Words(words) => words.first().map_or(0.0, |first| first.baseline - first.size * ABOVE),
            Self::Picture(placed) => placed.y,
        }
    }
}

/// What stands on a page, in reading order, each with its element.
fn parts(page: &Page) -> Vec<(NodeId, Turn, Part<'_>)> {
    let words = page.fragments.chunk_by(|one, next| one.node == next.node);
    let words = words.filter_map(|words| words.first().and_then(|first| Some((first.node?, first.turn, Part::Words(words)))));
    let pictures = page.pictures.iter().filter_map(|placed| Some((placed.node?, placed.turn, Part::Picture(placed))));
    let mut parts: Vec<_> = words.chain(pictures).collect();
    parts.sort_by_key(|(_, turn, _)| *turn);
    parts
}

/// How far above its first baseline a sequence is taken to begin, in sizes: who is led there sees the
/// whole line.
const ABOVE: f32 = 1.2;

struct Pen<'a> {
    content: Content,
    page_height: f32,
    colours: Colours,
    fonts: &'a [Subset],
    /// The font and size that are set. They stay so from one text section to the next.
    font: Option<(FontNumber, f32)>,
}

impl Pen<'_> {
    fn begin_artifact(&mut self, kind: &str) {
        self.content.begin("Artifact", &Dictionary::new().with("Type", Name(kind)));
    }

    /// Covers the page with the colour of its ground, and takes that of the words (ISO 32000-1,
    /// 14.8.2.2.2: a background says how far it reaches).
    fn draw_ground(&mut self, page_width: f32) {
        if let Some(ground) = self.colours.ground() {
            let reach: Array = [0.0, 0.0, page_width, self.page_height].map(Hundredths::of).into_iter().collect();
            self.content.begin("Artifact", &Dictionary::new().with("Type", Name("Background")).with("BBox", reach));
            self.set_colour(ground, ["g", "rg"]);
            let edges = [-BLEED, -BLEED, page_width + 2.0 * BLEED, self.page_height + 2.0 * BLEED];
            self.content.rectangle(edges.map(Hundredths::of)).operator("f");
            self.content.end();
        }
        self.set_colour(self.colours.words(), ["g", "rg"]);
    }

    /// Sets a colour, by the operator for greys or that for others.
    fn set_colour(&mut self, colour: Colour, [grey, other]: [&str; 2]) {
        // Thousandths are finer than the 256 steps of a part, and short to write.
        let part = |part: u8| (f32::from(part) / 0.255).round() / 1000.0;
        let Colour { red, green, blue } = colour;
        if red == green && green == blue {
            self.content.put(part(red)).operator(grey);
        } else {
            self.content.put(part(red)).put(part(green)).put(part(blue)).operator(other);
        }
    }

    fn draw_ink(&mut self, ink: &[Ink]) {
        if ink.is_empty() {
            return;
        }
        self.begin_artifact("Layout");
        for ink in ink {
            let painted = match ink.paint {
                Paint::Fill(shade) => {
                    self.set_colour(self.colours.shade(shade), ["g", "rg"]);
                    "f"
                }
                Paint::Frame(thickness) => {
                    self.set_colour(self.colours.shade(Shade::Line), ["G", "RG"]);
                    self.content.put(Hundredths::of(thickness)).operator("w");
                    "S"
                }
            };
            let edges = [ink.x, self.page_height - ink.y - ink.height, ink.width, ink.height];
            self.content.rectangle(edges.map(Hundredths::of)).operator(painted);
        }
        self.content.end();
        self.set_colour(self.colours.words(), ["g", "rg"]);
    }

    /// Draws the pictures that only repeat what the words say.
    fn draw_decoration(&mut self, placed: &[Placed], pictures: &[Picture]) {
        for placed in placed.iter().filter(|placed| placed.node.is_none()) {
            self.begin_artifact("Layout");
            self.draw_picture(placed, pictures);
            self.content.end();
        }
    }

    /// Draws a picture, which fills the unit square.
    fn draw_picture(&mut self, placed: &Placed, pictures: &[Picture]) {
        let content = &mut self.content;
        content.operator("q");
        let [width, height] = [placed.width, placed.height].map(Hundredths::of);
        let (x, y) = (Hundredths::of(placed.x), Hundredths::of(self.page_height - placed.y - placed.height));
        content.put(width).put(0_usize).put(0_usize).put(height).put(x).put(y).operator("cm");
        if let Some(Picture { content: Pictured::Raster(raster), .. }) = pictures.get(placed.picture.0)
            && raster.turned != Turned::UPRIGHT
        {
            for number in raster.turned.matrix {
                content.put(number);
            }
            content.operator("cm");
        }
        content.put(Name(&pictures::name(placed.picture))).operator("Do").operator("Q");
    }

    /// Writes words that are there because there are pages (ISO 32000-1, 14.8.2.2.2).
    fn write_artifact(&mut self, words: &[Fragment], subtype: Option<&str>) {
        if words.is_empty() {
            return;
        }
        let mut properties = Dictionary::new().with("Type", Name("Pagination"));
        if let Some(subtype) = subtype {
            properties.set("Subtype", Name(subtype));
        }
        self.content.begin("Artifact", &properties);
        self.write(words);
        self.content.end();
    }

    /// Writes words. What glyphs cannot say of themselves is said beside them (ISO 32000-1, 14.9.4).
    fn write(&mut self, words: &[Fragment]) {
        self.content.operator("BT");
        let mut from = Default::default();
        let word = |fragment: &Fragment| fragment.stands_for.as_ref().map(|stands_for| stands_for.word);
        for fragments in words.chunk_by(|one, next| word(one).is_some() && word(one) == word(next)) {
            let is_said = fragments.iter().any(|fragment| fragment.stands_for.is_some());
            if is_said {
                let stand_for = fragments.iter().filter_map(|fragment| fragment.stands_for.as_ref());
                let said: String = stand_for.map(|stands_for| stands_for.text.as_str()).collect();
                self.content.begin("Span", &Dictionary::new().with("ActualText", Text(&said)));
            }
            for fragment in fragments {
                self.show(fragment, &mut from);
            }
            if is_said {
                self.content.end();
            }
        }
        self.content.operator("ET");
    }

    /// Shows a fragment, in as many parts as it takes fonts and heights. The place of each is told from
    /// where the last one began, which is shorter than where on the page.
    fn show(&mut self, fragment: &Fragment, from: &mut [Hundredths; 2]) {
        let mut before = 0;
        for glyphs in fragment.glyphs.chunk_by(|one, next| one.font == next.font && one.rise == next.rise) {
            let start = fragment.x + points(before, fragment.size);
            before += glyphs.iter().map(|glyph| glyph.advance).sum::<i32>();
            let Some(first) = glyphs.first() else { continue };
            let Some(font) = self.fonts.iter().find(|subset| subset.is(first.font)) else { continue };
            if self.font != Some((first.font, fragment.size)) {
                self.content.put(Name(&fonts::name(first.font))).put(Hundredths::of(fragment.size)).operator("Tf");
                self.font = Some((first.font, fragment.size));
            }
            let height = self.page_height - fragment.baseline + points(first.rise, fragment.size);
            let [x, y] = [start, height].map(Hundredths::of);
            self.content.put(x - from[0]).put(y - from[1]).operator("Td");
            *from = [x, y];
            self.show_glyphs(glyphs, first.offset, font);
        }
    }

    fn show_glyphs(&mut self, glyphs: &[Glyph], first: i32, font: &Subset) {
        let mut show = self.content.show();
        show.move_back(-first);
        let next_offsets = glyphs.iter().skip(1).map(|glyph| glyph.offset).chain(std::iter::once(0));
        for (glyph, next_offset) in glyphs.iter().zip(next_offsets) {
            show.glyph(font.code(glyph.id));
            show.move_back(glyph.natural + glyph.offset - glyph.advance - next_offset);
        }
        show.end();
    }
}
