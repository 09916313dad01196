//! The outline: the headings as a tree (ISO 32000-1, 12.3.3).

use super::super::flow::galley::Bookmark;
use super::Book;
use super::destinations::Destinations;
use super::file::File;
use super::object::{Array, Dictionary, Id, Name, Text};

/// A heading and its place in the outline.
struct Entry<'a> {
    bookmark: &'a Bookmark,
    destination: Array,
    id: Id,
}

/// Adds the outline, and gives back its root.
pub(super) fn add(file: &mut File, book: &Book<'_, '_>, destinations: &Destinations<'_>) -> Id {
    let bookmarks = book.pages.iter().flat_map(|page| &page.bookmarks);
    let entry = |bookmark| Entry { bookmark, destination: destinations.of(bookmark.node), id: file.reserve() };
    let entries: Vec<Entry<'_>> = bookmarks.map(entry).collect();
    let root = file.reserve();
    let mut top = Dictionary::new().with("Type", Name("Outlines"));
    link(file, &entries, root, &mut top);
    file.put(root, top);
    root
}

/// Links entries of one part of the outline to each other and to their parent; the deepest nesting
/// is that of headings, six.
fn link(file: &mut File, entries: &[Entry<'_>], parent: Id, holder: &mut Dictionary) {
    let siblings = siblings(entries);
    for (index, family) in siblings.iter().enumerate() {
        let Some((entry, within)) = family.split_first() else { continue };
        let mut item = Dictionary::new().with("Title", Text(&entry.bookmark.title)).with("Parent", parent).with("Dest", &entry.destination);
        let neighbour = |index: Option<usize>| index.and_then(|index| siblings.get(index)).and_then(|family| family.first());
        if let Some(before) = neighbour(index.checked_sub(1)) {
            item.set("Prev", before.id);
        }
        if let Some(after) = neighbour(Some(index + 1)) {
            item.set("Next", after.id);
        }
        link(file, within, entry.id, &mut item);
        file.put(entry.id, item);
    }
    let ends = siblings.first().and_then(|first| first.first()).zip(siblings.last().and_then(|last| last.first()));
    if let Some((first, last)) = ends {
        holder.set("First", first.id);
        holder.set("Last", last.id);
        holder.set("Count", entries.len());
    }
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
