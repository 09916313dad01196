//! What the rules go by for each document: what `plainsong.toml` says of its folder, and the flags.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use plainsong::lexicon::Lexicon;
use plainsong::lint::{self, Levels};

use super::section::{self, Layer, Packs};
use super::words;
use crate::config::Config;
use crate::failure::Failure;
use crate::inputs::Input;
use crate::outputs::identity;
use crate::short_forms;

/// The settings met so far. Documents of one folder share theirs.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    /// What the flags say of rules.
    flags: Levels,
    known: HashMap<Sections, Result<Arc<lint::Options>, Failure>>,
}

/// The file that goes for a document, and those of its sections for folders that do.
type Sections = (Option<PathBuf>, Vec<PathBuf>);

impl Settings {
    /// Settings for which the flags of a run go before the files.
    pub(super) fn with_flags(flags: Levels) -> Self {
        Self { flags, known: HashMap::new() }
    }

    /// What the rules go by for a document.
    pub(crate) fn of(&mut self, input: &Input, config: &Config) -> Result<Arc<lint::Options>, Failure> {
        let folder = folder_below(config, input);
        let key = (config.path.clone(), config.check.folders_of(&folder).map(Path::to_owned).collect());
        let flags = &self.flags;
        let file = config.file.as_deref().unwrap_or_default();
        self.known.entry(key).or_insert_with(|| options(file, &config.check.layers(&folder), flags).map(Arc::new)).clone()
    }
}

/// The folder of a document, named from that of the file that goes for it.
fn folder_below(config: &Config, input: &Input) -> PathBuf {
    let document = identity(&input.path);
    let of_file = config.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    document.strip_prefix(of_file).ok().and_then(Path::parent).unwrap_or(Path::new("")).to_owned()
}

fn options(file: &str, layers: &[Layer<'_>], flags: &Levels) -> Result<lint::Options, Failure> {
    let mut options = lint::Options::default();
    let mut packs = Packs::default();
    let mut own: Vec<Lexicon> = Vec::new();
    for layer in layers {
        options.levels.extend(layer.rules);
        packs.extend(layer.packs);
        for path in layer.lexicons {
            own.push(words::read(path)?);
        }
        own.push(words::lexicon(layer.words));
        for path in layer.short_forms {
            options.known_short_forms = options.known_short_forms.with(&short_forms::read(path)?);
        }
        layer.limits.apply(&mut options.limits);
        if let Some(problem) = section::problem(options.limits) {
            return Err(Failure::new(format!("{file}: {problem}.")));
        }
    }
    options.levels.extend(flags);
    if !packs.are_all_on() || own.iter().any(|lexicon| !lexicon.entries().is_empty()) {
        let built_in: Vec<Lexicon> = packs.on().filter_map(Lexicon::pack).collect();
        options.lexicon = Lexicon::joined(built_in.iter().chain(&own));
    }
    Ok(options)
}
