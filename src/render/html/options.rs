//! How web pages are written.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

use crate::model::Level;
use crate::pictures::Pictures;
use crate::render::Contact;
use crate::resources::Resources;

/// How a web page is written.
///
/// ```
/// use plainsong::render::html::{Form, Options};
///
/// let mut options = Options::default();
/// options.form = Form::Fragment;
/// options.id_prefix = "minutes-".parse().unwrap();
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Options {
    /// Whether a whole page is written, or a fragment for somebody's page.
    pub form: Form,
    /// The level of the topmost heading of a fragment: 2, where the page around it has the first.
    pub heading_base: Level,
    /// What every id of a fragment begins with, so that two fragments can stand in one page.
    pub id_prefix: IdPrefix,
    /// Whether each section is a file of its own, and which headings open one.
    pub split: Option<Split>,
    /// Whether a page of three sections or more has a list of them.
    pub contents: bool,
    /// Whether a page has the panel with which readers choose size, spacing and colours.
    pub panel: bool,
    /// The files beside the document: its pictures.
    #[serde(skip)]
    pub resources: Resources,
    /// The pictures that stand beside the words of an Easy Read.
    #[serde(skip)]
    pub pictures: Pictures,
    /// Who to ask for the document in another format.
    #[serde(skip)]
    pub contact: Contact,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            form: Form::Page,
            heading_base: Level::TWO,
            id_prefix: IdPrefix::default(),
            split: None,
            contents: true,
            panel: true,
            resources: Resources::default(),
            pictures: Pictures::default(),
            contact: Contact::default(),
        }
    }
}

/// In what form HTML is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Form {
    /// A whole page, with its styles inside.
    #[default]
    Page,
    /// What stands between the title and the end of somebody's page: only elements and attributes
    /// that WordPress lets editors save (`wp_kses_post`) and that the "Full HTML" of Drupal and its
    /// editor keep. There is no class, style, role or script among them. Drupal's "Restricted HTML"
    /// and "Basic HTML" know no tables, and drop those.
    Fragment,
}

/// What every id of a fragment begins with: a letter, then letters and digits of ASCII, hyphens and
/// underscores. Empty by default.
///
/// ```
/// # use plainsong::render::html::IdPrefix;
/// assert!("minutes-".parse::<IdPrefix>().is_ok());
/// assert!("2024 minutes".parse::<IdPrefix>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "String")]
pub struct IdPrefix(String);

impl IdPrefix {
    /// The prefix as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for IdPrefix {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fits = text.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'));
        if fits && text.chars().next().is_none_or(|first| first.is_ascii_alphabetic()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("\"{text}\" cannot begin an id. Give a letter, then letters, digits, hyphens or underscores: minutes-"))
        }
    }
}

impl TryFrom<String> for IdPrefix {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// Which headings open a file of their own: those of a level and all above it.
///
/// ```
/// # use plainsong::render::html::Split;
/// let split: Split = "h2".parse().unwrap();
/// assert_eq!(split.level().number(), 2);
/// assert!("title".parse::<Split>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Split(Level);

impl Split {
    /// The sections right below the title.
    pub const H2: Self = Self(Level::TWO);

    /// The deepest level that opens a file.
    #[must_use]
    pub const fn level(self) -> Level {
        self.0
    }
}

impl FromStr for Split {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let level = text.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()).filter(|level| *level > 1);
        let level = level.and_then(|level| Level::try_from(level).ok());
        level.map(Self).ok_or_else(|| format!("\"{text}\" is no heading that opens a section. Give h2, h3, h4, h5 or h6."))
    }
}

impl TryFrom<String> for Split {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for Split {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "h{}", self.0.number())
    }
}
