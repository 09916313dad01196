//! Plain text for screen readers. Headings, lists, tables, notes, links and pictures are said in
//! words, so that nothing hangs on how a page looks; the words in between are the document's own.
//!
//! - A heading says its level, and has two blank lines before it and one after (WCAG technique T3);
//!   paragraphs have one blank line between them (T1), and each is one line.
//! - Bullets are counted, "Item 1 of 2"; a printed number or letter is said as it is printed.
//! - A table is read row by row, each cell with the heading of its column.
//! - A footnote is read after the sentence that refers to it.
//! - A decision and an action are announced before their words, where the document says that they are.
//! - No meaning hangs on punctuation, which screen readers may skip.

mod blocks;
mod clean;
mod emphasis;
mod inlines;
mod notes;
mod script;
mod speaker;
mod table;

use std::num::NonZeroUsize;

use serde::Deserialize;

use crate::model::Document;
use crate::outcome::Rendered;
use crate::render::Contact;
use crate::render::announcements::Announcements;
use speaker::Speaker;

/// How plain text is written.
///
/// ```
/// use plainsong::{Source, parse, render::text::{self, Headings, LineEnding}};
///
/// let mut options = text::Options::default();
/// options.line_ending = LineEnding::Crlf;
/// options.headings = Headings::Plain;
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// assert!(text::render(&document, &options).output.starts_with("Minutes\r\n\r\nThe panel met.\r\n"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// How each line ends.
    pub line_ending: LineEnding,
    /// Whether the text begins with a byte order mark, by which older Windows programs know UTF-8.
    pub byte_order_mark: bool,
    /// Whether a heading says that it is one.
    pub headings: Headings,
    /// How a table is read.
    pub tables: Tables,
    /// The longest line, in characters. Without one, a paragraph is one line, so that no screen
    /// reader stops within a sentence. A word that is longer keeps its line to itself.
    pub wrap: Option<NonZeroUsize>,
    /// Who to ask for the document in another format.
    #[serde(skip)]
    pub contact: Contact,
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineEnding {
    /// A line feed: what every system reads.
    #[default]
    Lf,
    /// A carriage return and a line feed: what older Windows programs want.
    Crlf,
}

/// Whether a heading says that it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Headings {
    /// "Heading level 2: Apologies".
    #[default]
    Announced,
    /// "Apologies", known by the blank lines around it.
    Plain,
}

/// How a table is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tables {
    /// Each value after the heading of its column: "Row 1. Councillor: Jones. Vote: For."
    #[default]
    Records,
    /// The headings once, and then the values of each row: "Row 1. Jones. For."
    Rows,
}

/// Renders a document as plain text.
///
/// A picture with words that stand for it is no loss here: the words are what this format has of a
/// picture. One without is.
///
/// ```
/// use plainsong::{Source, parse, render::text};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// let text = text::render(&document, &text::Options::default()).output;
/// assert!(text.starts_with("Heading level 1: Minutes\n\nThe panel met.\n"));
/// ```
#[must_use]
pub fn render(document: &Document, options: &Options) -> Rendered<String> {
    let announcements = Announcements::of(document);
    let mut speaker = Speaker::new(document, &announcements, options);
    speaker.document(document, &options.contact);
    let losses = std::mem::take(&mut speaker.losses);
    Rendered { output: script::lay_out(&speaker.script, options), losses, changes: Vec::new() }
}
