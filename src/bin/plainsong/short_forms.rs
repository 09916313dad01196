//! Files with a council's own list of short forms.

use std::path::Path;

use plainsong::Source;
use plainsong::short_forms::KnownShortForms;

use crate::failure::Failure;

/// The short forms of a file.
pub(crate) fn read(path: &Path) -> Result<KnownShortForms, Failure> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Failure::of_system(&name, "this list cannot be read", &error))?;
    let source = Source::from_bytes(&name, bytes)?;
    Ok(KnownShortForms::from_toml(&name, source.text())?)
}
