//! A cover made of the title: a picture for the shelves of reading apps, and the page that shows it.

use super::COVER_PICTURE;
use super::text::page;
use crate::model::{Document, Origin};
use crate::render::dtbook::title;
use crate::render::html::{Attributes, Writer};
use crate::render::xml::Xml;

/// The size of the picture, in units of its own: as wide to high as 3 to 4, as most shelves have them.
const WIDTH: usize = 600;
const HEIGHT: usize = 800;

/// The border, in the same units.
const BORDER: usize = 60;

/// The sizes of the letters of the title, of which the largest is taken that the title fits in.
const SIZES: [usize; 5] = [64, 52, 42, 34, 26];

/// The size of the letters of body and date.
const SMALL: usize = 26;

/// How high the lines of the title can be together.
const TITLE_HEIGHT: usize = 480;

/// Writes the page that shows the cover.
pub(super) fn cover_page<'a>(writer: &mut Writer<'a>, document: &'a Document) {
    let title = title(document);
    let words = std::iter::once(title.to_owned()).chain(about(document)).collect::<Vec<_>>().join(". ");
    page(writer, title, &document.meta.language, Some("cover"), |writer| {
        let attributes: Attributes<'_> = &[("src", Some(COVER_PICTURE)), ("alt", Some(&words)), ("role", Some("doc-cover"))];
        writer.out.void("img", attributes);
        writer.out.new_line();
    });
}

/// What stands below the title: the body and the date.
fn about(document: &Document) -> Vec<String> {
    let body = document.meta.body.as_ref().map(|body| body.value.trim().to_owned()).filter(|body| !title(document).contains(body));
    body.into_iter().chain(document.meta.date.as_ref().map(|date| date.value.in_words())).collect()
}

/// The picture, as SVG.
pub(super) fn picture(document: &Document) -> String {
    let (width, height) = (WIDTH.to_string(), HEIGHT.to_string());
    let mut xml = Xml::without_document_type();
    let view = format!("0 0 {width} {height}");
    xml.open("svg", &[("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", &view), ("width", &width), ("height", &height)]);
    xml.new_line();
    xml.empty("rect", &[("width", &width), ("height", &height), ("fill", "#ffffff")]);
    xml.empty("rect", &[("width", &width), ("height", "24"), ("fill", "#1a1a66")]);
    xml.new_line();
    let (size, lines) = fitted(title(document));
    let below = text(&mut xml, &lines, size, BORDER + 2 * size, "bold");
    let small: Vec<String> = about(document).iter().flat_map(|line| wrapped(line, SMALL)).take(6).collect();
    text(&mut xml, &small, SMALL, below + 2 * SMALL, "normal");
    xml.finish().0
}

/// Writes lines, the first with its foot at a height. Gives the height of the last.
fn text(xml: &mut Xml, lines: &[String], size: usize, from: usize, weight: &str) -> usize {
    let border = BORDER.to_string();
    let mut foot = from;
    for (index, line) in lines.iter().enumerate() {
        foot = from + index * line_height(size);
        let attributes = [
            ("x", border.as_str()),
            ("y", &foot.to_string()),
            ("font-family", "sans-serif"),
            ("font-size", &size.to_string()),
            ("font-weight", weight),
            ("fill", "#000000"),
        ];
        xml.open("text", &attributes);
        xml.text(line, Origin::None);
        xml.close();
        xml.new_line();
    }
    foot
}

const fn line_height(size: usize) -> usize {
    size * 5 / 4
}

/// The largest size that a title fits in, and its lines. Of a title that fits in none, the beginning.
fn fitted(title: &str) -> (usize, Vec<String>) {
    let most = |size: usize| TITLE_HEIGHT / line_height(size);
    let fits = SIZES.iter().map(|size| (*size, wrapped(title, *size))).find(|(size, lines)| {
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
        lines.len() <= most(*size) && widest <= room(*size)
    });
    fits.unwrap_or_else(|| {
        let size = SIZES[SIZES.len() - 1];
        let mut lines: Vec<String> = wrapped(title, size).into_iter().take(most(size)).collect();
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
        (size, lines)
    })
}

/// Words in lines that are no wider than the picture. A word that is wider has a line of its own.
fn wrapped(words: &str, size: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut().filter(|line| width(line) + width(" ") + width(word) <= room(size)) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// How wide a line can be, in hundredths of the size of its letters.
const fn room(size: usize) -> usize {
    (WIDTH - 2 * BORDER) * 100 / size
}

/// How wide a text is, in hundredths of the size of its letters: those of the widest of the common fonts, in bold.
fn width(text: &str) -> usize {
    let of = |sign: char| match sign {
        'i' | 'j' | 'l' | 'f' | 't' | ' ' | '.' | ',' | ':' | ';' | '\'' | '(' | ')' | '-' | 'I' => 46,
        'M' | 'W' | 'm' | 'w' | '%' | '&' => 110,
        sign if sign.is_uppercase() => 84,
        sign if sign >= '\u{2e80}' => 100,
        _ => 72,
    };
    text.chars().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_title_is_large_and_a_long_one_small() {
        assert_eq!(fitted("Minutes of the panel"), (64, vec!["Minutes of".to_owned(), "the panel".to_owned()]));
        assert!(fitted("SALEM COMMUNITY COUNCIL MEETING").1.iter().all(|line| line.len() < 16));
        let (size, lines) = fitted(&"plan ".repeat(60));
        assert!(size < 64 && lines.len() * line_height(size) <= TITLE_HEIGHT, "{size} {lines:?}");
    }

    #[test]
    fn a_title_without_end_is_cut_and_says_so() {
        let (size, lines) = fitted(&"plan ".repeat(1000));
        assert_eq!(size, 26);
        assert!(lines.len() * line_height(size) <= TITLE_HEIGHT && lines.last().unwrap().ends_with('…'));
        let (_, lines) = fitted(&"x".repeat(1000));
        assert_eq!(lines.len(), 1);
    }
}
