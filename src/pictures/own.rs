//! A council's own pictures: `pictures.toml`, and the files it names.

use std::sync::Arc;

use serde::Deserialize;

use super::index::Index;
use super::{Picture, Pictures};
use crate::error::Error;
use crate::resources::{Absence, Resources};

/// An entry of a `pictures.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) file: String,
    pub(super) terms: Vec<String>,
    /// Phrases that hold a term and mean something else.
    #[serde(default)]
    never: Vec<String>,
    /// Whether another picture goes before it.
    #[serde(default)]
    general: bool,
    /// What it shows.
    #[serde(default)]
    alt: String,
    #[serde(default)]
    credit: Option<String>,
    #[serde(default)]
    licence: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    picture: Vec<Entry>,
}

pub(super) fn entries(name: &str, text: &str) -> Result<Vec<Entry>, Error> {
    let file: File = toml::from_str(text).map_err(|error| Error::Pictures {
        name: name.to_owned(),
        line: error.span().map(|span| text.get(..span.start).unwrap_or(text).matches('\n').count() + 1),
        problem: error.message().to_owned(),
    })?;
    Ok(file.picture)
}

impl Entry {
    pub(super) fn with_bytes(self, bytes: Arc<[u8]>) -> (Picture, Vec<String>) {
        let Self { file, terms, never, general, alt, credit, licence } = self;
        let alternative = if alt.trim().is_empty() { terms.first().cloned().unwrap_or_default() } else { alt };
        (Picture { file, terms, is_general: general, alternative, credit, licence, bytes }, never)
    }
}

impl Pictures {
    /// A council's own pictures, and after them those that come with plainsong. `files` holds the files that
    /// [`Pictures::files`] names.
    ///
    /// Each `[[picture]]` has its `file` and the `terms` that choose it. It may have phrases that must `never`
    /// choose it although they hold a term, words for what it shows (`alt`), who made it (`credit`), under which
    /// `licence`, and `general = true` if other pictures of the list go before it.
    ///
    /// ```
    /// use plainsong::pictures::{Pictures, choose};
    /// use plainsong::resources::Resources;
    ///
    /// let list = "[[picture]]\nfile = \"our bus.png\"\nterms = [\"bus\"]\ncredit = \"Photosymbols\"";
    /// let mut files = Resources::default();
    /// files.insert("our bus.png", vec![0x89, b'P', b'N', b'G']);
    /// let pictures = Pictures::from_toml("pictures.toml", list, &files)?;
    /// assert_eq!(choose("The bus is late.", &pictures).unwrap().file, "our bus.png");
    /// # Ok::<(), plainsong::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Pictures`], with the line of a mistake, or the file that is missing.
    pub fn from_toml(name: &str, text: &str, files: &Resources) -> Result<Self, Error> {
        let mut pictures = Vec::new();
        for entry in entries(name, text)? {
            let problem = |problem: String| Error::Pictures { name: name.to_owned(), line: line_of(text, &entry.file), problem };
            if entry.terms.iter().all(|term| term.trim().is_empty()) {
                return Err(problem(format!("No word chooses the picture {}. Give it terms.", entry.file)));
            }
            match files.get(&entry.file) {
                Ok(bytes) => {
                    let bytes = Arc::clone(bytes);
                    pictures.push(entry.with_bytes(bytes));
                }
                Err(Absence::Missing) => {
                    let what = format!("There is no file {} in this folder. Put it there, or correct its name.", entry.file);
                    return Err(problem(what));
                }
                Err(absence) => return Err(problem(format!("The picture {} cannot be used. {absence}", entry.file))),
            }
        }
        Ok(Self { own: Arc::new(Index::of(pictures)), with_built_in: true })
    }

    /// The files that a `pictures.toml` names.
    ///
    /// # Errors
    ///
    /// [`Error::Pictures`], with the line of a mistake.
    pub fn files(name: &str, text: &str) -> Result<Vec<String>, Error> {
        Ok(entries(name, text)?.into_iter().map(|entry| entry.file).collect())
    }
}

/// The line, from 1, that names a file.
fn line_of(text: &str, file: &str) -> Option<usize> {
    text.lines().position(|line| line.contains(file)).map(|line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::super::choose;
    use super::*;

    fn own(list: &str, files: &[&str]) -> Result<Pictures, Error> {
        let mut resources = Resources::default();
        for file in files {
            resources.insert(*file, vec![1]);
        }
        Pictures::from_toml("pictures.toml", list, &resources)
    }

    const BUS: &str = "[[picture]]\nfile = \"coach.png\"\nterms = [\"bus\"]\nnever = [\"bus stop\"]\nalt = \"A coach\"\n";

    #[test]
    fn a_councils_own_picture_goes_before_ours() {
        let pictures = own(BUS, &["coach.png"]).unwrap();
        let picture = choose("The school has a bus.", &pictures).unwrap();
        assert_eq!((picture.file.as_str(), picture.alternative.as_str()), ("coach.png", "A coach"));
        assert_eq!(choose("The school is open.", &pictures).unwrap().file, "school.svg");
        assert_eq!(choose("At the bus stop.", &pictures).unwrap().file, "bus.svg");
        assert_eq!(choose("The school is open.", &pictures.without_built_in()), None);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let message = |list: &str, files: &[&str]| own(list, files).unwrap_err().to_string();
        assert_eq!(
            message(BUS, &[]),
            "pictures.toml, line 2: There is no file coach.png in this folder. Put it there, or correct its name."
        );
        assert!(message(&BUS.replace("coach.png", "../coach.png"), &[]).contains("lies outside"));
        assert!(message(&BUS.replace("[\"bus\"]", "[]"), &["coach.png"]).contains("Give it terms."));
        assert!(message("[[picture]]\nfil = \"a\"", &[]).contains("line 2"));
    }
}
