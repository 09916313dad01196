//! What a worksheet chooses of a document.

use std::collections::BTreeMap;

use super::{Problem, Tick, Worksheet};
use crate::model::{Block, BlockKind, Document, Level};
use crate::read::parse;
use crate::rewrite::easy_read::{Added, PassageId, Selection, passages};
use crate::source::Source;

/// The headings that somebody writes among easy words lie no higher than this: the document's own do.
const HIGHEST_HEADING: usize = 3;

const KEPT_BY_SOURCE: &str = "The document itself keeps this passage, so it stays although its box is empty. To leave it out, take its ::: key-point or ::: easy-read out of the document.";

const CHANGED: &str = "The document has changed here, so this passage is left out. Read the easy words again, then tick the box.";

const CHANGED_AND_KEPT: &str =
    "The document has changed here, so this passage is as the document has it. Read the easy words again, then tick the box.";

impl Worksheet {
    /// What the worksheet chooses of a document, and what of that cannot be used.
    #[must_use]
    pub fn selection(&self, document: &Document) -> (Selection, Vec<Problem>) {
        // Whether the document itself keeps a passage.
        let there: BTreeMap<PassageId, bool> =
            passages(document).into_iter().map(|passage| (passage.id, passage.is_kept_by_source)).collect();
        let mut selection = Selection::default();
        let mut problems = Vec::new();
        let mut last: Option<&PassageId> = None;
        for entry in &self.entries {
            let is_there = entry.passage.as_ref().filter(|passage| there.contains_key(passage));
            let is_kept = is_there.and_then(|passage| there.get(passage)).is_some_and(|is_kept| *is_kept);
            last = is_there.or(last);
            match (entry.tick, &entry.passage, is_there) {
                (Tick::No, ..) if is_kept => problems.push(Problem::new(entry.line, KEPT_BY_SOURCE)),
                (Tick::No, ..) => {}
                // The box was ticked by the document, which keeps the passage no longer.
                (Tick::Yes, ..) if entry.is_kept_by_source && !is_kept && !entry.is_typed() => {}
                (Tick::LookAgain, ..) => {
                    let message = if is_kept { CHANGED_AND_KEPT } else { CHANGED };
                    problems.push(Problem::new(entry.line, message));
                }
                (Tick::Yes, Some(_), None) => {
                    let message =
                        "The document has changed here, so this passage is left out. Plan again with \"plainsong easy-read plan\".";
                    problems.push(Problem::new(entry.line, message));
                }
                (Tick::Yes, Some(_), Some(passage)) => {
                    let is_empty = entry.words.trim().is_empty();
                    if is_empty {
                        let message = "This passage is ticked and has no easy words. The draft is used.";
                        problems.push(Problem::new(entry.line, message));
                    }
                    let words = (entry.is_typed() && !is_empty).then(|| blocks(&entry.words));
                    selection.chosen.insert(passage.clone(), words);
                }
                (Tick::Yes, None, _) if entry.words.trim().is_empty() => {}
                (Tick::Yes, None, _) => selection.added.push(Added::new(last.cloned(), blocks(&entry.words))),
            }
        }
        (selection, problems)
    }
}

/// Easy words as blocks: a line a paragraph, save the items of a list.
fn blocks(words: &str) -> Vec<Block> {
    let is_item = |line: &str| line.trim_start().starts_with(['-', '*', '+']) || line.starts_with([' ', '\t']);
    let mut text = String::with_capacity(words.len() * 2);
    let mut before: Option<&str> = None;
    for line in words.lines() {
        let goes_on = before.is_some_and(|before| is_item(before) && is_item(line));
        text.push_str(match before {
            None => "",
            Some(_) if goes_on => "\n",
            Some(_) => "\n\n",
        });
        text.push_str(line);
        before = Some(line);
    }
    let mut blocks = parse(&Source::new("worksheet", text)).blocks;
    for block in &mut blocks {
        if let BlockKind::Heading { level, .. } = &mut block.kind {
            *level = (*level).max(Level::clamped(HIGHEST_HEADING));
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewrite::easy_read::{Extent, Options, easy_read, lines};
    use crate::worksheet::plan;

    const TEXT: &str = "# Plan\n\nWe met prior to lunch.\n\n## Buses\n\nMore buses.\n\n- Route 1\n- Route 2";

    /// The lines of the Easy Read that a worksheet makes, and the lines of its problems.
    fn made(edit: impl FnOnce(&mut Worksheet)) -> (Vec<String>, usize) {
        let document = parse(&Source::new("plan.md", TEXT));
        let mut sheet = plan(&document, &Options::default(), None).worksheet;
        edit(&mut sheet);
        let (selection, problems) = sheet.selection(&document);
        let easy = easy_read(&document, &Options { selection, ..Options::default() });
        assert_eq!(easy.extent == Extent::ShortVersion, sheet.chosen().next().is_some());
        (lines::lines(&easy.document.blocks), problems.len())
    }

    #[test]
    fn a_draft_that_is_ticked_is_said_as_it_is_drafted() {
        let (lines, problems) = made(|sheet| sheet.entries[0].tick = Tick::Yes);
        assert_eq!((lines, problems), (["Plan", "We met before lunch."].map(str::to_owned).to_vec(), 0));
    }

    #[test]
    fn words_that_somebody_wrote_stay_as_they_are_written() {
        let (lines, _) = made(|sheet| {
            sheet.entries[1].tick = Tick::Yes;
            sheet.entries[1].words = "Prior to May: few buses.\nMore now.\n- one\n- two".to_owned();
        });
        assert_eq!(lines, ["Plan", "Buses", "Prior to May: few buses.", "More now.", "one", "two"]);
    }

    #[test]
    fn what_the_document_keeps_stays_though_its_box_is_empty() {
        let text = "# Plan\n\n::: key-point\nMore buses.\n:::\n\nWe convened.\n\n::: easy-read\nWe met.\n:::\n\nTea.";
        let document = parse(&Source::new("plan.md", text));
        let sheet = plan(&document, &Options::default(), None).worksheet;
        let ticks: Vec<Tick> = sheet.entries.iter().map(|entry| entry.tick).collect();
        assert_eq!(ticks, [Tick::Yes, Tick::Yes, Tick::No]);
        let written = sheet.to_markdown();
        assert_eq!(written.matches("- [x] The document itself keeps this passage, with ::: key-point or ::: easy-read (").count(), 2);
        let (unticked, problems) = Worksheet::read(&written.replace("[x] The", "[ ] The")).unwrap();
        assert_eq!(problems, []);
        let (selection, problems) = unticked.selection(&document);
        let easy = easy_read(&document, &Options { selection, ..Options::default() });
        assert_eq!(lines::lines(&easy.document.blocks), ["Plan", "More buses.", "We met."]);
        assert_eq!(problems.len(), 2);
        assert!(problems[0].message.starts_with("The document itself keeps this passage"), "{problems:?}");
        let no_longer = parse(&Source::new("plan.md", text.replace("::: key-point\nMore buses.\n:::", "More buses.")));
        assert_eq!(sheet.selection(&no_longer).0.chosen.len(), 1);
    }

    #[test]
    fn what_must_be_looked_at_is_left_out_and_told() {
        let (lines, problems) = made(|sheet| {
            sheet.entries[0].tick = Tick::LookAgain;
            sheet.entries[1].tick = Tick::Yes;
            sheet.entries[1].words.clear();
            sheet.entries[2].tick = Tick::Yes;
            sheet.entries[2].passage = "00000000-1".parse().ok();
        });
        assert_eq!((lines, problems), (["Plan", "Buses", "More buses."].map(str::to_owned).to_vec(), 3));
    }
}
