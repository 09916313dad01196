//! What is written instead of a sign that no font has. A row is read from the top; its comment says
//! why the words mean the same.

/// Signs, and what is written instead of each.
#[rustfmt::skip]
const INSTEAD: &[(&str, &str)] = &[
    // Codes that a word processor leaves behind of its symbol fonts: the sign that was to be seen. No
    // word: a tick may be a bullet as well as a yes.
    ("\u{f0fc}", "✓"),
    ("\u{f0fe}", "☑"),
    ("\u{f0fb}\u{f0fd}", "✗"),
    ("\u{f0a8}\u{f06f}\u{f071}\u{f072}", "☐"),
    ("\u{f0e0}\u{f0e8}\u{f0f0}", "→"),
    ("\u{f0b7}\u{f0a7}\u{f06c}\u{f06e}\u{f076}\u{f0d8}\u{f0ad}", "•"),
    ("\u{f02d}", "-"),
    ("\u{f028}\u{f029}", "☎"),
    ("\u{f02a}", "✉"),
    // Pictures of ticks, crosses and stars: the same sign, drawn in lines.
    ("✅🗸🗹", "✓"),
    ("❌❎🗙🗴", "✗"),
    ("⭐🌟", "★"),
    ("➕", "+"),
    ("➖", "-"),
    ("❗❕", "!"),
    ("❓❔", "?"),
    // Reports of progress say red, amber and green with discs and squares.
    ("🔴🟥", "red"),
    ("🟠🟧", "orange"),
    ("🟡🟨", "yellow"),
    ("🟢🟩", "green"),
    ("🔵🟦", "blue"),
    ("⚫", "black"),
    ("⚪", "white"),
    // Before a number, an address or a time they say what it is.
    ("📞📱🕿🖁", "phone"),
    ("📧🖂📩📨", "email"),
    ("🌐🖥💻", "online"),
    ("🔗", "link"),
    ("📍", "place"),
    ("📅📆🗓", "date"),
    ("🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⏰", "time"),
    ("ℹ", "information"),
    // Hands that agree or not.
    ("👍", "thumbs up"),
    ("👎", "thumbs down"),
    // Dashes of rare lengths read as those that every font has.
    ("‐", "-"),
    ("‒", "–"),
    ("―", "—"),
    // Letters that were joined for looks.
    ("ﬀ", "ff"),
    ("ﬁ", "fi"),
    ("ﬂ", "fl"),
    ("ﬃ", "ffi"),
    ("ﬄ", "ffl"),
];

/// What is written instead of a sign, if anything is.
pub(super) fn instead(sign: char) -> Option<&'static str> {
    INSTEAD.iter().find(|(signs, _)| signs.contains(sign)).map(|(_, instead)| *instead)
}

#[cfg(test)]
mod tests {
    use super::super::flow::shape::{OpenFonts, Shaper};
    use super::super::fonts::Fonts;
    use super::*;

    #[test]
    fn what_is_written_instead_can_be_drawn_and_the_sign_cannot() {
        let fonts = OpenFonts::of(&Fonts::default()).unwrap();
        let shaper = Shaper::new(&fonts);
        for (signs, instead) in INSTEAD {
            assert!(instead.chars().all(|character| shaper.can_draw(character)), "{instead} cannot be drawn");
            assert!(!signs.chars().any(|sign| shaper.can_draw(sign)), "one of {signs} can be drawn as it is");
        }
    }

    #[test]
    fn a_sign_is_in_one_row() {
        let mut all: Vec<char> = INSTEAD.iter().flat_map(|(signs, _)| signs.chars()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
