//! A council's own pictures for Easy Read: a folder with `pictures.toml`, read.

use std::path::Path;

use plainsong::Error;
use plainsong::pictures::Pictures;
use plainsong::resources::Resources;

use crate::failure::Failure;
use crate::resources;

/// The list of a folder.
const LIST: &str = "pictures.toml";

/// The pictures of a folder, and after them those that come with plainsong.
pub(crate) fn of(folder: &Path) -> Result<Pictures, Failure> {
    let list = folder.join(LIST);
    let name = list.display().to_string();
    let text = std::fs::read_to_string(&list).map_err(|error| Failure::of_system(&name, "this list of pictures cannot be read", &error))?;
    let failure = |error: Error| Failure::new(error.to_string());
    let files: Resources = resources::files(Pictures::files(&name, &text).map_err(failure)?, folder);
    Pictures::from_toml(&name, &text, &files).map_err(failure)
}
