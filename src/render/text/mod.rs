//! Plain text for screen readers. Headings, lists, tables, notes, links and pictures are said in
//! words, so that nothing hangs on how a page looks; the words in between are the document's own.
//!
//! - A heading says its level, and has two blank lines before it and one after (WCAG technique T3);
//!   paragraphs have one blank line between them (T1), and each is one line.
//! - Bullets are counted, "Item 1 of 2"; a printed number or letter is said as it is printed.
//! - A table is read row by row, each cell with the heading of its column.
//! - A footnote is read after the sentence that refers to it.
//! - No meaning hangs on punctuation, which screen readers may skip.

mod blocks;
mod clean;
mod inlines;
mod notes;
mod script;
mod speaker;
mod table;

use serde::Deserialize;

use crate::model::Document;
use crate::outcome::Rendered;
use crate::render::Contact;
use speaker::Speaker;

/// How plain text is written.
///
/// ```
/// use plainsong::{Source, parse, render::text::{self, LineEnding}};
///
/// let mut options = text::Options::default();
/// options.line_ending = LineEnding::Crlf;
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// assert!(text::render(&document, &options).output.starts_with("Heading level 1: Minutes\r\n"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// How each line ends.
    pub line_ending: LineEnding,
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
    let mut speaker = Speaker::new(document);
    speaker.document(document, &options.contact);
    let output = script::lay_out(&speaker.script);
    let output = match options.line_ending {
        LineEnding::Lf => output,
        LineEnding::Crlf => output.replace('\n', "\r\n"),
    };
    Rendered { output, losses: speaker.losses, changes: Vec::new() }
}
