//! What reading met and mended.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// Something that reading met and mended, so that no mending is silent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Note {
    /// What it was.
    pub kind: NoteKind,
    /// What was done, in a sentence.
    pub message: String,
    /// Where.
    pub span: Span,
}

impl Note {
    /// A note of a kind, about a place.
    #[must_use]
    pub fn new(kind: NoteKind, message: impl Into<String>, span: Span) -> Self {
        Self { kind, message: message.into(), span }
    }
}

/// The kinds of note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NoteKind {
    /// A heading's level was changed so that none is skipped.
    HeadingLevelChanged,
    /// Lines with tabs, or with runs of no-break spaces, were read as a table.
    TableFromTabs,
    /// Marks of bold beside a space were read as bold.
    BoldMended,
    /// Every line was read as a paragraph.
    ParagraphFromLine,
    /// A quotation that is no more than a set-in numbered paragraph was read as that.
    ParagraphFromQuote,
    /// Lines that begin with a bullet were read as a list.
    ListFromBullets,
    /// Control or private characters were read as the characters they stand for.
    CharacterMended,
    /// A row of a table has more cells than its heading.
    CellWithoutColumn,
    /// A line in capitals was read as a heading.
    HeadingFromCapitals,
    /// A paragraph in bold was read as a heading.
    HeadingFromBold,
    /// A short line was read as a heading.
    HeadingFromLine,
    /// Deep nesting was made shallower.
    NestingFlattened,
    /// Front matter could not be read, and was kept as text.
    FrontMatterUnreadable,
    /// HTML was left out that holds no words for a reader: a script, a style.
    HtmlLeftOut,
    /// A part that the author set apart for Easy Read is never closed.
    ContainerNotClosed,
    /// Marks of pandoc's were left out that hold no words for a reader.
    MarksLeftOut,
    /// Lines that draw a table with dashes and bars were read as that table.
    DrawnTable,
    /// The first row of a table holds a label and its value, and so do the others.
    TableOfLabels,
    /// A table that only arranges the page was taken apart.
    LayoutTable,
    /// A number was printed in Word, and the Markdown has another or none.
    NumberLost,
    /// Lists of people that stood side by side were run together, row by row.
    ColumnsRunTogether,
    /// The words that stand for a picture were written by a program.
    MachineDescription,
}

impl NoteKind {
    /// The stable name of the kind.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::HeadingLevelChanged => "heading-level-changed",
            Self::TableFromTabs => "table-from-tabs",
            Self::BoldMended => "bold-mended",
            Self::ParagraphFromLine => "paragraph-from-line",
            Self::ParagraphFromQuote => "paragraph-from-quote",
            Self::ListFromBullets => "list-from-bullets",
            Self::CharacterMended => "character-mended",
            Self::CellWithoutColumn => "cell-without-column",
            Self::HeadingFromCapitals => "heading-from-capitals",
            Self::HeadingFromBold => "heading-from-bold",
            Self::HeadingFromLine => "heading-from-line",
            Self::NestingFlattened => "nesting-flattened",
            Self::FrontMatterUnreadable => "front-matter-unreadable",
            Self::HtmlLeftOut => "html-left-out",
            Self::ContainerNotClosed => "container-not-closed",
            Self::MarksLeftOut => "marks-left-out",
            Self::DrawnTable => "drawn-table",
            Self::TableOfLabels => "table-of-labels",
            Self::LayoutTable => "layout-table",
            Self::NumberLost => "number-lost",
            Self::ColumnsRunTogether => "columns-run-together",
            Self::MachineDescription => "machine-description",
        }
    }

    /// Whether the author should look: the source has something that cannot be read as it was meant.
    #[must_use]
    pub const fn concerns_author(self) -> bool {
        match self {
            Self::NestingFlattened
            | Self::FrontMatterUnreadable
            | Self::HtmlLeftOut
            | Self::ContainerNotClosed
            | Self::CellWithoutColumn
            | Self::NumberLost
            | Self::ColumnsRunTogether
            | Self::MachineDescription => true,
            Self::HeadingLevelChanged
            | Self::TableFromTabs
            | Self::HeadingFromCapitals
            | Self::HeadingFromBold
            | Self::HeadingFromLine
            | Self::BoldMended
            | Self::ParagraphFromLine
            | Self::ParagraphFromQuote
            | Self::ListFromBullets
            | Self::CharacterMended
            | Self::MarksLeftOut
            | Self::DrawnTable
            | Self::TableOfLabels
            | Self::LayoutTable => false,
        }
    }
}
