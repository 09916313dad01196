//! What kind of picture a file holds. That shows in its first bytes; names lie.

/// A kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PictureKind {
    /// The file is empty.
    Empty,
    Png,
    Jpeg,
    Gif,
    WebP,
    Svg,
    /// With its name, if that is known.
    Other(Option<&'static str>),
}

/// The first bytes of formats that nothing here shows.
const OTHERS: [(&[u8], &str); 8] = [
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\0\0\0", "EMF"),
    (b"\x1f\x8b", "compressed SVG"),
    (b"RIFF", "RIFF"),
];

impl PictureKind {
    /// The kind of picture that these bytes are.
    pub(super) fn of(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            Self::Empty
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Self::Png
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            Self::Jpeg
        } else if bytes.starts_with(b"GIF8") {
            Self::Gif
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Self::WebP
        } else if let Some((_, name)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
            Self::Other(Some(name))
        } else if is_svg(bytes) {
            Self::Svg
        } else {
            Self::Other(None)
        }
    }
}

/// Whether a file is XML with a root that is called svg, as far as its first part shows.
fn is_svg(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 4096;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let head = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    head.starts_with(b"<") && (head.windows(4).any(|part| part == b"<svg") || head.windows(5).any(|part| part == b":svg "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_first_bytes() {
        for (bytes, expected) in [
            (&b""[..], PictureKind::Empty),
            (b"\x89PNG\r\n\x1a\n", PictureKind::Png),
            (b"\xff\xd8\xff\xe0", PictureKind::Jpeg),
            (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", PictureKind::Svg),
            (b"GIF89a", PictureKind::Gif),
            (b"RIFF\x04\0\0\0WEBPVP8 ", PictureKind::WebP),
            (b"<html>", PictureKind::Other(None)),
            (b"\x89PN", PictureKind::Other(None)),
        ] {
            assert_eq!(PictureKind::of(bytes), expected);
        }
    }
}
