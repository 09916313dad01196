//! What the line ends inside a paragraph mean. Markdown takes each for a space, which is right for
//! text that was wrapped at a width. It is wrong for two kinds of document: those that were copied
//! out of a page with a line for every paragraph, and those with names or an address line by line.

use super::lines::span;
use super::stretches::Sections;
use crate::model::{Block, BlockKind, Inline, InlineKind, Item, List, Note, NoteKind, Origin, trimmed, walk};
use crate::source::{Source, Span};

/// Nobody wraps lines at more than this many characters.
const WIDEST_WRAP: usize = 120;
/// Nobody wraps lines at fewer than this many characters.
const NARROWEST_WRAP: usize = 40;
/// In a document with a line for every paragraph, at least one line end in this many is beside a
/// line too long to have been wrapped.
const LONG_LINES: usize = 4;

/// The line ends of a document, which show how it was made.
#[derive(Debug, Default)]
pub(super) struct LineEnds {
    all: usize,
    beside_long_lines: usize,
}

impl LineEnds {
    /// Counts the line ends of some blocks.
    pub(super) fn count(&mut self, blocks: &[Block]) {
        walk::passages(blocks, &mut |passage| {
            if !passage.content.iter().any(is_wrap) {
                return;
            }
            let is_long: Vec<bool> = passage.content.split(is_wrap).map(|line| length(line) > WIDEST_WRAP).collect();
            self.all += is_long.len() - 1;
            self.beside_long_lines += is_long.windows(2).filter(|pair| pair.contains(&true)).count();
        });
    }

    /// These line ends and others of the same document.
    pub(super) const fn and(self, others: &Self) -> Self {
        Self { all: self.all + others.all, beside_long_lines: self.beside_long_lines + others.beside_long_lines }
    }

    /// Whether the document has a line for every paragraph.
    const fn part_paragraphs(&self) -> bool {
        self.beside_long_lines > 0 && self.beside_long_lines * LONG_LINES >= self.all
    }

    /// What was found of the whole document.
    pub(super) fn note(&self, source: &Source) -> Option<Note> {
        let span = Span::new(source.body_start(), source.text().len());
        let message = "Most lines here are whole paragraphs. Each line was read as a paragraph, though no blank line stands between them.";
        self.part_paragraphs().then(|| Note::new(NoteKind::ParagraphFromLine, message, span))
    }

    /// Makes paragraphs of lines, or keeps lines as lines, where the line ends of the document say so.
    pub(super) fn recognise(&self, sections: &mut Sections, source: &Source) {
        if self.part_paragraphs() {
            walk::block_lists_mut(&mut sections.blocks, &mut |blocks| {
                *blocks = std::mem::take(blocks).into_iter().flat_map(|block| parted(block, source)).collect();
            });
        } else {
            walk::contents_mut(&mut sections.blocks, &mut |content, place| {
                if place == walk::Place::Paragraph {
                    keep_lines(content, source);
                }
            });
        }
    }
}

/// Whether a line may have been wrapped here: a hard break is the author's, whatever the document is like.
const fn is_wrap(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::SoftBreak)
}

/// The lines between soft breaks.
fn wrapped_lines(content: &[Inline]) -> Vec<&[Inline]> {
    content.split(is_wrap).collect()
}

/// How many characters of a line people see: the address of a link makes no line long.
fn length(line: &[Inline]) -> usize {
    let mut length = 0;
    walk::texts(line, &mut |_, text| length += text.chars().count());
    length
}

/// A paragraph as one for each line; a list without the lines that only seem to go on with an item.
fn parted(block: Block, source: &Source) -> Vec<Block> {
    match block.kind {
        BlockKind::Paragraph { number: None, content } => paragraphs(&content, block.origin),
        BlockKind::List(list) => without_followers(list, block.origin, source),
        kind @ (BlockKind::Heading { .. }
        | BlockKind::Paragraph { .. }
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Explanation { .. }
        | BlockKind::Break) => vec![Block::new(kind, block.origin)],
    }
}

/// A paragraph for each line; lines with tabs that follow one another may be a table, and stay.
fn paragraphs(content: &[Inline], origin: Origin) -> Vec<Block> {
    let lines = wrapped_lines(content);
    if lines.len() == 1 {
        return vec![Block::paragraph(content.to_vec(), origin)];
    }
    let mut groups: Vec<(bool, Vec<Inline>)> = Vec::with_capacity(lines.len());
    for line in lines {
        let has_tab = line.iter().any(|inline| matches!(&inline.kind, InlineKind::Text(text) if text.contains('\t')));
        match groups.last_mut() {
            Some((true, group)) if has_tab => {
                group.push(Inline::new(InlineKind::SoftBreak, Origin::None));
                group.extend_from_slice(line);
            }
            _ => groups.push((has_tab, line.to_vec())),
        }
    }
    groups
        .into_iter()
        .filter_map(|(_, group)| {
            let group = trimmed(group);
            let origin = Origin::Literal(span(&group)?);
            Some(Block::paragraph(group, origin))
        })
        .collect()
}

/// Markdown lets an item go on with the next line, though that line is not set in. Where every line
/// is a paragraph, such a line ends the list.
fn without_followers(list: List, origin: Origin, source: &Source) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut items: Vec<Item> = Vec::with_capacity(list.items.len());
    let mut whole = true;
    for mut item in list.items {
        let followers = followers(&mut item, source);
        items.push(item);
        if !followers.is_empty() {
            whole = false;
            blocks.extend(list_of(&mut items));
            blocks.extend(followers);
        }
    }
    if whole {
        return vec![Block::new(BlockKind::List(List { items }), origin)];
    }
    blocks.extend(list_of(&mut items));
    blocks
}

fn list_of(items: &mut Vec<Item>) -> Option<Block> {
    let spans = items.iter().filter_map(|item| item.origin.span());
    let origin = spans.reduce(Span::cover).map_or(Origin::None, Origin::Literal);
    (!items.is_empty()).then(|| Block::new(BlockKind::List(List { items: std::mem::take(items) }), origin))
}

/// Takes the lines after the first that are not set in further than the mark of their item.
fn followers(item: &mut Item, source: &Source) -> Vec<Block> {
    let mark = item.origin.span().map_or(0, |span| indent(source, span.start).unwrap_or(0));
    let Some(Block { kind: BlockKind::Paragraph { number: None, content }, origin, .. }) = item.blocks.last_mut() else {
        return Vec::new();
    };
    let lines = wrapped_lines(content);
    let is_follower = |line: &&[Inline]| span(line).and_then(|span| indent(source, span.start)).is_some_and(|indent| indent <= mark);
    let Some(first) = lines.iter().skip(1).position(is_follower) else { return Vec::new() };
    let kept: usize = lines[..=first].iter().map(|line| line.len() + 1).sum();
    let rest = content.split_off(kept);
    content.truncate(kept - 1);
    if let (Some(item_span), Some(kept)) = (item.origin.span(), span(content)) {
        *origin = Origin::Literal(kept);
        item.origin = Origin::Literal(Span::new(item_span.start, kept.end.max(item_span.start)));
    }
    let origin = span(&rest).map_or(Origin::None, Origin::Literal);
    paragraphs(&rest, origin)
}

/// How far a place is set in, if nothing but spaces stands before it on its line.
fn indent(source: &Source, at: usize) -> Option<usize> {
    const FARTHEST: usize = 64;
    let before = source.text().as_bytes().get(at.saturating_sub(FARTHEST)..at)?;
    let spaces = before.iter().rev().take_while(|byte| **byte == b' ').count();
    let line_start = before.len().checked_sub(spaces + 1).and_then(|index| before.get(index));
    (matches!(line_start, Some(b'\n' | b'\r')) || (spaces == before.len() && at <= FARTHEST)).then_some(spaces)
}

/// Keeps the line ends of a paragraph where no width explains most of them: the next word would have
/// had ample room on the line, or all lines are too short to have been wrapped. A line that goes on in
/// a small letter was wrapped.
fn keep_lines(content: &mut [Inline], source: &Source) {
    if !content.iter().any(is_wrap) {
        return;
    }
    let breaks: Vec<usize> = (0..content.len()).filter(|&at| is_wrap(&content[at])).collect();
    let lines = wrapped_lines(content);
    let texts: Vec<&str> = lines.iter().map(|line| span(line).map_or("", |span| source.slice(span))).collect();
    let lengths: Vec<usize> = texts.iter().map(|text| text.chars().count()).collect();
    let widest = lengths.iter().copied().max().unwrap_or(0);
    let ends: Vec<LineEnd> = texts.windows(2).zip(&lengths).map(|(pair, length)| LineEnd::between(pair, *length, widest)).collect();
    if ends.iter().filter(|end| **end == LineEnd::Meant).count() * 2 > ends.len() {
        for (at, _) in breaks.into_iter().zip(ends).filter(|(_, end)| *end != LineEnd::Wrapped) {
            content[at].kind = InlineKind::LineBreak;
        }
    }
}

/// What the end of a line is, looked at on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    /// The sentence goes on.
    Wrapped,
    /// The line may have been full.
    Unclear,
    /// The line is far from full.
    Meant,
}

impl LineEnd {
    fn between(pair: &[&str], length: usize, widest: usize) -> Self {
        let [line, next] = pair else { return Self::Unclear };
        let word = next.split_whitespace().next().unwrap_or("");
        if word.is_empty() || next.starts_with(char::is_lowercase) || line.ends_with([',', '-']) {
            return Self::Wrapped;
        }
        let has_room = length + 1 + word.chars().count() + widest / 4 <= widest;
        if has_room || widest <= NARROWEST_WRAP { Self::Meant } else { Self::Unclear }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{BlockKind, Prose, walk};
    use crate::{Source, parse};

    fn read(text: &str) -> Vec<String> {
        let document = parse(&Source::new("t", text));
        let mut passages = Vec::new();
        walk::passages(&document.blocks, &mut |passage| passages.push(Prose::of(passage.content).text().to_owned()));
        passages
    }

    fn long(start: &str) -> String {
        format!("{start} {}is the end.", "and the words go on ".repeat(8))
    }

    #[test]
    fn a_line_for_every_paragraph_makes_paragraphs() {
        let (one, two) = (long("The panel"), long("The clerk"));
        assert_eq!(read(&format!("{one}\n{two}\nIt ends.")), [one.as_str(), two.as_str(), "It ends."]);
    }

    #[test]
    fn there_a_line_after_an_item_ends_the_list() {
        let text = format!("{}\n- tea\n- milk\n{}\n- cups\n", long("We need:"), long("And then"));
        let document = parse(&Source::new("t", text));
        let is_list: Vec<bool> = document.blocks.iter().map(|block| matches!(block.kind, BlockKind::List(_))).collect();
        assert_eq!(is_list, [false, true, false, true]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "The panel met in the small hall of the library and looked at the\nPlans for the bus shelters. The Clerk then read out what the\nCouncil had said.";
        assert_eq!(read(text), [text.replace('\n', " ")]);
    }

    #[test]
    fn names_and_addresses_stay_line_by_line() {
        assert_eq!(
            read("The panel met.\n\nMr A Ward (Chair)\nMrs B Kirchen\nMs C Lowe"),
            ["The panel met.", "Mr A Ward (Chair)\nMrs B Kirchen\nMs C Lowe"]
        );
        assert_eq!(read("It met.\n\nThe names are Ward\nand Kirchen"), ["It met.", "The names are Ward and Kirchen"]);
    }
}
