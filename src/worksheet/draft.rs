//! The easy words that are drafted for each passage.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{BlockKind, Document, Item};
use crate::rewrite::easy_read::{Options, PassageId, easy_read, lines, passages};
use crate::source::Span;

/// The easy words of each passage, a line an idea.
pub(super) fn drafts(document: &Document, options: &Options) -> BTreeMap<PassageId, String> {
    // Nothing is left out: somebody is about to choose.
    let options = Options { whole_text: true, ..options.clone() };
    let easy = easy_read(document, &options);
    let passages = passages(document);
    let known: BTreeSet<Span> = passages.iter().filter_map(|passage| passage.span).collect();
    let mut said: BTreeMap<Span, Vec<String>> = BTreeMap::new();
    for block in &easy.document.blocks {
        match &block.kind {
            BlockKind::List(list) if !list.items.iter().any(|item| item.origin.span().is_some_and(|span| known.contains(&span))) => {
                // What a sentence lists.
                let items = list.items.iter().map(|item| format!("- {}", labelled(item).join(" ")));
                said.entry(block.origin.span().unwrap_or(NOWHERE)).or_default().extend(items);
            }
            BlockKind::List(list) => {
                for item in &list.items {
                    said.entry(item.origin.span().unwrap_or(NOWHERE)).or_default().append(&mut labelled(item));
                }
            }
            BlockKind::Heading { .. }
            | BlockKind::Paragraph { .. }
            | BlockKind::Definitions(_)
            | BlockKind::Table(_)
            | BlockKind::Quote(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Footnote { .. }
            | BlockKind::Explanation { .. }
            | BlockKind::Break => {
                said.entry(block.origin.span().unwrap_or(NOWHERE)).or_default().append(&mut lines::lines(std::slice::from_ref(block)))
            }
        }
    }
    let words = |span: Option<Span>| said.get(&span?).filter(|words| !words.is_empty()).map(|words| words.join("\n"));
    passages.into_iter().filter_map(|passage| Some((passage.id, words(passage.span)?))).collect()
}

/// The lines of an item, the first after its number or letter.
fn labelled(item: &Item) -> Vec<String> {
    let mut words = lines::lines(&item.blocks);
    if let (Some(label), Some(first)) = (&item.label, words.first_mut()) {
        *first = format!("{} {first}", label.text);
    }
    words
}

/// The place of what has none.
const NOWHERE: Span = Span::new(0, 0);
