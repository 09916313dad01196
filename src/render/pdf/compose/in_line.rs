//! Blocks told in a line: the heading of a column, where the table is no grid of cells.

use super::super::flow::lines::Passage;
use super::super::tags::{NodeId, Role};
use super::Composer;
use super::inlines::Look;
use crate::model::{Block, BlockKind, Inline, InlineKind, Label};
use crate::render::wording;

/// Stands between two blocks.
const BETWEEN: &str = ", ";

impl Composer<'_, '_> {
    /// Adds all that blocks say to a passage, a comma between one and the next.
    pub(super) fn add_in_line(&mut self, passage: &mut Passage, blocks: &[Block], look: &Look) {
        let start = passage.text.len();
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { number, content, .. } | BlockKind::Paragraph { number, content } => {
                    if let Some(anchor) = self.places.anchor(block) {
                        self.tree.anchor(anchor, look.node);
                    }
                    self.add_part(passage, start, number.as_deref(), content, look);
                }
                BlockKind::List(list) => {
                    for item in &list.items {
                        self.add_part(passage, start, item.label.as_deref(), &[], look);
                        self.add_in_line_after(passage, start, &item.blocks, look);
                    }
                }
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        self.add_part(passage, start, None, &definition.term, look);
                        self.add_in_line_after(passage, start, &definition.description, look);
                    }
                }
                BlockKind::Table(table) => {
                    self.add_part(passage, start, None, &table.caption, look);
                    for cell in table.head.iter().chain(&table.body).flat_map(|row| &row.cells) {
                        self.add_in_line_after(passage, start, &cell.blocks, look);
                    }
                }
                BlockKind::Quote(blocks) => self.add_in_line_after(passage, start, blocks, look),
                BlockKind::Footnote { label, blocks } => {
                    let label = Label { text: format!("[{label}]"), origin: block.origin };
                    self.add_part(passage, start, Some(&label), &[], look);
                    self.add_in_line_after(passage, start, blocks, look);
                }
                BlockKind::Code(text) => {
                    let code = Inline::new(InlineKind::Code(text.trim_end().to_owned()), block.origin);
                    self.add_part(passage, start, None, std::slice::from_ref(&code), look);
                }
                BlockKind::Figure(image) => {
                    let image = Inline::new(InlineKind::Image(image.clone()), block.origin);
                    self.add_part(passage, start, None, std::slice::from_ref(&image), look);
                }
                BlockKind::Explanation { term, meaning } => {
                    let words = [Inline::text(format!("{term}{}", wording::meaning(meaning)), block.origin)];
                    self.add_part(passage, start, None, &words, look);
                }
                BlockKind::Break => {}
            }
        }
    }

    /// What was told since `start` of a passage, without the marks of notes: those are told once.
    pub(super) fn told_since(&self, passage: &Passage, start: usize) -> String {
        let is_mark = |node: NodeId| {
            let node = self.tree.nodes.get(node.0);
            let holder = node.and_then(|node| self.tree.nodes.get(node.parent?.0));
            [node, holder].into_iter().flatten().any(|node| node.role == Role::Reference)
        };
        let first = passage.runs.partition_point(|run| run.range.end <= start);
        let runs = passage.runs.iter().skip(first).filter(|run| !is_mark(run.node));
        let words: String = runs.filter_map(|run| passage.text.get(run.range.start.max(start)..run.range.end)).collect();
        words.replace('\n', " ").trim_matches([' ', '\u{a0}', ':']).to_owned()
    }

    fn add_in_line_after(&mut self, passage: &mut Passage, start: usize, blocks: &[Block], look: &Look) {
        for block in blocks {
            self.add_between(passage, start, look);
            self.add_in_line(passage, std::slice::from_ref(block), look);
        }
    }

    fn add_part(&mut self, passage: &mut Passage, start: usize, label: Option<&Label>, content: &[Inline], look: &Look) {
        if label.is_none() && content.is_empty() {
            return;
        }
        self.add_between(passage, start, look);
        if let Some(label) = label {
            self.add_words(passage, &format!("{} ", label.text), None, look);
        }
        self.add(passage, content, look);
    }

    /// Keeps what comes apart from what was told since `start`. A label is no part of its own.
    fn add_between(&mut self, passage: &mut Passage, start: usize, look: &Look) {
        let goes_on = passage.text.get(start..).is_some_and(|told| !told.is_empty() && !told.ends_with([' ', '\n']));
        if goes_on {
            self.add_words(passage, BETWEEN, None, look);
        }
    }
}
