//! Words that are hard to read: what to write instead, and what they mean. The words are data, in
//! TOML files beside this one, each entry with sentences that it must and must not be found in.

mod entry;
mod levels;
mod lookup;

pub use entry::Entry;
pub use levels::{HARD, Level, level};
pub use lookup::{Lexicon, Match, packs};
