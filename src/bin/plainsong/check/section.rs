//! What `plainsong.toml` says of checking: the section `[check]`.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::LazyLock;

use plainsong::lexicon::{self, Entry};
use plainsong::lint::{self, Levels};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::{CheckFormat, words};
use crate::failure::Failure;

/// The section `[check]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CheckSection {
    pub(crate) format: CheckFormat,
    /// Whether advice counts.
    pub(crate) deny: bool,
    /// Whether each place is a finding.
    pub(crate) every: bool,
    pub(crate) max_findings: usize,
    /// What was found before.
    pub(crate) baseline: Option<PathBuf>,
    rules: Levels,
    packs: Packs,
    word: Vec<Spanned<Entry>>,
    lexicons: Vec<PathBuf>,
    /// Files with short forms that readers know, and what others stand for.
    short_forms: Vec<PathBuf>,
    limits: Limits,
    /// What is different in folders below.
    folders: BTreeMap<FolderName, FolderSection>,
}

/// A section `[check.folders."NAME"]`: what goes for the documents in one folder and below it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct FolderSection {
    rules: Levels,
    packs: Packs,
    word: Vec<Spanned<Entry>>,
    lexicons: Vec<PathBuf>,
    short_forms: Vec<PathBuf>,
    limits: Limits,
}

/// How long things may be. Where it is silent, the limits of the library hold, and with them the guidelines that
/// they come from.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Limits {
    /// The most words of a sentence that nothing is said about.
    advised_sentence: Option<usize>,
    /// The most words of a sentence that is advice and no warning.
    longest_sentence: Option<usize>,
    /// The most sentences of a paragraph.
    paragraph: Option<usize>,
}

impl Limits {
    /// Puts what this says in the place of what held before.
    pub(super) fn apply(&self, limits: &mut lint::Limits) {
        let Self { advised_sentence, longest_sentence, paragraph } = *self;
        limits.advised_sentence = advised_sentence.unwrap_or(limits.advised_sentence);
        limits.longest_sentence = longest_sentence.unwrap_or(limits.longest_sentence);
        limits.paragraph = paragraph.unwrap_or(limits.paragraph);
    }
}

/// What is wrong with limits, taken together.
pub(super) fn problem(limits: lint::Limits) -> Option<String> {
    let lint::Limits { advised_sentence: advised, longest_sentence: longest, paragraph, .. } = limits;
    if advised == 0 || paragraph == 0 {
        return Some("a limit is 0. Nothing can be so short: write 1 or more".to_owned());
    }
    (advised > longest).then(|| {
        format!(
            "\"advised-sentence\" is {advised}, and \"longest-sentence\" is {longest}. The longest must not be shorter than what is advised"
        )
    })
}

/// A folder below that of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
struct FolderName(PathBuf);

impl TryFrom<String> for FolderName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let parts = || Path::new(&name).components().filter(|part| *part != Component::CurDir);
        if parts().next().is_some() && parts().all(|part| matches!(part, Component::Normal(_))) {
            Ok(Self(parts().collect()))
        } else {
            Err(format!("\"{name}\" is no folder below this file. Name one from here, such as \"minutes/2024\""))
        }
    }
}

/// What one section says of rules and words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layer<'a> {
    pub(super) rules: &'a Levels,
    pub(super) packs: &'a Packs,
    pub(super) words: &'a [Spanned<Entry>],
    /// Files of words.
    pub(super) lexicons: &'a [PathBuf],
    /// Files of known short forms.
    pub(super) short_forms: &'a [PathBuf],
    pub(super) limits: Limits,
}

impl CheckSection {
    /// Names its files from a folder.
    pub(crate) fn set_folder(&mut self, folder: &Path) {
        let of_folders = self.folders.values_mut().flat_map(|section| section.lexicons.iter_mut().chain(&mut section.short_forms));
        for path in self.lexicons.iter_mut().chain(&mut self.short_forms).chain(&mut self.baseline).chain(of_folders) {
            *path = folder.join(&path);
        }
    }

    /// Says what is wrong with the words that stand in the file itself.
    pub(crate) fn judge(&self, name: &str, text: &str) -> Result<(), Failure> {
        words::judge(&self.word, name, text)?;
        self.folders.values().try_for_each(|section| words::judge(&section.word, name, text))
    }

    /// What goes for a document in this folder, named from that of the file: the nearest to it comes last.
    pub(super) fn layers<'a>(&'a self, folder: &Path) -> Vec<Layer<'a>> {
        let Self { rules, packs, word, lexicons, short_forms, limits, .. } = self;
        let mut layers = vec![Layer { rules, packs, words: word, lexicons, short_forms, limits: *limits }];
        // A folder stands before those below it in the order of paths.
        let sections = self.folders.iter().filter(|(name, _)| folder.starts_with(&name.0)).map(|(_, section)| section);
        layers.extend(sections.map(|FolderSection { rules, packs, word, lexicons, short_forms, limits }| Layer {
            rules,
            packs,
            words: word,
            lexicons,
            short_forms,
            limits: *limits,
        }));
        layers
    }

    /// The folders that have a section and hold this one.
    pub(super) fn folders_of<'a>(&'a self, folder: &'a Path) -> impl Iterator<Item = &'a Path> {
        self.folders.keys().map(|name| name.0.as_path()).filter(move |path| folder.starts_with(path))
    }
}

/// Packs of words that are switched on or off. Those that are not named are on.
#[derive(Debug, Clone, Default)]
pub(super) struct Packs(BTreeMap<&'static str, bool>);

impl Packs {
    /// Says the same as a nearer section, and where that is silent, the same as before.
    pub(super) fn extend(&mut self, nearer: &Self) {
        self.0.extend(&nearer.0);
    }

    /// Whether all packs are on.
    pub(super) fn are_all_on(&self) -> bool {
        self.0.values().all(|on| *on)
    }

    /// The packs that are on.
    pub(super) fn on(&self) -> impl Iterator<Item = &'static str> {
        lexicon::packs().filter(|name| self.0.get(name) != Some(&false))
    }
}

impl<'de> Deserialize<'de> for Packs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let packs = BTreeMap::<PackName, bool>::deserialize(deserializer)?;
        Ok(Self(packs.into_iter().map(|(PackName(name), on)| (name, on)).collect()))
    }
}

/// The name of a pack.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct PackName(&'static str);

impl<'de> Deserialize<'de> for PackName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::packs().collect());
        let name = String::deserialize(deserializer)?;
        lexicon::packs().find(|known| *known == name).map(Self).ok_or_else(|| D::Error::unknown_field(&name, &NAMES))
    }
}
