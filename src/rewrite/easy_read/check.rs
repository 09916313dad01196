//! Whether people who use Easy Read have checked the words, these very words.

use serde::{Deserialize, Serialize};

use super::lines::lines;
use crate::hash::sha256;
use crate::model::{Document, Meta};

/// What is said of a check: who, when, and the code of the words that they checked.
///
/// ```
/// use plainsong::{Source, parse, rewrite::easy_read::{Check, Options, easy_read}};
///
/// let document = parse(&Source::new("a.md", "# Plan\n\n::: key-point\nWe met.\n:::"));
/// let mut options = Options::default();
/// let draft = easy_read(&document, &options);
/// assert!(draft.is_draft());
/// options.check = Some(Check::new("Sunrise Reading Group", "4 May 2027", draft.code));
/// assert!(!easy_read(&document, &options).is_draft());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Check {
    /// Who checked the words, as printed.
    pub by: String,
    /// When, as printed.
    pub on: String,
    /// The code of what they checked.
    pub code: String,
}

impl Check {
    /// A check by somebody, on a day, of the words of this code.
    #[must_use]
    pub fn new(by: impl Into<String>, on: impl Into<String>, code: impl Into<String>) -> Self {
        Self { by: by.into(), on: on.into(), code: code.into() }
    }

    /// The check that a document tells of: see [`Meta`].
    pub(super) fn stated(meta: &Meta) -> Option<Self> {
        let value = |stated: &Option<crate::model::Stated<String>>| stated.as_ref().map(|stated| stated.value.clone());
        let by = value(&meta.easy_read_checked_by);
        let on = value(&meta.easy_read_checked_on);
        let code = value(&meta.easy_read_code);
        let is_stated = by.is_some() || on.is_some() || code.is_some();
        is_stated.then(|| Self::new(by.unwrap_or_default(), on.unwrap_or_default(), code.unwrap_or_default()))
    }

    /// Whether it says who, when and what.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        [&self.by, &self.on, &self.code].iter().all(|value| !value.trim().is_empty())
    }
}

/// How far the words of an Easy Read are checked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Checking {
    /// Nobody has said that they checked them.
    NotYet,
    /// People checked other words than these, or it is not said in full who, when and what.
    OtherWords(Check),
    /// People checked these very words.
    Checked(Check),
}

/// How many digits a code has: as many as people can copy by hand.
const DIGITS: usize = 12;

/// The code of the words of an Easy Read: the same for the same words, however they are set.
pub(super) fn code(document: &Document) -> String {
    let mut words = document.title().to_owned();
    for line in lines(&document.blocks) {
        words.push('\n');
        words.push_str(&line);
    }
    let mut code = sha256(words.as_bytes());
    code.truncate(DIGITS);
    code
}

/// How far words of a code are checked, if this is said of them.
pub(super) fn checking(said: Option<Check>, code: &str) -> Checking {
    match said {
        None => Checking::NotYet,
        Some(check) if check.is_complete() && check.code.trim().eq_ignore_ascii_case(code) => Checking::Checked(check),
        Some(check) => Checking::OtherWords(check),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn code_of(text: &str) -> String {
        code(&parse(&Source::new("t", text)))
    }

    #[test]
    fn a_code_is_of_the_words_and_not_of_their_marks() {
        assert_eq!(code_of("# T\n\nWe *met*."), code_of("# T\n\nWe met.\n"));
        assert_ne!(code_of("# T\n\nWe met."), code_of("# T\n\nWe met!"));
        assert_eq!(code_of("# T").len(), DIGITS);
    }

    #[test]
    fn a_check_counts_for_the_words_of_its_code_only_and_in_full() {
        let check = |by: &str, code: &str| Some(Check::new(by, "4 May 2027", code));
        assert!(matches!(checking(check("Group", "AB12 "), "ab12"), Checking::Checked(_)));
        assert!(matches!(checking(check("Group", "ab13"), "ab12"), Checking::OtherWords(_)));
        assert!(matches!(checking(check(" ", "ab12"), "ab12"), Checking::OtherWords(_)));
        assert_eq!(checking(None, "ab12"), Checking::NotYet);
    }
}
