//! A column of words, and columns within it.

/// A stretch of the page's width, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::render::pdf) struct Column {
    pub(in crate::render::pdf) x: f32,
    pub(in crate::render::pdf) width: f32,
}

impl Column {
    /// The column without its first part. `None` if fewer than some eight letters a line are left:
    /// then deep nesting no longer moves words to the right.
    pub(super) fn inset(self, by: f32, size: f32) -> Option<Self> {
        let inner = Self { x: self.x + by, width: self.width - by };
        (inner.width >= size * 5.0).then_some(inner)
    }
}
