//! A large text in two halves, read at the same time. The second half begins with a heading at the edge of
//! the page, where no list and no paragraph goes on. What was read stands only if neither half could have
//! been read otherwise for what is in the other.

use std::collections::HashSet;
use std::ops::Range;

use super::LARGE;
use super::at_once::at_once;
use super::tree::Tree;
use crate::text::places_of_part;

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
        && notes.are_apart(&first, &other_notes)
        && other_notes.are_apart(&second, &notes);
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
struct Footnotes {
    /// Labels that are followed by a colon, as at the head of a footnote.
    may_be_defined: HashSet<String>,
    /// Those at the edge of the page, where a footnote begins if it is not in code.
    defined: HashSet<String>,
    /// How many of these there are.
    lines: usize,
    referred_to: HashSet<String>,
}

/// CommonMark, 6.6: "A link label can have at most 999 characters". They take up to four bytes each.
const LONGEST_LABEL: usize = 999 * 4;

impl Footnotes {
    fn of(half: &str) -> Self {
        let mut found = Self::default();
        for at in places_of_part(half, "[^") {
            let start = at + 2;
            let ahead = half.as_bytes().iter().skip(start).take(LONGEST_LABEL);
            let Some(length) = ahead.copied().position(|byte| byte == b']') else { continue };
            let label = half.get(start..start + length).unwrap_or_default().to_lowercase();
            let is_at_edge = at == 0 || half.as_bytes().get(at - 1) == Some(&b'\n');
            let has_colon = half.as_bytes().get(start + length + 1) == Some(&b':');
            if has_colon {
                found.may_be_defined.insert(label.clone());
            }
            if has_colon && is_at_edge {
                found.defined.insert(label);
                found.lines += 1;
            } else {
                found.referred_to.insert(label);
            }
        }
        found
    }

    /// Whether each reference of this half is what it would be without the other.
    fn are_apart(&self, half: &Half, other: &Self) -> bool {
        let is_apart = |label: &String| self.defined.contains(label) || !other.may_be_defined.contains(label);
        self.lines == half.footnotes && self.referred_to.iter().all(is_apart)
    }
}
