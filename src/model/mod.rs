//! One document model for every format.
//!
//! A [`Document`] is an owned tree: [`Block`]s hold blocks or [`Inline`]s, inlines hold inlines, so
//! wrong nesting cannot be written. Every node knows where in the source it comes from.
//! [`prose`] is the text that people read, with the way back to the source; [`walk`] holds the
//! walks over the tree that are shared.

mod block;
mod container;
mod cut;
mod date;
mod first_use;
mod full_date;
mod inline;
mod mark;
mod meta;
mod note;
mod origin;
mod people;
pub mod prose;
mod replace_origins;
pub(crate) mod slugs;
mod texts;
pub mod walk;

pub use block::{Block, BlockKind, Cell, CellRole, Definition, Item, Label, Level, List, Row, Table};
pub use container::{Container, ContainerKind};
pub(crate) use container::{holder, outermost};
pub use cut::cut;
pub(crate) use cut::{part_of, trimmed};
pub use date::Date;
pub(crate) use date::MONTHS;
pub(crate) use first_use::FirstUses;
pub(crate) use full_date::full_date;
pub use inline::{Destination, Image, Inline, InlineKind};
pub use mark::{Attendance, Certainty, Mark, Role};
pub use meta::{Lang, Meta, SourceId, Stated, Status};
pub use note::{Note, NoteKind};
pub use origin::Origin;
pub(crate) use people::{TITLES, present_and_absent};
pub use prose::Prose;
pub(crate) use replace_origins::with_origin;
pub(crate) use texts::Texts;

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// A document as it was read.
///
/// ```
/// use plainsong::{Source, parse};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes of the panel\n\nThe panel met."));
/// assert_eq!(document.title(), "Minutes of the panel");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Document {
    /// Which source it was read from.
    pub source: SourceId,
    /// What the document says of itself.
    pub meta: Meta,
    /// The document, in reading order.
    pub blocks: Vec<Block>,
    /// The short forms that the document itself explains, in the order it does so.
    pub acronyms: Vec<Acronym>,
    /// What its passages do: who came, what was decided, who will do what. In order of place.
    #[serde(default)]
    pub marks: Vec<Mark>,
    /// The parts that its author set apart for Easy Read, in order of place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub containers: Vec<Container>,
    /// What reading met and mended.
    pub notes: Vec<Note>,
}

impl Document {
    /// A document without content, to build on.
    #[must_use]
    pub fn new(source: SourceId) -> Self {
        Self {
            source,
            meta: Meta::default(),
            blocks: Vec::new(),
            acronyms: Vec::new(),
            marks: Vec::new(),
            containers: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The title that the document states; without one, the name of its source.
    #[must_use]
    pub fn title(&self) -> &str {
        self.meta.title.as_ref().map_or_else(|| self.source.stem(), |title| title.value.as_str())
    }
}

/// A short form and the long form that this document gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Acronym {
    /// The short form, as it is explained: `TLAP`.
    pub short: String,
    /// The long form: `Think Local Act Personal`.
    pub long: String,
    /// Where the document explains it: the long form and the short.
    pub defined: Span,
}

impl Acronym {
    /// A pair of forms and the place that joins them.
    #[must_use]
    pub fn new(short: impl Into<String>, long: impl Into<String>, defined: Span) -> Self {
        Self { short: short.into(), long: long.into(), defined }
    }
}
