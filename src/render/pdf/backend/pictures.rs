//! Pictures as objects of the file, each there once, and where the figures stand.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::super::flow::lines::points;
use super::super::images::{Coding, Colours, Content, Drawing, Gradient, PictureId, Raster, Stop};
use super::super::tags::Role;
use super::{Book, hundredths, integer};

/// What a picture is called on the pages.
pub(super) fn name(picture: PictureId) -> String {
    format!("P{}", picture.0)
}

/// Adds the pictures that the pages show, and names them to the first page: all pages have its
/// resources.
pub(super) fn add(document: &mut Document, book: &Book<'_, '_>, pages: &[ObjectId]) {
    let shown: BTreeSet<PictureId> = book.pages.iter().flat_map(|page| &page.pictures).map(|placed| placed.picture).collect();
    let mut names = Dictionary::new();
    for id in shown {
        let object = match book.pictures.get(id.0).map(|picture| &picture.content) {
            Some(Content::Raster(raster)) => add_raster(document, raster),
            Some(Content::Drawing(drawing)) => add_drawing(document, drawing),
            None => continue,
        };
        names.set(name(id), object);
    }
    let Some(&first) = pages.first().filter(|_| !names.is_empty()) else { return };
    if let Ok(resources) = document.get_or_create_resources(first).and_then(Object::as_dict_mut) {
        resources.set("XObject", names);
    }
}

/// A picture of pixels (ISO 32000-1, 8.9.5).
fn add_raster(document: &mut Document, raster: &Raster) -> ObjectId {
    let (space, components, bits): (Object, u8, u8) = match &raster.colours {
        Colours::Grey { bits } => ("DeviceGray".into(), 1, *bits),
        Colours::Rgb => ("DeviceRGB".into(), 3, 8),
        Colours::Cmyk { .. } => ("DeviceCMYK".into(), 4, 8),
        Colours::Palette { bits, colours } => {
            let last = integer((colours.len() / 3).saturating_sub(1));
            let table = Object::String(colours.clone(), lopdf::StringFormat::Hexadecimal);
            (vec!["Indexed".into(), "DeviceRGB".into(), last.into(), table].into(), 1, *bits)
        }
    };
    let mut about = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => raster.width,
        "Height" => raster.height,
        "ColorSpace" => space,
        "BitsPerComponent" => bits,
    };
    if raster.colours == (Colours::Cmyk { inverted: true }) {
        about.set("Decode", [1, 0].repeat(4).into_iter().map(Object::from).collect::<Vec<_>>());
    }
    match raster.coding {
        Coding::Jpeg => about.set("Filter", "DCTDecode"),
        Coding::Png => {
            about.set("Filter", "FlateDecode");
            // Each row says which filter of PNG it is written with (ISO 32000-1, 7.4.4.4).
            let rows = dictionary! { "Predictor" => 15, "Colors" => components, "BitsPerComponent" => bits, "Columns" => raster.width };
            about.set("DecodeParms", rows);
        }
    }
    document.add_object(Stream::new(about, raster.data.clone()).with_compression(false))
}

/// A picture of lines and areas, drawn into the unit square (ISO 32000-1, 8.10).
fn add_drawing(document: &mut Document, drawing: &Drawing) -> ObjectId {
    let upright = [1.0 / drawing.width, 0.0, 0.0, -1.0 / drawing.height, 0.0, 1.0];
    let mut form = form(document, drawing);
    form.dict.set("Matrix", upright.map(Object::Real).to_vec());
    document.add_object(form)
}

fn form(document: &mut Document, drawing: &Drawing) -> Stream {
    let mut resources = Dictionary::new();
    let mut add = |kind: &str, letter: char, objects: Vec<Object>| {
        if !objects.is_empty() {
            let named = objects.into_iter().enumerate().map(|(number, object)| (format!("{letter}{number}"), object));
            resources.set(kind, Dictionary::from_iter(named));
        }
    };
    let opacity = |(fill, stroke): &(f32, f32)| Object::from(dictionary! { "ca" => *fill, "CA" => *stroke });
    add("ExtGState", 'A', drawing.opacities.iter().map(opacity).collect());
    add("Pattern", 'G', drawing.gradients.iter().map(|gradient| document.add_object(pattern(gradient)).into()).collect());
    let rasters: Vec<(char, Object)> = drawing.rasters.iter().map(|raster| ('I', add_raster(document, raster).into())).collect();
    let groups = drawing.groups.iter().map(|group| {
        let mut group = form(document, group);
        group.dict.set("Group", dictionary! { "S" => "Transparency", "I" => true });
        ('D', document.add_object(group).into())
    });
    let groups: Vec<(char, Object)> = groups.collect();
    let numbered = |objects: Vec<(char, Object)>| {
        objects.into_iter().enumerate().map(|(number, (letter, object))| (format!("{letter}{number}"), object))
    };
    let drawn = Dictionary::from_iter(numbered(rasters).chain(numbered(groups)));
    if !drawn.is_empty() {
        resources.set("XObject", drawn);
    }
    let about = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => [0.0, 0.0, drawing.width, drawing.height].map(Object::Real).to_vec(),
        "Resources" => resources,
    };
    Stream::new(about, drawing.operators.clone())
}

/// A gradual change of colour along a line or between circles (ISO 32000-1, 8.7.4.5).
fn pattern(gradient: &Gradient) -> Dictionary {
    let colour = |colour: [f32; 3]| colour.map(Object::Real).to_vec();
    let step = |((_, from), (_, to)): (&Stop, &Stop)| {
        Object::from(
            dictionary! { "FunctionType" => 2, "Domain" => vec![0.into(), 1.into()], "C0" => colour(*from), "C1" => colour(*to), "N" => 1 },
        )
    };
    let mut stops = gradient.stops.clone();
    // Before the first stop and after the last, their colours go on.
    stops.extend(stops.last().map(|last| (1.0, last.1)));
    stops.splice(0..0, stops.first().map(|first| (0.0, first.1)));
    let steps: Vec<Object> = stops.iter().zip(stops.iter().skip(1)).map(step).collect();
    let inner: Vec<Object> = stops.get(1..stops.len().saturating_sub(1)).unwrap_or_default().iter().map(|stop| stop.0.into()).collect();
    let encode: Vec<Object> = steps.iter().flat_map(|_| [0.into(), 1.into()]).collect();
    let function = dictionary! {
        "FunctionType" => 3, "Domain" => vec![0.into(), 1.into()], "Functions" => steps, "Bounds" => inner, "Encode" => encode,
    };
    let shading = dictionary! {
        "ShadingType" => if gradient.coordinates.len() == 4 { 2 } else { 3 },
        "ColorSpace" => "DeviceRGB",
        "Coords" => gradient.coordinates.iter().copied().map(Object::Real).collect::<Vec<_>>(),
        "Function" => function,
        "Extend" => vec![true.into(), true.into()],
    };
    dictionary! { "PatternType" => 2, "Matrix" => gradient.matrix.map(Object::Real).to_vec(), "Shading" => shading }
}

/// For each figure that stands on one page, by its place in the tree, the box around all of it
/// (ISO 32000-1, 14.8.5.4.3).
pub(super) fn attributes(book: &Book<'_, '_>) -> BTreeMap<usize, Dictionary> {
    let is_figure = |node: usize| book.tree.nodes.get(node).is_some_and(|node| matches!(node.role, Role::Figure { .. }));
    let mut boxes: BTreeMap<usize, (usize, [f32; 4])> = BTreeMap::new();
    let mut parted = Vec::new();
    for (number, page) in book.pages.iter().enumerate() {
        let pictures =
            page.pictures.iter().map(|placed| (placed.node.0, [placed.x, placed.y, placed.x + placed.width, placed.y + placed.height]));
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
        let corners = [left, height - bottom, right, height - top].map(|length| Object::Real(hundredths(length)));
        dictionary! { "O" => "Layout", "BBox" => corners.to_vec(), "Placement" => "Block" }
    };
    boxes.into_iter().map(|(node, (_, around))| (node, attributes(around))).collect()
}
