//! JPEG, embedded as it is (ISO 32000-1, 7.4.8): read only as far as its shape shows.
//!
//! What a camera or a program wrote beside the picture stays behind: a PDF has no use for it, and it
//! may say where and when a photograph was taken. Which way up the camera was is kept.

use super::{Coding, Colours, Problem, Raster, Turned};

const BROKEN: Problem = Problem::Broken("JPEG");

/// The most pixels of one picture. Readers unpack what we do not.
const MOST_PIXELS: u64 = 100_000_000;

// Markers (ITU-T T.81, table B.1).
const START_OF_IMAGE: u8 = 0xd8;
const END_OF_IMAGE: u8 = 0xd9;
const START_OF_SCAN: u8 = 0xda;
const EXIF: u8 = 0xe1;
const ADOBE: u8 = 0xee;
const COMMENT: u8 = 0xfe;

/// What the frame says of the picture (T.81, B.2.2).
struct Frame {
    width: u32,
    height: u32,
    components: u8,
}

/// Reads a picture.
pub(super) fn read(bytes: &[u8]) -> Result<Raster, Problem> {
    let mut data = vec![0xff, START_OF_IMAGE];
    let mut frame = None;
    let mut turned = Turned::UPRIGHT;
    let mut has_adobe = false;
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        let (marker, after) = next_marker(rest).ok_or(BROKEN)?;
        rest = after;
        match marker {
            END_OF_IMAGE => break,
            START_OF_IMAGE => return Err(BROKEN),
            // Markers that stand alone.
            0x01 | 0xd0..=0xd7 => continue,
            _ => {}
        }
        let (segment, after) = segment(rest).ok_or(BROKEN)?;
        rest = after;
        let content = segment.get(2..).unwrap_or_default();
        match marker {
            // Baseline, extended and progressive, with Huffman codes: what PDF readers unpack.
            0xc0..=0xc2 if frame.is_none() => frame = Some(read_frame(content)?),
            0xc0..=0xc2 => return Err(BROKEN),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Err(Problem::Uses("a rare form of JPEG")),
            EXIF => turned = orientation(content).map_or(turned, of_orientation),
            _ => {}
        }
        has_adobe |= marker == ADOBE && content.starts_with(b"Adobe");
        let is_aside = matches!(marker, 0xe0..=0xef | COMMENT) && marker != ADOBE;
        if !is_aside {
            data.extend([0xff, marker]);
            data.extend_from_slice(segment);
        }
        if marker == START_OF_SCAN {
            if frame.is_none() {
                return Err(BROKEN);
            }
            let length = scan_length(rest);
            let (scan, after) = rest.split_at_checked(length).ok_or(BROKEN)?;
            data.extend_from_slice(scan);
            rest = after;
        }
    }
    let has_scan = data.windows(2).any(|pair| pair == [0xff, START_OF_SCAN]);
    let Frame { width, height, components } = frame.filter(|_| has_scan).ok_or(BROKEN)?;
    data.extend([0xff, END_OF_IMAGE]);
    let colours = match components {
        1 => Colours::Grey { bits: 8 },
        3 => Colours::Rgb,
        // Programs that write the Adobe segment write ink the other way round.
        4 => Colours::Cmyk { inverted: has_adobe },
        _ => return Err(BROKEN),
    };
    Ok(Raster { width, height, colours, coding: Coding::Jpeg, data, turned })
}

/// The next marker, and what follows it. Any number of bytes 255 may stand before one.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let after = bytes.strip_prefix(&[0xff])?;
    let fill = after.iter().take_while(|byte| **byte == 0xff).count();
    let (marker, after) = after.get(fill..)?.split_first()?;
    (*marker != 0).then_some((*marker, after))
}

/// A segment, its two bytes of length included, and what follows it.
fn segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, _) = bytes.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length < 2 { None } else { bytes.split_at_checked(length) }
}

/// How long the coded data of a scan is: up to a marker that is no restart.
fn scan_length(bytes: &[u8]) -> usize {
    let is_end = |pair: &[u8]| matches!(pair, [0xff, marker] if !matches!(marker, 0 | 0xd0..=0xd7 | 0xff));
    bytes.windows(2).position(is_end).unwrap_or(bytes.len())
}

fn read_frame(content: &[u8]) -> Result<Frame, Problem> {
    let [precision, height_high, height_low, width_high, width_low, components, ..] = *content else { return Err(BROKEN) };
    if precision != 8 {
        return Err(Problem::Uses("a rare form of JPEG"));
    }
    let width = u32::from(u16::from_be_bytes([width_high, width_low]));
    let height = u32::from(u16::from_be_bytes([height_high, height_low]));
    if width == 0 || height == 0 {
        return Err(BROKEN);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Problem::TooManyPixels);
    }
    Ok(Frame { width, height, components })
}

/// The value of the tag Orientation, 1 to 8 (Exif 2.32, 4.6.4).
fn orientation(content: &[u8]) -> Option<u16> {
    let tiff = content.strip_prefix(b"Exif\0\0")?;
    let is_little = tiff.starts_with(b"II");
    let short = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let (first, second) = (u32::from(short(at)?), u32::from(short(at + 2)?));
        usize::try_from(if is_little { second << 16 | first } else { first << 16 | second }).ok()
    };
    const TAG: u16 = 0x0112;
    const ENTRY: usize = 12;
    let directory = long(4)?;
    let entries = usize::from(short(directory)?);
    let entry = (0..entries).map(|entry| directory.saturating_add(2 + entry * ENTRY)).find(|&at| short(at) == Some(TAG))?;
    short(entry.checked_add(8)?)
}

/// What sets a picture of this orientation upright.
fn of_orientation(orientation: u16) -> Turned {
    let (matrix, on_side) = match orientation {
        2 => ([-1.0, 0.0, 0.0, 1.0, 1.0, 0.0], false),
        3 => ([-1.0, 0.0, 0.0, -1.0, 1.0, 1.0], false),
        4 => ([1.0, 0.0, 0.0, -1.0, 0.0, 1.0], false),
        5 => ([0.0, -1.0, -1.0, 0.0, 1.0, 1.0], true),
        6 => ([0.0, -1.0, 1.0, 0.0, 0.0, 1.0], true),
        7 => ([0.0, 1.0, 1.0, 0.0, 0.0, 0.0], true),
        8 => ([0.0, 1.0, -1.0, 0.0, 1.0, 0.0], true),
        _ => return Turned::UPRIGHT,
    };
    Turned { matrix, on_side }
}
