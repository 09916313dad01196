//! Decisions and actions, with a label that everyone can see and hear: whole paragraphs as a region,
//! a sentence among others as a part of its paragraph. Only what the document says in so many words.

use super::markup::Attributes;
use super::writer::{Medium, Writer};
use crate::model::{Block, BlockKind, Document, Inline, Label, Prose, cut, walk};
use crate::render::announcements::{Announcement, Announcements};
use crate::source::Span;

/// The decisions and actions of a document.
pub(super) struct Marks {
    announcements: Announcements,
    /// Those whose region is open: they have their label.
    labelled: Vec<Span>,
    /// Whether no label is needed: the headings of the table say what its rows are.
    pub(super) are_named: bool,
}

impl Marks {
    pub(super) fn of(document: &Document) -> Self {
        Self { announcements: Announcements::of(document), labelled: Vec::new(), are_named: false }
    }

    /// How many of these blocks, from the first on, one decision or action goes through.
    pub(super) fn region(&self, blocks: &[Block]) -> usize {
        let Some(mark) = self.opened_by(blocks).first() else { return 0 };
        let goes_on = |block: &&Block| block.origin.span().is_some_and(|span| mark.span.contains(span)) && can_be_marked(block);
        1 + blocks.iter().skip(1).take_while(goes_on).count()
    }

    /// What goes through the first of these blocks, or nearly so: a number or marks of emphasis may
    /// lie outside.
    fn opened_by(&self, blocks: &[Block]) -> &[Announcement] {
        if self.announcements.is_empty() || self.are_named {
            return &[];
        }
        let Some((block, span)) = blocks.first().and_then(|block| Some((block, block.origin.span()?))) else { return &[] };
        let due = self.announcements.between(span);
        let common = |due: &Announcement| due.span.end.min(span.end).saturating_sub(due.span.start);
        let is_whole = due.first().is_some_and(|due| common(due) * 5 >= (span.end - span.start) * 4);
        if is_whole && can_be_marked(block) && !self.labelled.iter().any(|labelled| labelled.contains(span)) { due } else { &[] }
    }

    /// What these words are to be labelled with: each label, and the part of the prose that it is for.
    fn within(&self, content: &[Inline]) -> Vec<(Announcement, std::ops::Range<usize>)> {
        if self.announcements.is_empty() || self.are_named {
            return Vec::new();
        }
        let due = self.announcements.within(None, content).iter().filter(|due| !self.labelled.contains(&due.span));
        let mut due = due.peekable();
        if due.peek().is_none() {
            return Vec::new();
        }
        let prose = Prose::of(content);
        due.filter_map(|due| Some((due.clone(), prose.within(due.span)?))).collect()
    }
}

/// Whether a region can be made of a block. A heading opens a section, and is part of no other thing.
fn can_be_marked(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph { .. } | BlockKind::List(_) | BlockKind::Quote(_) => true,
        BlockKind::Heading { .. }
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Explanation { .. }
        | BlockKind::Break => false,
    }
}

impl<'a> Writer<'a> {
    /// How many of these blocks are to be one region. A filter lets no region through, so a fragment
    /// has its labels among the words.
    pub(super) fn region_length(&self, blocks: &[Block]) -> usize {
        if self.medium == Medium::Fragment { 0 } else { self.marks.region(blocks) }
    }

    /// Writes a region that these blocks open.
    pub(super) fn region(&mut self, blocks: &'a [Block], write: impl FnOnce(&mut Self)) {
        let marks: Vec<Announcement> = self.marks.opened_by(blocks).to_vec();
        let mut kinds: Vec<String> = marks.iter().map(|mark| mark.kind().to_lowercase()).collect();
        kinds.dedup();
        let mut labels: Vec<&str> = marks.iter().map(|mark| mark.words.as_str()).collect();
        labels.dedup();
        let (class, label) = (format!("mark {}", kinds.join(" ")), labels.join("; "));
        let is_said = labels.len() == 1 && marks.first().is_some_and(|mark| mark.is_said_by("", &first_words(blocks)));
        let labelled = self.marks.labelled.len();
        self.marks.labelled.extend(marks.iter().map(|mark| mark.span));
        let attributes: Attributes<'_> = &[("class", Some(&class)), ("role", Some("group")), ("aria-label", Some(&label))];
        self.element_on_lines("div", attributes, |writer| {
            if !is_said {
                writer.in_own_language(|writer| {
                    writer.block_element("p", &[("class", Some("mark-label"))], |writer| writer.own_words(&label));
                });
            }
            write(writer);
        });
        self.marks.labelled.truncate(labelled);
    }

    /// Writes the words of a paragraph after the numbers printed before them, with labels before the
    /// decisions and actions among them.
    pub(super) fn words(&mut self, numbers: &[Option<&Label>], content: &[Inline]) {
        let due = self.marks.within(content);
        if due.is_empty() {
            numbers.iter().for_each(|number| self.number(*number));
            self.inlines(content);
            return;
        }
        let prose = Prose::of(content);
        let mut edges: Vec<usize> = due.iter().flat_map(|(_, range)| [range.start, range.end]).filter(|edge| *edge > 0).collect();
        edges.sort_unstable();
        edges.dedup();
        let parts = cut(content, &edges);
        let mut numbers = numbers;
        for (start, part) in std::iter::once(0).chain(edges).zip(parts) {
            let numbers = std::mem::take(&mut numbers);
            match due.iter().find(|(_, range)| range.start == start) {
                Some((mark, _)) => {
                    let (before, after) = prose.text().split_at_checked(start).unwrap_or_default();
                    let is_said = mark.is_said_by(before, after);
                    let class = format!("mark {}", mark.kind().to_lowercase());
                    self.part("span", &class, |writer| {
                        if !is_said {
                            let attributes = [("class", Some("mark-label")), ("lang", writer.own_language_tag())];
                            writer.element("strong", &attributes, |writer| writer.own_words(&format!("{}:", mark.words)));
                            writer.own_words(" ");
                        }
                        // A number stays with its first word.
                        numbers.iter().for_each(|number| writer.number(*number));
                        writer.inlines(&part);
                    });
                }
                None => {
                    numbers.iter().for_each(|number| self.number(*number));
                    self.inlines(&part);
                }
            }
        }
    }

    /// Writes an element that says no more than its class; a fragment does without.
    fn part(&mut self, name: &'static str, class: &str, fill: impl FnOnce(&mut Self)) {
        if self.medium == Medium::Fragment { fill(self) } else { self.element(name, &[("class", Some(class))], fill) }
    }
}

/// The words that blocks begin with.
fn first_words(blocks: &[Block]) -> String {
    let mut words = String::new();
    walk::passages(blocks.get(..1).unwrap_or_default(), &mut |passage| {
        if words.is_empty() {
            words.push_str(&Prose::text_of(passage.content));
        }
    });
    words
}
