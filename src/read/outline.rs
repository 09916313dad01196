//! The outline: one title, headings that nobody marked up, no level skipped.

use super::lines::lines;
use crate::model::{Block, BlockKind, Document, Inline, Level, Note, NoteKind, Origin, Prose};
use crate::text::words;

/// A heading in capitals is no longer than this many words.
const LONGEST_HEADING: usize = 14;
/// Capitals that say what became of an item, not what it is about.
const OUTCOMES: [&str; 10] = ["RESOLVED", "NOTED", "AGREED", "CARRIED", "LOST", "ACTION", "APPROVED", "DRAFT", "CONFIDENTIAL", "SIGNED"];

/// Finds headings, gives the document one title, and leaves no level out.
pub(super) fn recognise(document: &mut Document) {
    headings_in_capitals(document);
    title(document);
    levels(document);
}

/// A line in capitals on its own is a heading, unless it is the last line or names the body.
fn headings_in_capitals(document: &mut Document) {
    let body = document.meta.body.as_ref().map(|body| body.span);
    let last = document.blocks.len().saturating_sub(1);
    let mut marked_up = None;
    for (index, block) in document.blocks.iter_mut().enumerate() {
        if let BlockKind::Heading { level, .. } = &block.kind {
            marked_up = Some(*level);
        }
        let BlockKind::Paragraph { number, content } = &mut block.kind else { continue };
        let prose = Prose::of(content);
        let span = prose.span(0..prose.text().len());
        if index == last || !is_in_capitals(content) || (span.is_some() && span == body) {
            continue;
        }
        let level = marked_up.map_or(Level::TWO, |level| Level::clamped(usize::from(level.number()) + 1));
        block.kind = BlockKind::Heading { level, number: number.take(), content: std::mem::take(content) };
        if let Some(span) = block.origin.span() {
            document.notes.push(Note::new(NoteKind::HeadingFromCapitals, "This line in capitals was read as a heading.", span));
        }
    }
}

fn is_in_capitals(content: &[Inline]) -> bool {
    let prose = Prose::of(content);
    let text = prose.text().trim();
    let outside = without_brackets(text);
    let letters = outside.chars().filter(|character| character.is_uppercase()).count();
    let count = words(text).count();
    let first = words(text).next().map_or("", |range| &text[range]);
    lines(content).len() == 1
        && letters >= 4
        && count <= LONGEST_HEADING
        && !outside.chars().any(char::is_lowercase)
        && !text.ends_with(['.', ':', ';', ','])
        && !OUTCOMES.contains(&first)
        && !text.contains(['@', '\t', '_'])
        && !(count == 1 && text.bytes().any(|byte| byte.is_ascii_digit()))
}

/// "SUBJECT HISTORY (last 3 years)" is in capitals all the same.
fn without_brackets(text: &str) -> String {
    let mut outside = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(character),
            _ => {}
        }
    }
    outside
}

/// Puts the title at the head of the outline: where a heading or a first line says it, there;
/// otherwise as a heading of our making, before all else. A heading that only says the title again
/// then is a line like any other, so that the sections do not stand under it.
fn title(document: &mut Document) {
    let Some(title) = document.meta.title.clone() else { return };
    for block in &mut document.blocks {
        let (BlockKind::Heading { number, content, .. } | BlockKind::Paragraph { number, content }) = &mut block.kind else { continue };
        if starts_at(content, title.span.start) {
            block.kind = BlockKind::Heading { level: Level::ONE, number: number.take(), content: std::mem::take(content) };
            return;
        }
    }
    let again = document.blocks.iter_mut().find(|block| matches!(block.kind, BlockKind::Heading { .. }));
    if let Some(Block { kind, .. }) = again
        && let BlockKind::Heading { number: None, content, .. } = kind
        && Prose::of(content).text().trim() == title.value
    {
        *kind = BlockKind::Paragraph { number: None, content: std::mem::take(content) };
    }
    let origin = Origin::DerivedFrom(title.span);
    let content = vec![Inline::text(title.value, origin)];
    document.blocks.insert(0, Block::new(BlockKind::Heading { level: Level::ONE, number: None, content }, origin));
}

fn starts_at(content: &[Inline], start: usize) -> bool {
    let prose = Prose::of(content);
    prose.span(0..prose.text().len()).is_some_and(|span| span.start == start)
}

/// Gives each heading the level after that of the heading it stands under. The title alone has the
/// first level.
fn levels(document: &mut Document) {
    let title = document.meta.title.as_ref().map(|title| title.span.start);
    // The levels as marked up of the headings that the next one may stand under.
    let mut above: Vec<Level> = Vec::new();
    for block in &mut document.blocks {
        let BlockKind::Heading { level, content, .. } = &mut block.kind else { continue };
        let is_title = *level == Level::ONE
            && (matches!(block.origin, Origin::DerivedFrom(_)) || title.is_some_and(|title| starts_at(content, title)));
        if is_title {
            continue;
        }
        while above.last().is_some_and(|outer| *outer >= *level) {
            above.pop();
        }
        let new = Level::clamped(above.len() + 2);
        above.push(*level);
        if new != *level {
            if let Some(span) = block.origin.span() {
                let message = format!(
                    "This heading was of level {} and is now of level {}, so that no level is left out.",
                    level.number(),
                    new.number()
                );
                document.notes.push(Note::new(NoteKind::HeadingLevelChanged, message, span));
            }
            *level = new;
        }
    }
}
