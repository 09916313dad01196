//! DTBook.
use crate::{Rendered, model::Document};
/// Options
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Options {}
/// Renders
#[must_use]
pub fn render(_document: &Document, _options: &Options) -> Rendered<String> {
    Rendered { output: String::new(), losses: vec![], changes: vec![] }
}
