//! The files beside a document: its pictures, as bytes. The library reads no files; whoever calls it
//! gives it these.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The files that a document names, each with its bytes or with why there are none. Cheap to clone.
///
/// A file is known by its way from the folder of the document: `media/map of the ward.png`.
///
/// ```
/// use plainsong::resources::{Absence, Resources};
///
/// let mut resources = Resources::default();
/// resources.insert("media/bus stop.png", vec![0x89, b'P', b'N', b'G']);
/// assert!(resources.get("./media/bus%20stop.png").is_ok());
/// assert_eq!(resources.get("map.png"), Err(Absence::Missing));
/// assert_eq!(resources.get("https://example.org/map.png"), Err(Absence::Remote));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resources {
    files: Arc<BTreeMap<String, File>>,
}

/// The bytes of a file, or why there are none.
type File = Result<Arc<[u8]>, Absence>;

/// Why there is no file for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Absence {
    /// No such file was given.
    Missing,
    /// It is on another machine. Nothing is ever fetched.
    Remote,
    /// It lies outside the folder of the document.
    Outside,
    /// Its bytes are written into the address itself.
    WithinAddress,
    /// It has more bytes than are taken in.
    TooLarge {
        /// How many bytes are taken in at most.
        limit: u64,
    },
    /// It is there and cannot be read.
    Unreadable {
        /// What the system says.
        problem: String,
    },
}

impl Resources {
    /// Adds a file, or puts another in its place. What it holds is known by its bytes, not its name.
    pub fn insert(&mut self, name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        Arc::make_mut(&mut self.files).insert(name.into(), Ok(bytes.into()));
    }

    /// Says why there is no file of this name.
    pub fn insert_absence(&mut self, name: impl Into<String>, absence: Absence) {
        Arc::make_mut(&mut self.files).insert(name.into(), Err(absence));
    }

    /// Every file by its name, in the order of the names: its bytes, or why there are none.
    pub fn files(&self) -> impl Iterator<Item = (&str, Result<&[u8], &Absence>)> {
        self.files.iter().map(|(name, file)| (name.as_str(), file.as_ref().map(AsRef::as_ref)))
    }

    /// The bytes of the file that an address leads to.
    ///
    /// # Errors
    ///
    /// Why there are none.
    pub fn get(&self, address: &str) -> Result<&Arc<[u8]>, Absence> {
        let name = name(address)?;
        self.files.get(&name).map_or(Err(Absence::Missing), |file| file.as_ref().map_err(Clone::clone))
    }
}

/// The name of the file that an address leads to: its way from the folder of the document.
///
/// # Errors
///
/// Why it leads to no file that could be taken in.
///
/// ```
/// use plainsong::resources::{Absence, name};
///
/// assert_eq!(name("./maps/../caf%C3%A9.png?width=40"), Ok("café.png".to_owned()));
/// assert_eq!(name("../minutes.png"), Err(Absence::Outside));
/// ```
pub fn name(address: &str) -> Result<String, Absence> {
    let address = address.trim();
    match scheme(address).map(str::to_ascii_lowercase).as_deref() {
        None if address.starts_with("//") => return Err(Absence::Remote),
        None => {}
        Some("data") => return Err(Absence::WithinAddress),
        // One letter is a drive of Windows.
        Some("file") => return Err(Absence::Outside),
        Some(scheme) if scheme.len() == 1 => return Err(Absence::Outside),
        Some(_) => return Err(Absence::Remote),
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    // Word processors of Windows write their own strokes.
    let path = percent_decoded(path).replace('\\', "/");
    if path.starts_with('/') {
        return Err(Absence::Outside);
    }
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or(Absence::Outside)?;
            }
            // A drive again, which a decoded address may hold.
            _ if part.contains([':', '\0']) => return Err(Absence::Missing),
            _ => parts.push(part),
        }
    }
    if parts.is_empty() { Err(Absence::Missing) } else { Ok(parts.join("/")) }
}

/// The scheme of an address (RFC 3986, 3.1).
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '+' | '-' | '.'));
    is_scheme.then_some(scheme)
}

/// The text with `%20` and its like as what they stand for. What does not come to UTF-8 stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digits = if first == b'%' { after.get(..2) } else { None };
        let code = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit)).and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

impl fmt::Display for Absence {
    /// What is the matter and what to do, in sentences.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("There is no such file beside the document. Put it there, or correct its name."),
            Self::Remote => f.write_str("It is on another computer, and nothing is fetched from there. Save it beside the document."),
            Self::Outside => f.write_str("It lies outside the folder of the document. Copy it into that folder."),
            Self::WithinAddress => f.write_str("It is written into the document itself. Save it as a file beside the document."),
            Self::TooLarge { limit } => {
                write!(f, "With it, the pictures come to more than {limit} bytes, which is the most that is taken in. Make it smaller.")
            }
            Self::Unreadable { problem } => write!(f, "The file cannot be read: {}.", problem.trim_end_matches('.')),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_file_beside_the_document() {
        for (address, file) in [
            ("map.png", "map.png"),
            (" ./a/./map.png ", "a/map.png"),
            ("a/../map.png#top", "map.png"),
            ("media\\image1.png", "media/image1.png"),
            ("100%.png", "100%.png"),
            ("%e9.png", "%e9.png"),
            ("bus%20stop.png?v=2", "bus stop.png"),
            ("t\u{177}.png", "t\u{177}.png"),
        ] {
            assert_eq!(name(address).as_deref(), Ok(file), "{address}");
        }
    }

    #[test]
    fn an_address_that_leads_elsewhere_leads_to_no_file() {
        for (address, absence) in [
            ("", Absence::Missing),
            ("https://example.org/a.png", Absence::Remote),
            ("//example.org/a.png", Absence::Remote),
            ("HTTP:a.png", Absence::Remote),
            ("/etc/passwd", Absence::Outside),
            ("%2Fetc%2Fpasswd", Absence::Outside),
            ("\\\\server\\a.png", Absence::Outside),
            ("a/../../b.png", Absence::Outside),
            ("%2e%2e/b.png", Absence::Outside),
            ("file:///a.png", Absence::Outside),
            ("C:\\a.png", Absence::Outside),
            ("a%00.png", Absence::Missing),
            ("data:image/png;base64,AAAA", Absence::WithinAddress),
        ] {
            assert_eq!(name(address), Err(absence), "{address}");
        }
    }
}
