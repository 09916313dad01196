//! The files beside a document that its pictures name: read, as far as they lie in its folder.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use plainsong::Document;
use plainsong::model::walk;
use plainsong::resources::{Absence, Resources, name};

use crate::inputs::Input;

/// The most bytes that the pictures of a document come to: some forty photographs.
const LIMIT: u64 = 128 << 20;

/// Reads the files that the pictures of a document name. No other file is touched, and none outside
/// the folder of the document, wherever a link of the file system leads; for a document on standard
/// input that is the current folder.
pub(crate) fn of(document: &Document, input: &Input) -> Resources {
    let mut names = BTreeSet::new();
    walk::images(&document.blocks, &mut |image| names.extend(name(&image.address)));
    let parent = input.file().and_then(Path::parent).filter(|parent| !parent.as_os_str().is_empty());
    files(names, parent.unwrap_or(Path::new(".")))
}

/// Reads files of a folder, and none outside it.
pub(crate) fn files(names: impl IntoIterator<Item = String>, folder: &Path) -> Resources {
    let mut resources = Resources::default();
    let Ok(folder) = std::fs::canonicalize(folder) else { return resources };
    let mut left = LIMIT;
    for name in names {
        match read(&folder, &name, left) {
            Ok(bytes) => {
                left -= bytes.len() as u64;
                resources.insert(name, bytes);
            }
            Err(absence) => resources.insert_absence(name, absence),
        }
    }
    resources
}

fn read(folder: &Path, name: &str, left: u64) -> Result<Vec<u8>, Absence> {
    let path = std::fs::canonicalize(folder.join(name)).map_err(|error| absence(&error))?;
    if !path.starts_with(folder) {
        return Err(Absence::Outside);
    }
    // A pipe would never end.
    if !path.is_file() {
        return Err(Absence::Missing);
    }
    let mut bytes = Vec::new();
    let file = File::open(&path).map_err(|error| absence(&error))?;
    file.take(left + 1).read_to_end(&mut bytes).map_err(|error| absence(&error))?;
    if bytes.len() as u64 > left { Err(Absence::TooLarge { limit: LIMIT }) } else { Ok(bytes) }
}

fn absence(error: &std::io::Error) -> Absence {
    match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => Absence::Missing,
        _ => Absence::Unreadable { problem: error.to_string() },
    }
}
