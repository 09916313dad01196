//! Rules of how a document is built: headings, lists, tables, pictures, links.

pub(super) mod conversion_debris;
pub(super) mod number_lost;
