//! The packs: the words of one field of work each, in a file each.

use serde::Deserialize;

use super::Entry;
use crate::error::Error;

/// The names of the packs.
const NAMES: [&str; 12] =
    ["council", "care", "health", "housing", "planning", "money", "legal", "government", "office", "phrases", "foreign", "metaphors"];

/// The file of each pack. The program has their words in a [table](super::packed) that is made from them.
#[cfg(test)]
pub(super) const FILES: [(&str, &str); NAMES.len()] = [
    ("council", include_str!("council.toml")),
    ("care", include_str!("care.toml")),
    ("health", include_str!("health.toml")),
    ("housing", include_str!("housing.toml")),
    ("planning", include_str!("planning.toml")),
    ("money", include_str!("money.toml")),
    ("legal", include_str!("legal.toml")),
    ("government", include_str!("government.toml")),
    ("office", include_str!("office.toml")),
    ("phrases", include_str!("phrases.toml")),
    ("foreign", include_str!("foreign.toml")),
    ("metaphors", include_str!("metaphors.toml")),
];

/// The names of the packs that come with plainsong, in the order in which they are read.
///
/// ```
/// assert!(plainsong::lexicon::packs().any(|name| name == "care"));
/// ```
pub fn packs() -> impl Iterator<Item = &'static str> {
    NAMES.into_iter()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    word: Vec<Entry>,
}

/// The entries of one file.
pub(super) fn entries(name: &str, text: &str) -> Result<Vec<Entry>, Error> {
    let file: File = toml::from_str(text).map_err(|error| Error::Lexicon {
        name: name.to_owned(),
        line: error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1),
        problem: error.message().to_owned(),
    })?;
    Ok(file.word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_can_be_read() {
        for (name, text) in FILES {
            assert_eq!(entries(name, text).err(), None);
        }
        assert_eq!(FILES.map(|(name, _)| name), NAMES);
    }

    #[test]
    fn a_mistake_has_its_line() {
        let error = entries("ours.toml", "[[word]]\nterm = \"a\"\nplainr = \"b\"").unwrap_err();
        assert!(matches!(error, Error::Lexicon { line: Some(3), .. }), "{error}");
    }
}
