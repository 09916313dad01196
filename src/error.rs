//! The few things that stop us. Findings, losses and changes are values, not errors.

use std::fmt;

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are not UTF-8 text.
    NotUtf8 {
        /// The name of the source.
        name: String,
        /// The first byte that is not part of a UTF-8 character.
        offset: usize,
    },
    /// A lexicon could not be read.
    Lexicon {
        /// The name of the lexicon.
        name: String,
        /// The line of the mistake, from 1, where one is known.
        line: Option<usize>,
        /// What is wrong.
        problem: String,
    },
    /// A folder of pictures cannot be used.
    Pictures {
        /// The name of its list.
        name: String,
        /// The line of the mistake, from 1, where one is known.
        line: Option<usize>,
        /// What is wrong and what to do.
        problem: String,
    },
    /// A font cannot be used.
    Font {
        /// What is wrong and what to do.
        problem: String,
    },
    /// Files could not be put in one ZIP file.
    Zip {
        /// What is wrong.
        problem: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 { name, offset } => {
                write!(
                    f,
                    "{name}: this file is not UTF-8 text. The first bad byte is at offset {offset}. Save the file as UTF-8 and try again."
                )
            }
            Self::Lexicon { name, line: Some(line), problem } | Self::Pictures { name, line: Some(line), problem } => {
                write!(f, "{name}, line {line}: {problem}")
            }
            Self::Lexicon { name, line: None, problem } | Self::Pictures { name, line: None, problem } => write!(f, "{name}: {problem}"),
            Self::Font { problem } => write!(f, "This font cannot be used: {problem}."),
            Self::Zip { problem } => write!(f, "The ZIP file could not be made: {problem}"),
        }
    }
}

impl std::error::Error for Error {}
