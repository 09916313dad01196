//! What a reader needs: formats, and how pages are set. A section `[profiles.NAME]` of
//! `plainsong.toml` holds it under a name; the flags of `convert` are a profile for one run.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use clap::Args;
use plainsong::convert::{Format, Options};
use plainsong::render::large_print::{Colours, Leading, Margin, Paper, Size};
use serde::Deserialize;

use crate::config::{self, FormatName};
use crate::failure::Failure;
use crate::fonts::FontFiles;
use crate::toml_file;

/// What somebody has said that a reader needs; where they were silent, nothing.
#[derive(Debug, Clone, Default, PartialEq, Args, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Profile {
    /// The formats, with commas between; without it, every format that readers open
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = config::format_parser())]
    pub(crate) to: Option<Vec<FormatName>>,

    /// The size of the text, in points, from 16 to 48
    #[arg(long, value_name = "POINTS", help_heading = PAGES)]
    size: Option<Size>,

    /// A4, Letter (US), or A3 for wide tables
    #[arg(long, value_name = "PAPER", help_heading = PAGES)]
    paper: Option<Paper>,

    /// The colours of words and page, such as "black on cream", "yellow on black" or "#1a1a66 on #fff8e7"
    #[arg(long, value_name = "COLOURS", alias = "colors", help_heading = PAGES)]
    colours: Option<Colours>,

    /// From line to line, in sizes of the text, from 1 to 2
    #[arg(long, value_name = "TIMES", help_heading = PAGES)]
    leading: Option<Leading>,

    /// The border of the page, in points, from 28 to 144
    #[arg(long, value_name = "POINTS", help_heading = PAGES)]
    margin: Option<Margin>,

    /// Whether large print of several sections begins with a page of contents
    #[arg(
        long,
        value_name = "true|false",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true",
        help_heading = PAGES
    )]
    contents: Option<bool>,

    #[command(flatten)]
    pub(crate) fonts: FontFiles,
}

/// The heading of the flags that set pages.
pub(crate) const PAGES: &str = "Pages of large print and Easy Read drafts";

impl Profile {
    /// The formats that it asks for, if it asks for any.
    pub(crate) fn formats(&self) -> Option<Vec<Format>> {
        self.to.as_ref().map(|names| names.iter().map(|name| name.0).collect())
    }

    /// Sets what it asks for.
    pub(crate) fn apply(&self, options: &mut Options) -> Result<(), Failure> {
        let (large, easy) = (&mut options.large_print, &mut options.easy_read);
        set(self.size, [&mut large.size, &mut easy.size]);
        set(self.paper, [&mut large.paper, &mut easy.paper]);
        set(self.colours, [&mut large.colours, &mut easy.colours]);
        set(self.leading, [&mut large.leading, &mut easy.leading]);
        set(self.margin, [&mut large.margin, &mut easy.margin]);
        set(self.contents, [&mut large.contents]);
        self.fonts.apply(options)
    }
}

fn set<T: Copy, const N: usize>(wish: Option<T>, options: [&mut T; N]) {
    if let Some(wish) = wish {
        options.into_iter().for_each(|option| *option = wish);
    }
}

/// The name of a profile. It goes into the names of files, so it has letters, digits, hyphens and
/// underscores only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct ProfileName(String);

impl TryFrom<String> for ProfileName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let fits = !name.is_empty() && name.chars().all(|character| character.is_alphanumeric() || "-_".contains(character));
        if fits {
            Ok(Self(name))
        } else {
            Err(format!(
                "\"{name}\" cannot be the name of a profile, for it goes into the names of files. Use letters, digits and hyphens only"
            ))
        }
    }
}

impl Borrow<str> for ProfileName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The profiles of a file, by their names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Profiles(BTreeMap<ProfileName, Profile>);

impl Profiles {
    /// The profiles, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Profile> {
        self.0.values_mut()
    }

    /// The profile of this name; `file` is where they were read from, if there is a file.
    pub(crate) fn named(&self, name: &str, file: Option<&str>) -> Result<&Profile, Failure> {
        let Some(file) = file else {
            return Err(Failure::new(format!(
                "there is no profile \"{name}\", because there is no plainsong.toml beside the document or in a folder above it. \
                 Write one with a section [profiles.{name}]."
            )));
        };
        self.0.get(name).ok_or_else(|| {
            let names: Vec<&str> = self.0.keys().map(Borrow::borrow).collect();
            let advice = match toml_file::nearest(name, &names) {
                Some(nearest) => format!("Do you mean \"{nearest}\"?"),
                None if names.is_empty() => format!("Write it as a section [profiles.{name}]."),
                None => format!("The profiles are: {}.", names.join(", ")),
            };
            Failure::new(format!("{file}: there is no profile \"{name}\" here. {advice}"))
        })
    }
}
