//! Parts of a document that its author set apart for Easy Read.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// A part that the author set apart between `:::` fences. It lies beside the blocks, as a
/// [`Mark`](super::Mark) does: what knows nothing of it still reads everything in order.
///
/// ```
/// use plainsong::{Source, model::ContainerKind, parse};
///
/// let source = Source::new("a.md", "# Plan\n\nWe convened.\n\n::: easy-read\nWe met.\n:::");
/// let document = parse(&source);
/// assert_eq!(document.containers[0].kind, ContainerKind::EasyRead);
/// assert!(source.slice(document.containers[0].span).starts_with("::: easy-read"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Container {
    /// What the author wants with it.
    pub kind: ContainerKind,
    /// Where it stands, the fences included.
    pub span: Span,
}

impl Container {
    /// A container of a kind at a place.
    #[must_use]
    pub const fn new(kind: ContainerKind, span: Span) -> Self {
        Self { kind, span }
    }
}

/// What a container is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ContainerKind {
    /// Easy words for the passage before it, which the short version keeps. Easy Read has them in its place; no other
    /// format has them.
    EasyRead,
    /// A passage that the short version keeps.
    KeyPoint,
}

impl ContainerKind {
    /// The kind of this name, as it stands after `:::`.
    ///
    /// ```
    /// # use plainsong::model::ContainerKind;
    /// assert_eq!(ContainerKind::named("key-point"), Some(ContainerKind::KeyPoint));
    /// assert_eq!(ContainerKind::named("card"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "easy-read" => Some(Self::EasyRead),
            "key-point" => Some(Self::KeyPoint),
            _ => None,
        }
    }
}

/// The places of all containers of a kind, in order, those within another left out.
pub(crate) fn outermost(containers: &[Container], kind: ContainerKind) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for container in containers.iter().filter(|container| container.kind == kind) {
        if spans.last().is_none_or(|last| last.end <= container.span.start) {
            spans.push(container.span);
        }
    }
    spans
}

/// Which of these spans, in order and apart, holds another.
pub(crate) fn holder(spans: &[Span], inner: Span) -> Option<usize> {
    let at = spans.partition_point(|span| span.end < inner.end);
    spans.get(at).filter(|span| span.contains(inner)).map(|_| at)
}
