//! The easy words that are drafted for each passage.

use std::collections::BTreeMap;

use crate::model::{BlockKind, Document};
use crate::rewrite::easy_read::{Options, PassageId, easy_read, lines, passages};
use crate::source::Span;

/// The easy words of each passage, a line an idea.
pub(super) fn drafts(document: &Document, options: &Options) -> BTreeMap<PassageId, String> {
    // Nothing is left out: somebody is about to choose.
    let options = Options { whole_text: true, ..options.clone() };
    let easy = easy_read(document, &options);
    let mut said: BTreeMap<Span, Vec<String>> = BTreeMap::new();
    for block in &easy.document.blocks {
        if let BlockKind::List(list) = &block.kind {
            for item in &list.items {
                let mut words = lines::lines(&item.blocks);
                if let (Some(label), Some(first)) = (&item.label, words.first_mut()) {
                    *first = format!("{} {first}", label.text);
                }
                said.entry(item.origin.span().unwrap_or(NOWHERE)).or_default().append(&mut words);
            }
        } else if let Some(span) = block.origin.span() {
            said.entry(span).or_default().append(&mut lines::lines(std::slice::from_ref(block)));
        }
    }
    let words = |span: Option<Span>| said.get(&span?).filter(|words| !words.is_empty()).map(|words| words.join("\n"));
    passages(document).into_iter().filter_map(|passage| Some((passage.id, words(passage.span)?))).collect()
}

/// The place of an item that has none.
const NOWHERE: Span = Span::new(0, 0);
