//! A large text in two halves, read at the same time. The second half begins with a heading at the edge of
//! the page, where no list and no paragraph goes on. What was read stands only if neither half could have
//! been read otherwise for what is in the other.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::LARGE;
use super::at_once::at_once;
use super::tree::Tree;
use crate::text::places_of;

/// What was read of a half.
pub(super) struct Half {
    pub(super) tree: Tree,
    /// Whether nothing goes on after its end: no element of HTML, no lines of code.
    pub(super) is_over: bool,
    /// Whether it says where links of the document lead: `[panel]: https://…`.
    pub(super) has_link_definitions: bool,
    /// How many footnotes it holds.
    pub(super) footnotes: usize,
}

/// What `read` makes of the halves of a large text; `None` if it is to be read in one.
pub(super) fn read(text: &str, read: impl Fn(Range<usize>) -> Half + Sync) -> Option<Vec<Tree>> {
    if text.len() < LARGE {
        return None;
    }
    in_two(text, place(text, text.len() / 2)?, read)
}

/// The same, parted at a place.
pub(super) fn in_two(text: &str, at: usize, read: impl Fn(Range<usize>) -> Half + Sync) -> Option<Vec<Tree>> {
    let work = |range: Range<usize>| (Footnotes::of(text.get(range.clone()).unwrap_or_default()), read(range));
    let ((notes, first), (other_notes, second)) = at_once(|| work(0..at), || work(at..text.len()));
    let are_apart = first.is_over
        && !first.has_link_definitions
        && !second.has_link_definitions
        && notes.zip(other_notes).is_some_and(|(notes, others)| notes.are_apart(&first, &others) && others.are_apart(&second, &notes));
    are_apart.then(|| vec![first.tree, second.tree])
}

/// Where the first heading begins from a place on, at the edge of the page, after a blank line and a line of
/// words before it.
pub(super) fn place(text: &str, from: usize) -> Option<usize> {
    let mut before = Before::Other;
    let mut at = from + text.get(from..)?.find('\n')? + 1;
    for line in text.get(at..)?.split_inclusive('\n') {
        if before == Before::BlankAfterWords && line.starts_with('#') {
            return Some(at);
        }
        before = match line.trim_end().bytes().next() {
            None if before == Before::Other => Before::Other,
            None => Before::BlankAfterWords,
            Some(b' ' | b'\t' | b'<' | b'`' | b'~') => Before::Other,
            Some(_) => Before::Words,
        };
        at += line.len();
    }
    None
}

/// What stands before a line.
#[derive(PartialEq, Eq)]
enum Before {
    /// A line of words at the edge of the page.
    Words,
    /// Such a line and blank ones after it.
    BlankAfterWords,
    Other,
}

/// What a half says of footnotes, by their labels. A reference is one only if its footnote is somewhere in
/// the document.
#[derive(Default)]
struct Footnotes<'a> {
    /// Labels that are followed by a colon, as at the head of a footnote, and whether one of them is at the edge
    /// of the page, where a footnote begins if it is not in code.
    may_be_defined: HashMap<Cow<'a, str>, bool>,
    /// How many of them are at the edge.
    lines: usize,
    referred_to: Vec<Cow<'a, str>>,
}

impl<'a> Footnotes<'a> {
    /// What a half says of them; nothing, if a bracket in a label is no sign, so that it takes a closer look.
    fn of(half: &'a str) -> Option<Self> {
        let bytes = half.as_bytes();
        let mut found = Self::default();
        let mut brackets = places_of(half, b'[', b']').peekable();
        while let Some(at) = brackets.next() {
            let start = at + 2;
            let Some(end) = brackets.peek().copied().filter(|end| bytes.get(at + 1) == Some(&b'^') && start <= *end) else { continue };
            if bytes.get(end - 1) == Some(&b'\\') {
                return None;
            }
            // A label holds no bracket, so no two share their bytes.
            if bytes.get(at) != Some(&b'[') || bytes.get(end) != Some(&b']') {
                continue;
            }
            let label = in_small_letters(half.get(start..end).unwrap_or_default());
            let is_at_edge = at == 0 || bytes.get(at - 1) == Some(&b'\n');
            let has_colon = bytes.get(end + 1) == Some(&b':');
            found.lines += usize::from(has_colon && is_at_edge);
            if !(has_colon && is_at_edge) {
                found.referred_to.push(label.clone());
            }
            if has_colon {
                *found.may_be_defined.entry(label).or_default() |= is_at_edge;
            }
        }
        Some(found)
    }

    /// Whether each reference of this half is what it would be without the other.
    fn are_apart(&self, half: &Half, other: &Self) -> bool {
        let is_defined_here = |label: &Cow<'_, str>| self.may_be_defined.get(label).is_some_and(|is_at_edge| *is_at_edge);
        let is_apart = |label: &Cow<'_, str>| is_defined_here(label) || !other.may_be_defined.contains_key(label);
        self.lines == half.footnotes && self.referred_to.iter().all(is_apart)
    }
}

/// A label as it is compared with others. Most are numbers.
fn in_small_letters(label: &str) -> Cow<'_, str> {
    let is_small = label.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_small { Cow::Borrowed(label) } else { Cow::Owned(label.to_lowercase()) }
}
