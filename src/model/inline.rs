//! Inlines: the words of a block, and what is done to them.

use serde::{Deserialize, Serialize};

use super::Origin;
use crate::source::Span;

/// An inline and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where it stands in the source.
    pub origin: Origin,
}

impl Inline {
    /// An inline of a kind, from a place.
    #[must_use]
    pub const fn new(kind: InlineKind, origin: Origin) -> Self {
        Self { kind, origin }
    }

    /// Plain text.
    #[must_use]
    pub fn text(text: impl Into<String>, origin: Origin) -> Self {
        Self::new(InlineKind::Text(text.into()), origin)
    }
}

/// The kinds of inline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum InlineKind {
    /// Words. Never joined to a neighbour: one merge and every later place is wrong.
    Text(String),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Strongly stressed words.
    Strong(Vec<Inline>),
    /// Words struck out.
    Deleted(Vec<Inline>),
    /// Words kept exactly as typed.
    Code(String),
    /// A link.
    Link {
        /// Where it leads.
        #[serde(flatten)]
        to: Box<Destination>,
        /// The words of the link.
        content: Vec<Inline>,
    },
    /// A picture among words.
    Image(Box<Image>),
    /// A short form whose long form the document gives.
    Abbreviation {
        /// As written here: `TLAP`, `SMEs`.
        short: String,
        /// The long form.
        long: Box<str>,
    },
    /// Words that are hard to read and explained nearby. No source holds one: rewriting marks it.
    HardWord(Vec<Inline>),
    /// Words that lead to another place in this document. No source holds one: rewriting adds it.
    CrossReference {
        /// The place, as the document has it. What stands there is where the words lead.
        to: Span,
        /// The words. They say what place it is, for formats that cannot lead there.
        content: Vec<Inline>,
    },
    /// A reference to the footnote of this label.
    NoteRef(String),
    /// A line end that means no more than a space.
    SoftBreak,
    /// A line end that the author wants.
    LineBreak,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    /// The address: of a page, a file beside the document, or `#` and a place in it.
    pub target: String,
    /// The advisory title, where there is one.
    pub title: Option<String>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Where the picture is: a file beside the document, or a web address.
    pub address: String,
    /// The words that stand for it; empty if the source gives none.
    pub alternative: String,
    /// The advisory title, where there is one.
    pub title: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cross_reference_keeps_its_place_through_json() {
        let content = vec![Inline::text("Parks", Origin::Literal(Span::new(2, 7)))];
        let inline = Inline::new(InlineKind::CrossReference { to: Span::new(9, 20), content }, Origin::None);
        let json = serde_json::to_string(&inline).unwrap();
        assert!(json.contains(r#""cross-reference":{"to":{"start":9,"end":20}"#), "{json}");
        assert_eq!(serde_json::from_str::<Inline>(&json).unwrap(), inline);
    }
}
