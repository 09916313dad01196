//! One format each. A renderer is a function from a [`Document`](crate::Document) and an options
//! struct to a [`Rendered`](crate::Rendered): its output, what it could not carry, and what it said in other words.

mod address;
mod anchors;
mod announcements;
mod brief;
mod colophon;
mod contact;
pub mod daisy;
pub mod dtbook;
mod easy_words;
pub mod epub;
pub mod findings;
mod footnotes;
pub mod html;
mod lists;
mod losses;
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
mod picture_kind;
pub mod text;
mod uri;
mod wording;
mod xml;

pub use contact::Contact;
#[cfg(feature = "pdf")]
pub use pdf::{easy_read, large_print};

/// How many pages a PDF has; `None`, if these bytes are no PDF that can be read.
#[cfg(feature = "pdf")]
pub(crate) fn pages_of_pdf(bytes: &[u8]) -> Option<usize> {
    pdf::pages(bytes)
}
