//! PNG, encoded anew: fewer colours, less to store, every pixel the same. The home of png.
//!
//! What is seen through is laid on white. Pictures are drawn for white paper: black lines on nothing
//! would vanish on the dark page that some readers need.

use std::collections::BTreeMap;
use std::io::Cursor;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Limits, Transformations};

use super::{Coding, Colours, Problem, Raster, Turned};

/// The most pixels of one picture: a page of A3 at 300 dots an inch.
const MOST_PIXELS: u64 = 18_000_000;

/// What the decoder may allocate besides the picture itself, in bytes.
const DECODER_BYTES: usize = 4 << 20;

const BROKEN: Problem = Problem::Broken("PNG");

/// Reads a picture, and takes its pixels off those that are left.
pub(super) fn read(bytes: &[u8], pixels_left: &mut u64) -> Result<Raster, Problem> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: DECODER_BYTES });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    // Sixteen bits to a colour are more than print or screen can show.
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(|_| BROKEN)?;
    let (width, height) = (header.width, header.height);
    let count = u64::from(width) * u64::from(height);
    if count > MOST_PIXELS.min(*pixels_left) {
        return Err(Problem::TooManyPixels);
    }
    *pixels_left -= count;
    let mut reader = decoder.read_info().map_err(|_| BROKEN)?;
    let mut samples = vec![0; reader.output_buffer_size().ok_or(Problem::TooManyPixels)?];
    reader.next_frame(&mut samples).map_err(|_| BROKEN)?;
    let (colour, _) = reader.output_color_type();
    let pixels = on_white(samples, colour)?;
    encode(width, height, pixels)
}

/// Pixels without opacity: a byte each if all are grey, else three.
enum Pixels {
    Grey(Vec<u8>),
    Rgb(Vec<u8>),
}

/// Lays what is seen through on white, and finds out whether all is grey.
fn on_white(samples: Vec<u8>, colour: ColorType) -> Result<Pixels, Problem> {
    let laid = |sample: u8, opacity: u8| {
        let mixed = (u32::from(sample) * u32::from(opacity) + 255 * (255 - u32::from(opacity)) + 127) / 255;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    let rgb: Vec<u8> = match colour {
        ColorType::Grayscale => return Ok(Pixels::Grey(samples)),
        ColorType::GrayscaleAlpha => {
            return Ok(Pixels::Grey(samples.as_chunks().0.iter().map(|&[grey, opacity]| laid(grey, opacity)).collect()));
        }
        ColorType::Rgb => samples,
        ColorType::Rgba => samples
            .as_chunks()
            .0
            .iter()
            .flat_map(|&[red, green, blue, opacity]| [red, green, blue].map(|part| laid(part, opacity)))
            .collect(),
        ColorType::Indexed => return Err(BROKEN),
    };
    let is_grey = rgb.as_chunks().0.iter().all(|[red, green, blue]| red == green && green == blue);
    Ok(if is_grey { Pixels::Grey(rgb.into_iter().step_by(3).collect()) } else { Pixels::Rgb(rgb) })
}

/// Encodes pixels with as few bits as their colours need.
fn encode(width: u32, height: u32, pixels: Pixels) -> Result<Raster, Problem> {
    let (colours, data) = match (palette(&pixels), pixels) {
        (Some(palette), pixels) if palette.len() <= 16 || matches!(pixels, Pixels::Rgb(_)) => {
            let bits = match palette.len() {
                0..=2 => 1,
                3..=4 => 2,
                5..=16 => 4,
                _ => 8,
            };
            let data = deflate(width, height, ColorType::Indexed, bits, &packed(width, bits, &pixels, &palette), &palette)?;
            (Colours::Palette { bits, colours: flat(&palette) }, data)
        }
        (_, Pixels::Grey(grey)) => (Colours::Grey { bits: 8 }, deflate(width, height, ColorType::Grayscale, 8, &grey, &Palette::new())?),
        (_, Pixels::Rgb(rgb)) => (Colours::Rgb, deflate(width, height, ColorType::Rgb, 8, &rgb, &Palette::new())?),
    };
    Ok(Raster { width, height, colours, coding: Coding::Png, data, turned: Turned::UPRIGHT })
}

/// Colours, each with its number, in ascending order.
type Palette = BTreeMap<[u8; 3], u8>;

/// The colours, if there are no more than a byte can number.
fn palette(pixels: &Pixels) -> Option<Palette> {
    let mut palette = Palette::new();
    // Most pixels are as the one before them, and soon passed.
    let mut add = |colour: [u8; 3]| palette.insert(colour, 0).is_some() || palette.len() <= 256;
    let fits = match pixels {
        Pixels::Grey(grey) => grey.chunk_by(|one, next| one == next).flat_map(<[u8]>::first).all(|&grey| add([grey; 3])),
        Pixels::Rgb(rgb) => rgb.as_chunks().0.chunk_by(|one, next| one == next).flat_map(<[_]>::first).all(|&colour| add(colour)),
    };
    for (number, place) in (0..=u8::MAX).zip(palette.values_mut()) {
        *place = number;
    }
    fits.then_some(palette)
}

fn flat(palette: &Palette) -> Vec<u8> {
    palette.keys().flatten().copied().collect()
}

/// The numbers of colours, several to a byte, each row from a new byte.
fn packed(width: u32, bits: u8, pixels: &Pixels, palette: &Palette) -> Vec<u8> {
    let per_byte = usize::from(8 / bits);
    let width = usize::try_from(width).unwrap_or(usize::MAX);
    let mut packed = Vec::new();
    let mut column = 0;
    let mut last = ([0; 3], palette.get(&[0; 3]).copied().unwrap_or(0));
    let mut add = |colour: [u8; 3]| {
        if last.0 != colour {
            last = (colour, palette.get(&colour).copied().unwrap_or(0));
        }
        let place = column % per_byte;
        if place == 0 {
            packed.push(0);
        }
        if let Some(byte) = packed.last_mut() {
            *byte |= last.1 << (8 - bits * (u8::try_from(place).unwrap_or(0) + 1));
        }
        column = if column + 1 == width { 0 } else { column + 1 };
    };
    match pixels {
        Pixels::Grey(grey) => grey.iter().for_each(|&grey| add([grey; 3])),
        Pixels::Rgb(rgb) => rgb.as_chunks().0.iter().for_each(|&colour| add(colour)),
    }
    packed
}

/// Rows, filtered and compressed as PNG does it. PDF unpacks the same (ISO 32000-1, 7.4.4.4).
fn deflate(width: u32, height: u32, colour: ColorType, bits: u8, rows: &[u8], palette: &Palette) -> Result<Vec<u8>, Problem> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    encoder.set_depth(BitDepth::from_u8(bits).ok_or(BROKEN)?);
    encoder.set_compression(Compression::High);
    encoder.set_filter(if colour == ColorType::Indexed { Filter::NoFilter } else { Filter::Adaptive });
    if !palette.is_empty() {
        encoder.set_palette(flat(palette));
    }
    let mut writer = encoder.write_header().map_err(|_| BROKEN)?;
    writer.write_image_data(rows).map_err(|_| BROKEN)?;
    writer.finish().map_err(|_| BROKEN)?;
    Ok(image_data(&file))
}

/// The content of the IDAT chunks of a file that we wrote (PNG, 11.2.3).
fn image_data(file: &[u8]) -> Vec<u8> {
    const SIGNATURE: usize = 8;
    let mut data = Vec::new();
    let mut rest = file.get(SIGNATURE..).unwrap_or_default();
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some((content, after)) = after.split_at_checked(length) else { break };
        if &kind == b"IDAT" {
            data.extend_from_slice(content);
        }
        const CHECKSUM: usize = 4;
        rest = after.get(CHECKSUM..).unwrap_or_default();
    }
    data
}
