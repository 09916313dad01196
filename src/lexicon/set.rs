//! Words as a lexicon keeps them: each different word has a number, and a form is a row of numbers.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::num::NonZeroU32;
use std::ops::Range;

use super::{Entry, WordMap};
use crate::text::words;

/// The number of a word that stands in some form of some entry. It counts from 1, so that no number takes no
/// room of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordNumber(NonZeroU32);

/// Entries, and how to find them.
#[derive(Debug, PartialEq, Eq, Default)]
pub(super) struct Set {
    pub(super) entries: Vec<Entry>,
    /// Every word of every form, in small letters.
    pub(super) words: WordMap<Cow<'static, str>, WordNumber>,
    /// For each word, by its number: where the forms that begin with it are. Longer ones come first.
    pub(super) beginnings: Vec<Range<usize>>,
    /// For each word, by its number: what may come second in the forms that begin with it.
    pub(super) seconds: Vec<Seconds>,
    pub(super) forms: Vec<Form>,
    /// What follows the first word of each form, one after another.
    pub(super) rests: Vec<WordNumber>,
}

/// One form of an entry, without its first word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) entry: usize,
    pub(super) rest: Range<usize>,
}

/// Some words, a bit each. Words share bits, so one more may seem to be among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Seconds(u64);

impl Seconds {
    /// Whatever comes second, or nothing.
    const ANYTHING: Self = Self(u64::MAX);

    fn only(word: WordNumber) -> Self {
        Self(1 << (word.0.get() % u64::BITS))
    }

    fn may_hold(self, word: Option<WordNumber>) -> bool {
        self == Self::ANYTHING || word.is_some_and(|word| self.0 & Self::only(word).0 != 0)
    }
}

impl WordNumber {
    pub(super) fn of(index: usize) -> Self {
        // No memory holds more words than that.
        Self(NonZeroU32::MIN.saturating_add(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    pub(super) fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl Set {
    /// These entries.
    pub(super) fn of(entries: Vec<Entry>) -> Self {
        let mut set = Self { entries, ..Self::default() };
        let mut all: Vec<(usize, Vec<WordNumber>)> = Vec::new();
        for (index, entry) in set.entries.iter().enumerate() {
            for form in std::iter::once(&entry.term).chain(&entry.forms) {
                let numbers = words(form).map(|range| {
                    let next = WordNumber::of(set.words.len());
                    *set.words.entry(Cow::Owned(in_small_letters(&form[range]).into_owned())).or_insert(next)
                });
                all.push((index, numbers.collect()));
            }
        }
        all.retain(|(_, form)| !form.is_empty());
        all.sort_by_key(|(_, form)| (form.first().copied().map(WordNumber::index), Reverse(form.len())));
        set.beginnings = vec![0..0; set.words.len()];
        for (entry, form) in all {
            let Some((first, rest)) = form.split_first() else { continue };
            if let Some(beginning) = set.beginnings.get_mut(first.index()) {
                let start = if *beginning == (0..0) { set.forms.len() } else { beginning.start };
                *beginning = start..set.forms.len() + 1;
            }
            let start = set.rests.len();
            set.rests.extend(rest);
            set.forms.push(Form { entry, rest: start..set.rests.len() });
        }
        set.with_seconds()
    }

    /// The same set, and what may come second in its forms.
    pub(super) fn with_seconds(mut self) -> Self {
        let second = |form: &Form| self.rest_of(form).first().map_or(Seconds::ANYTHING, |second| Seconds::only(*second));
        let forms = self.beginnings.iter().map(|forms| self.forms.get(forms.clone()).unwrap_or_default());
        self.seconds = forms.map(|forms| forms.iter().map(second).fold(Seconds::default(), |all, one| Seconds(all.0 | one.0))).collect();
        self
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The number of a word in small letters.
    pub(super) fn number(&self, word: &str) -> Option<WordNumber> {
        self.words.get(word).copied()
    }

    /// The forms that begin with a word, the longest first.
    pub(super) fn beginning_with(&self, first: WordNumber) -> &[Form] {
        self.beginnings.get(first.index()).and_then(|forms| self.forms.get(forms.clone())).unwrap_or_default()
    }

    /// Whether a form may begin with these words. For most words that a phrase could begin with this says no.
    pub(super) fn may_begin_with(&self, first: WordNumber, second: Option<WordNumber>) -> bool {
        self.seconds.get(first.index()).is_some_and(|seconds| seconds.may_hold(second))
    }

    /// What follows the first word of a form.
    pub(super) fn rest_of(&self, form: &Form) -> &[WordNumber] {
        self.rests.get(form.rest.clone()).unwrap_or_default()
    }

    pub(super) fn entry_of(&self, form: &Form) -> Option<&Entry> {
        self.entries.get(form.entry)
    }
}

/// A word in small letters, with the apostrophe of typewriters.
pub(super) fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase().replace('\u{2019}', "'"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_may_begin_as_it_does_and_most_others_may_not() {
        let entry = |term: &str| Entry { term: term.to_owned(), ..toml::from_str("term = \"\"\nplainer = \"x\"").unwrap() };
        let set = Set::of(["in fact", "in order to", "fact", "to"].map(entry).to_vec());
        let number = |word| set.number(word);
        let may_begin = |first, second| set.may_begin_with(number(first).unwrap(), number(second));
        assert!(may_begin("in", "fact") && may_begin("in", "order"));
        assert!(!may_begin("in", "to") && !may_begin("in", "other") && !may_begin("order", "to"));
        assert!(may_begin("fact", "in") && may_begin("fact", "other"));
    }
}
