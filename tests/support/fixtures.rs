//! The documents under `fixtures/`.

use std::fs;
use std::path::{Path, PathBuf};

use plainsong::convert::Options;
use plainsong::model::walk;
use plainsong::resources::{Resources, name};
use plainsong::{Source, parse};

/// Every fixture, as a source named by its path below `fixtures/`, in the order of the names.
pub(crate) fn fixtures() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut files = Vec::new();
    for folder in ["reports", "minutes", "strategies", "word", "edge"] {
        files.extend(files_in(&root.join(folder)));
    }
    assert!(files.len() > 20, "the fixtures are missing: only {} files below {}", files.len(), root.display());
    files.iter().map(|file| read(file, &root)).collect()
}

/// The files of a folder, in the order of their names.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// A file as a source, named by its path below `root`.
pub(crate) fn read(file: &Path, root: &Path) -> Source {
    let name = file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/");
    Source::from_bytes(name, fs::read(file).unwrap()).unwrap()
}

/// The files beside a fixture that its pictures name.
pub(crate) fn resources(source: &Source) -> Resources {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(source.name());
    let mut resources = Resources::default();
    walk::images(&parse(source).blocks, &mut |image| {
        let Ok(name) = name(&image.address) else { return };
        if let Ok(bytes) = fs::read(folder.with_file_name(&name)) {
            resources.insert(name, bytes);
        }
    });
    resources
}

/// The default options, with the files beside a fixture.
pub(crate) fn options(source: &Source) -> Options {
    let mut options = Options::default();
    options.set_resources(&resources(source));
    options
}
