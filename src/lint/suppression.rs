//! Where the findings of rules are left out, and by which comments.

use std::collections::BTreeMap;

use crate::source::Span;

/// A rule whose findings are left out where they begin in a stretch of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suppression {
    /// Which comment asks for it.
    pub(super) comment: usize,
    /// The rule.
    pub(super) rule: &'static str,
    /// Where the comment names the rule.
    pub(super) name: Span,
    /// Where findings are left out.
    pub(super) covers: Span,
    /// The comment that ends the block, if there is one.
    pub(super) end: Option<Span>,
    /// Whether it left out a finding.
    pub(super) is_used: bool,
}

/// How much of a document a suppression is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Extent {
    Line,
    Block,
    File,
}

/// All suppressions of a document.
#[derive(Debug, Default)]
pub(super) struct Suppressions {
    all: Vec<Suppression>,
    /// Where to find those of a rule and an extent, in the order in which they begin. None of them overlap.
    index: BTreeMap<(&'static str, Extent), Vec<usize>>,
    /// The blocks that are not ended yet: of each rule, one at most.
    open: Vec<usize>,
}

impl Suppressions {
    /// Adds one that a comment asks for, by naming a rule; to be called in the order of the document.
    pub(super) fn add(&mut self, extent: Extent, comment: usize, rule: &'static str, name: Span, covers: Span) {
        let number = self.all.len();
        // Within a block of the same rule another one leaves out nothing more.
        let is_inside = extent == Extent::Block && self.open.iter().any(|&open| self.all.get(open).is_some_and(|open| open.rule == rule));
        let covers = if is_inside { Span::new(covers.start, covers.start) } else { covers };
        self.all.push(Suppression { comment, rule, name, covers, end: None, is_used: false });
        if !is_inside {
            self.index.entry((rule, extent)).or_default().push(number);
            if extent == Extent::Block {
                self.open.push(number);
            }
        }
    }

    /// Ends the open blocks of which this is true. Says whether there were any.
    pub(super) fn end(&mut self, end: Span, is_meant: impl Fn(&Suppression) -> bool) -> bool {
        let all = &mut self.all;
        let before = self.open.len();
        self.open.retain(|&open| match all.get_mut(open) {
            Some(suppression) if is_meant(suppression) => {
                suppression.covers.end = end.start;
                suppression.end = Some(end);
                false
            }
            _ => true,
        });
        self.open.len() < before
    }

    /// The blocks that are not ended.
    pub(super) fn open(&self) -> impl Iterator<Item = &Suppression> {
        self.open.iter().filter_map(|&open| self.all.get(open))
    }

    /// The comment that leaves out what a rule finds at a place, if one does: the one for the least of the document.
    pub(super) fn covering(&mut self, rule: &'static str, place: Span) -> Option<usize> {
        let mut by = None;
        for extent in [Extent::Line, Extent::Block, Extent::File] {
            let Some(numbers) = self.index.get(&(rule, extent)) else { continue };
            let all = &mut self.all;
            let after =
                numbers.partition_point(|&number| all.get(number).is_some_and(|suppression| suppression.covers.start <= place.start));
            let last = after.checked_sub(1).and_then(|at| numbers.get(at)).and_then(|&number| all.get_mut(number));
            if let Some(suppression) = last.filter(|suppression| place.start < suppression.covers.end) {
                suppression.is_used = true;
                by = by.or(Some(suppression.comment));
            }
        }
        by
    }

    /// Those that left out nothing.
    pub(super) fn unused(&self) -> impl Iterator<Item = &Suppression> {
        self.all.iter().filter(|suppression| !suppression.is_used)
    }
}
