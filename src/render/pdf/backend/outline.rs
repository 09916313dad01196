//! The outline: the headings as a tree, which printpdf would write flat.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::super::flow::galley::Bookmark;
use super::{Book, hundredths, integer, name, text_string};

/// A heading and where it stands.
struct Entry<'a> {
    bookmark: &'a Bookmark,
    page: ObjectId,
    /// From the bottom of the page, in points.
    top: f32,
    id: ObjectId,
}

/// Adds the outline, and gives back its root.
pub(super) fn add(document: &mut Document, book: &Book<'_, '_>, pages: &[ObjectId]) -> ObjectId {
    let mut entries = Vec::new();
    for (page, &page_id) in book.pages.iter().zip(pages) {
        for (bookmark, y) in &page.bookmarks {
            let id = document.new_object_id();
            entries.push(Entry { bookmark, page: page_id, top: book.style.page_height - y, id });
        }
    }
    let root = document.new_object_id();
    let mut top = Dictionary::new();
    top.set("Type", name("Outlines"));
    link(document, &entries, root, &mut top);
    document.set_object(root, top);
    root
}

/// Links entries of one part of the outline to each other and to their parent; the deepest nesting
/// is that of headings, six. Gives back how many entries there are, those within them included.
fn link(document: &mut Document, entries: &[Entry<'_>], parent: ObjectId, holder: &mut Dictionary) -> usize {
    let siblings = siblings(entries);
    for (index, family) in siblings.iter().enumerate() {
        let Some((entry, within)) = family.split_first() else { continue };
        let destination = vec![Object::Reference(entry.page), name("XYZ"), Object::Null, Object::Real(hundredths(entry.top)), Object::Null];
        let mut item = dictionary! { "Title" => text_string(&entry.bookmark.title), "Parent" => parent, "Dest" => destination };
        let neighbour = |index: Option<usize>| index.and_then(|index| siblings.get(index)).and_then(|family| family.first());
        if let Some(before) = neighbour(index.checked_sub(1)) {
            item.set("Prev", before.id);
        }
        if let Some(after) = neighbour(Some(index + 1)) {
            item.set("Next", after.id);
        }
        link(document, within, entry.id, &mut item);
        document.set_object(entry.id, item);
    }
    let ends = siblings.first().and_then(|first| first.first()).zip(siblings.last().and_then(|last| last.first()));
    if let Some((first, last)) = ends {
        holder.set("First", first.id);
        holder.set("Last", last.id);
        holder.set("Count", integer(entries.len()));
    }
    entries.len()
}

/// The entries cut into families: one of the first level that comes, and those below it.
fn siblings<'a, 'b>(entries: &'a [Entry<'b>]) -> Vec<&'a [Entry<'b>]> {
    let mut families = Vec::new();
    let mut rest = entries;
    while let Some((first, others)) = rest.split_first() {
        let end = 1 + others.iter().position(|entry| entry.bookmark.level <= first.bookmark.level).unwrap_or(others.len());
        let (family, later) = rest.split_at(end);
        families.push(family);
        rest = later;
    }
    families
}
