//! Files with a council's own list of short forms.

use std::path::Path;

use plainsong::short_forms::KnownShortForms;

use crate::config::short;
use crate::failure::Failure;
use crate::toml_file;

/// The short forms of a file.
pub(crate) fn read(path: &Path) -> Result<KnownShortForms, Failure> {
    let name = short(path);
    let bytes = std::fs::read(path).map_err(|error| Failure::of_system(&name, "this list cannot be read", &error))?;
    let text = toml_file::text(&name, bytes)?;
    KnownShortForms::from_toml(&name, &text).map_err(toml_file::of_library)
}
