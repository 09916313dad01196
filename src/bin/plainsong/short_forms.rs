//! Files with a council's own list of short forms.

use std::path::Path;

use plainsong::short_forms::KnownShortForms;

use crate::failure::Failure;
use crate::toml_file;

/// The short forms of a file.
pub(crate) fn read(path: &Path) -> Result<KnownShortForms, Failure> {
    let (name, text) = toml_file::open(path, "this list of short forms cannot be read")?;
    KnownShortForms::from_toml(&name, &text).map_err(toml_file::of_library)
}
