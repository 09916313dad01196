//! Plain strings: words and sentences, the same for every part of the library.

mod sentences;
mod syllables;
mod words;

pub use sentences::sentences;
pub use syllables::syllables;
pub use words::words;
