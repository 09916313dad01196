//! The words of an Easy Read draft: plainer words, a sentence a paragraph, hard words marked and
//! explained.
//!
//! Nothing is left out or reordered. Each sentence on a line of its own and each hard word explained
//! where it is first used are what every UK guide asks for (GOV.UK 2020; Department of Health 2009).
//! Names, motions, votes, decisions and actions stay word for word, and so do headings and tables. What
//! people wrote, in the source or on a worksheet, stays as they wrote it.

mod authored;
mod bullets;
mod check;
mod compare;
mod edition;
mod flags;
mod full_forms;
mod hard_words;
pub(crate) mod ideas;
mod labels;
pub(crate) mod lines;
mod passages;
mod review;
mod selection;
mod sentence_starts;
mod shares;
mod word_for_word;

use std::collections::{BTreeMap, BTreeSet};

pub use authored::{Authored, without_easy_words};
use bullets::{bulleted, list};
pub use check::{Check, Checking};
pub use compare::{Comparison, certainty, compare, comparison_page};
use edition::Edition;
pub use edition::Extent;
use flags::flags;
pub use flags::{FLAGGED_RULES, Flag, FlagKind, flagged};
use full_forms::FullForms;
use labels::labelled;
pub use passages::{Passage, PassageId, passages};
pub use review::review_sheet;
pub use selection::{Added, Selection};
use sentence_starts::sentence_starts;
use shares::shares;
use word_for_word::{WordForWord, touches};

use super::plain::{Kept, reworded, reworded_by};
use crate::lexicon::Lexicon;
use crate::model::{Block, BlockKind, Document, Inline, Label, Lang, Prose, cut, trimmed};
use crate::outcome::Change;

/// How an Easy Read draft is worded.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The hard words to mark and explain.
    pub lexicon: Lexicon,
    /// Whether words are said in plainer words, and long sentences cut in two.
    pub plainer: bool,
    /// What somebody chose of the document. With nothing chosen here or in the source, it stays whole.
    pub selection: Selection,
    /// Whether the whole text is wanted, whatever is chosen.
    pub whole_text: bool,
    /// Who checked the words. Goes before what the document says of that.
    pub check: Option<Check>,
}

impl Default for Options {
    fn default() -> Self {
        Self { lexicon: Lexicon::built_in().clone(), plainer: true, selection: Selection::default(), whole_text: false, check: None }
    }
}

/// A document in the words of an Easy Read draft.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EasyRead {
    /// The document: each sentence a paragraph, hard words marked, an explanation after the first
    /// use of each. The sentences of one paragraph of the source share its origin.
    pub document: Document,
    /// The words that are explained, in the order of the alphabet.
    pub words: Vec<ExplainedWord>,
    /// What was said in other words, and what its author left out.
    pub changes: Vec<Change>,
    /// What was left for a person to look at. What the linter finds is added by [`flagged()`].
    pub flags: Vec<Flag>,
    /// How much of the document it holds.
    pub extent: Extent,
    /// How far its words are checked.
    pub checking: Checking,
    /// The code of its words, by which people say what they checked.
    pub code: String,
}

impl EasyRead {
    /// Whether it is a draft: until people who use Easy Read have checked these very words. The whole
    /// text always is, for nobody has chosen what people need.
    #[must_use]
    pub const fn is_draft(&self) -> bool {
        !matches!((self.extent, &self.checking), (Extent::ShortVersion, Checking::Checked(_)))
    }
}

/// A word and its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedWord {
    /// The word.
    pub term: String,
    /// What it means, as a clause that follows "means".
    pub meaning: String,
}

/// Words a document as an Easy Read draft.
///
/// ```
/// use plainsong::{Source, parse, rewrite::easy_read::{Options, easy_read}};
///
/// let document = parse(&Source::new("a.md", "# Care\n\nWe met stakeholders. They agreed."));
/// let easy = easy_read(&document, &Options::default());
/// assert_eq!(easy.words[0].term, "stakeholder");
/// // The title, two sentences, and what "stakeholder" means.
/// assert_eq!(easy.document.blocks.len(), 4);
/// ```
#[must_use]
pub fn easy_read(document: &Document, options: &Options) -> EasyRead {
    let Edition { document: edited, extent, changes, written } = Edition::of(document, (!options.whole_text).then_some(&options.selection));
    let mut writer = Writer {
        lexicon: &options.lexicon,
        plainer: options.plainer,
        language: &document.meta.language,
        fixed: WordForWord::of(document, written),
        full_forms: FullForms::of(&document.acronyms),
        explained: BTreeMap::new(),
        due: Vec::new(),
        changes,
    };
    let mut easy = Document { blocks: writer.blocks(&edited.blocks), ..edited.into_owned() };
    writer.explain_into(&mut easy.blocks);
    let Writer { explained, mut changes, .. } = writer;
    keep_first(&mut changes);
    let code = check::code(&easy);
    let checking = check::checking(options.check.clone().or_else(|| Check::stated(&document.meta)), &code);
    let flags = flags(&easy);
    EasyRead { document: easy, words: explained.into_values().collect(), changes, flags, extent, checking, code }
}

/// What the opening lists say is said again further on, and changed in the same way: that is one change.
fn keep_first(changes: &mut Vec<Change>) {
    let mut seen = BTreeSet::new();
    changes.retain(|change| change.span.is_none_or(|span| seen.insert((span, change.id, change.after.clone()))));
}

struct Writer<'a> {
    lexicon: &'a Lexicon,
    plainer: bool,
    /// The passages that stay word for word.
    fixed: WordForWord,
    full_forms: FullForms<'a>,
    changes: Vec<Change>,
    /// The language of the document. Only English words are looked up.
    language: &'a Lang,
    /// By the term in lower case, for the order of the alphabet.
    explained: BTreeMap<String, ExplainedWord>,
    /// Words used and not yet explained: their explanation follows as soon as a block can.
    due: Vec<ExplainedWord>,
}

impl Writer<'_> {
    /// Blocks between which explanations may stand.
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        let mut easy = Vec::with_capacity(blocks.len());
        for block in blocks {
            if matches!(block.kind, BlockKind::Heading { .. }) {
                self.full_forms.begin_section();
            }
            if let BlockKind::Paragraph { number, content } = &block.kind {
                for sentence in self.paragraph(number.as_deref(), content, block) {
                    easy.push(sentence.block);
                    self.due.extend(sentence.hard_words);
                    self.explain_into(&mut easy);
                }
            } else {
                easy.extend(self.block(block));
                self.explain_into(&mut easy);
            }
        }
        easy
    }

    /// Blocks within a list, a quotation or a note: explanations wait until it ends.
    fn inner_blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Vec<Block> {
        let kind = match &block.kind {
            BlockKind::Paragraph { number, content } => {
                let sentences = self.paragraph(number.as_deref(), content, block);
                return sentences
                    .into_iter()
                    .map(|sentence| {
                        self.due.extend(sentence.hard_words);
                        sentence.block
                    })
                    .collect();
            }
            BlockKind::List(list) => {
                let mut list = list.clone();
                for item in &mut list.items {
                    item.blocks = self.inner_blocks(&item.blocks);
                }
                BlockKind::List(list)
            }
            BlockKind::Definitions(definitions) => {
                let mut definitions = definitions.clone();
                for definition in &mut definitions {
                    definition.description = self.inner_blocks(&definition.description);
                }
                BlockKind::Definitions(definitions)
            }
            BlockKind::Quote(inner) => BlockKind::Quote(self.inner_blocks(inner)),
            BlockKind::Footnote { label, blocks } => BlockKind::Footnote { label: label.clone(), blocks: self.inner_blocks(blocks) },
            BlockKind::Heading { .. }
            | BlockKind::Table(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Explanation { .. }
            | BlockKind::Break => block.kind.clone(),
        };
        vec![Block::new(kind, block.origin).in_language(block.lang.clone())]
    }

    fn paragraph(&mut self, number: Option<&Label>, content: &[Inline], block: &Block) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let is_english = block.lang.as_ref().unwrap_or(self.language).is_english();
        let plainer = (self.plainer && is_english).then(|| self.plainer(content));
        let content = plainer.as_deref().unwrap_or(content);
        for part in cut(content, &sentence_starts(content)) {
            let part = trimmed(part);
            let number = if sentences.is_empty() { number.cloned().map(Box::new) } else { None };
            if part.is_empty() && number.is_none() {
                continue;
            }
            let is_free = is_english && self.plainer && !self.is_fixed(&part);
            // A label on a line of its own changes no word.
            let may_have_label = is_english && self.plainer && !self.is_whole(&part);
            let labelled = if may_have_label { labelled(&part, &mut self.changes) } else { None };
            let (number, part) = match labelled {
                Some((label, rest)) => {
                    sentences.push(self.sentence(number, label, block, is_english));
                    (None, rest)
                }
                None => (number, part),
            };
            let bulleted = if is_free { bulleted(&part, &mut self.changes) } else { None };
            let (part, items) = bulleted.map_or((part, Vec::new()), |bulleted| (bulleted.lead, bulleted.items));
            sentences.push(self.sentence(number, part, block, is_english));
            if !items.is_empty() {
                let mut hard_words = Vec::new();
                let items = items.into_iter().map(|item| self.marked(item, &mut hard_words)).collect();
                sentences.push(Sentence { block: list(items, block), hard_words });
            }
        }
        sentences
    }

    /// A sentence as a paragraph, with its hard words marked.
    fn sentence(&mut self, number: Option<Box<Label>>, content: Vec<Inline>, like: &Block, is_english: bool) -> Sentence {
        let mut hard_words = Vec::new();
        let content = if is_english { self.marked(content, &mut hard_words) } else { content };
        let block = Block::new(BlockKind::Paragraph { number, content }, like.origin).in_language(like.lang.clone());
        Sentence { block, hard_words }
    }

    /// Whether a passage touches one that stays word for word.
    fn is_fixed(&self, content: &[Inline]) -> bool {
        Prose::extent(content).is_none_or(|span| touches(&self.fixed.words, span))
    }

    /// Whether a passage touches one that is not even cut into sentences.
    fn is_whole(&self, content: &[Inline]) -> bool {
        Prose::extent(content).is_none_or(|span| touches(&self.fixed.whole, span))
    }

    /// A passage in plainer words, with what helps beside percentages and short forms.
    fn plainer(&mut self, content: &[Inline]) -> Vec<Inline> {
        let WordForWord { words, whole } = &self.fixed;
        let plainer = reworded(content, Kept { words, whole }, &mut self.changes);
        let with_shares = reworded_by(shares, &plainer, Kept { words, whole }, &mut self.changes);
        self.full_forms.in_full(with_shares, words, &mut self.changes)
    }
}

struct Sentence {
    block: Block,
    hard_words: Vec<ExplainedWord>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{InlineKind, Origin};
    use crate::{Source, parse};

    fn easy(text: &str) -> EasyRead {
        easy_read(&parse(&Source::new("t", text)), &Options::default())
    }

    fn lines(easy: &EasyRead) -> Vec<String> {
        easy.document
            .blocks
            .iter()
            .map(|block| match &block.kind {
                BlockKind::Paragraph { number, content } => {
                    format!(
                        "{}{}",
                        number.as_ref().map(|number| format!("{} ", number.text)).unwrap_or_default(),
                        Prose::of(content).text()
                    )
                }
                BlockKind::Explanation { term, meaning } => format!("{term} means {meaning}"),
                other => format!("{other:?}").chars().take(4).collect(),
            })
            .collect()
    }

    #[test]
    fn each_sentence_is_a_paragraph_and_the_number_stays_with_the_first() {
        let easy = easy("# T\n\n3.1 The *panel met. It* agreed.");
        assert_eq!(lines(&easy)[1..], ["3.1 The panel met. ", "It agreed."]);
    }

    #[test]
    fn decisions_stay_word_for_word_and_other_words_are_plainer() {
        let text = "# Minutes\n\nPresent: A. Vane\n\nWe met prior to lunch.\n\nAGREED: That an additional bench be purchased.";
        let easy = easy(text);
        let lines = lines(&easy).join("\n");
        assert!(lines.contains("We met before lunch."), "{lines}");
        assert!(lines.contains("AGREED: That an additional bench be purchased."), "{lines}");
        assert_eq!(easy.changes.len(), 1, "{:?}", easy.changes);
    }

    #[test]
    fn a_hard_word_is_marked_at_each_use_and_explained_once() {
        let easy = easy("# T\n\nStakeholders met. The stakeholders left.");
        assert_eq!(
            lines(&easy)[1..],
            ["Stakeholders met.", "stakeholder means a person or group that a plan affects", "The stakeholders left."]
        );
        assert_eq!(easy.words.len(), 1);
        let marks = easy.document.blocks.iter().filter(|block| {
            matches!(&block.kind, BlockKind::Paragraph { content, .. } if content.iter().any(|inline| matches!(inline.kind, InlineKind::HardWord(_))))
        });
        assert_eq!(marks.count(), 2);
    }

    #[test]
    fn explanations_wait_until_a_list_ends() {
        let easy = easy("# T\n\n- stakeholders\n- governance\n\nNext.");
        let lines = lines(&easy);
        assert_eq!(lines.len(), 5, "{lines:?}");
        assert!(lines[2].starts_with("stakeholder means") && lines[3].starts_with("governance means"), "{lines:?}");
    }

    #[test]
    fn an_address_is_not_marked() {
        let easy =
            easy("# T\n\n<https://council.example/co-production/governance> and [governance](https://council.example/governance%20now)");
        assert_eq!(easy.words.iter().map(|word| word.term.as_str()).collect::<Vec<_>>(), ["governance"]);
        assert_eq!(format!("{:?}", easy.document.blocks).matches("HardWord").count(), 1);
    }

    #[test]
    fn the_name_of_a_place_is_not_cut_into_sentences() {
        let content = vec![Inline::text("No. 6. It is here. There", Origin::None)];
        let name = Inline::new(InlineKind::CrossReference { to: crate::Span::new(0, 1), content }, Origin::None);
        let content = [Inline::new(InlineKind::Strong(vec![name]), Origin::None), Inline::text(": It was agreed. It ended.", Origin::None)];
        assert_eq!(cut(&content, &sentence_starts(&content)).len(), 2);
    }

    #[test]
    fn hard_words_in_the_opening_lists_are_explained_there() {
        let text = "# Minutes\n\nPresent: A. Vane\n\nApologies: None\n\n## Benches\n\nRESOLVED: That stakeholders be asked.";
        let summarised = crate::rewrite::summary::summarise(&parse(&Source::new("t", text))).unwrap();
        let easy = easy_read(&summarised.document, &Options::default());
        let list = easy.document.blocks.iter().position(|block| matches!(block.kind, BlockKind::List(_))).unwrap();
        assert!(lines(&easy)[list + 1].starts_with("stakeholder means"), "{:?}", lines(&easy));
        assert_eq!(easy.words.len(), 1);
    }

    #[test]
    fn doing_it_twice_marks_nothing_twice() {
        let once = easy("# T\n\nStakeholders met **the stakeholders**.");
        let twice = easy_read(&once.document, &Options::default());
        let marks = |easy: &EasyRead| format!("{:?}", easy.document.blocks).matches("HardWord").count();
        assert_eq!(marks(&once), marks(&twice));
    }
}
