//! The outline: the headings as a tree, which printpdf would write flat.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::super::flow::galley::Bookmark;
use super::destinations::Destinations;
use super::{Book, integer, name, text_string};

/// A heading and its place in the outline.
struct Entry<'a> {
    bookmark: &'a Bookmark,
    destination: Object,
    id: ObjectId,
}

/// Adds the outline, and gives back its root.
pub(super) fn add(document: &mut Document, book: &Book<'_, '_>, destinations: &Destinations<'_>) -> ObjectId {
    let bookmarks = book.pages.iter().flat_map(|page| &page.bookmarks);
    let entry = |bookmark| Entry { bookmark, destination: destinations.of(bookmark.node), id: document.new_object_id() };
    let entries: Vec<Entry<'_>> = bookmarks.map(entry).collect();
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
        let mut item =
            dictionary! { "Title" => text_string(&entry.bookmark.title), "Parent" => parent, "Dest" => entry.destination.clone() };
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
