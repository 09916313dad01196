//! `plainsong.toml`: the options of a folder of documents and of everything below it.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use plainsong::convert::{Format, Options};
use plainsong::render::{Contact, daisy, dtbook, easy_read, epub, html, large_print, text};
use serde::Deserialize;

use crate::check::CheckSection;
use crate::failure::Failure;
use crate::fonts::FontFiles;
use crate::inputs::Input;
use crate::profile::Profiles;
use crate::toml_file;

const FILE_NAME: &str = "plainsong.toml";

/// What a file says; where it is silent, the defaults.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Config {
    /// The name of the file, as messages give it; none, if there is no file.
    #[serde(skip)]
    pub(crate) file: Option<String>,
    /// Where that file is.
    #[serde(skip)]
    pub(crate) path: Option<PathBuf>,
    pub(crate) convert: ConvertSection,
    pub(crate) check: CheckSection,
    pub(crate) html: html::Options,
    pub(crate) epub: epub::Options,
    pub(crate) text: text::Options,
    pub(crate) daisy: daisy::Options,
    pub(crate) dtbook: dtbook::Options,
    pub(crate) large_print: large_print::Options,
    pub(crate) easy_read: easy_read::Options,
    pub(crate) contact: Contact,
    pub(crate) fonts: FontFiles,
    /// The folder of a council's own pictures for Easy Read.
    pub(crate) pictures: Option<PathBuf>,
    pub(crate) profiles: Profiles,
}

impl Config {
    /// The options of every format.
    pub(crate) fn options(&self) -> Options {
        let mut options = Options::default();
        options.html = self.html.clone();
        options.epub = self.epub.clone();
        options.text = self.text.clone();
        options.daisy = self.daisy.clone();
        options.dtbook = self.dtbook.clone();
        options.large_print = self.large_print.clone();
        options.easy_read = self.easy_read.clone();
        options.html.contact = self.contact.clone();
        options.epub.contact = self.contact.clone();
        options.text.contact = self.contact.clone();
        options.daisy.contact = self.contact.clone();
        options.dtbook.contact = self.contact.clone();
        options.large_print.contact = self.contact.clone();
        options.easy_read.contact = self.contact.clone();
        options
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ConvertSection {
    pub(crate) to: Option<Vec<FormatName>>,
    pub(crate) strict: bool,
    pub(crate) spoken: bool,
    pub(crate) zip: bool,
    pub(crate) summary: Option<bool>,
}

/// A format, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct FormatName(pub(crate) Format);

impl TryFrom<String> for FormatName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        Format::named(&name).map(Self).ok_or_else(|| format!("there is no format \"{name}\". The formats are: {}", names.join(", ")))
    }
}

/// Reads the name of a format on the command line.
pub(crate) fn format_parser() -> impl TypedValueParser<Value = FormatName> {
    let names = Format::ALL.iter().map(|format| format.name());
    PossibleValuesParser::new(names).try_map(FormatName::try_from)
}

/// The files met so far, each read once.
#[derive(Debug, Default)]
pub(crate) struct Configs {
    by_folder: HashMap<PathBuf, Result<Arc<Config>, Failure>>,
}

impl Configs {
    /// What goes for a document: the file nearest to it, upwards; for standard input, from the current folder.
    pub(crate) fn of(&mut self, input: &Input) -> Result<Arc<Config>, Failure> {
        let parent = input.file().and_then(Path::parent).filter(|parent| !parent.as_os_str().is_empty());
        // A folder that is not there has no documents; reading them says so.
        std::fs::canonicalize(parent.unwrap_or(Path::new("."))).map_or_else(|_| Ok(Arc::default()), |folder| self.of_folder(&folder))
    }

    fn of_folder(&mut self, folder: &Path) -> Result<Arc<Config>, Failure> {
        if let Some(known) = self.by_folder.get(folder) {
            return known.clone();
        }
        let config = match (read(&folder.join(FILE_NAME)), folder.parent()) {
            (Ok(Some(config)), _) => Ok(Arc::new(config)),
            (Ok(None), Some(parent)) => self.of_folder(parent),
            (Ok(None), None) => Ok(Arc::default()),
            (Err(failure), _) => Err(failure),
        };
        self.by_folder.insert(folder.to_owned(), config.clone());
        config
    }
}

/// What the file of this path says; nothing, if there is none.
fn read(path: &Path) -> Result<Option<Config>, Failure> {
    let name = short(path);
    match std::fs::read(path) {
        Ok(bytes) => {
            let text = toml_file::text(&name, bytes)?;
            toml_file::read(&name, &text).and_then(|mut config: Config| {
                let folder = path.parent().unwrap_or(path);
                config.check.judge(&name, &text)?;
                config.check.set_folder(folder);
                config.fonts.set_folder(folder);
                config.pictures = config.pictures.take().map(|pictures| folder.join(pictures));
                config.profiles.iter_mut().for_each(|profile| profile.fonts.set_folder(folder));
                Ok(Some(Config { file: Some(name), path: Some(path.to_owned()), ..config }))
            })
        }
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Failure::of_system(name, "this file cannot be read", &error)),
    }
}

/// A path as seen from the current folder, where it lies below it.
pub(crate) fn short(path: &Path) -> String {
    let current = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(current).unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        toml_file::read::<Config>("plainsong.toml", text).unwrap_err().message
    }

    #[test]
    fn a_file_fills_its_sections() {
        let config: Config =
            toml_file::read("t", "[convert]\nto = [\"text\"]\nstrict = true\n[check]\nformat = \"json\"\ndeny = true").unwrap();
        assert_eq!(config.convert.to.unwrap()[0].0, Format::Text);
        assert!(config.convert.strict && config.check.deny);
        assert_eq!(config.check.format, crate::check::CheckFormat::Json);
    }

    #[test]
    fn an_unknown_key_has_its_line_and_the_nearest_key() {
        assert_eq!(message("[convert]\n\nstrct = true"), "plainsong.toml:3: there is no key \"strct\" here. Do you mean \"strict\"?");
    }

    #[test]
    fn an_unknown_section_has_its_line_and_the_nearest_section() {
        let message = message("[convert]\n[larg-print]");
        assert_eq!(message, "plainsong.toml:2: there is no key \"larg-print\" here. Do you mean \"large-print\"?");
    }

    #[test]
    fn a_key_like_no_other_is_answered_with_the_keys() {
        assert!(message("[check]\nxyz = 1").contains("The keys are: format, deny"));
        assert!(message("[text]\nxyz = 1").contains("no key \"xyz\""));
    }

    #[test]
    fn an_unknown_format_is_answered_with_the_formats() {
        let message = message("[convert]\nto = [\"braille\"]");
        assert!(message.starts_with("plainsong.toml:2: there is no format \"braille\""), "{message}");
        assert!(message.contains("text, daisy, dtbook"), "{message}");
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_answered_with_the_right_one() {
        assert_eq!(
            message("[large-print]\nsize = \"big\""),
            "plainsong.toml:2: this value is of the wrong kind. It must be a number without quotes."
        );
        assert_eq!(
            message("[convert]\nto = 3"),
            "plainsong.toml:2: this value is of the wrong kind. It must be a list in square brackets."
        );
        assert_eq!(message("[convert]\nstrict = 1"), "plainsong.toml:2: this value is of the wrong kind. It must be true or false.");
    }

    #[test]
    fn a_mistake_of_toml_has_its_line() {
        assert!(message("[convert]\nstrict =").starts_with("plainsong.toml:2:"));
    }
}
