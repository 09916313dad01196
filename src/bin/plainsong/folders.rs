//! Writing a format of several files as a folder: whole or not at all, and never over what others put there.

use std::io;
use std::path::Path;

use plainsong::Fileset;

use crate::failure::Failure;
use crate::outputs::{builder, parent_made};

/// The files that list the others of a folder: of a book, and of a document in sections. Each with what
/// it says if we wrote it.
const LISTS: [(&str, &str); 2] =
    [("book.opf", "name=\"generator\" content=\"plainsong "), ("index.html", "<p>This version was made by computer from the file ")];

/// Something in a folder that is to be replaced and is not as we wrote it.
#[derive(Debug)]
pub(crate) enum Other {
    /// A file or folder that we did not write.
    Unknown(String),
    /// A file of ours that somebody changed.
    Changed(String),
}

/// Writes the folder of a book, or of a document in sections.
pub(crate) fn write_ours(path: &Path, files: &Fileset) -> Result<(), Failure> {
    write(path, files, not_ours)
}

/// Writes a folder, and the folders it needs. The files go to a temporary folder beside it first. An
/// older folder is replaced if `other` finds nothing in it that is not as we wrote it.
pub(crate) fn write(path: &Path, files: &Fileset, other: impl Fn(&Path) -> io::Result<Option<Other>>) -> Result<(), Failure> {
    let failure = |error: io::Error| Failure::of_system(path.display(), "this folder cannot be written", &error);
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    refuse_others(&path, other)?;
    let parent = parent_made(&path)?;
    replace(parent, &path, files).map_err(failure)
}

fn refuse_others(path: &Path, other: impl Fn(&Path) -> io::Result<Option<Other>>) -> Result<(), Failure> {
    let name = path.display();
    if !path.exists() {
        return Ok(());
    }
    if !path.is_dir() {
        return Err(Failure::new(format!(
            "{name}: this is a file, and a folder of this name is to be written. Move it, or choose another folder with --output."
        )));
    }
    match other(path) {
        Ok(None) => Ok(()),
        Ok(Some(Other::Unknown(other))) => Err(Failure::new(format!(
            "{name}: this folder holds \"{other}\", which plainsong did not write, so it was left as it is. \
             Move the folder, or choose another one with --output."
        ))),
        Ok(Some(Other::Changed(changed))) => Err(Failure::new(format!(
            "{name}: somebody changed \"{changed}\" after plainsong wrote it, so the folder was left as it is. \
             Move or delete that file, or choose another folder with --output."
        ))),
        Err(error) => Err(Failure::of_system(name, "this folder cannot be read", &error)),
    }
}

/// Something in a folder that is no file of ours.
fn not_ours(folder: &Path) -> io::Result<Option<Other>> {
    let ours = LISTS.iter().find_map(|(name, signature)| {
        let list = std::fs::read_to_string(folder.join(name)).ok()?;
        list.contains(signature).then_some((*name, list))
    });
    let (list_name, list) = ours.unwrap_or_default();
    let is_listed = |name: &str| name == list_name || ["\"", "#"].iter().any(|end| list.contains(&format!("href=\"{name}{end}")));
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !entry.file_type()?.is_file() || !is_listed(&name) {
            return Ok(Some(Other::Unknown(name)));
        }
    }
    Ok(None)
}

fn replace(parent: &Path, path: &Path, files: &Fileset) -> io::Result<()> {
    let fresh = temporary_folder(parent)?;
    for (name, bytes) in files.files() {
        std::fs::write(fresh.path().join(name), bytes)?;
    }
    let aside = temporary_folder(parent)?;
    let old = aside.path().join("old");
    let had_old = path.exists();
    if had_old {
        std::fs::rename(path, &old)?;
    }
    if let Err(error) = std::fs::rename(fresh.path(), path) {
        if had_old && std::fs::rename(&old, path).is_err() {
            // The old book stays where it was put, rather than being removed.
            let _ = aside.keep();
        }
        return Err(error);
    }
    // It has another name now, and is not to be removed.
    let _ = fresh.keep();
    Ok(())
}

fn temporary_folder(parent: &Path) -> io::Result<tempfile::TempDir> {
    let mut builder = builder();
    // A temporary folder is for its owner only; a book is for everyone whom the system's mask lets in.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    builder.tempdir_in(parent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(text: &str) -> Fileset {
        let (name, signature) = LISTS[0];
        let mut files = Fileset::default();
        files.add(name, format!("<meta {signature}0\"/><item href=\"book.opf\"/><item href=\"book.xml\"/>"));
        files.add("book.xml", text);
        files
    }

    #[test]
    fn an_older_book_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("below/a.daisy");
        write_ours(&path, &book("old")).unwrap();
        write_ours(&path, &book("new")).unwrap();
        assert_eq!(std::fs::read_to_string(path.join("book.xml")).unwrap(), "new");
        let left: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().collect();
        assert_eq!(left.len(), 1, "nothing temporary is left: {left:?}");
    }

    #[test]
    fn what_others_wrote_is_never_touched() {
        let folder = tempfile::tempdir().unwrap();
        for (name, file) in [("a.daisy", "letter.txt"), ("b.daisy", "book.xml")] {
            let path = folder.path().join(name);
            std::fs::create_dir(&path).unwrap();
            std::fs::write(path.join(file), "mine").unwrap();
            let message = write_ours(&path, &book("new")).unwrap_err().message;
            assert!(message.contains(file) && message.contains("left as it is"), "{message}");
            assert_eq!(std::fs::read_to_string(path.join(file)).unwrap(), "mine");
        }
        let path = folder.path().join("c.daisy");
        write_ours(&path, &book("old")).unwrap();
        std::fs::write(path.join("notes.txt"), "mine").unwrap();
        assert!(write_ours(&path, &book("new")).unwrap_err().message.contains("notes.txt"));
        std::fs::write(folder.path().join("d.daisy"), "mine").unwrap();
        assert!(write_ours(&folder.path().join("d.daisy"), &book("new")).unwrap_err().message.contains("this is a file"));
    }

    #[test]
    fn an_older_document_in_sections_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.html-sections");
        let mut files = Fileset::default();
        files.add("index.html", format!("<a href=\"01-why.html#why\">Why</a>{}", LISTS[1].1));
        files.add("01-why.html", "old");
        write_ours(&path, &files).unwrap();
        files.add("01-why.html", "new");
        write_ours(&path, &files).unwrap();
        assert_eq!(std::fs::read_to_string(path.join("01-why.html")).unwrap(), "new");
        std::fs::write(path.join("01-wh.html"), "mine").unwrap();
        assert!(write_ours(&path, &files).unwrap_err().message.contains("01-wh.html"));
    }

    #[test]
    fn an_empty_folder_is_filled() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.daisy");
        std::fs::create_dir(&path).unwrap();
        write_ours(&path, &book("new")).unwrap();
        assert!(path.join("book.xml").is_file());
    }
}
