//! Several files that are one thing, such as a DAISY book; the home of zip.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::Error;

/// Files that belong together, each with its name, in the order that they were added. Whoever holds
/// one writes it as a folder or packs it into one file.
///
/// ```
/// use plainsong::Fileset;
///
/// let mut files = Fileset::default();
/// files.add("book.xml", "<book/>");
/// assert_eq!(files.get("book.xml"), Some("<book/>".as_bytes()));
/// assert!(files.zip()?.starts_with(b"PK"));
/// # Ok::<(), plainsong::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fileset {
    files: Vec<(String, Vec<u8>)>,
}

impl Fileset {
    /// Adds a file. One of the same name is replaced.
    pub fn add(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        let (name, bytes) = (name.into(), bytes.into());
        match self.files.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = bytes,
            None => self.files.push((name, bytes)),
        }
    }

    /// The names and bytes of the files, in the order that they were added.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The bytes of the file of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.files().find(|(known, _)| *known == name).map(|(_, bytes)| bytes)
    }

    /// The files in one ZIP file. The same files give the same bytes: each is dated 1 January 1980,
    /// the first day that the format knows.
    ///
    /// # Errors
    ///
    /// [`Error::Zip`], if the format cannot hold the files.
    pub fn zip(&self) -> Result<Vec<u8>, Error> {
        let problem = |error: &dyn std::fmt::Display| Error::Zip { problem: error.to_string() };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in self.files() {
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .last_modified_time(DateTime::default())
                .unix_permissions(0o644)
                .large_file(u32::try_from(bytes.len()).is_err());
            zip.start_file(name, options).map_err(|error| problem(&error))?;
            zip.write_all(bytes).map_err(|error| problem(&error))?;
        }
        Ok(zip.finish().map_err(|error| problem(&error))?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_once() {
        let mut files = Fileset::default();
        files.add("a", "1");
        files.add("b", "2");
        files.add("a", "3");
        assert_eq!(files.files().collect::<Vec<_>>(), [("a", "3".as_bytes()), ("b", "2".as_bytes())]);
        assert_eq!(files.get("c"), None);
    }

    #[test]
    fn a_zip_holds_the_files_and_is_the_same_each_time() {
        let mut files = Fileset::default();
        files.add("book.xml", "x".repeat(10_000));
        files.add("book.opf", "");
        let zip = files.zip().unwrap();
        assert_eq!(zip, files.zip().unwrap());
        assert!(zip.len() < 1_000, "it is compressed");
        let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
        let names: Vec<String> = (0..archive.len()).map(|index| archive.by_index(index).unwrap().name().to_owned()).collect();
        assert_eq!(names, ["book.xml", "book.opf"]);
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("book.xml").unwrap(), &mut text).unwrap();
        assert_eq!(text.len(), 10_000);
    }
}
