//! The paper that a document is printed on.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

/// A size of paper, upright.
///
/// ```
/// # use plainsong::render::large_print::Paper;
/// assert_eq!("letter".parse(), Ok(Paper::Letter));
/// assert_eq!(Paper::default().to_string(), "A4");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "String")]
#[non_exhaustive]
pub enum Paper {
    /// 210 by 297 millimetres (ISO 216).
    #[default]
    A4,
    /// US Letter: 8.5 by 11 inches (ANSI Y14.1).
    Letter,
    /// 297 by 420 millimetres (ISO 216), for wide tables. Many readers have no printer for it:
    /// shrunk to A4, words of 18 points come out at less than 13.
    A3,
}

impl Paper {
    /// Every size of paper.
    pub const ALL: &[Self] = &[Self::A4, Self::Letter, Self::A3];

    /// The name of the paper.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
            Self::A3 => "A3",
        }
    }

    /// The width and the height, in points.
    pub(super) const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.276, 841.89),
            Self::Letter => (612.0, 792.0),
            Self::A3 => (841.89, 1190.551),
        }
    }
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Paper {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let named = Self::ALL.iter().find(|paper| paper.name().eq_ignore_ascii_case(text.trim()));
        named.copied().ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|paper| paper.name()).collect();
            format!("there is no paper \"{text}\". The papers are: {}", names.join(", "))
        })
    }
}

impl TryFrom<String> for Paper {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_paper_is_refused_with_those_there_are() {
        assert_eq!("a5".parse::<Paper>().unwrap_err(), "there is no paper \"a5\". The papers are: A4, Letter, A3");
    }
}
