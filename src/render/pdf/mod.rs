//! PDF.
pub mod large_print {
    //! Large print.
    use crate::{Error, Rendered, model::Document};
    /// Options
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Options {}
    /// Renders
    pub fn render(_document: &Document, _options: &Options) -> Result<Rendered<Vec<u8>>, Error> {
        Ok(Rendered { output: vec![], losses: vec![], changes: vec![] })
    }
}
pub mod easy_read {
    //! Easy Read.
    use crate::{Error, Rendered, rewrite::easy_read::EasyRead};
    /// Options
    #[derive(Debug, Clone, PartialEq, Default)]
    #[non_exhaustive]
    pub struct Options {}
    /// Renders
    pub fn render(_easy: &EasyRead, _options: &Options) -> Result<Rendered<Vec<u8>>, Error> {
        Ok(Rendered { output: vec![], losses: vec![], changes: vec![] })
    }
}
