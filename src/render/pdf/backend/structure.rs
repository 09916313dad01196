//! The structure tree as PDF objects, with the parent tree that leads back to it from the pages
//! (ISO 32000-1, 14.7.4), and the links (ISO 14289-1, 7.18.5).

use std::borrow::Cow;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::super::flow::galley::Target;
use super::super::tags::{Holds, Numbering, Role, Scope};
use super::destinations::Destinations;
use super::{Book, hundredths, integer, name, pictures, text_string};

/// The standard structure type of a role (ISO 32000-1, 14.8.4).
pub(super) fn standard_type(role: &Role) -> Cow<'static, str> {
    Cow::Borrowed(match role {
        Role::Document => "Document",
        Role::Heading(level) => return Cow::Owned(format!("H{}", level.number())),
        Role::Paragraph => "P",
        Role::List(_) => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::TableRow => "TR",
        Role::HeaderCell { .. } => "TH",
        Role::DataCell { .. } => "TD",
        Role::Caption => "Caption",
        Role::Quote => "BlockQuote",
        Role::Code => "Code",
        Role::Figure { .. } => "Figure",
        Role::Note => "Note",
        Role::Reference => "Reference",
        Role::Link => "Link",
        Role::Abbreviation { .. } | Role::Span => "Span",
        Role::Contents => "TOC",
        Role::ContentsEntry => "TOCI",
    })
}

/// Adds the structure tree and the links, and gives back the root of the tree.
pub(super) fn add(document: &mut Document, book: &Book<'_, '_>, pages: &[ObjectId], destinations: &Destinations<'_>) -> ObjectId {
    let root = document.new_object_id();
    let nodes: Vec<ObjectId> = book.tree.nodes.iter().map(|_| document.new_object_id()).collect();
    let links = add_links(document, book, pages, destinations);
    let mut parents: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
    let mut link_parents = Vec::new();
    let mut notes = 0;
    let figures = pictures::attributes(book);
    for (index, (node, &id)) in book.tree.nodes.iter().zip(&nodes).enumerate().filter(|(_, (node, _))| !node.is_empty()) {
        let mut element = element(&node.role);
        if node.role == Role::Note {
            // Each note has an identifier of its own (ISO 14289-1, 7.9), whatever its label.
            notes += 1;
            element.set("ID", Object::string_literal(format!("note-{notes}")));
        }
        if let Some(lang) = &node.lang {
            element.set("Lang", text_string(lang.tag()));
        }
        element.set("P", node.parent.and_then(|parent| nodes.get(parent.0)).copied().unwrap_or(root));
        if let Some(attributes) = matches!(node.role, Role::Figure { .. }).then(|| figures.get(&index)).flatten() {
            element.set("A", attributes.clone());
        }
        let home = node.kids.iter().find_map(|kid| match kid.holds {
            Holds::Content { page, .. } | Holds::Area { page, .. } => Some(page),
            Holds::Node(_) | Holds::Nothing => None,
        });
        if let Some(page) = home.and_then(|home| pages.get(home)) {
            element.set("Pg", *page);
        }
        let mut kids = Vec::new();
        for kid in &node.kids {
            match kid.holds {
                Holds::Nothing => {}
                Holds::Node(kid) => kids.extend(nodes.get(kid.0).copied().map(Object::Reference)),
                Holds::Content { page, sequence } => {
                    kids.push(content(home, page, sequence, pages));
                    if let Some(parents) = parents.get_mut(page) {
                        // Elements are met in the order they were opened, which is not always that of their words.
                        if parents.len() <= sequence {
                            parents.resize(sequence + 1, Object::Null);
                        }
                        parents[sequence] = Object::Reference(id);
                    }
                }
                Holds::Area { page, area } => {
                    let found = links.binary_search_by_key(&(page, area), |link| (link.page, link.area));
                    let Some(link) = found.ok().and_then(|at| links.get(at)) else { continue };
                    link_parents.push((link.key, id));
                    kids.push(
                        dictionary! { "Type" => "OBJR", "Obj" => link.id, "Pg" => pages.get(page).copied().unwrap_or(link.id) }.into(),
                    );
                }
            }
        }
        set_kids(&mut element, kids);
        document.set_object(id, element);
    }
    let mut numbers = Vec::new();
    for (page, parents) in parents.into_iter().enumerate() {
        let parents = document.add_object(parents);
        numbers.extend([Object::Integer(integer(page)), Object::Reference(parents)]);
    }
    link_parents.sort_unstable();
    for (key, parent) in &link_parents {
        numbers.extend([Object::Integer(*key), Object::Reference(*parent)]);
    }
    let next_key = integer(pages.len() + links.len());
    let parent_tree = document.add_object(dictionary! { "Nums" => numbers });
    let top = nodes.first().copied().unwrap_or(root);
    document.set_object(
        root,
        dictionary! { "Type" => "StructTreeRoot", "K" => top, "ParentTree" => parent_tree, "ParentTreeNextKey" => next_key },
    );
    root
}

/// An element and its attributes.
fn element(role: &Role) -> Dictionary {
    let mut element = dictionary! { "S" => name(&standard_type(role)) };
    match role {
        Role::List(numbering) => {
            element.set("A", dictionary! { "O" => "List", "ListNumbering" => list_numbering(*numbering) });
        }
        Role::HeaderCell { scope, columns, rows } => {
            let mut attributes = spans(*columns, *rows);
            attributes.set("O", "Table");
            attributes.set(
                "Scope",
                match scope {
                    Scope::Column => "Column",
                    Scope::Row => "Row",
                },
            );
            element.set("A", attributes);
        }
        Role::DataCell { columns, rows } => {
            let mut attributes = spans(*columns, *rows);
            if !attributes.is_empty() {
                attributes.set("O", "Table");
                element.set("A", attributes);
            }
        }
        Role::Figure { alternative } => element.set("Alt", text_string(alternative)),
        Role::Abbreviation { long } => element.set("E", text_string(long)),
        Role::Document
        | Role::Heading(_)
        | Role::Paragraph
        | Role::ListItem
        | Role::Label
        | Role::ListBody
        | Role::Table
        | Role::TableHead
        | Role::TableBody
        | Role::TableRow
        | Role::Caption
        | Role::Quote
        | Role::Code
        | Role::Note
        | Role::Reference
        | Role::Link
        | Role::Contents
        | Role::ContentsEntry
        | Role::Span => {}
    }
    element
}

const fn list_numbering(numbering: Numbering) -> &'static str {
    match numbering {
        Numbering::Disc => "Disc",
        Numbering::Decimal => "Decimal",
        Numbering::UpperRoman => "UpperRoman",
        Numbering::LowerRoman => "LowerRoman",
        Numbering::UpperAlpha => "UpperAlpha",
        Numbering::LowerAlpha => "LowerAlpha",
        Numbering::Other => "None",
    }
}

fn spans(columns: u16, rows: u16) -> Dictionary {
    let mut attributes = Dictionary::new();
    if columns > 1 {
        attributes.set("ColSpan", i64::from(columns));
    }
    if rows > 1 {
        attributes.set("RowSpan", i64::from(rows));
    }
    attributes
}

/// A marked sequence as a kid: its number alone if it stands on the element's own page.
fn content(home: Option<usize>, page: usize, sequence: usize, pages: &[ObjectId]) -> Object {
    match pages.get(page) {
        Some(id) if home != Some(page) => dictionary! { "Type" => "MCR", "Pg" => *id, "MCID" => integer(sequence) }.into(),
        Some(_) | None => Object::Integer(integer(sequence)),
    }
}

fn set_kids(element: &mut Dictionary, mut kids: Vec<Object>) {
    match kids.len() {
        0 => {}
        1 => element.set("K", kids.swap_remove(0)),
        _ => element.set("K", kids),
    }
}

/// A link as an annotation of its page.
struct LinkObject {
    page: usize,
    area: usize,
    id: ObjectId,
    /// Its key in the parent tree.
    key: i64,
}

fn add_links(document: &mut Document, book: &Book<'_, '_>, pages: &[ObjectId], destinations: &Destinations<'_>) -> Vec<LinkObject> {
    let mut links = Vec::new();
    // printpdf gives each page resources of its own, and all are the same.
    let first = pages.first().and_then(|first| document.get_dictionary(*first).ok());
    let resources = first.and_then(|first| first.get(b"Resources").ok()).cloned();
    for (page, (content, &page_id)) in book.pages.iter().zip(pages).enumerate() {
        let mut annotations = Vec::new();
        for (index, area) in content.areas.iter().enumerate() {
            let key = integer(pages.len() + links.len());
            let (low, high) = (book.style.page_height - area.y - area.height, book.style.page_height - area.y);
            let corners = [area.x, low, area.x + area.width, high].map(|length| Object::Real(hundredths(length)));
            let mut annotation = dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => corners.to_vec(),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => 4,
                "Contents" => text_string(&area.link.words),
                "StructParent" => key,
            };
            let element = match &area.link.target {
                Target::Address(address) => {
                    annotation.set("A", dictionary! { "S" => "URI", "URI" => Object::string_literal(address.as_str()) });
                    None
                }
                Target::Anchor(anchor) => book.tree.at(*anchor),
                Target::Element(element) => Some(*element),
            };
            if let Some(element) = element {
                annotation.set("Dest", destinations.of(element));
            }
            let id = document.add_object(annotation);
            annotations.push(Object::Reference(id));
            links.push(LinkObject { page, area: index, id, key });
        }
        if let Ok(dictionary) = document.get_dictionary_mut(page_id) {
            dictionary.remove(b"Annots");
            if let Some(resources) = &resources {
                dictionary.set("Resources", resources.clone());
            }
            dictionary.remove(b"TrimBox");
            dictionary.remove(b"CropBox");
            if !annotations.is_empty() {
                dictionary.set("Annots", annotations);
            }
            dictionary.set("StructParents", integer(page));
            // Keys go through links in the order of the structure (ISO 14289-1, 7.18.3).
            dictionary.set("Tabs", name("S"));
        }
    }
    links
}
