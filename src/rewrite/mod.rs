//! Saying a document in another way, for one format. A rewriter borrows the document and returns a
//! new one, with every change it made.

pub mod easy_read;
pub mod plain;
pub mod spoken;
pub mod summary;
