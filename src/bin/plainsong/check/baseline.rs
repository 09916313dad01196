//! The file that keeps what was found before.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use plainsong::lint::Known;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Checked;
use crate::failure::Failure;
use crate::inputs::Input;
use crate::outputs::{self, identity};

/// The version of the form of the file.
const VERSION: u64 = 1;
/// The key that says that a file is a baseline, and of which version.
const VERSION_KEY: &str = "plainsong-baseline";

/// What is known of each document.
#[derive(Debug, Default)]
pub(super) struct Baseline {
    documents: BTreeMap<String, Known>,
    /// The folder that documents are named from.
    folder: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct File {
    #[serde(rename = "plainsong-baseline")]
    version: u64,
    documents: BTreeMap<String, Known>,
}

impl Baseline {
    /// Reads a file.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let name = path.display();
        let bytes = std::fs::read(path).map_err(|error| Failure::of_system(&name, "this baseline cannot be read", &error))?;
        let advice = "Make it anew with --write-baseline.";
        let value: Value = serde_json::from_slice(&bytes)
            .map_err(|error| Failure::new(format!("{name}:{}: this is not JSON, as a baseline must be. {advice}", error.line())))?;
        match value.get(VERSION_KEY) {
            Some(version) if version.as_u64() == Some(VERSION) => {}
            Some(version) => {
                let message =
                    format!("{name}: this baseline is of version {version}, and this plainsong knows version {VERSION}. {advice}");
                return Err(Failure::new(message));
            }
            None => return Err(Failure::new(format!("{name}: this is no baseline: it has no \"{VERSION_KEY}\". {advice}"))),
        }
        let file: File = serde_json::from_value(value)
            .map_err(|error| Failure::new(format!("{name}: this baseline cannot be read: {error}. {advice}")))?;
        Ok(Self { documents: file.documents, folder: folder_of(path) })
    }

    /// What is known of a document, if anything is.
    pub(super) fn of(&self, input: &Input) -> Option<&Known> {
        self.documents.get(&name_from(&self.folder, &identity(&input.path)))
    }
}

/// Writes what was found. Documents are named from the folder of the file, so that both can be moved together.
pub(super) fn write(path: &Path, checked: &[Checked]) -> Result<(), Failure> {
    let folder = folder_of(path);
    let found = checked.iter().filter_map(|checked| checked.result.as_ref().ok());
    let known =
        found.map(|found| (name_from(&folder, &identity(Path::new(found.source.name()))), Known::of(&found.diagnostics, &found.source)));
    let file = File { version: VERSION, documents: known.filter(|(_, known)| !known.is_empty()).collect() };
    let json = serde_json::to_string_pretty(&file)
        .map_err(|error| Failure::new(format!("{}: this cannot be written as JSON: {error}.", path.display())))?;
    outputs::write(path, format!("{json}\n").as_bytes())
}

fn folder_of(path: &Path) -> PathBuf {
    identity(path).parent().unwrap_or(Path::new("")).to_owned()
}

/// A path as seen from a folder, with `/` between its parts.
fn name_from(folder: &Path, path: &Path) -> String {
    let shared = folder.components().zip(path.components()).take_while(|(one, other)| one == other).count();
    let up = folder.components().skip(shared).map(|_| "..".to_owned());
    let down = path.components().skip(shared).map(|part: Component<'_>| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<String>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_named_from_the_folder_of_the_file() {
        let name = |folder, path| name_from(Path::new(folder), Path::new(path));
        assert_eq!(name("/papers", "/papers/may/a.md"), "may/a.md");
        assert_eq!(name("/papers/ci", "/papers/may/a.md"), "../may/a.md");
    }
}
