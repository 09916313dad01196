//! SVG as lines and areas. With [`draw`], the home of usvg, which resolves styles, shapes and
//! references, and turns words into outlines of the faces that it is given.

mod draw;
mod guard;
mod operators;

use std::sync::Arc;

use usvg::fontdb;
use usvg::roxmltree::{Document, ParsingOptions};

use super::super::fonts::FontBytes;
use super::{Drawing, Problem};

const BROKEN: Problem = Problem::Broken("SVG");

/// Reads a drawing. The pixels of pictures within it are taken off those that are left.
pub(super) fn read(bytes: &[u8], pixels_left: &mut u64, faces: &[FontBytes]) -> Result<Drawing, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| BROKEN)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Entities are expanded within roxmltree's own bounds; drawing programs declare some.
    let options = ParsingOptions { allow_dtd: true, nodes_limit: guard::MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| BROKEN)?;
    guard::check(&document)?;
    let tree = usvg::Tree::from_xmltree(&document, &self::options(faces)).map_err(|_| BROKEN)?;
    draw::tree(&tree, pixels_left)
}

/// Nothing from outside: no file, no network, no font but ours.
fn options(faces: &[FontBytes]) -> usvg::Options<'static> {
    let mut fonts = fontdb::Database::new();
    for face in faces {
        fonts.load_font_source(fontdb::Source::Binary(Arc::clone(face)));
    }
    let family = fonts.faces().next().and_then(|face| face.families.first()).map(|(family, _)| family.clone()).unwrap_or_default();
    fonts.set_serif_family(family.clone());
    fonts.set_sans_serif_family(family.clone());
    fonts.set_monospace_family(family.clone());
    fonts.set_cursive_family(family.clone());
    fonts.set_fantasy_family(family.clone());
    usvg::Options {
        font_family: family,
        fontdb: Arc::new(fonts),
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: usvg::ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    }
}
