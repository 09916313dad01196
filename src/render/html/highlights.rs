//! Places of the source that are marked among the words, each with a number that leads to what is said of it.

use std::collections::BTreeSet;

use super::markup::Markup;
use super::writer::Writer;
use crate::model::Origin;
use crate::source::Span;

/// A place to be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) struct Highlight {
    pub(in crate::render) span: Span,
    /// The number of what is said of it, from 1.
    pub(in crate::render) number: usize,
    /// The class of its mark.
    pub(in crate::render) class: &'static str,
}

/// The places that are marked in one document.
#[derive(Debug, Default)]
pub(in crate::render) struct Highlights {
    all: Vec<Highlight>,
    /// Stretches of the source that do not overlap, in order, each with the places that hold it: the longest
    /// first.
    stretches: Vec<(Span, Vec<usize>)>,
    /// The places whose number stands on the page.
    numbered: BTreeSet<usize>,
    /// The numbers that stand on the page.
    pub(in crate::render) shown: BTreeSet<usize>,
}

impl Highlights {
    pub(in crate::render) fn new(all: Vec<Highlight>) -> Self {
        let mut bounds: Vec<usize> = all.iter().flat_map(|place| [place.span.start, place.span.end]).collect();
        bounds.sort_unstable();
        bounds.dedup();
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|&index| all.get(index).map(|place| place.span));
        let mut waiting = order.into_iter().peekable();
        let mut open: Vec<usize> = Vec::new();
        let mut stretches = Vec::new();
        for pair in bounds.windows(2) {
            let &[start, end] = pair else { continue };
            let place = |index: usize| all.get(index).map(|place: &Highlight| place.span);
            open.retain(|&index| place(index).is_some_and(|span| span.end > start));
            while let Some(next) = waiting.next_if(|&index| place(index).is_some_and(|span| span.start <= start)) {
                open.push(next);
            }
            if !open.is_empty() {
                let mut holders = open.clone();
                holders.sort_by_key(|&index| (std::cmp::Reverse(place(index).map(|span| span.end - span.start)), index));
                stretches.push((Span::new(start, end), holders));
            }
        }
        Self { all, stretches, numbered: BTreeSet::new(), shown: BTreeSet::new() }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The parts of a text from this place, in order: its bytes, and the places that hold it.
    fn parts(&self, text: &str, origin: Origin) -> Vec<(std::ops::Range<usize>, Vec<usize>)> {
        let Some(span) = origin.span() else { return vec![(0..text.len(), Vec::new())] };
        let first = self.stretches.partition_point(|(stretch, _)| stretch.end <= span.start);
        let met = self.stretches.iter().skip(first).take_while(|(stretch, _)| stretch.start < span.end);
        let is_spelt_so = matches!(origin, Origin::Literal(_)) && span.end - span.start == text.len();
        if !is_spelt_so {
            // What is spelt in another way is marked as a whole.
            let mut holders: Vec<usize> = met.flat_map(|(_, holders)| holders.iter().copied()).collect();
            let mut seen = BTreeSet::new();
            holders.retain(|&holder| seen.insert(holder));
            return vec![(0..text.len(), holders)];
        }
        let mut parts = Vec::new();
        let mut at = 0;
        for (stretch, holders) in met {
            let start = stretch.start.max(span.start) - span.start;
            let end = stretch.end.min(span.end) - span.start;
            if start > at {
                parts.push((at..start, Vec::new()));
            }
            parts.push((start..end, holders.clone()));
            at = end;
        }
        parts.push((at..text.len(), Vec::new()));
        parts
    }
}

impl Writer<'_> {
    /// Writes text from a place in the source, what is to be marked in it as such.
    pub(super) fn highlighted(&mut self, text: &str, origin: Origin) {
        for (range, holders) in self.highlights.parts(text, origin) {
            let Some(part) = text.get(range).filter(|part| !part.is_empty()) else { continue };
            for &holder in &holders {
                let Some(&place) = self.highlights.all.get(holder) else { continue };
                if self.highlights.numbered.insert(holder) {
                    self.number_of_highlight(place.number);
                }
                self.out.open("mark", &[("class", Some(place.class))]);
            }
            self.plain_text(part, origin);
            holders.iter().for_each(|_| self.out.close("mark"));
        }
    }

    /// Writes the number of a place, before the first part of it. Where a number stands first is where the way
    /// back leads.
    fn number_of_highlight(&mut self, number: usize) {
        let is_first = self.highlights.shown.insert(number);
        let number = number.to_string();
        let id = is_first.then(|| self.id(format!("place-{number}")));
        let target = self.places.address_here(&format!("finding-{number}"));
        let link: fn(&mut Markup, &str) = |out, number| {
            out.open("span", &[("class", Some("unseen"))]);
            out.text("finding ");
            out.close("span");
            out.text(number);
        };
        self.out.open("sup", &[("id", id.as_deref())]);
        // There is no link in a link.
        if self.in_link {
            link(&mut self.out, &number);
        } else {
            self.out.open("a", &[("href", Some(&target)), ("class", Some("note-mark"))]);
            link(&mut self.out, &number);
            self.out.close("a");
        }
        self.out.close("sup");
    }
}
