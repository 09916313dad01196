//! Artifacts of SARIF, which are files, and places in them.

use plainsong::{Place, Source, Span};
use serde::{Serialize, Serializer};

use crate::outputs::without_dots;

/// A document as an artifact.
pub(super) struct Artifact<'a> {
    pub(super) source: &'a Source,
    uri: String,
}

impl<'a> Artifact<'a> {
    pub(super) fn of(source: &'a Source) -> Self {
        Self { source, uri: uri(source.name()) }
    }

    pub(super) fn at(&self) -> ArtifactLocation<'_> {
        ArtifactLocation { uri: &self.uri }
    }

    pub(super) fn location(&self, span: Span) -> Location<'_> {
        let region = Region { snippet: Some(Text { text: self.source.slice(span) }), ..Region::of(span, self.source) };
        Location { physical_location: PhysicalLocation { artifact_location: self.at(), region } }
    }
}

#[derive(Serialize)]
pub(super) struct Text<T> {
    pub(super) text: T,
}

#[derive(Serialize)]
pub(super) struct ArtifactLocation<'a> {
    uri: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location<'a> {
    physical_location: PhysicalLocation<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: ArtifactLocation<'a>,
    region: Region<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region<'a> {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: usize,
    byte_length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Text<&'a str>>,
}

impl Region<'_> {
    pub(super) fn of(span: Span, source: &Source) -> Self {
        let Place { line, column, end_line, end_column, start, end, .. } = Place::of(span, source);
        Self { start_line: line, start_column: column, end_line, end_column, byte_offset: start, byte_length: end - start, snippet: None }
    }
}

/// Places in a document, made one after another.
pub(super) struct Locations<'a> {
    pub(super) spans: &'a [Span],
    pub(super) artifact: &'a Artifact<'a>,
}

impl Serialize for Locations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.spans.iter().map(|span| self.artifact.location(*span)))
    }
}

/// A path as a URI reference: from the current folder where it lies below it, as code scanning needs it,
/// else absolute. What is not unreserved is in percent-encoded UTF-8 (RFC 3986, 2.1).
pub(super) fn uri(path: &str) -> String {
    let path = without_dots(&std::path::absolute(path).unwrap_or_else(|_| path.into()));
    let current = std::env::current_dir().unwrap_or_default();
    let (start, path) = path.strip_prefix(current).map_or(("file://", path.as_path()), |below| ("", below));
    let mut uri = start.to_owned();
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("papers/item 4: tŷ.md"), "papers/item%204%3A%20t%C5%B7.md");
        assert_eq!(uri("./papers/../a.md"), "a.md");
        assert_eq!(uri("/papers/a.md"), "file:///papers/a.md");
    }
}
