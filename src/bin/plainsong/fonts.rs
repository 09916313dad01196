//! The fonts that somebody names, by flags or in `plainsong.toml`: read, and checked.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use plainsong::convert::Options;
use plainsong::render::large_print::Font;
use serde::Deserialize;

use crate::failure::Failure;

/// The most bytes of a font file: more than a font of every script has.
const LIMIT: u64 = 64 << 20;

/// Font files, TTF or OTF. In `plainsong.toml` their paths go from its folder.
#[derive(Debug, Clone, Default, PartialEq, Args, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct FontFiles {
    /// The font of the text, as a TTF or OTF file; without it, Atkinson Hyperlegible Next
    #[arg(long = "font", value_name = "FILE", help_heading = crate::profile::PAGES)]
    regular: Option<PathBuf>,

    /// The same font in bold; without it, stressed words and headings are in the built-in bold
    #[arg(long = "font-bold", value_name = "FILE", requires = "regular", help_heading = crate::profile::PAGES)]
    bold: Option<PathBuf>,

    /// A font for letters and signs that the others lack, such as Greek; may be given more than once
    #[arg(long = "font-also", value_name = "FILE", help_heading = crate::profile::PAGES)]
    others: Vec<PathBuf>,
}

impl FontFiles {
    /// The same files, named from a folder.
    pub(crate) fn set_folder(&mut self, folder: &Path) {
        for path in self.regular.iter_mut().chain(&mut self.bold).chain(&mut self.others) {
            *path = folder.join(&path);
        }
    }

    /// Sets the fonts that are named. A text font replaces another together with its bold.
    pub(crate) fn apply(&self, options: &mut Options) -> Result<(), Failure> {
        let mut fonts = options.large_print.fonts.clone();
        if let Some(regular) = &self.regular {
            fonts.regular = Some(read(regular)?);
            fonts.bold = None;
        }
        if let Some(bold) = &self.bold {
            fonts.bold = Some(read(bold)?);
        }
        if !self.others.is_empty() {
            fonts.others = self.others.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
        }
        options.easy_read.fonts = fonts.clone();
        options.large_print.fonts = fonts;
        Ok(())
    }
}

fn read(path: &Path) -> Result<Font, Failure> {
    let failure = |error: std::io::Error| Failure::of_system(path.display(), "this font cannot be read", &error);
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes)).map_err(failure)?;
    if bytes.len() as u64 > LIMIT {
        let message = format!("{}: this font has more than {LIMIT} bytes, which is the most that is read. Choose another.", path.display());
        return Err(Failure::new(message));
    }
    Font::new(bytes).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}
