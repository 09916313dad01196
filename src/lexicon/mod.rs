//! Words that are hard to read: what to write instead, and what they mean. The words are data, in
//! TOML files beside this one, each entry with sentences that it must and must not be found in.

mod entry;
mod hash;
mod levels;
mod lookup;
mod packed;
mod packs;
mod set;

pub use entry::{Entry, Kind};
pub(crate) use hash::WordMap;
pub use levels::{HARD, Level, level};
pub use lookup::{Lexicon, Match};
pub use packs::packs;
pub(crate) use set::WordNumber;
