//! Text broken into lines, ragged right (Unicode Standard Annex 14; home of unicode-linebreak).

use std::ops::Range;
use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::super::images::PictureId;
use super::super::tags::{NodeId, Tree, Turn};
use super::super::ties::tied;
use super::galley::{Fragment, Link, StandsFor};
use super::overlong;
use super::shape::{Face, Shaped, Shaper};

/// A run of words of one look and one meaning.
#[derive(Debug, Clone)]
pub(in crate::render::pdf) struct Run {
    /// Where its text lies in the passage.
    pub(in crate::render::pdf) range: Range<usize>,
    pub(in crate::render::pdf) node: NodeId,
    pub(in crate::render::pdf) face: Face,
    pub(in crate::render::pdf) link: Option<Rc<Link>>,
    /// Whether it is marked as a hard word.
    pub(in crate::render::pdf) marked: bool,
}

/// A picture among words: it is set below their lines.
#[derive(Debug, Clone)]
pub(in crate::render::pdf) struct Among {
    /// Where it stands in the text.
    pub(in crate::render::pdf) at: usize,
    pub(in crate::render::pdf) node: NodeId,
    pub(in crate::render::pdf) picture: PictureId,
}

/// Text to be broken into lines: one string, so that a line may end wherever the words allow it,
/// however they are marked up.
#[derive(Debug, Clone, Default)]
pub(in crate::render::pdf) struct Passage {
    pub(in crate::render::pdf) text: String,
    pub(in crate::render::pdf) runs: Vec<Run>,
    pub(in crate::render::pdf) pictures: Vec<Among>,
}

impl Passage {
    /// Takes back what was added after this length.
    pub(in crate::render::pdf) fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        self.pictures.retain(|picture| picture.at < length);
        self.runs.retain(|run| run.range.start < length);
        if let Some(last) = self.runs.last_mut() {
            last.range.end = last.range.end.min(length);
        }
    }

    /// The runs that a range touches, each with the part of the range that is its own.
    fn parts(&self, range: Range<usize>) -> impl Iterator<Item = (usize, &Run, Range<usize>)> {
        let first = self.runs.partition_point(|run| run.range.end <= range.start);
        let end = range.end;
        self.runs.iter().enumerate().skip(first).take_while(move |(_, run)| run.range.start < end).map(move |(index, run)| {
            let part = run.range.start.max(range.start)..run.range.end.min(end);
            (index, run, part)
        })
    }
}

/// A line.
#[derive(Debug, Default)]
pub(in crate::render::pdf) struct Line {
    pub(in crate::render::pdf) pieces: Vec<Piece>,
}

/// A piece of a line: words of one run.
#[derive(Debug)]
pub(in crate::render::pdf) struct Piece {
    /// Which run of the passage.
    pub(in crate::render::pdf) run: usize,
    pub(in crate::render::pdf) fragment: Fragment,
    /// How wide it is without a space at its end, in points.
    pub(in crate::render::pdf) width: f32,
}

/// What a passage is set in.
#[derive(Debug, Clone, Copy)]
pub(in crate::render::pdf) struct Measure {
    /// The size of the text, in points.
    pub(in crate::render::pdf) size: f32,
    /// The width of a line, in points.
    pub(in crate::render::pdf) width: f32,
}

/// Breaks a passage into lines. The first is empty if the passage is.
pub(in crate::render::pdf) fn lines(passage: &Passage, measure: Measure, shaper: &mut Shaper<'_>, tree: &mut Tree) -> Vec<Line> {
    let mut setter = Setter { passage, measure, shaper, tree, done: Vec::new(), line: Line::default(), cursor: 0.0, parts: Vec::new() };
    for (segment, ends_line) in segments(&passage.text) {
        setter.set(segment);
        if ends_line {
            setter.end_line();
        }
    }
    if !setter.line.pieces.is_empty() || setter.done.is_empty() {
        setter.end_line();
    }
    setter.done
}

/// The widest piece of a passage that may not be broken, and the width of its longest line if there
/// were room, in points.
pub(in crate::render::pdf) fn widths(passage: &Passage, size: f32, shaper: &mut Shaper<'_>) -> (f32, f32) {
    let (mut widest, mut longest, mut line) = (0.0_f32, 0.0_f32, 0.0_f32);
    for (segment, ends_line) in segments(&passage.text) {
        let solid = solid(&passage.text, &segment);
        let own = width(passage, solid, size, shaper);
        widest = widest.max(own);
        longest = longest.max(line + own);
        line = if ends_line { 0.0 } else { line + width(passage, segment, size, shaper) };
    }
    (widest, longest)
}

/// The pieces between which a line may end, each with whether it must.
fn segments(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut segments = Vec::new();
    let mut start = 0;
    for (end, opportunity) in linebreaks(text) {
        let must = opportunity == BreakOpportunity::Mandatory;
        // A tie looks no further back than a few words.
        let back = floor(text, end.saturating_sub(40).max(start));
        let ahead = floor(text, (end + 40).min(text.len()));
        let held = !must && tied(text.get(back..end).unwrap_or(""), text.get(end..ahead).unwrap_or(""));
        if !held && end > start {
            segments.push((start..end, must && text.get(..end).is_some_and(|text| text.ends_with('\n'))));
            start = end;
        }
    }
    segments
}

/// Whether a part of a text belongs to the address of a page or a mailbox.
fn is_address(text: &str, part: &Range<usize>) -> bool {
    let back = floor(text, part.start.saturating_sub(200));
    let before = text.get(back..part.start).and_then(|before| before.rsplit(char::is_whitespace).next()).unwrap_or("");
    let own = text.get(part.clone()).unwrap_or("");
    [before, own].iter().any(|text| text.contains("//") || text.contains("www.") || text.contains('@'))
}

/// The nearest character boundary at or before an offset.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A segment without the space at its end.
fn solid(text: &str, segment: &Range<usize>) -> Range<usize> {
    let trimmed = text.get(segment.clone()).unwrap_or("").trim_end_matches([' ', '\n']);
    segment.start..segment.start + trimmed.len()
}

fn width(passage: &Passage, range: Range<usize>, size: f32, shaper: &mut Shaper<'_>) -> f32 {
    passage.parts(range).map(|(_, run, part)| points(shaper.shape(run.face, shown(&passage.text, part)).width, size)).sum()
}

/// The text of a range, without a line end.
fn shown(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or("").trim_end_matches('\n')
}

/// Thousandths of a size as points.
pub(in crate::render::pdf) fn points(thousandths: i32, size: f32) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "a line is far shorter than 2^23 thousandths")]
    let width = thousandths as f32;
    width * size / 1000.0
}

/// What sums of many widths may differ by, in points.
const TOLERANCE: f32 = 0.01;

struct Setter<'s, 'f> {
    passage: &'s Passage,
    measure: Measure,
    shaper: &'s mut Shaper<'f>,
    tree: &'s mut Tree,
    done: Vec<Line>,
    line: Line,
    cursor: f32,
    /// The parts of what is being set, shaped.
    parts: Vec<(usize, Range<usize>, Rc<Shaped>)>,
}

impl Setter<'_, '_> {
    fn end_line(&mut self) {
        self.done.push(std::mem::take(&mut self.line));
        self.cursor = 0.0;
    }

    fn set(&mut self, segment: Range<usize>) {
        let solid = solid(&self.passage.text, &segment);
        let own = self.shape(solid.clone());
        if self.cursor > 0.0 && self.cursor + own > self.measure.width + TOLERANCE {
            self.end_line();
        }
        if own > self.measure.width + TOLERANCE {
            self.set_broken(solid.clone());
        } else {
            self.set_whole();
        }
        // A space is set even where a line ends: it keeps words apart for who hears or copies them.
        let space = if solid.end < segment.end { solid.end..segment.end } else { return };
        let must_show = self.passage.text.get(space.clone()).is_some_and(|space| space.starts_with('\n'));
        if must_show {
            if let Some((index, run, _)) = self.passage.parts(space).next() {
                let shaped = self.shaper.shape(run.face, " ");
                self.push(index, &shaped, 0..shaped.glyphs.len(), None);
            }
        } else {
            self.shape(space);
            self.set_whole();
        }
    }

    /// Shapes what is to be set, and tells how wide it is.
    fn shape(&mut self, range: Range<usize>) -> f32 {
        self.parts.clear();
        for (index, run, part) in self.passage.parts(range) {
            let shaped = self.shaper.shape(run.face, shown(&self.passage.text, part.clone()));
            self.parts.push((index, part, shaped));
        }
        self.parts.iter().map(|(.., shaped)| points(shaped.width, self.measure.size)).sum()
    }

    /// Sets what is shaped.
    fn set_whole(&mut self) {
        let mut parts = std::mem::take(&mut self.parts);
        for (index, part, shaped) in parts.drain(..) {
            let stands_for = (!shaped.plain).then(|| shown(&self.passage.text, part).to_owned());
            let stands_for = stands_for.map(|text| StandsFor { word: self.tree.turn(), text });
            self.push(index, &shaped, 0..shaped.glyphs.len(), stands_for);
        }
        self.parts = parts;
    }

    /// Sets a word that is wider than a line, in as many lines as it takes.
    fn set_broken(&mut self, range: Range<usize>) {
        // A hyphen of ours in an address would be typed by who reads it on paper.
        let is_address = is_address(&self.passage.text, &range);
        for (index, run, part) in self.passage.parts(range) {
            let text = shown(&self.passage.text, part);
            let shaped = self.shaper.shape(run.face, text);
            let soft = (!is_address).then(|| overlong::hyphenations(text));
            let hyphen = self.shaper.shape(run.face, "-");
            let word = self.tree.turn();
            let mut breaker = overlong::Breaker::new(text, &shaped, soft.as_deref(), hyphen.width);
            loop {
                let room = thousandths(self.measure.width - self.cursor, self.measure.size);
                let whole_line = thousandths(self.measure.width, self.measure.size);
                let Some(cut) = breaker.next(room, room >= whole_line) else { break };
                if cut.glyphs.is_empty() {
                    self.end_line();
                    continue;
                }
                let stands_for = StandsFor { word, text: text.get(cut.text.clone()).unwrap_or("").to_owned() };
                self.push(index, &shaped, cut.glyphs, Some(stands_for));
                if cut.hyphen {
                    self.push(index, &hyphen, 0..hyphen.glyphs.len(), Some(StandsFor { word, text: String::new() }));
                }
                if cut.text.end < text.len() {
                    self.end_line();
                }
            }
        }
    }

    fn push(&mut self, run: usize, shaped: &Shaped, glyphs: Range<usize>, stands_for: Option<StandsFor>) {
        let Some(glyphs) = shaped.glyphs.get(glyphs) else { return };
        let width: i32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        let width = points(width, self.measure.size);
        let end = self.cursor + width;
        let is_space = stands_for.is_none() && shaped.is_space;
        let word = |stands_for: &Option<StandsFor>| stands_for.as_ref().map(|stands_for| stands_for.word);
        match self.line.pieces.last_mut() {
            Some(last) if last.run == run && word(&last.fragment.stands_for) == word(&stands_for) => {
                if let (Some(last), Some(next)) = (&mut last.fragment.stands_for, &stands_for) {
                    last.text.push_str(&next.text);
                }
                last.fragment.glyphs.extend_from_slice(glyphs);
                if !is_space {
                    last.width = end - last.fragment.x;
                }
            }
            _ => {
                let of = &self.passage.runs[run];
                let fragment = Fragment {
                    node: Some(of.node),
                    turn: self.tree.turn(),
                    x: self.cursor,
                    baseline: 0.0,
                    size: self.measure.size,
                    glyphs: glyphs.to_vec(),
                    stands_for,
                };
                self.line.pieces.push(Piece { run, fragment, width: if is_space { 0.0 } else { width } });
            }
        }
        self.cursor = end;
    }
}

fn thousandths(points: f32, size: f32) -> i32 {
    #[allow(clippy::cast_possible_truncation, reason = "a page is far narrower than 2^31 thousandths")]
    let thousandths = (points * 1000.0 / size) as i32;
    thousandths
}

/// A turn for words that stand outside every passage: labels and running heads.
pub(in crate::render::pdf) fn one_line(
    text: &str,
    face: Face,
    size: f32,
    node: Option<NodeId>,
    turn: Turn,
    shaper: &mut Shaper<'_>,
) -> (Fragment, f32) {
    let shaped = shaper.shape(face, text);
    let stands_for = (!shaped.plain).then(|| StandsFor { word: turn, text: text.to_owned() });
    let fragment = Fragment { node, turn, x: 0.0, baseline: 0.0, size, glyphs: shaped.glyphs.clone(), stands_for };
    (fragment, points(shaped.width, size))
}

#[cfg(test)]
mod tests {
    use super::super::super::fonts::Fonts;
    use super::super::shape::OpenFonts;
    use super::*;

    fn set(text: &str, width: f32) -> Vec<String> {
        let fonts = OpenFonts::of(&Fonts::default()).unwrap();
        let mut shaper = Shaper::new(&fonts);
        let mut tree = Tree::new();
        let run = Run { range: 0..text.len(), node: Tree::ROOT, face: Face::Regular, link: None, marked: false };
        let passage = Passage { text: text.to_owned(), runs: vec![run], ..Passage::default() };
        let lines = lines(&passage, Measure { size: 18.0, width }, &mut shaper, &mut tree);
        let glyphs = |line: &Line| line.pieces.iter().flat_map(|piece| piece.fragment.glyphs.clone()).collect::<Vec<_>>();
        lines.iter().map(|line| glyphs(line).iter().map(|&glyph| shaper.says(glyph)).collect()).collect()
    }

    #[test]
    fn a_date_stays_on_one_line() {
        assert_eq!(set("The panel met on 5 March 2024 again", 240.0), ["The panel met on ", "5 March 2024 again"]);
    }

    #[test]
    fn a_line_break_of_the_author_is_kept_with_a_space() {
        assert_eq!(set("one\ntwo", 400.0), ["one ", "two"]);
    }

    #[test]
    fn a_word_wider_than_its_line_is_broken_by_the_patterns() {
        assert_eq!(set("photography", 70.0), ["photo-", "graphy"]);
    }

    #[test]
    fn a_stroke_ends_a_line_only_where_nothing_else_fits() {
        assert_eq!(set("RECOMMENDATION/S", 165.0), ["RECOMMENDA-", "TION/S"]);
        assert_eq!(set("AND/OR", 50.0), ["AND/", "OR"]);
    }

    #[test]
    fn an_address_gets_no_hyphen_of_ours() {
        assert_eq!(set("www.example.org/communication", 120.0), ["www.example.", "org/", "communicatio", "n"]);
    }

    #[test]
    fn no_text_is_one_empty_line() {
        assert_eq!(set("", 100.0), [""]);
    }
}
