//! Several files that are one thing, such as a DAISY book; the home of zip.

use std::collections::HashMap;
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
    files: Vec<File>,
    /// The place of each name. Asked, never walked through.
    places: HashMap<String, usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct File {
    name: String,
    bytes: Vec<u8>,
    packing: Packing,
}

/// How a file is held in a ZIP file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    Compressed,
    AsItIs,
}

impl Fileset {
    /// Adds a file. One of the same name is replaced.
    pub fn add(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.put(File { name: name.into(), bytes: bytes.into(), packing: Packing::Compressed });
    }

    /// Adds a file that a ZIP file holds as it is: one that is compressed already, or that programs look
    /// for at a fixed place.
    ///
    /// ```
    /// use plainsong::Fileset;
    ///
    /// let mut files = Fileset::default();
    /// files.add_as_it_is("mimetype", "application/epub+zip");
    /// assert!(files.zip()?[30..].starts_with(b"mimetypeapplication/epub+zip"));
    /// # Ok::<(), plainsong::Error>(())
    /// ```
    pub fn add_as_it_is(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.put(File { name: name.into(), bytes: bytes.into(), packing: Packing::AsItIs });
    }

    fn put(&mut self, file: File) {
        match self.places.get(&file.name).and_then(|place| self.files.get_mut(*place)) {
            Some(old) => *old = file,
            None => {
                self.places.insert(file.name.clone(), self.files.len());
                self.files.push(file);
            }
        }
    }

    /// The names and bytes of the files, in the order that they were added.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()))
    }

    /// The bytes of the file of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.places.get(name).and_then(|place| self.files.get(*place)).map(|file| file.bytes.as_slice())
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
        for File { name, bytes, packing } in &self.files {
            let method = match packing {
                Packing::Compressed => CompressionMethod::Deflated,
                Packing::AsItIs => CompressionMethod::Stored,
            };
            let options = SimpleFileOptions::default()
                .compression_method(method)
                .last_modified_time(DateTime::default())
                .unix_permissions(0o644)
                .large_file(u32::try_from(bytes.len()).is_err());
            zip.start_file(name.as_str(), options).map_err(|error| problem(&error))?;
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
