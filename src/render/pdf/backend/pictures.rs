//! Pictures as objects of the file, each there once, and where the figures stand.

use std::collections::{BTreeMap, BTreeSet};

use super::super::flow::galley::Placed;
use super::super::flow::lines::points;
use super::super::images::{Coding, Colours, Content, Drawing, Gradient, PictureId, Raster, Stop};
use super::super::tags::Role;
use super::Book;
use super::file::File;
use super::object::{Array, Bytes, Dictionary, Hundredths, Id, Name, Value};

/// What a picture is called on the pages.
pub(super) fn name(picture: PictureId) -> String {
    format!("P{}", picture.0)
}

/// Writes the pictures that the pages show, and gives back what they are called.
pub(super) fn add(file: &mut File, book: &Book<'_, '_>) -> Dictionary {
    let shown: BTreeSet<PictureId> = book.pages.iter().flat_map(|page| &page.pictures).map(|placed| placed.picture).collect();
    let mut names = Dictionary::new();
    for id in shown {
        let object = match book.pictures.get(id.0).map(|picture| &picture.content) {
            Some(Content::Raster(raster)) => add_raster(file, raster),
            Some(Content::Drawing(drawing)) => add_drawing(file, drawing),
            None => continue,
        };
        names.set(&name(id), object);
    }
    names
}

/// A picture of pixels (ISO 32000-1, 8.9.5).
fn add_raster(file: &mut File, raster: &Raster) -> Id {
    let mut about = Dictionary::new()
        .with("Type", Name("XObject"))
        .with("Subtype", Name("Image"))
        .with("Width", raster.width)
        .with("Height", raster.height);
    let (components, bits): (u32, u8) = match &raster.colours {
        Colours::Grey { bits } => {
            about.set("ColorSpace", Name("DeviceGray"));
            (1, *bits)
        }
        Colours::Rgb => {
            about.set("ColorSpace", Name("DeviceRGB"));
            (3, 8)
        }
        Colours::Cmyk { inverted } => {
            about.set("ColorSpace", Name("DeviceCMYK"));
            if *inverted {
                about.set("Decode", [1_u32, 0].repeat(4).into_iter().collect::<Array>());
            }
            (4, 8)
        }
        Colours::Palette { bits, colours } => {
            let last = (colours.len() / 3).saturating_sub(1);
            about.set("ColorSpace", Array::new().with(Name("Indexed")).with(Name("DeviceRGB")).with(last).with(Bytes(colours)));
            (1, *bits)
        }
    };
    about.set("BitsPerComponent", u32::from(bits));
    match raster.coding {
        Coding::Jpeg => about.set("Filter", Name("DCTDecode")),
        Coding::Png => {
            about.set("Filter", Name("FlateDecode"));
            // Each row says which filter of PNG it is written with (ISO 32000-1, 7.4.4.4).
            let rows = Dictionary::new()
                .with("Predictor", 15_u32)
                .with("Colors", components)
                .with("BitsPerComponent", u32::from(bits))
                .with("Columns", raster.width);
            about.set("DecodeParms", rows);
        }
    }
    file.add_stream_as_it_is(&about, &raster.data)
}

/// A picture of lines and areas, drawn into the unit square (ISO 32000-1, 8.10).
fn add_drawing(file: &mut File, drawing: &Drawing) -> Id {
    let upright = [1.0 / drawing.width, 0.0, 0.0, -1.0 / drawing.height, 0.0, 1.0];
    let form = form(file, drawing).with("Matrix", numbers(&upright));
    file.add_stream(form, &drawing.operators)
}

fn numbers(numbers: &[f32]) -> Array {
    numbers.iter().collect()
}

/// Objects under names of a letter and their number.
fn named<V: Value>(letter: char, objects: impl IntoIterator<Item = V>, names: &mut Dictionary) {
    for (number, object) in objects.into_iter().enumerate() {
        names.set(&format!("{letter}{number}"), object);
    }
}

/// What there is to say of a drawing; writes what it is drawn with.
fn form(file: &mut File, drawing: &Drawing) -> Dictionary {
    let [mut opacities, mut gradients, mut drawn] = [(); 3].map(|()| Dictionary::new());
    named('A', drawing.opacities.iter().map(|(fill, stroke)| Dictionary::new().with("ca", *fill).with("CA", *stroke)), &mut opacities);
    named('G', drawing.gradients.iter().map(|gradient| file.add(pattern(gradient))), &mut gradients);
    named('I', drawing.rasters.iter().map(|raster| add_raster(file, raster)), &mut drawn);
    let add_group = |group| {
        let see_through = Dictionary::new().with("S", Name("Transparency")).with("I", true);
        let form = form(file, group).with("Group", see_through);
        file.add_stream(form, &group.operators)
    };
    named('D', drawing.groups.iter().map(add_group), &mut drawn);
    let mut resources = Dictionary::new();
    for (kind, names) in [("ExtGState", opacities), ("Pattern", gradients), ("XObject", drawn)] {
        if !names.is_empty() {
            resources.set(kind, names);
        }
    }
    Dictionary::new()
        .with("Type", Name("XObject"))
        .with("Subtype", Name("Form"))
        .with("BBox", numbers(&[0.0, 0.0, drawing.width, drawing.height]))
        .with("Resources", resources)
}

/// A gradual change of colour along a line or between circles (ISO 32000-1, 8.7.4.5).
fn pattern(gradient: &Gradient) -> Dictionary {
    let ends = || Array::new().with(0_u32).with(1_u32);
    let step = |((_, from), (_, to)): (&Stop, &Stop)| {
        Dictionary::new()
            .with("FunctionType", 2_u32)
            .with("Domain", ends())
            .with("C0", numbers(from))
            .with("C1", numbers(to))
            .with("N", 1_u32)
    };
    let mut stops = gradient.stops.clone();
    // Before the first stop and after the last, their colours go on.
    stops.extend(stops.last().map(|last| (1.0, last.1)));
    stops.splice(0..0, stops.first().map(|first| (0.0, first.1)));
    let steps: Array = stops.iter().zip(stops.iter().skip(1)).map(step).collect();
    let inner: Array = stops.get(1..stops.len().saturating_sub(1)).unwrap_or_default().iter().map(|stop| stop.0).collect();
    let function = Dictionary::new()
        .with("FunctionType", 3_u32)
        .with("Domain", ends())
        .with("Encode", [0_u32, 1].repeat(steps.len()).into_iter().collect::<Array>())
        .with("Functions", steps)
        .with("Bounds", inner);
    let shading = Dictionary::new()
        .with("ShadingType", if gradient.coordinates.len() == 4 { 2_u32 } else { 3 })
        .with("ColorSpace", Name("DeviceRGB"))
        .with("Coords", numbers(&gradient.coordinates))
        .with("Function", function)
        .with("Extend", Array::new().with(true).with(true));
    Dictionary::new().with("PatternType", 2_u32).with("Matrix", numbers(&gradient.matrix)).with("Shading", shading)
}

/// For each figure that stands on one page, by its place in the tree, the box around all of it
/// (ISO 32000-1, 14.8.5.4.3).
pub(super) fn boxes(book: &Book<'_, '_>) -> BTreeMap<usize, Dictionary> {
    let is_figure = |node: usize| book.tree.nodes.get(node).is_some_and(|node| matches!(node.role, Role::Figure { .. }));
    let mut boxes: BTreeMap<usize, (usize, [f32; 4])> = BTreeMap::new();
    let mut parted = Vec::new();
    for (number, page) in book.pages.iter().enumerate() {
        let corners = |placed: &Placed| [placed.x, placed.y, placed.x + placed.width, placed.y + placed.height];
        let pictures = page.pictures.iter().filter_map(|placed| Some((placed.node?.0, corners(placed))));
        let of_figures = page.fragments.iter().filter(|fragment| fragment.node.is_some_and(|node| is_figure(node.0)));
        let words = of_figures.filter_map(|fragment| {
            let width = points(fragment.glyphs.iter().map(|glyph| glyph.advance).sum(), fragment.size);
            let corners = [fragment.x, fragment.baseline - fragment.size, fragment.x + width, fragment.baseline + fragment.size * 0.3];
            Some((fragment.node?.0, corners))
        });
        for (node, [left, top, right, bottom]) in pictures.chain(words).filter(|(node, _)| is_figure(*node)) {
            let (page, around) = boxes.entry(node).or_insert((number, [left, top, right, bottom]));
            if *page != number {
                parted.push(node);
            }
            *around = [around[0].min(left), around[1].min(top), around[2].max(right), around[3].max(bottom)];
        }
    }
    for node in parted {
        boxes.remove(&node);
    }
    let height = book.style.page_height;
    let attributes = |[left, top, right, bottom]: [f32; 4]| {
        let corners: Array = [left, height - bottom, right, height - top].map(Hundredths::of).into_iter().collect();
        Dictionary::new().with("O", Name("Layout")).with("BBox", corners).with("Placement", Name("Block"))
    };
    boxes.into_iter().map(|(node, (_, around))| (node, attributes(around))).collect()
}
