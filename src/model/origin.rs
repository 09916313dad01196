//! Where the text of a node comes from.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// Where a node comes from. The byte-exact laws hold for [`Origin::Literal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The source holds exactly this text, or for a node with children, this node.
    Literal(Span),
    /// The source spells it another way: `&amp;` for `&`.
    Decoded(Span),
    /// Made from this part of the source: an easier sentence, a title taken from a label line.
    DerivedFrom(Span),
    /// No author wrote it: words of our own.
    None,
}

impl Origin {
    /// The same place, for text that the source spells another way there.
    #[must_use]
    pub const fn decoded(self) -> Self {
        match self {
            Self::Literal(span) => Self::Decoded(span),
            Self::Decoded(_) | Self::DerivedFrom(_) | Self::None => self,
        }
    }

    /// The shortest stretch of the source that holds all of these places; [`Origin::None`] if none
    /// of them has one.
    #[must_use]
    pub fn covering(origins: impl IntoIterator<Item = Self>) -> Self {
        origins.into_iter().filter_map(Self::span).reduce(Span::cover).map_or(Self::None, Self::Literal)
    }

    /// The place in the source, if there is one.
    #[must_use]
    pub const fn span(self) -> Option<Span> {
        match self {
            Self::Literal(span) | Self::Decoded(span) | Self::DerivedFrom(span) => Some(span),
            Self::None => None,
        }
    }
}
