//! Where the files lie that a pack is made from, as seen from its folder: so that both can be moved together.

use std::path::{Component, Path, PathBuf};

use plainsong::pack::{Beside, BesideKind, Manifest, sha256};
use plainsong::resources::{Absence, Resources};

use crate::easy_read::worksheet;
use crate::inputs::Input;
use crate::outputs::identity;
use crate::recipe::Recipe;

/// Tells the manifest where the document, its pictures and the settings are.
pub(super) fn tell(manifest: &mut Manifest, input: &Input, recipe: &Recipe, resources: &Resources, folder: &Path) {
    let folder = identity(folder);
    manifest.source.path = input.file().and_then(|file| way(&folder, &identity(file)));
    let beside_document =
        identity(input.file().and_then(Path::parent).filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")));
    for (name, file) in resources.files() {
        let hash = match file {
            Ok(bytes) => Some(sha256(bytes)),
            Err(Absence::Missing) => None,
            // What was not taken in had no part in the pack.
            Err(_) => continue,
        };
        manifest.beside.extend(way(&folder, &beside_document.join(name)).map(|path| Beside::new(BesideKind::Picture, path, hash)));
    }
    if let Some(sheet) = input.file().map(worksheet::path).filter(|sheet| sheet.is_file()) {
        let hash = std::fs::read(&sheet).ok().map(|bytes| sha256(&bytes));
        manifest.beside.extend(way(&folder, &identity(&sheet)).map(|path| Beside::new(BesideKind::Worksheet, path, hash)));
    }
    if let Some(settings) = &recipe.config.path {
        let hash = std::fs::read(settings).ok().map(|bytes| sha256(&bytes));
        manifest.beside.extend(way(&folder, &identity(settings)).map(|path| Beside::new(BesideKind::Settings, path, hash)));
    }
}

/// The way from a folder to a file, with `/`; none, if they are on two drives or a name is not UTF-8.
fn way(folder: &Path, file: &Path) -> Option<String> {
    let common: PathBuf = folder.components().zip(file.components()).take_while(|(one, other)| one == other).map(|(one, _)| one).collect();
    common.has_root().then_some(())?;
    let up = folder.strip_prefix(&common).ok()?.components().map(|_| Some(".."));
    let down = file.strip_prefix(&common).ok()?.components().map(|component| match component {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    Some(up.chain(down).collect::<Option<Vec<_>>>()?.join("/"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_way_goes_up_and_down() {
        let way = |folder: &str, file: &str| way(Path::new(folder), Path::new(file));
        assert_eq!(way("/papers/out/may", "/papers/may.md").as_deref(), Some("../../may.md"));
        assert_eq!(way("/papers", "/papers/may/a.md").as_deref(), Some("may/a.md"));
        assert_eq!(way("/out", "/papers/a.md").as_deref(), Some("../papers/a.md"));
    }
}
