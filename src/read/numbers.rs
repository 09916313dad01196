//! Printed numbers: `3.6`, `- 1.1`, `1\.`, `2984.`, `(a)`. They are taken from the words and kept as
//! printed; nothing is ever counted anew.

use super::lines::{first_words, opening};
use super::neighbours;
use crate::model::{Block, BlockKind, Inline, InlineKind, Item, Label, List, Origin, Prose, cut, part_of, trimmed, walk};
use crate::source::Span;

/// Words after a number that make it a quantity or a time, not the number of a paragraph.
const UNITS: [&str; 24] = [
    "am", "pm", "a.m", "p.m", "million", "billion", "thousand", "hundred", "per", "percent", "hours", "hour", "minutes", "miles", "km",
    "kg", "metres", "meters", "years", "year", "months", "days", "times", "acres",
];

/// Gives headings, paragraphs and items the numbers that are printed before them. A list of bullets
/// whose every item has a number such as `1.1` becomes the numbered paragraphs that it is.
///
/// In lists within others their neighbours count too; at the top that takes the whole document.
pub(super) fn recognise(blocks: &mut Vec<Block>) {
    let mut is_top = true;
    walk::block_lists_mut(blocks, &mut |blocks| {
        let mut unfolded: Vec<(usize, Vec<Block>)> = Vec::new();
        for (index, block) in blocks.iter_mut().enumerate() {
            match &mut block.kind {
                BlockKind::Heading { number, content, .. } => take(number, content, heading_number),
                BlockKind::Paragraph { number, content } => take(number, content, paragraph_number),
                BlockKind::List(list) => {
                    let are_paragraphs = list.items.iter().all(is_numbered_paragraph);
                    label_items(list);
                    if are_paragraphs {
                        unfolded.push((index, std::mem::take(&mut list.items).into_iter().flat_map(as_paragraphs).collect()));
                    }
                }
                BlockKind::Definitions(_)
                | BlockKind::Table(_)
                | BlockKind::Quote(_)
                | BlockKind::Code(_)
                | BlockKind::Figure(_)
                | BlockKind::Footnote { .. }
                | BlockKind::Explanation { .. }
                | BlockKind::Break => {}
            }
        }
        if !unfolded.is_empty() {
            *blocks = replaced(std::mem::take(blocks), unfolded);
        }
        if !std::mem::take(&mut is_top) {
            neighbours::recognise(blocks);
        }
    });
}

/// The same blocks with others in the place of some, which are given by their index.
fn replaced(blocks: Vec<Block>, others: Vec<(usize, Vec<Block>)>) -> Vec<Block> {
    let mut others = others.into_iter().peekable();
    let mut all = Vec::with_capacity(blocks.len() + others.len());
    for (index, block) in blocks.into_iter().enumerate() {
        match others.next_if(|(at, _)| *at == index) {
            Some((_, others)) => all.extend(others),
            None => all.push(block),
        }
    }
    all
}

/// Whether a text begins with a printed number.
pub(super) fn begins(text: &str) -> bool {
    paragraph_number(text).is_some()
}

/// The number at the start of a heading that was found later than the others.
pub(super) fn of_heading(number: &mut Option<Box<Label>>, content: &mut Vec<Inline>) {
    take(number, content, heading_number);
}

/// A bullet before a printed number is no more than that number's mark.
fn label_items(list: &mut List) {
    for item in &mut list.items {
        if item.label.is_none()
            && let Some(Block { kind: BlockKind::Paragraph { number: None, content }, .. }) = item.blocks.first_mut()
        {
            take(&mut item.label, content, paragraph_number);
        }
    }
}

/// Whether a bullet stands before a number such as `1.1`.
fn is_numbered_paragraph(item: &Item) -> bool {
    match item.blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph { number: None, content }) => {
            if item.label.is_some() || !may_begin_with_number(content) {
                return false;
            }
            let words = first_words(content);
            dotted(&words).is_some() && paragraph_number(&words).is_some()
        }
        _ => false,
    }
}

/// The blocks of an item, its label the number of the first.
fn as_paragraphs(mut item: Item) -> Vec<Block> {
    if let Some(Block { kind: BlockKind::Paragraph { number, .. }, .. }) = item.blocks.first_mut() {
        *number = item.label.take();
    }
    item.blocks
}

/// Moves the number from the words to its own place. A number that is code, a link or a part of a
/// picture is more than a number and stays; the mark of a footnote after it stays with the words.
pub(super) fn take(number: &mut Option<Box<Label>>, content: &mut Vec<Inline>, find: impl Fn(&str) -> Option<usize>) {
    if number.is_some() || !may_begin_with_number(content) {
        return;
    }
    let Some((length, words)) = lengths(&first_words(content), find) else { return };
    if let Some(Inline { kind: InlineKind::Text(text), origin }) = content.first_mut()
        && words < text.len()
    {
        *number = Some(label(&text[..length], part_of(*origin, 0, length).span()));
        text.drain(..words);
        *origin = part_of(*origin, words, words + text.len());
        *content = trimmed(std::mem::take(content));
        return;
    }
    let mut parts = cut(content, &[length, words]).into_iter();
    let [head, gap, rest] = std::array::from_fn(|_| parts.next().unwrap_or_default());
    let prose = Prose::of(&head);
    if prose.text().len() != length || !head.iter().all(is_plain_or_note) {
        return;
    }
    *number = Some(label(prose.text(), prose.span(0..length)));
    *content = head.into_iter().chain(gap).filter(is_note).chain(trimmed(rest)).collect();
}

/// How long the number is that a text begins with, and how long with the space after it.
fn lengths(text: &str, find: impl Fn(&str) -> Option<usize>) -> Option<(usize, usize)> {
    let length = find(text)?;
    let after = text.get(length..)?;
    Some((length, text.len() - after.trim_start().len()))
}

fn label(text: &str, span: Option<Span>) -> Box<Label> {
    let origin = match span {
        Some(span) if span.end - span.start == text.len() => Origin::Literal(span),
        Some(span) => Origin::Decoded(span),
        None => Origin::None,
    };
    Box::new(Label { text: text.to_owned(), origin })
}

/// Whether a run of inlines begins with a digit, a bracket or a letter with a bracket after it, as
/// every number does. Most have to be looked at no further.
fn may_begin_with_number(content: &[Inline]) -> bool {
    opening(content).is_none_or(|text| {
        let sign = text.bytes().find(|byte| !byte.is_ascii_lowercase());
        sign.is_none_or(|sign| sign.is_ascii_digit() || matches!(sign, b'(' | b')'))
    })
}

fn is_note(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::NoteRef(_))
}

fn is_plain_or_note(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(_) | InlineKind::NoteRef(_) => true,
        InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => inner.iter().all(|inline| matches!(inline.kind, InlineKind::Text(_))),
        InlineKind::Deleted(_)
        | InlineKind::Code(_)
        | InlineKind::Link { .. }
        | InlineKind::Image(_)
        | InlineKind::Abbreviation { .. }
        | InlineKind::HardWord(_)
        | InlineKind::CrossReference { .. }
        | InlineKind::SoftBreak
        | InlineKind::LineBreak => false,
    }
}

/// The length of the number at the start of a heading. There, a short whole number needs no dot.
pub(super) fn heading_number(text: &str) -> Option<usize> {
    paragraph_number(text).or_else(|| {
        let digits = digits(text);
        let followed = text[digits..].starts_with([' ', '\t']) && text[digits..].trim_start().starts_with(char::is_uppercase);
        ((1..=2).contains(&digits) && followed).then_some(digits)
    })
}

/// The length of the number at the start of a paragraph, if there is one and words follow it.
fn paragraph_number(text: &str) -> Option<usize> {
    let length = of_year(text).or_else(|| dotted(text)).or_else(|| whole(text)).or_else(|| lettered(text))?;
    let rest = &text[length..];
    let words = rest.trim_start();
    if words.is_empty() {
        return None;
    }
    let closed = text[..length].ends_with(['.', ')']);
    let spaced = words.len() < rest.len();
    let first = words.split(|character: char| character.is_whitespace() || character == ',').next().unwrap_or("");
    // "Minutes" heads an item; "minutes" after a number without an end counts time.
    let is_hour = first.trim_end_matches('.').eq_ignore_ascii_case("am") || first.trim_end_matches('.').eq_ignore_ascii_case("pm");
    let unit = !closed && (is_hour || UNITS.contains(&first.trim_end_matches(['.', ')', ':'])));
    let follows = if spaced {
        !unit && !words.starts_with(['%', '=', '+', '-', '\u{2013}'])
    } else {
        closed && words.starts_with(char::is_uppercase)
    };
    follows.then_some(length)
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// `3.6`, `10.1.`, `4.4.13i)`: whole numbers with dots between, and a letter after.
fn dotted(text: &str) -> Option<usize> {
    let mut length = digits(text);
    let mut groups = usize::from(length > 0);
    while groups > 0 && text[length..].starts_with('.') && digits(&text[length + 1..]) > 0 {
        length += 1 + digits(&text[length + 1..]);
        groups += 1;
    }
    if groups < 2 || is_date(&text[..length]) {
        return None;
    }
    let letters = text[length..].bytes().take_while(u8::is_ascii_lowercase).count();
    if letters <= 4 && matches!(text.as_bytes().get(length + letters), Some(b')')) {
        return Some(length + letters + 1);
    }
    if letters == 1 && matches!(text.as_bytes().get(length + 1), Some(b'.' | b' ' | b'\t')) {
        length += 1;
    }
    if text[length..].starts_with(['.', ')']) {
        length += 1;
    }
    Some(length)
}

/// `01.02.2024`.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('.').map(str::len);
    matches!((parts.next(), parts.next(), parts.next(), parts.next()), (Some(..=2), Some(..=2), Some(4), None))
}

/// `2025-26 (30)`: the year of the council and the number of the minute in it. `1706/1`: the meeting
/// and the minute; but `2024/25` is a year.
fn of_year(text: &str) -> Option<usize> {
    let first = digits(text);
    let sign = text[first..].chars().next().filter(|sign| matches!(sign, '-' | '/' | '\u{2013}'))?;
    let at = first + sign.len_utf8();
    let second = digits(&text[at..]);
    let end = at + second;
    if first == 4 && matches!(second, 2 | 4) {
        let inner = text[end..].trim_start().strip_prefix('(')?;
        let number = digits(inner);
        let closed = (1..=4).contains(&number) && inner[number..].starts_with(')');
        return closed.then(|| text.len() - inner.len() + number + 1);
    }
    let spaced = text[end..].starts_with([' ', '\t']);
    (sign == '/' && (3..=5).contains(&first) && (1..=3).contains(&second) && spaced).then_some(end)
}

/// `1.`, `2984.`, `(30)`, `7)`.
fn whole(text: &str) -> Option<usize> {
    if let Some(inner) = text.strip_prefix('(') {
        let digits = digits(inner);
        return ((1..=3).contains(&digits) && inner[digits..].starts_with(')')).then_some(digits + 2);
    }
    let digits = digits(text);
    ((1..=5).contains(&digits) && text[digits..].starts_with(['.', ')'])).then_some(digits + 1)
}

/// `(a)`, `b)`, `(iv)`.
fn lettered(text: &str) -> Option<usize> {
    let open = usize::from(text.starts_with('('));
    let letters = text[open..].bytes().take_while(u8::is_ascii_lowercase).count();
    let word = &text[open..open + letters];
    let is_label = letters == 1 || (letters <= 5 && letters > 0 && word.bytes().all(|byte| b"ivx".contains(&byte)));
    (is_label && text[open + letters..].starts_with(')')).then_some(open + letters + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn number(text: &str) -> Option<&str> {
        paragraph_number(text).map(|length| &text[..length])
    }

    #[test]
    fn numbers_as_councils_print_them() {
        for (text, printed) in [
            ("3.6 There is no single formula.", "3.6"),
            ("10.1 Officers will consider this.", "10.1"),
            ("1. Gravel at the drive.", "1."),
            ("2984.Financial Report: noted.", "2984."),
            ("4.4.4.4.13i) The shelter.", "4.4.4.4.13i)"),
            ("2.1a The plan.", "2.1a"),
            ("(a) Playing field sign", "(a)"),
            ("iv) the Clerk", "iv)"),
            ("(30) the minutes", "(30)"),
            ("2. Minutes of the last meeting", "2."),
            ("2025-26 (30) Minutes of the last meeting", "2025-26 (30)"),
            ("1706/1 Apologies", "1706/1"),
            ("1.1 to approve the minutes", "1.1"),
        ] {
            assert_eq!(number(text), Some(printed), "{text}");
        }
    }

    #[test]
    fn quantities_times_and_dates_are_words() {
        for text in [
            "7.30pm The meeting opened.",
            "7.30 p.m. on Monday",
            "2.5 million pounds",
            "5 March 2024",
            "12 people came",
            "3.6",
            "1.5% more",
            "01.02.2024",
            "01.02.2024 The panel met",
            "2024/25 Budget",
            "2025-26 Budget (30)",
            "14/00542/F Normandy Close",
            "e.g. this",
            "(see below) the Clerk",
            "2024.",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn bullets_with_numbers_are_numbered_paragraphs() {
        let document = parse(&Source::new("t", "- 1.1 The plan.\n- 1.2 The cost.\n\n1.3 The date."));
        let numbers: Vec<&str> = document
            .blocks
            .iter()
            .filter_map(|block| match &block.kind {
                BlockKind::Paragraph { number: Some(number), .. } => Some(number.text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(numbers, ["1.1", "1.2", "1.3"]);
    }

    #[test]
    fn an_escaped_number_is_a_number_and_knows_its_place() {
        let source = Source::new("t", "Items\n\n1\\. Gravel at the drive.");
        let document = parse(&source);
        let BlockKind::Paragraph { number: Some(number), content } = &document.blocks[1].kind else { panic!("{:?}", document.blocks) };
        assert_eq!(number.text, "1.");
        assert_eq!(source.slice(number.origin.span().unwrap()), "1\\.");
        assert_eq!(Prose::of(content).text(), "Gravel at the drive.");
    }

    #[test]
    fn what_is_more_than_a_number_stays() {
        for text in
            ["`1.2 The words`", "![1.3 Map](m.png) follows", "[1.1](https://a.example) The plan", "~~1.2~~ The cost", "`1.2` The words"]
        {
            let document = parse(&Source::new("t", format!("# T\n\n{text}")));
            let before = parse(&Source::new("t", format!("# T\n\nx {text}")));
            let (BlockKind::Paragraph { number, content }, BlockKind::Paragraph { content: with_x, .. }) =
                (&document.blocks[1].kind, &before.blocks[1].kind)
            else {
                panic!("{text}")
            };
            assert_eq!(*number, None, "{text}");
            assert_eq!(content.len() + 1, with_x.len(), "{text}");
        }
    }

    #[test]
    fn the_mark_of_a_footnote_stays_with_the_words() {
        let document = parse(&Source::new("t", "# T\n\n1.[^1] Text of it.\n\n[^1]: Note."));
        let BlockKind::Paragraph { number: Some(number), content } = &document.blocks[1].kind else { panic!("{:?}", document.blocks) };
        assert_eq!(number.text, "1.");
        assert!(matches!(content[0].kind, InlineKind::NoteRef(_)));
    }

    #[test]
    fn a_list_that_counts_down_keeps_its_numbers() {
        let document = parse(&Source::new("t", "7. Together\n\n6. Asking\n"));
        let BlockKind::List(list) = &document.blocks[0].kind else { panic!("{:?}", document.blocks) };
        let labels: Vec<&str> = list.items.iter().filter_map(|item| item.label.as_deref()).map(|label| label.text.as_str()).collect();
        assert_eq!(labels, ["7.", "6."]);
    }
}
