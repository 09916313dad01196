//! The worksheet with which people finish an Easy Read: Markdown, with every passage of a document, its
//! words, the easy words that are drafted for it, and a box to tick.
//!
//! A person ticks what people need, rewrites the words and adds to them. When the document changes, the
//! worksheet is [planned](plan()) again: it says what is out of date, and nothing that somebody typed is
//! lost. All of this is text to text; reading and writing the file is for the caller.

mod draft;
mod merge;
mod pages;
mod read;
mod select;
mod write;

pub use merge::{Differences, Plan};

use crate::hash::sha256;
use crate::model::Document;
use crate::rewrite::easy_read::{Check, Options, PassageId, passages};

/// A worksheet.
///
/// ```
/// use plainsong::{Source, parse, rewrite::easy_read::Options, worksheet::{Worksheet, plan}};
///
/// let document = parse(&Source::new("plan.md", "# Plan\n\nWe met prior to lunch."));
/// let sheet = plan(&document, &Options::default(), None).worksheet.to_markdown();
/// assert!(sheet.contains("- [ ] Keep this passage") && sheet.contains("\nWe met before lunch.\n"));
///
/// let ticked = sheet.replace("- [ ]", "- [x]");
/// let (worksheet, problems) = Worksheet::read(&ticked)?;
/// assert!(problems.is_empty());
/// assert_eq!(worksheet.selection(&document).0.chosen.len(), 1);
/// # Ok::<(), plainsong::worksheet::Problem>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Worksheet {
    /// The name of the document, without folders.
    pub document: String,
    /// Who checked the Easy Read, when, and the code of what they checked; empty, where nobody wrote it.
    pub check: Check,
    /// What somebody typed where no passage is: kept as it is.
    pub notes: Vec<String>,
    /// The passages, and what somebody added between them, in order.
    pub entries: Vec<Entry>,
    /// Passages that are no longer in the document, with what was typed for them.
    pub gone: Vec<Entry>,
}

/// A passage on a worksheet, or words that somebody added.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The passage. None, for words that somebody added.
    pub passage: Option<PassageId>,
    /// The heading that the passage stands under.
    pub heading: String,
    /// What the document says, line by line.
    pub source: Vec<String>,
    /// What it said when the easy words were written, where that is something else.
    pub before: Vec<String>,
    /// Whether the passage is kept.
    pub tick: Tick,
    /// Whether the document itself keeps it, whatever is ticked here.
    pub is_kept_by_source: bool,
    /// The easy words. A line is an idea.
    pub words: String,
    /// The hash of the words as they were drafted, by which it is known if somebody has typed.
    pub draft: Option<String>,
    /// The line of the worksheet, from 1; 0, where it was not read.
    pub line: usize,
}

impl Entry {
    /// Whether somebody wrote these words, or changed the draft.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.draft.as_ref() != Some(&hash(&self.words))
    }
}

/// Whether somebody wants a passage kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Tick {
    /// No: `[ ]`.
    #[default]
    No,
    /// Yes: `[x]`.
    Yes,
    /// Somebody must look again, for the document has changed there: `[?]`.
    LookAgain,
}

/// Something on a worksheet that cannot be taken as it stands: where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The line of the worksheet, from 1.
    pub line: usize,
    /// What is wrong, in sentences.
    pub message: String,
}

impl Problem {
    /// Something at a line.
    #[must_use]
    pub fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for Problem {}

/// Plans the Easy Read of a document: every passage, with easy words drafted for it. What was typed on an
/// earlier worksheet is kept.
///
/// ```
/// use plainsong::{Source, parse, rewrite::easy_read::Options, worksheet::plan};
///
/// let options = Options::default();
/// let first = plan(&parse(&Source::new("a.md", "# Plan\n\nOne.\n\nTwo.")), &options, None).worksheet;
/// let again = plan(&parse(&Source::new("a.md", "# Plan\n\nOne.\n\nTwo.\n\nThree.")), &options, Some(&first));
/// assert_eq!((again.differences.new, again.differences.gone), (1, 0));
/// ```
#[must_use]
pub fn plan(document: &Document, options: &Options, earlier: Option<&Worksheet>) -> Plan {
    let mut drafts = draft::drafts(document, options);
    let entry = |passage: crate::rewrite::easy_read::Passage| {
        let words = drafts.remove(&passage.id).unwrap_or_else(|| passage.lines.join("\n"));
        Entry {
            draft: Some(hash(&words)),
            passage: Some(passage.id),
            heading: passage.heading,
            source: passage.lines,
            before: Vec::new(),
            tick: if passage.is_kept_by_source { Tick::Yes } else { Tick::No },
            is_kept_by_source: passage.is_kept_by_source,
            words,
            line: 0,
        }
    };
    let fresh = Worksheet {
        document: document.source.file_name().to_owned(),
        check: Check::default(),
        notes: Vec::new(),
        entries: passages(document).into_iter().map(entry).collect(),
        gone: Vec::new(),
    };
    match earlier {
        Some(earlier) => merge::merge(fresh, earlier),
        None => Plan { worksheet: fresh, differences: Differences::default() },
    }
}

/// By which words are known again: eight digits of their hash.
fn hash(words: &str) -> String {
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut hash = sha256(lines.join("\n").as_bytes());
    hash.truncate(8);
    hash
}
