//! Whether the files of a pack are still what the source says.

use serde::Serialize;

use super::Manifest;

/// What has become of what a pack was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Since {
    /// It is as it was.
    Unchanged,
    /// It is not as it was.
    Changed,
    /// Nobody can tell: it is not where it was.
    Unknown,
}

/// How a file of a pack is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is what was written, of a source that is as it was.
    UpToDate,
    /// It is what was written, and the source has changed since.
    OutOfDate,
    /// Somebody else wrote it anew.
    ChangedByHand,
    /// It is not there.
    Missing,
    /// It is what was written. Whether the source has changed nobody can tell.
    Unknown,
}

impl State {
    /// The state in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::UpToDate => "up to date",
            Self::OutOfDate => "out of date",
            Self::ChangedByHand => "changed by hand",
            Self::Missing => "missing",
            Self::Unknown => "unknown",
        }
    }
}

impl Manifest {
    /// How each file of the pack is, but for the list that a person ticks. `hash_of` gives the SHA-256 of
    /// what a file holds now, if it is there.
    ///
    /// ```
    /// use plainsong::pack::{Manifest, Since, State};
    /// use plainsong::{Source, parse};
    ///
    /// let source = Source::new("minutes.md", "# Minutes");
    /// let mut manifest = Manifest::of(&parse(&source), &source, &[], &[]);
    /// manifest.add_file("formats.html", b"<p>");
    /// assert_eq!(manifest.states(|_| None, Since::Unchanged), [("formats.html", State::Missing)]);
    /// ```
    pub fn states(&self, hash_of: impl Fn(&str) -> Option<String>, since: Since) -> Vec<(&str, State)> {
        let state = |path: &str, written: &str| match (hash_of(path), since) {
            (None, _) => State::Missing,
            (Some(now), _) if now != written => State::ChangedByHand,
            (Some(_), Since::Unchanged) => State::UpToDate,
            (Some(_), Since::Changed) => State::OutOfDate,
            (Some(_), Since::Unknown) => State::Unknown,
        };
        let paths = self.paths().filter(|(path, _)| *path != super::TO_CHECK);
        paths.map(|(path, written)| (path, state(path, written))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::sha256;
    use crate::{Source, parse};

    #[test]
    fn a_file_is_judged_by_what_it_holds_and_by_its_source() {
        let source = Source::new("a.md", "Text");
        let mut manifest = Manifest::of(&parse(&source), &source, &[], &[]);
        for name in ["kept", "edited", "gone", super::super::TO_CHECK] {
            manifest.add_file(name, b"as written");
        }
        let hash_of = |path: &str| match path {
            "kept" | super::super::TO_CHECK => Some(sha256(b"as written")),
            "edited" => Some(sha256(b"as I like it")),
            _ => None,
        };
        for (since, kept) in [(Since::Unchanged, State::UpToDate), (Since::Changed, State::OutOfDate), (Since::Unknown, State::Unknown)] {
            let expected = [("kept", kept), ("edited", State::ChangedByHand), ("gone", State::Missing)];
            assert_eq!(manifest.states(hash_of, since), expected);
        }
    }
}
