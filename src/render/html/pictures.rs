//! Pictures: in a page as part of it, in a fragment and a book as a file beside it. A picture that
//! cannot be shown is a frame with the words that stand for it.

use std::sync::Arc;

use super::markup::Attributes;
use super::writer::{Medium, Writer};
use crate::model::{Image, Origin};
use crate::render::picture_kind::PictureKind;
use crate::render::{losses, wording};
use crate::resources::{self, Resources};

/// The pictures of a page come to so many bytes at most, each counted as often as it is shown. A page
/// of more opens on few telephones.
const EMBEDDED_BYTES: usize = 64 << 20;

/// The files that pictures are taken from.
pub(in crate::render) struct Pictures<'a> {
    resources: &'a Resources,
    medium: Medium,
    bytes_left: usize,
    /// The files of a book, each with its name there and its media type, in the order that they are shown.
    pub(in crate::render) files: Vec<PictureFile>,
}

/// A picture that is a file of a book.
pub(in crate::render) struct PictureFile {
    /// Its name in the book: `pictures/1.png`.
    pub(in crate::render) name: String,
    pub(in crate::render) media_type: &'static str,
    pub(in crate::render) bytes: Arc<[u8]>,
}

impl<'a> Pictures<'a> {
    pub(super) const fn new(resources: &'a Resources, medium: Medium) -> Self {
        Self { resources, medium, bytes_left: EMBEDDED_BYTES, files: Vec::new() }
    }

    /// The address that holds a picture itself, for a page that is one file.
    pub(super) fn embedded(&mut self, bytes: &[u8]) -> Result<String, String> {
        let (media_type, _) = media_type(bytes)?;
        self.bytes_left = self.bytes_left.checked_sub(bytes.len()).ok_or("The pictures make the page too large. Make them smaller.")?;
        // What comes as the source of a picture never runs a script, an SVG's own included
        // (SVG Integration, 3.4 "secure animated mode").
        let mut address = format!("data:{media_type};base64,");
        encode(bytes, &mut address);
        Ok(address)
    }

    /// The address that shows a picture.
    fn address(&mut self, image: &Image) -> Result<String, String> {
        let bytes = self.resources.get(&image.address).map_err(|absence| absence.to_string())?;
        let (media_type, ending) = media_type(bytes)?;
        match self.medium {
            Medium::Page => self.embedded(bytes),
            Medium::Fragment => resources::name(&image.address).map_err(|absence| absence.to_string()).map(|name| encoded_path(&name)),
            Medium::Book => {
                let known = self.files.iter().find(|file| Arc::ptr_eq(&file.bytes, bytes)).map(|file| file.name.clone());
                Ok(known.unwrap_or_else(|| {
                    let name = format!("pictures/{}.{ending}", self.files.len() + 1);
                    self.files.push(PictureFile { name: name.clone(), media_type, bytes: Arc::clone(bytes) });
                    name
                }))
            }
        }
    }
}

/// The media type of a picture, and how the name of its file ends.
fn media_type(bytes: &[u8]) -> Result<(&'static str, &'static str), String> {
    match PictureKind::of(bytes) {
        PictureKind::Png => Ok(("image/png", "png")),
        PictureKind::Jpeg => Ok(("image/jpeg", "jpg")),
        PictureKind::Gif => Ok(("image/gif", "gif")),
        PictureKind::WebP => Ok(("image/webp", "webp")),
        PictureKind::Svg => Ok(("image/svg+xml", "svg")),
        PictureKind::Empty => Err("The file is empty. Save the picture again.".to_owned()),
        PictureKind::Other(Some(name)) => Err(format!("It is a {name} file. Save it as PNG, JPEG or SVG.")),
        PictureKind::Other(None) => Err("The file is no picture that browsers show. Save it as PNG, JPEG or SVG.".to_owned()),
    }
}

impl Writer<'_> {
    /// Writes a picture, or the words that stand for it in a frame.
    pub(super) fn image(&mut self, image: &Image, origin: Origin) {
        let has_words = !image.alternative.trim().is_empty();
        let words = if has_words { image.alternative.as_str() } else { wording::IMAGE_WITHOUT_WORDS };
        let title = image.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        match self.pictures.address(image) {
            Ok(address) => {
                let language = if has_words { None } else { self.own_language_tag() };
                let attributes: Attributes<'_> = &[("src", Some(&address)), ("alt", Some(words)), ("title", title), ("lang", language)];
                self.void("img", attributes);
                self.tell_forbidden(&image.alternative, origin);
                self.losses.extend(losses::image_without_words(image, origin));
            }
            Err(why) => {
                self.element("span", &[("class", Some("missing-picture"))], |writer| {
                    writer.own_words("[");
                    if has_words {
                        writer.own_words(wording::IMAGE);
                        writer.text(&image.alternative, origin);
                    } else {
                        writer.own_words(words);
                    }
                    writer.own_words("]");
                });
                self.losses.push(losses::image_not_shown_because(image, origin, &why));
                self.losses.extend(losses::title_not_shown(title, &image.alternative, origin));
            }
        }
    }
}

/// Writes bytes in base 64 (RFC 4648, 4).
fn encode(bytes: &[u8], out: &mut String) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out.reserve(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place > group.len() { '=' } else { char::from(digit) });
        }
    }
}

/// The name of a file as an address.
fn encoded_path(name: &str) -> String {
    let mut address = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$'()*+,;=@".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_base_64() {
        for (bytes, expected) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("\u{7ff}\u{ff}", "37/Dvw==")]
        {
            let mut out = String::new();
            encode(bytes.as_bytes(), &mut out);
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn a_name_of_a_file_is_an_address() {
        assert_eq!(encoded_path("media/bus stop#1.png"), "media/bus%20stop%231.png");
        assert_eq!(encoded_path("tŷ.svg"), "t%C5%B7.svg");
    }
}
