//! Short forms such as SCIE: which words of a document are one, what it says that they stand for, and what is
//! known of them beforehand.

mod alignment;
mod brackets;
mod candidates;
mod definitions;
mod glance;
mod known;
mod long_words;
mod naming;
mod people;
mod references;
mod shape;
mod shouting;
mod survey;
pub(crate) mod tokens;
mod uses;
mod window;
mod workplaces;

pub use known::KnownShortForms;

pub(crate) use brackets::is_pair;
pub(crate) use definitions::{definitions, first_in_text, in_lists};
pub(crate) use glance::Glance;
pub(crate) use survey::{ShortForm, is_same_name, survey};
