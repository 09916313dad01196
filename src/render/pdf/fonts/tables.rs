//! The tables of a font file (OpenType 1.9): what must be there, and what the licence bits allow.

/// Checks a file, and gives back its PostScript name.
pub(super) fn check(bytes: &[u8]) -> Result<String, &'static str> {
    match bytes.get(..4).unwrap_or_default() {
        [0, 1, 0, 0] | b"true" | b"OTTO" => {}
        b"ttcf" => return Err("it is a collection of several fonts. Give a file with one font"),
        b"wOFF" | b"wOF2" => return Err("it is a font for web pages. Give the TTF or OTF file of the same font"),
        _ => return Err("it is not a TrueType or OpenType font. Give a TTF or OTF file"),
    }
    let tables = Tables { bytes, directory: directory(bytes).ok_or(DAMAGED)? };
    if tables.get(b"fvar").is_some() || tables.get(b"CFF2").is_some() {
        return Err("it is a variable font. Give the file of one weight");
    }
    for tag in [b"head", b"hhea", b"hmtx", b"maxp", b"cmap"] {
        tables.get(tag).filter(|table| !table.is_empty()).ok_or(INCOMPLETE)?;
    }
    let has_outlines = tables.get(b"CFF ").is_some() || tables.get(b"glyf").is_some() && tables.get(b"loca").is_some();
    if !has_outlines {
        return Err("it has no outlines of letters. Give another font");
    }
    let units = tables.get(b"head").and_then(|head| short(head, 18)).ok_or(DAMAGED)?;
    if !(16..=16_384).contains(&units) {
        return Err(DAMAGED);
    }
    let licence = tables.get(b"OS/2").and_then(|table| short(table, 8)).unwrap_or(0);
    allows_embedding(licence)?;
    Ok(tables.get(b"name").and_then(postscript_name).unwrap_or_else(|| "Font".to_owned()))
}

const DAMAGED: &str = "the file is damaged. Get it anew from where it came from";
const INCOMPLETE: &str = "the file lacks tables that a font must have. Get it anew from where it came from";

/// The bits `fsType` of the table OS/2. Of several licences the least strict counts.
fn allows_embedding(bits: u16) -> Result<(), &'static str> {
    const LICENCES: u16 = 0x000f;
    const RESTRICTED: u16 = 0x0002;
    const NO_SUBSETTING: u16 = 0x0100;
    const BITMAP_ONLY: u16 = 0x0200;
    if bits & LICENCES == RESTRICTED {
        return Err("its licence bits do not allow embedding. Ask its maker, or choose another font");
    }
    if bits & (NO_SUBSETTING | BITMAP_ONLY) != 0 {
        return Err("its licence bits do not allow a part of it to be embedded. Ask its maker, or choose another font");
    }
    Ok(())
}

struct Tables<'a> {
    bytes: &'a [u8],
    /// Name, offset and length of each table.
    directory: Vec<([u8; 4], usize, usize)>,
}

impl<'a> Tables<'a> {
    fn get(&self, tag: &[u8; 4]) -> Option<&'a [u8]> {
        let (_, offset, length) = self.directory.iter().find(|(name, ..)| name == tag)?;
        self.bytes.get(*offset..offset.checked_add(*length)?)
    }
}

/// The table directory; none if a table lies beyond the end of the file.
fn directory(bytes: &[u8]) -> Option<Vec<([u8; 4], usize, usize)>> {
    const HEADER: usize = 12;
    const RECORD: usize = 16;
    let count = usize::from(short(bytes, 4)?);
    let records = bytes.get(HEADER..HEADER + count * RECORD)?.chunks_exact(RECORD);
    let entry = |record: &[u8]| {
        let (tag, offset, length) = (*record.first_chunk::<4>()?, long(record, 8)?, long(record, 12)?);
        (offset.checked_add(length)? <= bytes.len()).then_some((tag, offset, length))
    };
    records.map(entry).collect()
}

/// The PostScript name, as the table `name` has it for Windows or for the Mac.
fn postscript_name(table: &[u8]) -> Option<String> {
    const RECORDS: usize = 6;
    const RECORD: usize = 12;
    const POSTSCRIPT: u16 = 6;
    const MAC: u16 = 1;
    let (count, storage) = (usize::from(short(table, 2)?), usize::from(short(table, 4)?));
    let records = table.get(RECORDS..)?.chunks_exact(RECORD).take(count);
    let name = |record: &[u8]| {
        let (length, offset) = (usize::from(short(record, 8)?), usize::from(short(record, 10)?));
        let text = table.get(storage + offset..storage + offset + length)?;
        let letters = |text: &mut dyn Iterator<Item = u8>| {
            text.filter(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').map(char::from).take(63).collect::<String>()
        };
        let name = if short(record, 0)? == MAC {
            letters(&mut text.iter().copied())
        } else {
            letters(&mut text.iter().copied().filter(|byte| *byte != 0))
        };
        Some(name).filter(|name| !name.is_empty())
    };
    records.filter(|record| short(record, 6) == Some(POSTSCRIPT)).find_map(name)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: &[u8] = include_bytes!("AtkinsonHyperlegibleNext-Regular.ttf");

    /// Where a table lies in the font.
    fn offset(tag: &[u8; 4]) -> usize {
        directory(FONT).unwrap().into_iter().find(|(name, ..)| name == tag).unwrap().1
    }

    fn with(at: usize, bytes: &[u8]) -> Vec<u8> {
        let mut font = FONT.to_vec();
        font[at..at + bytes.len()].copy_from_slice(bytes);
        font
    }

    #[test]
    fn a_font_is_taken_with_its_name() {
        assert_eq!(check(FONT).as_deref(), Ok("AtkinsonHyperlegibleNext-Regular"));
    }

    #[test]
    fn what_is_no_font_that_can_be_embedded_is_refused_with_the_reason() {
        let of_table = |name: &[u8; 4]| FONT.windows(4).position(|tag| tag == name).unwrap();
        for (bytes, reason) in [
            (Vec::new(), "not a TrueType or OpenType font"),
            (b"\x89PNG".to_vec(), "not a TrueType or OpenType font"),
            (b"wOF2".to_vec(), "web pages"),
            (b"ttcf".to_vec(), "collection"),
            (FONT[..2000].to_vec(), "damaged"),
            (with(of_table(b"cmap"), b"xmap"), "lacks tables"),
            (with(of_table(b"glyf"), b"xlyf"), "no outlines"),
            (with(of_table(b"name"), b"fvar"), "variable"),
            (with(offset(b"OS/2") + 8, &[0, 2]), "do not allow embedding"),
            (with(offset(b"OS/2") + 8, &[1, 0]), "do not allow a part"),
            (with(offset(b"head") + 18, &[0, 0]), "damaged"),
        ] {
            let problem = check(&bytes).unwrap_err();
            assert!(problem.contains(reason), "{problem}");
        }
    }

    #[test]
    fn a_licence_to_print_and_preview_allows_embedding() {
        assert!(check(&with(offset(b"OS/2") + 8, &[0, 6])).is_ok());
    }

    #[test]
    fn a_font_cut_short_anywhere_is_refused() {
        assert!((0..FONT.len()).step_by(97).all(|length| check(&FONT[..length]).is_err()));
    }
}
