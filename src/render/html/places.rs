//! The places of a document that can be led to: each heading by its words, each numbered paragraph
//! by its printed number, each footnote and each mark of one. Every id is given once, and is a name
//! in XML too.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::slugs::{self, Slugs};
use crate::model::{Block, BlockKind, Label, Prose, walk};
use crate::render::anchors::Anchors;
use crate::source::Span;

/// How the ids begin that are not made from the words of a heading.
const RESERVED: [&str; 6] = ["p-", "note-", "ref-", "item_", "place_", "page-"];

/// The places of a document.
pub(in crate::render) struct Places<'a> {
    prefix: &'a str,
    slugs: Slugs<'a>,
    anchors: Anchors,
    /// The id of each heading. Asked, never walked through.
    headings: HashMap<*const Block, String>,
    /// How often each printed number has been met.
    numbers: HashMap<String, usize>,
    /// The files that the blocks stand in that can be led to; empty where there is one file.
    files: HashMap<*const Block, usize>,
    names: Vec<String>,
    /// The file that is being written.
    file: usize,
}

impl<'a> Places<'a> {
    /// The places of these blocks. Every id begins with the prefix.
    pub(in crate::render) fn of(blocks: &'a [Block], prefix: &'a str) -> Self {
        Self {
            prefix,
            slugs: Slugs::of(blocks),
            anchors: Anchors::of(blocks),
            headings: headings(blocks),
            numbers: HashMap::new(),
            files: HashMap::new(),
            names: Vec::new(),
            file: 0,
        }
    }

    /// The places of blocks that stand in several files, each with its name.
    pub(in crate::render) fn in_files(blocks: &'a [Block], prefix: &'a str, files: &[(String, &'a [Block])]) -> Self {
        let mut places = Self::of(blocks, prefix);
        for (index, (name, blocks)) in files.iter().enumerate() {
            walk::blocks(blocks, &mut |block| {
                let block_at = std::ptr::from_ref(block);
                if places.headings.contains_key(&block_at) || places.anchors.id(block).is_some() {
                    places.files.insert(block_at, index);
                }
            });
            places.names.push(name.clone());
        }
        places
    }

    /// What is written now stands in this file.
    pub(in crate::render) fn begin_file(&mut self, file: usize) {
        self.file = file;
    }

    /// The file that is being written.
    pub(super) fn file(&self) -> usize {
        self.file
    }

    /// The id of a block that can be led to.
    pub(super) fn id(&self, block: &Block) -> Option<String> {
        let is_heading = matches!(block.kind, BlockKind::Heading { .. });
        let id = if is_heading { self.bare_id(std::ptr::from_ref(block)) } else { self.anchors.id(block) };
        id.map(|id| self.prefixed(id).into_owned())
    }

    fn bare_id(&self, block: *const Block) -> Option<&str> {
        self.headings.get(&block).map(String::as_str).or_else(|| self.anchors.id_at(block))
    }

    /// The id of a printed number: `p-3.6` for `3.6`. Only numbers with a digit have one: `(a)` is
    /// printed again and again. `[1]` is the mark of a note, which has its own.
    pub(super) fn number_id(&mut self, number: &Label) -> Option<String> {
        if number.text.starts_with('[') {
            return None;
        }
        let is_part = |character: char| character.is_ascii_alphanumeric() || character == '.';
        let parts = number.text.split(|character| !is_part(character));
        let mut id = String::with_capacity(number.text.len() + 2);
        id.push('p');
        for part in parts.map(|part| part.trim_matches('.')).filter(|part| !part.is_empty()) {
            id.push('-');
            id.push_str(part);
        }
        if !id.contains(|character: char| character.is_ascii_digit()) {
            return None;
        }
        let count = self.numbers.entry(id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            // No printed number has an underscore in its id.
            id.push_str(&format!("_{count}"));
        }
        Some(self.prefixed(id).into_owned())
    }

    /// The address of the heading that a link's target, such as `#what-we-found`, means.
    pub(super) fn heading_address(&self, target: &str) -> Option<String> {
        self.slugs.heading(target).and_then(|block| self.address(std::ptr::from_ref(block)))
    }

    /// The address of a heading or another block that can be led to.
    pub(in crate::render) fn block_address(&self, block: &Block) -> Option<String> {
        self.address(std::ptr::from_ref(block))
    }

    /// The address of what stands at a place of the source.
    pub(super) fn address_at(&self, to: Span) -> Option<String> {
        self.address(self.anchors.block(to)?)
    }

    fn address(&self, block: *const Block) -> Option<String> {
        let id = self.bare_id(block)?;
        let file = self.files.get(&block).copied().unwrap_or(self.file);
        Some(self.address_in(file, id))
    }

    /// The address of an id in a file.
    pub(super) fn address_in(&self, file: usize, id: &str) -> String {
        let name = if file == self.file { None } else { self.names.get(file) };
        format!("{}{}", name.map_or("", String::as_str), self.address_here(id))
    }

    /// The address of an id in the file that is being written.
    pub(super) fn address_here(&self, id: &str) -> String {
        format!("#{}{id}", self.prefix)
    }

    /// An id with the prefix that this output has.
    pub(super) fn prefixed<'b>(&self, id: impl Into<Cow<'b, str>>) -> Cow<'b, str> {
        let id = id.into();
        if self.prefix.is_empty() { id } else { Cow::Owned([self.prefix, &id].concat()) }
    }
}

/// The id of each heading that opens a section: its words as GitHub writes them in addresses.
fn headings(blocks: &[Block]) -> HashMap<*const Block, String> {
    let mut ids = HashMap::new();
    let mut given: HashMap<String, usize> = HashMap::new();
    for block in blocks {
        let BlockKind::Heading { content, .. } = &block.kind else { continue };
        let mut name = slugs::github(&Prose::text_of(content).to_lowercase());
        name.retain(is_of_name);
        let name = name.trim_matches('-');
        let is_free = name.starts_with(char::is_alphabetic) && !RESERVED.iter().any(|start| name.starts_with(start));
        let wanted = if is_free { name.to_owned() } else { format!("section-{name}").trim_end_matches('-').to_owned() };
        // A heading that reads "Costs-2" may have taken the next name already.
        let mut count = given.get(&wanted).copied().unwrap_or(0);
        let mut id = if count == 0 { wanted.clone() } else { String::new() };
        while id.is_empty() || (count > 0 && given.contains_key(&id)) {
            count += 1;
            id = format!("{wanted}-{count}");
        }
        given.insert(wanted, count.max(1));
        given.entry(id.clone()).or_insert(1);
        ids.insert(std::ptr::from_ref(block), id);
    }
    ids
}

/// Whether a character can stand in a name (Namespaces in XML 1.0, `NCName`), of the letters and
/// digits that words have. Combining marks are left out, for they do not begin a name.
const fn is_of_name(character: char) -> bool {
    matches!(character,
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}' | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{10000}'..='\u{effff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Origin;
    use crate::{Source, parse};

    #[test]
    fn a_heading_has_an_id_of_its_words_and_no_other_has_it() {
        let document = parse(&Source::new("a.md", "# T\n\n## 1.0 Why, & how\n\n## Tŷ\n\n## Tŷ\n\n## p-1\n\n## ½\n"));
        let places = Places::of(&document.blocks, "x-");
        let ids: Vec<_> = document.blocks.iter().filter_map(|block| places.id(block)).collect();
        assert_eq!(ids, ["x-t", "x-why--how", "x-tŷ", "x-tŷ-2", "x-section-p-1", "x-section"]);
        assert_eq!(places.heading_address("#Tŷ-1").as_deref(), Some("#x-tŷ-2"));
    }

    #[test]
    fn a_number_has_an_id_if_it_has_a_digit() {
        let mut places = Places::of(&[], "");
        let mut id = |text: &str| places.number_id(&Label { text: text.to_owned(), origin: Origin::None });
        assert_eq!(id("3.6").as_deref(), Some("p-3.6"));
        assert_eq!(id("2025-26 (30)").as_deref(), Some("p-2025-26-30"));
        assert_eq!(id("(a)"), None);
        assert_eq!(id("3.6.").as_deref(), Some("p-3.6_2"));
    }

    #[test]
    fn a_place_in_another_file_is_led_to_by_its_name() {
        let document = parse(&Source::new("a.md", "# T\n\n## One\n\n## Two\n"));
        let (one, two) = document.blocks.split_at(2);
        let mut places = Places::in_files(&document.blocks, "", &[("1.html".to_owned(), one), ("2.html".to_owned(), two)]);
        assert_eq!(places.heading_address("#two").as_deref(), Some("2.html#two"));
        places.begin_file(1);
        assert_eq!(places.heading_address("#two").as_deref(), Some("#two"));
    }
}
