//! What outside judges said of files of a pack. They run elsewhere: the same document gives the same bytes,
//! so a pack can be made, judged, and made again with what was said.

use std::path::Path;

use plainsong::pack::{Manifest, Verdict};
use serde::Deserialize;

use crate::failure::Failure;
use crate::messages;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    judge: String,
    sha256: String,
    verdict: Verdict,
}

/// Tells the manifest what the judges said in this file.
pub(super) fn tell(manifest: &mut Manifest, file: &Path) -> Result<(), Failure> {
    let name = file.display();
    let bytes = std::fs::read(file).map_err(|error| Failure::of_system(&name, "the verdicts cannot be read", &error))?;
    let said: Vec<Said> = serde_json::from_slice(&bytes).map_err(|error| {
        let sentence = "this is no list of verdicts. Each needs \"judge\", \"sha256\" and \"verdict\"";
        Failure::new(format!("{name}: {sentence}. Line {}: {error}.", error.line()))
    })?;
    for Said { judge, sha256, verdict } in said {
        if !manifest.judged(&judge, &sha256, verdict) {
            messages::tell(&format!(
                "{name}: no file here that {judge} looks at has the hash {sha256}, so this verdict counts for nothing."
            ));
        }
    }
    Ok(())
}
