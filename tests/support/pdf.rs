//! A reader of tagged PDFs, on lopdf alone: what a screen reader finds in one. It shares no code with
//! the writer, so that a mistake of one is seen by the other.

mod pdf_page;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

pub(crate) use pdf_page::Sheet;
use pdf_page::{PageText, decoded, hundredths, read_page};

/// The words of the file in reading order, a line a block, by way of the structure tree.
pub(crate) fn text(bytes: &[u8]) -> String {
    let reader = Reader::new(bytes);
    let mut text = String::new();
    reader.walk(&mut |_, element| match element {
        Part::Opens(kind, _) if !INLINE.contains(&kind) => break_line(&mut text),
        Part::Opens(..) => {}
        Part::Words(words) => text.push_str(&words),
        Part::Closes(kind) if !INLINE.contains(&kind) => break_line(&mut text),
        Part::Closes(_) => {}
    });
    text
}

/// The structure tree: a line an element, with its attributes, and its words in quotation marks.
pub(crate) fn tag_tree(bytes: &[u8]) -> String {
    let reader = Reader::new(bytes);
    let mut tree = String::new();
    reader.walk(&mut |depth, element| match element {
        Part::Opens(kind, attributes) => tree.push_str(&format!("{}{kind}{attributes}\n", "  ".repeat(depth))),
        Part::Words(words) => tree.push_str(&format!("{}{words:?}\n", "  ".repeat(depth))),
        Part::Closes(_) => {}
    });
    tree
}

/// The words of each page as they are drawn, artifacts included.
pub(crate) fn pages(bytes: &[u8]) -> Vec<String> {
    Reader::new(bytes).pages.into_iter().map(|page| page.drawn).collect()
}

/// How each page looks.
pub(crate) fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    Reader::new(bytes).pages.into_iter().map(|page| page.sheet).collect()
}

/// Where the words of each page are drawn, in hundredths of a point.
pub(crate) fn places(bytes: &[u8]) -> Vec<Vec<(i64, i64)>> {
    Reader::new(bytes).pages.into_iter().map(|page| page.places).collect()
}

/// The titles of the outline, each set in by its depth.
pub(crate) fn outline(bytes: &[u8]) -> String {
    let reader = Reader::new(bytes);
    let mut outline = String::new();
    let root = reader.document.catalog().unwrap().get(b"Outlines").unwrap();
    reader.outline_below(reader.dictionary(root), 0, &mut outline);
    outline
}

/// What a file says of itself.
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) xmp: String,
    pub(crate) page_mode: String,
    pub(crate) shows_title: bool,
}

/// What the file says of itself.
pub(crate) fn about(bytes: &[u8]) -> About {
    let reader = Reader::new(bytes);
    let information = reader.dictionary(reader.document.trailer.get(b"Info").unwrap());
    let catalogue = reader.document.catalog().unwrap();
    let xmp = reader.resolve(catalogue.get(b"Metadata").unwrap()).as_stream().unwrap();
    let preferences = reader.dictionary(catalogue.get(b"ViewerPreferences").unwrap());
    About {
        title: decoded(information.get(b"Title").unwrap()),
        author: decoded(information.get(b"Author").unwrap()),
        xmp: String::from_utf8(xmp.content.clone()).unwrap(),
        page_mode: String::from_utf8_lossy(catalogue.get(b"PageMode").and_then(Object::as_name).unwrap()).into_owned(),
        shows_title: preferences.get(b"DisplayDocTitle").and_then(Object::as_bool).unwrap(),
    }
}

/// What is said of each link, page by page, and in which language where that is told.
pub(crate) fn said_of_links(bytes: &[u8]) -> Vec<(String, Option<String>)> {
    let document = Document::load_mem(bytes).expect("the PDF can be read");
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let links = pages.iter().flat_map(|page| document.get_page_annotations(*page).unwrap());
    links.map(|link| (decoded(link.get(b"Contents").unwrap()), link.get(b"Lang").ok().map(decoded))).collect()
}

/// What tells the file from others.
pub(crate) fn identifier(bytes: &[u8]) -> Vec<u8> {
    let document = Document::load_mem(bytes).expect("the PDF can be read");
    let identifiers = document.trailer.get(b"ID").and_then(Object::as_array).unwrap();
    identifiers[0].as_str().unwrap().to_vec()
}

/// The artifacts of each page that say what kind of running words they are.
pub(crate) fn artifacts(bytes: &[u8]) -> Vec<Vec<String>> {
    Reader::new(bytes).pages.into_iter().map(|page| page.artifacts).collect()
}

/// How many marked sequences of words each page has.
pub(crate) fn sequences(bytes: &[u8]) -> Vec<usize> {
    Reader::new(bytes).pages.into_iter().map(|page| page.sequences.len()).collect()
}

/// Elements within a line.
const INLINE: [&str; 6] = ["Span", "Link", "Reference", "Code", "Lbl", "Document"];

fn break_line(text: &mut String) {
    let end = text.trim_end_matches(' ').len();
    text.truncate(end);
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

enum Part<'a> {
    Opens(&'a str, String),
    Words(String),
    Closes(&'a str),
}

struct Reader {
    document: Document,
    pages: Vec<PageText>,
    page_of: BTreeMap<ObjectId, usize>,
}

impl Reader {
    fn new(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).expect("the PDF can be read");
        let ids: Vec<ObjectId> = document.get_pages().into_values().collect();
        let pages = ids.iter().map(|&id| read_page(&document, id)).collect();
        let page_of = ids.into_iter().zip(0..).collect();
        Self { document, pages, page_of }
    }

    fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).map_or(object, |(_, object)| object)
    }

    fn dictionary<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        self.resolve(object).as_dict().expect("a dictionary")
    }

    fn walk(&self, see: &mut dyn FnMut(usize, Part<'_>)) {
        let root = self.dictionary(self.document.catalog().unwrap().get(b"StructTreeRoot").expect("a structure tree"));
        self.walk_kids(root, None, 0, see);
    }

    fn walk_kids(&self, element: &Dictionary, page: Option<usize>, depth: usize, see: &mut dyn FnMut(usize, Part<'_>)) {
        let Ok(kids) = element.get(b"K") else { return };
        let mut words = String::new();
        let kids = match self.resolve(kids) {
            Object::Array(kids) => kids.iter().collect(),
            _ => vec![kids],
        };
        for kid in kids {
            match self.resolve(kid) {
                Object::Integer(sequence) => words.push_str(self.words(page, *sequence)),
                Object::Dictionary(kid) if kid.has(b"MCID") => {
                    let page = kid.get(b"Pg").and_then(Object::as_reference).ok().and_then(|id| self.page_of.get(&id).copied());
                    words.push_str(self.words(page, kid.get(b"MCID").and_then(Object::as_i64).unwrap()));
                }
                Object::Dictionary(kid) if kid.has(b"Obj") => {}
                Object::Dictionary(kid) => {
                    if !words.is_empty() {
                        see(depth, Part::Words(std::mem::take(&mut words)));
                    }
                    let kind = String::from_utf8_lossy(kid.get(b"S").and_then(Object::as_name).unwrap()).into_owned();
                    see(depth, Part::Opens(&kind, self.attributes(kid)));
                    let page = kid.get(b"Pg").and_then(Object::as_reference).ok().and_then(|id| self.page_of.get(&id).copied());
                    match kid.get(b"ActualText") {
                        Ok(said) => see(depth + 1, Part::Words(decoded(said))),
                        Err(_) => self.walk_kids(kid, page, depth + 1, see),
                    }
                    see(depth, Part::Closes(&kind));
                }
                other => panic!("the structure tree holds {other:?}"),
            }
        }
        if !words.is_empty() {
            see(depth, Part::Words(words));
        }
    }

    fn words(&self, page: Option<usize>, sequence: i64) -> &str {
        let page = &self.pages[page.expect("content has a page")];
        page.sequences.get(&sequence).expect("the sequence stands on its page")
    }

    fn attributes(&self, element: &Dictionary) -> String {
        let mut told = String::new();
        for key in ["Alt", "E", "ID", "Lang"] {
            if let Ok(value) = element.get(key.as_bytes()) {
                told.push_str(&format!(" {key}={:?}", decoded(value)));
            }
        }
        if let Ok(attributes) = element.get(b"A") {
            // Where a figure stands is a matter of pages, not of what it is.
            for (key, value) in self.dictionary(attributes).iter().filter(|(key, _)| *key != b"BBox") {
                let value = match value {
                    Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
                    Object::Integer(number) => number.to_string(),
                    other => format!("{other:?}"),
                };
                if key != b"O" {
                    told.push_str(&format!(" {}={value}", String::from_utf8_lossy(key)));
                }
            }
        }
        // A link has an annotation for each of its lines; what they say is told once.
        let mut links: Vec<String> = self.links(element).into_iter().map(|link| self.link(link)).collect();
        links.dedup();
        told.extend(links);
        told
    }

    fn link(&self, link: &Dictionary) -> String {
        let words = decoded(link.get(b"Contents").unwrap());
        match link.get(b"Dest") {
            Ok(destination) => format!(" to={:?} Contents={words:?}", self.line_at(destination)),
            Err(_) => {
                let action = self.dictionary(link.get(b"A").unwrap());
                format!(" URI={:?} Contents={words:?}", decoded(action.get(b"URI").unwrap()))
            }
        }
    }

    /// The line that a destination leads to: the first at or below its top.
    fn line_at(&self, destination: &Object) -> String {
        let parts = self.resolve(destination).as_array().expect("a destination in place");
        assert_eq!(parts[1].as_name().unwrap(), b"XYZ");
        let page = &self.pages[self.page_of[&parts[0].as_reference().expect("a page of this document")]];
        let top = hundredths(&parts[3]);
        let below = page.shows.iter().filter(|(y, _)| *y <= top);
        let nearest = below.map(|(y, _)| *y).max().expect("words below the destination");
        // Sums of lengths may differ by a hundredth.
        let line = page.shows.iter().filter(|(y, _)| (y - nearest).abs() <= 2);
        line.map(|(_, words)| words.as_str()).collect::<String>().trim().to_owned()
    }

    /// The annotations that an element holds.
    fn links<'a>(&'a self, element: &'a Dictionary) -> Vec<&'a Dictionary> {
        let kids = element.get(b"K").map(|kids| self.resolve(kids));
        let kids = match kids {
            Ok(Object::Array(kids)) => kids.iter().collect(),
            Ok(kid) => vec![kid],
            Err(_) => Vec::new(),
        };
        let dictionaries = kids.into_iter().filter_map(|kid| self.resolve(kid).as_dict().ok());
        dictionaries.filter_map(|kid| kid.get(b"Obj").ok()).map(|link| self.dictionary(link)).collect()
    }

    fn outline_below(&self, parent: &Dictionary, depth: usize, outline: &mut String) {
        let mut next = parent.get(b"First").ok();
        while let Some(item) = next {
            let item = self.dictionary(item);
            outline.push_str(&format!("{}{}\n", "  ".repeat(depth), decoded(item.get(b"Title").unwrap())));
            self.outline_below(item, depth + 1, outline);
            next = item.get(b"Next").ok();
        }
    }
}
