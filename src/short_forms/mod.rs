//! Short forms such as SCIE: which words of a document are one, and what it says that they stand for.

mod alignment;
mod brackets;
mod definitions;
mod shape;
pub(crate) mod tokens;
mod window;

pub(crate) use definitions::definitions;
