//! Pictures in PDFs: shown as they are, told where they are not, and bounded whatever a file claims.

#[path = "support/pdf.rs"]
#[allow(dead_code, reason = "only the tag tree and the objects of a PDF are read here")]
mod reader;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use lopdf::{Document, Object, Stream};
use plainsong::render::large_print::{Font, Fonts, Options, render};
use plainsong::resources::{Absence, Resources};
use plainsong::{LossKind, Rendered, Source, parse};
use proptest::prelude::*;

const PNG: &[u8] = include_bytes!("../fixtures/reports/media/users.png");
const SEAL: &[u8] = include_bytes!("../fixtures/reports/media/seal.png");
const JPEG: &[u8] = include_bytes!("../fixtures/reports/media/bus stop.jpg");
const SVG: &[u8] = include_bytes!("../fixtures/reports/media/route.svg");
const FONT: &[u8] = include_bytes!("../src/render/pdf/fonts/AtkinsonHyperlegibleNext-Regular.ttf");

fn with(files: &[(&str, &[u8])], text: &str) -> Rendered<Vec<u8>> {
    let mut options = Options::default();
    for (name, bytes) in files {
        options.resources.insert(*name, bytes.to_vec());
    }
    render(&parse(&Source::new("report.md", format!("# Report\n\nDate: 5 March 2024\n\n{text}\n"))), &options).unwrap()
}

/// What is lost where one picture is all that a document has.
fn loss(bytes: &[u8]) -> Option<String> {
    let rendered = with(&[("p", bytes)], "![Words for it](p)");
    assert!(reader::text(&rendered.output).contains("Words for it"));
    assert!(rendered.losses.iter().all(|loss| loss.id == LossKind::ImageNotShown), "{:?}", rendered.losses);
    rendered.losses.first().map(|loss| loss.message.clone())
}

/// The pictures of a file, by their kind.
fn objects(bytes: &[u8], kind: &[u8]) -> Vec<Stream> {
    let document = Document::load_mem(bytes).unwrap();
    let is_kind =
        |object: &Object| object.as_stream().is_ok_and(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(kind));
    document.objects.values().filter(|object| is_kind(object)).map(|object| object.as_stream().unwrap().clone()).collect()
}

#[test]
fn a_picture_and_its_words_are_one_figure_with_a_box() {
    let rendered = with(&[("users.png", PNG)], "![Bus users by year](users.png)");
    assert!(rendered.losses.is_empty(), "{:?}", rendered.losses);
    let tree = reader::tag_tree(&rendered.output);
    assert!(tree.contains("Figure"), "{tree}");
    assert!(tree.contains("\"Image: Bus users by year\""), "{tree}");
    let document = Document::load_mem(&rendered.output).unwrap();
    let is_figure =
        |object: &&Object| object.as_dict().is_ok_and(|element| element.get(b"S").and_then(Object::as_name).ok() == Some(&b"Figure"[..]));
    let figure = document.objects.values().find(is_figure).unwrap().as_dict().unwrap();
    assert!(figure.get(b"A").and_then(Object::as_dict).unwrap().has(b"BBox"));
}

#[test]
fn a_picture_shown_twice_is_stored_once_and_small() {
    let rendered = with(&[("a.png", PNG), ("b.png", PNG)], "![One](a.png)\n\n![Two](b.png)\n\n![Three](a.png)");
    let images = objects(&rendered.output, b"Image");
    assert_eq!(images.len(), 1);
    // 360 by 200 pixels of five colours.
    assert_eq!(images[0].dict.get(b"BitsPerComponent").and_then(Object::as_i64).ok(), Some(4));
    assert!(images[0].content.len() < 700, "{} bytes", images[0].content.len());
}

#[test]
fn the_pixels_of_a_png_stay_as_they_are() {
    let rendered = with(&[("seal.png", SEAL)], "![A seal](seal.png)");
    let image = objects(&rendered.output, b"Image").remove(0);
    assert!(!image.dict.has(b"SMask"), "what is seen through lies on white");

    assert_eq!(image.dict.get(b"Width").and_then(Object::as_i64).ok(), Some(96));
}

#[test]
fn a_jpeg_is_embedded_as_it_is_without_what_the_camera_says() {
    let rendered = with(&[("b.jpg", JPEG)], "![A bus](b.jpg)");
    let image = objects(&rendered.output, b"Image").remove(0);
    assert_eq!(image.dict.get(b"Filter").and_then(Object::as_name).ok(), Some(&b"DCTDecode"[..]));
    assert!(JPEG.windows(6).any(|part| part == b"Camera") && !image.content.windows(6).any(|part| part == b"Camera"));
    let scan = |bytes: &[u8]| bytes.windows(2).rposition(|pair| pair == [0xff, 0xda]).map(|at| bytes[at..].to_vec());
    assert_eq!(scan(&image.content), scan(JPEG));
}

#[test]
fn a_drawing_stays_lines_and_areas() {
    let rendered = with(&[("r.svg", SVG)], "![A route](r.svg)");
    assert!(rendered.losses.is_empty(), "{:?}", rendered.losses);
    assert!(objects(&rendered.output, b"Image").is_empty());
    assert_eq!(objects(&rendered.output, b"Form").len(), 2, "the drawing, and the words that are seen through");
}

#[test]
fn what_is_not_shown_says_why_and_keeps_its_words() {
    let svg = |inner: &str| format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inner}<path d='M0 0h9v9z'/></svg>");
    for (bytes, why) in [
        (b"".to_vec(), "empty"),
        (b"GIF89a".to_vec(), "a GIF file"),
        (b"PK\x03\x04".to_vec(), "no PNG, JPEG or SVG"),
        (PNG[..300].to_vec(), "PNG file is damaged"),
        (JPEG[..1000].to_vec(), "JPEG file is damaged"),
        (SVG[..500].to_vec(), "SVG file is damaged"),
        (svg("<image href='http://example.org/a.png' width='9' height='9'/>").into_bytes(), "not a PNG or JPEG within it"),
        (svg("<image href='file:///etc/hostname' width='9' height='9'/>").into_bytes(), "not a PNG or JPEG within it"),
        (svg("<image href='media/users.png' width='9' height='9'/>").into_bytes(), "not a PNG or JPEG within it"),
        (svg("<use href='other.svg#a'/>").into_bytes(), "a part of another file"),
        (svg("<foreignObject><p>words</p></foreignObject>").into_bytes(), "a part of a web page"),
        (
            svg("<filter id='f'><feGaussianBlur stdDeviation='2'/></filter><rect width='9' height='9' filter='url(#f)'/>").into_bytes(),
            "a filter",
        ),
        (svg("<text y='9'>ж</text>").into_bytes(), "letters that the font has no shape for"),
    ] {
        let message = loss(&bytes).unwrap_or_else(|| panic!("nothing is lost: {why}"));
        assert!(message.contains(why), "{message} has no \"{why}\"");
    }
}

#[test]
fn an_absent_picture_says_where_it_should_be() {
    let mut options = Options::default();
    options.resources = Resources::default();
    options.resources.insert_absence("large.png", Absence::TooLarge { limit: 7 });
    let text = "# R\n\nDate: 5 March 2024\n\n![A](none.png)\n\n![B](https://example.org/b.png)\n\n![C](../c.png)\n\n![D](large.png)\n";
    let rendered = render(&parse(&Source::new("r.md", text)), &options).unwrap();
    let messages: Vec<_> = rendered.losses.iter().map(|loss| loss.message.as_str()).collect();
    for (message, why) in messages.iter().zip(["no such file", "another computer", "outside the folder", "more than 7 bytes"]) {
        assert!(message.contains(why), "{message}");
    }
    assert_eq!(rendered.losses.iter().filter(|loss| loss.span.is_some()).count(), 4);
}

#[test]
fn a_picture_without_words_is_shown_and_told() {
    let rendered = with(&[("a.png", PNG)], "![](a.png)");
    assert_eq!(rendered.losses.iter().map(|loss| loss.id).collect::<Vec<_>>(), [LossKind::ImageWithoutWords]);
    assert_eq!(objects(&rendered.output, b"Image").len(), 1);
}

#[test]
fn bombs_are_bounded() {
    // Claims 60,000 by 60,000 pixels.
    let mut huge = PNG.to_vec();
    huge[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let laughs = (1..9).map(|level| format!("<!ENTITY e{level} '{}'>", format!("&e{};", level - 1).repeat(10))).collect::<String>();
    let laughs = format!("<!DOCTYPE svg [<!ENTITY e0 'ha'>{laughs}]><svg xmlns='http://www.w3.org/2000/svg'><text>&e8;</text></svg>");
    let uses: String =
        (1..20).map(|level| format!("<g id='u{level}'>{}</g>", format!("<use href='#u{}'/>", level - 1).repeat(10))).collect();
    let uses = format!("<svg xmlns='http://www.w3.org/2000/svg'><g id='u0'><path d='M0 0h9'/></g>{uses}</svg>");
    let circle = "<svg xmlns='http://www.w3.org/2000/svg'><g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>".to_owned();
    let deep = format!("<svg xmlns='http://www.w3.org/2000/svg'>{}{}</svg>", "<g>".repeat(100_000), "</g>".repeat(100_000));
    let many = format!("<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>", "<path d='M0 0h9'/>".repeat(200_000));
    let start = Instant::now();
    for bytes in [huge, laughs.into_bytes(), uses.into_bytes(), circle.into_bytes(), deep.into_bytes(), many.into_bytes()] {
        assert!(loss(&bytes).is_some(), "{}", String::from_utf8_lossy(&bytes[..90]));
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn a_picture_is_as_wide_as_the_column_at_most_and_grows_with_the_text() {
    let width = |rendered: &Rendered<Vec<u8>>| {
        let document = Document::load_mem(&rendered.output).unwrap();
        let page = *document.get_pages().values().next().unwrap();
        let content = lopdf::content::Content::decode(&document.get_page_content(page)).unwrap();
        let placing = content.operations.iter().find(|operation| operation.operator == "cm").unwrap();
        placing.operands[0].as_float().unwrap()
    };
    // 96 pixels are an inch, and 18 points are one and a half times 12.
    assert!((width(&with(&[("a.png", SEAL)], "![Seal](a.png)")) - 108.0).abs() < 0.01);
    let column = 595.276 - 2.0 * 64.0;
    let wide = "<svg xmlns='http://www.w3.org/2000/svg' width='9000' height='10'><path d='M0 0h9v9z'/></svg>";
    assert!((width(&with(&[("a.svg", wide.as_bytes())], "![Wide](a.svg)")) - column).abs() < 0.01);
}

static OPTIONS_WITH_FONT: LazyLock<Options> = LazyLock::new(Options::default);

/// A render with a font of the user's, if it is taken.
fn with_font(bytes: Vec<u8>, text: &str) -> Option<Result<Rendered<Vec<u8>>, plainsong::Error>> {
    let mut options = OPTIONS_WITH_FONT.clone();
    options.fonts = Fonts::default();
    options.fonts.regular = Some(Font::new(bytes).ok()?);
    Some(render(&parse(&Source::new("r.md", text)), &options))
}

#[test]
fn a_users_font_is_embedded_under_its_name() {
    let rendered = with_font(FONT.to_vec(), "# R\n\nWords ✓.").unwrap().unwrap();
    let text = String::from_utf8_lossy(&rendered.output).into_owned();
    let document = Document::load_mem(&rendered.output).unwrap();
    let names: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"FontName").and_then(Object::as_name).ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    assert!(names.iter().any(|name| name == "PLAINA+AtkinsonHyperlegibleNext-Regular"), "{names:?} {}", text.len());
    assert!(names.iter().any(|name| name.ends_with("DejaVuSans-Signs")), "{names:?}");
}

#[test]
fn an_opentype_font_and_one_more_for_greek_are_drawn_and_read_back() {
    let mut options = Options::default();
    let font = |bytes: &[u8]| Font::new(bytes.to_vec()).unwrap();
    options.fonts.regular = Some(font(include_bytes!("../fixtures/fonts/letters.otf")));
    options.fonts.others = vec![font(include_bytes!("../fixtures/fonts/greek.ttf"))];
    let rendered =
        render(&parse(&Source::new("r.md", "# Report\n\nDate: 5 March 2024\n\nTŷ'r and Ελλάδα, but no ж.\n")), &options).unwrap();
    assert!(reader::text(&rendered.output).contains("Tŷ'r and Ελλάδα, but no ."), "{}", reader::text(&rendered.output));
    assert_eq!(rendered.losses.iter().map(|loss| loss.text.as_str()).collect::<Vec<_>>(), ["ж"]);
    assert!(rendered.changes.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_picture_with_bytes_changed_or_cut_off_never_panics(
        which in 0..4_usize, cut in 0.0..1.0_f64, changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 0..4)
    ) {
        let mut bytes = [PNG, SEAL, JPEG, SVG][which].to_vec();
        for (at, byte) in &changes {
            let at = (at * bytes.len() as f64) as usize;
            bytes[at] = *byte;
        }
        if changes.is_empty() {
            bytes.truncate((cut * bytes.len() as f64) as usize);
            // What is cut off is always missed, but for what stands after the picture: the check sum of the end of a
            // PNG, line ends after the last tag.
            let is_whole = bytes.ends_with(b"</svg>") || bytes.windows(4).any(|name| name == b"IEND");
            prop_assert!(loss(&bytes).is_some() || is_whole);
        } else {
            loss(&bytes);
        }
    }

    #[test]
    fn a_font_with_bytes_changed_never_panics(changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 1..24)) {
        let mut bytes = FONT.to_vec();
        for (at, byte) in changes {
            let at = (at * bytes.len() as f64) as usize;
            bytes[at] = byte;
        }
        // Taken and set, or refused: both are well.
        let _ = with_font(bytes, "# Report\n\nThe panel met, and fi, ŵ, £5.");
    }
}
