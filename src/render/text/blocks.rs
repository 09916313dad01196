//! Blocks, each as a speaker says it.

use crate::model::{Block, BlockKind, Definition, Image, Inline, Label, List, Origin};
use crate::render::lists::{self, count};
use crate::render::wording;

use super::clean;
use super::inlines::{Words, forbidden};
use super::script::{Kind, Utterance, end_sentence, flat};
use super::speaker::{Passage, Speaker};

impl<'a> Speaker<'a> {
    /// Says blocks, in order.
    pub(super) fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        match &block.kind {
            BlockKind::Heading { level, number, content } => {
                let (words, notes) = self.without_notes(|speaker| speaker.passage(content));
                let words = format!("{}{}", printed(number.as_deref()), flat(&words));
                let words = if words.trim().is_empty() { "blank" } else { words.trim() };
                let announcement = self.heading_announcement(*level);
                self.utter(Kind::Heading, format!("{announcement}{words}"));
                self.say_notes(Kind::Paragraph, notes);
            }
            BlockKind::Paragraph { number, content } => self.paragraph(number.as_deref(), content),
            BlockKind::List(list) => self.list(list),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Quote(blocks) => {
                let start = self.script.len();
                self.blocks(blocks);
                self.lead(start, Kind::Paragraph, "Quote: ");
                self.utter(Kind::Continued, "End of quote.");
            }
            BlockKind::Code(text) => self.code(text, block.origin),
            BlockKind::Figure(image) => self.figure(image, block.origin),
            // A note is said where the text refers to it, or after the text.
            BlockKind::Footnote { .. } => {}
            BlockKind::Explanation { term, meaning } => {
                self.own_words(Kind::Paragraph, &format!("{term}{}", wording::meaning(meaning)));
            }
            BlockKind::Break => {}
        }
    }

    fn paragraph(&mut self, number: Option<&Label>, content: &'a [Inline]) {
        let mut passage = self.passage_after(number, content);
        passage.text.insert_str(passage.opening, &printed(number));
        passage.text.truncate(passage.text.trim_end().len());
        if !passage.text.is_empty() {
            let Passage { text, opening } = passage;
            self.script.push(Utterance { text, kind: Kind::Paragraph, opening });
        }
    }

    fn list(&mut self, list: &'a List) {
        if let [item] = list.items.as_slice()
            && lists::is_numbered_line(list)
        {
            let start = self.script.len();
            self.blocks(&item.blocks);
            self.label(start, Kind::Paragraph, item.label.as_deref());
            return;
        }
        if list.items.is_empty() {
            return;
        }
        self.list_depth += 1;
        let level = if self.list_depth > 1 { format!(", level {}", self.list_depth) } else { String::new() };
        self.utter(Kind::Paragraph, format!("List of {}{level}", count(list.items.len(), "item")));
        let mut end_is_plain = self.list_depth == 1;
        for (index, item) in list.items.iter().enumerate() {
            let start = self.script.len();
            self.blocks(&item.blocks);
            match &item.label {
                Some(label) => self.label(start, Kind::Continued, Some(label)),
                None => self.lead(start, Kind::Continued, &format!("Item {} of {}: ", index + 1, list.items.len())),
            }
            let last = index + 1 == list.items.len();
            if last && (item.label.is_some() || self.script.len() > start + 1) {
                end_is_plain = false;
            }
            self.continue_from(start);
        }
        if !end_is_plain {
            self.utter(Kind::Continued, format!("End of list{level}."));
        }
        self.list_depth -= 1;
    }

    fn definitions(&mut self, definitions: &'a [Definition]) {
        for (index, definition) in definitions.iter().enumerate() {
            let (term, notes) = self.without_notes(|speaker| speaker.passage(&definition.term));
            let start = self.script.len();
            self.blocks(&definition.description);
            self.lead(start, Kind::Continued, &format!("{}: ", flat(&term).trim_end_matches(':')));
            self.continue_from(start);
            self.say_notes(Kind::Continued, notes);
            if index == 0
                && let Some(first) = self.script.get_mut(start)
            {
                first.kind = Kind::Paragraph;
            }
        }
    }

    fn code(&mut self, text: &str, origin: Origin) {
        let mut words = String::from("Code:\n");
        if clean::append_as_typed(&mut words, text) {
            self.losses.append(&mut forbidden(text, origin));
        }
        self.utter(Kind::Paragraph, words.trim_end());
        self.utter(Kind::Continued, "End of code.");
    }

    fn figure(&mut self, image: &Image, origin: Origin) {
        let mut words = Words::default();
        words.image(image, origin);
        self.losses.append(&mut words.losses);
        end_sentence(&mut words.text);
        self.utter(Kind::Paragraph, words.text);
    }

    /// Puts words before what has been said since `start`; with nothing said, that is blank.
    fn lead(&mut self, start: usize, kind: Kind, words: &str) {
        match self.script.get_mut(start) {
            Some(first) => {
                first.text.insert_str(0, words);
                first.kind = kind;
            }
            None => self.utter(kind, format!("{words}blank")),
        }
    }

    /// Puts a printed label before what has been said since `start`. What is announced comes before it.
    fn label(&mut self, start: usize, kind: Kind, label: Option<&Label>) {
        let opening = self.script.get(start).map_or(0, |first| first.opening);
        match self.script.get_mut(start).filter(|_| opening > 0) {
            Some(first) => {
                first.text.insert_str(opening, &printed(label));
                first.kind = kind;
            }
            None => self.lead(start, kind, &printed(label)),
        }
    }

    /// Makes what has been said since `start` part of what was said before.
    fn continue_from(&mut self, start: usize) {
        for utterance in self.script.iter_mut().skip(start) {
            utterance.kind = Kind::Continued;
        }
    }
}

/// A label as printed, and a space.
fn printed(label: Option<&Label>) -> String {
    let mut text = String::new();
    if let Some(label) = label {
        clean::append(&mut text, &label.text);
        clean::append_space(&mut text);
    }
    text
}
