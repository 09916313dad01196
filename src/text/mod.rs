//! Plain strings: words and sentences, the same for every part of the library.

mod bytes;
mod full_stops;
#[cfg(test)]
mod golden;
mod items;
mod number_words;
mod runs;
mod sentences;
mod syllables;
mod words;

pub(crate) use bytes::{
    each_inner_capital, eight_from, first_of_eight, holds_any, holds_part, may_be_capital, places_of, places_of_part, places_of_sign,
    places_of_three,
};
pub(crate) use number_words::number;
pub(crate) use runs::{each_run, each_run_of, run_at};
pub(crate) use sentences::each_sentence;
pub use sentences::sentences;
pub use syllables::syllables;
pub use words::words;
pub(crate) use words::{Cut, cut_words, each_word};
