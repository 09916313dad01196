//! Rules of signs, numbers, dates and the look of letters.

pub(super) mod all_capitals;
pub(super) mod ambiguous_date;
pub(super) mod ampersand;
pub(super) mod italic_or_underline;
pub(super) mod number_as_word;
pub(super) mod percentage_without_plain_form;
pub(super) mod slash_and_or;
pub(super) mod symbol_for_word;
