//! Pages as operators of printpdf. What belongs to the document is drawn in marked sequences, each
//! told to the structure tree; all else is an artifact (ISO 14289-1, 7.1).

use std::collections::BTreeMap;

use printpdf::{Codepoint, Color, DictItem, Greyscale, Op, PaintMode, PdfFontHandle, PdfPage, Pt, Rect, Rgb, TextItem, TextMatrix};

use super::super::colours::{Colour, Colours, Shade};
use super::super::flow::galley::{Fragment, Ink, Paint};
use super::super::flow::pages::Page;
use super::super::flow::shape::Shaper;
use super::super::tags::Holds;
use super::fonts::Subset;
use super::{Book, hundredths, structure, utf16};

/// Draws the pages of a book, and tells its tree which sequence stands where.
pub(super) fn pages(book: &mut Book<'_, '_>, subsets: &[Subset]) -> Vec<PdfPage> {
    let pages = book.pages;
    pages.iter().enumerate().map(|(index, page)| draw_page(book, index, page, subsets)).collect()
}

fn draw_page(book: &mut Book<'_, '_>, index: usize, page: &Page, subsets: &[Subset]) -> PdfPage {
    let style = book.style;
    let mut pen = Pen { ops: Vec::new(), page_height: style.page_height, colours: style.colours, shaper: book.shaper, subsets };
    pen.draw_ground(style.page_width);
    pen.draw_ink(&page.ink);
    let mut sequence = 0;
    for words in page.fragments.chunk_by(|one, next| one.node == next.node) {
        let Some(first) = words.first() else { continue };
        let Some(node) = first.node else { continue };
        let tag = book.tree.nodes.get(node.0).map_or("Span".into(), |node| structure::standard_type(&node.role));
        pen.begin(&tag, BTreeMap::from([("MCID".to_owned(), DictItem::Int(super::integer(sequence)))]));
        pen.write(words);
        pen.end();
        book.tree.give(node, first.turn, Holds::Content { page: index, sequence });
        sequence += 1;
    }
    for (place, area) in page.areas.iter().enumerate() {
        book.tree.give(area.node, area.turn, Holds::Area { page: index, area: place });
    }
    if !page.artifacts.is_empty() {
        pen.begin("Artifact", BTreeMap::from([("Type".to_owned(), DictItem::Name(b"Pagination".to_vec()))]));
        pen.write(&page.artifacts);
        pen.end();
    }
    PdfPage::new(Pt(style.page_width).into(), Pt(style.page_height).into(), pen.ops)
}

/// How far the ground goes beyond the page, so that no edge of white paper is left.
const BLEED: f32 = 2.0;

struct Pen<'a, 'f> {
    ops: Vec<Op>,
    page_height: f32,
    colours: Colours,
    shaper: &'a Shaper<'f>,
    subsets: &'a [Subset],
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

    /// Writes words. What glyphs cannot say of themselves is said beside them (ISO 32000-1, 14.9.4).
    fn write(&mut self, words: &[Fragment]) {
        self.ops.push(Op::StartTextSection);
        let mut font = None;
        let word = |fragment: &Fragment| fragment.stands_for.as_ref().map(|stands_for| stands_for.word);
        for fragments in words.chunk_by(|one, next| word(one).is_some() && word(one) == word(next)) {
            let said: String =
                fragments.iter().filter_map(|fragment| fragment.stands_for.as_ref()).map(|stands_for| stands_for.text.as_str()).collect();
            let is_said = fragments.iter().any(|fragment| fragment.stands_for.is_some());
            if is_said {
                self.begin("Span", BTreeMap::from([("ActualText".to_owned(), DictItem::String { data: utf16(&said), literal: false })]));
            }
            for fragment in fragments {
                if font != Some((fragment.face, fragment.size)) {
                    let Some(subset) = self.subsets.iter().find(|subset| subset.is(fragment.face)) else { continue };
                    self.ops.push(Op::SetFont { font: PdfFontHandle::External(subset.id.clone()), size: Pt(fragment.size) });
                    font = Some((fragment.face, fragment.size));
                }
                self.show(fragment);
            }
            if is_said {
                self.end();
            }
        }
        self.ops.push(Op::EndTextSection);
    }

    fn show(&mut self, fragment: &Fragment) {
        let Some(subset) = self.subsets.iter().find(|subset| subset.is(fragment.face)) else { return };
        let (x, y) = (hundredths(fragment.x), hundredths(self.page_height - fragment.baseline));
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
        let mut items = Vec::new();
        let first = fragment.glyphs.first().map_or(0, |glyph| glyph.offset);
        if first != 0 {
            items.push(TextItem::Offset(back(first)));
        }
        let next_offsets = fragment.glyphs.iter().skip(1).map(|glyph| glyph.offset).chain(std::iter::once(0));
        let glyphs = fragment.glyphs.iter().zip(next_offsets).map(|(glyph, next_offset)| {
            let move_back = self.shaper.natural_advance(fragment.face, glyph.id) + glyph.offset - glyph.advance - next_offset;
            let says = self.shaper.says(fragment.face, glyph.id).to_owned();
            #[allow(clippy::cast_precision_loss, reason = "a glyph is far narrower than 2^23 thousandths")]
            Codepoint::with_cid(subset.glyph(glyph.id), move_back as f32, says)
        });
        items.push(TextItem::GlyphIds(glyphs.collect()));
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
