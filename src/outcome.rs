//! What comes out of a renderer beside its output: losses and changes.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// What a renderer returns.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendered<T> {
    /// The document in this format.
    pub output: T,
    /// What this format could not carry. Every word that is missing from the output is here.
    pub losses: Vec<Loss>,
    /// What was said in other words.
    pub changes: Vec<Change>,
}

impl<T> Rendered<T> {
    /// The same losses and changes with another form of the output.
    #[must_use]
    pub fn map<U>(self, output: impl FnOnce(T) -> U) -> Rendered<U> {
        Rendered { output: output(self.output), losses: self.losses, changes: self.changes }
    }
}

/// Something that a format could not carry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Loss {
    /// What kind of loss it is.
    pub id: LossKind,
    /// What happened, in a sentence, and what to do.
    pub message: String,
    /// The text that the output does not hold.
    pub text: String,
    /// Where the source has it.
    pub span: Option<Span>,
}

impl Loss {
    /// A loss of a kind: a sentence, the text that is lost, and its place.
    #[must_use]
    pub fn new(id: LossKind, message: impl Into<String>, text: impl Into<String>, span: Option<Span>) -> Self {
        Self { id, message: message.into(), text: text.into(), span }
    }
}

/// The kinds of loss. Their names never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LossKind {
    /// No font has the character.
    CharacterWithoutGlyph,
    /// XML forbids the character.
    ForbiddenCharacter,
    /// The picture is not shown; the words that stand for it are.
    ImageNotShown,
    /// The picture is shown, and no words stand for it.
    ImageWithoutWords,
    /// The advisory title of a link or a picture has no place.
    TitleNotShown,
    /// The format needs a date and none is stated: it says 1970-01-01.
    DateUnknown,
    /// A footnote is referred to and is not there.
    FootnoteMissing,
    /// A date can be read in two ways, and was not said in words.
    AmbiguousDate,
    /// A link leads to nothing that is safe to lead to. Its words are there.
    LinkNotKept,
}

impl LossKind {
    /// The stable name of the kind.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::CharacterWithoutGlyph => "character-without-glyph",
            Self::ForbiddenCharacter => "forbidden-character",
            Self::ImageNotShown => "image-not-shown",
            Self::ImageWithoutWords => "image-without-words",
            Self::TitleNotShown => "title-not-shown",
            Self::DateUnknown => "date-unknown",
            Self::FootnoteMissing => "footnote-missing",
            Self::AmbiguousDate => "ambiguous-date",
            Self::LinkNotKept => "link-not-kept",
        }
    }
}

/// Something that was said in other words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Change {
    /// What kind of change it is.
    pub id: ChangeKind,
    /// The words of the source.
    pub before: String,
    /// The words of the output.
    pub after: String,
    /// Where the source has them.
    pub span: Option<Span>,
}

impl Change {
    /// A change of a kind, from words to words.
    #[must_use]
    pub fn new(id: ChangeKind, before: impl Into<String>, after: impl Into<String>, span: Option<Span>) -> Self {
        Self { id, before: before.into(), after: after.into(), span }
    }
}

/// The kinds of change. Their names never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// A sign was written as a word: `✓` as "yes".
    SymbolInWords,
    /// A date was said in words: "25/12/2025" as "25 December 2025".
    DateInWords,
    /// A time was said in words: "7.30pm" as "7:30 pm".
    TimeInWords,
    /// A sum of money was said in words: "£1.2m" as "1.2 million pounds".
    MoneyInWords,
    /// A range was said in words: "3–5" as "3 to 5".
    RangeInWords,
    /// Votes were said without signs: "7 for / 2 against" as "7 for, 2 against".
    VotesInWords,
    /// A reference was said in words: "para. 3" as "paragraph 3".
    ReferenceInWords,
    /// A short form was said in full: "Cllr" as "Councillor".
    ShortFormInFull,
    /// A printed mark of a page became a page number of the book: "Page 3" is 3.
    PageMark,
    /// Words have plainer words: "prior to" is "before".
    PlainerWords,
    /// A contraction was said in full: "don't" as "do not".
    ContractionInFull,
    /// A long sentence was cut in two.
    SentenceSplit,
    /// A number was written in digits: "seven homes" as "7 homes".
    NumberInDigits,
    /// How many that is was added to a share: "33% (about 1 in 3)".
    ShareExplained,
    /// What a sentence lists was put in bullets.
    ListInBullets,
    /// The author of the document chose other words, or to leave these out.
    Authored,
    /// A list of what minutes say was added to them. Nothing stood in its place before.
    ListAdded,
}

impl ChangeKind {
    /// The stable name of the kind.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SymbolInWords => "symbol-in-words",
            Self::DateInWords => "date-in-words",
            Self::TimeInWords => "time-in-words",
            Self::MoneyInWords => "money-in-words",
            Self::RangeInWords => "range-in-words",
            Self::VotesInWords => "votes-in-words",
            Self::ReferenceInWords => "reference-in-words",
            Self::ShortFormInFull => "short-form-in-full",
            Self::PageMark => "page-mark",
            Self::PlainerWords => "plainer-words",
            Self::ContractionInFull => "contraction-in-full",
            Self::SentenceSplit => "sentence-split",
            Self::NumberInDigits => "number-in-digits",
            Self::ShareExplained => "share-explained",
            Self::ListInBullets => "list-in-bullets",
            Self::Authored => "authored",
            Self::ListAdded => "list-added",
        }
    }

    /// Why such a change is made, in a few words.
    ///
    /// ```
    /// assert_eq!(plainsong::ChangeKind::PlainerWords.why(), "plainer words");
    /// ```
    #[must_use]
    pub const fn why(self) -> &'static str {
        match self {
            Self::SymbolInWords => "a sign in words",
            Self::DateInWords => "a date in words",
            Self::TimeInWords => "a time in words",
            Self::MoneyInWords => "a sum of money in words",
            Self::RangeInWords => "a range in words",
            Self::VotesInWords => "votes in words",
            Self::ReferenceInWords => "a reference in words",
            Self::ShortFormInFull => "a short form in full",
            Self::PageMark => "the number of a page",
            Self::PlainerWords => "plainer words",
            Self::ContractionInFull => "a contraction in full",
            Self::SentenceSplit => "a long sentence in two",
            Self::NumberInDigits => "a number in digits",
            Self::ShareExplained => "how many that is",
            Self::ListInBullets => "a list in bullets",
            Self::Authored => "the author chose this",
            Self::ListAdded => "a list of what the document says",
        }
    }
}
