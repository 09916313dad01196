//! The names by which links within a document lead to its headings, as GitHub and pandoc make them.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Block, BlockKind, Prose, walk};

/// The headings of a document by name.
pub(crate) struct Slugs<'a> {
    blocks: &'a [Block],
    /// Most documents hold no link to a heading, so no name is made before the first is looked for.
    headings: OnceCell<HashMap<String, Named<'a>>>,
}

impl<'a> Slugs<'a> {
    /// The names of the headings among these blocks.
    pub(crate) const fn of(blocks: &'a [Block]) -> Self {
        Self { blocks, headings: OnceCell::new() }
    }

    /// The heading that a link's target, such as `#what-we-found`, leads to.
    pub(crate) fn heading(&self, target: &str) -> Option<&'a Block> {
        let name = target.trim().strip_prefix('#')?;
        let headings = self.headings.get_or_init(|| by_name(self.blocks));
        headings.get(&decoded(name).to_lowercase()).map(|named| named.heading)
    }
}

/// A heading by one of its names.
struct Named<'a> {
    heading: &'a Block,
    /// How many headings have the words that GitHub makes this name of.
    count: usize,
}

fn by_name(blocks: &[Block]) -> HashMap<String, Named<'_>> {
    let mut names: HashMap<String, Named<'_>> = HashMap::new();
    let mut names_of_pandoc = Vec::new();
    walk::blocks(blocks, &mut |heading| {
        let BlockKind::Heading { number, content, .. } = &heading.kind else { return };
        let words = match number {
            Some(number) => [&number.text, " ", &Prose::text_of(content)].concat().to_lowercase(),
            None => Prose::text_of(content).to_lowercase(),
        };
        names_of_pandoc.push((pandoc(&words), heading));
        let again = match names.entry(github(&words)) {
            Entry::Vacant(entry) => {
                entry.insert(Named { heading, count: 1 });
                return;
            }
            Entry::Occupied(mut entry) => {
                entry.get_mut().count += 1;
                (entry.get().count > 1).then(|| format!("{}-{}", entry.key(), entry.get().count - 1))
            }
        };
        if let Some(name) = again {
            names.entry(name).or_insert(Named { heading, count: 0 });
        }
    });
    for (name, heading) in names_of_pandoc {
        names.entry(name).or_insert(Named { heading, count: 0 });
    }
    names
}

/// GitHub leaves out signs and writes spaces as hyphens.
pub(crate) fn github(words: &str) -> String {
    let kept = words.trim().chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_'));
    let mut slug = String::with_capacity(words.len());
    slug.extend(kept.map(|sign| if sign == ' ' { '-' } else { sign }));
    slug
}

/// pandoc keeps full stops, makes one hyphen of several spaces, and begins with the first letter.
fn pandoc(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        let mut hyphen = (!slug.is_empty()).then_some('-');
        for sign in word.chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.')) {
            if !slug.is_empty() || sign.is_alphabetic() {
                slug.extend(hyphen.take());
                slug.push(sign);
            }
        }
    }
    slug
}

/// A name without percent signs: `t%C5%B7` is `tŷ`.
fn decoded(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let [first, after @ ..] = rest {
        let escape = after.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    /// Which block of a document a target leads to.
    fn place(slugs: &Slugs<'_>, target: &str) -> Option<usize> {
        slugs.heading(target).and_then(|found| slugs.blocks.iter().position(|block| std::ptr::eq(block, found)))
    }

    #[test]
    fn a_heading_is_found_by_each_of_its_names() {
        let document = parse(&Source::new("a.md", "# T\n\n## 1.0 Why, & how\n\n## Tŷ newydd\n\n## Tŷ newydd\n"));
        let slugs = Slugs::of(&document.blocks);
        for (target, at) in [
            ("#10-why--how", Some(1)),
            ("#why-how", Some(1)),
            ("#t%C5%B7-newydd", Some(2)),
            ("#Tŷ-newydd-1", Some(3)),
            ("#t%-", None),
            ("10-why--how", None),
        ] {
            assert_eq!(place(&slugs, target), at, "{target}");
        }
    }

    #[test]
    fn of_two_headings_with_one_name_the_first_has_it() {
        let document = parse(&Source::new("a.md", "# T\n\n## A\n\n## A\n\n## A-1\n\n## A-1\n\n## A"));
        let slugs = Slugs::of(&document.blocks);
        assert_eq!(
            ["#a", "#a-1", "#a-1-1", "#a-2", "#a-3"].map(|target| place(&slugs, target)),
            [Some(1), Some(2), Some(4), Some(5), None]
        );
    }
}
