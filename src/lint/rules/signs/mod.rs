//! Rules of signs, numbers, dates and the look of letters.
