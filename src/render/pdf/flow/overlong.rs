//! A word that is wider than its line, cut into pieces that fit.

use std::ops::Range;

use super::super::hyphens;
use super::shape::Shaped;

/// A piece of a word.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) text: Range<usize>,
    pub(super) glyphs: Range<usize>,
    /// Whether a hyphen is to follow.
    pub(super) hyphen: bool,
}

/// A place where the word may be cut.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// The glyph that the next piece begins with.
    glyph: usize,
    /// The byte that the next piece begins with.
    byte: usize,
    /// The width of the word up to here, in thousandths of the size.
    width: i32,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Between two letters: only where nothing better fits.
    Anywhere,
    /// After a stroke between two letters: "RECOMMENDATION/" and "S" would be taken for two words.
    AfterStroke,
    /// By the patterns, with a hyphen.
    Hyphen,
    /// After a sign within the word: a hyphen, a stroke, a full stop.
    AfterSign,
    End,
}

/// Hands out the pieces of a word, each as long as fits.
#[derive(Debug)]
pub(super) struct Breaker {
    places: Vec<Place>,
    at: usize,
    hyphen: i32,
}

impl Breaker {
    /// A breaker for a shaped word, with the offsets that allow a hyphen; `hyphen` is the width of one.
    /// An address has no such offsets.
    pub(super) fn new(text: &str, shaped: &Shaped, soft: Option<&[usize]>, hyphen: i32) -> Self {
        let is_word = soft.is_some();
        let mut soft = soft.unwrap_or_default().iter().copied().peekable();
        let mut places = vec![Place { glyph: 0, byte: 0, width: 0, kind: Kind::Anywhere }];
        let mut width = 0;
        for (glyph, &byte) in shaped.starts.iter().enumerate() {
            let starts_letter = glyph > 0 && shaped.starts.get(glyph - 1) != Some(&byte);
            if starts_letter {
                while soft.next_if(|&soft| soft < byte).is_some() {}
                let before = text.get(..byte).and_then(|text| text.chars().next_back());
                let kind = match before {
                    _ if soft.peek() == Some(&byte) => Kind::Hyphen,
                    Some('/') if is_word => Kind::AfterStroke,
                    Some(sign) if !sign.is_alphanumeric() => Kind::AfterSign,
                    Some(_) | None => Kind::Anywhere,
                };
                places.push(Place { glyph, byte, width, kind });
            }
            width += shaped.glyphs.get(glyph).map_or(0, |glyph| glyph.advance);
        }
        places.push(Place { glyph: shaped.glyphs.len(), byte: text.len(), width, kind: Kind::End });
        Self { places, at: 0, hyphen }
    }

    /// The next piece that fits in `room`. Nothing if the word is done; a piece of no glyphs if the
    /// room is too small, unless it `must` do.
    pub(super) fn next(&mut self, room: i32, must: bool) -> Option<Cut> {
        let from = *self.places.get(self.at).filter(|place| place.kind != Kind::End)?;
        let later = self.places.get(self.at + 1..).unwrap_or(&[]);
        let fitting = later.partition_point(|place| place.width - from.width <= room);
        let best = |wanted: &dyn Fn(&Place) -> bool| later.get(..fitting).and_then(|fit| fit.iter().rposition(wanted));
        let hyphen_fits = |place: &Place| place.kind == Kind::Hyphen && place.width + self.hyphen - from.width <= room;
        let chosen = best(&|place| place.kind == Kind::End)
            .or_else(|| best(&|place| place.kind == Kind::AfterSign || hyphen_fits(place)))
            .or_else(|| if must { best(&|place| place.kind == Kind::AfterStroke).or_else(|| best(&|_| true)).or(Some(0)) } else { None });
        let Some(chosen) = chosen else {
            return Some(Cut { text: from.byte..from.byte, glyphs: from.glyph..from.glyph, hyphen: false });
        };
        self.at += chosen + 1;
        let to = self.places.get(self.at)?;
        Some(Cut { text: from.byte..to.byte, glyphs: from.glyph..to.glyph, hyphen: to.kind == Kind::Hyphen })
    }
}

/// The offsets at which the patterns allow a hyphen, over all stretches of letters.
pub(super) fn hyphenations(text: &str) -> Vec<usize> {
    let mut offsets = Vec::new();
    let mut start = 0;
    for stretch in text.split_inclusive(|character: char| !character.is_alphabetic()) {
        let letters = stretch.trim_end_matches(|character: char| !character.is_alphabetic());
        offsets.extend(hyphens::breaks(letters).into_iter().map(|offset| start + offset));
        start += stretch.len();
    }
    offsets
}
