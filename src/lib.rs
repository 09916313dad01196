#![cfg_attr(docsrs, feature(doc_cfg))]
#![doc = include_str!("../README.md")]

pub mod convert;
pub mod diagnostic;
mod error;
mod fileset;
pub mod lexicon;
pub mod lint;
pub mod model;
mod outcome;
mod read;
pub mod record;
pub mod render;
pub mod resources;
pub mod rewrite;
mod source;
pub mod text;

pub use error::Error;
pub use fileset::Fileset;
pub use model::Document;
pub use outcome::{Change, ChangeKind, Loss, LossKind, Rendered};
pub use read::parse;
pub use source::{Position, Source, Span};
