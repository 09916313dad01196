//! DTBook.
use crate::{Rendered, model::Document};
/// Options
#[derive(Debug, Clone, PartialEq, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// The date where the document states none.
    #[serde(skip)]
    pub fallback_date: Option<crate::model::Date>,
}
/// Renders
#[must_use]
pub fn render(_document: &Document, _options: &Options) -> Rendered<String> {
    Rendered { output: String::new(), losses: vec![], changes: vec![] }
}
