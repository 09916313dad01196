//! The passages of a document: what a person chooses from when they make an Easy Read.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::edition::Prepared;
use super::lines::lines;
use crate::hash::sha256;
use crate::model::{Block, BlockKind, Document, Origin, Prose, holder};
use crate::source::Span;

/// The name of a passage: eight digits of the hash of its words, and which it is among those of the same
/// words. It stays the same wherever the passage moves, and is another as soon as a word changes.
///
/// ```
/// use plainsong::rewrite::easy_read::PassageId;
///
/// let id: PassageId = "4f2a91c0-1".parse().unwrap();
/// assert_eq!(id.to_string(), "4f2a91c0-1");
/// assert!("the first one".parse::<PassageId>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PassageId {
    hash: String,
    ordinal: usize,
}

impl fmt::Display for PassageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.hash, self.ordinal)
    }
}

impl FromStr for PassageId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || format!("\"{text}\" is not the name of a passage, such as 4f2a91c0-1");
        let (hash, ordinal) = text.split_once('-').ok_or_else(refused)?;
        let is_hash = hash.len() == DIGITS && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        let ordinal: Option<usize> = ordinal.parse().ok().filter(|ordinal| *ordinal > 0);
        ordinal.filter(|_| is_hash).map(|ordinal| Self { hash: hash.to_owned(), ordinal }).ok_or_else(refused)
    }
}

impl From<PassageId> for String {
    fn from(id: PassageId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for PassageId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// How many digits of the hash a name has.
const DIGITS: usize = 8;

/// A passage: a paragraph, an item of a list, a table, a quotation, a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Passage {
    /// Its name.
    pub id: PassageId,
    /// Its words, line by line.
    pub lines: Vec<String>,
    /// Where the source has it.
    pub span: Option<Span>,
    /// The heading that it stands under; empty, if there is none.
    pub heading: String,
    /// Whether the source itself keeps it in the short version: it is, or holds, a `::: key-point` or the words of
    /// an `::: easy-read`.
    pub is_kept_by_source: bool,
    /// Which block of the document it is, or is in.
    pub(super) block: usize,
    /// Which item of that, if the block is a list.
    pub(super) item: Option<usize>,
}

/// The passages of a document, in order. Headings are none: one is kept if something below it is.
///
/// ```
/// use plainsong::{Source, parse, rewrite::easy_read::passages};
///
/// let document = parse(&Source::new("a.md", "# Plan\n\n## Buses\n\nMore buses.\n\n- Route 1\n- Route 2"));
/// let passages = passages(&document);
/// assert_eq!(passages.len(), 3);
/// assert_eq!((passages[0].heading.as_str(), passages[0].lines[0].as_str()), ("Buses", "More buses."));
/// ```
///
/// Where the source has easy words for a passage, they are the passage.
#[must_use]
pub fn passages(document: &Document) -> Vec<Passage> {
    let Prepared { document, kept, .. } = Prepared::of(document);
    passages_in(&document, &kept)
}

/// The passages of a document that has easy words in place of others. What the source keeps is in
/// order and apart.
pub(super) fn passages_in(document: &Document, kept: &[Span]) -> Vec<Passage> {
    let mut finder = Finder { kept, heading: String::new(), counted: BTreeMap::new(), found: Vec::new() };
    for (index, block) in document.blocks.iter().enumerate().filter(|(_, block)| block.origin != Origin::None) {
        match &block.kind {
            BlockKind::Heading { number, content, .. } => {
                let words = Prose::of(content).text().split_whitespace().collect::<Vec<_>>().join(" ");
                finder.heading = number.as_ref().map_or(words.clone(), |number| format!("{} {words}", number.text));
            }
            BlockKind::List(list) => {
                for (item_index, item) in list.items.iter().enumerate() {
                    let mut said = lines(&item.blocks);
                    if let (Some(label), Some(first)) = (&item.label, said.first_mut()) {
                        *first = format!("{} {first}", label.text);
                    }
                    finder.add(said, item.origin, index, Some(item_index));
                }
            }
            BlockKind::Figure(image) if image.alternative.trim().is_empty() => {
                finder.add(vec![format!("Picture: {}", image.address)], block.origin, index, None);
            }
            BlockKind::Paragraph { .. }
            | BlockKind::Definitions(_)
            | BlockKind::Table(_)
            | BlockKind::Quote(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_) => finder.add(lines(std::slice::from_ref(block)), block.origin, index, None),
            // A note goes where the words go that refer to it.
            BlockKind::Footnote { .. } | BlockKind::Explanation { .. } | BlockKind::Break => {}
        }
    }
    finder.found
}

/// The words of a block as they are told of in a change.
pub(super) fn words_of(block: &Block) -> String {
    lines(std::slice::from_ref(block)).join("\n")
}

struct Finder<'a> {
    kept: &'a [Span],
    heading: String,
    /// How many passages there have been of each hash.
    counted: BTreeMap<String, usize>,
    found: Vec<Passage>,
}

impl Finder<'_> {
    fn add(&mut self, lines: Vec<String>, origin: Origin, block: usize, item: Option<usize>) {
        if lines.is_empty() {
            return;
        }
        let mut hash = sha256(lines.join("\n").as_bytes());
        hash.truncate(DIGITS);
        let ordinal = self.counted.entry(hash.clone()).or_default();
        *ordinal += 1;
        let id = PassageId { hash, ordinal: *ordinal };
        let span = origin.span();
        let is_kept_by_source = span.is_some_and(|span| self.is_kept(span));
        self.found.push(Passage { id, lines, span, heading: self.heading.clone(), is_kept_by_source, block, item });
    }

    fn is_kept(&self, span: Span) -> bool {
        let within = self.kept.partition_point(|kept| kept.start < span.start);
        holder(self.kept, span).is_some() || self.kept.get(within).is_some_and(|kept| span.contains(*kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn ids(text: &str) -> Vec<String> {
        passages(&parse(&Source::new("t", text))).iter().map(|passage| passage.id.to_string()).collect()
    }

    #[test]
    fn a_name_hangs_on_the_words_and_not_on_the_place() {
        let before = ids("# T\n\nOne.\n\nTwo.\n\nOne.");
        let after = ids("# T\n\nNew.\n\nTwo.\n\n*One.*\n\nOne.");
        assert_eq!(before[1], after[1]);
        assert_eq!((&before[0], &before[2]), (&after[2], &after[3]));
        assert_ne!(before[0], before[2]);
    }

    #[test]
    fn what_has_no_words_is_no_passage_but_a_picture_is() {
        assert_eq!(ids("# T\n\n---\n\n![](a.png)\n\n[^1]: Note").len(), 1);
    }
}
