//! What a document says of itself.

use serde::{Deserialize, Serialize};

use super::Date;
use crate::source::{Source, Span};

/// A value and the place where the document states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated<T> {
    /// The value.
    pub value: T,
    /// Where the document states it.
    pub span: Span,
}

impl<T> Stated<T> {
    /// A value stated at a place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// What a document says of itself, in front matter or in its first lines.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Meta {
    /// What it is called.
    pub title: Option<Stated<String>>,
    /// The body that meets or is reported to: a committee, a board, a council.
    pub body: Option<Stated<String>>,
    /// Its date: of the meeting, or of the document.
    pub date: Option<Stated<Date>>,
    /// When the meeting begins, as printed: `7.30pm`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Stated<String>>,
    /// Where the meeting is held, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Stated<String>>,
    /// How far it has come.
    pub status: Option<Stated<Status>>,
    /// Who publishes it.
    pub publisher: Option<Stated<String>>,
    /// Its identifier, where front matter gives one.
    pub identifier: Option<Stated<String>>,
    /// Who checked its Easy Read version, as printed: people who use Easy Read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easy_read_checked_by: Option<Stated<String>>,
    /// When they did, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easy_read_checked_on: Option<Stated<String>>,
    /// The code of the words that they checked: see [`EasyRead::code`](crate::rewrite::easy_read::EasyRead::code).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easy_read_code: Option<Stated<String>>,
    /// The language that it is in, where nothing says otherwise.
    pub language: Lang,
}

/// How far a document has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Status {
    /// Not yet agreed.
    Draft,
    /// Agreed, approved, signed or confirmed.
    Confirmed,
}

impl Status {
    /// The status as a word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Confirmed => "confirmed",
        }
    }
}

/// A language, as a BCP 47 tag.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(Box<str>);

impl Lang {
    /// The language of this tag, if it is shaped like one: a part of 2 to 8 letters, then parts of
    /// 1 to 8 letters or digits, with hyphens between.
    ///
    /// ```
    /// # use plainsong::model::Lang;
    /// assert_eq!(Lang::new("cy").unwrap().tag(), "cy");
    /// assert!(Lang::new("in English").is_none());
    /// ```
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let first = parts.next()?;
        let first_fits = (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
        let rest_fits = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        (first_fits && rest_fits).then(|| Self(tag.into()))
    }

    /// Welsh.
    #[must_use]
    pub fn welsh() -> Self {
        Self("cy".into())
    }

    /// Whether it is English, of whatever country.
    ///
    /// ```
    /// # use plainsong::model::Lang;
    /// assert!(Lang::default().is_english() && !Lang::welsh().is_english());
    /// ```
    #[must_use]
    pub fn is_english(&self) -> bool {
        matches!(self.0.as_bytes(), [b'e' | b'E', b'n' | b'N'] | [b'e' | b'E', b'n' | b'N', b'-', ..])
    }

    /// The tag: `en-GB`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self("en-GB".into())
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0.into_string()
    }
}

impl TryFrom<String> for Lang {
    type Error = String;

    fn try_from(tag: String) -> Result<Self, String> {
        Self::new(&tag).ok_or_else(|| format!("\"{tag}\" is not a language tag such as en-GB or cy"))
    }
}

/// Which source a document was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceId {
    /// The name of the source.
    pub name: String,
    /// The first digits of the hash of its bytes: see [`Source::short_hash`].
    pub hash: String,
}

impl SourceId {
    /// What a source is known by.
    #[must_use]
    pub fn of(source: &Source) -> Self {
        Self { name: source.name().to_owned(), hash: source.short_hash() }
    }

    /// The last part of the name, with its ending: readers need not know our folders.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name)
    }

    /// The last part of the name, without its ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        match self.file_name().rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => self.file_name(),
        }
    }
}
