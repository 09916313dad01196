//! Loading a lexicon and finding its words in a text.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use super::Entry;
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

/// Words, and how to find them.
#[derive(Debug, PartialEq, Eq, Default)]
struct Set {
    entries: Vec<Entry>,
    /// For the first word of each form, in lower case: the words that follow it, and the entry.
    /// Longer forms come first.
    forms: HashMap<String, Vec<Form>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Form {
    rest: Vec<String>,
    entry: usize,
}

/// A hard word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'a> {
    /// The bytes of the text that it takes.
    pub range: Range<usize>,
    /// What the lexicon says of it.
    pub entry: &'a Entry,
}

/// The files that come with plainsong, each with the words of one field of work.
const BUILT_IN_FILES: [(&str, &str); 7] = [
    ("council.toml", include_str!("council.toml")),
    ("care.toml", include_str!("care.toml")),
    ("health.toml", include_str!("health.toml")),
    ("housing.toml", include_str!("housing.toml")),
    ("planning.toml", include_str!("planning.toml")),
    ("money.toml", include_str!("money.toml")),
    ("office.toml", include_str!("office.toml")),
];

/// The names of the packs that come with plainsong.
pub fn packs() -> impl Iterator<Item = &'static str> {
    BUILT_IN_FILES.iter().filter_map(|(name, _)| name.strip_suffix(".toml"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    word: Vec<Entry>,
}

impl Lexicon {
    /// The words that come with plainsong.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: Lexicon = Lexicon(Words::BuiltIn);
        &BUILT_IN
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

    /// The words of one of the packs that come with plainsong.
    #[must_use]
    pub fn pack(name: &str) -> Option<Self> {
        let (name, text) = BUILT_IN_FILES.iter().find(|(known, _)| known.strip_suffix(".toml") == Some(name))?;
        Self::from_toml(name, text).ok()
    }

    /// The words of several lexicons. Of two entries for one term, the later counts.
    #[must_use]
    pub fn joined<'a>(lexicons: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut all: Vec<Entry> = Vec::new();
        for entry in lexicons.into_iter().flat_map(Self::entries) {
            match all.iter_mut().find(|known| known.term.to_lowercase() == entry.term.to_lowercase()) {
                Some(known) => *known = entry.clone(),
                None => all.push(entry.clone()),
            }
        }
        Self::of(all)
    }

    /// The entries, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.set().entries
    }

    /// Every hard word of a text, in order, none inside another; of two that begin at the same
    /// word, the longer.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Match<'_>> {
        let Set { entries, forms } = self.set();
        let words = lower_words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((word, range)) = words.get(at) {
            let matching = forms.get(word).into_iter().flatten().find(|form| {
                let following = words.get(at + 1..at + 1 + form.rest.len());
                following.is_some_and(|following| following.iter().map(|(word, _)| word).eq(&form.rest))
                    && joined(text, &words[at..=at + form.rest.len()])
            });
            match matching {
                Some(form) => {
                    let end = words[at + form.rest.len()].1.end;
                    found.push(Match { range: range.start..end, entry: &entries[form.entry] });
                    at += form.rest.len() + 1;
                }
                None => at += 1,
            }
        }
        found
    }

    fn set(&self) -> &Set {
        static BUILT_IN: LazyLock<Set> = LazyLock::new(|| {
            // The files are part of the program, and a test reads them: a mistake in them cannot ship.
            let files = BUILT_IN_FILES.iter().filter_map(|(name, text)| entries(name, text).ok());
            Set::of(files.flatten().collect())
        });
        match &self.0 {
            Words::BuiltIn => &BUILT_IN,
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

impl Set {
    fn of(entries: Vec<Entry>) -> Self {
        let mut set = Self { entries, forms: HashMap::new() };
        let mut all: Vec<(usize, Vec<String>)> = Vec::new();
        for (index, entry) in set.entries.iter().enumerate() {
            let forms = std::iter::once(&entry.term).chain(&entry.forms);
            all.extend(forms.map(|form| (index, lower_words(form).into_iter().map(|(word, _)| word).collect())));
        }
        all.sort_by_key(|(_, form)| std::cmp::Reverse(form.len()));
        for (entry, mut form) in all.into_iter().filter(|(_, form)| !form.is_empty()) {
            let first = form.remove(0);
            set.forms.entry(first).or_default().push(Form { rest: form, entry });
        }
        set
    }
}

/// The entries of one file.
fn entries(name: &str, text: &str) -> Result<Vec<Entry>, Error> {
    let file: File = toml::from_str(text).map_err(|error| Error::Lexicon {
        name: name.to_owned(),
        line: error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1),
        problem: error.message().to_owned(),
    })?;
    Ok(file.word)
}

fn lower_words(text: &str) -> Vec<(String, Range<usize>)> {
    words(text).map(|range| (text[range.clone()].to_lowercase().replace('\u{2019}', "'"), range)).collect()
}

/// Whether only spaces and hyphens stand between these words: a phrase does not run through a comma.
fn joined(text: &str, words: &[(String, Range<usize>)]) -> bool {
    words.windows(2).all(|pair| {
        let between = &text[pair[0].1.end..pair[1].1.start];
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
        for (name, text) in BUILT_IN_FILES {
            assert_eq!(entries(name, text).err(), None);
        }
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

    #[test]
    fn a_mistake_has_its_line() {
        let error = Lexicon::from_toml("ours.toml", "[[word]]\nterm = \"a\"\nplainr = \"b\"").unwrap_err();
        assert!(matches!(error, Error::Lexicon { line: Some(3), .. }), "{error}");
    }
}
