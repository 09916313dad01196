//! Pictures as a PDF can hold them: PNG re-encoded without loss, JPEG as it is, SVG as lines and
//! areas. Nothing is fetched, and nothing is trusted: whatever a file claims is bounded first.

mod from_jpeg;
mod from_png;
mod from_svg;
mod gallery;
mod problem;

pub(super) use gallery::{Gallery, PictureId};
pub(super) use problem::Problem;

/// A picture that can be drawn.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    /// Its natural width in points: a pixel of a screen is 1/96 inch (CSS Values 4, 6.2).
    pub(super) width: f32,
    /// Its natural height in points.
    pub(super) height: f32,
    pub(super) content: Content,
}

/// What a picture is made of.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Raster(Raster),
    Drawing(Drawing),
}

/// Points to a pixel of 1/96 inch.
const PIXEL: f32 = 0.75;

/// A picture of pixels.
#[derive(Debug, Clone)]
pub(super) struct Raster {
    /// In pixels.
    pub(super) width: u32,
    /// In pixels.
    pub(super) height: u32,
    pub(super) colours: Colours,
    pub(super) coding: Coding,
    /// Encoded.
    pub(super) data: Vec<u8>,
    pub(super) turned: Turned,
}

/// How a pixel says its colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Colours {
    Grey {
        bits: u8,
    },
    Rgb,
    /// Ink; written the other way round by some programs.
    Cmyk {
        inverted: bool,
    },
    /// Numbers of colours, each of three bytes.
    Palette {
        bits: u8,
        colours: Vec<u8>,
    },
}

/// How the pixels are encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// zlib over rows as PNG filters them.
    Png,
    /// JPEG, whole.
    Jpeg,
}

/// How a camera was held: what must be done to its picture to set it upright. The unit square that
/// the pixels fill is mapped by this matrix (ISO 32000-1, 8.3.3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Turned {
    pub(super) matrix: [f32; 6],
    /// Whether width and height change places.
    pub(super) on_side: bool,
}

impl Turned {
    pub(super) const UPRIGHT: Self = Self { matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], on_side: false };
}

/// A picture of lines and areas, in operators of a content stream (ISO 32000-1, 8).
#[derive(Debug, Clone, Default)]
pub(super) struct Drawing {
    /// In units of its own, which grow to the right and down.
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) operators: Vec<u8>,
    /// What `/A0`, `/A1` … set: the opacity of areas and of lines, 0 to 1.
    pub(super) opacities: Vec<(f32, f32)>,
    /// `/G0`, `/G1` …
    pub(super) gradients: Vec<Gradient>,
    /// `/I0`, `/I1` …
    pub(super) rasters: Vec<Raster>,
    /// `/D0`, `/D1` …: drawings that are seen through as a whole.
    pub(super) groups: Vec<Self>,
}

/// A gradual change from colour to colour.
#[derive(Debug, Clone)]
pub(super) struct Gradient {
    /// Where it begins and ends: x, y, x, y for a line; x, y, radius, x, y, radius for circles.
    pub(super) coordinates: Vec<f32>,
    pub(super) matrix: [f32; 6],
    /// Two at least.
    pub(super) stops: Vec<Stop>,
}

/// A place from 0 to 1, with red, green and blue from 0 to 1.
pub(super) type Stop = (f32, [f32; 3]);

impl Picture {
    fn of_raster(raster: Raster) -> Self {
        #[allow(clippy::cast_precision_loss, reason = "a picture has far fewer than 2^23 pixels to a side")]
        let (width, height) = (raster.width as f32 * PIXEL, raster.height as f32 * PIXEL);
        let (width, height) = if raster.turned.on_side { (height, width) } else { (width, height) };
        Self { width, height, content: Content::Raster(raster) }
    }

    fn of_drawing(drawing: Drawing) -> Self {
        Self { width: drawing.width * PIXEL, height: drawing.height * PIXEL, content: Content::Drawing(drawing) }
    }
}
