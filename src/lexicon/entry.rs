//! One entry of a lexicon, as it stands in the file.

use serde::Deserialize;

/// A word or phrase that is hard to read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Entry {
    /// The word or phrase, as a dictionary has it: `stakeholder`.
    pub term: String,
    /// In what way it is hard.
    #[serde(default)]
    pub kind: Kind,
    /// Its other forms: `stakeholders`.
    #[serde(default)]
    pub forms: Vec<String>,
    /// What to write instead. None for the name of a thing that has no plainer name, such as "council
    /// tax": it is explained to those who need it, and no finding asks for another word.
    #[serde(default)]
    pub plainer: Option<String>,
    /// What it means, in easy words, as a clause that follows "means". None where the plainer words
    /// say it all.
    #[serde(default)]
    pub meaning: Option<String>,
    /// Who asked for it: the people whom the word stops, or whose guidance says so.
    #[serde(default)]
    pub asked_by: Option<String>,
    /// Sentences that it must be found in.
    #[serde(default)]
    pub finds: Vec<String>,
    /// Sentences that it must not be found in.
    #[serde(default)]
    pub leaves: Vec<String>,
}

/// In what way a word is hard. Each kind has a rule of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kind {
    /// A word of a trade: "stakeholder".
    #[default]
    Jargon,
    /// A long or rare word: "ascertain".
    HardWord,
    /// Several words that say no more than one: "prior to".
    WordyPhrase,
    /// Words of another language, mostly Latin: "inter alia".
    ForeignPhrase,
    /// Words that mean something other than they say: "level playing field".
    Metaphor,
}
