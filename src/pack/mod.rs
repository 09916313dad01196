//! All formats of one document, as they are published together, and what belongs beside them.
//!
//! - [`Manifest`] says which files there are, what each was made from, what was lost on the way, and
//!   which outside judges have looked. From it [`Manifest::states`] tells what is older than its source.
//! - [`formats_fragment`] is the piece of a web page that offers the formats to readers.
//! - [`CheckList`] is what no program can check, as a list for a person.
//!
//! All of them are values and text. Who holds them writes the files.

mod formats_fragment;
mod manifest;
mod published;
mod status;
mod to_check;

pub use formats_fragment::formats_fragment;
pub use manifest::{About, Beside, BesideKind, Finding, Judge, Loss, Manifest, OtherFile, Published, SourceFile, Verdict};
pub use status::{Since, State};
pub use to_check::CheckList;

use crate::convert::Format;
use crate::outcome::Rendered;

/// The name of the manifest in a pack.
pub const MANIFEST: &str = "manifest.json";

/// The name of the piece of a web page that offers the formats.
pub const FORMATS: &str = "formats.html";

/// The name of the list for a person.
pub const TO_CHECK: &str = "to-check.md";

/// A file of a pack: one format of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The format.
    pub format: Format,
    /// The name of the file in the pack.
    pub path: String,
    /// The bytes, with what the format could not carry and what was said in other words.
    pub rendered: Rendered<Vec<u8>>,
}

/// The SHA-256 of these bytes, as 64 hexadecimal digits: by it a manifest knows files.
///
/// ```
/// assert!(plainsong::pack::sha256(b"abc").starts_with("ba7816bf"));
/// ```
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    crate::hash::sha256(bytes)
}
