//! A set of words, and finding them in a text.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use super::packs::entries;
use super::set::{Set, WordNumber, in_small_letters};
use super::{Entry, WordMap, packed};
use crate::error::Error;
use crate::text::words;

/// A set of hard words. Cheap to clone. Those that come with plainsong are read when the first is
/// looked for: most formats need none.
///
/// ```
/// use plainsong::lexicon::Lexicon;
///
/// let text = "We will work with stakeholders.";
/// let found = Lexicon::built_in().find(text);
/// assert_eq!(&text[found[0].range.clone()], "stakeholders");
/// ```
#[derive(Debug, Clone)]
pub struct Lexicon(Words);

#[derive(Debug, Clone)]
enum Words {
    BuiltIn,
    Own(Arc<Set>),
}

/// A hard word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'a> {
    /// The bytes of the text that it takes.
    pub range: Range<usize>,
    /// What the lexicon says of it.
    pub entry: &'a Entry,
}

impl Lexicon {
    /// The words that come with plainsong, of every pack.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: Lexicon = Lexicon(Words::BuiltIn);
        &BUILT_IN
    }

    /// The words of one of the [packs](super::packs) that come with plainsong.
    ///
    /// ```
    /// use plainsong::lexicon::Lexicon;
    ///
    /// assert_eq!(Lexicon::pack("housing").unwrap().find("The rent is in arrears.").len(), 1);
    /// assert!(Lexicon::pack("beauty").is_none());
    /// ```
    #[must_use]
    pub fn pack(name: &str) -> Option<Self> {
        packed::pack(name).map(Self::of)
    }

    /// The words of a TOML text: a table `[[word]]` an [`Entry`].
    ///
    /// # Errors
    ///
    /// [`Error::Lexicon`], if it is not TOML or an entry lacks or misspells a key.
    pub fn from_toml(name: &str, text: &str) -> Result<Self, Error> {
        entries(name, text).map(|entries| Self(Words::Own(Arc::new(Set::of(entries)))))
    }

    /// These words.
    ///
    /// ```
    /// use plainsong::lexicon::Lexicon;
    ///
    /// let ours = Lexicon::from_toml("ours.toml", "[[word]]\nterm = \"stakeholder\"\nplainer = \"neighbour\"").unwrap();
    /// assert_eq!(Lexicon::of(ours.entries().to_vec()), ours);
    /// ```
    #[must_use]
    pub fn of(entries: Vec<Entry>) -> Self {
        Self(Words::Own(Arc::new(Set::of(entries))))
    }

    /// The words of several lexicons. Of two entries for one term, the later counts: so a council's own
    /// words go before those that come with plainsong.
    ///
    /// ```
    /// use plainsong::lexicon::Lexicon;
    ///
    /// let ours = Lexicon::from_toml("ours.toml", "[[word]]\nterm = \"stakeholder\"\nplainer = \"neighbour\"").unwrap();
    /// let both = Lexicon::joined([Lexicon::built_in(), &ours]);
    /// assert_eq!(both.find("a stakeholder")[0].entry.plainer.as_deref(), Some("neighbour"));
    /// ```
    #[must_use]
    pub fn joined<'a>(lexicons: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut all: Vec<Entry> = Vec::new();
        let mut place: WordMap<String, usize> = WordMap::default();
        for entry in lexicons.into_iter().flat_map(Self::entries) {
            match place.entry(entry.term.to_lowercase()) {
                std::collections::hash_map::Entry::Occupied(at) => all[*at.get()] = entry.clone(),
                std::collections::hash_map::Entry::Vacant(at) => {
                    at.insert(all.len());
                    all.push(entry.clone());
                }
            }
        }
        Self::of(all)
    }

    /// The entries, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        self.set().entries()
    }

    /// Every hard word of a text, in order, none inside another; of two that begin at the same
    /// word, the longer.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Match<'_>> {
        let mut found = Vec::new();
        let words: Vec<Range<usize>> = words(text).collect();
        let numbers: Vec<Option<WordNumber>> = words.iter().map(|word| self.number(text.get(word.clone())?)).collect();
        let number = |at: usize| numbers.get(at).copied().flatten();
        self.find_among(text, &words, 0..words.len(), number, |place| found.push(place));
        found
    }

    /// The number of a word, in any case; none, if no entry has it. [`Lexicon::find_among`] goes by numbers, so
    /// that a word that comes again and again is looked up once.
    pub(crate) fn number(&self, word: &str) -> Option<WordNumber> {
        self.set().number(&in_small_letters(word))
    }

    /// Whether an entry begins with the word of this number.
    pub(crate) fn is_first(&self, number: WordNumber) -> bool {
        !self.set().beginning_with(number).is_empty()
    }

    /// What [`Lexicon::find`] finds, where the words of the text, those of them that an entry may begin with, and
    /// the number of each are known.
    pub(crate) fn find_among<'a>(
        &'a self,
        text: &str,
        words: &[Range<usize>],
        beginnings: impl Iterator<Item = usize>,
        number: impl Fn(usize) -> Option<WordNumber>,
        mut see: impl FnMut(Match<'a>),
    ) {
        let set = self.set();
        let mut next = 0;
        for at in beginnings {
            if at < next {
                continue;
            }
            let Some(first) = number(at).filter(|first| set.may_begin_with(*first, number(at + 1))) else { continue };
            let found = set.beginning_with(first).iter().find_map(|form| {
                let rest = set.rest_of(form);
                let follows = rest.iter().enumerate().all(|(index, wanted)| number(at + 1 + index) == Some(*wanted));
                let matched = words.get(at..=at + rest.len()).filter(|matched| follows && joined(text, matched))?;
                Some((matched, set.entry_of(form)?))
            });
            if let Some((matched @ [first, .., last] | matched @ [first @ last], entry)) = found {
                see(Match { range: first.start..last.end, entry });
                next = at + matched.len();
            }
        }
    }

    fn set(&self) -> &Set {
        static ALL: LazyLock<Set> = LazyLock::new(packed::all);
        match &self.0 {
            Words::BuiltIn => &ALL,
            Words::Own(set) => set,
        }
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self(Words::Own(Arc::default()))
    }
}

impl PartialEq for Lexicon {
    fn eq(&self, other: &Self) -> bool {
        self.set() == other.set()
    }
}

impl Eq for Lexicon {}

/// Whether only spaces and hyphens stand between these words: a phrase does not run through a comma.
fn joined(text: &str, words: &[Range<usize>]) -> bool {
    words.windows(2).all(|pair| {
        let between = text.get(pair[0].end..pair[1].start).unwrap_or_default();
        between.chars().all(|character| character.is_whitespace() || matches!(character, '-' | '\u{2010}' | '\u{2011}'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<&str> {
        Lexicon::built_in().find(text).into_iter().map(|found| &text[found.range]).collect()
    }

    #[test]
    fn every_entry_finds_and_leaves_what_it_says() {
        for entry in Lexicon::built_in().entries() {
            let finds = |text: &String| Lexicon::built_in().find(text).iter().any(|found| found.entry == entry);
            assert!(!entry.finds.is_empty(), "{} has no sentence that it must be found in", entry.term);
            assert!(entry.finds.iter().all(finds), "{} is not found where it must be", entry.term);
            assert!(!entry.leaves.iter().any(finds), "{} is found where it must not be", entry.term);
        }
    }

    #[test]
    fn a_meaning_is_short_and_uses_no_hard_word() {
        for entry in Lexicon::built_in().entries() {
            let Some(meaning) = &entry.meaning else { continue };
            let sentence_words = words(&entry.term).count() + 1 + words(meaning).count();
            assert!(sentence_words <= 15, "\"{} means {meaning}\" has {sentence_words} words", entry.term);
            assert_eq!(terms(meaning), Vec::<&str>::new(), "the meaning of {} has hard words", entry.term);
        }
    }

    #[test]
    fn every_entry_helps_with_plainer_words_or_a_meaning() {
        for entry in Lexicon::built_in().entries() {
            assert!(entry.plainer.is_some() || entry.meaning.is_some(), "{} has neither", entry.term);
            let plainer = entry.plainer.as_deref().unwrap_or_default();
            assert_eq!(terms(plainer), Vec::<&str>::new(), "the plainer words for {} are hard", entry.term);
        }
    }

    #[test]
    fn no_form_stands_twice() {
        let mut seen = std::collections::BTreeMap::new();
        for entry in Lexicon::built_in().entries() {
            for form in std::iter::once(&entry.term).chain(&entry.forms) {
                let key = form.to_lowercase().replace('-', " ");
                if let Some(other) = seen.insert(key, &entry.term) {
                    panic!("\"{form}\" stands under \"{other}\" and under \"{}\"", entry.term);
                }
            }
        }
    }

    #[test]
    fn at_least_250_words_are_explained() {
        let explained = Lexicon::built_in().entries().iter().filter(|entry| entry.meaning.is_some()).count();
        assert!(explained >= 250, "{explained}");
    }

    #[test]
    fn case_and_hyphens_do_not_hide_a_word() {
        assert_eq!(terms("STAKEHOLDERS co-production"), ["STAKEHOLDERS", "co-production"]);
    }

    #[test]
    fn a_phrase_does_not_run_through_a_comma() {
        let lexicon = Lexicon::from_toml("t", "[[word]]\nterm = \"going forward\"\nplainer = \"from now on\"").unwrap();
        assert_eq!(lexicon.find("going forward").len(), 1);
        assert!(lexicon.find("going, forward").is_empty());
    }
}
