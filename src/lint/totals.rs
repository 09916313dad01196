//! The figures of a whole text, for the rule that judges it as a whole.

use crate::lint::passage::Passage;
use crate::model::walk::{Place, Within};

/// How much there is in the sentences of a text. Headings, labels and tables hold no sentences to speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Totals {
    pub(super) sentences: usize,
    pub(super) words: usize,
    pub(super) syllables: usize,
    /// The words of the whole text, those of headings, labels and tables included.
    pub(super) all_words: usize,
}

impl Totals {
    /// Adds the sentences of a passage.
    pub(super) fn add(&mut self, passage: &Passage<'_>) {
        self.all_words += passage.words().len();
        if passage.place != Place::Paragraph || passage.within == Within::Cell || !passage.is_english {
            return;
        }
        for sentence in passage.sentences().iter().filter(|sentence| sentence.length >= FEWEST_WORDS) {
            self.sentences += 1;
            self.words += sentence.words.len();
            self.syllables += passage.syllables(sentence.words.clone());
        }
    }
}

/// Fewer words are a label or a name, and no sentence.
const FEWEST_WORDS: usize = 4;
