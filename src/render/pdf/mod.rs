//! PDF.
pub mod large_print {
    //! Large print.
    use crate::{Error, Rendered, model::Document};
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
    pub fn render(_document: &Document, _options: &Options) -> Result<Rendered<Vec<u8>>, Error> {
        Ok(Rendered { output: vec![], losses: vec![], changes: vec![] })
    }
}
pub mod easy_read {
    //! Easy Read.
    use crate::{Error, Rendered, rewrite::easy_read::EasyRead};
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
    pub fn render(_easy: &EasyRead, _options: &Options) -> Result<Rendered<Vec<u8>>, Error> {
        Ok(Rendered { output: vec![], losses: vec![], changes: vec![] })
    }
}
