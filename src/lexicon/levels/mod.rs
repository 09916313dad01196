//! How hard an English word is, by the levels of the Common European Framework of Reference (CEFR).
//!
//! The levels come from a list of 172,760 words, `words.bin`, made by `make-words.py`, and from
//! `mended.toml`, where we set right what the list lacks or has wrong.

mod base;
mod table;

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use base::bases;
use table::Table;

/// A level of the Common European Framework of Reference for Languages: the learners who can be
/// expected to know a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Level {
    /// Beginners know it: "house".
    A1,
    /// "footpath".
    A2,
    /// "neighbourhood".
    B1,
    /// "assessment".
    B2,
    /// "safeguarding".
    C1,
    /// Few who are not at home in the language know it: "culvert".
    C2,
}

/// The level from which a word is hard. Of the levels, it best tells the words that people call rather
/// complex (from 3.5 of 6) among 14,640 that were rated.
pub const HARD: Level = Level::C1;

/// The level of an English word, in any case and in any of its forms; of a compound with hyphens, that
/// of its hardest part. `None` for a word that is not known: a name, a mistake, another language.
///
/// The levels agree with people's ratings of words no better than fairly (rank correlation 0.58), and
/// a word with many meanings has the level of its easiest.
///
/// ```
/// use plainsong::lexicon::{Level, level};
///
/// assert_eq!(level("meetings"), Some(Level::A1));
/// assert_eq!(level("Stakeholders"), Some(Level::C1));
/// assert_eq!(level("Wexmere"), None);
/// ```
#[must_use]
pub fn level(word: &str) -> Option<Level> {
    let lower = word.to_lowercase().replace(['\u{2019}', '\u{2bc}'], "'").replace(['\u{2010}', '\u{2011}'], "-");
    let word = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('\'')).unwrap_or(&lower);
    of_form(word).or_else(|| of_compound(word))
}

/// The level of a word that may be a form of another. A form is no harder than its base.
fn of_form(word: &str) -> Option<Level> {
    if let Some(level) = mended(word) {
        return Some(level);
    }
    let bases = bases(word);
    // What we set for "stakeholder" is meant for "stakeholders" too.
    if let Some(level) = bases.iter().filter_map(|base| mended(base)).min() {
        return Some(level);
    }
    let listed = |word: &str| Table::built_in().level(word);
    listed(word).into_iter().chain(bases.iter().filter_map(|base| listed(base))).min()
}

fn of_compound(word: &str) -> Option<Level> {
    if let Some(verb) = word.strip_suffix("n't") {
        return of_form(verb);
    }
    word.contains('-').then(|| word.split('-').map(of_form).reduce(|hardest, part| Some(hardest?.max(part?))))??
}

fn mended(word: &str) -> Option<Level> {
    static MENDED: LazyLock<HashMap<String, Level>> = LazyLock::new(|| {
        // The file is part of the program, and a test reads it: a mistake in it cannot ship.
        let levels: HashMap<Level, Vec<String>> = toml::from_str(MENDED_FILE).unwrap_or_default();
        levels.into_iter().flat_map(|(level, words)| words.into_iter().map(move |word| (word, level))).collect()
    });
    MENDED.get(word).copied()
}

const MENDED_FILE: &str = include_str!("mended.toml");

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn forms_have_the_level_of_their_word() {
        for (word, expected) in [
            ("house", Level::A1),
            ("houses", Level::A1),
            ("walked", Level::A1),
            ("stopping", Level::A1),
            ("families", Level::A1),
            ("website", Level::A1),
            ("cannot", Level::A1),
            ("don\u{2019}t", Level::A1),
            ("council's", Level::B1),
            ("carers", Level::B2),
            ("stakeholders", Level::C1),
            ("co-production", Level::C1),
            ("Quorum", Level::C1),
            ("culvert", Level::C2),
        ] {
            assert_eq!(level(word), Some(expected), "{word}");
        }
    }

    #[test]
    fn a_compound_is_as_hard_as_its_hardest_part() {
        assert_eq!(level("red-house"), Some(Level::A1));
        assert_eq!(level("half-culvert"), Some(Level::C2));
        assert_eq!(level("Wexmere-house"), None);
    }

    #[test]
    fn what_is_no_english_word_has_no_level() {
        for word in ["", "'s", "-", "--", "xqzzt", "cyngor\u{2019}r", "\u{1f600}", "12", "a\u{0}b"] {
            assert_eq!(level(word), None, "{word:?}");
        }
    }

    #[test]
    fn the_levels_that_we_set_can_be_read_and_stand_once() {
        let levels: BTreeMap<String, Vec<String>> = toml::from_str(MENDED_FILE).unwrap();
        let mut all: Vec<String> = levels.into_values().flatten().collect();
        assert!(all.iter().all(|word| mended(word).is_some()));
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
