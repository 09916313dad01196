//! The two colours of a page, and the shades that are drawn from them. The words have the contrast
//! that WCAG 2.2 asks for at its highest level (1.4.6), and keep it on a tint; lines and bars have
//! that of graphics (1.4.11).

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

/// The least contrast of words and what is behind them (WCAG 2.2, 1.4.6).
const WORDS: f64 = 7.0;

/// The least contrast of lines and bars and what is behind them (WCAG 2.2, 1.4.11).
const LINES: f64 = 3.0;

/// The contrast at which a tint is seen beside the ground, and still pale: that of a grey of 91% on
/// white.
const TINT: f64 = 1.22;

/// A colour of the sRGB space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour {
    pub(super) red: u8,
    pub(super) green: u8,
    pub(super) blue: u8,
}

/// The colours that have a name.
const NAMED: [(&str, Colour); 4] = [
    ("black", Colour { red: 0, green: 0, blue: 0 }),
    ("white", Colour { red: 255, green: 255, blue: 255 }),
    ("cream", Colour { red: 255, green: 253, blue: 208 }),
    ("yellow", Colour { red: 255, green: 255, blue: 0 }),
];

impl Colour {
    /// The colour of this name or of this number, `#rrggbb`.
    fn new(text: &str) -> Option<Self> {
        if let Some((_, colour)) = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
            return Some(*colour);
        }
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self { red, green, blue })
    }

    /// The relative luminance, from 0 for black to 1 for white, as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let linear = |part: u8| match f64::from(part) / 255.0 {
            low if low <= 0.040_45 => low / 12.92,
            high => ((high + 0.055) / 1.055).powf(2.4),
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast with another colour, from 1 to 21, as WCAG 2.2 defines it.
    fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The colour with so many hundredths of another mixed in.
    fn mixed(self, other: Self, hundredths: u16) -> Self {
        let mix = |one: u8, other: u8| {
            let sum = u16::from(one) * (100 - hundredths) + u16::from(other) * hundredths;
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self { red: mix(self.red, other.red), green: mix(self.green, other.green), blue: mix(self.blue, other.blue) }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// What is drawn on a page beside the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shade {
    /// Rules, bars and frames.
    Line,
    /// Behind words.
    Tint,
}

/// The colour of the words and that of the ground behind them, with a contrast of at least 7:1
/// (WCAG 2.2, 1.4.6). Pairs are written `black on yellow` or `#1a1a66 on #fff8e7`.
///
/// ```
/// # use plainsong::render::large_print::Colours;
/// let colours: Colours = "yellow on black".parse()?;
/// assert_eq!(colours, Colours::YELLOW_ON_BLACK);
/// assert!("yellow on white".parse::<Colours>().unwrap_err().contains("1.07:1"));
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Colours {
    words: Colour,
    ground: Colour,
}

impl Colours {
    /// Black words on white, the default.
    pub const BLACK_ON_WHITE: Self = Self { words: NAMED[0].1, ground: NAMED[1].1 };
    /// Black words on cream, for readers whom white dazzles.
    pub const BLACK_ON_CREAM: Self = Self { words: NAMED[0].1, ground: NAMED[2].1 };
    /// Black words on yellow.
    pub const BLACK_ON_YELLOW: Self = Self { words: NAMED[0].1, ground: NAMED[3].1 };
    /// White words on black.
    pub const WHITE_ON_BLACK: Self = Self { words: NAMED[1].1, ground: NAMED[0].1 };
    /// Yellow words on black.
    pub const YELLOW_ON_BLACK: Self = Self { words: NAMED[3].1, ground: NAMED[0].1 };

    /// The contrast of the words and the ground, from 7 to 21, as WCAG 2.2 defines it.
    #[must_use]
    pub fn contrast(self) -> f64 {
        self.words.contrast(self.ground)
    }

    /// The colour of the words.
    pub(super) const fn words(self) -> Colour {
        self.words
    }

    /// The colour of the ground; none if it is that of the paper, which needs no ink.
    pub(super) fn ground(self) -> Option<Colour> {
        (self.ground != Self::BLACK_ON_WHITE.ground).then_some(self.ground)
    }

    /// The colour of a shade.
    pub(super) fn shade(self, shade: Shade) -> Colour {
        match shade {
            Shade::Line => self.line(),
            Shade::Tint => self.tint(),
        }
    }

    /// The words' colour, paler where the ground lets a line be seen that is paler.
    fn line(self) -> Colour {
        let paler = (1..=35).rev().map(|hundredths| self.words.mixed(self.ground, hundredths));
        paler.into_iter().find(|line| line.contrast(self.ground) >= LINES).unwrap_or(self.words)
    }

    /// The ground with as little of the words' colour as is seen, or as the words on it can bear.
    fn tint(self) -> Colour {
        let mut tint = self.ground;
        for hundredths in 1..=50 {
            let next = self.ground.mixed(self.words, hundredths);
            if next.contrast(self.words) < WORDS {
                break;
            }
            tint = next;
            if tint.contrast(self.ground) >= TINT {
                break;
            }
        }
        tint
    }
}

impl Default for Colours {
    fn default() -> Self {
        Self::BLACK_ON_WHITE
    }
}

impl fmt::Display for Colours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on {}", self.words, self.ground)
    }
}

impl FromStr for Colours {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.split_whitespace();
        let (Some(words), Some("on"), Some(ground), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(format!("\"{text}\" is not a pair of colours. Give one such as \"black on cream\" or \"#1a1a66 on #fff8e7\""));
        };
        let colour = |name: &str| {
            Colour::new(name).ok_or_else(|| {
                let names: Vec<&str> = NAMED.iter().map(|(name, _)| *name).collect();
                format!("there is no colour \"{name}\". The colours are: {}, or a number such as #1a1a66", names.join(", "))
            })
        };
        let pair = Self { words: colour(words)?, ground: colour(ground)? };
        if pair.contrast() < WORDS {
            // Rounded down: 6.999 is not 7.
            let contrast = (pair.contrast() * 100.0).floor() / 100.0;
            return Err(format!(
                "\"{text}\" has a contrast of {contrast}:1. Many people could not read it: words need at least 7:1. \
                 Make one colour darker or the other lighter"
            ));
        }
        Ok(pair)
    }
}

impl TryFrom<String> for Colours {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(one: &str, other: &str) -> f64 {
        Colour::new(one).unwrap().contrast(Colour::new(other).unwrap())
    }

    #[test]
    fn contrasts_are_those_of_wcag() {
        // The last three are greys on white that stand just above and below the bounds of 4.5 and 3.
        for (one, other, known) in [
            ("black", "white", 21.0),
            ("white", "white", 1.0),
            ("yellow", "white", 1.074),
            ("yellow", "black", 19.556),
            ("#ff0000", "white", 3.998),
            ("#0000ff", "white", 8.592),
            ("#767676", "white", 4.542),
            ("#777777", "white", 4.478),
            ("#949494", "white", 3.033),
        ] {
            assert!((contrast(one, other) - known).abs() < 0.001, "{one} on {other}: {}", contrast(one, other));
        }
    }

    #[test]
    fn every_shade_of_every_pair_keeps_its_contrast() {
        let named = ["black on white", "black on cream", "black on yellow", "white on black", "yellow on black"];
        // These have just 7:1 between them, or nearly so.
        let close = ["#595959 on #ffffff", "#004b87 on #eaf4ff", "#ffd000 on #333377", "#ffb000 on #222222"];
        for text in named.iter().chain(&close) {
            let pair: Colours = text.parse().unwrap();
            let (line, tint) = (pair.shade(Shade::Line), pair.shade(Shade::Tint));
            assert!(line.contrast(pair.ground) >= 3.0, "{text}: {line}");
            assert!(tint.contrast(pair.words) >= 7.0, "{text}: {tint}");
        }
        for text in named {
            let pair: Colours = text.parse().unwrap();
            assert!(pair.shade(Shade::Tint).contrast(pair.ground) >= 1.2, "{text}: no tint is seen");
        }
    }

    #[test]
    fn a_pair_of_too_little_contrast_is_refused_with_its_contrast() {
        let error = "#5a5a5a on white".parse::<Colours>().unwrap_err();
        assert!(error.contains("\"#5a5a5a on white\" has a contrast of 6.89:1") && error.contains("at least 7:1"), "{error}");
        assert!("#595959 on white".parse::<Colours>().is_ok());
    }

    #[test]
    fn what_is_no_pair_is_answered_with_one() {
        for text in ["black", "", "black on", "black on cream on white", "black-on-cream"] {
            assert!(text.parse::<Colours>().unwrap_err().contains("is not a pair of colours"), "{text}");
        }
        for text in ["blue on white", "#12345 on white", "#12345g on white", "#+12345 on white", "black on #ffffé"] {
            assert!(text.parse::<Colours>().unwrap_err().starts_with("there is no colour"), "{text}");
        }
        assert_eq!("Black  on #FFFDD0".parse::<Colours>().unwrap(), Colours::BLACK_ON_CREAM);
    }
}
