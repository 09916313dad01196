//! What a finding is known by when the document around it has changed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::source::{Source, Span, short_hash};

/// What a place of a finding is known by: its words and the letters beside them, not its line. Hashes stand
/// for both, so that a list of fingerprints tells nothing of a paper that is not yet public.
///
/// ```
/// use plainsong::lint::Fingerprint;
/// use plainsong::{Source, Span};
///
/// let (old, new) = (Source::new("a.md", "We met stakeholders."), Source::new("a.md", "# Work\n\nWe met\nstakeholders."));
/// assert_eq!(Fingerprint::of(Span::new(7, 19), &old), Fingerprint::of(Span::new(15, 27), &new));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fingerprint {
    /// The words, as a hash.
    pub text: String,
    /// The letters and digits beside them in the same paragraph, as a hash.
    pub context: String,
}

/// How many letters and digits on each side are the context.
const LETTERS: usize = 16;
/// How many characters are looked at to find them.
const NEAR: usize = 100;

impl Fingerprint {
    /// What a place of a source is known by. Line breaks, spaces and signs of markup beside it do not matter.
    #[must_use]
    pub fn of(place: Span, source: &Source) -> Self {
        let text: String = source.slice(place).chars().filter(|character| !character.is_whitespace()).collect();
        let before = source.slice(Span::new(0, place.start)).chars().rev();
        let after = source.slice(Span::new(place.end, source.text().len())).chars();
        let context = format!("{}|{}", letters(before), letters(after));
        Self { text: short_hash(text.as_bytes()), context: short_hash(context.as_bytes()) }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.text, self.context)
    }
}

/// The first letters and digits, up to a blank line: what stands in another paragraph may change.
fn letters(beside: impl Iterator<Item = char>) -> String {
    let mut line_ends = 0;
    let in_paragraph = beside.take(NEAR).take_while(|character| {
        line_ends = if *character == '\n' { line_ends + 1 } else { line_ends * usize::from(character.is_whitespace()) };
        line_ends < 2
    });
    in_paragraph.filter(|character| character.is_alphanumeric()).take(LETTERS).collect()
}
