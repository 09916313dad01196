//! The outline: one title, no level skipped.

use crate::model::{Block, BlockKind, Document, Inline, Level, Note, NoteKind, Origin, Prose};

/// Gives the document one title, and leaves no level out.
pub(super) fn recognise(document: &mut Document) {
    title(document);
    levels(document);
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
    Prose::extent(content).is_some_and(|span| span.start == start)
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
            // What comes before the title, such as the name of the body, is above nothing.
            above.clear();
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
