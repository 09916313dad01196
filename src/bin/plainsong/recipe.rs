//! How the formats of a document are made: what flags, profile and `plainsong.toml` come to.

use std::sync::Arc;

use plainsong::convert::{Format, Options, Summary, Voice};
use plainsong::model::Date;
use plainsong::render::large_print::Paper;

use crate::args::Making;
use crate::config::Config;
use crate::failure::Failure;
use crate::profile::Profile;

/// What is to be made, and how.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recipe {
    pub(crate) config: Arc<Config>,
    pub(crate) options: Options,
    /// The formats asked for, each once.
    pub(crate) formats: Vec<Format>,
    /// Whether it counts if a format cannot carry everything.
    pub(crate) strict: bool,
}

impl Recipe {
    /// What goes for a document of this configuration.
    pub(crate) fn of(config: Arc<Config>, making: &Making, fallback_date: Option<Date>) -> Result<Self, Failure> {
        let profile = making.profile.as_deref();
        let named = profile.map(|name| config.profiles.named(name, config.file.as_deref())).transpose()?.cloned().unwrap_or_default();
        let mut options = config.options();
        config.fonts.apply(&mut options)?;
        named.apply(&mut options)?;
        making.needs.apply(&mut options)?;
        if let Some(folder) = making.pictures.as_deref().or(config.pictures.as_deref()) {
            options.set_pictures(&crate::pictures::of(folder)?);
        }
        options.voice = if making.ear.spoken.unwrap_or(config.convert.spoken) { Voice::Spoken } else { Voice::Document };
        options.text = making.ear.text(&options.text);
        options.easy_read_words.whole_text = making.whole_text;
        options.set_fallback_date(fallback_date);
        options.summary = summary(making.summary.or(config.convert.summary));
        let formats = formats([&making.needs, &named], &config);
        let strict = making.strict.unwrap_or(config.convert.strict);
        Ok(Self { config, options, formats, strict })
    }

    /// What people must know before they print on A3, if there are such pages.
    pub(crate) fn warning_of_paper(&self) -> Option<String> {
        let (large, easy) = (&self.options.large_print, &self.options.easy_read);
        let page = |format: &Format| match format {
            Format::LargePrint => Some((large.paper, large.size)),
            Format::EasyRead => Some((easy.paper, easy.size)),
            _ => None,
        };
        let mut pages = self.formats.iter().filter_map(page);
        let (_, size) = pages.find(|(paper, _)| *paper == Paper::A3)?;
        // A sheet of A4 is as wide as one of A3 divided by the square root of two.
        let on_a4 = size.get() / std::f32::consts::SQRT_2;
        Some(format!("the pages are A3. Print them on A3 only: shrunk to A4, words of {} points come out at {on_a4:.0}.", size.get()))
    }
}

/// The date of `SOURCE_DATE_EPOCH`, for documents that state none.
pub(crate) fn source_date_epoch() -> Result<Option<Date>, Failure> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty()) else { return Ok(None) };
    let seconds = value.to_str().and_then(|value| value.parse().ok());
    seconds.and_then(Date::from_epoch_seconds).map(Some).ok_or_else(|| {
        let value = value.to_string_lossy();
        Failure::new(format!("SOURCE_DATE_EPOCH is \"{value}\", which is not a count of seconds since 1970. Correct it or remove it."))
    })
}

/// The formats asked for: by flags, else by the profile, else by the file, else every format that readers open.
fn formats(needs: [&Profile; 2], config: &Config) -> Vec<Format> {
    let of_file = || config.convert.to.as_ref().map(|names| names.iter().map(|name| name.0).collect());
    let asked: Option<Vec<Format>> = needs.into_iter().find_map(Profile::formats).or_else(of_file);
    let mut formats = Vec::new();
    for format in asked.unwrap_or_else(|| Format::FOR_READERS.to_vec()) {
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    formats
}

/// Which formats open with the lists, as flag or file say.
fn summary(asked: Option<bool>) -> Summary {
    match asked {
        Some(true) => Summary::EveryFormat,
        Some(false) => Summary::NoFormat,
        None => Summary::EasyReadOnly,
    }
}
