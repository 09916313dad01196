//! An earlier pack in the same folder: what in it may be replaced.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use plainsong::pack::{CheckList, MANIFEST, Manifest, TO_CHECK, sha256};

use crate::folders::Other;

/// Something in a folder that is not as an earlier pack has it. In the list for a person, ticks are what
/// it is there for.
pub(super) fn other(folder: &Path) -> io::Result<Option<Other>> {
    let manifest = std::fs::read(folder.join(MANIFEST)).ok().and_then(|json| serde_json::from_slice::<Manifest>(&json).ok());
    let written: HashMap<&str, &str> = manifest.iter().flat_map(Manifest::paths).collect();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == MANIFEST && manifest.is_some() {
            continue;
        }
        let Some(hash) = written.get(name.as_str()).filter(|_| entry.file_type().is_ok_and(|kind| kind.is_file())) else {
            return Ok(Some(Other::Unknown(name)));
        };
        let mut bytes = std::fs::read(entry.path())?;
        if name == TO_CHECK {
            bytes = CheckList::without_ticks(&String::from_utf8_lossy(&bytes)).into_bytes();
        }
        if sha256(&bytes) != **hash {
            return Ok(Some(Other::Changed(name)));
        }
    }
    Ok(None)
}
