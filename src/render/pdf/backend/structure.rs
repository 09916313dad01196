//! The structure tree as PDF objects, with the parent tree that leads back to it from the pages
//! (ISO 32000-1, 14.7.4).

use super::super::tags::{Holds, Numbering, Role, Scope};
use super::file::File;
use super::links::Links;
use super::object::{Array, Bytes, Dictionary, Id, Name, OneOrMore, Text};
use super::{Book, pictures};

/// The standard structure type of a role (ISO 32000-1, 14.8.4).
pub(super) const fn standard_type(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Heading(level) => match level.number() {
            1 => "H1",
            2 => "H2",
            3 => "H3",
            4 => "H4",
            5 => "H5",
            _ => "H6",
        },
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
    }
}

/// Adds the structure tree, and gives back its root.
pub(super) fn add(file: &mut File, book: &Book<'_, '_>, pages: &[Id], links: &Links) -> Id {
    let root = file.reserve();
    let nodes: Vec<Id> = book.tree.nodes.iter().map(|_| file.reserve()).collect();
    let mut parents: Vec<Vec<Option<Id>>> = vec![Vec::new(); pages.len()];
    let mut link_parents = Vec::new();
    let mut notes = 0;
    let figures = pictures::boxes(book);
    for (index, (node, &id)) in book.tree.nodes.iter().zip(&nodes).enumerate().filter(|(_, (node, _))| !node.is_empty()) {
        let mut element = element(&node.role);
        if node.role == Role::Note {
            // Each note has an identifier of its own (ISO 14289-1, 7.9), whatever its label.
            notes += 1;
            element.set("ID", Bytes(format!("note-{notes}").as_bytes()));
        }
        if let Some(lang) = &node.lang {
            element.set("Lang", Text(lang.tag()));
        }
        element.set("P", node.parent.and_then(|parent| nodes.get(parent.0)).copied().unwrap_or(root));
        if let Some(attributes) = matches!(node.role, Role::Figure { .. }).then(|| figures.get(&index)).flatten() {
            element.set("A", attributes);
        }
        let home = node.kids.iter().find_map(|kid| match kid.holds {
            Holds::Content { page, .. } | Holds::Area { page, .. } => Some(page),
            Holds::Node(_) | Holds::Nothing => None,
        });
        if let Some(page) = home.and_then(|home| pages.get(home)) {
            element.set("Pg", page);
        }
        let mut kids = Array::new();
        for kid in &node.kids {
            match kid.holds {
                Holds::Nothing => {}
                Holds::Node(kid) => {
                    if let Some(kid) = nodes.get(kid.0) {
                        kids.push(kid);
                    }
                }
                Holds::Content { page, sequence } => {
                    push_content(&mut kids, home, page, sequence, pages);
                    if let Some(parents) = parents.get_mut(page) {
                        // Elements are met in the order they were opened, which is not always that of their words.
                        if parents.len() <= sequence {
                            parents.resize(sequence + 1, None);
                        }
                        parents[sequence] = Some(id);
                    }
                }
                Holds::Area { page, area } => {
                    let Some(link) = links.at(page, area) else { continue };
                    link_parents.push((link.key, id));
                    kids.push(Dictionary::new().with("Type", Name("OBJR")).with("Obj", link.id).with("Pg", pages.get(page)));
                }
            }
        }
        if kids.len() > 0 {
            element.set("K", OneOrMore(kids));
        }
        file.put(id, element);
    }
    let mut numbers = Array::new();
    for (page, parents) in parents.into_iter().enumerate() {
        numbers.push(page);
        numbers.push(file.add(parents.into_iter().collect::<Array>()));
    }
    link_parents.sort_unstable();
    for (key, parent) in &link_parents {
        numbers.push(*key);
        numbers.push(*parent);
    }
    let next_key = numbers.len() / 2;
    let parent_tree = file.add(Dictionary::new().with("Nums", numbers));
    let tree = Dictionary::new()
        .with("Type", Name("StructTreeRoot"))
        .with("K", nodes.first())
        .with("ParentTree", parent_tree)
        .with("ParentTreeNextKey", next_key);
    file.put(root, tree);
    root
}

/// An element and its attributes.
fn element(role: &Role) -> Dictionary {
    let mut element = Dictionary::new().with("S", Name(standard_type(role)));
    match role {
        Role::List(numbering) => {
            element.set("A", Dictionary::new().with("O", Name("List")).with("ListNumbering", Name(list_numbering(*numbering))));
        }
        Role::HeaderCell { scope, columns, rows } => {
            let mut attributes = spans(*columns, *rows);
            attributes.set("O", Name("Table"));
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            attributes.set("Scope", Name(scope));
            element.set("A", attributes);
        }
        Role::DataCell { columns, rows } => {
            let mut attributes = spans(*columns, *rows);
            if !attributes.is_empty() {
                attributes.set("O", Name("Table"));
                element.set("A", attributes);
            }
        }
        Role::Figure { alternative } => element.set("Alt", Text(alternative)),
        Role::Abbreviation { long } => element.set("E", Text(long)),
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

/// Adds a marked sequence to the kids of an element: its number alone if it stands on the element's own
/// page.
fn push_content(kids: &mut Array, home: Option<usize>, page: usize, sequence: usize, pages: &[Id]) {
    match pages.get(page) {
        Some(id) if home != Some(page) => {
            kids.push(Dictionary::new().with("Type", Name("MCR")).with("Pg", id).with("MCID", sequence));
        }
        Some(_) | None => kids.push(sequence),
    }
}
