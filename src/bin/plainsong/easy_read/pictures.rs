//! `plainsong easy-read pictures`: a sheet of all pictures, with the words that choose them.

use plainsong::pictures::{Pictures, contact_sheet};
use plainsong::render::html;

use crate::args::EasyReadPictures;
use crate::failure::Failure;
use crate::{Outcome, outputs, pictures, stdout};

pub(crate) fn run(arguments: &EasyReadPictures) -> Result<Outcome, Failure> {
    let pictures = arguments.pictures.as_deref().map(pictures::of).transpose()?.unwrap_or_else(Pictures::built_in);
    let (sheet, files) = contact_sheet(&pictures);
    let mut options = html::Options::default();
    options.resources = files;
    outputs::write(&arguments.output, html::render(&sheet, &options).output.as_bytes())?;
    let count = pictures.iter().count();
    stdout::write(format!("{}: {count} pictures. Open it in a browser.\n", arguments.output.display()).as_bytes())?;
    Ok(Outcome::Done)
}
