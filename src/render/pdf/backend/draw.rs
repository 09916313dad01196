//! Pages as operators of printpdf. What belongs to the document is drawn in marked sequences, each
//! told to the structure tree; all else is an artifact (ISO 14289-1, 7.1).

use std::collections::BTreeMap;

use printpdf::{Codepoint, Color, DictItem, Greyscale, Op, PaintMode, PdfFontHandle, PdfPage, Point, Pt, Rect, Rgb, TextItem};

use super::super::colours::{Colour, Colours, Shade};
use super::super::flow::galley::{Fragment, Ink, Paint, Placed};
use super::super::flow::lines::points;
use super::super::flow::pages::Page;
use super::super::flow::shape::{FontNumber, Glyph, Shaper};
use super::super::images::{Content, Picture, Turned};
use super::super::tags::{Holds, NodeId, Turn};
use super::fonts::Subset;
use super::{Book, hundredths, pictures, structure, utf16};

/// Draws the pages of a book, and tells its tree which sequence stands where.
/// For each page it tells how far from its bottom each sequence begins.
pub(super) fn pages(book: &mut Book<'_, '_>, subsets: &[Subset]) -> (Vec<PdfPage>, Vec<Vec<f32>>) {
    let pages = book.pages;
    pages.iter().enumerate().map(|(index, page)| draw_page(book, index, page, subsets)).unzip()
}

fn draw_page(book: &mut Book<'_, '_>, index: usize, page: &Page, subsets: &[Subset]) -> (PdfPage, Vec<f32>) {
    let style = book.style;
    let mut pen = Pen { ops: Vec::new(), page_height: style.page_height, colours: style.colours, shaper: book.shaper, subsets, font: None };
    pen.draw_ground(style.page_width);
    pen.draw_ink(&page.ink);
    let mut tops = Vec::new();
    for (sequence, (node, turn, part)) in parts(page).into_iter().enumerate() {
        let tag = book.tree.nodes.get(node.0).map_or("Span".into(), |node| structure::standard_type(&node.role));
        pen.begin(&tag, BTreeMap::from([("MCID".to_owned(), DictItem::Int(super::integer(sequence)))]));
        match &part {
            Part::Words(words) => pen.write(words),
            Part::Picture(placed) => pen.draw_picture(placed, book.pictures),
        }
        pen.end();
        book.tree.give(node, turn, Holds::Content { page: index, sequence });
        tops.push(style.page_height - part.top());
    }
    for (place, area) in page.areas.iter().enumerate() {
        book.tree.give(area.link.node, area.turn, Holds::Area { page: index, area: place });
    }
    pen.write_artifact(&page.artifacts, None);
    pen.write_artifact(&page.head, Some("Header"));
    pen.write_artifact(&page.foot, Some("Footer"));
    (PdfPage::new(Pt(style.page_width).into(), Pt(style.page_height).into(), pen.ops), tops)
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
    let pictures = page.pictures.iter().map(|placed| (placed.node, placed.turn, Part::Picture(placed)));
    let mut parts: Vec<_> = words.chain(pictures).collect();
    parts.sort_by_key(|(_, turn, _)| *turn);
    parts
}

/// How far above its first baseline a sequence is taken to begin, in sizes: who is led there sees the
/// whole line.
const ABOVE: f32 = 1.2;

struct Pen<'a, 'f> {
    ops: Vec<Op>,
    page_height: f32,
    colours: Colours,
    shaper: &'a Shaper<'f>,
    subsets: &'a [Subset],
    /// The face and size that are set. They stay so from one text section to the next.
    font: Option<(FontNumber, f32)>,
}

impl Pen<'_, '_> {
    fn begin(&mut self, tag: &str, properties: BTreeMap<String, DictItem>) {
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map: properties } });
    }

    fn end(&mut self) {
        self.ops.push(Op::EndMarkedContentWithProperties);
    }

    /// Covers the page with the colour of its ground, and takes that of the words (ISO 32000-1,
    /// 14.8.2.2.2: a background says how far it reaches).
    fn draw_ground(&mut self, page_width: f32) {
        if let Some(ground) = self.colours.ground() {
            let reach = [0.0, 0.0, page_width, self.page_height].map(|edge| DictItem::Real(hundredths(edge)));
            let properties = BTreeMap::from([
                ("Type".to_owned(), DictItem::Name(b"Background".to_vec())),
                ("BBox".to_owned(), DictItem::Array(reach.to_vec())),
            ]);
            self.begin("Artifact", properties);
            self.ops.push(Op::SetFillColor { col: colour(ground) });
            let rectangle = Rect {
                x: Pt(-BLEED),
                y: Pt(-BLEED),
                width: Pt(hundredths(page_width + 2.0 * BLEED)),
                height: Pt(hundredths(self.page_height + 2.0 * BLEED)),
                mode: Some(PaintMode::Fill),
                winding_order: None,
            };
            self.ops.push(Op::DrawRectangle { rectangle });
            self.end();
        }
        self.take_words_colour();
    }

    fn take_words_colour(&mut self) {
        self.ops.push(Op::SetFillColor { col: colour(self.colours.words()) });
    }

    fn draw_ink(&mut self, ink: &[Ink]) {
        if ink.is_empty() {
            return;
        }
        let [line, tint] = [Shade::Line, Shade::Tint].map(|shade| colour(self.colours.shade(shade)));
        self.begin("Artifact", BTreeMap::from([("Type".to_owned(), DictItem::Name(b"Layout".to_vec()))]));
        for ink in ink {
            let mode = match ink.paint {
                Paint::Fill(shade) => {
                    let shade = match shade {
                        Shade::Line => &line,
                        Shade::Tint => &tint,
                    };
                    self.ops.push(Op::SetFillColor { col: shade.clone() });
                    PaintMode::Fill
                }
                Paint::Frame(thickness) => {
                    self.ops.push(Op::SetOutlineColor { col: line.clone() });
                    self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
                    PaintMode::Stroke
                }
            };
            let rectangle = Rect {
                x: Pt(hundredths(ink.x)),
                y: Pt(hundredths(self.page_height - ink.y - ink.height)),
                width: Pt(hundredths(ink.width)),
                height: Pt(hundredths(ink.height)),
                mode: Some(mode),
                winding_order: None,
            };
            self.ops.push(Op::DrawRectangle { rectangle });
        }
        self.end();
        self.take_words_colour();
    }

    /// Draws a picture, which fills the unit square.
    fn draw_picture(&mut self, placed: &Placed, pictures: &[Picture]) {
        let mut operator = |name: &str, value: Vec<DictItem>| self.ops.push(Op::Unknown { key: name.to_owned(), value });
        let matrix = |numbers: [f32; 6]| numbers.map(DictItem::Real).to_vec();
        let (x, y) = (hundredths(placed.x), hundredths(self.page_height - placed.y - placed.height));
        operator("q", Vec::new());
        operator("cm", matrix([hundredths(placed.width), 0.0, 0.0, hundredths(placed.height), x, y]));
        if let Some(Picture { content: Content::Raster(raster), .. }) = pictures.get(placed.picture.0)
            && raster.turned != Turned::UPRIGHT
        {
            operator("cm", matrix(raster.turned.matrix));
        }
        operator("Do", vec![DictItem::Name(pictures::name(placed.picture).into_bytes())]);
        operator("Q", Vec::new());
    }

    /// Writes words that are there because there are pages (ISO 32000-1, 14.8.2.2.2).
    fn write_artifact(&mut self, words: &[Fragment], subtype: Option<&str>) {
        if words.is_empty() {
            return;
        }
        let mut properties = BTreeMap::from([("Type".to_owned(), DictItem::Name(b"Pagination".to_vec()))]);
        properties.extend(subtype.map(|subtype| ("Subtype".to_owned(), DictItem::Name(subtype.as_bytes().to_vec()))));
        self.begin("Artifact", properties);
        self.write(words);
        self.end();
    }

    /// Writes words. What glyphs cannot say of themselves is said beside them (ISO 32000-1, 14.9.4).
    fn write(&mut self, words: &[Fragment]) {
        self.ops.push(Op::StartTextSection);
        let mut from = (0.0, 0.0);
        let word = |fragment: &Fragment| fragment.stands_for.as_ref().map(|stands_for| stands_for.word);
        for fragments in words.chunk_by(|one, next| word(one).is_some() && word(one) == word(next)) {
            let said: String =
                fragments.iter().filter_map(|fragment| fragment.stands_for.as_ref()).map(|stands_for| stands_for.text.as_str()).collect();
            let is_said = fragments.iter().any(|fragment| fragment.stands_for.is_some());
            if is_said {
                self.begin("Span", BTreeMap::from([("ActualText".to_owned(), DictItem::String { data: utf16(&said), literal: false })]));
            }
            for fragment in fragments {
                self.show(fragment, &mut from);
            }
            if is_said {
                self.end();
            }
        }
        self.ops.push(Op::EndTextSection);
    }

    /// Shows a fragment, in as many parts as it takes fonts and heights. The place of each is told from
    /// where the last one began, which is shorter than where on the page.
    fn show(&mut self, fragment: &Fragment, from: &mut (f32, f32)) {
        let mut before = 0;
        for glyphs in fragment.glyphs.chunk_by(|one, next| one.font == next.font && one.rise == next.rise) {
            let start = fragment.x + points(before, fragment.size);
            before += glyphs.iter().map(|glyph| glyph.advance).sum::<i32>();
            let Some(first) = glyphs.first() else { continue };
            let Some(subset) = self.subsets.iter().find(|subset| subset.is(first.font)) else { continue };
            if self.font != Some((first.font, fragment.size)) {
                self.ops.push(Op::SetFont { font: PdfFontHandle::External(subset.id.clone()), size: Pt(fragment.size) });
                self.font = Some((first.font, fragment.size));
            }
            let height = self.page_height - fragment.baseline + points(first.rise, fragment.size);
            let (x, y) = (hundredths(start), hundredths(height));
            let pos = Point { x: Pt(hundredths(x - from.0)), y: Pt(hundredths(y - from.1)) };
            self.ops.push(Op::SetTextCursor { pos });
            *from = (x, y);
            self.show_glyphs(glyphs, first.offset, subset);
        }
    }

    fn show_glyphs(&mut self, glyphs: &[Glyph], first: i32, subset: &Subset) {
        let mut items = Vec::new();
        if first != 0 {
            items.push(TextItem::Offset(back(first)));
        }
        let next_offsets = glyphs.iter().skip(1).map(|glyph| glyph.offset).chain(std::iter::once(0));
        let codes = glyphs.iter().zip(next_offsets).map(|(&glyph, next_offset)| {
            let move_back = self.shaper.natural_advance(glyph) + glyph.offset - glyph.advance - next_offset;
            let says = self.shaper.says(glyph).to_owned();
            #[allow(clippy::cast_precision_loss, reason = "a glyph is far narrower than 2^23 thousandths")]
            Codepoint::with_cid(subset.glyph(glyph.id), move_back as f32, says)
        });
        items.push(TextItem::GlyphIds(codes.collect()));
        self.ops.push(Op::ShowText { items });
    }
}

/// A move to the right as a TJ number, which moves to the left.
fn back(thousandths: i32) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "a glyph is far narrower than 2^23 thousandths")]
    let back = -thousandths as f32;
    back
}

fn colour(colour: Colour) -> Color {
    // Thousandths are finer than the 256 steps of a part, and short to write.
    let part = |part: u8| (f32::from(part) / 0.255).round() / 1000.0;
    let Colour { red, green, blue } = colour;
    if red == green && green == blue {
        Color::Greyscale(Greyscale::new(part(red), None))
    } else {
        Color::Rgb(Rgb::new(part(red), part(green), part(blue), None))
    }
}
