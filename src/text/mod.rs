//! Plain strings: words and sentences, the same for every part of the library.

mod full_stops;
mod sentences;
mod words;

pub use sentences::sentences;
pub(crate) use words::cut;
pub use words::words;
