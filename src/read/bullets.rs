//! Bullets that no markup makes a list: `•`, `➢`, `✓` and the like at the start of a line.

use super::lines::{is_line_end, opening, span};
use super::stretches::Sections;
use crate::model::{Block, BlockKind, Inline, InlineKind, Item, List, Note, NoteKind, Origin, Prose, cut, trimmed, walk};
use crate::source::Span;

/// Signs that are bullets wherever a line begins with one.
const BULLETS: [char; 13] = ['•', '▪', '▫', '◦', '●', '○', '■', '□', '►', '▶', '➢', '➤', '❖'];
/// Signs that are bullets where several lines begin with one. Hyphens and stars are Markdown's, but
/// set in too far for it to see a list.
const TOGETHER: [char; 4] = ['·', '–', '-', '*'];
/// Signs that are bullets where several lines begin with one, and answers in the cells of a table.
const TICKS: [char; 3] = ['✓', '✔', '√'];

/// Turns lines and paragraphs that begin with a bullet into lists. In cells a tick is an answer.
pub(super) fn recognise(sections: &mut Sections) {
    let Sections { blocks, notes } = sections;
    // Outer lists of blocks come before inner ones.
    let mut ticks: &[char] = &TICKS;
    walk::block_lists_mut(blocks, &mut |blocks| {
        if blocks.iter().any(has_bullets) {
            *blocks = lists(std::mem::take(blocks), ticks, notes);
        }
        ticks = &[];
    });
}

fn has_bullets(block: &Block) -> bool {
    let BlockKind::Paragraph { number: None, content } = &block.kind else { return false };
    content.split(is_line_end).any(|line| bullet(line).is_some())
}

/// The sign that a line begins with, and how many bytes it takes with the space after it.
fn bullet(line: &[Inline]) -> Option<(char, usize)> {
    // Few lines begin with a sign, and need to be put together.
    let sign = opening(line.get(..1)?)?.chars().next().filter(|sign| !sign.is_ascii_alphanumeric())?;
    [&BULLETS[..], &TOGETHER, &TICKS].iter().find(|signs| signs.contains(&sign))?;
    let prose = Prose::of(line);
    let text = prose.text();
    let rest = text.strip_prefix(sign)?;
    let words = rest.trim_start();
    let stands_alone = words.len() < rest.len() || (BULLETS.contains(&sign) && rest.starts_with(char::is_alphanumeric));
    (stands_alone && !words.is_empty()).then_some((sign, text.len() - words.len()))
}

/// A stretch of blocks that is no list yet.
enum Part {
    Line { content: Vec<Inline>, sign: char, length: usize },
    Other(Block),
}

/// Makes a list of each run of lines with the same bullet.
fn lists(blocks: Vec<Block>, ticks: &[char], notes: &mut Vec<Note>) -> Vec<Block> {
    let mut made = Vec::with_capacity(blocks.len());
    let mut run: Vec<(Vec<Inline>, usize)> = Vec::new();
    let mut run_sign = None;
    let mut close = |run: &mut Vec<(Vec<Inline>, usize)>, sign: Option<char>, made: &mut Vec<Block>| {
        let Some(sign) = sign else { return };
        let is_list = BULLETS.contains(&sign) || (run.len() > 1 && (TOGETHER.contains(&sign) || ticks.contains(&sign)));
        let run = std::mem::take(run);
        if is_list {
            made.extend(list(run, notes));
        } else {
            made.extend(run.into_iter().map(|(content, _)| paragraph(content)));
        }
    };
    let mut add = |part, made: &mut Vec<Block>| {
        let sign = if let Part::Line { sign, .. } = part { Some(sign) } else { None };
        if sign != run_sign {
            close(&mut run, run_sign, made);
        }
        run_sign = sign;
        match part {
            Part::Line { content, length, .. } => run.push((content, length)),
            Part::Other(block) => made.push(block),
        }
    };
    for block in blocks {
        match parts(&block) {
            Some(parts) => parts.into_iter().for_each(|part| add(part, &mut made)),
            None => add(Part::Other(block), &mut made),
        }
    }
    close(&mut run, run_sign, &mut made);
    made
}

/// A paragraph cut before each line that begins with a bullet. A line without one goes on with the
/// line before it. `None`, if no line does.
fn parts(block: &Block) -> Option<Vec<Part>> {
    let BlockKind::Paragraph { content, .. } = &block.kind else { return None };
    if !has_bullets(block) {
        return None;
    }
    let mut groups: Vec<Vec<Inline>> = Vec::new();
    for line in content.split_inclusive(is_line_end) {
        match groups.last_mut() {
            Some(group) if bullet(line).is_none() => group.extend_from_slice(line),
            _ => groups.push(line.to_vec()),
        }
    }
    let part = |group| {
        let content = trimmed(group);
        match bullet(&content) {
            Some((sign, length)) => Part::Line { content, sign, length },
            None => Part::Other(paragraph(content)),
        }
    };
    Some(groups.into_iter().map(part).collect())
}

fn paragraph(content: Vec<Inline>) -> Block {
    let origin = span(&content).map_or(Origin::None, Origin::Literal);
    Block::paragraph(content, origin)
}

/// The list of these lines. Each loses its bullet, which takes so many bytes.
fn list(lines: Vec<(Vec<Inline>, usize)>, notes: &mut Vec<Note>) -> Option<Block> {
    let whole = lines.iter().filter_map(|(line, _)| span(line)).reduce(Span::cover);
    let items = lines.into_iter().map(|(line, length)| {
        let origin = span(&line).map_or(Origin::None, Origin::Literal);
        let mut parts = cut(&line, &[length]).into_iter();
        let (head, words) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let notes = head.into_iter().filter(|inline| matches!(inline.kind, InlineKind::NoteRef(_)));
        Item { label: None, blocks: vec![paragraph(notes.chain(trimmed(words)).collect())], origin }
    });
    let items: Vec<Item> = items.collect();
    if let Some(span) = whole {
        notes.push(Note::new(NoteKind::ListFromBullets, "These lines begin with a bullet and were read as a list.", span));
    }
    (!items.is_empty()).then(|| Block::new(BlockKind::List(List { items }), whole.map_or(Origin::None, Origin::Literal)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    /// The items of each list.
    fn items(text: &str) -> Vec<Vec<String>> {
        let document = parse(&Source::new("t", text));
        let mut found = Vec::new();
        walk::blocks(&document.blocks, &mut |block| {
            let BlockKind::List(list) = &block.kind else { return };
            let text = |item: &Item| {
                let mut text = String::new();
                walk::passages(&item.blocks, &mut |passage| text.push_str(Prose::of(passage.content).text()));
                text
            };
            found.push(list.items.iter().map(text).collect());
        });
        found
    }

    #[test]
    fn bullets_of_every_font_make_lists() {
        assert_eq!(items("It asked for:\n\n\u{f0b7} tea\n\n\u{f0b7} milk"), [["tea", "milk"]]);
        assert_eq!(items("It asked for:\n\u{f0a7}\ttea\n\u{f0a7}\tmilk"), [["tea", "milk"]]);
        assert_eq!(items("➢ tea\n➢ **milk** and\nsugar\n\nThe end"), [["tea", "milk and sugar"]]);
        assert_eq!(items("• one alone"), [["one alone"]]);
    }

    #[test]
    fn a_tick_is_a_bullet_among_others_only() {
        assert_eq!(items("Done:\n\n✓ Roof\n\n✓ Doors"), [["Roof", "Doors"]]);
        assert!(items("✓ Approval\n\nThe end").is_empty());
        assert!(items("| For | What |\n|---|---|\n| ✓ | Approval |\n| √ Yes<br>√ No | Noting |").is_empty());
    }

    #[test]
    fn a_sign_within_a_line_is_no_bullet() {
        assert!(items("Matters • the roof • the doors").is_empty());
        assert!(items("It was \u{2013} as ever \u{2013} late\nand \u{2013} dear").is_empty());
    }

    #[test]
    fn a_note_tells_of_the_list() {
        let document = parse(&Source::new("t", "• tea\n• milk"));
        assert!(document.notes.iter().any(|note| note.kind == NoteKind::ListFromBullets));
    }
}
