//! Why a picture is not shown.

use std::fmt;

use crate::resources::Absence;

/// Why a picture cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render::pdf) enum Problem {
    /// There is no file.
    Absent(Absence),
    /// The file is empty.
    Empty,
    /// It is a picture of a kind that is not drawn, or no picture.
    OtherFormat(Option<&'static str>),
    /// It is damaged, or not all there.
    Broken(&'static str),
    /// It is larger than is drawn, in pixels.
    TooManyPixels,
    /// It has more parts than are drawn.
    TooIntricate,
    /// It uses something that cannot be drawn.
    Uses(&'static str),
}

impl fmt::Display for Problem {
    /// What is the matter and what to do, in sentences.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent(absence) => absence.fmt(f),
            Self::Empty => f.write_str("The file is empty. Save the picture again."),
            Self::OtherFormat(Some(name)) => write!(f, "It is a {name} file. Save it as PNG, JPEG or SVG."),
            Self::OtherFormat(None) => f.write_str("The file is no PNG, JPEG or SVG picture. Save it as one."),
            Self::Broken(format) => write!(f, "The {format} file is damaged, or not all there. Save the picture again."),
            Self::TooManyPixels => f.write_str("It has more pixels than a page can use. Make it smaller."),
            Self::TooIntricate => f.write_str("It has more parts than can be drawn. Save it as PNG."),
            Self::Uses(what) => write!(f, "It uses {what}, which cannot be drawn. Save it as PNG."),
        }
    }
}
