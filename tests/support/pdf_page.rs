//! What one page of a PDF says and how it looks: its content stream, read operator by operator, and
//! what the codes of its fonts stand for.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// How a page looks. Lengths are hundredths of a point.
#[derive(Default)]
pub(crate) struct Sheet {
    /// Its left, lower, right and upper edge.
    pub(crate) edges: [i64; 4],
    /// The sizes of its words.
    pub(crate) text_sizes: BTreeSet<i64>,
    /// The operators that set the colours of its words.
    pub(crate) word_colours: BTreeSet<String>,
    /// The first rectangle, if it comes before any word: the operator of its colour, and its edges.
    pub(crate) first_fill: Option<(String, [i64; 4])>,
}

/// What a page says.
#[derive(Default)]
pub(super) struct PageText {
    /// The words of each marked sequence.
    pub(super) sequences: BTreeMap<i64, String>,
    /// All that is drawn, in the order of drawing.
    pub(super) drawn: String,
    /// Where each piece of it begins.
    pub(super) places: Vec<(i64, i64)>,
    pub(super) sheet: Sheet,
    /// The words of the document, piece by piece, each with the height of its line.
    pub(super) shows: Vec<(i64, String)>,
    /// The kinds of artifact of words.
    pub(super) artifacts: Vec<String>,
}

pub(super) fn decoded(object: &Object) -> String {
    let bytes = object.as_str().expect("a string");
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => utf16(wide),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// What a font's codes say.
type ToUnicode = BTreeMap<u16, String>;

pub(super) fn read_page(document: &Document, id: ObjectId) -> PageText {
    let fonts: BTreeMap<Vec<u8>, ToUnicode> =
        document.get_page_fonts(id).unwrap().into_iter().map(|(name, font)| (name, to_unicode(document, font))).collect();
    let content = Content::decode(&document.get_page_content(id)).expect("the page can be read");
    let mut page = PageText::default();
    let mut marks: Vec<Mark> = Vec::new();
    let mut font = None;
    let (mut colour, mut size, mut at) = (String::new(), 0, (0, 0));
    page.sheet.edges = edges(document, id);
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BDC" => {
                let properties = operands[1].as_dict().expect("properties are written in place");
                let sequence = properties.get(b"MCID").and_then(Object::as_i64).ok();
                // A picture is a sequence that says nothing.
                page.sequences
                    .extend(sequence.filter(|sequence| !page.sequences.contains_key(sequence)).map(|sequence| (sequence, String::new())));
                let said = properties.get(b"ActualText").ok().map(decoded);
                let artifact = operands[0].as_name().unwrap() == b"Artifact";
                let hushed = marks.iter().any(|mark| mark.said || mark.hushed);
                let kind =
                    |key: &[u8]| properties.get(key).and_then(Object::as_name).map(|name| String::from_utf8_lossy(name).into_owned());
                if let (true, Ok(kind), Ok(subtype)) = (artifact, kind(b"Type"), kind(b"Subtype")) {
                    page.artifacts.push(format!("{kind} {subtype}"));
                }
                let mark = Mark { sequence, artifact, said: said.is_some(), hushed };
                assert!(!(artifact && marks.iter().any(|mark| mark.sequence.is_some())), "an artifact within content");
                marks.push(mark);
                if let Some(said) = said.filter(|_| !hushed) {
                    say(&mut page, &marks, &said);
                }
            }
            "BMC" => panic!("content is marked without its properties"),
            "EMC" => drop(marks.pop().expect("a mark to end")),
            "Tf" => {
                font = fonts.get(operands[0].as_name().unwrap());
                size = hundredths(&operands[1]);
            }
            "g" | "rg" => {
                let parts = operands.iter().map(|part| part.as_float().expect("a part of a colour").to_string());
                colour = parts.chain([operation.operator.clone()]).collect::<Vec<_>>().join(" ");
            }
            "BT" => at = (0, 0),
            "Td" => {
                at = (at.0 + hundredths(&operands[0]), at.1 + hundredths(&operands[1]));
                page.places.push(at);
            }
            "Tj" | "TJ" => {
                assert!(!marks.is_empty(), "words are neither tagged nor artifact");
                page.sheet.text_sizes.insert(size);
                page.sheet.word_colours.insert(colour.clone());
                let words = shown(&operands[0], font.expect("a font"));
                if !marks.iter().any(|mark| mark.artifact) {
                    page.shows.push((at.1, words.clone()));
                }
                if !marks.iter().any(|mark| mark.said) {
                    say(&mut page, &marks, &words);
                }
            }
            "ET" => page.drawn.push('\n'),
            "re" | "m" => {
                assert!(!marks.is_empty(), "ink is neither tagged nor artifact");
                if let [x, y, width, height] = operands.as_slice()
                    && page.sheet.text_sizes.is_empty()
                {
                    let [x, y, width, height] = [x, y, width, height].map(hundredths);
                    page.sheet.first_fill.get_or_insert((colour.clone(), [x, y, x + width, y + height]));
                }
            }
            _ => {}
        }
    }
    assert!(marks.is_empty(), "a mark is not ended");
    page
}

fn edges(document: &Document, page: ObjectId) -> [i64; 4] {
    let edges = document.get_dictionary(page).and_then(|page| page.get(b"MediaBox")).and_then(Object::as_array);
    let edges: Vec<i64> = edges.expect("the page says how large it is").iter().map(hundredths).collect();
    edges.try_into().expect("four edges")
}

pub(super) fn hundredths(length: &Object) -> i64 {
    (length.as_float().expect("a length") * 100.0).round() as i64
}

struct Mark {
    sequence: Option<i64>,
    artifact: bool,
    /// Whether it says what its glyphs stand for.
    said: bool,
    /// Whether one around it does.
    hushed: bool,
}

fn say(page: &mut PageText, marks: &[Mark], words: &str) {
    page.drawn.push_str(words);
    if marks.iter().any(|mark| mark.artifact) {
        return;
    }
    let sequence = marks.iter().find_map(|mark| mark.sequence).expect("words belong to a sequence");
    page.sequences.entry(sequence).or_default().push_str(words);
}

fn shown(object: &Object, font: &ToUnicode) -> String {
    match object {
        Object::Array(parts) => parts.iter().map(|part| shown(part, font)).collect(),
        Object::String(codes, _) => codes
            .chunks_exact(2)
            .map(|pair| {
                let code = u16::from_be_bytes([pair[0], pair[1]]);
                assert_ne!(code, 0, ".notdef is drawn");
                font.get(&code).unwrap_or_else(|| panic!("glyph {code} says nothing")).as_str()
            })
            .collect(),
        _ => String::new(),
    }
}

fn to_unicode(document: &Document, font: &Dictionary) -> ToUnicode {
    let id = font.get(b"ToUnicode").and_then(Object::as_reference).expect("the font has ToUnicode");
    let stream = document.get_object(id).and_then(Object::as_stream).unwrap();
    let map = String::from_utf8(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())).unwrap();
    let mut codes = ToUnicode::new();
    for (section, is_range) in [("bfchar", false), ("bfrange", true)] {
        for part in map.split(&format!("begin{section}")).skip(1) {
            let part = part.split(&format!("end{section}")).next().unwrap();
            let numbers: Vec<Vec<u8>> = part.split('<').skip(1).map(|rest| hex(rest.split('>').next().unwrap())).collect();
            let code = |bytes: &[u8]| u16::from_be_bytes([bytes[0], bytes[1]]);
            for entry in numbers.chunks_exact(if is_range { 3 } else { 2 }) {
                let says = utf16(&entry[entry.len() - 1]);
                if !is_range {
                    codes.insert(code(&entry[0]), says);
                    continue;
                }
                for (step, at) in (code(&entry[0])..=code(&entry[1])).enumerate() {
                    let first = says.chars().next().unwrap();
                    codes.insert(at, char::from_u32(first as u32 + step as u32).unwrap().to_string());
                }
            }
        }
    }
    codes
}

fn hex(digits: &str) -> Vec<u8> {
    let digits: String = digits.split_whitespace().collect();
    (0..digits.len() / 2).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap()).collect()
}
