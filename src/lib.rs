#![cfg_attr(docsrs, feature(doc_cfg))]
#![doc = include_str!("../README.md")]

pub mod convert;
pub mod diagnostic;
mod error;
mod fileset;
pub mod glossary;
mod hash;
pub mod lexicon;
pub mod lint;
pub mod model;
mod outcome;
pub mod pack;
pub mod pictures;
mod place;
mod read;
pub mod record;
pub mod render;
pub mod resources;
pub mod rewrite;
pub mod short_forms;
mod source;
pub mod text;
pub mod worksheet;

pub use error::Error;
pub use fileset::Fileset;
pub use model::Document;
pub use outcome::{Change, ChangeKind, Loss, LossKind, Rendered};
pub use place::Place;
pub use read::parse;
pub use source::{Position, Source, Span};
