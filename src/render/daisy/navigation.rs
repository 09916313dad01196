//! The way through the book, as an NCX: its headings, its pages and its tables, in the order that they
//! are spoken.

use crate::model::{Document, Lang, Origin};
use crate::render::dtbook::{Event, Group, Id, Timeline, What, identifier, part_name, title};
use crate::render::xml::Xml;

use super::{GENERATOR, SKIPPABLE};

const DOCUMENT_TYPE: &str = "ncx PUBLIC \"-//NISO//DTD ncx 2005-1//EN\" \"http://www.daisy.org/z3986/2005/ncx-2005-1.dtd\"";

/// A place that a listener can go to.
struct Target<'a> {
    id: Id,
    label: &'a str,
    lang: Option<&'a Lang>,
    /// Its number among all targets, from 1.
    order: usize,
    /// The part that times it, from 1.
    part: usize,
}

/// The targets of a book, by kind.
#[derive(Default)]
struct Targets<'a> {
    /// Each with the depth of its section, from 1.
    headings: Vec<(usize, Target<'a>)>,
    pages: Vec<(u32, Target<'a>)>,
    tables: Vec<Target<'a>>,
}

impl<'a> Targets<'a> {
    fn of(timeline: &'a Timeline) -> Self {
        let mut targets = Self::default();
        let mut order = 0;
        let mut part = 0;
        for (index, event) in timeline.events.iter().enumerate() {
            while timeline.parts.get(part).is_some_and(|start| *start <= index) {
                part += 1;
            }
            let mut target = |id: &Id, label, lang| {
                order += 1;
                Target { id: *id, label, lang, order, part }
            };
            match event {
                Event::Spoken { id, what: What::Heading { depth, label, lang } } => {
                    targets.headings.push((*depth, target(id, label, lang.as_ref())));
                }
                Event::Spoken { id, what: What::Page(number) } => targets.pages.push((*number, target(id, "", None))),
                Event::Opened { id, group: Group::Table(label), .. } => targets.tables.push(target(id, label, None)),
                Event::Spoken { what: What::Words | What::NoteReference(_), .. }
                | Event::Opened { group: Group::List | Group::Note, .. }
                | Event::Closed => {}
            }
        }
        targets
    }
}

pub(super) fn write(document: &Document, timeline: &Timeline) -> String {
    let targets = Targets::of(timeline);
    let mut xml = Xml::new(DOCUMENT_TYPE);
    let language = document.meta.language.tag();
    xml.open("ncx", &[("xmlns", "http://www.daisy.org/z3986/2005/ncx/"), ("version", "2005-1"), ("xml:lang", language)]);
    xml.new_line();
    head(&mut xml, document, &targets);
    label(&mut xml, "docTitle", title(document), None);
    if let Some(publisher) = &document.meta.publisher {
        label(&mut xml, "docAuthor", &publisher.value, None);
    }
    headings(&mut xml, &targets.headings);
    pages(&mut xml, &targets.pages);
    tables(&mut xml, &targets.tables);
    xml.finish().0
}

fn head(xml: &mut Xml, document: &Document, targets: &Targets<'_>) {
    xml.open("head", &[]);
    for (id, default, structure, _) in SKIPPABLE {
        xml.new_line();
        xml.empty("smilCustomTest", &[("id", id), ("defaultState", default), ("override", "visible"), ("bookStruct", structure)]);
    }
    let depth = targets.headings.iter().map(|(depth, _)| *depth).max().unwrap_or(0).to_string();
    let pages = targets.pages.len().to_string();
    let greatest = targets.pages.iter().map(|(number, _)| *number).max().unwrap_or(0).to_string();
    for (name, content) in [
        ("dtb:uid", identifier(document).as_str()),
        ("dtb:depth", &depth),
        ("dtb:generator", GENERATOR),
        ("dtb:totalPageCount", &pages),
        ("dtb:maxPageNumber", &greatest),
    ] {
        xml.new_line();
        xml.empty("meta", &[("name", name), ("content", content)]);
    }
    xml.close();
    xml.new_line();
}

fn headings(xml: &mut Xml, headings: &[(usize, Target<'_>)]) {
    xml.open("navMap", &[("id", "headings")]);
    let mut open = 0;
    for (depth, heading) in headings {
        // A section of its own depth, or a deeper one, ends here.
        while open >= *depth {
            xml.close();
            open -= 1;
        }
        xml.new_line();
        begin(xml, "navPoint", heading, &[("class", &format!("level{depth}"))]);
        open += 1;
    }
    (0..open).for_each(|_| xml.close());
    xml.close();
    xml.new_line();
}

fn pages(xml: &mut Xml, pages: &[(u32, Target<'_>)]) {
    if pages.is_empty() {
        return;
    }
    xml.open("pageList", &[("id", "pages")]);
    label(xml, "navLabel", "Pages", None);
    for (number, page) in pages {
        let number = number.to_string();
        let page = Target { label: &number, ..*page };
        begin(xml, "pageTarget", &page, &[("class", "pagenum"), ("type", "normal"), ("value", &number)]);
        xml.close();
        xml.new_line();
    }
    xml.close();
    xml.new_line();
}

fn tables(xml: &mut Xml, tables: &[Target<'_>]) {
    if tables.is_empty() {
        return;
    }
    xml.open("navList", &[("id", "tables"), ("class", "table")]);
    label(xml, "navLabel", "Tables", None);
    for table in tables {
        begin(xml, "navTarget", table, &[("class", "table")]);
        xml.close();
        xml.new_line();
    }
    xml.close();
    xml.new_line();
}

/// Begins a target: its name, its label and its place.
fn begin(xml: &mut Xml, name: &'static str, target: &Target<'_>, attributes: &[(&str, &str)]) {
    let id = format!("to_{}", target.id);
    let order = target.order.to_string();
    xml.open(name, &[&[("id", id.as_str()), ("playOrder", &order)], attributes].concat());
    label(xml, "navLabel", target.label, target.lang);
    xml.empty("content", &[("src", &format!("{}#{}", part_name(target.part), target.id))]);
}

fn label(xml: &mut Xml, name: &'static str, words: &str, lang: Option<&Lang>) {
    let lang: Vec<_> = lang.map(|lang| ("xml:lang", lang.tag())).into_iter().collect();
    xml.open(name, &lang);
    xml.open("text", &[]);
    xml.text(words, Origin::None);
    xml.close();
    xml.close();
    xml.new_line();
}
