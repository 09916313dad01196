//! How hard an English word is, by the levels of the Common European Framework of Reference (CEFR).
//!
//! The levels come from a list of 172,760 words, `words.bin`, made by `make-words.py`, and from
//! `mended.txt`, where we set right what the list lacks or has wrong.

mod base;
mod table;

use std::borrow::Cow;
use std::sync::LazyLock;

use super::WordMap;
use base::bases;

/// A level of the Common European Framework of Reference for Languages: the learners who can be
/// expected to know a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl Level {
    const ALL: [Self; 6] = [Self::A1, Self::A2, Self::B1, Self::B2, Self::C1, Self::C2];

    fn named(name: &str) -> Option<Self> {
        ["A1", "A2", "B1", "B2", "C1", "C2"].iter().position(|known| *known == name).and_then(|at| Self::ALL.get(at)).copied()
    }
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
    let lower = in_small_letters(word);
    let word = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('\'')).unwrap_or(&lower);
    of_form(word).or_else(|| of_compound(word))
}

/// A word in small letters, with the apostrophe and the hyphen of typewriters.
fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    word.to_lowercase().replace(['\u{2019}', '\u{2bc}'], "'").replace(['\u{2010}', '\u{2011}'], "-").into()
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
    table::level(word).into_iter().chain(bases.iter().filter_map(|base| table::level(base))).min()
}

fn of_compound(word: &str) -> Option<Level> {
    if let Some(verb) = word.strip_suffix("n't") {
        return of_form(verb);
    }
    word.contains('-').then(|| word.split('-').map(of_form).reduce(|hardest, part| Some(hardest?.max(part?))))??
}

fn mended(word: &str) -> Option<Level> {
    static MENDED: LazyLock<WordMap<&str, Level>> = LazyLock::new(|| mended_words().collect());
    MENDED.get(word).copied()
}

/// The words of the file, each with its level. What stands before the first level has none.
fn mended_words() -> impl Iterator<Item = (&'static str, Level)> {
    let lines = include_str!("mended.txt").lines().filter(|line| !line.starts_with('#'));
    let mut level = None;
    lines.flat_map(str::split_whitespace).filter_map(move |word| match Level::named(word) {
        Some(named) => {
            level = Some(named);
            None
        }
        None => Some((word, level?)),
    })
}

#[cfg(test)]
mod tests {
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
    fn the_words_that_we_set_stand_once_and_have_their_level() {
        let mut all: Vec<(&str, Level)> = mended_words().collect();
        let count = all.len();
        assert!(count >= 200, "{count}");
        assert!(all.iter().all(|(word, level)| mended(word) == Some(*level)));
        all.sort_unstable();
        all.dedup_by_key(|(word, _)| *word);
        assert_eq!(all.len(), count);
    }
}
