//! What the rules go by.

use super::Levels;
use crate::lexicon::Lexicon;
use crate::short_forms::KnownShortForms;

/// What the rules go by.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The words that are hard to read.
    pub lexicon: Lexicon,
    /// Which rules are on, and how much their findings matter.
    pub levels: Levels,
    /// The short forms that are known beforehand.
    pub known_short_forms: KnownShortForms,
    /// How long things may be.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lexicon: Lexicon::built_in().clone(),
            levels: Levels::default(),
            known_short_forms: KnownShortForms::default(),
            limits: Limits::default(),
        }
    }
}

/// How long things may be.
///
/// ```
/// use plainsong::{Source, lint, parse};
///
/// let mut options = lint::Options::default();
/// options.limits.advised_sentence = 4;
/// options.limits.longest_sentence = 5;
/// let source = Source::new("a.md", "The bus will stop here today.");
/// assert_eq!(lint::lint(&parse(&source), &source, &options)[0].rule, "long-sentence");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The most words of a sentence that nothing is said about. The Department of Health's guide to
    /// Easy Read asks for 15.
    pub advised_sentence: usize,
    /// The most words of a sentence that is worth a thought, and no more. GOV.UK asks for 25.
    pub longest_sentence: usize,
    /// The most sentences of a paragraph. GOV.UK asks for 5.
    pub paragraph: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { advised_sentence: 15, longest_sentence: 25, paragraph: 5 }
    }
}
