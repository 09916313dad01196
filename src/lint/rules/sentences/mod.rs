//! Rules of sentences and paragraphs.

pub(super) mod double_negative;
pub(super) mod long_paragraph;
pub(super) mod long_sentence;
pub(super) mod nominalisation;
pub(super) mod passive_voice;
pub(super) mod readability;
pub(super) mod unclear_pronoun;
