//! Hard words, marked where they stand and explained after their first use.

use super::{ExplainedWord, Writer};
use crate::lexicon::Entry;
use crate::model::{Block, BlockKind, Inline, InlineKind, Origin, Prose, cut};

impl Writer<'_> {
    /// The same words, the hard ones marked. A phrase that emphasis or a link cuts in two is not.
    pub(super) fn marked(&mut self, content: Vec<Inline>, hard_words: &mut Vec<ExplainedWord>) -> Vec<Inline> {
        let mut marked = Vec::with_capacity(content.len());
        let mut run = Vec::new();
        for mut inline in content {
            match &mut inline.kind {
                InlineKind::Text(_) | InlineKind::SoftBreak => {
                    run.push(inline);
                    continue;
                }
                // A web address is there to be typed, not read.
                InlineKind::Link { content: inner, .. } if is_address(inner) => {}
                InlineKind::Emphasis(inner)
                | InlineKind::Strong(inner)
                | InlineKind::Deleted(inner)
                | InlineKind::Link { content: inner, .. } => {
                    *inner = self.marked(std::mem::take(inner), hard_words);
                }
                // It is the name of a place, and headings are not marked either.
                InlineKind::CrossReference { .. }
                | InlineKind::HardWord(_)
                | InlineKind::Code(_)
                | InlineKind::Image(_)
                | InlineKind::Abbreviation { .. }
                | InlineKind::NoteRef(_)
                | InlineKind::LineBreak => {}
            }
            self.mark_run(&mut run, &mut marked, hard_words);
            marked.push(inline);
        }
        self.mark_run(&mut run, &mut marked, hard_words);
        marked
    }

    fn mark_run(&mut self, run: &mut Vec<Inline>, marked: &mut Vec<Inline>, hard_words: &mut Vec<ExplainedWord>) {
        let run = std::mem::take(run);
        let prose = Prose::of(&run);
        let lexicon = self.lexicon;
        let found: Vec<_> = lexicon
            .find(prose.text())
            .into_iter()
            .filter_map(|found| Some((found.range, found.entry, found.entry.meaning.as_deref()?)))
            .collect();
        let at: Vec<usize> = found.iter().flat_map(|(range, ..)| [range.start, range.end]).collect();
        for (index, part) in cut(&run, &at).into_iter().enumerate() {
            if index % 2 == 0 {
                marked.extend(part);
                continue;
            }
            let (_, entry, meaning) = &found[index / 2];
            let origin = Origin::covering(part.iter().map(|inline| inline.origin));
            marked.push(Inline::new(InlineKind::HardWord(part), origin));
            hard_words.extend(self.first_use(entry, meaning));
        }
    }

    fn first_use(&mut self, entry: &Entry, meaning: &str) -> Option<ExplainedWord> {
        let key = entry.term.to_lowercase();
        if self.explained.contains_key(&key) {
            return None;
        }
        let word = ExplainedWord { term: entry.term.clone(), meaning: meaning.to_owned() };
        self.explained.insert(key, word.clone());
        Some(word)
    }

    pub(super) fn explain_into(&mut self, blocks: &mut Vec<Block>) {
        for word in self.due.drain(..) {
            blocks.push(Block::new(BlockKind::Explanation { term: word.term, meaning: word.meaning.into() }, Origin::None));
        }
    }
}

/// Whether the words of a link are an address: one word, with a dot in it.
fn is_address(content: &[Inline]) -> bool {
    let prose = Prose::of(content);
    let shown = prose.text().trim();
    shown.contains('.') && !shown.contains(char::is_whitespace)
}
