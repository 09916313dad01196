//! Where a passage is cut into sentences.

use crate::model::{Inline, InlineKind, Prose, walk};
use crate::text::sentences;

/// Where each sentence and each line that the author ended begins, after the first. The name of
/// another place in the document is one, whatever signs are in it.
pub(super) fn sentence_starts(content: &[Inline]) -> Vec<usize> {
    let prose = Prose::of(content);
    let text = prose.text();
    let mut starts: Vec<usize> = sentences(text).into_iter().skip(1).map(|range| range.start).collect();
    starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    starts.sort_unstable();
    starts.dedup();
    let mut at = 0;
    for inline in content {
        let length = Prose::of(std::slice::from_ref(inline)).text().len();
        if names_place(inline) {
            starts.retain(|start| !(at + 1..at + length).contains(start));
        }
        at += length;
    }
    starts
}

/// Whether an inline is the name of another place in the document, or holds one.
fn names_place(inline: &Inline) -> bool {
    let mut found = false;
    walk::inlines(std::slice::from_ref(inline), &mut |inner| found |= matches!(inner.kind, InlineKind::CrossReference { .. }));
    found
}
